#pragma once
// event_log: the last events of the tenant with what became of them, for people who look at it.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/push/push_queue.hpp>
#include <feishu/emulator/push.hpp>

namespace feishu::emulator::detail {

/// Thread safety: none.
class event_log {
public:
    /// Keeps this many from now on; 0 keeps none.
    FEISHU_DECL void keep(std::size_t at_most);
    bool enabled() const { return most_ != 0; }

    FEISHU_DECL void add(recorded_event one);
    /// An attempt to push an event ended.
    FEISHU_DECL void add_push(push_attempt const& attempt, push_outcome const& outcome,
                              clock::time_point now);
    /// The events that changed after this sequence number, in the order of their last changes.
    FEISHU_DECL std::vector<recorded_event> after(std::uint64_t sequence) const;

private:
    std::size_t most_ = 0;
    std::uint64_t last_ = 0;
    std::deque<recorded_event> events_{};
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/event_log.ipp>
#endif
