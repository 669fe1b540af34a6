#pragma once
// long_connection_machine: the course of a long connection, without I/O, clock or thread. The driver tells it what
// happened, does what `take_actions` says, and calls `on_time` when `wake` has come; a test does the same with bytes.
//
// One attempt is: ask for an address, connect to it, exchange frames until the connection ends. After `drop`, and after
// it was told that an attempt ended, the machine wants to hear nothing more of that attempt.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/impl/fragments.hpp>
#include <feishu/event/impl/frame.hpp>
#include <feishu/event/impl/long_connection_wire.hpp>
#include <feishu/event/long_connection_params.hpp>

namespace feishu::detail {

/// What the driver has to do.
namespace to_do {
/// Ask for an address, then `on_discovered`.
struct discover {};
/// Then `on_connected`, `on_refused` or `on_lost`.
struct connect {
    std::string url;
};
/// One binary message, in order; then `on_sent`.
struct send {
    std::string bytes;
};
/// To the dispatcher, then `on_answer`.
struct deliver {
    std::uint64_t ticket;
    std::string json;
};
/// Say goodbye after all that is to be sent, then `on_lost`.
struct close {};
/// End whatever the attempt is doing, at once.
struct drop {};
/// Who watches hears of it.
struct tell {
    long_connection_state state;
};
struct log {
    std::string line;
};
} // namespace to_do

using long_connection_action = std::variant<to_do::discover, to_do::connect, to_do::send, to_do::deliver,
                                            to_do::close, to_do::drop, to_do::tell, to_do::log>;

/// An answer of HTTP to the question for an address.
struct discovery_answer {
    int status = 0;
    std::string body{};
};

/// An answer of HTTP instead of a WebSocket.
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

    FEISHU_DECL void start(time_point now);
    /// Answers what is being handled, closes, and is done; or is done at once without a connection.
    FEISHU_DECL void stop(time_point now);

    FEISHU_DECL void on_discovered(time_point now, result<discovery_answer> answer);
    FEISHU_DECL void on_connected(time_point now);
    FEISHU_DECL void on_refused(time_point now, handshake_refusal const& refusal);
    FEISHU_DECL void on_message(time_point now, bool binary, std::string_view bytes);
    /// Something came at that time, if only a ping of the WebSocket itself.
    void on_alive(time_point heard) { heard_ = std::max(heard_, heard); }
    FEISHU_DECL void on_sent();
    /// The connection could not be made, or has ended.
    FEISHU_DECL void on_lost(time_point now, error why);
    /// An event was handled, or not; `body` is what a callback is answered with. Unknown tickets are ignored: their
    /// connection is gone, and the platform pushes again.
    FEISHU_DECL void on_answer(time_point now, std::uint64_t ticket, bool handled, std::string_view body);
    FEISHU_DECL void on_time(time_point now);

    /// When `on_time` is to be called; time_point::max() for never.
    FEISHU_DECL time_point wake() const;
    /// What is to be done since the last call, in order.
    std::vector<long_connection_action> take_actions() { return std::exchange(actions_, {}); }

    long_connection_state const& state() const { return state_; }
    bool done() const { return phase_ == phase::done; }

private:
    enum class phase { idle, discovering, connecting, open, pausing, draining, closing, done };

    /// What the platform says about it, within reason.
    struct settings {
        std::int64_t reconnect_count = -1;
        std::chrono::seconds reconnect_interval{120};
        std::chrono::seconds reconnect_nonce{30};
        std::chrono::seconds ping_interval{120};
    };

    struct unanswered {
        frames::frame head; ///< the event's frame without payload
        time_point since{};
    };

    FEISHU_DECL void attempt(time_point now);
    FEISHU_DECL void connect_to(std::string url);
    FEISHU_DECL void lost(time_point now, error why);
    FEISHU_DECL void drop(time_point now, error why);
    FEISHU_DECL void end_attempt();
    FEISHU_DECL void finish(long_connection_state state);
    FEISHU_DECL void set_state(long_connection_state state);
    FEISHU_DECL void apply(long_connection_wire::client_settings const& wanted);
    FEISHU_DECL void on_pong(frames::frame const& pong);
    FEISHU_DECL void on_event(time_point now, frames::frame event);
    FEISHU_DECL void ping(time_point now);
    FEISHU_DECL void send(time_point now, frames::frame const& f);
    FEISHU_DECL void reply(time_point now, unanswered event, bool handled, std::string_view body);
    FEISHU_DECL void close_when_answered();
    FEISHU_DECL time_point dead_at() const { return heard_ + 2 * settings_.ping_interval; }

    template <class Action>
    void act(Action action) {
        actions_.emplace_back(std::move(action));
    }
    void log(std::string line) { act(to_do::log{std::move(line)}); }

    long_connection_params params_;
    std::mt19937_64 random_;
    settings settings_{};
    phase phase_ = phase::idle;
    long_connection_state state_{};
    std::vector<long_connection_action> actions_{};
    std::int64_t attempts_ = 0; ///< since a connection last worked
    time_point deadline_{};     ///< of the phase, when it has one
    // Of the connection:
    std::int32_t service_ = 0;
    time_point heard_{}; ///< when something last came
    time_point pinged_{};
    std::size_t unsent_ = 0;
    frames::fragments fragments_;
    std::map<std::uint64_t, unanswered> unanswered_{};
    std::uint64_t last_ticket_ = 0;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/long_connection_machine.ipp>
#endif
