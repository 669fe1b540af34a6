#pragma once

#include <string>
#include <utility>

#include <boost/json/parse.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
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

namespace detail {

inline bool has_scope(std::optional<std::set<std::string>> const& granted, char const* scope) {
    return !granted || granted->contains(scope);
}

// Messages to one chat per second, of all bots together.
inline constexpr std::uint64_t chat_rate = 5;

inline std::string content_member(boost::json::object const& in, std::string_view name) {
    auto const* found = in.if_contains({name.data(), name.size()});
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

// Whether a file that was uploaded as `uploaded` can be sent as `type`.
inline bool fits(open<im::v1::file_type> const& uploaded, im::v1::msg_type type) {
    if (!uploaded.has_value())
        return true; // sent by a user
    if (type == im::v1::msg_type::audio)
        return uploaded == im::v1::file_type::opus;
    bool const video = uploaded == im::v1::file_type::mp4;
    return type == im::v1::msg_type::media ? video : !video && uploaded != im::v1::file_type::opus;
}

inline result<void> require_resource(state& tenant, caller const& who, im::v1::msg_type type, std::string const& key,
                                     bool image) {
    auto const* found = tenant.find_resource(key);
    if (found == nullptr)
        return refuse(230001, image ? "invalid image_key" : "invalid file_key");
    if (type == im::v1::msg_type::sticker)
        return {}; // a bot sends those that it has received
    if (found->app != who.app.app_id)
        return refuse(230017);
    if (found->is_image != image || found->is_avatar || !fits(found->type, image ? im::v1::msg_type::file : type))
        return refuse(230055);
    return {};
}

inline result<void> require_shared_chat(state& tenant, caller const& who, std::string const& id) {
    auto const* shared = tenant.find_chat(feishu::chat_id(id));
    if (shared == nullptr)
        return refuse(230001, "invalid chat_id");
    if (shared->mode == chat_mode::p2p)
        return refuse(230015);
    return require_member(who, *shared);
}

inline result<void> require_shared_user(state& tenant, caller const& who, std::string const& id) {
    auto const* shared = tenant.find_user(feishu::open_id(id));
    return shared == nullptr ? refuse(230001, "invalid user_id") : require_available(who, *shared);
}

inline result<void> require_references(state& tenant, caller const& who, im::v1::msg_type type,
                                       boost::json::object const& content) {
    switch (type) {
    case im::v1::msg_type::image:
        return require_resource(tenant, who, type, content_member(content, "image_key"), true);
    case im::v1::msg_type::media:
        if (auto const cover = content_member(content, "image_key"); !cover.empty())
            if (auto ok = require_resource(tenant, who, type, cover, true); !ok)
                return ok;
        [[fallthrough]];
    case im::v1::msg_type::file:
    case im::v1::msg_type::audio:
    case im::v1::msg_type::sticker:
        return require_resource(tenant, who, type, content_member(content, "file_key"), false);
    case im::v1::msg_type::share_chat: return require_shared_chat(tenant, who, content_member(content, "chat_id"));
    case im::v1::msg_type::share_user: return require_shared_user(tenant, who, content_member(content, "user_id"));
    case im::v1::msg_type::system:
        if (content_member(content, "type") != "divider")
            return refuse(230001, "the type of a system message is divider");
        return {};
    default: return {};
    }
}

} // namespace detail

FEISHU_DECL result<void> require_reading_scope(caller const& who, chat const& where) {
    bool const group = where.mode == chat_mode::group;
    if (!who.user)
        return !group || detail::has_scope(who.app.scopes, "im:message.group_msg")
                   ? result<void>{}
                   : refuse(230027, "need scope: im:message.group_msg");
    auto const* scope = group ? "im:message.group_msg:get_as_user" : "im:message.p2p_msg:get_as_user";
    if (detail::has_scope(who.app.scopes, scope) && detail::has_scope(who.granted, scope))
        return {};
    return refuse(230027, "need scope: " + std::string(scope));
}

FEISHU_DECL result<void> require_rate(state& tenant, chat const& where) {
    if (tenant.settings.documented_rates &&
        !tenant.rates().take_message(where.chat_id, detail::chat_rate, tenant.now()))
        return refuse(230020);
    return {};
}

FEISHU_DECL result<void> require_content(state& tenant, caller const& who, im::v1::msg_type type,
                                         std::string_view document) {
    bool const rich = type == im::v1::msg_type::post || type == im::v1::msg_type::interactive;
    if (document.size() > (rich ? max_rich_content_bytes : max_content_bytes))
        return refuse(230025);
    if (rich || type == im::v1::msg_type::text)
        return {};
    boost::system::error_code failed;
    auto const content = boost::json::parse({document.data(), document.size()}, failed);
    if (failed || !content.is_object())
        return refuse(230001, "content is not an object");
    return detail::require_references(tenant, who, type, content.get_object());
}

FEISHU_DECL user* find_receiver(state& tenant, im::v1::receive_id_type type, std::string const& id) {
    switch (type) {
    case im::v1::receive_id_type::open_id: return tenant.find_user(feishu::open_id(id));
    case im::v1::receive_id_type::union_id: return tenant.find_user(im::v1::user_id_type::union_id, id);
    case im::v1::receive_id_type::user_id: return tenant.find_user(im::v1::user_id_type::user_id, id);
    case im::v1::receive_id_type::email: return tenant.find_user(feishu::email(id));
    case im::v1::receive_id_type::chat_id: break;
    }
    return nullptr;
}

// Also if the chat is addressed by its chat_id.
FEISHU_DECL result<void> require_available_partner(state& tenant, caller const& who, chat const& where) {
    if (where.mode != chat_mode::p2p)
        return {};
    for (auto const& id : where.members)
        if (auto const* whom = tenant.find_user(id))
            if (auto ok = require_available(who, *whom); !ok)
                return ok;
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

FEISHU_DECL bool is_child(message const& what) { return !what.links->upper_message_id.empty(); }

FEISHU_DECL bool sent_by(caller const& who, message const& what) {
    return who.user ? what.user == who.user->open_id : what.app == who.app.app_id;
}

namespace detail {

inline im::v1::model::sender sender_of(state& tenant, message const& one, im::v1::user_id_type type,
                                       bool with_name) {
    im::v1::model::sender out;
    out.tenant_key = tenant.tenant_key();
    out.sender_type = one.user.empty() ? im::v1::sender_type::app : im::v1::sender_type::user;
    out.id_type = im::v1::sender_id_type::app_id;
    out.id = one.app.str();
    if (one.user.empty()) {
        auto const* bot = tenant.find_app(one.app);
        if (bot != nullptr)
            out.open_bot_id = bot->bot_open_id;
        if (bot != nullptr && with_name)
            out.sender_name = bot->name;
        return out;
    }
    auto const* who = tenant.find_user(one.user);
    if (who != nullptr && with_name)
        out.sender_name = who->name;
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

FEISHU_DECL im::v1::model::message shown(state& tenant, message const& one, im::v1::user_id_type type,
                                         bool with_sender_name) {
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
    out.sender = detail::sender_of(tenant, one, type, with_sender_name);
    out.body.content = one.content;
    out.mentions = detail::mentions_of(tenant, one, type);
    if (one.position == 0) // a child of a merged forward
        return out;
    out.message_position = std::to_string(one.position);
    if (one.links->thread_position > 0)
        out.thread_message_position = std::to_string(one.links->thread_position);
    out.message_app_link = "https://applink.feishu.cn/client/chat/open?openChatId=" + one.chat_id.str() +
                           "&position=" + *out.message_position;
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
