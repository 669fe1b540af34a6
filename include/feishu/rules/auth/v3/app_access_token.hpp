#pragma once
// What responses of auth.v3.app_access_token must have.

#include <string_view>

#include <feishu/generated/auth/v3/app_access_token.hpp>

namespace feishu::auth::v3::app_access_token {

/// The response must have this; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.app_access_token.empty() ? "app_access_token" : "";
}

/// The response must have this; see core/essential.hpp.
constexpr std::string_view missing_essential(internal::response const& response) {
    return response.app_access_token.empty() ? "app_access_token" : "";
}

} // namespace feishu::auth::v3::app_access_token
