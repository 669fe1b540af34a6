#pragma once

#include <string>

#include <feishu/emulator/handlers/contact/v3/common.hpp>
#include <feishu/emulator/handlers/tenant/v2/tenant.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<feishu::tenant::v2::tenant::query::response>
handle(state& tenant, caller const& who, feishu::tenant::v2::tenant::query const&) {
    auto const* profile = tenant.find_app_profile(who.app.app_id);
    if (profile == nullptr || !profile->installed)
        return refuse(1184001);
    auto const& info = tenant.tenant_info;
    feishu::tenant::v2::tenant::query::response out;
    out.tenant.name = info.name;
    out.tenant.display_id = info.display_id;
    out.tenant.tenant_tag = open<feishu::tenant::v2::tenant_tag>::from_wire(std::to_string(info.tag));
    out.tenant.tenant_key = tenant.tenant_key();
    out.tenant.avatar = {.avatar_origin = info.avatar_url,
                         .avatar_72 = info.avatar_url,
                         .avatar_240 = info.avatar_url,
                         .avatar_640 = info.avatar_url};
    if (may_read(who.app, "tenant:tenant.domain:read", false))
        out.tenant.domain = info.domain;
    return out;
}

} // namespace feishu::emulator
