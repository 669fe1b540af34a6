#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <string>
#include <vector>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

namespace im1 = feishu::im::v1;

inline bool lists_thread(im1::message::list const& request) {
    return *request.container_id_type == im1::container_id_type::thread;
}

// Positions of the container's messages, in the order of their creation.
inline positions const& positions_in(state const& tenant, im1::message::list const& request) {
    if (lists_thread(request))
        return tenant.positions_of(feishu::thread_id(*request.container_id));
    return tenant.history_of(feishu::chat_id(*request.container_id));
}

// The chat of the container; for a thread, the chat of its messages.
inline result<chat*> find_container(state& tenant, im1::message::list const& request) {
    if (lists_thread(request)) {
        if (auto const& thread = positions_in(tenant, request); !thread.empty())
            return tenant.find_chat(tenant.messages()[thread.front()].chat_id);
    } else if (auto* found = tenant.find_chat(feishu::chat_id(*request.container_id))) {
        return found;
    }
    return refuse(230001, "invalid container_id");
}

// Negative before the time span of the request, positive after it.
inline int compare_to_span(message const& what, im1::message::list const& request) {
    auto const second = std::chrono::floor<std::chrono::seconds>(what.create_time).time_since_epoch().count();
    if (request.start_time.has_value() && second < request.start_time.count())
        return -1;
    return request.end_time.has_value() && second > request.end_time.count() ? 1 : 0;
}

// The query that a page token belongs to: everything but the size of the pages.
inline std::string list_query(im1::message::list const& request) {
    return request.container_id_type->str() + '\n' + *request.container_id + '\n' +
           std::to_string(request.start_time.count()) + '\n' + std::to_string(request.end_time.count()) +
           '\n' + request.sort_type.str() + (request.only_thread_root_messages.value_or(false) ? "\nroots" : "");
}

// Whether the list leaves the message out.
inline bool is_left_out(message const& what, im1::message::list const& request) {
    if (what.removed)
        return true;
    bool const starts_thread = !what.links->thread_id.empty() && what.links->thread_position == 0;
    return request.only_thread_root_messages.value_or(false) && !starts_thread;
}

// A message, and what a merged forward contains.
inline void append_shown(state& tenant, message const& one, im1::user_id_type type, bool with_sender_name,
                         std::vector<im1::model::message>& out) {
    out.push_back(shown(tenant, one, type, with_sender_name));
    if (one.deleted)
        return;
    for (auto const position : tenant.children_of(one.message_id))
        out.push_back(shown(tenant, tenant.messages()[position], type, with_sender_name));
}

} // namespace detail

FEISHU_DECL result<im::v1::message::get::response> handle(state& tenant, caller const& who,
                                                          im::v1::message::get const& request) {
    using request_type = im::v1::message::get;
    auto const found =
        find_visible_message(tenant, who, request_type::spec, request.message_id, recalled::allow);
    if (!found)
        return found.error();
    if (auto ok = require_reading_scope(who, *tenant.find_chat((*found)->chat_id)); !ok)
        return ok.error();
    request_type::response response;
    detail::append_shown(tenant, **found, request.user_id_type.value_or(im::v1::user_id_type::open_id),
                         request.with_sender_name.value_or(false), response.items);
    return response;
}

FEISHU_DECL result<im::v1::message::mget::response> handle(state& tenant, caller const& who,
                                                           im::v1::message::mget const& request) {
    using request_type = im::v1::message::mget;
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    request_type::response response;
    auto const type = request.user_id_type.value_or(im::v1::user_id_type::open_id);
    for (auto const& id : *request.message_ids)
        if (auto const found = find_visible_message(tenant, who, request_type::spec, id, recalled::allow))
            if (require_reading_scope(who, *tenant.find_chat((*found)->chat_id)))
                response.items.push_back(shown(tenant, **found, type));
    return response;
}

FEISHU_DECL result<im::v1::message::list::response> handle(state& tenant, caller const& who,
                                                           im::v1::message::list const& request) {
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    auto const where = detail::find_container(tenant, request);
    if (!where)
        return where.error();
    if (auto ok = require_member(who, **where); !ok)
        return ok.error();
    if (auto ok = require_reading_scope(who, **where); !ok)
        return ok.error();
    bool const newest_first = request.sort_type == im::v1::sort_type::ByCreateTimeDesc;
    auto const query = detail::list_query(request);
    std::uint64_t behind = newest_first ? static_cast<std::uint64_t>(-1) : 0;
    if (request.page_token && !request.page_token->empty()) {
        auto const position = read_page_token(query, *request.page_token);
        if (!position)
            return refuse(230001, "invalid page_token");
        behind = *position;
    }
    auto const& positions = detail::positions_in(tenant, request);
    auto const nth = [&](std::size_t i) -> message const& {
        return tenant.messages()[positions[newest_first ? positions.size() - 1 - i : i]];
    };
    auto const ends_list = [&](message const& one) {
        auto const side = detail::compare_to_span(one, request);
        return newest_first ? side < 0 : side > 0;
    };
    auto const passed = [&](std::size_t i) {
        auto const side = detail::compare_to_span(nth(i), request);
        return newest_first ? nth(i).sequence >= behind || side > 0 : nth(i).sequence <= behind || side < 0;
    };
    im::v1::message::list::response page;
    auto const size = static_cast<std::size_t>(static_cast<int>(request.page_size));
    std::uint64_t last = 0;
    // Whatever the chat holds, only the messages of this page are looked at.
    for (auto i = *std::ranges::partition_point(std::views::iota(std::size_t(0), positions.size()), passed);
         i < positions.size() && !ends_list(nth(i)); ++i) {
        if (detail::is_left_out(nth(i), request))
            continue;
        if (page.items.size() == size) {
            page.has_more = true;
            page.page_token = make_page_token(query, last);
            break;
        }
        page.items.push_back(shown(tenant, nth(i), im::v1::user_id_type::open_id,
                                   request.with_sender_name.value_or(false)));
        last = nth(i).sequence;
    }
    return page;
}

} // namespace feishu::emulator
