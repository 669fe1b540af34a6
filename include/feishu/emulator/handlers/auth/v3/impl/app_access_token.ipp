#pragma once

#include <algorithm>

#include <feishu/emulator/handlers/auth/v3/app_access_token.hpp>
#include <feishu/emulator/handlers/auth/v3/common.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<auth::v3::app_access_token::create::response>
handle(state& tenant, caller const&, auth::v3::app_access_token::create const& request) {
    auto const app = require_credentials(tenant, request.app_id, *request.app_secret, true);
    if (!app)
        return app.error();
    if ((*app)->app_ticket.empty() || (*app)->app_ticket != *request.app_ticket)
        return refuse(10012);
    auto const token = tenant.app_token((*app)->app_id);
    return auth::v3::app_access_token::create::response{.app_access_token = token.value,
                                                        .expire = seconds_left(tenant, token)};
}

FEISHU_DECL result<auth::v3::app_access_token::internal::response>
handle(state& tenant, caller const&, auth::v3::app_access_token::internal const& request) {
    auto const app = require_credentials(tenant, request.app_id, *request.app_secret, false);
    if (!app)
        return app.error();
    auto const own = tenant.app_token((*app)->app_id);
    auto const there = tenant.tenant_token((*app)->app_id);
    return auth::v3::app_access_token::internal::response{
        .app_access_token = own.value,
        .expire = (std::min)(seconds_left(tenant, own), seconds_left(tenant, there)),
        .tenant_access_token = there.value};
}

} // namespace feishu::emulator
