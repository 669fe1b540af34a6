#pragma once
// How a long connection behaves, and what it says about itself.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include <boost/describe/enum.hpp>

#include <feishu/core/error.hpp>
#include <feishu/event/impl/fragments.hpp>

namespace feishu {

enum class long_connection_status {
    connecting,   ///< for the first time
    connected,    ///< events arrive
    reconnecting, ///< the connection was lost, or could not be made; trying again
    failed,       ///< given up: `why` says what for
    stopped       ///< not started yet, or stopped as asked
};
BOOST_DESCRIBE_ENUM(long_connection_status, connecting, connected, reconnecting, failed, stopped)

/// Where a long connection stands.
struct long_connection_state {
    long_connection_status status = long_connection_status::stopped;
    std::optional<error> why{}; ///< of reconnecting and failed
};

/// How a long connection behaves. When to ping and to reconnect is what the platform says.
struct long_connection_params {
    std::chrono::milliseconds connect_timeout{30'000}; ///< from asking for an address to the WebSocket
    std::chrono::milliseconds drain_time{5'000};       ///< what handlers get to answer when it stops
    std::chrono::milliseconds min_reconnect_delay{100};        ///< between attempts, whatever the platform says
    std::size_t max_message_bytes = 4u << 20;          ///< a longer message ends the connection
    std::size_t max_pending_events = 4096;   ///< events at once; further ones the platform pushes again
    std::size_t max_queued_frames = 4096;       ///< answers at once; a platform that reads none is gone
    frames::fragment_limits fragments{}; ///< of events that come in pieces
    std::optional<std::uint64_t> seed{}; ///< of the random pause before reconnecting; default: entropy
    /// Hears every change of status, in the connection's thread: it must not block.
    std::function<void(long_connection_state const&)> on_status{};
};

} // namespace feishu
