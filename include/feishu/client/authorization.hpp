#pragma once
// authorization: a user's authorization in progress, and the redirect that ends it. <feishu/client/oauth.hpp> includes
// this header, and is needed to call its function.
//
//     auto const code = feishu::oauth::code_of(begun, request_target);

#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::oauth {

/// An authorization in progress. Keep it on the server until the redirect: state and code_verifier are secrets.
struct authorization {
    std::string url{};           ///< for the browser
    std::string state{};         ///< random; the redirect must have it
    std::string code_verifier{}; ///< PKCE, for the token request
    std::string redirect_uri{};
};

/// The authorization code in the URL, or in its path and query, that the browser was redirected to. The state is
/// compared in constant time.
///
/// Errors: kind auth if the state is not that of the authorization, or if the user has denied it (field "error",
/// message access_denied); kind validation if the query is malformed.
FEISHU_DECL result<std::string> code_of(authorization const& begun, std::string_view redirected_to);

} // namespace feishu::oauth
