#pragma once
// How the emulator pushes events to an app: to a webhook, or over the long connections that the app opens.
//
//     platform.push_to({.app = platform.app(), .url = "http://127.0.0.1:9000/event", .encrypt_key = "…"}).value();
//     platform.state()->say(ann, platform.chat_id(), "hello");
//     platform.wait_idle();
//     assert(platform.deliveries().back().status == 200);

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>

namespace feishu::emulator {

/// Where an app wants its events: what the developer console asks for.
struct webhook_subscription {
    feishu::app_id app{};
    std::string url{};         ///< http or https, with path
    std::string encrypt_key{}; ///< when set, pushes are encrypted and signed
    std::string verification_token{};
    std::vector<std::string> events{}; ///< types to push; all when empty. Callbacks and app_ticket always are
    std::string ca_pem{};              ///< trusted for https instead of the system's authorities
};

/// How pushes are made. Durations are on the emulator's clock unless said otherwise.
struct push_options {
    /// Pauses before an event is pushed again; after the last one the platform gives up.
    std::vector<clock::duration> retries{std::chrono::seconds(15), std::chrono::minutes(5),
                                         std::chrono::hours(1), std::chrono::hours(6)};
    /// Pushes of one app that are under way at once. One at a time keeps the order in which things happened; one that
    /// is pushed again later does not hold up the others.
    std::size_t in_flight = 1;
    double duplicates = 0; ///< share of events that are pushed twice, drawn from the seed
    std::chrono::milliseconds ack_deadline{3'000};    ///< real time
    std::chrono::milliseconds challenge_within{1'000}; ///< real time, for url_verification
    /// X-Lark-Request-Timestamp is real time, since receivers compare it with theirs; true: the emulator's.
    bool emulated_timestamps = false;

    // What a long connection is told, and what it is.

    int reconnect_count = -1;                   ///< endless
    std::chrono::seconds reconnect_interval{1}; ///< the platform says 120; nobody waits so long for a test
    std::chrono::seconds reconnect_nonce{0};    ///< the platform says 30
    std::chrono::seconds ping_interval{120};
    std::size_t max_connections = 50;        ///< of one app
    std::size_t fragment_bytes = 128u << 10; ///< a longer document comes in several frames
};

/// What became of one push, for assertions.
struct delivery {
    enum class route { none, webhook, long_connection };

    feishu::app_id app{};
    std::string type{}; ///< event type; `url_verification` for the challenge
    std::string id{};   ///< event_id or uuid
    int attempt = 1;    ///< 2 when it was pushed again for the first time
    route via = route::none;
    int status = 0;       ///< HTTP status, or the code in a long connection's answer; 0 without an answer
    std::string answer{}; ///< its body, or why there is none
    bool last = true;     ///< false: it will be pushed again
    clock::time_point time{};
};

/// A refusal of a long connection, for tests of what a client does about it.
struct connection_refusal {
    int discovery_code = 0; ///< answer of /callback/ws/endpoint: 1, 403, 514, 1000040343, 1000040350
    int status = 0;         ///< Handshake-Status of the upgrade: 403, 514
    int auth_code = 0;      ///< Handshake-Autherrcode, with status 514: 1000040350
    std::string message = "refused by the test";
};

/// What a user does to a card.
struct card_interaction {
    std::string element{}; ///< name, element_id or text of an interactive element; the first one when empty
    std::size_t nth = 0;   ///< of several that fit, from 0
    boost::json::object form{}; ///< what is filled in, by name, when the element submits a form
    std::string text{};         ///< typed into an input; the day or time in a picker
    std::string option{};       ///< chosen in a list; empty for a button
    std::vector<std::string> options{};
    bool checked = false; ///< of a checker
};

} // namespace feishu::emulator
