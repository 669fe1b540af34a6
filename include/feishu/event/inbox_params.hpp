#pragma once
// inbox_params: the settings of an inbox, see make_inbox.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <feishu/core/impl/macros.hpp>

namespace feishu {
class store;

/// Settings of an inbox. All processes that share one use the same, but for `consumer`, `threads` and `executor`.
///
/// Thread safety: `executor` is called on any thread, several at a time.
struct inbox_params {
    std::shared_ptr<feishu::store> store{}; ///< required
    /// Of its logs and keys in the store. One app has one inbox; apps that share a store use different names.
    std::string name = "inbox";
    std::string group = "handlers"; ///< consumer group: each group handles every event
    std::string consumer{};         ///< unique in the group; by default drawn at random
    /// After a process has crashed, others take over its events, and its chats if they are ordered, when this time has
    /// passed. It is renewed while a handler is running, so that a handler may take longer. At least 100 ms.
    std::chrono::milliseconds visibility{30'000};
    /// An event whose handler has failed, or whose process has crashed, this often is a dead letter.
    std::uint32_t max_deliveries = 5;
    /// Before the second attempt; it doubles with each further one.
    std::chrono::milliseconds retry_delay{1'000};
    std::chrono::milliseconds max_retry_delay{60'000};
    /// Handles the events of one chat one at a time, in the order in which they have reached the store, over all processes;
    /// as long as none of them is suspended for `visibility`. An event that fails holds up those of its chat until it succeeds or is a dead letter.
    bool ordered_by_chat = false;
    /// If ordered: into how many parts the chats are divided. A process handles a part alone while it has events; so
    /// this is also the greatest number of processes that work at a time. Changed only when the inbox is empty.
    unsigned partitions = 16;
    /// How often to look for events of crashed processes, and of others that have more than they can handle.
    std::chrono::milliseconds poll_interval{500};
    std::size_t max_entries = 100'000; ///< length of each log; then deliveries are refused, and pushed again
    std::size_t max_dead_letters = 10'000; ///< length of that log; then the oldest is dropped
    /// How long events are remembered; a delivery of the same event is not handled again. The platform retries for a
    /// little over 7 h.
    std::chrono::milliseconds remember = std::chrono::hours(8);
    /// Events that a process handles at a time, suspended coroutines included; 0: twice event_options::threads.
    std::size_t max_in_progress = 0;
    unsigned threads = 4; ///< that wait for the store; short handlers also run on them
    /// Runs the operations of the store, which block, instead of these threads.
    std::function<void(std::function<void()> job)> executor{};
};

} // namespace feishu
