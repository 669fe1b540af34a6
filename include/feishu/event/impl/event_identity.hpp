#pragma once
// Types of events that occur at most once per object, and the member that identifies the object. Types that may
// recur on one object (reactions, members, chat updates, card actions) are identified by their event id only.

#include <string>
#include <string_view>

#include <boost/describe/class.hpp>

#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// The members of `event` that identify its object, for all types with such a member.
struct identifying_members {
    struct message_data {
        std::string message_id;
    };
    message_data message;
    std::string message_id;
    std::string chat_id;
    std::string feedback_id;
    std::string order_id;
    std::string app_id;
};
BOOST_DESCRIBE_STRUCT(identifying_members::message_data, (), (message_id))
BOOST_DESCRIBE_STRUCT(identifying_members, (), (message, message_id, chat_id, feedback_id, order_id, app_id))

/// The id in the identifying member of this type; null if the type has none.
FEISHU_DECL std::string* identifying_member(std::string_view type, identifying_members& members);

} // namespace feishu::detail
