#pragma once
// Validation of the documented maximum sizes of uploads.

#include <cstddef>
#include <string>
#include <string_view>

#include <feishu/core/upload.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::detail {

/// Reports a file larger than `limit` bytes. validate() itself reports empty and unreadable files.
inline void check_upload_size(violations& found, std::string_view field, field::upload const& file, std::size_t limit) {
    std::string problem;
    auto const size = file.source() ? file.source()->size(problem) : 0;
    if (problem.empty() && size > limit)
        add_limit(found, field, rule::max_bytes, limit, static_cast<std::size_t>(size));
}

} // namespace feishu::detail
