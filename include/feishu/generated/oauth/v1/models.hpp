#pragma once
// Feishu oauth v1: shared types. Generated from codegen/specs/oauth/v1/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::oauth::v1 {

/// Step of an app registration.
enum class registration_action { begin, poll };
BOOST_DESCRIBE_ENUM(registration_action, begin, poll)

/// Template of the app to create.
enum class registration_archetype { PersonalAgent };
BOOST_DESCRIBE_ENUM(registration_archetype, PersonalAgent)

/// Authentication method of the app to create.
enum class registration_auth_method { client_secret };
BOOST_DESCRIBE_ENUM(registration_auth_method, client_secret)

/// Brand of a tenant.
enum class tenant_brand { feishu, lark };
BOOST_DESCRIBE_ENUM(tenant_brand, feishu, lark)

namespace model {

/// User who confirmed the registration.
struct registered_user {
    /// Open id.
    feishu::open_id open_id;
    /// Brand of the tenant.
    open<v1::tenant_brand> tenant_brand;
};
BOOST_DESCRIBE_STRUCT(registered_user, (), (open_id, tenant_brand))

} // namespace model

} // namespace feishu::oauth::v1
