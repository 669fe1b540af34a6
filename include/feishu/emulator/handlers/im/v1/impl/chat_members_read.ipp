#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/handlers/im/v1/chat_members.hpp>
#include <feishu/emulator/handlers/im/v1/chat_view.hpp>
#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline bool wants(im::v1::chat_members::list const& request, im::v1::chat_members::member_type type) {
    return request.member_types.empty() ||
           std::ranges::any_of(request.member_types, [&](auto const& one) { return one == type; });
}

inline im::v1::chat_members::user_member shown_user(state& tenant, feishu::open_id const& id,
                                                    open<im::v1::member_id_type> const& type) {
    im::v1::chat_members::user_member out;
    auto const shown = type == im::v1::member_id_type::union_id  ? user_id_type::union_id
                       : type == im::v1::member_id_type::user_id ? user_id_type::user_id
                                                                 : user_id_type::open_id;
    out.member_id_type = open<user_id_type>(shown).str();
    out.member_id = shown_id(tenant, id, shown);
    if (auto const* one = tenant.find_user(id))
        out.name = one->name;
    out.tenant_key = tenant.tenant_key();
    return out;
}

// By its app_id if that is asked for, otherwise by its open_id.
inline im::v1::chat_members::bot_member shown_bot(state& tenant, feishu::app_id const& id,
                                                  open<im::v1::member_id_type> const& type) {
    im::v1::chat_members::bot_member out;
    out.app_id = id;
    out.tenant_key = tenant.tenant_key();
    out.member_id_type = "app_id";
    out.member_id = id.str();
    if (auto const* one = tenant.find_app(id)) {
        out.name = one->name;
        if (type != im::v1::member_id_type::app_id) {
            out.member_id_type = "open_id";
            out.member_id = one->bot_open_id.str();
        }
    }
    return out;
}

} // namespace detail

FEISHU_DECL result<im::v1::chat_members::get::response> handle(state& tenant, caller const& who,
                                                               im::v1::chat_members::get const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const found = find_own_chat(tenant, who, im::v1::chat_members::get::spec, request.chat_id);
    if (!found)
        return found.error();
    auto const query = "members\n" + request.chat_id->str();
    auto const begin = page_begin(query, request.page_token);
    if (!begin)
        return begin.error();
    auto const& members = found->where->members;
    auto const type = request.member_id_type.value_or(user_id_type::open_id);
    auto const size = static_cast<std::size_t>(static_cast<int>(request.page_size));
    auto const first = (std::min)(static_cast<std::size_t>(*begin), members.size());
    auto const end = (std::min)(first + size, members.size());
    im::v1::chat_members::get::response page;
    page.member_total = static_cast<int>(members.size());
    for (auto i = first; i < end; ++i) {
        auto const* one = tenant.find_user(members[i]);
        page.items.push_back({.member_id_type = type,
                              .member_id = shown_id(tenant, members[i], type),
                              .name = one != nullptr ? one->name : std::string(),
                              .tenant_key = tenant.tenant_key()});
    }
    page.has_more = end < members.size();
    if (page.has_more)
        page.page_token = make_page_token(query, end);
    return page;
}

FEISHU_DECL result<im::v1::chat_members::is_in_chat::response>
handle(state& tenant, caller const& who, im::v1::chat_members::is_in_chat const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const* where = tenant.find_chat(request.chat_id);
    if (where == nullptr)
        return refuse(232006);
    return im::v1::chat_members::is_in_chat::response{.is_in_chat = !where->dissolved && is_in(who, *where)};
}

FEISHU_DECL result<im::v1::chat_members::bots::response> handle(state& tenant, caller const& who,
                                                                im::v1::chat_members::bots const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const* where = tenant.find_chat(request.chat_id);
    if (where == nullptr)
        return refuse(232006);
    if (where->dissolved)
        return refuse(232009);
    if (!is_in(who, *where))
        return refuse(232011);
    im::v1::chat_members::bots::response out;
    for (auto const& id : where->bots)
        if (auto const* one = tenant.find_app(id))
            out.items.push_back({.bot_id = one->bot_open_id, .bot_name = one->name});
    return out;
}

FEISHU_DECL result<im::v1::chat_members::list::response> handle(state& tenant, caller const& who,
                                                                im::v1::chat_members::list const& request) {
    using request_type = im::v1::chat_members::list;
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const* where = tenant.find_chat(request.chat_id);
    if (where == nullptr)
        return refuse(232006);
    if (where->dissolved)
        return refuse(232009);
    if (!is_in(who, *where))
        return refuse(102021);
    auto const users =
        detail::wants(request, im::v1::chat_members::member_type::user) ? where->members.size() : 0;
    auto const bots = detail::wants(request, im::v1::chat_members::member_type::bot) ? where->bots.size() : 0;
    auto const query = "all members\n" + request.chat_id->str() + (users != 0 ? "\nusers" : "");
    auto const begin = page_begin(query, request.page_token);
    if (!begin)
        return begin.error();
    request_type::response page;
    page.user_total = static_cast<int>(users);
    page.bot_total = static_cast<int>(bots);
    auto const size = static_cast<std::size_t>(static_cast<int>(request.page_size));
    auto const first = (std::min)(static_cast<std::size_t>(*begin), users + bots);
    auto const end = (std::min)(first + size, users + bots);
    for (auto i = first; i < end; ++i)
        if (i < users)
            page.users.push_back(detail::shown_user(tenant, where->members[i], request.member_id_type));
        else
            page.bots.push_back(detail::shown_bot(tenant, where->bots[i - users], request.member_id_type));
    page.has_more = end < users + bots;
    if (page.has_more)
        page.page_token = make_page_token(query, end);
    return page;
}

} // namespace feishu::emulator
