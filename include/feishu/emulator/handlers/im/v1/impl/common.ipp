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
    auto const moderates =
        who.user ? where.managed_by(who.user->open_id) : where.creator_bot == who.app.app_id;
    if (where.muted && !moderates)
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
    auto const* where = tenant.find_chat(found->wire.chat_id);
    if (where == nullptr) // a message that a test stored without its chat
        return refuse(230002);
    if (auto ok = require_member(who, *where); !ok)
        return ok.error();
    if (found->removed)
        return refuse(documented(spec, 230110, 230011));
    if (found->wire.deleted && policy == recalled::refuse)
        return refuse(documented(spec, 230011, 230110));
    return found;
}

FEISHU_DECL bool sent_by(caller const& who, message const& what) {
    return who.user ? what.user == who.user->open_id : what.app == who.app.app_id;
}

FEISHU_DECL message draft_message(state const& tenant, caller const& who, chat const& where,
                                  open<im::v1::msg_type> type, stored_content content) {
    message draft;
    if (who.user)
        draft.user = who.user->open_id;
    else
        draft.app = who.app.app_id;
    draft.wire.msg_type = std::move(type);
    draft.wire.chat_id = where.chat_id;
    draft.wire.sender.id = who.user ? who.user->open_id.str() : who.app.app_id.str();
    draft.wire.sender.id_type = who.user ? im::v1::sender_id_type::open_id : im::v1::sender_id_type::app_id;
    draft.wire.sender.sender_type = who.user ? im::v1::sender_type::user : im::v1::sender_type::app;
    draft.wire.sender.tenant_key = tenant.tenant_key();
    draft.wire.body.content = std::move(content.document);
    draft.wire.mentions = std::move(content.mentions);
    return draft;
}

} // namespace feishu::emulator
