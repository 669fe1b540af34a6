#pragma once

#include <feishu/event/impl/event_identity.hpp>
#include <feishu/event/raw_event.hpp>

namespace feishu {
namespace detail {

FEISHU_DECL std::string* identifying_member(std::string_view type, identifying_members& members) {
    struct identified_type {
        std::string_view type;
        std::string identifying_members::*member;
    };
    if (type == "im.message.receive_v1")
        return &members.message.message_id;
    using all = identifying_members;
    static constexpr identified_type types[] = {
        {"im.message.recalled_v1", &all::message_id},
        {"im.chat.disbanded_v1", &all::chat_id},
        {"p2p_chat_create", &all::chat_id},
        {"application.application.feedback.created_v6", &all::feedback_id},
        {"application.application.created_v6", &all::app_id},
        {"order_paid", &all::order_id},
    };
    for (auto const& one : types)
        if (one.type == type)
            return &(members.*one.member);
    return nullptr;
}

/// A document as far as the object of its event is described.
struct identifying_document {
    identifying_members event;
};
BOOST_DESCRIBE_STRUCT(identifying_document, (), (event))

/// The id of the object; empty if the type has none, or the event lacks it.
inline std::string object_id_of(raw_event const& event) {
    identifying_document document;
    auto* const id = identifying_member(event.type, document.event);
    if (id == nullptr || !event.object_id.empty())
        return event.object_id;
    if (!json::read_into(document, event.json))
        return {};
    return std::move(*id);
}

FEISHU_DECL std::string join_identity(std::string_view app, std::string_view type, std::string_view object,
                                      std::string_view id) {
    if (object.empty() && id.empty())
        return {};
    std::string key;
    key.reserve(app.size() + type.size() + object.size() + id.size() + 2);
    (key += app) += '/'; // several apps of a tenant may receive the same event
    if (object.empty())
        return key += id;
    (key += type) += '/';
    return key += object;
}

} // namespace detail

FEISHU_DECL std::string event_identity(raw_event const& event) {
    return detail::join_identity(event.app_id.str(), event.type, detail::object_id_of(event), event.id.str());
}

} // namespace feishu
