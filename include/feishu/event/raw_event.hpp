#pragma once
// raw_event: a pushed event as JSON, with the members of its envelope: the common form of schema 2.0, schema
// 1.0 and legacy card callbacks.
//
//     auto event = feishu::read_event(json);       // result<raw_event>
//     std::cout << event->type << ' ' << event->id;

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <memory>
#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/timestamp.hpp>
#include <feishu/json/read.hpp>

namespace feishu {

/// How an event has arrived.
enum class event_source {
    other, ///< event_dispatcher::deliver, called by the program
    webhook,
    long_connection,
    inbox ///< taken from event_options::inbox
};

/// A pushed event as received, decrypted.
struct raw_event {
    std::string schema{};            ///< "2.0", "1.0", or empty for a legacy card callback
    std::string type{};              ///< `im.message.receive_v1`
    feishu::event_id id{};           ///< event_id or uuid, unchanged on redelivery; may be empty
    feishu::app_id app_id{};         ///< the receiving app
    feishu::tenant_key tenant_key{}; ///< the tenant in which it occurred
    unix_millis create_time{};       ///< converted from the unit that the platform sent
    std::string object_id{};         ///< of the object that identifies the event; see event_identity
    std::string json{};              ///< the whole document
    event_source source = event_source::other;
};

/// The type assigned to legacy card callbacks, which carry none.
inline constexpr std::string_view old_card_type = "card.action.trigger_v1";

/// Default limits on the JSON of an event.
inline constexpr json::read_options event_limits{.max_depth = 64, .max_bytes = 4u << 20};

/// Reads the envelope of an event that is not encrypted. A member of another JSON type than documented is
/// ignored.
/// Errors: kind decode, also for a challenge and an encrypted body, which webhook handles.
FEISHU_DECL result<raw_event> read_event(std::string json, json::read_options const& limits = event_limits);

/// The key that deliveries of the same event share: the app_id and the event id. Some types may be pushed
/// several times under different event ids; their key is app_id, type and the id of the object: message_id of
/// a received or recalled message, chat_id of a disbanded group or a created one-to-one chat, feedback_id of
/// feedback, order_id of a paid order, app_id of a created app. `read_event` stores that id in `object_id`; if
/// it is empty, the id is read from `json`. Empty if the event has no id. See event_options::identity.
FEISHU_DECL std::string event_identity(raw_event const& event);

namespace detail {
struct event_handler;

/// An event as its handler takes it.
struct typed_event {
    std::shared_ptr<void> value{}; ///< null if it has yet to be read
    std::string skipped{};         ///< the members of another JSON type than documented
};

/// The `type` of a challenge.
inline constexpr std::string_view challenge_type = "url_verification";

/// The kinds of webhook request bodies.
enum class push_kind { event, old_card, challenge, encrypted };

/// The body of a webhook request, as far as it can be read without decryption.
struct push {
    push_kind kind = push_kind::event;
    raw_event event{};                              ///< for event and old_card; otherwise only `json` is set
    std::string token{};                            ///< verification token; legacy card callbacks have none
    std::string challenge{};                        ///< for challenge
    std::string encrypted{};                        ///< for encrypted: base64
    std::shared_ptr<event_handler const> handler{}; ///< the one that `typed` was read for; may be null
    typed_event typed{};
};

/// Shared, since it is large and passed on by one function after the other.
using push_ptr = std::shared_ptr<push>;

/// Reads the body of a webhook request. Errors: kind decode.
FEISHU_DECL result<push_ptr> read_push(std::string json, json::read_options const& limits);

/// Turns a challenge or an encrypted body into an error of kind decode.
FEISHU_DECL result<push_ptr> as_event(result<push_ptr> read);

} // namespace detail
} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_identity.ipp>
#include <feishu/event/impl/raw_event.ipp>
#endif
