#pragma once
// The members of class state for actions of users and changes to groups.

#include <algorithm>
#include <utility>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/json/impl/escape.hpp>

namespace feishu::emulator {
namespace detail {

inline std::string text_document(std::string_view text) {
    std::string out = "{\"text\":\"";
    json::append_escaped(out, text);
    return out + "\"}";
}

inline std::string image_document(std::string_view key) { return R"({"image_key":")" + std::string(key) + "\"}"; }

inline std::string file_document(std::string_view key, std::string_view name) {
    auto out = R"({"file_key":")" + std::string(key) + R"(","file_name":")";
    json::append_escaped(out, name);
    return out + "\"}";
}

// A message of another that this user has not read yet.
inline bool is_unread(user const& reader, message const& one) {
    return one.user != reader.open_id && !one.removed && !one.deleted && !one.readers->contains(reader.open_id);
}

} // namespace detail

FEISHU_DECL result<feishu::message_id> state::say(feishu::open_id const& user, feishu::chat_id const& chat,
                                                  std::string_view text) {
    return send(user, chat, im::v1::msg_type::text, detail::text_document(text));
}

FEISHU_DECL result<feishu::message_id> state::send_file(feishu::open_id const& user, feishu::chat_id const& chat,
                                                        emulator::resource file) {
    auto const type = file.content_type.starts_with("image/") ? im::v1::msg_type::image : im::v1::msg_type::file;
    return send_file(user, chat, std::move(file), type);
}

FEISHU_DECL result<feishu::message_id> state::send_file(feishu::open_id const& user, feishu::chat_id const& chat,
                                                        emulator::resource file, im::v1::msg_type type) {
    bool const is_image = type == im::v1::msg_type::image;
    auto const name = file.file_name;
    auto const key = add_resource({.file = std::move(file), .is_image = is_image});
    return send(user, chat, type, is_image ? detail::image_document(key) : detail::file_document(key, name));
}

FEISHU_DECL result<feishu::message_id> state::send(feishu::open_id const& user, feishu::chat_id const& chat,
                                                   im::v1::msg_type type, std::string const& document) {
    auto const* speaker = find_user(user);
    auto* where = find_chat(chat);
    if (speaker == nullptr || where == nullptr)
        return refuse(230001);
    caller const who{.kind = token::user, .user = *speaker};
    if (auto ok = require_speaker(who, *where); !ok)
        return ok.error();
    auto content = store_content(*this, open<im::v1::msg_type>(type).str(), document);
    if (!content)
        return content.error();
    if (auto ok = require_content(*this, who, type, document); !ok)
        return ok.error();
    return add_message(draft_message(who, *where, type, std::move(*content))).message_id;
}

FEISHU_DECL result<feishu::message_id> state::reply(feishu::open_id const& user, feishu::message_id const& to,
                                                    std::string_view text) {
    auto const* speaker = find_user(user);
    if (speaker == nullptr)
        return refuse(230001);
    auto const sent = handle(*this, caller{.kind = token::user, .user = *speaker},
                             im::v1::message::reply{.message_id = to,
                                                    .content = detail::text_document(text),
                                                    .msg_type = im::v1::msg_type::text});
    if (!sent)
        return sent.error();
    return sent->message_id;
}

FEISHU_DECL void state::read_all(feishu::open_id const& user) {
    auto* reader = find_user(user);
    if (reader == nullptr)
        return;
    reader->unread_urgent = 0;
    std::vector<message const*> reported;
    for (auto const& chat : chats()) {
        if (!chat.has(user))
            continue;
        for (auto const position : stores_->messages.positions_of(chat.chat_id)) {
            auto& message = stores_->messages.at(position);
            if (!detail::is_unread(*reader, message))
                continue;
            message.readers.edit().emplace(user, now());
            if (chat.mode == chat_mode::p2p && !message.app.empty())
                reported.push_back(&message);
        }
    }
    events::read(*this, *reader, reported);
}

FEISHU_DECL bool state::read(feishu::open_id const& user, feishu::message_id const& id) {
    auto const* reader = find_user(user);
    auto* message = find_message(id);
    auto const* chat = message != nullptr ? find_chat(message->chat_id) : nullptr;
    if (reader == nullptr || chat == nullptr || !chat->has(user) || !detail::is_unread(*reader, *message))
        return false;
    message->readers.edit().emplace(user, now());
    if (chat->mode == chat_mode::p2p && !message->app.empty())
        events::read(*this, *reader, {message});
    return true;
}

FEISHU_DECL result<void> state::recall(feishu::open_id const& user, feishu::message_id const& id) {
    auto const* who = find_user(user);
    if (who == nullptr)
        return refuse(230001);
    auto const done =
        handle(*this, caller{.kind = token::user, .user = *who}, im::v1::message::delete_{.message_id = id});
    if (!done)
        return done.error();
    return {};
}

FEISHU_DECL result<feishu::reaction_id>
state::react(feishu::open_id const& user, feishu::message_id const& id, std::string_view emoji_type) {
    auto const* who = find_user(user);
    auto* what = find_message(id);
    auto const* where = what != nullptr ? find_chat(what->chat_id) : nullptr;
    if (who == nullptr || where == nullptr || what->removed)
        return refuse(230001);
    if (auto ok = require_member({.kind = token::user, .user = *who}, *where); !ok)
        return ok.error();
    if (what->deleted)
        return refuse(230011);
    for (auto const& there : what->reactions)
        if (there.user == user && there.emoji_type == emoji_type)
            return there.reaction_id;
    return add_reaction(*what, {.user = user, .emoji_type = std::string(emoji_type), .time = now()}).reaction_id;
}

FEISHU_DECL bool state::remove_reaction(feishu::open_id const& user, feishu::message_id const& id,
                                        std::string_view emoji_type) {
    auto* what = find_message(id);
    if (what == nullptr)
        return false;
    auto const found = std::ranges::find_if(what->reactions, [&](reaction const& one) {
        return one.user == user && one.emoji_type == emoji_type;
    });
    if (found == what->reactions.end())
        return false;
    remove_reaction(*what, feishu::reaction_id(found->reaction_id));
    return true;
}

FEISHU_DECL void state::tap_menu(feishu::open_id const& user, feishu::app_id const& app,
                                 std::string_view event_key) {
    if (auto const* who = find_user(user))
        events::menu_tapped(*this, app, *who, std::string(event_key));
}

FEISHU_DECL std::string state::issue_app_ticket(feishu::app_id const& app) {
    auto* store_app = find_app(app);
    if (store_app == nullptr)
        return {};
    store_app->app_ticket = make_id("");
    events::app_ticket(*this, *store_app);
    return store_app->app_ticket;
}

} // namespace feishu::emulator
