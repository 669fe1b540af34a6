#pragma once
// Feishu authen v2: oauth. Generated from codegen/specs/authen/v2/oauth.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/generated/authen/v2/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::authen::v2::oauth {

/// Gets a user access token for an authorization code or a refresh token.
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

    /// Grant type.
    field::required<open<v2::grant_type>> grant_type;
    /// App id.
    field::required<feishu::app_id> client_id;
    /// App secret.
    field::required<std::string> client_secret;
    /// Authorization code; single use, valid for five minutes.
    std::optional<std::string> code{};
    /// Redirect URI; must be one of the redirect URLs configured for the app.
    std::optional<std::string> redirect_uri{};
    /// PKCE code verifier.
    std::optional<std::string> code_verifier{};
    /// Refresh token; single use.
    std::optional<std::string> refresh_token{};
    /// Subset of the granted scopes, separated by spaces.
    std::optional<std::string> scope{};

    struct response {
        /// User access token.
        std::string access_token;
        /// Token lifetime in seconds.
        int expires_in = 0;
        /// Refresh token; absent without the scope offline_access.
        std::string refresh_token;
        /// Lifetime of the refresh token in seconds.
        int refresh_token_expires_in = 0;
        /// Token type; always Bearer.
        std::string token_type;
        /// Granted scopes, separated by spaces.
        std::string scope;
        /// Error code of OAuth 2.0; on failure only.
        std::string error;
        /// Error description; on failure only.
        std::string error_description;
    };
};
BOOST_DESCRIBE_STRUCT(token, (),
                      (grant_type, client_id, client_secret, code, redirect_uri, code_verifier, refresh_token,
                       scope))
BOOST_DESCRIBE_STRUCT(token::response, (),
                      (access_token, expires_in, refresh_token, refresh_token_expires_in, token_type, scope,
                       error, error_description))

/// Gets a user access token for a device code. Poll at the interval of the device authorization:
/// authorization_pending means to continue, slow_down to wait 5 seconds longer; access_denied, expired_token
/// and invalid_grant end the authorization. Not documented by the platform; used by official tools.
struct device_token {
    static constexpr endpoint_spec spec{
        .id = "authen.v2.oauth.device_token",
        .method = verb::post,
        .path = "/open-apis/authen/v2/oauth/token",
        .body = body_format::form,
        .rate = {.per_minute = 1000, .per_second = 50},
        .envelope = envelope::flat,
        .errors = {20001, 20002, 20003, 20004, 20008, 20009, 20010, 20024, 20026, 20036, 20037, 20048, 20049,
                   20050, 20063, 20064, 20065, 20066, 20067, 20068, 20069, 20070, 20071, 20072, 20073, 20074},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/authentication-management/access-token/"
               "get-user-access-token",
    };

    /// Grant type.
    field::required<open<v2::device_grant_type>> grant_type;
    /// Device code from oauth.v1.device_authorization.create.
    field::required<std::string> device_code;
    /// App id.
    field::required<feishu::app_id> client_id;
    /// App secret.
    field::required<std::string> client_secret;

    struct response {
        /// User access token.
        std::string access_token;
        /// Token lifetime in seconds.
        int expires_in = 0;
        /// Refresh token; absent without the scope offline_access.
        std::string refresh_token;
        /// Lifetime of the refresh token in seconds.
        int refresh_token_expires_in = 0;
        /// Token type; always Bearer.
        std::string token_type;
        /// Granted scopes, separated by spaces.
        std::string scope;
        /// Error code of OAuth 2.0; on failure only.
        std::string error;
        /// Error description; on failure only.
        std::string error_description;
    };
};
BOOST_DESCRIBE_STRUCT(device_token, (), (grant_type, device_code, client_id, client_secret))
BOOST_DESCRIBE_STRUCT(device_token::response, (),
                      (access_token, expires_in, refresh_token, refresh_token_expires_in, token_type, scope,
                       error, error_description))

} // namespace feishu::authen::v2::oauth
