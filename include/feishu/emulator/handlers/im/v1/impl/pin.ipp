#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/pin.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline im::v1::model::pin shown_pin(pin const& one) {
    im::v1::model::pin out;
    out.message_id = one.message_id;
    out.chat_id = one.chat_id;
    out.operator_id = one.user.empty() ? one.app.str() : one.user.str();
    out.operator_id_type =
        one.user.empty() ? im::v1::sender_id_type::app_id : im::v1::sender_id_type::open_id;
    out.create_time = one.time;
    return out;
}

// A message in a chat that the caller is in.
inline result<message*> find_to_pin(state& tenant, caller const& who, feishu::message_id const& id) {
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    auto* found = tenant.find_message(id);
    if (found == nullptr)
        return refuse(230001, "invalid message_id");
    auto const* where = tenant.find_chat(found->chat_id);
    if (where == nullptr)
        return refuse(230045);
    if (auto ok = require_member(who, *where); !ok)
        return ok.error();
    return found;
}

} // namespace detail

FEISHU_DECL result<im::v1::pin::create::response> handle(state& tenant, caller const& who,
                                                         im::v1::pin::create const& request) {
    auto const found = detail::find_to_pin(tenant, who, request.message_id);
    if (!found)
        return found.error();
    auto const& message = **found;
    if (message.deleted || message.removed)
        return refuse(230011);
    if (is_child(message))
        return refuse(230050);
    if (message.msg_type == im::v1::msg_type::system)
        return refuse(230054);
    pin draft{.message_id = message.message_id, .chat_id = message.chat_id, .time = tenant.now()};
    if (who.user)
        draft.user = who.user->open_id;
    else
        draft.app = who.app.app_id;
    return im::v1::pin::create::response{.pin = detail::shown_pin(tenant.pins().add(std::move(draft)))};
}

FEISHU_DECL result<im::v1::pin::delete_::response> handle(state& tenant, caller const& who,
                                                          im::v1::pin::delete_ const& request) {
    auto const found = detail::find_to_pin(tenant, who, request.message_id);
    if (!found)
        return found.error();
    tenant.pins().remove((*found)->message_id);
    return im::v1::pin::delete_::response{};
}

FEISHU_DECL result<im::v1::pin::list::response> handle(state& tenant, caller const& who,
                                                       im::v1::pin::list const& request) {
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    auto const* where = tenant.find_chat(request.chat_id);
    if (where == nullptr)
        return refuse(230001, "invalid chat_id");
    if (auto ok = require_member(who, *where); !ok)
        return refuse(documented(request.spec, ok.error().code, 230002));
    auto const query = "pins\n" + where->chat_id.str() + '\n' + std::to_string(request.start_time.count()) +
                       '\n' + std::to_string(request.end_time.count());
    auto const& pins = tenant.pins().of(where->chat_id);
    auto end = pins.end();
    if (request.page_token && !request.page_token->empty()) {
        auto const position = read_page_token(query, *request.page_token);
        if (!position)
            return refuse(230001, "invalid page_token");
        end = pins.lower_bound(*position);
    }
    im::v1::pin::list::response page;
    auto const size = static_cast<std::size_t>(static_cast<int>(request.page_size));
    std::uint64_t last = 0;
    while (end != pins.begin()) {
        auto const& [number, one] = *--end;
        if ((request.start_time.has_value() && one.time < request.start_time.time()) ||
            (request.end_time.has_value() && one.time > request.end_time.time()))
            continue;
        if (page.items.size() == size) {
            page.has_more = true;
            page.page_token = make_page_token(query, last);
            break;
        }
        page.items.push_back(detail::shown_pin(one));
        last = number;
    }
    return page;
}

} // namespace feishu::emulator
