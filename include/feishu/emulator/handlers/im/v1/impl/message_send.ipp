#pragma once

#include <string>
#include <utility>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

namespace im1 = feishu::im::v1;

// The chat of the receiver, if the caller may speak there.
inline result<chat*> find_target(state& tenant, caller const& who, im1::message::create const& request) {
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    auto const type = request.receive_id_type->value_or(im1::receive_id_type::chat_id);
    chat* where = nullptr;
    if (type == im1::receive_id_type::chat_id) {
        where = tenant.find_chat(feishu::chat_id(*request.receive_id));
    } else if (auto const* whom = find_receiver(tenant, type, *request.receive_id)) {
        if (auto ok = require_available(who, *whom); !ok)
            return ok.error();
        where = &tenant.p2p_chat(who, whom->open_id);
    }
    if (where == nullptr)
        return refuse(230001, "invalid receive_id");
    if (auto ok = require_speaker(who, *where); !ok)
        return ok.error();
    return where;
}

// What create and reply do once they know the chat.
template <class E>
result<message*> send(state& tenant, caller const& who, chat const& where, E const& request,
                      message* parent = nullptr) {
    if (auto ok = require_available_partner(tenant, who, where); !ok)
        return ok.error();
    auto const type = msg_type_of(request.msg_type.value().str());
    if (type == im1::msg_type::system && (where.mode != chat_mode::p2p || parent != nullptr))
        return refuse(230001, "system messages can only be sent to one-to-one chats with the bot");
    auto content = store_content(tenant, request.msg_type.value().str(), request.content->document(), who.app.app_id);
    if (!content)
        return content.error();
    auto const entity = content->card;
    if (auto ok = require_content(tenant, who, type, request.content->document()); !ok)
        return ok.error();
    if (auto ok = require_rate(tenant, where); !ok)
        return ok.error();
    auto draft = draft_message(who, where, type, std::move(*content));
    if (parent != nullptr) {
        if constexpr (requires { request.reply_in_thread; })
            if (request.reply_in_thread.value_or(false) && parent->links->thread_id.empty())
                parent->links.edit().thread_id = tenant.make_id("omt_");
        draft.links.edit() = {.root_id = parent->links->root_id.empty() ? parent->message_id : parent->links->root_id,
                              .parent_id = parent->message_id,
                              .thread_id = parent->links->thread_id};
    }
    auto& sent = tenant.add_message(std::move(draft));
    if (auto* card = tenant.cards().find(entity))
        tenant.cards().bind(*card, sent.message_id);
    if (request.uuid && !request.uuid->empty())
        tenant.record_uuid(who, request.uuid->str(), sent);
    return &sent;
}

template <class E>
message* find_duplicate(state& tenant, caller const& who, E const& request) {
    return request.uuid && !request.uuid->empty() ? tenant.find_by_uuid(who, request.uuid->str()) : nullptr;
}

} // namespace detail

FEISHU_DECL result<im::v1::message::create::response> handle(state& tenant, caller const& who,
                                                             im::v1::message::create const& request) {
    using response_type = im::v1::message::create::response;
    auto const where = detail::find_target(tenant, who, request);
    if (!where)
        return where.error();
    if (auto const* first = detail::find_duplicate(tenant, who, request))
        return to_response<response_type>(tenant, *first);
    auto const sent = detail::send(tenant, who, **where, request);
    if (!sent)
        return sent.error();
    return to_response<response_type>(tenant, **sent);
}

FEISHU_DECL result<im::v1::message::reply::response> handle(state& tenant, caller const& who,
                                                            im::v1::message::reply const& request) {
    using request_type = im::v1::message::reply;
    using response_type = request_type::response;
    auto const parent =
        find_visible_message(tenant, who, request_type::spec, request.message_id, recalled::refuse);
    if (!parent)
        return parent.error();
    auto const& where = *tenant.find_chat((*parent)->chat_id);
    if (auto ok = require_speaker(who, where); !ok)
        return ok.error();
    if (is_child(**parent))
        return refuse(230050);
    if ((*parent)->msg_type == im::v1::msg_type::system || ((*parent)->batch && !who.user))
        return refuse(230054);
    if ((*parent)->msg_type == im::v1::msg_type::merge_forward && request.reply_in_thread.value_or(false))
        return refuse(230072, "a merged forward has no thread");
    if (auto const* first = detail::find_duplicate(tenant, who, request))
        return to_response<response_type>(tenant, *first);
    auto const sent = detail::send(tenant, who, where, request, *parent);
    if (!sent)
        return sent.error();
    return to_response<response_type>(tenant, **sent);
}

} // namespace feishu::emulator
