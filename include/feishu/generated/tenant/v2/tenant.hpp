#pragma once
// Feishu tenant v2: tenant. Generated from codegen/specs/tenant/v2/tenant.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>
#include <feishu/generated/tenant/v2/models.hpp>

namespace feishu::tenant::v2::tenant {

/// Gets information about the tenant.
struct query {
    static constexpr endpoint_spec spec{
        .id = "tenant.v2.tenant.query",
        .method = verb::get,
        .path = "/open-apis/tenant/v2/tenant/query",
        .tokens = token::tenant,
        .scopes = {any_of("tenant:tenant:readonly")},
        .field_scopes = {"tenant:tenant.domain:read"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {1184000, 1184001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/tenant-v2/tenant/query",
    };

    struct response {
        /// Tenant.
        model::tenant tenant;
    };
};
BOOST_DESCRIBE_STRUCT(query, (), ())
BOOST_DESCRIBE_STRUCT(query::response, (), (tenant))

} // namespace feishu::tenant::v2::tenant
