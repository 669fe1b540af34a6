#pragma once
// Validation rules across the fields of authen.v2.oauth; validate() applies them.

#include <string_view>

#include <feishu/core/violation.hpp>
#include <feishu/generated/authen/v2/oauth.hpp>

namespace feishu::authen::v2::oauth {

constexpr void rules(token const& request, violations& found) {
    auto const type = request.grant_type->value();
    if (type == v2::grant_type::authorization_code && (!request.code || request.code->empty()))
        found.add("code", "is required with grant_type authorization_code");
    if (type == v2::grant_type::refresh_token && (!request.refresh_token || request.refresh_token->empty()))
        found.add("refresh_token", "is required with grant_type refresh_token");
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(token::response const& response) {
    return response.access_token.empty() ? "access_token" : "";
}

} // namespace feishu::authen::v2::oauth
