#pragma once

#include <algorithm>
#include <tuple>
#include <utility>

#include <boost/json/parse.hpp>

#include <feishu/api/callback/v1/models.hpp>
#include <feishu/emulator/control/impl/changed.hpp>
#include <feishu/emulator/control/impl/handlers.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator::control {
namespace detail {

inline result<sent_message> sent_of(result<feishu::message_id> const& sent) {
    if (!sent)
        return sent.error();
    return sent_message{.message_id = *sent};
}

inline result<opened_url> opened(result<std::string> url) {
    if (!url)
        return url.error();
    return opened_url{.url = std::move(*url)};
}

inline bool is_pinned(state& tenant, feishu::message_id const& id) {
    auto const* found = tenant.find_message(id);
    if (found == nullptr)
        return false;
    auto const& pins = tenant.pins().of(found->chat_id);
    return std::ranges::any_of(pins, [&](auto const& one) { return one.second.message_id == id; });
}

} // namespace detail

FEISHU_DECL result<sent_message> handle(server& platform, send const& request) {
    auto const type = request.msg_type->value();
    if (!type)
        return refuse(230001, "msg_type: unknown type " + request.msg_type->str());
    return detail::sent_of(
        platform.state()->send(*request.open_id, *request.chat_id, *type, *request.content));
}

FEISHU_DECL result<no_content> handle(server& platform, edit const& request) {
    return detail::changed(platform.state()->edit(*request.open_id, *request.message_id, *request.text));
}

FEISHU_DECL result<sent_message> handle(server& platform, forward const& request) {
    return detail::sent_of(
        platform.state()->forward(*request.open_id, *request.message_id, *request.chat_id));
}

FEISHU_DECL result<sent_message> handle(server& platform, merge_forward const& request) {
    return detail::sent_of(
        platform.state()->merge_forward(*request.open_id, *request.message_ids, *request.chat_id));
}

FEISHU_DECL result<sent_message> handle(server& platform, tap_follow_up const& request) {
    return detail::sent_of(platform.state()->tap_follow_up(
        *request.open_id, *request.message_id, static_cast<std::size_t>(static_cast<int>(request.bubble))));
}

FEISHU_DECL result<no_content> handle(server& platform, pin const& request) {
    return platform.state().with([&](state& tenant) -> result<no_content> {
        auto const& [user, id] = std::tie(*request.open_id, *request.message_id);
        bool const before = detail::is_pinned(tenant, id);
        auto const done = request.remove ? tenant.unpin_message(user, id) : tenant.pin_message(user, id);
        if (done && detail::is_pinned(tenant, id) == before)
            return refuse(230001, before ? "the message is pinned already" : "the message is not pinned");
        return detail::changed(done);
    });
}

FEISHU_DECL result<no_content> handle(server& platform, remove_message const& request) {
    return detail::changed(platform.state()->remove_message(*request.message_id),
                           "unknown message_id, or a message that was removed before");
}

FEISHU_DECL result<show_card::response> handle(server& platform, show_card const& request) {
    auto const document = platform.state()->card_of(*request.message_id, *request.open_id);
    if (document.empty())
        return refuse(230001, "the user sees no card with this message_id");
    return show_card::response{.card = boost::json::parse(document)};
}

FEISHU_DECL result<no_content> handle(server& platform, write_announcement const& request) {
    return detail::changed(
        platform.state()->write_announcement(*request.open_id, *request.chat_id, *request.text));
}

FEISHU_DECL result<opened_url> handle(server& platform, tap_feed_card const& request) {
    return detail::opened(
        platform.state()->tap_feed_card(*request.open_id, *request.app_id, *request.biz_id, request.button));
}

FEISHU_DECL result<opened_url> handle(server& platform, tap_chat_button const& request) {
    return detail::opened(
        platform.state()->tap_chat_button(*request.open_id, *request.chat_id, *request.button));
}

FEISHU_DECL result<opened_url> handle(server& platform, tap_chat_menu const& request) {
    return detail::opened(platform.state()->tap_chat_menu(*request.open_id, *request.chat_id, *request.item));
}

FEISHU_DECL result<preview::response> handle(server& platform, preview const& request) {
    auto const responded =
        platform.preview(*request.open_id, *request.app_id, *request.chat_id, *request.url);
    if (!responded)
        return responded.error();
    auto const json_of = [](auto const& value) {
        return boost::json::parse(json::to_string(value, {.omit_empty = true}));
    };
    preview::response out;
    if (responded->inline_)
        out.inline_ = json_of(*responded->inline_);
    if (responded->card)
        out.card = json_of(*responded->card);
    return out;
}

} // namespace feishu::emulator::control
