#pragma once
// How the emulator pushes events and callbacks to an app: to a webhook, or over long connections that the app
// opens.
//
//     platform.push_to({.app = platform.app(), .url = "http://127.0.0.1:9000/event"}).value();
//     platform.state()->say(ann, platform.chat_id(), "hello");
//     platform.wait_idle();
//     assert(platform.deliveries().back().status == 200);
//
// Once an app has opened a long connection, its events are pushed over long connections only, and pushes fail
// while none is open. The events of other apps go to their webhook. Events for an app with neither are
// discarded.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>

namespace feishu::emulator {

/// Where an app receives its events: the settings of the developer console.
struct webhook_subscription {
    feishu::app_id app{};
    std::string url{};         ///< http or https, with path
    std::string encrypt_key{}; ///< if set, pushes are encrypted and signed
    std::string verification_token{};
    std::vector<std::string>
        events{};         ///< event types to push, all if empty; callbacks and app_ticket always
    std::string ca_pem{}; ///< trusted for https instead of the system's authorities
    /// Whether interactions with cards are pushed as card.action.trigger_v1 instead of card.action.trigger: to this
    /// url even if the app has long connections, never encrypted, and signed with the verification token.
    bool legacy_cards = false;
};

/// A function in the same process that receives an app's events: it takes a document and calls `done` exactly once, on any
/// thread, with an HTTP status and the body of the response. It must not block.
using event_receiver =
    std::function<void(std::string document, std::function<void(int status, std::string body)> done)>;

/// How events are pushed. Durations are on the emulator's clock unless stated otherwise.
struct push_options {
    /// Delays before an event is pushed again; after the last one the platform gives up.
    std::vector<clock::duration> retry_delays{std::chrono::seconds(15), std::chrono::minutes(5),
                                              std::chrono::hours(1), std::chrono::hours(6)};
    /// Concurrent pushes to one app. With 1, events are pushed in order, except that an event waiting for a
    /// retry does not delay the others.
    std::size_t max_in_flight = 1;
    double duplicate_rate = 0; ///< share of events that are pushed twice, from 0 to 1; drawn from the seed
    std::chrono::milliseconds ack_deadline{3'000};       ///< real time
    std::chrono::milliseconds challenge_deadline{1'000}; ///< real time, for url_verification
    /// Whether X-Lark-Request-Timestamp is the emulator's time. By default it is real time, with which
    /// receivers compare it.
    bool emulated_timestamps = false;

    // Long connections: limits, and the settings that clients receive at discovery.

    int reconnect_count = -1;                   ///< -1: unlimited
    std::chrono::seconds reconnect_interval{1}; ///< the platform's is 120, which is long for a test
    std::chrono::seconds reconnect_nonce{0};    ///< the platform's is 30
    std::chrono::seconds ping_interval{120};
    std::size_t max_connections = 50;        ///< per app
    std::size_t fragment_bytes = 128u << 10; ///< a longer document is sent in several frames
};

/// The channel of a push.
enum class delivery_channel { none, webhook, long_connection };

/// The outcome of one push, for assertions.
struct delivery {
    feishu::app_id app{};
    std::string type{}; ///< event type; `url_verification` for the challenge
    std::string id{};   ///< event_id or uuid
    int attempt = 1;    ///< 2 for the first retry
    delivery_channel channel = delivery_channel::none;
    int status = 0; ///< HTTP status, or the code in a long connection's response; 0 without a response
    std::string response{}; ///< its body, or the reason why there is none
    bool last = true;       ///< false: it will be pushed again
    clock::time_point time{};
};

/// An event or a callback of the tenant with its document, whether or not an app receives it.
struct recorded_event {
    feishu::app_id app{};
    std::string type{};
    std::string id{};       ///< event_id or uuid
    std::string document{}; ///< JSON, without the subscription's token
    bool callback = false;
    clock::time_point time{};
    std::uint64_t sequence = 0; ///< grows with each change to any event, so with each push
    std::vector<delivery> pushes{};
};

/// How to refuse a long connection, for tests of a client's reaction: by discovery_code or by status.
struct connection_refusal {
    /// In the response of /callback/ws/endpoint: 1, 403, 514, 1000040343, 1000040345, 1000040350.
    int discovery_code = 0;
    int status = 0;    ///< Handshake-Status of the upgrade: 403, 514
    int auth_code = 0; ///< Handshake-Autherrcode, with status 514: 1000040350
    std::string message = "refused by the test";
};

/// What a user entered into an element of a form: a text (also the option selected, a date or a time), whether a
/// checker is checked, or the options selected.
using form_value = std::variant<std::string, bool, std::vector<std::string>>;

/// A user's interaction with a card.
struct card_interaction {
    std::string element{};      ///< name, element_id or text of an interactive element; empty: the first one
    std::size_t nth = 0;        ///< among several that match, from 0
    std::map<std::string, form_value> form{}; ///< values by name, if the element submits a form
    std::string text{};         ///< entered into an input; date or time of a picker
    std::string option{};       ///< selected in a list; empty for a button
    std::vector<std::string> options{};
    bool checked = false; ///< of a checker
};

} // namespace feishu::emulator
