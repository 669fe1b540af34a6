#pragma once
// The members of class state for chats: entering them, and changes to groups.

#include <algorithm>
#include <utility>

#include <feishu/emulator/handlers/im/v1/chat_members.hpp>
#include <feishu/emulator/impl/group_changes.hpp>
#include <feishu/emulator/impl/push/chat_events.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline feishu::open_id operator_or_owner(feishu::open_id const& by, chat const& where) {
    return by.empty() ? where.owner : by;
}

} // namespace detail

FEISHU_DECL feishu::chat_id state::enter(feishu::open_id const& user, feishu::app_id const& app) {
    auto const* who = find_user(user);
    auto const* bot = find_app(app);
    if (who == nullptr || bot == nullptr)
        return {};
    auto const& where = p2p_chat({.kind = token::tenant, .app = *bot, .user = {}}, user, true);
    events::entered(*this, where, app, *who);
    return where.chat_id;
}

FEISHU_DECL bool state::add_member(feishu::chat_id const& chat, feishu::open_id const& user,
                                   feishu::open_id const& by) {
    auto* where = stores_->chats.find_group(chat);
    auto const* who = find_user(user);
    if (where == nullptr || who == nullptr || where->has(user))
        return false;
    groups::add_users(*this, *where, {who}, detail::operator_or_owner(by, *where));
    return true;
}

FEISHU_DECL bool state::remove_member(feishu::chat_id const& chat, feishu::open_id const& user,
                                      feishu::open_id const& by) {
    auto* where = stores_->chats.find_group(chat);
    auto const* who = find_user(user);
    if (where == nullptr || who == nullptr || !where->has(user))
        return false;
    groups::remove_users(*this, *where, {who}, detail::operator_or_owner(by, *where));
    return true;
}

FEISHU_DECL bool state::add_bot(feishu::chat_id const& chat, feishu::app_id const& app,
                                feishu::open_id const& by) {
    auto* where = stores_->chats.find_group(chat);
    if (where == nullptr || find_app(app) == nullptr || where->has(app))
        return false;
    groups::add_bot(*this, *where, app, detail::operator_or_owner(by, *where));
    return true;
}

FEISHU_DECL bool state::remove_bot(feishu::chat_id const& chat, feishu::app_id const& app,
                                   feishu::open_id const& by) {
    auto* where = stores_->chats.find_group(chat);
    if (where == nullptr || !where->has(app))
        return false;
    groups::remove_bot(*this, *where, app, detail::operator_or_owner(by, *where));
    return true;
}

FEISHU_DECL bool state::rename(feishu::chat_id const& chat, std::string name, feishu::open_id const& by) {
    auto* where = stores_->chats.find_group(chat);
    if (where == nullptr || where->name == name)
        return false;
    auto const before = events::changeable_of(*where);
    where->name = std::move(name);
    groups::changed(*this, *where, before, detail::operator_or_owner(by, *where));
    return true;
}

FEISHU_DECL bool state::dissolve(feishu::chat_id const& chat, feishu::open_id const& by) {
    auto* where = stores_->chats.find_group(chat);
    if (where == nullptr)
        return false;
    groups::dissolve(*this, *where, detail::operator_or_owner(by, *where));
    return true;
}

FEISHU_DECL bool state::change_chat(feishu::chat_id const& chat, emulator::chat_settings changed,
                                    feishu::open_id const& by) {
    auto* where = stores_->chats.find_group(chat);
    if (where == nullptr)
        return false;
    auto const before = events::changeable_of(*where);
    where->settings = std::move(changed);
    groups::changed(*this, *where, before, detail::operator_or_owner(by, *where));
    return true;
}

FEISHU_DECL bool state::moderate(feishu::chat_id const& chat, im::v1::moderation_permission who,
                                 std::vector<feishu::open_id> speakers, feishu::open_id const& by) {
    auto* where = stores_->chats.find_group(chat);
    if (where == nullptr)
        return false;
    auto const before = events::changeable_of(*where);
    where->muted = who != im::v1::moderation_permission::all_members;
    auto& listed = where->settings.edit().speakers;
    listed.reset();
    if (who == im::v1::moderation_permission::moderator_list)
        listed = std::move(speakers);
    groups::changed(*this, *where, before, detail::operator_or_owner(by, *where));
    return true;
}

FEISHU_DECL bool state::transfer_owner(feishu::chat_id const& chat, feishu::open_id const& to,
                                       feishu::open_id const& by) {
    auto* where = stores_->chats.find_group(chat);
    if (where == nullptr || !where->has(to) || where->owner == to)
        return false;
    auto const before = events::changeable_of(*where);
    groups::set_owner(*where, to);
    groups::changed(*this, *where, before, by.empty() ? before.owner : by);
    return true;
}

FEISHU_DECL bool state::add_manager(feishu::chat_id const& chat, feishu::open_id const& user) {
    auto* where = stores_->chats.find_group(chat);
    if (where == nullptr || !where->has(user) || where->managed_by(user))
        return false;
    where->managers.push_back(user);
    return true;
}

FEISHU_DECL bool state::remove_manager(feishu::chat_id const& chat, feishu::open_id const& user) {
    auto* where = stores_->chats.find_group(chat);
    return where != nullptr && std::erase(where->managers, user) != 0;
}

FEISHU_DECL bool state::withdraw_member(feishu::chat_id const& chat, feishu::open_id const& user,
                                        feishu::open_id const& by) {
    auto* where = stores_->chats.find_group(chat);
    auto const* who = find_user(user);
    if (where == nullptr || who == nullptr || where->owner == user || std::erase(where->members, user) == 0)
        return false;
    std::erase(where->managers, user);
    events::member_withdrawn(*this, *where, *who, detail::operator_or_owner(by, *where));
    return true;
}

FEISHU_DECL bool state::approve_member(feishu::chat_id const& chat, feishu::open_id const& user,
                                       feishu::open_id const& by) {
    auto* where = stores_->chats.find_group(chat);
    auto const* who = find_user(user);
    if (where == nullptr || who == nullptr || !groups::settle_membership(*where, user) || where->has(user))
        return false;
    groups::add_users(*this, *where, {who}, detail::operator_or_owner(by, *where));
    return true;
}

FEISHU_DECL bool state::reject_member(feishu::chat_id const& chat, feishu::open_id const& user) {
    auto* where = stores_->chats.find_group(chat);
    return where != nullptr && groups::settle_membership(*where, user);
}

FEISHU_DECL result<void> state::join(feishu::open_id const& user, feishu::chat_id const& chat) {
    auto const* who = find_user(user);
    if (who == nullptr)
        return refuse(232007);
    auto joined =
        handle(*this, {.kind = token::user, .app = {}, .user = *who}, im::v1::chat_members::me_join{chat});
    return joined ? result<void>() : joined.error();
}

FEISHU_DECL result<void> state::join_by_link(feishu::open_id const& user, std::string const& link) {
    auto const* who = find_user(user);
    auto const* shared = stores_->chats.find_link(link);
    if (who == nullptr || shared == nullptr || (shared->expires && *shared->expires <= now()))
        return refuse(232001, "invalid link");
    auto* where = stores_->chats.find_group(shared->chat);
    if (where == nullptr)
        return refuse(232009);
    return join_group(*this, *where, *who);
}

} // namespace feishu::emulator
