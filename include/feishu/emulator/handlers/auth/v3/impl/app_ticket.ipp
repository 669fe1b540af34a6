#pragma once

#include <feishu/emulator/handlers/auth/v3/app_ticket.hpp>
#include <feishu/emulator/handlers/auth/v3/common.hpp>

namespace feishu::emulator {

FEISHU_DECL result<auth::v3::app_ticket::resend::response>
handle(state& tenant, caller const&, auth::v3::app_ticket::resend const& request) {
    auto const app = require_credentials(tenant, request.app_id, *request.app_secret, true);
    if (!app)
        return app.error();
    tenant.issue_app_ticket((*app)->app_id);
    return auth::v3::app_ticket::resend::response{};
}

} // namespace feishu::emulator
