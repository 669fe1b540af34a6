#pragma once
// Feishu oauth v1: shared types. Generated from codegen/specs/oauth/v1/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::oauth::v1 {

/// Step of an app registration.
enum class registration_action { begin, poll };
reflect::enumerator_list<"begin, poll"> feishu_enumerators(registration_action**);

/// Template of the app to create.
enum class registration_archetype { PersonalAgent };
reflect::enumerator_list<"PersonalAgent"> feishu_enumerators(registration_archetype**);

/// Authentication method of the app to create.
enum class registration_auth_method { client_secret };
reflect::enumerator_list<"client_secret"> feishu_enumerators(registration_auth_method**);

/// Brand of a tenant.
enum class tenant_brand { feishu, lark };
reflect::enumerator_list<"feishu, lark"> feishu_enumerators(tenant_brand**);

namespace model {

/// User who confirmed the registration.
struct registered_user {
    /// Open id.
    feishu::open_id open_id;
    /// Brand of the tenant.
    open<v1::tenant_brand> tenant_brand;
};

reflect::member_list<"open_id, tenant_brand", &registered_user::open_id, &registered_user::tenant_brand>
feishu_members(registered_user**);

} // namespace model

} // namespace feishu::oauth::v1
