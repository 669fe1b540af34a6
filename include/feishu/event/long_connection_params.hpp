#pragma once
// long_connection_params: the settings of a long connection; long_connection_state: its status.
//
//     feishu::long_connection connection{client, on, {.stop_on_signals = true}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

#include <boost/describe/enum.hpp>

#include <feishu/core/error.hpp>

namespace feishu {

/// The status of a long connection.
enum class long_connection_status {
    connecting,   ///< the first attempt is in progress
    connected,    ///< events can arrive
    reconnecting, ///< the connection was lost or could not be established, and is retried
    failed,       ///< it ended with an error and is not retried
    stopped       ///< not started yet, or stopped on request
};
BOOST_DESCRIBE_ENUM(long_connection_status, connecting, connected, reconnecting, failed, stopped)

/// The status, with the reason.
struct long_connection_state {
    long_connection_status status = long_connection_status::stopped;
    std::optional<error> why{}; ///< the reason for reconnecting and failed
};

/// Limits on events that arrive in several fragments, until they are complete.
struct fragment_limits {
    std::size_t messages = 64;                 ///< when exceeded, the oldest is dropped
    std::size_t per_message = 1024;            ///< fragments of one message
    std::size_t bytes = 16u << 20;             ///< of all messages together
    std::chrono::milliseconds lifetime{5'000}; ///< from the first fragment on
};

/// The settings of a long connection. The platform sets the intervals of pings and reconnections.
struct long_connection_params {
    std::chrono::milliseconds connect_timeout{30'000}; ///< from endpoint discovery to the WebSocket handshake
    std::chrono::milliseconds drain_time{5'000};       ///< how long a stop waits for handlers to respond
    std::chrono::milliseconds min_reconnect_delay{100}; ///< lower bound of the platform's delay
    std::size_t max_message_bytes = 4u << 20;           ///< a longer message ends the connection
    std::size_t max_pending_events = 4096;              ///< further events are rejected and pushed again
    std::size_t max_queued_frames = 4096;               ///< when exceeded, it reconnects
    fragment_limits fragments{};
    std::optional<std::uint64_t> seed{}; ///< of the random reconnect delay; default: random
    bool stop_on_signals = false;        ///< SIGINT and SIGTERM call stop()
    /// Called with each change of status, on the connection's thread, which it must not block. What it throws
    /// is logged.
    std::function<void(long_connection_state const&)> on_status{};
};

} // namespace feishu
