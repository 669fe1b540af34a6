#pragma once
// Feishu oauth v1: device_authorization. Generated from codegen/specs/oauth/v1/device_authorization.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::oauth::v1::device_authorization {

/// Starts a device authorization (RFC 8628). Not documented by the platform; used by official tools.
struct create {
    static constexpr endpoint_spec spec{
        .id = "oauth.v1.device_authorization.create",
        .method = verb::post,
        .host = host::accounts,
        .path = "/oauth/v1/device_authorization",
        .body = body_format::form,
        .basic_auth = true,
        .envelope = envelope::flat,
        .app_types = app_type::custom,
    };

    /// App id.
    field::required<feishu::app_id> client_id;
    /// Requested scopes, separated by spaces; offline_access is needed for a refresh token.
    field::required<std::string> scope;

    struct response {
        /// Device code, for polling.
        std::string device_code;
        /// Code shown to the user.
        std::string user_code;
        /// URL that the user opens.
        std::string verification_uri;
        /// The same URL with the user code, for a QR code.
        std::string verification_uri_complete;
        /// Lifetime of the codes in seconds.
        int expires_in = 0;
        /// Minimum polling interval in seconds.
        int interval = 0;
        /// Error code of OAuth 2.0; on failure only.
        std::string error;
        /// Error description; on failure only.
        std::string error_description;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (client_id, scope))
BOOST_DESCRIBE_STRUCT(create::response, (),
                      (device_code, user_code, verification_uri, verification_uri_complete, expires_in,
                       interval, error, error_description))

} // namespace feishu::oauth::v1::device_authorization
