#pragma once
// raw_event: a pushed event before it is typed, with the members of its envelope. Schema 2.0, schema 1.0 and old card
// callbacks have the same form from here on.
//
//     auto event = feishu::read_event(json);       // result<raw_event>
//     std::cout << event->type << ' ' << event->id;

#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/timestamp.hpp>
#include <feishu/json/read.hpp>

namespace feishu {

/// A pushed event as received.
struct raw_event {
    std::string schema{};            ///< "2.0", "1.0", or empty for an old card callback
    std::string type{};              ///< `im.message.receive_v1`
    feishu::event_id id{};           ///< event_id or uuid; unchanged on redelivery; may be empty
    feishu::app_id app_id{};         ///< the app that receives it
    feishu::tenant_key tenant_key{}; ///< the tenant it happened in
    unix_millis create_time{};       ///< when it was first pushed, whatever unit the platform sent
    std::string json{};              ///< the whole document
};

/// The type given to old card callbacks, which carry none.
inline constexpr std::string_view old_card_type = "card.action.trigger_v1";

/// Limits on the JSON of an event.
inline constexpr json::read_options event_limits{.max_depth = 64, .max_bytes = 4u << 20};

/// Reads the envelope of an event that is not encrypted. A member of another JSON kind than documented is ignored.
/// Errors: kind decode.
FEISHU_DECL result<raw_event> read_event(std::string json, json::read_options const& limits = event_limits);

/// What tells one event from another: two deliveries with the same identity are one event. That is the event id, except
/// for types where the platform may push the same thing under several event ids: a received or recalled message is
/// known by its message_id, a disbanded or newly created one-to-one chat by its chat id, feedback by its feedback_id,
/// a paid order by its order_id, a created app by its app_id. App and type are part of it. Empty when the event has
/// neither. See event_options::identity.
FEISHU_DECL std::string event_identity(raw_event const& event);

namespace detail {

/// What the body of a webhook request is.
enum class push_kind { event, old_card, challenge, encrypted };

/// The body of a webhook request, read as far as it is readable without a key.
struct push {
    push_kind kind = push_kind::event;
    raw_event event{};       ///< of event and old_card; otherwise only its `json` is set
    std::string token{};     ///< the verification token it carries; old cards carry none
    std::string challenge{}; ///< of challenge
    std::string encrypted{}; ///< of encrypted: base64
};

/// Errors: kind decode.
FEISHU_DECL result<push> read_push(std::string json, json::read_options const& limits);

} // namespace detail
} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_identity.ipp>
#include <feishu/event/impl/raw_event.ipp>
#endif
