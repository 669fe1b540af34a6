#pragma once
// The documented maximum size of an upload, and the essential member of the response.

#include <cstddef>
#include <string_view>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/image.hpp>
#include <feishu/rules/impl/uploads.hpp>

namespace feishu::im::v1::image {

/// Maximum size of an image.
inline constexpr std::size_t max_image_bytes = 10 * 1024 * 1024;

inline void rules(create const& request, violations& found) {
    feishu::detail::check_upload_size(found, "image", *request.image, max_image_bytes);
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.image_key.empty() ? "image_key" : "";
}

} // namespace feishu::im::v1::image
