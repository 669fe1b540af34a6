#pragma once
// Rules of auth.v3.app_ticket: a store app asks for the app_ticket event, and gets one with a new ticket.

#include <feishu/api/auth/v3/app_ticket.hpp>
#include <feishu/core/error.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu::emulator {

/// Errors: 10003 an app_id that cannot be one or a custom app's, 10014 an unknown app or a wrong secret.
FEISHU_DECL result<auth::v3::app_ticket::resend::response>
handle(state& tenant, caller const& who, auth::v3::app_ticket::resend const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/auth/v3/impl/app_ticket.ipp>
#endif
