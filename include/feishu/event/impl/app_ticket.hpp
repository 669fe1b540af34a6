#pragma once
// keep_app_ticket: the app_ticket event is for the token provider, whether or not anybody handles it.

#include <feishu/auth/app_tickets.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/envelope.hpp>

namespace feishu::detail {

/// Keeps the ticket that the event brings. False when it is another event, or brings none.
FEISHU_DECL bool keep_app_ticket(auth::app_tickets& tickets, raw_event const& event,
                                 json::read_options const& limits);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/app_ticket.ipp>
#endif
