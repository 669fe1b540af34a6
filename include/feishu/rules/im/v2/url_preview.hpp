#pragma once
// Validation rules of im.v2.url_preview.

#include <cstddef>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v2/url_preview.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::im::v2::url_preview {

constexpr void rules(batch_update const& request, violations& found) {
    auto const& tokens = *request.preview_tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (tokens[i].empty())
            feishu::detail::add_at(found, "preview_tokens", i, {}, "must not be empty");
}

} // namespace feishu::im::v2::url_preview
