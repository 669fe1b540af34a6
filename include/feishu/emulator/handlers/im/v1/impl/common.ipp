#pragma once

#include <utility>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<void> require_bot(caller const& who) {
    if (!who.user && !who.app.bot)
        return refuse(230006);
    return {};
}

FEISHU_DECL result<void> require_member(caller const& who, chat const& where) {
    if (auto ok = require_bot(who); !ok)
        return ok;
    if (where.dissolved)
        return refuse(232009);
    if (who.user ? !where.has(who.user->open_id) : !where.has(who.app.app_id))
        return refuse(230002);
    return {};
}

FEISHU_DECL result<void> require_speaker(caller const& who, chat const& where) {
    if (auto ok = require_member(who, where); !ok)
        return ok;
    if (who.user ? !where.lets_speak(who.user->open_id) : !where.lets_speak(who.app.app_id))
        return refuse(230018);
    return {};
}

FEISHU_DECL result<void> require_available(caller const& who, user const& whom) {
    if (whom.resigned)
        return refuse(230029);
    if (!who.user && who.app.available_to && !who.app.available_to->contains(whom.open_id))
        return refuse(230013);
    return {};
}

FEISHU_DECL result<message*> find_visible_message(state& tenant, caller const& who, endpoint_spec const& spec,
                                                  feishu::message_id const& id, recalled policy) {
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    auto* found = tenant.find_message(id);
    if (found == nullptr)
        return refuse(230001, "invalid message_id");
    auto const* where = tenant.find_chat(found->chat_id);
    if (where == nullptr) // a message that a test stored without its chat
        return refuse(230002);
    if (auto ok = require_member(who, *where); !ok)
        return ok.error();
    if (found->removed)
        return refuse(documented(spec, 230110, 230011));
    if (found->deleted && policy == recalled::refuse)
        return refuse(documented(spec, 230011, 230110));
    return found;
}

FEISHU_DECL bool sent_by(caller const& who, message const& what) {
    return who.user ? what.user == who.user->open_id : what.app == who.app.app_id;
}

namespace detail {

inline im::v1::model::sender sender_of(state& tenant, message const& one, im::v1::user_id_type type) {
    im::v1::model::sender out;
    out.tenant_key = tenant.tenant_key();
    out.sender_type = one.user.empty() ? im::v1::sender_type::app : im::v1::sender_type::user;
    out.id_type = im::v1::sender_id_type::app_id;
    out.id = one.app.str();
    if (one.user.empty())
        return out;
    auto const* who = tenant.find_user(one.user);
    out.id_type = open<im::v1::sender_id_type>::from_wire(open<im::v1::user_id_type>(type).str());
    out.id = who != nullptr ? who->id(type) : one.user.str();
    return out;
}

inline std::vector<im::v1::model::mention> mentions_of(state& tenant, message const& one,
                                                       im::v1::user_id_type type) {
    auto out = one.mentions; // with open_ids
    if (type == im::v1::user_id_type::open_id)
        return out;
    for (auto& mention : out)
        if (auto const* user = tenant.find_user(feishu::open_id(mention.id))) {
            mention.id = user->id(type);
            mention.id_type = open<im::v1::user_id_type>(type).str();
        }
    return out;
}

} // namespace detail

FEISHU_DECL im::v1::model::message shown(state& tenant, message const& one, im::v1::user_id_type type) {
    im::v1::model::message out;
    out.message_id = one.message_id;
    out.root_id = one.links->root_id;
    out.parent_id = one.links->parent_id;
    out.thread_id = one.links->thread_id;
    out.upper_message_id = one.links->upper_message_id;
    out.msg_type = one.msg_type;
    out.create_time = one.create_time;
    out.update_time = one.update_time;
    out.deleted = one.deleted;
    out.updated = one.updated;
    out.chat_id = one.chat_id;
    out.sender = detail::sender_of(tenant, one, type);
    out.body.content = one.content;
    out.mentions = detail::mentions_of(tenant, one, type);
    out.message_position = std::to_string(one.position);
    return out;
}

FEISHU_DECL im::v1::msg_type msg_type_of(std::string_view name) {
    return open<im::v1::msg_type>(name).value_or(im::v1::msg_type::text);
}

FEISHU_DECL message draft_message(caller const& who, chat const& where,
                                  im::v1::msg_type type, stored_content content) {
    message draft;
    if (who.user)
        draft.user = who.user->open_id;
    else
        draft.app = who.app.app_id;
    draft.msg_type = type;
    draft.chat_id = where.chat_id;
    draft.content = std::move(content.document);
    draft.mentions = std::move(content.mentions);
    return draft;
}

} // namespace feishu::emulator
