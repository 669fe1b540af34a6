#pragma once
// long_connection_params: how a long connection behaves, and long_connection_state: its status.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

#include <boost/describe/enum.hpp>

#include <feishu/core/error.hpp>

namespace feishu {

enum class long_connection_status {
    connecting,   ///< for the first time
    connected,    ///< events arrive
    reconnecting, ///< the connection was lost or could not be established; retrying
    failed,       ///< not retrying: see `why`
    stopped       ///< not started yet, or stopped on request
};
BOOST_DESCRIBE_ENUM(long_connection_status, connecting, connected, reconnecting, failed, stopped)

/// The status of a long connection.
struct long_connection_state {
    long_connection_status status = long_connection_status::stopped;
    std::optional<error> why{}; ///< of reconnecting and failed
};

/// How much is kept of events that arrive in several fragments and are not complete.
struct fragment_limits {
    std::size_t messages = 64;                 ///< when one more comes, the oldest is dropped
    std::size_t pieces = 1024;                 ///< of one message
    std::size_t bytes = 16u << 20;             ///< of all messages together
    std::chrono::milliseconds lifetime{5'000}; ///< from the first fragment on
};

/// How a long connection behaves. When to ping and to reconnect is set by the platform.
struct long_connection_params {
    std::chrono::milliseconds connect_timeout{30'000}; ///< from endpoint discovery to the WebSocket handshake
    std::chrono::milliseconds drain_time{5'000};       ///< for handlers to respond when it stops
    std::chrono::milliseconds min_reconnect_delay{100}; ///< between attempts, whatever the platform sets
    std::size_t max_message_bytes = 4u << 20;           ///< a longer message ends the connection
    std::size_t max_pending_events = 4096;              ///< further ones are rejected and pushed again
    std::size_t max_queued_frames = 4096;               ///< a peer that reads none of them has gone
    fragment_limits fragments{};
    std::optional<std::uint64_t> seed{}; ///< of the random delay before reconnecting; default: entropy
    bool stop_on_signals = false;        ///< SIGINT and SIGTERM call stop()
    /// Receives every change of status, on the connection's thread: it must not block. What it throws is logged.
    std::function<void(long_connection_state const&)> on_status{};
};

} // namespace feishu
