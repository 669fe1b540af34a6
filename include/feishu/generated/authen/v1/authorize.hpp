#pragma once
// Feishu authen v1: authorize. Generated from codegen/specs/authen/v1/authorize.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/generated/authen/v1/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::authen::v1::authorize {

/// Authorization page for the browser: asks the user to authorize the app.
struct get {
    static constexpr endpoint_spec spec{
        .id = "authen.v1.authorize.get",
        .method = verb::get,
        .path = "/open-apis/authen/v1/authorize",
        .query = {"client_id", "response_type", "redirect_uri", "scope", "state", "code_challenge",
                  "code_challenge_method", "prompt"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .envelope = envelope::redirect,
        .doc = "https://open.feishu.cn/document/common-capabilities/sso/api/obtain-oauth-code",
    };

    /// App id.
    field::required<feishu::app_id> client_id;
    /// Response type; always code.
    open<v1::response_type> response_type = v1::response_type::code;
    /// Redirect URI; must be one of the redirect URLs configured for the app.
    field::required<std::string> redirect_uri;
    /// Requested scopes, separated by spaces; offline_access is needed for a refresh token.
    std::optional<std::string> scope{};
    /// Opaque value returned unchanged; protects against cross-site request forgery.
    std::optional<std::string> state{};
    /// PKCE code challenge, derived from the code verifier.
    std::optional<std::string> code_challenge{};
    /// Code challenge method; defaults to plain.
    open<v1::code_challenge_method> code_challenge_method{};
    /// consent: ask the user for consent again.
    std::optional<std::string> prompt{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(get, (),
                      (client_id, response_type, redirect_uri, scope, state, code_challenge,
                       code_challenge_method, prompt))
BOOST_DESCRIBE_STRUCT(get::response, (), ())

} // namespace feishu::authen::v1::authorize
