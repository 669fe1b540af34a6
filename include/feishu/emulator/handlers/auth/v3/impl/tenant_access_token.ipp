#pragma once

#include <feishu/emulator/handlers/auth/v3/common.hpp>
#include <feishu/emulator/handlers/auth/v3/tenant_access_token.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<auth::v3::tenant_access_token::internal::response>
handle(state& tenant, caller const&, auth::v3::tenant_access_token::internal const& request) {
    auto const app = require_credentials(tenant, request.app_id, *request.app_secret, false);
    if (!app)
        return app.error();
    auto const token = tenant.tenant_token((*app)->app_id);
    return auth::v3::tenant_access_token::internal::response{.tenant_access_token = token.value,
                                                             .expire = seconds_left(tenant, token)};
}

FEISHU_DECL result<auth::v3::tenant_access_token::create::response>
handle(state& tenant, caller const&, auth::v3::tenant_access_token::create const& request) {
    auto const* own = tenant.find_token(*request.app_access_token);
    if (own == nullptr || own->kind != token::app)
        return refuse(99991664);
    if (*request.tenant_key != tenant.tenant_key())
        return refuse(10003, "tenant_key");
    auto const token = tenant.tenant_token(own->app);
    return auth::v3::tenant_access_token::create::response{.tenant_access_token = token.value,
                                                           .expire = seconds_left(tenant, token)};
}

} // namespace feishu::emulator
