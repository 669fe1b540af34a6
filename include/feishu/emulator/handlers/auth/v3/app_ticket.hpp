#pragma once
// Handlers of auth.v3.app_ticket: the app_ticket event is pushed again, with a new ticket.

#include <feishu/api/auth/v3/app_ticket.hpp>
#include <feishu/core/error.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator {

/// Pushes a new ticket to a store app. Errors: 10003 a malformed app_id, or a custom app's; 10014 an unknown
/// app or a wrong secret.
FEISHU_DECL result<auth::v3::app_ticket::resend::response>
handle(state& tenant, caller const& who, auth::v3::app_ticket::resend const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/auth/v3/impl/app_ticket.ipp>
#endif
