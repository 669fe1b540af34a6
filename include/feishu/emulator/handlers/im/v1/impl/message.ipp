#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu::emulator {
namespace detail {

namespace im1 = feishu::im::v1;

template <class Response>
Response shown(message const& what) {
    Response out;
    static_cast<im1::model::message&>(out) = what.wire;
    return out;
}

// User ids of the kind that the caller asked for; messages are kept with open_ids.
inline im1::model::message shown_with(state& tenant, message const& what, im1::user_id_type type) {
    auto out = what.wire;
    if (type == im1::user_id_type::open_id)
        return out;
    auto const name = open<im1::user_id_type>(type).str();
    if (auto const* sender = tenant.find_user(what.user); sender != nullptr && !what.user.empty()) {
        out.sender.id = sender->id(type);
        out.sender.id_type = open<im1::sender_id_type>::from_wire(name);
    }
    for (auto& mention : out.mentions)
        if (auto const* user = tenant.find_user(feishu::open_id(mention.id))) {
            mention.id = user->id(type);
            mention.id_type = name;
        }
    return out;
}

inline user* find_receiver(state& tenant, im1::receive_id_type type, std::string const& id) {
    switch (type) {
    case im1::receive_id_type::open_id: return tenant.find_user(feishu::open_id(id));
    case im1::receive_id_type::union_id: return tenant.find_user(im1::user_id_type::union_id, id);
    case im1::receive_id_type::user_id: return tenant.find_user(im1::user_id_type::user_id, id);
    case im1::receive_id_type::email: return tenant.find_user(feishu::email(id));
    case im1::receive_id_type::chat_id: break;
    }
    return nullptr;
}

// The chat that a message goes to, where the caller may speak.
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

// A one-to-one chat may be addressed by its chat_id too; the user must still be available.
inline result<void> require_available_partner(state& tenant, caller const& who, chat const& where) {
    if (where.mode != chat_mode::p2p)
        return {};
    for (auto const& id : where.members)
        if (auto const* whom = tenant.find_user(id))
            if (auto ok = require_available(who, *whom); !ok)
                return ok;
    return {};
}

// What create and reply have in common once they know where.
template <class E>
result<message*> send(state& tenant, caller const& who, chat const& where, E const& request,
                      message* parent = nullptr) {
    if (auto ok = require_available_partner(tenant, who, where); !ok)
        return ok.error();
    auto const& type = *request.msg_type;
    if (type == im1::msg_type::system && (where.mode != chat_mode::p2p || parent != nullptr))
        return refuse(230001, "system messages are for one-to-one chats with the bot");
    auto content = store_content(tenant, type.str(), request.content->document());
    if (!content)
        return content.error();
    auto draft = draft_message(tenant, who, where, type, std::move(*content));
    if (parent != nullptr) {
        draft.wire.parent_id = parent->wire.message_id;
        draft.wire.root_id = parent->wire.root_id.empty() ? parent->wire.message_id : parent->wire.root_id;
        if constexpr (requires { request.reply_in_thread; })
            if (request.reply_in_thread && parent->wire.thread_id.empty())
                parent->wire.thread_id = tenant.make_id("omt_");
        draft.wire.thread_id = parent->wire.thread_id;
    }
    auto& sent = tenant.add_message(std::move(draft));
    if (request.uuid && !request.uuid->empty())
        tenant.remember_sent(who, request.uuid->str(), sent.wire.message_id);
    return &sent;
}

template <class E>
message* sent_before(state& tenant, caller const& who, E const& request) {
    return request.uuid && !request.uuid->empty() ? tenant.find_sent(who, request.uuid->str()) : nullptr;
}

// In a group, its owner, its managers and the bot that created it may recall what others said.
inline bool in_charge(caller const& who, chat const& where) {
    if (where.mode != chat_mode::group)
        return false;
    return who.user ? where.managed_by(who.user->open_id) : where.creator_bot == who.app.app_id;
}

inline im1::recall_type recall_type_of(caller const& who, message const& what, chat const& where) {
    if (sent_by(who, what))
        return im1::recall_type::message_owner;
    bool const owns = who.user ? where.owner == who.user->open_id : where.creator_bot == who.app.app_id;
    return owns ? im1::recall_type::group_owner : im1::recall_type::group_manager;
}

} // namespace detail

FEISHU_DECL result<im::v1::message::create::response> handle(state& tenant, caller const& who,
                                                             im::v1::message::create const& request) {
    using response = im::v1::message::create::response;
    auto const where = detail::find_target(tenant, who, request);
    if (!where)
        return where.error();
    if (auto const* first = detail::sent_before(tenant, who, request))
        return detail::shown<response>(*first);
    auto const sent = detail::send(tenant, who, **where, request);
    if (!sent)
        return sent.error();
    return detail::shown<response>(**sent);
}

FEISHU_DECL result<im::v1::message::reply::response> handle(state& tenant, caller const& who,
                                                            im::v1::message::reply const& request) {
    using request_type = im::v1::message::reply;
    using response = request_type::response;
    auto const parent =
        find_visible_message(tenant, who, request_type::spec, request.message_id, recalled::refuse);
    if (!parent)
        return parent.error();
    auto const& where = *tenant.find_chat((*parent)->wire.chat_id);
    if (auto ok = require_speaker(who, where); !ok)
        return ok.error();
    if (auto const* first = detail::sent_before(tenant, who, request))
        return detail::shown<response>(*first);
    auto const sent = detail::send(tenant, who, where, request, *parent);
    if (!sent)
        return sent.error();
    return detail::shown<response>(**sent);
}

FEISHU_DECL result<im::v1::message::get::response> handle(state& tenant, caller const& who,
                                                          im::v1::message::get const& request) {
    using request_type = im::v1::message::get;
    auto const found =
        find_visible_message(tenant, who, request_type::spec, request.message_id, recalled::allow);
    if (!found)
        return found.error();
    auto const type = request.user_id_type.value_or(im::v1::user_id_type::open_id);
    return request_type::response{.items = {detail::shown_with(tenant, **found, type)}};
}

namespace detail {

// The chat of a list's container; a thread's is that of its messages.
inline result<chat*> find_container(state& tenant, im1::message::list const& request) {
    if (*request.container_id_type == im1::container_id_type::thread) {
        for (auto const& message : tenant.messages())
            if (message.wire.thread_id.str() == *request.container_id)
                return tenant.find_chat(message.wire.chat_id);
    } else if (auto* found = tenant.find_chat(feishu::chat_id(*request.container_id))) {
        return found;
    }
    return refuse(230001, "invalid container_id");
}

inline bool in_list(message const& what, im1::message::list const& request) {
    auto const& wire = what.wire;
    if (what.removed)
        return false;
    if (*request.container_id_type == im1::container_id_type::thread) {
        if (wire.thread_id.str() != *request.container_id)
            return false;
    } else if (!wire.thread_id.empty() && !wire.root_id.empty()) {
        return false; // inside a thread
    }
    auto const second = wire.create_time.count() / 1000;
    return (!request.start_time.has_value() || second >= request.start_time.count()) &&
           (!request.end_time.has_value() || second <= request.end_time.count());
}

// What a page token belongs to: everything of the query but the size of its pages.
inline std::string list_query(im1::message::list const& request) {
    return request.container_id_type->str() + '\n' + *request.container_id + '\n' +
           std::to_string(request.start_time.count()) + '\n' + std::to_string(request.end_time.count()) +
           '\n' + request.sort_type.str();
}

} // namespace detail

FEISHU_DECL result<im::v1::message::list::response> handle(state& tenant, caller const& who,
                                                           im::v1::message::list const& request) {
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    auto const where = detail::find_container(tenant, request);
    if (!where)
        return where.error();
    if (auto ok = require_member(who, **where); !ok)
        return ok.error();
    bool const newest_first = request.sort_type == im::v1::sort_type::ByCreateTimeDesc;
    auto const query = detail::list_query(request);
    std::uint64_t behind = newest_first ? static_cast<std::uint64_t>(-1) : 0;
    if (request.page_token && !request.page_token->empty()) {
        auto const position = read_page_token(query, *request.page_token);
        if (!position)
            return refuse(230001, "invalid page_token");
        behind = *position;
    }
    auto messages = tenant.messages_of((*where)->chat_id);
    if (newest_first)
        std::ranges::reverse(messages);
    im::v1::message::list::response page;
    auto const size = static_cast<std::size_t>(static_cast<int>(request.page_size));
    std::uint64_t last = 0;
    for (auto const* message : messages) {
        bool const seen = newest_first ? message->sequence >= behind : message->sequence <= behind;
        if (seen || !detail::in_list(*message, request))
            continue;
        if (page.items.size() == size) {
            page.has_more = true;
            page.page_token = make_page_token(query, last);
            break;
        }
        page.items.push_back(message->wire);
        last = message->sequence;
    }
    return page;
}

FEISHU_DECL result<im::v1::message::update::response> handle(state& tenant, caller const& who,
                                                             im::v1::message::update const& request) {
    using request_type = im::v1::message::update;
    auto const found =
        find_visible_message(tenant, who, request_type::spec, request.message_id, recalled::refuse);
    if (!found)
        return found.error();
    auto& message = **found;
    if (!sent_by(who, message))
        return refuse(230071);
    auto const& type = message.wire.msg_type;
    if (type != im::v1::msg_type::text && type != im::v1::msg_type::post)
        return refuse(230054);
    if (message.edits >= tenant.settings.max_edits)
        return refuse(230072);
    if (tenant.now() - message.wire.create_time.time() > tenant.settings.edit_window)
        return refuse(230075);
    if (auto ok = require_speaker(who, *tenant.find_chat(message.wire.chat_id)); !ok)
        return ok.error();
    auto content = store_content(tenant, request.msg_type.value().str(), request.content->document());
    if (!content)
        return content.error();
    ++message.edits;
    message.wire.msg_type = *request.msg_type;
    message.wire.body.content = std::move(content->document);
    message.wire.mentions = std::move(content->mentions);
    message.wire.updated = true;
    message.wire.update_time = tenant.now();
    return detail::shown<request_type::response>(message);
}

FEISHU_DECL result<im::v1::message::delete_::response> handle(state& tenant, caller const& who,
                                                              im::v1::message::delete_ const& request) {
    using request_type = im::v1::message::delete_;
    auto const found =
        find_visible_message(tenant, who, request_type::spec, request.message_id, recalled::refuse);
    if (!found)
        return found.error();
    auto& message = **found;
    bool const others = detail::in_charge(who, *tenant.find_chat(message.wire.chat_id));
    if (!others && !sent_by(who, message))
        return refuse(230026);
    auto const age = tenant.now() - message.wire.create_time.time();
    auto const window = others ? std::chrono::hours(365 * 24) : tenant.settings.recall_window;
    if (age > window)
        return refuse(230009);
    message.wire.deleted = true;
    message.wire.update_time = tenant.now();
    message.wire.body.content = "This message was recalled";
    message.wire.mentions.clear();
    events::recalled(tenant, message, detail::recall_type_of(who, message, *tenant.find_chat(message.wire.chat_id)));
    return request_type::response{};
}

FEISHU_DECL result<im::v1::message::urgent_app::response> handle(state& tenant, caller const& who,
                                                                 im::v1::message::urgent_app const& request) {
    using request_type = im::v1::message::urgent_app;
    auto const found =
        find_visible_message(tenant, who, request_type::spec, request.message_id, recalled::refuse);
    if (!found)
        return found.error();
    auto& message = **found;
    if (!sent_by(who, message))
        return refuse(230012);
    auto const& where = *tenant.find_chat(message.wire.chat_id);
    auto const type = request.user_id_type.value_or(im::v1::user_id_type::open_id);
    request_type::response answer;
    std::vector<user*> receivers;
    for (auto const& id : *request.user_id_list) {
        auto* whom = tenant.find_user(type, id);
        if (whom == nullptr || !where.has(whom->open_id))
            answer.invalid_user_id_list.push_back(id);
        else if (std::ranges::find(receivers, whom) == receivers.end())
            receivers.push_back(whom);
    }
    if (receivers.empty())
        return refuse(230001, "no valid user in user_id_list");
    for (auto const* whom : receivers)
        if (whom->unread_urgent > tenant.settings.max_unread_urgent)
            return refuse(230023);
    auto& quota = tenant.settings.urgent_quota;
    if (quota && *quota < static_cast<int>(receivers.size()))
        return refuse(230024);
    if (quota)
        *quota -= static_cast<int>(receivers.size());
    for (auto* whom : receivers) {
        ++whom->unread_urgent;
        message.urged.insert(whom->open_id);
    }
    return answer;
}

} // namespace feishu::emulator
