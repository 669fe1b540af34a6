#pragma once
// Feishu application v6: scope. Generated from codegen/specs/application/v6/scope.json: edit that, then run codegen/run.

#include <vector>

#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::application::v6::scope {

/// Lists the scopes of the calling app and whether the tenant has granted them.
struct list {
    static constexpr endpoint_spec spec{
        .id = "application.v6.scope.list",
        .method = verb::get,
        .path = "/open-apis/application/v6/scopes",
        .tokens = token::tenant,
        .rate = {.special = true},
        .errors = {212100},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/scope/list",
    };

    struct response {
        /// Scopes.
        std::vector<model::scope_grant> scopes;
    };
};
BOOST_DESCRIBE_STRUCT(list, (), ())
BOOST_DESCRIBE_STRUCT(list::response, (), (scopes))

/// Requests the administrators' approval of the scopes that are not granted yet.
struct apply {
    static constexpr endpoint_spec spec{
        .id = "application.v6.scope.apply",
        .method = verb::post,
        .path = "/open-apis/application/v6/scopes/apply",
        .tokens = token::tenant,
        .rate = {.special = true},
        .errors = {212001, 212002, 212003, 212004},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/scope/apply",
    };

    struct response {};
};
BOOST_DESCRIBE_STRUCT(apply, (), ())
BOOST_DESCRIBE_STRUCT(apply::response, (), ())

} // namespace feishu::application::v6::scope
