#pragma once
// keep_app_ticket: the app_ticket event updates the token provider, whether or not it has a handler.

#include <feishu/auth/app_tickets.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/raw_event.hpp>

namespace feishu::detail {

/// Keeps the ticket of an app_ticket event. False for other events, and for one without a ticket.
FEISHU_DECL bool keep_app_ticket(auth::app_tickets& tickets, raw_event const& event,
                                 json::read_options const& limits);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/app_ticket.ipp>
#endif
