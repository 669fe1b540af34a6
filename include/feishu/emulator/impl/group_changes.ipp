#pragma once

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <feishu/emulator/impl/group_changes.hpp>
#include <feishu/emulator/impl/push/chat_events.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator::groups {

FEISHU_DECL bool has_room_for_users(state const& tenant, chat const& where, std::size_t more) {
    return where.members.size() + more <= tenant.settings.max_chat_members;
}

FEISHU_DECL bool has_room_for_bots(state const& tenant, chat const& where, std::size_t more) {
    return where.bots.size() + more <= tenant.settings.max_chat_bots;
}

FEISHU_DECL void add_users(state& tenant, chat& where, std::vector<user const*> const& who,
                           feishu::open_id const& by) {
    if (who.empty())
        return;
    for (auto const* one : who) {
        where.members.push_back(one->open_id);
        settle_membership(where, one->open_id);
    }
    where.update_time = tenant.now();
    events::members_added(tenant, where, who, by);
}

namespace detail {

// The owner has left.
inline void pass_ownership(chat& where) {
    where.owner = {};
    for (auto const& manager : where.managers)
        if (where.has(manager))
            return set_owner(where, manager);
    if (!where.members.empty())
        return set_owner(where, feishu::open_id(where.members.front()));
    if (!where.has(where.creator_bot))
        where.creator_bot = {};
}

} // namespace detail

FEISHU_DECL void remove_users(state& tenant, chat& where, std::vector<user const*> const& who,
                              feishu::open_id const& by) {
    if (who.empty())
        return;
    auto const before = events::changeable_of(where);
    std::unordered_set<std::string_view> leaving;
    for (auto const* one : who)
        leaving.insert(one->open_id.str());
    auto const leaves = [&](feishu::open_id const& id) { return leaving.contains(id.str()); };
    std::erase_if(where.members, leaves);
    std::erase_if(where.managers, leaves);
    if (where.settings->speakers)
        std::erase_if(*where.settings.edit().speakers, leaves);
    events::members_deleted(tenant, where, who, by);
    if (leaves(where.owner))
        detail::pass_ownership(where);
    changed(tenant, where, before, by);
}

FEISHU_DECL void add_bot(state& tenant, chat& where, feishu::app_id const& bot, feishu::open_id const& by) {
    where.bots.push_back(bot);
    where.update_time = tenant.now();
    events::bot_added(tenant, where, bot, by);
}

FEISHU_DECL void remove_bot(state& tenant, chat& where, feishu::app_id const& bot,
                            feishu::open_id const& by) {
    auto const before = events::changeable_of(where);
    auto const left = bot; // `bot` may be an entry of the list
    std::erase(where.bots, left);
    std::erase(where.bot_managers, left);
    events::bot_deleted(tenant, where, left, by);
    if (where.owned_by(left))
        detail::pass_ownership(where);
    changed(tenant, where, before, by);
}

FEISHU_DECL void request_membership(chat& where, feishu::open_id const& user,
                                    feishu::open_id const& inviter) {
    auto& waiting = where.settings.edit().membership_requests;
    for (auto const& one : waiting)
        if (one.user == user)
            return;
    waiting.push_back({.user = user, .inviter = inviter});
}

FEISHU_DECL bool settle_membership(chat& where, feishu::open_id const& user) {
    if (where.settings->membership_requests.empty())
        return false;
    return std::erase_if(where.settings.edit().membership_requests,
                         [&](membership_request const& one) { return one.user == user; }) != 0;
}

FEISHU_DECL void set_owner(chat& where, feishu::open_id const& user) {
    auto const owner = user; // `user` may be an entry of a list
    where.owner = owner;
    std::erase(where.managers, owner);
}

FEISHU_DECL void changed(state& tenant, chat& where, events::changeable const& before,
                         feishu::open_id const& by) {
    where.update_time = tenant.now();
    events::chat_updated(tenant, where, before, by);
}

FEISHU_DECL void dissolve(state& tenant, chat& where, feishu::open_id const& by) {
    where.dissolved = true;
    where.update_time = tenant.now();
    events::dissolved(tenant, where, by);
}

} // namespace feishu::emulator::groups
