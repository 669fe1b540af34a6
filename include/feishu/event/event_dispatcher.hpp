#pragma once
// event_dispatcher: typed handlers for the events that the platform pushes, behind a webhook, a long connection or a
// custom web server.
//
//     feishu::event_dispatcher on{{.encrypt_key = "…", .verification_token = "…"}};
//     on.handle<im::message::receive_v1>([&](auto const& e) { … });
//     on.handle<feishu::card::action_trigger>([](auto const& e) { return feishu::card::toast{"saved"}; });
//     feishu::webhook_server{{.port = 9000}, on}.run();
//
// The platform expects a response within 3 s and pushes again until it gets one. So each event is handled once however
// often it is delivered, on threads of the dispatcher, and acknowledged in time however long its handler takes.

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
#include <feishu/event/dedup_store.hpp>
#include <feishu/event/event_response.hpp>
#include <feishu/event/impl/event_handler.hpp>
#include <feishu/event/raw_event.hpp>

namespace feishu {

/// What becomes of an event whose handler throws while the platform still waits for a response.
enum class event_failure {
    retry,      ///< the platform pushes it again: after 15 s, 5 min, 1 h, 6 h
    dead_letter ///< it is acknowledged and given to event_options::dead_letter
};

/// How events are handled. Everything has a default, but a webhook needs a key or a token.
///
/// The functions in here are called on any thread, several at a time. Each may throw: what happens then is written
/// beside it, and the dispatcher stays usable.
struct event_options {
    std::string encrypt_key{};        ///< of the developer console; a webhook decrypts and verifies with it
    std::string verification_token{}; ///< of the developer console; a webhook rejects events without it
    /// Threads that run handlers; 1 handles events one by one, in the order of their arrival.
    unsigned threads = 4;
    /// Events that may be waiting or handled at once. Further ones are rejected, and pushed again later.
    std::size_t queue_limit = 1000;
    /// When a delivery is acknowledged although its handler is not done. The platform gives up after 3 s.
    std::chrono::milliseconds ack_deadline{2'500};
    /// What becomes of an event whose handler throws in time. Callbacks always fail: they are not pushed again, and
    /// the user who acted on the card sees that it did not work.
    event_failure on_failure = event_failure::retry;
    /// Receives events that the platform will not push again and no handler took: the handler failed after the
    /// acknowledgement or under `event_failure::dead_letter`, or the event cannot be read. What it throws is logged.
    std::function<void(raw_event const&, std::string_view reason)> dead_letter{};
    /// Which events were handled already; default: memory_dedup_store. See dedup_store for what it may throw.
    std::shared_ptr<dedup_store> dedup{};
    /// What tells one event from another; default: event_identity. Call that for the types it does not concern. An
    /// event with an empty identity is handled at every delivery. When it throws, the default is used.
    std::function<std::string(raw_event const&)> identity{};
    /// A store app's tickets, updated by the app_ticket event; shared with the client.
    std::shared_ptr<auth::app_tickets> app_tickets{};
    /// Receives one line for whatever an operator should know; default: standard error. `[](std::string_view) {}`
    /// silences it. When it throws, the line goes to standard error.
    std::function<void(std::string_view line)> log{};
    /// How long the destructor waits for handlers that are not done.
    std::chrono::milliseconds drain_time{10'000};
    /// Runs handlers instead of the dispatcher's threads, as in `[&](auto job) { asio::post(pool, std::move(job)); }`.
    /// When it throws or destroys a job instead of running it, the event fails and the platform pushes it again.
    std::function<void(std::function<void()> job)> executor{};
    /// Instead of the machine's clock, for tests: then there is no timer, and the test calls check_deadlines() after
    /// moving the clock. Must not throw.
    std::shared_ptr<feishu::clock> clock{};
    json::read_options limits = event_limits; ///< on an event's JSON
};

/// Counts of all deliveries and events so far.
struct event_stats {
    std::uint64_t received = 0;      ///< deliveries
    std::uint64_t handled = 0;       ///< events whose handler returned
    std::uint64_t duplicates = 0;    ///< deliveries of events that were handled, or were being handled
    std::uint64_t unknown = 0;       ///< events without a handler: acknowledged
    std::uint64_t failed = 0;        ///< events whose handler threw or could not be called
    std::uint64_t dead_lettered = 0; ///< events given to dead_letter
    std::uint64_t busy = 0;          ///< deliveries rejected for lack of capacity
    std::uint64_t late = 0;          ///< events acknowledged before their handler was done
    std::uint64_t invalid = 0;       ///< deliveries that are not events
};

/// Handlers by event type.
///
/// Thread safety: all members may be called at any time, on any thread; handlers may be added while events arrive.
/// Lifetimes: webhooks, servers and connections refer to the dispatcher and must end before it. A response function may
/// be called until the destructor has returned. The destructor drains for event_options::drain_time, then waits for
/// handlers that are still running on its threads; coroutines that are not done are acknowledged and left to their
/// executor. Not to be destroyed or drained by one of its handlers, which it would wait for.
/// Cancellation: `drain` ends the work; a running handler is never interrupted.
/// Errors: a delivery that is not an event has the outcome `invalid`; nothing is thrown for it.
/// Callbacks: handlers, response functions, the dedup store and the functions of event_options may throw anything. No
/// exception leaves the dispatcher; see event_options and dedup_store.
class event_dispatcher {
public:
    FEISHU_DECL explicit event_dispatcher(event_options options = {});
    FEISHU_DECL ~event_dispatcher();
    event_dispatcher(event_dispatcher const&) = delete;
    event_dispatcher& operator=(event_dispatcher const&) = delete;

    /// Calls `handler` with each event of type E. It is called on several threads at once (event_options::threads) and
    /// returns nothing, or for a callback what converts to `E::response`. With <feishu/event/awaitable.hpp> it may be
    /// a coroutine. A handler that throws has failed: see event_options::on_failure.
    /// Members of the event that are of another JSON kind than documented keep their defaults and are named in the log.
    /// Throws std::invalid_argument when the type has a handler.
    template <event E, class Handler>
    event_dispatcher& handle(Handler handler) {
        add(E::spec.type, detail::make_event_handler<E>(std::move(handler)));
        return *this;
    }

    /// Calls `handler` with the events of types that have no handler. Throws std::invalid_argument the second time.
    FEISHU_DECL event_dispatcher& handle_any(std::function<void(raw_event const&)> handler);

    /// For transports: an event arrived, decrypted and verified. `response` is called exactly once, within
    /// `ack_deadline`, on any thread, possibly before this returns. What it throws is logged.
    FEISHU_DECL void deliver(std::string json, response_function response);
    FEISHU_DECL void deliver(raw_event event, response_function response);

    /// Takes no more events (deliveries get the outcome `busy`) and waits for those it has. Those that have not begun
    /// after `at_most` are returned to the platform, or become dead letters when they were acknowledged. True when
    /// everything was handled.
    FEISHU_DECL bool drain(std::chrono::milliseconds at_most);

    /// Acknowledges deliveries that have waited for `ack_deadline`. A timer calls this, unless the options have a clock.
    FEISHU_DECL void check_deadlines();

    FEISHU_DECL event_stats stats() const;
    FEISHU_DECL event_options const& options() const;
    /// Writes one line to event_options::log, control characters replaced. Never throws.
    FEISHU_DECL void log(std::string_view line) const;

private:
    FEISHU_DECL void add(std::string_view type, detail::event_handler handler);

    struct core;
    std::shared_ptr<core> core_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_dispatcher.ipp>
#endif
