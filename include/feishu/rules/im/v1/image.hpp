#pragma once
// The documented size of an upload, and what the response must have.

#include <cstddef>
#include <string_view>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/image.hpp>
#include <feishu/rules/impl/uploads.hpp>

namespace feishu::im::v1::image {

inline constexpr std::size_t max_image_bytes = 10 * 1024 * 1024;

inline void rules(create const& request, violations& found) {
    feishu::detail::check_upload_size(found, "image", *request.image, max_image_bytes);
}

/// The response must have this; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.image_key.empty() ? "image_key" : "";
}

} // namespace feishu::im::v1::image
