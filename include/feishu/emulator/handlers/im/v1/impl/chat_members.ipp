#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/handlers/im/v1/chat_members.hpp>
#include <feishu/emulator/handlers/im/v1/chat_view.hpp>
#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/group_changes.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

namespace members = feishu::im::v1::chat_members;

inline bool lists_bots(open<im::v1::member_id_type> const& type) {
    return type == im::v1::member_id_type::app_id;
}

inline user_id_type user_type_of(open<im::v1::member_id_type> const& type) {
    return type == im::v1::member_id_type::union_id  ? user_id_type::union_id
           : type == im::v1::member_id_type::user_id ? user_id_type::user_id
                                                     : user_id_type::open_id;
}

inline result<void> require_listed(open<im::v1::member_id_type> const& type,
                                   std::vector<std::string> const& ids) {
    if (ids.size() > (lists_bots(type) ? 5u : 50u))
        return refuse(232001, "too many ids");
    return {};
}

inline std::string joined(std::vector<std::string> const& ids) {
    std::string out;
    for (auto const& id : ids)
        out.append(out.empty() ? "" : ",").append(id);
    return out;
}

// The code for ids that do not exist.
inline int unknown_ids_code(open<im::v1::member_id_type> const& type) {
    return type == im::v1::member_id_type::union_id  ? 99992364
           : type == im::v1::member_id_type::user_id ? 99992360
           : lists_bots(type)                        ? 232027
                                                     : 99992351;
}

// The ids of a request, sorted by whether they can be added.
struct candidates {
    std::vector<user const*> users{};
    std::vector<feishu::app_id> bots{};
    bool any_in_chat = false; // already
    std::vector<std::string> unknown{};
    std::vector<std::string> unavailable{}; // to the app
    std::vector<std::string> unusable{};    // resigned, or an app without a bot

    bool empty() const { return users.empty() && bots.empty(); }
};

inline void add_candidate(candidates& out, caller const& who, chat const& where, user const* one,
                          std::string const& id) {
    if (one == nullptr)
        out.unknown.push_back(id);
    else if (one->resigned)
        out.unusable.push_back(id);
    else if (!who.user && who.app.available_to && !who.app.available_to->contains(one->open_id))
        out.unavailable.push_back(id);
    else if (where.has(one->open_id))
        out.any_in_chat = true;
    else if (std::ranges::find(out.users, one) == out.users.end())
        out.users.push_back(one);
}

inline void add_candidate(candidates& out, chat const& where, app const* one, std::string const& id) {
    if (one == nullptr)
        out.unknown.push_back(id);
    else if (!one->bot)
        out.unusable.push_back(id);
    else if (where.has(one->app_id))
        out.any_in_chat = true;
    else if (std::ranges::find(out.bots, one->app_id) == out.bots.end())
        out.bots.push_back(one->app_id);
}

inline candidates find_candidates(state& tenant, caller const& who, chat const& where,
                                  members::create const& request) {
    candidates out;
    for (auto const& id : request.id_list)
        if (lists_bots(request.member_id_type))
            add_candidate(out, where, tenant.find_app(feishu::app_id(id)), id);
        else
            add_candidate(out, who, where, find_listed_user(tenant, user_type_of(request.member_id_type), id),
                          id);
    return out;
}

// What becomes of ids that cannot be added is the choice of the request.
inline result<void> check_candidates(candidates const& found, members::create const& request) {
    if (request.succeed_type == im::v1::add_members_mode::all_or_nothing) {
        auto bad = found.unknown;
        bad.insert(bad.end(), found.unavailable.begin(), found.unavailable.end());
        bad.insert(bad.end(), found.unusable.begin(), found.unusable.end());
        if (!bad.empty())
            return refuse(232043, joined(bad));
    } else if (request.succeed_type != im::v1::add_members_mode::add_available) {
        if (!found.unknown.empty())
            return refuse(unknown_ids_code(request.member_id_type), joined(found.unknown));
        if (!found.unavailable.empty())
            return refuse(232024, joined(found.unavailable));
    }
    if (found.empty() && !found.any_in_chat)
        return refuse(232027);
    return {};
}

// Members to remove.
struct removal {
    std::vector<user const*> users{};
    std::vector<feishu::app_id> bots{};
    std::vector<std::string> invalid{};

    bool empty() const { return users.empty() && bots.empty(); }
    // Whether it is the caller who leaves, and nobody else.
    bool is_only(caller const& who) const {
        if (who.user)
            return bots.empty() && users.size() == 1 && users[0]->open_id == who.user->open_id;
        return users.empty() && bots.size() == 1 && bots[0] == who.app.app_id;
    }
};

inline removal find_removal(state& tenant, chat const& where, members::delete_ const& request) {
    removal out;
    for (auto const& id : request.id_list) {
        if (lists_bots(request.member_id_type)) {
            feishu::app_id const bot(id);
            if (!where.has(bot))
                out.invalid.push_back(id);
            else if (std::ranges::find(out.bots, bot) == out.bots.end())
                out.bots.push_back(bot);
            continue;
        }
        auto const* one = find_listed_user(tenant, user_type_of(request.member_id_type), id);
        if (one == nullptr || !where.has(one->open_id))
            out.invalid.push_back(id);
        else if (std::ranges::find(out.users, one) == out.users.end())
            out.users.push_back(one);
    }
    return out;
}

inline bool removes_owner(removal const& what, chat const& where) {
    return std::ranges::any_of(what.users, [&](user const* one) { return one->open_id == where.owner; }) ||
           std::ranges::any_of(what.bots, [&](auto const& bot) { return where.owned_by(bot); });
}

inline result<void> check_removal(caller const& who, chat const& where, removal const& what) {
    if (what.empty())
        return refuse(232027);
    bool const owner_leaves = removes_owner(what, where);
    if (!what.is_only(who) && !acts_as_manager(who, where))
        return refuse(232014);
    if (owner_leaves && !(who.user ? where.owner == who.user->open_id : where.owned_by(who.app.app_id)))
        return refuse(232076);
    if (owner_leaves && what.users.size() >= where.members.size())
        return refuse(232029);
    return {};
}

} // namespace detail

FEISHU_DECL result<im::v1::chat_members::create::response>
handle(state& tenant, caller const& who, im::v1::chat_members::create const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    if (auto ok = detail::require_listed(request.member_id_type, request.id_list); !ok)
        return ok.error();
    auto const own = find_own_chat(tenant, who, im::v1::chat_members::create::spec, request.chat_id);
    if (!own)
        return own.error();
    auto& where = *own->where;
    bool const manages = acts_as_manager(who, where);
    if (where.mode == chat_mode::p2p)
        return refuse(232090);
    if (where.settings->add_member_permission == im::v1::chat_permission::only_owner && !manages)
        return refuse(232017);
    auto const found = detail::find_candidates(tenant, who, where, request);
    if (auto ok = detail::check_candidates(found, request); !ok)
        return ok.error();
    if (!groups::has_room_for_users(tenant, where, found.users.size()) ||
        !groups::has_room_for_bots(tenant, where, found.bots.size()))
        return refuse(232013);
    im::v1::chat_members::create::response out;
    out.not_existed_id_list = found.unknown;
    out.invalid_id_list = found.unavailable;
    out.invalid_id_list.insert(out.invalid_id_list.end(), found.unusable.begin(), found.unusable.end());
    auto const type = detail::user_type_of(request.member_id_type);
    if (where.settings->membership_approval == im::v1::membership_approval::approval_required && !manages) {
        for (auto const* one : found.users) {
            groups::request_membership(where, one->open_id, operator_of(who));
            out.pending_approval_id_list.push_back(one->id(type));
        }
        return out;
    }
    groups::add_users(tenant, where, found.users, operator_of(who));
    for (auto const& bot : found.bots)
        groups::add_bot(tenant, where, bot, operator_of(who));
    return out;
}

FEISHU_DECL result<im::v1::chat_members::delete_::response>
handle(state& tenant, caller const& who, im::v1::chat_members::delete_ const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    if (auto ok = detail::require_listed(request.member_id_type, request.id_list); !ok)
        return ok.error();
    auto const own = find_own_group(tenant, who, im::v1::chat_members::delete_::spec, request.chat_id);
    if (!own)
        return own.error();
    auto& where = *own->where;
    auto const found = detail::find_removal(tenant, where, request);
    if (auto ok = detail::check_removal(who, where, found); !ok)
        return ok.error();
    groups::remove_users(tenant, where, found.users, operator_of(who));
    for (auto const& bot : found.bots)
        groups::remove_bot(tenant, where, bot, operator_of(who));
    im::v1::chat_members::delete_::response out;
    out.invalid_id_list = found.invalid;
    return out;
}

FEISHU_DECL result<void> join_group(state& tenant, chat& where, user const& who) {
    if (where.has(who.open_id))
        return {};
    if (!groups::has_room_for_users(tenant, where, 1))
        return refuse(232013);
    if (where.settings->membership_approval == im::v1::membership_approval::approval_required) {
        groups::request_membership(where, who.open_id, {});
        return refuse(232075);
    }
    groups::add_users(tenant, where, {&who}, who.open_id);
    return {};
}

namespace detail {

inline result<void> join_group(state& tenant, chat& where, app const& who) {
    if (where.has(who.app_id))
        return {};
    if (!groups::has_room_for_bots(tenant, where, 1))
        return refuse(232013);
    if (where.settings->membership_approval == im::v1::membership_approval::approval_required)
        return refuse(232075);
    groups::add_bot(tenant, where, who.app_id, who.bot_open_id);
    return {};
}

} // namespace detail

FEISHU_DECL result<im::v1::chat_members::me_join::response>
handle(state& tenant, caller const& who, im::v1::chat_members::me_join const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto* where = tenant.find_chat(request.chat_id);
    if (where == nullptr)
        return refuse(232006);
    if (where->dissolved)
        return refuse(232009);
    if (where->mode == chat_mode::p2p || where->settings->chat_type != im::v1::chat_privacy::public_)
        return refuse(232008);
    auto const ok =
        who.user ? join_group(tenant, *where, *who.user) : detail::join_group(tenant, *where, who.app);
    if (!ok)
        return ok.error();
    return im::v1::chat_members::me_join::response{};
}

} // namespace feishu::emulator
