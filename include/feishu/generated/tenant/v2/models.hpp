#pragma once
// Feishu tenant v2: shared types. Generated from codegen/specs/tenant/v2/models.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::tenant::v2 {

/// Edition of a tenant.
enum class tenant_tag : int { standard = 0, personal = 2 };
BOOST_DESCRIBE_ENUM(tenant_tag, standard, personal)
constexpr bool feishu_wire_is_number(tenant_tag) { return true; }

namespace model {

/// Avatar URLs by size.
struct tenant_avatar {
    /// Avatar URL, original size.
    std::string avatar_origin;
    /// Avatar URL, 72 x 72 pixels.
    std::string avatar_72;
    /// Avatar URL, 240 x 240 pixels.
    std::string avatar_240;
    /// Avatar URL, 640 x 640 pixels.
    std::string avatar_640;
};
BOOST_DESCRIBE_STRUCT(tenant_avatar, (), (avatar_origin, avatar_72, avatar_240, avatar_640))

/// Tenant.
struct tenant {
    /// Name.
    std::string name;
    /// Number of the tenant.
    std::string display_id;
    /// Edition.
    open<v2::tenant_tag> tenant_tag;
    /// Key of the tenant.
    feishu::tenant_key tenant_key;
    /// Avatar.
    model::tenant_avatar avatar;
    /// Domain of the tenant.
    std::string domain;
};
BOOST_DESCRIBE_STRUCT(tenant, (), (name, display_id, tenant_tag, tenant_key, avatar, domain))

} // namespace model

} // namespace feishu::tenant::v2
