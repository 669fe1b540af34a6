#pragma once
// raw_event: a pushed event before it is typed, with what its envelope says. Schema 2.0, schema 1.0 and old
// card callbacks look the same from here on.
//
//     auto event = feishu::read_event(json);       // result<raw_event>
//     std::cout << event->type << ' ' << event->id;

#include <cstddef>
#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/timestamp.hpp>
#include <feishu/json/read.hpp>

namespace feishu {

/// A pushed event as it came.
struct raw_event {
    std::string schema{};            ///< "2.0", "1.0", or empty for an old card callback
    std::string type{};              ///< `im.message.receive_v1`
    feishu::event_id id{};           ///< event_id or uuid; the same when it is pushed again; may be empty
    feishu::app_id app_id{};         ///< the app it is for
    feishu::tenant_key tenant_key{}; ///< the tenant it happened in
    unix_millis create_time{};       ///< when it was pushed first
    std::string json{};              ///< all of it
};

/// The type that old card callbacks get, which carry none.
inline constexpr std::string_view old_card_type = "card.action.trigger_v1";

/// Limits on an event: more than any event needs, less than what hurts.
inline constexpr json::read_options event_limits{.max_depth = 64, .max_bytes = 4u << 20};

/// Reads the envelope of an event that is not encrypted. Errors: kind decode.
FEISHU_DECL result<raw_event> read_event(std::string json, json::read_options const& limits = event_limits);

namespace detail {

/// What a webhook is sent.
enum class push_kind { event, old_card, challenge, encrypted };

/// A body as a webhook receives it, looked into as far as it is readable.
struct push {
    push_kind kind = push_kind::event;
    raw_event event{};       ///< of event and old_card; else only its `json` is set
    std::string token{};     ///< the verification token it claims to know; old cards claim none
    std::string challenge{}; ///< of challenge
    std::string encrypted{}; ///< of encrypted: base64
};

FEISHU_DECL result<push> read_push(std::string json, json::read_options const& limits);

} // namespace detail
} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/envelope.ipp>
#endif
