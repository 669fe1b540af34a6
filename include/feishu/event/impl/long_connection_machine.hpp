#pragma once
// long_connection_machine: the state machine of a long connection, without I/O, clock or threads. The driver
// reports events (`on_…`), performs the actions that `take_actions` returns, and calls `on_time` at the time
// `wake`; tests do the same with bytes.
//
// An attempt discovers the endpoint, connects to it, and exchanges frames until the connection ends. After
// the action `abort`, or after the end of an attempt was reported, nothing more must be reported about that
// attempt.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/log.hpp>
#include <feishu/event/impl/fragments.hpp>
#include <feishu/event/impl/frame.hpp>
#include <feishu/event/impl/long_connection_wire.hpp>
#include <feishu/event/long_connection_params.hpp>

namespace feishu::detail {

/// What the driver has to perform.
namespace actions {
/// Request the endpoint, then `on_discovered`.
struct discover {};
/// Connect, then `on_connected`, `on_refused` or `on_lost`.
struct connect {
    std::string url;
};
/// Send one binary message, in order; then `on_sent`.
struct send {
    std::string bytes;
};
/// Deliver an event to the dispatcher, then `on_response`.
struct deliver {
    std::uint64_t ticket;
    std::string json;
};
/// Send a close frame after everything that is queued, then `on_lost`.
struct close {};
/// Cancel everything that the attempt is doing.
struct abort {};
/// Call on_status.
struct notify_status {
    long_connection_state state;
};
/// Write a line to the dispatcher's log.
struct log {
    log_level level;
    std::string line;
};
} // namespace actions

using long_connection_action =
    std::variant<actions::discover, actions::connect, actions::send, actions::deliver, actions::close,
                 actions::abort, actions::notify_status, actions::log>;

/// The HTTP response to endpoint discovery.
struct discovery_http_response {
    int status = 0;
    std::string body{};
};

/// The HTTP response of a server that refuses the WebSocket handshake.
struct handshake_refusal {
    int http_status = 0;
    std::string status{};    ///< header Handshake-Status
    std::string message{};   ///< header Handshake-Msg
    std::string auth_code{}; ///< header Handshake-Autherrcode
};

class long_connection_machine {
public:
    using time_point = clock::time_point;

    FEISHU_DECL long_connection_machine(long_connection_params const& params, std::uint64_t seed);

    /// Begins the first attempt.
    FEISHU_DECL void start(time_point now);
    /// Drains: waits for the responses to pending events, then closes. Without a connection it is done at
    /// once.
    FEISHU_DECL void stop(time_point now);

    FEISHU_DECL void on_discovered(time_point now, result<discovery_http_response> response);
    FEISHU_DECL void on_connected(time_point now);
    FEISHU_DECL void on_refused(time_point now, handshake_refusal const& refusal);
    FEISHU_DECL void on_message(time_point now, bool binary, std::string_view bytes);
    /// Anything was received at that time, control frames of the WebSocket included.
    void on_alive(time_point received) { last_received_ = (std::max)(last_received_, received); }
    FEISHU_DECL void on_sent();
    /// The connection could not be established, or has ended.
    FEISHU_DECL void on_lost(time_point now, error why);
    /// The dispatcher responded to an event; `body` is the response to a callback. Unknown tickets are
    /// ignored: their connection has ended, and the platform pushes the event again.
    FEISHU_DECL void on_response(time_point now, std::uint64_t ticket, bool handled, std::string_view body);
    /// Handles timeouts, pings and reconnections that are due.
    FEISHU_DECL void on_time(time_point now);

    /// The time at which `on_time` is to be called; time_point::max() if there is none.
    FEISHU_DECL time_point wake() const;
    /// The actions since the last call, in order.
    std::vector<long_connection_action> take_actions() { return std::exchange(actions_, {}); }

    long_connection_state const& state() const { return state_; }
    bool done() const { return phase_ == phase::done; }

private:
    enum class phase { idle, discovering, connecting, open, waiting_to_reconnect, draining, closing, done };

    /// The platform's settings, limited to reasonable values.
    struct settings {
        std::int64_t reconnect_count = -1;
        std::chrono::seconds reconnect_interval{120};
        std::chrono::seconds reconnect_nonce{30};
        std::chrono::seconds ping_interval{120};
    };

    struct pending_event {
        frames::frame head; ///< the event's frame without its payload
        time_point since{};
    };

    FEISHU_DECL void attempt(time_point now);
    FEISHU_DECL void connect_to(std::string url);
    FEISHU_DECL void lost(time_point now, error why);
    FEISHU_DECL void abort(time_point now, error why);
    FEISHU_DECL void end_attempt();
    FEISHU_DECL void finish(long_connection_state state);
    FEISHU_DECL void set_state(long_connection_state state);
    FEISHU_DECL clock::time_point::duration reconnect_delay();
    FEISHU_DECL void apply(long_connection_wire::received_settings const& wanted);
    FEISHU_DECL void on_pong(frames::frame const& pong);
    FEISHU_DECL void on_event(time_point now, frames::frame event);
    FEISHU_DECL void ping(time_point now);
    FEISHU_DECL void send(time_point now, frames::frame const& f);
    FEISHU_DECL void reply(time_point now, pending_event event, bool handled, std::string_view body);
    FEISHU_DECL void close_when_drained();
    FEISHU_DECL time_point dead_at() const { return last_received_ + 2 * settings_.ping_interval; }

    template <class Action>
    void act(Action action) {
        actions_.emplace_back(std::move(action));
    }
    void log(std::string line, log_level level = log_level::warning) {
        act(actions::log{level, "long connection: " + std::move(line)});
    }

    long_connection_params params_;
    std::mt19937_64 random_;
    settings settings_{};
    phase phase_ = phase::idle;
    long_connection_state state_{};
    std::vector<long_connection_action> actions_{};
    std::int64_t attempts_ = 0; ///< since a connection last received a frame
    time_point deadline_{};     ///< of the current phase, if it has one
    // State of the current connection:
    std::int32_t service_ = 0;
    time_point last_received_{};
    time_point pinged_{};
    std::size_t queued_frames_ = 0;
    frames::fragments fragments_;
    std::map<std::uint64_t, pending_event> pending_{};
    std::uint64_t last_ticket_ = 0;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/long_connection_machine.ipp>
#endif
