#pragma once
// faulty_response: what a request under a fault gets, and how it is sent. No I/O.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/faults/fault_plan.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/gateway/http_message.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu::emulator::detail {

/// What becomes of the connection after a response.
enum class connection_end { none, closed, reset, silent };

/// A response and the deviations in sending it.
struct faulty_response {
    emulator::response response{};
    std::chrono::milliseconds delay{};             ///< before it is sent
    std::optional<std::uint64_t> content_length{}; ///< that is announced; by default the right one
    std::optional<std::size_t> body_bytes{};       ///< of the body that are sent; by default all
    std::size_t piece_bytes = 0;                   ///< that are sent at a time; 0: all at once
    std::chrono::milliseconds piece_delay{};       ///< between two pieces
    bool lost = false;                             ///< nothing is sent
    connection_end end = connection_end::none;
};

/// Executes the request or not, as the fault says.
FEISHU_DECL faulty_response respond_with_fault(injected_fault const& injected, dispatcher& platform,
                                               shared_state& tenant, request const& req);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/faults/faulty_response.ipp>
#endif
