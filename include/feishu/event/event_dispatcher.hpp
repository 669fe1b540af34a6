#pragma once
// event_dispatcher: calls typed handlers for the events that the platform pushes, received by a webhook, a
// long connection or a custom web server.
//
//     feishu::event_dispatcher on{{.encrypt_key = "…", .verification_token = "…"}};
//     on.handle<im::message::receive_v1>([&](auto const& e) { … });
//     on.handle<feishu::card::action_trigger>([](auto const& e) { return feishu::card::toast{"saved"}; });
//     feishu::webhook_server{{.port = 9000}, on}.run();
//
// The platform expects a response within 3 s and pushes an event again until it gets one. The dispatcher
// therefore runs handlers on its own threads, acknowledges an event in time even if its handler takes longer,
// and handles it once however often it is delivered.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/auth/app_tickets.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/event.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/log.hpp>
#include <feishu/event/dedup_store.hpp>
#include <feishu/event/event_response.hpp>
#include <feishu/event/impl/event_handler.hpp>
#include <feishu/event/raw_event.hpp>

namespace feishu {
struct event_report;
class inbox;
namespace detail {
class handler_slots;
class long_connection_driver;
}

/// What happens to an event whose handler throws before the event was acknowledged.
enum class event_failure {
    retry,      ///< the platform pushes it again: after 15 s, 5 min, 1 h, 6 h
    dead_letter ///< it is acknowledged and passed to event_options::dead_letter
};

/// How events are handled. Everything has a default, but a webhook needs an encrypt_key or a
/// verification_token.
///
///     feishu::event_dispatcher on{{.encrypt_key = "…", .on_failure = feishu::event_failure::dead_letter}};
///
/// Thread safety: the functions are called on any thread, several at a time.
/// Callbacks: they may throw anything unless stated otherwise, with the effect that each one documents.
struct event_options {
    std::string encrypt_key{};        ///< from the developer console; a webhook decrypts and verifies with it
    std::string verification_token{}; ///< from the developer console; a webhook rejects events without it
    /// Threads that run handlers. With 1, events are handled one at a time, in the order of their arrival.
    unsigned threads = 4;
    /// Events that may be queued or running at once. Further ones are rejected, and pushed again later.
    std::size_t queue_limit = 1000;
    /// After this time a delivery is acknowledged even if its handler is still running. The platform times
    /// out after 3 s.
    std::chrono::milliseconds ack_deadline{2'500};
    /// What happens to an event whose handler throws within ack_deadline. A callback gets an error in either
    /// case: the platform does not push it again, and the client shows the failure to the user.
    event_failure on_failure = event_failure::retry;
    /// Receives events that were not handled and will not be pushed again: the handler failed after the
    /// acknowledgement or under `event_failure::dead_letter`, the dispatcher stopped before the handler of an
    /// acknowledged event was called, or the event cannot be read. What it throws is logged.
    std::function<void(raw_event const&, std::string_view reason)> dead_letter{};
    /// Record of handled events; default: memory_dedup_store. See dedup_store for what it may throw.
    std::shared_ptr<dedup_store> dedup{};
    /// A queue in a store between the platform and the handlers, so that acknowledged events survive the process and are
    /// handled by any of several: make_inbox, in <feishu/event/inbox.hpp>. `on_failure` does not apply then, `dead_letter`
    /// receives what has failed often enough, and `dedup` is used for callbacks only, by default in the inbox's store.
    std::shared_ptr<feishu::inbox const> inbox{};
    /// The key under which an event is recorded in `dedup` or `inbox`; default: event_identity, which a custom function
    /// should call for all types but its own. An event with an empty key is handled at every delivery. If the
    /// function throws, event_identity is used.
    std::function<std::string(raw_event const&)> identity{};
    /// Tickets of a store app, updated by the app_ticket event; to be shared with the client.
    std::shared_ptr<auth::app_tickets> app_tickets{};
    /// Receives log lines for an operator; default: standard error. `[](std::string_view) {}` discards them.
    /// If it throws, the line goes to standard error.
    log_function log{};
    /// Receives the facts about each delivery, see <feishu/event/event_report.hpp>. Optional. Called after the response
    /// was sent, on the thread that has handled the event; of a duplicate, on the delivering one, and maybe before. It
    /// occupies that thread, and drain() waits for it. What it throws is logged.
    std::function<void(event_report const&)> on_event{};
    /// How long the destructor waits until all events are handled; see `drain`.
    std::chrono::milliseconds drain_time{10'000};
    /// Runs handlers instead of the dispatcher's threads, for example
    /// `[&](auto job) { asio::post(pool, std::move(job)); }`.
    /// If it throws, or destroys a job without running it, the event fails and the platform pushes it
    /// again.
    std::function<void(std::function<void()> job)> executor{};
    /// Replaces the system's clock in tests. There is no timer then: the test calls check_deadlines() after
    /// it has moved the clock. Must not throw.
    std::shared_ptr<feishu::clock> clock{};
    json::read_options limits = event_limits; ///< on the JSON of an event
};

/// Counts of deliveries and events since the dispatcher was created.
struct event_stats {
    std::uint64_t received = 0;      ///< deliveries
    std::uint64_t handled = 0;       ///< events whose handler returned
    std::uint64_t queued = 0;        ///< events that were appended to the inbox
    std::uint64_t duplicates = 0;    ///< deliveries of events that were already handled or in progress
    std::uint64_t unknown = 0;       ///< events without a handler, which are acknowledged
    std::uint64_t failed = 0; ///< events whose handler threw or could not be called; in an inbox, each attempt
    std::uint64_t dead_lettered = 0; ///< events passed to dead_letter
    std::uint64_t busy = 0; ///< rejected: no capacity, draining, in progress elsewhere, or the inbox's store failed
    std::uint64_t late = 0;          ///< events acknowledged before their handler returned
    std::uint64_t invalid = 0;       ///< deliveries that are not events
};

/// Calls the handler that is registered for the type of each delivered event.
///
///     feishu::event_dispatcher on;
///     on.handle<im::message::receive_v1>([&](auto const& e) { … });
///     feishu::long_connection{client, on}.run();
///
/// Thread safety: all members may be called on any thread, several at a time; handlers may be added while
/// events arrive.
/// Lifetimes: must outlive the webhooks, servers and connections that use it. Response functions may be
/// called until the destructor has returned. The destructor drains for event_options::drain_time, then waits
/// for the handlers that are still running on its threads; the events of unfinished coroutines are
/// acknowledged, and the coroutines are left to their executor. A handler must not destroy or drain the
/// dispatcher, which would wait for it.
/// Cancellation: `drain`; a running handler is never interrupted.
/// Errors: none are thrown for deliveries; one that is not an event has the outcome `invalid`.
/// Callbacks: handlers, response functions, the dedup store and the functions of event_options may throw
/// anything. No exception leaves the dispatcher; see event_options and dedup_store for the effect.
class event_dispatcher {
public:
    /// Its threads are started when the first event arrives.
    FEISHU_DECL explicit event_dispatcher(event_options options = {});
    /// Drains, and waits for running handlers.
    FEISHU_DECL ~event_dispatcher();
    event_dispatcher(event_dispatcher const&) = delete;
    event_dispatcher& operator=(event_dispatcher const&) = delete;

    /// Registers `handler` for events of type E. It returns void, or for a callback a value that converts to
    /// `E::response`; with <feishu/event/awaitable.hpp> it may be a coroutine. Members of the event that are
    /// of another JSON type than documented keep their defaults and are logged.
    /// Thread safety: the handler is called, as const, on several threads at a time; see
    /// event_options::threads.
    /// Errors: throws std::invalid_argument if the type already has a handler.
    /// Callbacks: a handler that throws has failed; see event_options::on_failure.
    template <event E, class Handler>
    event_dispatcher& handle(Handler handler) {
        add(E::spec.type, detail::make_event_handler<E>(std::move(handler)));
        return *this;
    }
    template <class E, class Handler>
        requires(!event<E>)
    FEISHU_UNAVAILABLE("E is not an event: handle takes events such as im::message::receive_v1; "
                       "an endpoint is called, client.call(...)")
    event_dispatcher& handle(Handler const&) {
        return *this;
    }

    /// Registers `handler` for the events of all types without a handler of their own.
    /// Errors: throws std::invalid_argument if there is such a handler already.
    FEISHU_DECL event_dispatcher& handle_any(std::function<void(raw_event const&)> handler);

    /// For transports: handles an event that was received, decrypted and verified. `response` is called
    /// exactly once, within ack_deadline, on any thread, possibly before this returns. What it throws is
    /// logged.
    FEISHU_DECL void deliver(std::string json, response_function response);
    /// The same for an event whose envelope has been read.
    FEISHU_DECL void deliver(raw_event event, response_function response);

    /// Begins to take events from the inbox, those of other processes included. The first delivery, webhook_server and
    /// long_connection do the same: for a program that only handles. Handlers are to be registered before. Without an
    /// inbox, does nothing.
    FEISHU_DECL void start();

    /// Accepts no more events (deliveries get the outcome `busy`) and waits until the accepted ones are
    /// handled. After `at_most`, events whose handler has not been called get the outcome `busy`, or become
    /// dead letters if they were acknowledged. Returns whether all events were handled. Events that wait in an inbox are
    /// left to other processes.
    FEISHU_DECL bool drain(std::chrono::milliseconds at_most);

    /// Acknowledges deliveries that have waited for `ack_deadline`. A timer calls this, unless the options
    /// have a clock.
    FEISHU_DECL void check_deadlines();

    /// The counts so far.
    FEISHU_DECL event_stats stats() const;
    /// The options, with defaults filled in. Valid as long as the dispatcher.
    FEISHU_DECL event_options const& options() const;
    /// Writes one line of at most 500 bytes to event_options::log, control characters replaced by spaces.
    FEISHU_DECL void log(log_level level, std::string_view line) const;

private:
    friend class webhook;
    friend class detail::long_connection_driver;

    FEISHU_DECL void add(std::string_view type, detail::event_handler handler);
    /// As feishu::detail::read_push, and an event is read for its handler at the same time if possible.
    FEISHU_DECL result<detail::push_ptr> read(std::string json) const;
    /// May run the handler on the calling thread, in one of `slots` unless null.
    FEISHU_DECL void deliver(detail::push_ptr push, response_function response, detail::handler_slots* slots);
    FEISHU_DECL void deliver(std::string json, response_function response, event_source source);

    struct core;
    std::shared_ptr<core> core_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_dispatcher.ipp>
#endif
