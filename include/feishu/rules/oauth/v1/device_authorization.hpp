#pragma once
// What responses of oauth.v1.device_authorization must have.

#include <string_view>

#include <feishu/generated/oauth/v1/device_authorization.hpp>

namespace feishu::oauth::v1::device_authorization {

/// The response must have this; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.device_code.empty() ? "device_code" : "";
}

} // namespace feishu::oauth::v1::device_authorization
