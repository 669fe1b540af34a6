#pragma once
// Essential members of the responses of auth.v3.app_access_token; see core/essential.hpp.

#include <string_view>

#include <feishu/generated/auth/v3/app_access_token.hpp>

namespace feishu::auth::v3::app_access_token {

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.app_access_token.empty() ? "app_access_token" : "";
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(internal::response const& response) {
    return response.app_access_token.empty() ? "app_access_token" : "";
}

} // namespace feishu::auth::v3::app_access_token
