#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include <feishu/emulator/handlers/im/v1/chat_view.hpp>
#include <feishu/emulator/handlers/im/v2/chat.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

namespace im2 = feishu::im::v2::chat;

inline std::string iso_8601(clock::time_point time) {
    auto const day = std::chrono::floor<std::chrono::days>(time);
    std::chrono::year_month_day const date(day);
    std::chrono::hh_mm_ss const clock_time(std::chrono::floor<std::chrono::seconds>(time - day));
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock_time.hours().count()),
                  static_cast<int>(clock_time.minutes().count()),
                  static_cast<int>(clock_time.seconds().count()));
    return text;
}

// One of the groups that the search is limited to; all by default.
inline bool is_of_type(im2::chat_filter const& filter, chat const& where, bool joined) {
    if (filter.search_types.empty())
        return true;
    bool const open_to_all = where.settings->chat_type == im::v1::chat_privacy::public_;
    for (auto const& type : filter.search_types) {
        if (type == im2::chat_search_type::private_ && !open_to_all)
            return true;
        if (type == im2::chat_search_type::external && where.settings->external)
            return true;
        if (type == im2::chat_search_type::public_joined && open_to_all && joined)
            return true;
        if (type == im2::chat_search_type::public_not_joined && open_to_all && !joined)
            return true;
    }
    return false;
}

inline bool is_of_mode(im2::chat_filter const& filter, chat const& where) {
    if (filter.chat_modes.empty())
        return true;
    bool const threads = where.mode == chat_mode::topic ||
                         where.settings->group_message_type == im::v1::group_message_type::thread;
    auto const wanted = threads ? im2::searched_chat_mode::thread : im2::searched_chat_mode::default_;
    return std::ranges::any_of(filter.chat_modes, [&](auto const& one) { return one == wanted; });
}

inline bool passes(im2::chat_filter const& filter, caller const& who, chat const& where,
                   std::vector<feishu::open_id> const& members, chat_search& search) {
    bool const joined = is_in(who, where);
    if (where.mode == chat_mode::p2p || where.dissolved ||
        !(joined || where.settings->chat_type == im::v1::chat_privacy::public_))
        return false;
    bool const manages = who.user ? where.managed_by(who.user->open_id) : where.managed_by(who.app.app_id);
    if (filter.is_manager.value_or(false) && !manages)
        return false;
    if (!is_of_type(filter, where, joined) || !is_of_mode(filter, where))
        return false;
    for (auto const& id : members) {
        search.charge(where.members.size());
        if (!where.has(id))
            return false;
    }
    return true;
}

// Whether the first comes before the second one; both are positions of chats.
inline bool comes_before(state& tenant, open<im2::chat_sorter> const& by, std::size_t first,
                         std::size_t second) {
    auto const& a = tenant.chats()[first];
    auto const& b = tenant.chats()[second];
    if (by == im2::chat_sorter::member_count_desc && a.members.size() != b.members.size())
        return a.members.size() > b.members.size();
    if (by == im2::chat_sorter::update_time_desc && a.update_time != b.update_time)
        return a.update_time > b.update_time;
    return a.create_time != b.create_time ? a.create_time > b.create_time : first < second;
}

inline im2::search_item shown_result(state& tenant, chat const& where, std::string const& query,
                                     user_id_type type) {
    im2::search_item out;
    out.id = where.chat_id.str();
    out.display_info = highlighted(where.name, query);
    auto& meta = out.meta_data;
    meta.chat_id = where.chat_id;
    meta.create_time = iso_8601(where.create_time);
    meta.update_time = iso_8601(where.update_time);
    meta.external = where.settings->external;
    meta.chat_mode = open<im::v1::chat_mode>(shown_mode(where)).str();
    meta.description = where.settings->description;
    meta.avatar = avatar_url(where);
    meta.name = where.name;
    if (!where.owner.empty()) {
        meta.owner_id = shown_id(tenant, where.owner, type);
        meta.owner_id_type = open<user_id_type>(type).str();
    }
    meta.tenant_key = tenant.tenant_key();
    meta.chat_status = im2::found_chat_status::normal;
    return out;
}

// Identifies a search for its page tokens.
inline std::string search_query(caller const& who, im2::search const& request) {
    auto out = "search v2\n" + operator_of(who).str() + '\n' +
               (request.query ? request.query->str() : std::string()) + '\n' + request.sorter.str();
    if (!request.filter)
        return out;
    for (auto const& id : request.filter->member_ids)
        out += '\n' + id;
    for (auto const& type : request.filter->search_types)
        out += '\n' + type.str();
    for (auto const& mode : request.filter->chat_modes)
        out += '\n' + mode.str();
    return out + (request.filter->is_manager.value_or(false) ? "\nmanager" : "");
}

} // namespace detail

FEISHU_DECL result<im::v2::chat::search::response> handle(state& tenant, caller const& who,
                                                          im::v2::chat::search const& request) {
    if (auto ok = require_chat_bot(who); !ok)
        return ok.error();
    auto const filter = request.filter.value_or(im::v2::chat::chat_filter{});
    auto const wanted = request.query ? request.query->str() : std::string();
    if (wanted.empty() && filter.member_ids.empty())
        return refuse(232001, "query or member_ids is required");
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    std::vector<feishu::open_id> members;
    for (auto const& id : filter.member_ids) {
        auto const* one = find_listed_user(tenant, type, id);
        if (one == nullptr)
            return refuse(232001, "invalid member_ids");
        members.push_back(one->open_id);
    }
    auto const query = detail::search_query(who, request);
    auto const begin = page_begin(query, request.page_token);
    if (!begin)
        return begin.error();
    chat_search search(tenant, wanted, !filter.disable_search_by_user.value_or(false));
    std::vector<std::size_t> found;
    im::v2::chat::search::response page;
    auto const& chats = tenant.chats();
    for (std::size_t i = 0; i < chats.size(); ++i) {
        if (search.exhausted()) {
            page.notice = "Only a part of the chats was searched.";
            break;
        }
        if (detail::passes(filter, who, chats[i], members, search) && search.matches(chats[i]))
            found.push_back(i);
    }
    std::ranges::sort(found, [&](std::size_t a, std::size_t b) {
        return detail::comes_before(tenant, request.sorter, a, b);
    });
    auto const first = (std::min)(static_cast<std::size_t>(*begin), found.size());
    auto const end =
        (std::min)(first + static_cast<std::size_t>(static_cast<int>(request.page_size)), found.size());
    for (auto i = first; i < end; ++i)
        page.items.push_back(detail::shown_result(tenant, chats[found[i]], wanted, type));
    page.total = static_cast<int>(found.size());
    page.has_more = end < found.size();
    if (page.has_more)
        page.page_token = make_page_token(query, end);
    return page;
}

} // namespace feishu::emulator
