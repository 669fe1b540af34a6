#pragma once

#include <string>
#include <string_view>

#include <boost/describe/class.hpp>

#include <feishu/event/raw_event.hpp>

namespace feishu {
namespace detail {

/// The members that identify the object of an event, for all types with a natural identity.
struct identifying_members {
    struct message_data {
        std::string message_id;
    };
    struct body {
        message_data message;
        std::string message_id;
        std::string chat_id;
        std::string feedback_id;
        std::string order_id;
        std::string app_id;
    };
    body event;
};
BOOST_DESCRIBE_STRUCT(identifying_members::message_data, (), (message_id))
BOOST_DESCRIBE_STRUCT(identifying_members::body, (),
                      (message, message_id, chat_id, feedback_id, order_id, app_id))
BOOST_DESCRIBE_STRUCT(identifying_members, (), (event))

/// A type of event that occurs at most once per object, and the member that identifies the object. Types that
/// may recur on one object (reactions, members, chat updates, card actions) are identified by their event id
/// only.
struct natural_identity {
    std::string_view type;
    std::string const& (*value)(identifying_members::body const&);
};

inline natural_identity const* find_natural_identity(std::string_view type) {
    using body = identifying_members::body;
    static constexpr natural_identity all[] = {
        {"im.message.receive_v1", [](body const& b) -> std::string const& { return b.message.message_id; }},
        {"im.message.recalled_v1", [](body const& b) -> std::string const& { return b.message_id; }},
        {"im.chat.disbanded_v1", [](body const& b) -> std::string const& { return b.chat_id; }},
        {"p2p_chat_create", [](body const& b) -> std::string const& { return b.chat_id; }},
        {"application.application.feedback.created_v6",
         [](body const& b) -> std::string const& { return b.feedback_id; }},
        {"application.application.created_v6", [](body const& b) -> std::string const& { return b.app_id; }},
        {"order_paid", [](body const& b) -> std::string const& { return b.order_id; }},
    };
    for (auto const& one : all)
        if (one.type == type)
            return &one;
    return nullptr;
}

} // namespace detail

FEISHU_DECL std::string event_identity(raw_event const& event) {
    auto const app = event.app_id.str() + '/'; // several apps of a tenant may receive the same event
    if (auto const* const natural = detail::find_natural_identity(event.type))
        if (auto const read = json::read<detail::identifying_members>(event.json))
            if (auto const& value = natural->value(read->event); !value.empty())
                return app + event.type + '/' + value;
    return event.id.empty() ? std::string() : app + event.id.str();
}

} // namespace feishu
