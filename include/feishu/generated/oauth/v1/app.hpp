#pragma once
// Feishu oauth v1: app. Generated from codegen/specs/oauth/v1/app.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/generated/common.hpp>
#include <feishu/generated/oauth/v1/models.hpp>

namespace feishu::oauth::v1::app {

/// Creates an app that a user confirms by scanning a QR code: begin, on the Feishu host, then poll with the
/// device code. Not documented by the platform; used by official tools.
struct registration {
    static constexpr endpoint_spec spec{
        .id = "oauth.v1.app.registration",
        .method = verb::post,
        .host = host::accounts,
        .path = "/oauth/v1/app/registration",
        .body = body_format::form,
        .envelope = envelope::flat,
    };

    /// Step.
    field::required<open<v1::registration_action>> action;
    /// Template of the app, for begin.
    open<v1::registration_archetype> archetype{};
    /// Authentication method, for begin.
    open<v1::registration_auth_method> auth_method{};
    /// User information to return, for begin.
    std::optional<std::string> request_user_info{};
    /// Device code, for poll.
    std::optional<std::string> device_code{};

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
        /// App id of the created app.
        feishu::app_id client_id;
        /// App secret of the created app; if it is missing and the brand is lark, poll again on the Lark
        /// host.
        std::string client_secret;
        /// User who confirmed.
        std::optional<model::registered_user> user_info{};
        /// Error code of OAuth 2.0; on failure only.
        std::string error;
        /// Error description; on failure only.
        std::string error_description;
    };
};
BOOST_DESCRIBE_STRUCT(registration, (), (action, archetype, auth_method, request_user_info, device_code))
BOOST_DESCRIBE_STRUCT(registration::response, (),
                      (device_code, user_code, verification_uri, verification_uri_complete, expires_in,
                       interval, client_id, client_secret, user_info, error, error_description))

} // namespace feishu::oauth::v1::app
