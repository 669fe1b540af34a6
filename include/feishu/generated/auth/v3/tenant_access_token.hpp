#pragma once
// Feishu auth v3: tenant_access_token. Generated from codegen/specs/auth/v3/tenant_access_token.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::auth::v3::tenant_access_token {

/// Gets the tenant access token of a store app.
struct create {
    static constexpr endpoint_spec spec{
        .id = "auth.v3.tenant_access_token.create",
        .method = verb::post,
        .path = "/open-apis/auth/v3/tenant_access_token",
        .envelope = envelope::flat,
        .app_types = app_type::store,
        .doc =
            "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token",
    };

    /// App access token.
    field::required<std::string> app_access_token;
    /// Tenant in which the app acts.
    field::required<feishu::tenant_key> tenant_key;

    struct response {
        /// Tenant access token.
        std::string tenant_access_token;
        /// Token lifetime in seconds.
        int expire = 0;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (app_access_token, tenant_key))
BOOST_DESCRIBE_STRUCT(create::response, (), (tenant_access_token, expire))

/// Gets the tenant access token of a custom app.
struct internal {
    static constexpr endpoint_spec spec{
        .id = "auth.v3.tenant_access_token.internal",
        .method = verb::post,
        .path = "/open-apis/auth/v3/tenant_access_token/internal",
        .envelope = envelope::flat,
        .app_types = app_type::custom,
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/"
               "tenant_access_token_internal",
    };

    /// App id.
    field::required<feishu::app_id> app_id;
    /// App secret.
    field::required<std::string> app_secret;

    struct response {
        /// Tenant access token.
        std::string tenant_access_token;
        /// Token lifetime in seconds.
        int expire = 0;
    };
};
BOOST_DESCRIBE_STRUCT(internal, (), (app_id, app_secret))
BOOST_DESCRIBE_STRUCT(internal::response, (), (tenant_access_token, expire))

} // namespace feishu::auth::v3::tenant_access_token
