#pragma once
// Feishu auth v3: app_access_token. Generated from codegen/specs/auth/v3/app_access_token.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::auth::v3::app_access_token {

/// A store app's own token, from its app_ticket.
struct create {
    static constexpr endpoint_spec spec{
        .id = "auth.v3.app_access_token.create",
        .method = verb::post,
        .path = "/open-apis/auth/v3/app_access_token",
        .envelope = envelope::flat,
        .app_types = app_type::store,
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/app_access_token",
    };

    /// The app.
    field::required<feishu::app_id> app_id;
    /// The app's secret.
    field::required<std::string> app_secret;
    /// The newest ticket that the app_ticket event brought.
    field::required<std::string> app_ticket;

    struct response {
        /// The app's token.
        std::string app_access_token;
        /// Seconds until it ends.
        int expire = 0;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (app_id, app_secret, app_ticket))
BOOST_DESCRIBE_STRUCT(create::response, (), (app_access_token, expire))

/// A custom app's own token.
struct internal {
    static constexpr endpoint_spec spec{
        .id = "auth.v3.app_access_token.internal",
        .method = verb::post,
        .path = "/open-apis/auth/v3/app_access_token/internal",
        .envelope = envelope::flat,
        .app_types = app_type::custom,
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/"
               "app_access_token_internal",
    };

    /// The app.
    field::required<feishu::app_id> app_id;
    /// The app's secret.
    field::required<std::string> app_secret;

    struct response {
        /// The app's token.
        std::string app_access_token;
        /// Seconds until it ends.
        int expire = 0;
        /// The app's token in one tenant.
        std::string tenant_access_token;
    };
};
BOOST_DESCRIBE_STRUCT(internal, (), (app_id, app_secret))
BOOST_DESCRIBE_STRUCT(internal::response, (), (app_access_token, expire, tenant_access_token))

} // namespace feishu::auth::v3::app_access_token
