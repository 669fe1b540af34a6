#pragma once
// The documented maximum size of an upload, and the essential member of the response.

#include <cstddef>
#include <string_view>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/file.hpp>
#include <feishu/rules/impl/uploads.hpp>

namespace feishu::im::v1::file {

/// Maximum size of a file.
inline constexpr std::size_t max_file_bytes = 30 * 1024 * 1024;

inline void rules(create const& request, violations& found) {
    feishu::detail::check_upload_size(found, "file", *request.file, max_file_bytes);
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.file_key.empty() ? "file_key" : "";
}

} // namespace feishu::im::v1::file
