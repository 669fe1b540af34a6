#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/emulator/handlers/im/v1/chat.hpp>
#include <feishu/emulator/handlers/im/v1/chat_view.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// The kinds of chats that a list contains.
struct listed_types {
    bool groups = false;
    bool p2p = false;

    bool contain(chat const& where) const { return where.mode == chat_mode::p2p ? p2p : groups; }
};

// From `group`, `p2p`, or both between commas; groups by default.
inline result<listed_types> read_types(std::optional<std::string> const& types) {
    listed_types out;
    if (!types || types->empty())
        return listed_types{.groups = true, .p2p = false};
    for (std::string_view rest = *types; !rest.empty();) {
        auto const comma = rest.find(',');
        auto const name = rest.substr(0, comma);
        if (name == "group")
            out.groups = true;
        else if (name == "p2p")
            out.p2p = true;
        else
            return refuse(232001, "invalid types");
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return out;
}

// The last message of a chat: 0 if there is none.
inline std::uint64_t last_activity(state& tenant, chat const& where) {
    auto const& messages = tenant.positions_of(where.chat_id);
    return messages.empty() ? 0 : std::uint64_t(messages.back()) + 1;
}

// Those chats in which there was a message most recently come first, the newest ones first among those without.
inline void list_by_activity(state& tenant, caller const& who, listed_types types, std::uint64_t begin,
                             std::size_t size, std::string const& query, user_id_type type,
                             im::v1::chat::list::response& page) {
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    auto const& chats = tenant.chats();
    for (std::size_t i = 0; i < chats.size(); ++i)
        if (types.contain(chats[i]) && !chats[i].dissolved && is_in(who, chats[i]))
            order.emplace_back(last_activity(tenant, chats[i]), i);
    auto const first = (std::min)(static_cast<std::size_t>(begin), order.size());
    auto const end = (std::min)(first + size, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(end), order.end(),
                      std::greater<>());
    for (auto i = first; i < end; ++i)
        page.items.push_back(chat_summary_of(tenant, who, chats[order[i].second], type));
    page.has_more = end < order.size();
    if (page.has_more)
        page.page_token = make_page_token(query, end);
}

// The group is one that the caller can find.
inline bool can_find(caller const& who, chat const& where) {
    return where.mode != chat_mode::p2p && !where.dissolved &&
           (where.settings->chat_type == im::v1::chat_privacy::public_ || is_in(who, where));
}

} // namespace detail

FEISHU_DECL result<im::v1::chat::list::response> handle(state& tenant, caller const& who,
                                                        im::v1::chat::list const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const types = detail::read_types(request.types);
    if (!types)
        return types.error();
    auto const query = "list\n" + operator_of(who).str() + '\n' + request.sort_type.str() + '\n' +
                       request.types.value_or("");
    auto const begin = page_begin(query, request.page_token);
    if (!begin)
        return begin.error();
    im::v1::chat::list::response page;
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    auto const size = static_cast<std::size_t>(static_cast<int>(request.page_size));
    if (request.sort_type == im::v1::chat_sort_type::ByActiveTimeDesc) {
        detail::list_by_activity(tenant, who, *types, *begin, size, query, type, page);
        return page;
    }
    auto const& chats = tenant.chats();
    for (auto i = static_cast<std::size_t>(*begin); i < chats.size(); ++i) {
        auto const& one = chats[i];
        if (!types->contain(one) || one.dissolved || !is_in(who, one))
            continue;
        if (page.items.size() == size) {
            page.has_more = true;
            page.page_token = make_page_token(query, i);
            break;
        }
        page.items.push_back(chat_summary_of(tenant, who, one, type));
    }
    return page;
}

FEISHU_DECL result<im::v1::chat::search::response> handle(state& tenant, caller const& who,
                                                          im::v1::chat::search const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const wanted = request.query.value_or("");
    auto const query = "search\n" + operator_of(who).str() + '\n' + wanted;
    auto const begin = page_begin(query, request.page_token);
    if (!begin)
        return begin.error();
    im::v1::chat::search::response page;
    if (wanted.empty() || utf8::scan(wanted).characters > 64)
        return page;
    chat_search search(tenant, wanted, true);
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    auto const size = static_cast<std::size_t>(static_cast<int>(request.page_size));
    auto const& chats = tenant.chats();
    for (auto i = static_cast<std::size_t>(*begin); i < chats.size(); ++i) {
        if (page.items.size() == size || search.exhausted()) {
            page.has_more = true;
            page.page_token = make_page_token(query, i);
            break;
        }
        if (detail::can_find(who, chats[i]) && search.matches(chats[i]))
            page.items.push_back(chat_summary_of(tenant, who, chats[i], type));
    }
    return page;
}

FEISHU_DECL result<im::v1::chat::batch_query::response> handle(state& tenant, caller const& who,
                                                               im::v1::chat::batch_query const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    im::v1::chat::batch_query::response out;
    for (auto const& id : *request.chat_ids) {
        auto const* where = tenant.find_chat(id);
        if (where == nullptr || !(is_in(who, *where) || detail::can_find(who, *where)))
            continue;
        auto const summary = chat_summary_of(tenant, who, *where, type);
        out.items.push_back({.chat_id = where->chat_id,
                             .name = where->name,
                             .chat_mode = summary.chat_mode.str(),
                             .p2p_target_id = summary.p2p_target_id.value_or("")});
    }
    return out;
}

} // namespace feishu::emulator
