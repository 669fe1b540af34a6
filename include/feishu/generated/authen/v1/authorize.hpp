#pragma once
// Feishu authen v1: authorize. Generated from codegen/specs/authen/v1/authorize.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/generated/authen/v1/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::authen::v1::authorize {

/// A page for the browser: asks the user to let the app act for them.
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

    /// The app's app_id.
    field::required<feishu::app_id> client_id;
    /// Always code.
    open<v1::response_type> response_type = v1::response_type::code;
    /// Where the browser comes back to; one of those set for the app.
    field::required<std::string> redirect_uri;
    /// The scopes to ask the user for, separated by spaces.
    std::optional<std::string> scope{};
    /// Comes back unchanged; guards against forged answers.
    std::optional<std::string> state{};
    /// PKCE: made from code_verifier.
    std::optional<std::string> code_challenge{};
    /// How code_challenge was made; left out, plain.
    open<v1::code_challenge_method> code_challenge_method{};
    /// consent to ask the user again.
    std::optional<std::string> prompt{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(get, (),
                      (client_id, response_type, redirect_uri, scope, state, code_challenge,
                       code_challenge_method, prompt))
BOOST_DESCRIBE_STRUCT(get::response, (), ())

} // namespace feishu::authen::v1::authorize
