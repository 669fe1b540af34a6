#pragma once

#include <string>

#include <boost/describe/class.hpp>

#include <feishu/event/impl/app_ticket.hpp>

namespace feishu::detail {

/// The members of auth::v3::app_ticket::pushed that are needed here.
struct ticket_event {
    struct event_data {
        feishu::app_id app_id{};
        std::string app_ticket{};
    };
    event_data event{};
};
BOOST_DESCRIBE_STRUCT(ticket_event::event_data, (), (app_id, app_ticket))
BOOST_DESCRIBE_STRUCT(ticket_event, (), (event))

FEISHU_DECL bool keep_app_ticket(auth::app_tickets& tickets, raw_event const& event,
                                 json::read_options const& limits) {
    if (event.type != "app_ticket")
        return false;
    auto const pushed = json::read<ticket_event>(event.json, limits);
    if (!pushed || pushed->event.app_id.empty() || pushed->event.app_ticket.empty())
        return false;
    tickets.set(pushed->event.app_id, pushed->event.app_ticket);
    return true;
}

} // namespace feishu::detail
