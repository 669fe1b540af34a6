#pragma once
// event_dispatcher: typed handlers for what the platform pushes, behind a webhook, a long connection or a web
// server of one's own.
//
//     feishu::event_dispatcher on{{.encrypt_key = "…", .verification_token = "…"}};
//     on.handle<im::message::receive_v1>([&](auto const& e) { … });
//     on.handle<feishu::card::action_trigger>([](auto const& e) { return feishu::card::toast{"saved"}; });
//     feishu::webhook_server{{.port = 9000}, on}.run();
//
// The platform wants an answer within 3 s and pushes again what it gets none for. So each event is handled
// once however often it comes, on threads of the dispatcher, and answered in time whatever the handler does.

#include <chrono>
#include <concepts>
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
#include <feishu/event/envelope.hpp>
#include <feishu/event/impl/event_handler.hpp>
#include <feishu/event/impl/event_machine.hpp>

namespace feishu {

/// How events are handled. Everything has a default, but a webhook needs a key or a token.
struct event_options {
    std::string encrypt_key{};        ///< of the developer console; a webhook decrypts and verifies with it
    std::string verification_token{}; ///< of the developer console; a webhook refuses events without it
    /// Threads that run handlers; 1 handles events one by one, in the order they came.
    unsigned threads = 4;
    /// Events that may be waiting or handled at once. When so many are, the platform is told to push again
    /// later.
    std::size_t queue_limit = 1000;
    /// When a delivery is acknowledged though its handler is not done. The platform gives up at 3 s.
    std::chrono::milliseconds ack_deadline{2'500};
    /// What becomes of an event whose handler throws in time. Callbacks always fail: nobody pushes them
    /// again, but whoever pressed the button sees that it did not work.
    event_failure on_failure = event_failure::retry;
    /// Gets what the platform will not push again and no handler took: it failed after it was acknowledged,
    /// or by `on_failure`, or does not fit its documentation. On any thread.
    std::function<void(raw_event const&, std::string_view reason)> dead_letter{};
    /// Which events were handled already; default: memory_dedup_store.
    std::shared_ptr<dedup_store> seen{};
    /// A store app's tickets, kept up to date by the app_ticket event; shared with the client.
    std::shared_ptr<auth::app_tickets> app_tickets{};
    /// Gets one line for whatever an operator should know; default: standard error. On any thread.
    std::function<void(std::string_view line)> log{};
    /// How long the destructor waits for handlers that are not done.
    std::chrono::milliseconds drain_time{10'000};
    /// Runs handlers instead of the dispatcher's own threads, as in
    /// `[&](auto job) { asio::post(pool, std::move(job)); }`. Must not throw.
    std::function<void(std::function<void()> job)> executor{};
    /// Instead of the machine's, for tests: then there is no timer, and who moves the clock calls
    /// check_deadlines().
    std::shared_ptr<feishu::clock> clock{};
    json::read_options limits = event_limits; ///< on an event's JSON
};

/// What became of all deliveries so far.
struct event_stats {
    std::uint64_t received = 0;      ///< deliveries
    std::uint64_t handled = 0;       ///< events whose handler returned
    std::uint64_t duplicates = 0;    ///< deliveries of events that were handled, or were being handled
    std::uint64_t unknown = 0;       ///< events without a handler: acknowledged
    std::uint64_t failed = 0;        ///< handlers that threw
    std::uint64_t dead_lettered = 0; ///< events given to dead_letter
    std::uint64_t busy = 0;          ///< deliveries for which there was no room
    std::uint64_t late = 0;          ///< events acknowledged before their handler was done
    std::uint64_t invalid = 0;       ///< deliveries that are no event
};

/// Handlers by event type. Thread-safe: handlers may be added while events arrive.
class event_dispatcher {
public:
    FEISHU_DECL explicit event_dispatcher(event_options options = {});
    /// Drains for event_options::drain_time, then waits for handlers that are still running.
    FEISHU_DECL ~event_dispatcher();
    event_dispatcher(event_dispatcher const&) = delete;
    event_dispatcher& operator=(event_dispatcher const&) = delete;

    /// Calls `handler` with each event of type E. It is called on several threads at once (see
    /// event_options::threads) and returns nothing, or for a callback what converts to `E::response`. With
    /// <feishu/event/awaitable.hpp> it may be a coroutine. One that throws has failed: the platform pushes
    /// again. Throws std::invalid_argument when the type has a handler.
    template <event E, class Handler>
    event_dispatcher& handle(Handler handler) {
        add(E::spec.type, detail::make_event_handler<E>(std::move(handler)));
        return *this;
    }

    /// Calls `handler` with the events that have no handler of their own. Throws std::invalid_argument the
    /// second time.
    FEISHU_DECL event_dispatcher& handle_any(std::function<void(raw_event const&)> handler);

    /// For transports: an event arrived, decrypted and verified. `answer` is called exactly once, within
    /// `ack_deadline`, on any thread, maybe before this returns; it must not throw.
    FEISHU_DECL void deliver(std::string json, response_function answer);
    FEISHU_DECL void deliver(raw_event event, response_function answer);

    /// Takes no more events (deliveries are told busy) and waits for those it has. When some are left after
    /// `at_most`, those that have not begun are given back to the platform, or to the dead letters when they
    /// were acknowledged. True when everything was handled.
    FEISHU_DECL bool drain(std::chrono::milliseconds at_most);

    /// Answers deliveries that waited long enough. A timer calls this, unless the options bring a clock.
    FEISHU_DECL void check_deadlines();

    FEISHU_DECL event_stats stats() const;
    FEISHU_DECL event_options const& options() const;
    /// Writes one line where event_options::log wants it; control characters are replaced.
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
