#pragma once
// auth.v3.tenant_access_token: the token with which an app acts as itself.

#include <string>

#include <feishu/api/common.hpp>

namespace feishu::auth::v3::tenant_access_token {

/// A custom app's token: at most two hours, the same one until 30 minutes before it ends.
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

    field::required<feishu::app_id> app_id;
    field::required<std::string> app_secret;

    struct response {
        std::string tenant_access_token;
        /// Seconds from now.
        int expire = 0;
    };
};
BOOST_DESCRIBE_STRUCT(internal, (), (app_id, app_secret))
BOOST_DESCRIBE_STRUCT(internal::response, (), (tenant_access_token, expire))

} // namespace feishu::auth::v3::tenant_access_token
