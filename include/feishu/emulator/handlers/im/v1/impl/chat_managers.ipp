#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/handlers/im/v1/chat_managers.hpp>
#include <feishu/emulator/handlers/im/v1/chat_view.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// A change to the managers of a group.
struct manager_change {
    chat* where = nullptr;
    user_id_type type = user_id_type::open_id;
    std::vector<feishu::open_id> users{};
    std::vector<feishu::app_id> bots{};
};

// The members that the request lists, without the owner.
inline void find_managers(state& tenant, manager_change& out, bool bots,
                          std::vector<std::string> const& ids) {
    for (auto const& id : ids) {
        if (bots) {
            feishu::app_id const bot(id);
            if (out.where->has(bot) && !out.where->owned_by(bot))
                out.bots.push_back(bot);
        } else if (auto const* one = find_listed_user(tenant, out.type, id);
                   one != nullptr && out.where->has(one->open_id) && out.where->owner != one->open_id) {
            out.users.push_back(one->open_id);
        }
    }
}

inline result<manager_change> check_managers(state& tenant, caller const& who, endpoint_spec const& spec,
                                             feishu::chat_id const& chat,
                                             open<im::v1::member_id_type> const& type,
                                             std::vector<std::string> const& ids) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    bool const bots = type == im::v1::member_id_type::app_id;
    if (ids.size() > (bots ? 5u : 50u))
        return refuse(232001, "too many ids");
    auto const found = find_own_group(tenant, who, spec, chat);
    if (!found)
        return found.error();
    if (!acts_as_owner(who, *found->where))
        return refuse(232038);
    manager_change out;
    out.where = found->where;
    out.type = type == im::v1::member_id_type::union_id  ? user_id_type::union_id
               : type == im::v1::member_id_type::user_id ? user_id_type::user_id
                                                         : user_id_type::open_id;
    find_managers(tenant, out, bots, ids);
    if (out.users.empty() && out.bots.empty())
        return refuse(232027);
    return out;
}

template <class Response>
Response shown_managers(state& tenant, manager_change const& what) {
    Response out;
    for (auto const& id : what.where->managers)
        out.chat_managers.push_back(shown_id(tenant, id, what.type));
    out.chat_bot_managers = what.where->bot_managers;
    return out;
}

template <class Id>
std::vector<Id> united(std::vector<Id> some, std::vector<Id> const& more) {
    for (auto const& one : more)
        if (std::ranges::find(some, one) == some.end())
            some.push_back(one);
    return some;
}

} // namespace detail

FEISHU_DECL result<im::v1::chat_managers::add_managers::response>
handle(state& tenant, caller const& who, im::v1::chat_managers::add_managers const& request) {
    using request_type = im::v1::chat_managers::add_managers;
    auto const change = detail::check_managers(tenant, who, request_type::spec, request.chat_id,
                                               request.member_id_type, request.manager_ids);
    if (!change)
        return change.error();
    auto& where = *change->where;
    auto users = detail::united(where.managers, change->users);
    auto bots = detail::united(where.bot_managers, change->bots);
    if (users.size() + bots.size() > tenant.settings.max_chat_managers)
        return refuse(232040);
    where.managers = std::move(users);
    where.bot_managers = std::move(bots);
    return detail::shown_managers<request_type::response>(tenant, *change);
}

FEISHU_DECL result<im::v1::chat_managers::delete_managers::response>
handle(state& tenant, caller const& who, im::v1::chat_managers::delete_managers const& request) {
    using request_type = im::v1::chat_managers::delete_managers;
    auto const change = detail::check_managers(tenant, who, request_type::spec, request.chat_id,
                                               request.member_id_type, request.manager_ids);
    if (!change)
        return change.error();
    for (auto const& id : change->users)
        std::erase(change->where->managers, id);
    for (auto const& id : change->bots)
        std::erase(change->where->bot_managers, id);
    return detail::shown_managers<request_type::response>(tenant, *change);
}

} // namespace feishu::emulator
