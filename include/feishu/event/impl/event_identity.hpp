#pragma once
// Types of events that occur at most once per object, and the member that identifies the object. Types that may
// recur on one object (reactions, members, chat updates, card actions) are identified by their event id only.

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

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

/// The key of an event, see event_identity; empty without `object` and `id`.
FEISHU_DECL std::string join_identity(std::string_view app, std::string_view type, std::string_view object,
                                      std::string_view id);

inline void copy_id(std::convertible_to<std::string_view> auto const& from, std::string& to) {
    to = std::string_view(from);
}

/// The id of the object, from the struct of `event`; empty if the type has none, or the struct lacks it.
template <class Event>
std::string object_id_in(std::string_view type, Event const& event) {
    identifying_members members;
    auto* const id = identifying_member(type, members);
    if (id == nullptr)
        return {};
    if constexpr (requires { copy_id(event.message.message_id, *id); })
        copy_id(event.message.message_id, members.message.message_id);
    if constexpr (requires { copy_id(event.message_id, *id); })
        copy_id(event.message_id, members.message_id);
    if constexpr (requires { copy_id(event.chat_id, *id); })
        copy_id(event.chat_id, members.chat_id);
    if constexpr (requires { copy_id(event.feedback_id, *id); })
        copy_id(event.feedback_id, members.feedback_id);
    if constexpr (requires { copy_id(event.order_id, *id); })
        copy_id(event.order_id, members.order_id);
    if constexpr (requires { copy_id(event.app_id, *id); })
        copy_id(event.app_id, members.app_id);
    return std::move(*id);
}

} // namespace feishu::detail
