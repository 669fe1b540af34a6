#pragma once
// Essential members of the responses of oauth.v1.device_authorization; see core/essential.hpp.

#include <string_view>

#include <feishu/generated/oauth/v1/device_authorization.hpp>

namespace feishu::oauth::v1::device_authorization {

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.device_code.empty() ? "device_code" : "";
}

} // namespace feishu::oauth::v1::device_authorization
