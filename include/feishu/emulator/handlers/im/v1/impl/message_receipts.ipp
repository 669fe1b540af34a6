#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline constexpr std::chrono::hours read_status_window{7 * 24};

// In the order in which they read it.
inline std::vector<std::pair<clock::time_point, user const*>> readers_of(state& tenant, message const& what) {
    std::vector<std::pair<clock::time_point, user const*>> out;
    for (auto const& [id, time] : *what.readers)
        if (auto const* reader = tenant.find_user(id))
            out.emplace_back(time, reader);
    std::ranges::sort(out, [](auto const& a, auto const& b) {
        return a.first != b.first ? a.first < b.first : a.second->open_id < b.second->open_id;
    });
    return out;
}

inline im::v1::message::read_status_item read_status_of(state& tenant, caller const& who,
                                                        feishu::message_id const& id) {
    using status = im::v1::message::read_status;
    using reason = im::v1::message::unexpected_reason;
    im::v1::message::read_status_item out;
    out.message_id = id;
    out.read_status = status::unexpected;
    auto const* what = tenant.find_message(id);
    auto const* where = what != nullptr ? tenant.find_chat(what->chat_id) : nullptr;
    if (where == nullptr || what->removed)
        out.unexpected_reason = reason::invalid;
    else if (!require_member(who, *where))
        out.unexpected_reason = reason::no_permission;
    else if (what->deleted || is_child(*what))
        out.unexpected_reason = reason::not_support;
    else
        out.read_status =
            sent_by(who, *what) || what->readers->contains(who.user->open_id) ? status::read : status::unread;
    return out;
}

} // namespace detail

FEISHU_DECL result<im::v1::message::read_users::response> handle(state& tenant, caller const& who,
                                                                 im::v1::message::read_users const& request) {
    using request_type = im::v1::message::read_users;
    auto const found =
        find_visible_message(tenant, who, request_type::spec, request.message_id, recalled::refuse);
    if (!found)
        return found.error();
    auto const& message = **found;
    if (is_child(message) || !sent_by(who, message))
        return refuse(230012);
    if (tenant.now() - message.create_time > detail::read_status_window)
        return refuse(230033);
    auto const query = "read_users\n" + message.message_id.str();
    std::size_t at = 0;
    if (request.page_token && !request.page_token->empty()) {
        auto const position = read_page_token(query, *request.page_token);
        if (!position)
            return refuse(230001, "invalid page_token");
        at = static_cast<std::size_t>(*position);
    }
    auto const readers = detail::readers_of(tenant, message);
    auto const size = static_cast<std::size_t>(request.page_size ? static_cast<int>(*request.page_size) : 20);
    auto const type = request.user_id_type.value_or(im::v1::user_id_type::open_id);
    request_type::response page;
    for (; at < readers.size() && page.items.size() < size; ++at)
        page.items.push_back({.user_id_type = type,
                              .user_id = readers[at].second->id(type),
                              .timestamp = readers[at].first,
                              .tenant_key = tenant.tenant_key()});
    page.has_more = at < readers.size();
    if (page.has_more)
        page.page_token = make_page_token(query, at);
    return page;
}

FEISHU_DECL result<im::v1::message::batch_query_read_status::response>
handle(state& tenant, caller const& who, im::v1::message::batch_query_read_status const& request) {
    im::v1::message::batch_query_read_status::response response;
    for (auto const& id : *request.message_ids)
        response.read_statuses.push_back(detail::read_status_of(tenant, who, id));
    return response;
}

} // namespace feishu::emulator
