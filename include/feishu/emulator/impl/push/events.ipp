#pragma once

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include <feishu/api/application/v6/bot.hpp>
#include <feishu/api/auth/v3/app_ticket.hpp>
#include <feishu/api/callback/v1/url_preview.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_reaction.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/push/publish.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator::events {
namespace detail {

namespace im1 = feishu::im::v1;

inline std::vector<feishu::app_id> bots_of(state& tenant, message const& what) {
    auto const* where = tenant.find_chat(what.chat_id);
    return where != nullptr ? where->bots : std::vector<feishu::app_id>{};
}

// Group messages are received with the scope for all of them, or, if the bot is mentioned, with the scope for
// that.
inline bool may_receive_message(app const& to, chat const& where, message const& what) {
    constexpr std::string_view one_to_one[]{"im:message.p2p_msg", "im:message.p2p_msg:readonly"};
    constexpr std::string_view everything[]{"im:message.group_msg", "im:message.group_msg:readonly"};
    constexpr std::string_view mentions[]{"im:message.group_at_msg", "im:message.group_at_msg:readonly",
                                          "im:message.group_at_msg.include_bot:readonly"};
    constexpr std::string_view of_bots[]{"im:message.group_at_msg.include_bot:readonly"};
    auto const mentioned = [&] {
        return std::ranges::any_of(what.mentions,
                                   [&](auto const& mention) { return to.bot_open_id == mention.id; });
    };
    if (what.user.empty())
        return where.mode == chat_mode::group && to.app_id != what.app && has_one_of(to, of_bots) && mentioned();
    if (where.mode == chat_mode::p2p)
        return has_one_of(to, one_to_one);
    return has_one_of(to, everything) || (has_one_of(to, mentions) && mentioned());
}

inline im1::model::event_message shown_message(state& tenant, app const& to, chat const& where,
                                               message const& what) {
    im1::model::event_message out;
    out.message_id = what.message_id;
    out.root_id = what.links->root_id;
    out.parent_id = what.links->parent_id;
    out.create_time = what.create_time;
    out.update_time = what.update_time;
    out.chat_id = what.chat_id;
    out.thread_id = what.links->thread_id;
    out.chat_type = where.mode == chat_mode::p2p ? im1::chat_type::p2p : im1::chat_type::group;
    out.message_type = what.msg_type;
    out.content = what.content;
    for (auto const& mention : what.mentions) {
        feishu::open_id const id(mention.id);
        out.mentions.push_back({.key = mention.key,
                                .id = ids_of(tenant, to, id),
                                .mentioned_type = tenant.find_user(id) != nullptr ? "user" : "bot",
                                .name = mention.name,
                                .tenant_key = mention.tenant_key});
    }
    return out;
}

inline im1::model::reaction_event reaction_of(state& tenant, app const& to, message const& what,
                                              reaction const& how) {
    im1::model::reaction_event out;
    out.message_id = what.message_id;
    out.reaction_type.emoji_type = open<im1::emoji_type>(how.emoji_type);
    out.operator_type = how.user.empty() ? im1::operator_type::app : im1::operator_type::user;
    out.app_id = how.app;
    if (!how.user.empty())
        out.user_id = ids_of(tenant, to, how.user);
    out.action_time = tenant.now();
    return out;
}

inline callback::v1::model::callback_operator operator_of(state& tenant, app const& to, user const& who) {
    auto const ids = ids_of(to, who);
    return {.tenant_key = tenant.tenant_key(),
            .user_id = ids.user_id,
            .union_id = ids.union_id,
            .open_id = ids.open_id};
}

} // namespace detail

FEISHU_DECL void sent(state& tenant, message const& what) {
    using event_type = im::v1::message::receive_v1;
    auto const* where = tenant.find_chat(what.chat_id);
    auto const* speaker = tenant.find_user(what.user);
    auto const* bot = tenant.find_app(what.app);
    if (where == nullptr || (speaker == nullptr && bot == nullptr))
        return;
    for (auto const& id : where->bots)
        if (auto const* app = tenant.find_app(id);
            app != nullptr && detail::may_receive_message(*app, *where, what))
            detail::publish<event_type>(tenant, id, [&](auto const& to) {
                event_type::event_data out;
                if (speaker != nullptr)
                    out.sender.sender_id = detail::ids_of(to, *speaker);
                else
                    out.sender.sender_id.open_id = bot->bot_open_id;
                out.sender.sender_type =
                    speaker != nullptr ? im::v1::event_sender_type::user : im::v1::event_sender_type::bot;
                out.sender.tenant_key = tenant.tenant_key();
                out.message = detail::shown_message(tenant, to, *where, what);
                return out;
            });
}

FEISHU_DECL void read(state& tenant, user const& reader, std::vector<message const*> const& messages) {
    using event_type = im::v1::message::message_read_v1;
    std::vector<feishu::app_id> senders;
    for (auto const* what : messages)
        if (std::ranges::find(senders, what->app) == senders.end())
            senders.push_back(what->app);
    detail::publish_all<event_type>(tenant, senders, [&](app const& to) {
        event_type::event_data out;
        out.reader = {.reader_id = detail::ids_of(to, reader),
                      .read_time = tenant.now(),
                      .tenant_key = tenant.tenant_key()};
        for (auto const* what : messages)
            if (what->app == to.app_id)
                out.message_id_list.push_back(what->message_id);
        return out;
    });
}

FEISHU_DECL void recalled(state& tenant, message const& what, im::v1::recall_type type) {
    using event_type = im::v1::message::recalled_v1;
    detail::publish_all<event_type>(tenant, detail::bots_of(tenant, what), [&](app const&) {
        return event_type::event_data{.message_id = what.message_id,
                                      .chat_id = what.chat_id,
                                      .recall_time = tenant.now(),
                                      .recall_type = type};
    });
}

FEISHU_DECL void reaction_added(state& tenant, message const& what, reaction const& added) {
    detail::publish_all<im::v1::message_reaction::created_v1>(
        tenant, detail::bots_of(tenant, what),
        [&](app const& to) { return detail::reaction_of(tenant, to, what, added); });
}

FEISHU_DECL void reaction_removed(state& tenant, message const& what, reaction const& removed) {
    detail::publish_all<im::v1::message_reaction::deleted_v1>(
        tenant, detail::bots_of(tenant, what),
        [&](app const& to) { return detail::reaction_of(tenant, to, what, removed); });
}

FEISHU_DECL void menu_tapped(state& tenant, feishu::app_id const& bot, user const& who,
                             std::string event_key) {
    using event_type = application::v6::bot::menu_v6;
    detail::publish<event_type>(tenant, bot, [&](app const& to) {
        event_type::event_data out;
        constexpr std::string_view names[]{"application:application.bot.operator_name:readonly"};
        if (detail::has_one_of(to, names))
            out.operator_.operator_name = who.name;
        out.operator_.operator_id = detail::ids_of(to, who);
        out.event_key = event_key;
        out.timestamp = std::chrono::floor<std::chrono::seconds>(tenant.now()).time_since_epoch().count();
        return out;
    });
}

FEISHU_DECL void app_ticket(state& tenant, app const& store_app) {
    if (!tenant.on_event)
        return;
    auth::v3::app_ticket::pushed what;
    what.uuid = tenant.make_id("");
    what.ts =
        std::to_string(std::chrono::floor<std::chrono::seconds>(tenant.now()).time_since_epoch().count());
    what.type = "event_callback";
    what.event = {.type = "app_ticket", .app_id = store_app.app_id, .app_ticket = store_app.app_ticket};
    auto const id = what.uuid;
    tenant.on_event({.app = store_app.app_id,
                     .id = id,
                     .type = "app_ticket",
                     .document = [what = std::move(what)](std::string_view token) mutable {
                         what.token = token;
                         return json::to_string(what);
                     }});
}

namespace detail {

// For interactive.v1.card.update.
inline std::string issue_card_token(state& tenant, app const& sender, message const& card, user const& who) {
    auto token = tenant.make_id("c-");
    tenant.cards().add(emulator::detail::card_token{.value = token,
                                                    .app = sender.app_id,
                                                    .message = card.message_id,
                                                    .user = who.open_id,
                                                    .issued = tenant.now()});
    return token;
}

} // namespace detail

FEISHU_DECL outbound_event card_action(state& tenant, app const& sender, message const& card, user const& who,
                                       callback::v1::model::card_action action) {
    callback::v1::card::action_trigger what;
    what.event.operator_ = detail::operator_of(tenant, sender, who);
    what.event.token = detail::issue_card_token(tenant, sender, card, who);
    what.event.action = std::move(action);
    what.event.host = callback::v1::callback_host::im_message;
    what.event.context.open_message_id = card.message_id;
    what.event.context.open_chat_id = card.chat_id;
    return detail::wrap(tenant, sender, std::move(what));
}

FEISHU_DECL outbound_event legacy_card_action(state& tenant, app const& sender, message const& card,
                                              user const& who, callback::v1::model::card_action action) {
    callback::v1::card::action_trigger_v1 what;
    what.open_id = who.open_id;
    what.user_id = detail::ids_of(sender, who).user_id;
    what.open_message_id = card.message_id;
    what.open_chat_id = card.chat_id;
    what.tenant_key = tenant.tenant_key();
    what.token = detail::issue_card_token(tenant, sender, card, who);
    what.action = std::move(action);
    auto id = what.token;
    return {.app = sender.app_id,
            .id = std::move(id),
            .type = std::string(callback::v1::card::action_trigger_v1::spec.type),
            .callback = true,
            .legacy_card = true,
            .document = [what = std::move(what)](std::string_view) {
                return json::to_string(what, {.omit_empty = true});
            }};
}

FEISHU_DECL outbound_event link_preview(state& tenant, app const& to, chat const& where, user const& who,
                                        std::string url, std::string token) {
    if (token.empty()) {
        token = tenant.make_id("");
        tenant.previews().add(token, {.app = to.app_id, .chat = where.chat_id, .url = url});
    }
    callback::v1::url_preview::get what;
    what.event.operator_ = detail::operator_of(tenant, to, who);
    what.event.host = callback::v1::callback_host::im_message;
    what.event.context.url = std::move(url);
    what.event.context.preview_token = std::move(token);
    what.event.context.open_chat_id = where.chat_id;
    return detail::wrap(tenant, to, std::move(what));
}

} // namespace feishu::emulator::events
