#pragma once
// Feishu authen v2: oauth. Generated from codegen/specs/authen/v2/oauth.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/generated/authen/v2/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::authen::v2::oauth {

/// A user's token: for an authorization code, or for a refresh token.
struct token {
    static constexpr endpoint_spec spec{
        .id = "authen.v2.oauth.token",
        .method = verb::post,
        .path = "/open-apis/authen/v2/oauth/token",
        .rate = {.per_minute = 1000, .per_second = 50},
        .envelope = envelope::flat,
        .errors = {20001, 20002, 20003, 20004, 20008, 20009, 20010, 20024, 20026, 20036, 20037, 20048, 20049,
                   20050, 20063, 20064, 20065, 20066, 20067, 20068, 20069, 20070, 20071, 20072, 20073, 20074},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/authentication-management/access-token/"
               "get-user-access-token",
    };

    /// What the token is asked for with.
    field::required<open<v2::grant_type>> grant_type;
    /// The app's app_id.
    field::required<feishu::app_id> client_id;
    /// The app's secret.
    field::required<std::string> client_secret;
    /// The authorization code; once, within five minutes.
    std::optional<std::string> code{};
    /// Where the browser comes back to; one of those set for the app.
    std::optional<std::string> redirect_uri{};
    /// PKCE: what code_challenge was made from.
    std::optional<std::string> code_verifier{};
    /// The refresh token; works once.
    std::optional<std::string> refresh_token{};
    /// A subset of the scopes the user granted, separated by spaces.
    std::optional<std::string> scope{};

    struct response {
        /// The user's token.
        std::string access_token;
        /// Seconds until it ends.
        int expires_in = 0;
        /// For the next one; absent without the scope offline_access.
        std::string refresh_token;
        /// Seconds until the refresh token ends.
        int refresh_token_expires_in = 0;
        /// Always Bearer.
        std::string token_type;
        /// What the user granted, separated by spaces.
        std::string scope;
        /// On failure: what kind.
        std::string error;
        /// On failure: what happened.
        std::string error_description;
    };
};
BOOST_DESCRIBE_STRUCT(token, (),
                      (grant_type, client_id, client_secret, code, redirect_uri, code_verifier, refresh_token,
                       scope))
BOOST_DESCRIBE_STRUCT(token::response, (),
                      (access_token, expires_in, refresh_token, refresh_token_expires_in, token_type, scope,
                       error, error_description))

} // namespace feishu::authen::v2::oauth
