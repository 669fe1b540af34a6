#pragma once
// keep_app_ticket: stores the ticket of an app_ticket event for the client, whether or not the event has a
// handler.

#include <feishu/auth/app_tickets.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/raw_event.hpp>

namespace feishu::detail {

/// Stores the ticket. False if the event is not an app_ticket event or has no ticket.
FEISHU_DECL bool keep_app_ticket(auth::app_tickets& tickets, raw_event const& event,
                                 json::read_options const& limits);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/app_ticket.ipp>
#endif
