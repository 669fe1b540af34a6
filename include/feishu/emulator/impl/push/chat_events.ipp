#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/chat_access_event.hpp>
#include <feishu/api/im/v1/chat_member_bot.hpp>
#include <feishu/api/im/v1/chat_member_user.hpp>
#include <feishu/api/im/v1/chat_p2p.hpp>
#include <feishu/emulator/impl/push/chat_events.hpp>
#include <feishu/emulator/impl/push/publish.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator::events {
namespace detail {

inline im::v1::model::chat_event chat_of(state& tenant, app const& to, chat const& where,
                                         feishu::open_id const& by) {
    im::v1::model::chat_event out;
    out.chat_id = where.chat_id;
    out.operator_id = ids_of(tenant, to, by);
    out.external = where.settings->external;
    out.operator_tenant_key = tenant.tenant_key();
    out.name = where.name;
    out.i18n_names = where.settings->i18n_names;
    return out;
}

inline im::v1::model::chat_users_event members_of(state& tenant, app const& to, chat const& where,
                                                  std::vector<user const*> const& who,
                                                  feishu::open_id const& by) {
    im::v1::model::chat_users_event out;
    out.chat_id = where.chat_id;
    out.operator_id = ids_of(tenant, to, by);
    out.external = where.settings->external;
    out.operator_tenant_key = tenant.tenant_key();
    for (auto const* one : who)
        out.users.push_back(
            {.name = one->name, .tenant_key = tenant.tenant_key(), .user_id = ids_of(to, *one)});
    out.name = where.name;
    out.i18n_names = where.settings->i18n_names;
    return out;
}

// Copies `from` to `to` if it changed.
template <class To, class From>
bool changed(To& before_to, To& after_to, From const& before, From const& after) {
    if (before == after)
        return false;
    before_to = before;
    after_to = after;
    return true;
}

template <class E>
bool changed_as(open<E>& before_to, open<E>& after_to, int before, int after) {
    return before != after && (before_to = static_cast<E>(before), after_to = static_cast<E>(after), true);
}

// The enums of requests and of events have the same enumerators in the same order.
template <class E>
int number_of(E value) {
    return static_cast<int>(value);
}

inline bool same(feishu::model::i18n_names const& a, feishu::model::i18n_names const& b) {
    return a.zh_cn == b.zh_cn && a.en_us == b.en_us && a.ja_jp == b.ja_jp;
}

inline bool same(im::v1::model::restricted_mode_setting const& a,
                 im::v1::model::restricted_mode_setting const& b) {
    return a.status == b.status &&
           a.screenshot_has_permission_setting == b.screenshot_has_permission_setting &&
           a.download_has_permission_setting == b.download_has_permission_setting &&
           a.message_has_permission_setting == b.message_has_permission_setting;
}

inline std::vector<feishu::open_id> missing_in(std::vector<feishu::open_id> const& some,
                                               std::vector<feishu::open_id> const& others) {
    std::vector<feishu::open_id> out;
    for (auto const& one : some)
        if (std::ranges::find(others, one) == others.end())
            out.push_back(one);
    return out;
}

// Puts the differences into the event; false if there are none.
inline bool describe_change(im::v1::chat::updated_v1::event_data& out, chat_settings const& old,
                            chat_settings const& now) {
    auto& before = out.before_change;
    auto& after = out.after_change;
    bool any = changed(before.avatar, after.avatar, old.avatar.str(), now.avatar.str());
    any |= changed(before.description, after.description, old.description, now.description);
    any |= changed(before.labels, after.labels, old.labels, now.labels);
    if (!same(old.i18n_names, now.i18n_names)) {
        before.i18n_names = old.i18n_names;
        after.i18n_names = now.i18n_names;
        any = true;
    }
    if (!same(old.restricted_mode, now.restricted_mode)) {
        before.restricted_mode_setting = old.restricted_mode;
        after.restricted_mode_setting = now.restricted_mode;
        any = true;
    }
    any |= changed_as(before.add_member_permission, after.add_member_permission,
                      number_of(old.add_member_permission), number_of(now.add_member_permission));
    any |= changed_as(before.share_card_permission, after.share_card_permission,
                      number_of(old.share_card_permission), number_of(now.share_card_permission));
    any |= changed_as(before.at_all_permission, after.at_all_permission, number_of(old.at_all_permission),
                      number_of(now.at_all_permission));
    any |= changed_as(before.edit_permission, after.edit_permission, number_of(old.edit_permission),
                      number_of(now.edit_permission));
    any |= changed_as(before.membership_approval, after.membership_approval,
                      number_of(old.membership_approval), number_of(now.membership_approval));
    any |= changed_as(before.join_message_visibility, after.join_message_visibility,
                      number_of(old.join_message_visibility), number_of(now.join_message_visibility));
    any |= changed_as(before.leave_message_visibility, after.leave_message_visibility,
                      number_of(old.leave_message_visibility), number_of(now.leave_message_visibility));
    any |= changed_as(before.group_message_type, after.group_message_type, number_of(old.group_message_type),
                      number_of(now.group_message_type));
    return any;
}

} // namespace detail

FEISHU_DECL void members_added(state& tenant, chat const& where, std::vector<user const*> const& who,
                               feishu::open_id const& by) {
    detail::publish_all<im::v1::chat_member_user::added_v1>(
        tenant, where.bots, [&](app const& to) { return detail::members_of(tenant, to, where, who, by); });
}

FEISHU_DECL void members_deleted(state& tenant, chat const& where, std::vector<user const*> const& who,
                                 feishu::open_id const& by) {
    detail::publish_all<im::v1::chat_member_user::deleted_v1>(
        tenant, where.bots, [&](app const& to) { return detail::members_of(tenant, to, where, who, by); });
}

FEISHU_DECL void member_withdrawn(state& tenant, chat const& where, user const& who,
                                  feishu::open_id const& by) {
    detail::publish_all<im::v1::chat_member_user::withdrawn_v1>(
        tenant, where.bots, [&](app const& to) { return detail::members_of(tenant, to, where, {&who}, by); });
}

FEISHU_DECL void bot_added(state& tenant, chat const& where, feishu::app_id const& bot,
                           feishu::open_id const& by) {
    detail::publish<im::v1::chat_member_bot::added_v1>(
        tenant, bot, [&](app const& to) { return detail::chat_of(tenant, to, where, by); });
}

FEISHU_DECL void bot_deleted(state& tenant, chat const& where, feishu::app_id const& bot,
                             feishu::open_id const& by) {
    detail::publish<im::v1::chat_member_bot::deleted_v1>(
        tenant, bot, [&](app const& to) { return detail::chat_of(tenant, to, where, by); });
}

FEISHU_DECL changeable changeable_of(chat const& where) {
    return {.name = where.name,
            .owner = where.owner,
            .moderation = where.moderation(),
            .settings = *where.settings};
}

FEISHU_DECL void chat_updated(state& tenant, chat const& where, changeable const& before,
                              feishu::open_id const& by) {
    using event_type = im::v1::chat::updated_v1;
    event_type::event_data what;
    auto const& now = *where.settings;
    bool any = detail::describe_change(what, before.settings, now);
    any |= detail::changed(what.before_change.name, what.after_change.name, before.name, where.name);
    any |=
        detail::changed_as(what.before_change.moderation_permission, what.after_change.moderation_permission,
                           detail::number_of(before.moderation), detail::number_of(where.moderation()));
    auto const speakers = [](chat_settings const& one) {
        return one.speakers.value_or(std::vector<feishu::open_id>{});
    };
    auto const added = detail::missing_in(speakers(now), speakers(before.settings));
    auto const removed = detail::missing_in(speakers(before.settings), speakers(now));
    bool const owner_changed = before.owner != where.owner;
    if (!any && !owner_changed && added.empty() && removed.empty())
        return;
    what.chat_id = where.chat_id;
    what.external = now.external;
    what.operator_tenant_key = tenant.tenant_key();
    detail::publish_all<event_type>(tenant, where.bots, [&](app const& to) {
        auto out = what;
        out.operator_id = detail::ids_of(tenant, to, by);
        if (owner_changed) {
            out.before_change.owner_id = detail::ids_of(tenant, to, before.owner);
            out.after_change.owner_id = detail::ids_of(tenant, to, where.owner);
        }
        for (auto const& one : added)
            out.moderator_list.added_member_list.push_back(
                {.tenant_key = tenant.tenant_key(), .user_id = detail::ids_of(tenant, to, one)});
        for (auto const& one : removed)
            out.moderator_list.removed_member_list.push_back(
                {.tenant_key = tenant.tenant_key(), .user_id = detail::ids_of(tenant, to, one)});
        return out;
    });
}

FEISHU_DECL void dissolved(state& tenant, chat const& where, feishu::open_id const& by) {
    detail::publish_all<im::v1::chat::disbanded_v1>(
        tenant, where.bots, [&](app const& to) { return detail::chat_of(tenant, to, where, by); });
}

FEISHU_DECL void p2p_created(state& tenant, chat const& where, user const& who, bool by_user) {
    using event_type = im::v1::chat_p2p::created;
    auto const* to = tenant.on_event && !where.bots.empty() ? tenant.find_app(where.bots.front()) : nullptr;
    if (to == nullptr)
        return;
    auto const ids = detail::ids_of(*to, who);
    event_type what;
    what.uuid = tenant.make_id("");
    what.ts =
        std::to_string(std::chrono::floor<std::chrono::seconds>(tenant.now()).time_since_epoch().count());
    what.type = "event_callback";
    what.event.type = std::string(event_type::spec.type);
    what.event.app_id = to->app_id;
    what.event.tenant_key = tenant.tenant_key();
    what.event.chat_id = where.chat_id;
    if (by_user)
        what.event.operator_ = {.open_id = ids.open_id, .user_id = ids.user_id};
    what.event.user = {.name = who.name, .open_id = ids.open_id, .user_id = ids.user_id};
    auto const id = what.uuid;
    tenant.on_event({.app = to->app_id,
                     .id = id,
                     .type = std::string(event_type::spec.type),
                     .document = [what = std::move(what)](std::string_view token) mutable {
                         what.token = token;
                         return json::to_string(what, {.omit_empty = true});
                     }});
}

FEISHU_DECL void entered(state& tenant, chat const& where, feishu::app_id const& bot, user const& who) {
    using event_type = im::v1::chat_access_event::bot_p2p_chat_entered_v1;
    detail::publish<event_type>(tenant, bot, [&](app const& to) {
        event_type::event_data out;
        out.chat_id = where.chat_id;
        out.operator_id = detail::ids_of(to, who);
        if (auto const& positions = tenant.positions_of(where.chat_id); !positions.empty()) {
            auto const& last = tenant.messages()[positions.back()];
            out.last_message_id = last.message_id;
            out.last_message_create_time = last.create_time;
        }
        return out;
    });
}

} // namespace feishu::emulator::events
