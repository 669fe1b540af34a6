#pragma once
// Control over HTTP: the clock, pushes, faults, and what the platform has seen.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/emulator/fault.hpp>

namespace feishu::emulator::control {

/// This interface as an OpenAPI document.
struct describe {
    static constexpr endpoint_spec spec{.id = "emulator.openapi",
                                        .method = verb::get,
                                        .path = "/_emulator/openapi.json",
                                        .envelope = envelope::value};
    struct response {
        boost::json::value document{};
    };
};
BOOST_DESCRIBE_STRUCT(describe, (), ())
BOOST_DESCRIBE_STRUCT(describe::response, (), (document))

/// Moves the platform's clock forward; 0 only reads it.
struct advance {
    static constexpr endpoint_spec spec{.id = "emulator.clock.advance",
                                        .method = verb::post,
                                        .path = "/_emulator/clock",
                                        .envelope = envelope::flat};
    field::number<std::int64_t, 0> milliseconds = 0;
    struct response {
        /// Milliseconds since 1970.
        std::int64_t now = 0;
    };
};
BOOST_DESCRIBE_STRUCT(advance, (), (milliseconds))
BOOST_DESCRIBE_STRUCT(advance::response, (), (now))

/// One request that the platform has served.
struct request_entry {
    std::string method{};
    std::string target{};
    /// Id of the endpoint; empty if none matches.
    std::string endpoint{};
    std::string body{};
    int status = 0;
    int code = 0;
    std::string log_id{};
    /// Name of the injected fault, if any.
    std::string fault{};
};
BOOST_DESCRIBE_STRUCT(request_entry, (), (method, target, endpoint, body, status, code, log_id, fault))

/// The requests served so far, without those of the control interface.
struct list_requests {
    static constexpr endpoint_spec spec{.id = "emulator.requests.list",
                                        .method = verb::get,
                                        .path = "/_emulator/requests",
                                        .envelope = envelope::flat};
    struct response {
        std::vector<request_entry> items{};
    };
};
BOOST_DESCRIBE_STRUCT(list_requests, (), ())
BOOST_DESCRIBE_STRUCT(list_requests::response, (), (items))

/// Clears the list of requests.
struct clear_requests {
    static constexpr endpoint_spec spec{.id = "emulator.requests.clear",
                                        .method = verb::delete_,
                                        .path = "/_emulator/requests",
                                        .envelope = envelope::flat};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(clear_requests, (), ())
BOOST_DESCRIBE_STRUCT(clear_requests::response, (), ())

/// Subscribes a webhook to an app's events.
struct subscribe {
    static constexpr endpoint_spec spec{.id = "emulator.webhooks.subscribe",
                                        .method = verb::post,
                                        .path = "/_emulator/webhooks",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    field::required<std::string> url;
    std::string encrypt_key{};
    std::string verification_token{};
    /// Event types to push; all if empty.
    std::vector<std::string> events{};
    /// Whether interactions with cards are pushed as card.action.trigger_v1 instead of card.action.trigger.
    bool legacy_cards = false;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(subscribe, (), (app_id, url, encrypt_key, verification_token, events, legacy_cards))
BOOST_DESCRIBE_STRUCT(subscribe::response, (), ())

/// Ends the pushes to an app's webhook.
struct unsubscribe {
    static constexpr endpoint_spec spec{.id = "emulator.webhooks.unsubscribe",
                                        .method = verb::delete_,
                                        .path = "/_emulator/webhooks/:app_id",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(unsubscribe, (), (app_id))
BOOST_DESCRIBE_STRUCT(unsubscribe::response, (), ())

/// One attempt to push an event.
struct delivery_entry {
    feishu::app_id app{};
    std::string type{};
    std::string id{};
    int attempt = 1;
    /// none, webhook or long_connection.
    std::string channel{};
    int status = 0;
    std::string response{};
    bool last = true;
    /// Milliseconds since 1970.
    std::int64_t time = 0;
};
BOOST_DESCRIBE_STRUCT(delivery_entry, (), (app, type, id, attempt, channel, status, response, last, time))

/// The pushes made so far; first waits until none is in progress or due.
struct list_deliveries {
    static constexpr endpoint_spec spec{.id = "emulator.deliveries.list",
                                        .method = verb::get,
                                        .path = "/_emulator/deliveries",
                                        .query = {"wait"},
                                        .envelope = envelope::flat};
    /// Milliseconds to wait at most.
    field::number<int, 0, 20'000> wait = 0;
    struct response {
        bool idle = true;
        std::vector<delivery_entry> items{};
    };
};
BOOST_DESCRIBE_STRUCT(list_deliveries, (), (wait))
BOOST_DESCRIBE_STRUCT(list_deliveries::response, (), (idle, items))

/// Clears the list of pushes.
struct clear_deliveries {
    static constexpr endpoint_spec spec{.id = "emulator.deliveries.clear",
                                        .method = verb::delete_,
                                        .path = "/_emulator/deliveries",
                                        .envelope = envelope::flat};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(clear_deliveries, (), ())
BOOST_DESCRIBE_STRUCT(clear_deliveries::response, (), ())

/// Adds a fault of the requests with a method and a path; of all without.
struct add_fault {
    static constexpr endpoint_spec spec{.id = "emulator.faults.add",
                                        .method = verb::post,
                                        .path = "/_emulator/faults",
                                        .envelope = envelope::flat};
    /// GET, POST, …
    std::string method{};
    /// /open-apis/im/v1/messages/:message_id
    std::string path{};
    /// One of them, drawn each time.
    field::required<field::list<open<emulator::fault>, 1, 32>> faults;
    /// For each matching request, from 0 to 1.
    std::optional<double> probability{};
    /// How many times it occurs at most.
    std::optional<field::number<std::int64_t, 0>> count{};
    /// Matching requests that it leaves alone first.
    std::optional<field::number<std::int64_t, 0>> skip{};
    /// Whether the platform acts on the request first.
    std::optional<bool> executed{};
    /// Milliseconds, of latency and slow_bytes.
    std::optional<field::number<int, 0>> delay{};
    std::optional<field::number<std::int64_t, 0>> bytes{};
    std::optional<int> status{};
    std::optional<int> code{};
    /// Seconds.
    std::optional<field::number<int, 0>> retry_after{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(add_fault, (),
                      (method, path, faults, probability, count, skip, executed, delay, bytes, status, code,
                       retry_after))
BOOST_DESCRIBE_STRUCT(add_fault::response, (), ())

/// Removes all faults.
struct clear_faults {
    static constexpr endpoint_spec spec{.id = "emulator.faults.clear",
                                        .method = verb::delete_,
                                        .path = "/_emulator/faults",
                                        .envelope = envelope::flat};
    struct response {
        /// How many faults have occurred so far.
        std::int64_t injected = 0;
    };
};
BOOST_DESCRIBE_STRUCT(clear_faults, (), ())
BOOST_DESCRIBE_STRUCT(clear_faults::response, (), (injected))

/// Closes an app's long connections abruptly.
struct drop_connections {
    static constexpr endpoint_spec spec{.id = "emulator.connections.drop",
                                        .method = verb::delete_,
                                        .path = "/_emulator/connections/:app_id",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    struct response {
        std::int64_t dropped = 0;
    };
};
BOOST_DESCRIBE_STRUCT(drop_connections, (), (app_id))
BOOST_DESCRIBE_STRUCT(drop_connections::response, (), (dropped))

} // namespace feishu::emulator::control
