#pragma once
// inbox_machine: the state machine of a consumer of an inbox, without threads or a store. The driver performs its
// actions and reports their results; tests do the same with a clock of their own.
//
// Entries are claimed from partitions. Without order there is one, which several processes share, and entries run
// independently. With order, a process holds the lease of a partition while it has entries of it, and the entries of a
// lane (a chat) run one after the other.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <feishu/core/clock.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/impl/event_handler.hpp>
#include <feishu/event/impl/inbox_service.hpp>

namespace feishu::detail {

namespace inbox_actions {

/// Take the lease: `on_acquired`.
struct acquire {
    unsigned partition = 0;
};
/// See whether the log has entries: `on_peeked`.
struct peek {
    unsigned partition = 0;
};
/// Claim entries: `on_claimed`.
struct claim {
    unsigned partition = 0;
    std::size_t max_entries = 1;
};
/// Renew the claims, and the lease if there is one: `on_renewed`.
struct renew {
    unsigned partition = 0;
    std::vector<std::string> ids{};
};
/// Acknowledge what `take_done` returns: `on_acknowledged`.
struct acknowledge {
    unsigned partition = 0;
};
/// Give up claims: `on_released`.
struct release {
    unsigned partition = 0;
    std::vector<std::string> ids{};
};
/// Give up the lease: `on_yielded`.
struct yield {
    unsigned partition = 0;
};
/// Call the handler of an entry: `handled`.
struct run {
    std::uint64_t entry = 0;
};
/// Append an entry to the dead letters: `on_dead_lettered`.
struct dead_letter {
    std::uint64_t entry = 0;
    std::string reason{};
};

} // namespace inbox_actions

class inbox_machine {
public:
    using time_point = clock::time_point;
    using duration = std::chrono::milliseconds;
    using handle = std::uint64_t;
    using action = std::variant<inbox_actions::acquire, inbox_actions::peek, inbox_actions::claim,
                                inbox_actions::renew, inbox_actions::acknowledge, inbox_actions::release,
                                inbox_actions::yield, inbox_actions::run, inbox_actions::dead_letter>;

    struct settings {
        bool ordered = false;
        unsigned partitions = 1;  ///< 1 without order
        std::size_t capacity = 8; ///< entries that are run at a time
        std::size_t max_held =
            1000; ///< entries claimed, those included that wait for others or for their next attempt
        std::size_t max_tenure =
            64; ///< entries claimed under one lease, so that other processes get their turn
        duration visibility{30'000};
        std::uint32_t max_deliveries = 5;
        duration retry_delay{1'000};
        duration max_retry_delay{60'000};
        duration poll_interval{500};
    };

    /// An entry that was claimed.
    struct claimed {
        std::string id{};
        std::string value{};
        std::uint32_t deliveries = 1;
        std::string lane{}; ///< if empty, it has no order
        inbox_host::incoming local{};
    };

    explicit inbox_machine(settings s) : settings_(s), partitions_(s.partitions) {}

    /// Begins to take entries.
    FEISHU_DECL void start(time_point now);
    /// Takes no more entries, and releases those that do not run.
    FEISHU_DECL void stop(time_point now);
    FEISHU_DECL void on_time(time_point now);
    /// The time at which `on_time` is to be called.
    FEISHU_DECL std::optional<time_point> wake() const;
    /// What is to be done, in any order.
    std::vector<action> take_actions() { return std::exchange(actions_, {}); }

    /// What an append may do in the same step.
    struct append_step {
        std::size_t claim = 0;           ///< entries to claim; 0: none
        std::vector<std::string> done{}; ///< entries to acknowledge, if it claims any
    };
    /// An event is about to be appended; then `on_appended` or `on_append_failed` with the same step.
    FEISHU_DECL append_step begin_append(unsigned partition, time_point now);
    /// `id` is that of the new entry; empty if there was one for the same event.
    FEISHU_DECL void on_appended(unsigned partition, append_step const& step, std::string_view id,
                                 std::vector<claimed> entries, time_point started, time_point now);
    FEISHU_DECL void on_append_failed(unsigned partition, append_step const& step, time_point now);

    /// The ids that are to be acknowledged now.
    FEISHU_DECL std::vector<std::string> take_done(unsigned partition);
    FEISHU_DECL void on_acknowledged(unsigned partition, std::vector<std::string> const& ids, bool ok,
                                     time_point now);
    /// Whether this process has the lease now; nothing if the store failed.
    FEISHU_DECL void on_acquired(unsigned partition, std::optional<bool> acquired, time_point started,
                                 time_point now);
    FEISHU_DECL void on_peeked(unsigned partition, bool has_entries, time_point now);
    /// Whether a claim may still be made; if not, it has failed.
    FEISHU_DECL bool begin_claim(unsigned partition, time_point now);
    /// Nothing if the store failed. `started` is the time before the operation.
    FEISHU_DECL void on_claimed(unsigned partition, std::size_t max_entries,
                                std::optional<std::vector<claimed>> entries, time_point started,
                                time_point now);
    /// False if the lease was lost; nothing if the store failed.
    FEISHU_DECL void on_renewed(unsigned partition, std::vector<std::string> const& ids,
                                std::optional<bool> kept, time_point started, time_point now);
    FEISHU_DECL void on_released(unsigned partition, bool ok, time_point now);
    FEISHU_DECL void on_yielded(unsigned partition, time_point now);
    FEISHU_DECL void on_dead_lettered(handle entry, bool ok, time_point now);

    /// The handler of an entry has ended, or was not called.
    FEISHU_DECL entry_verdict on_handled(handle entry, handled const& outcome, time_point now);

    /// An entry that is to be run or dead-lettered.
    claimed const& entry_of(handle id) const { return entries_.at(id).what; }
    /// Whether nothing is left to be done or awaited, after `stop`.
    FEISHU_DECL bool idle() const;

private:
    enum class lease { none, acquiring, held, yielding };
    struct partition_state {
        inbox_machine::lease lease = inbox_machine::lease::none;
        bool wanted = false; // may have entries that are not claimed
        bool peeking = false;
        bool renewing = false;
        bool ack_queued = false;
        bool unclean = false; // claims are left that others cannot see before the lease expires
        unsigned claims = 0;  // under way, as the next two
        unsigned acks = 0;
        unsigned releases = 0;
        std::size_t held = 0; // entries in memory
        std::size_t tenure = 0;
        unsigned failures = 0; // in a row, of the store
        unsigned refusals = 0; // in a row, of the lease
        time_point try_at{};   // no claim or lease before
        time_point poll_at{};
        time_point renew_at = never;
        time_point ack_at{};
        time_point lease_until{};
        std::vector<std::string> done{};
    };
    enum class state { waiting, running, delayed, dead_lettering, done };
    struct entry {
        unsigned partition = 0;
        claimed what{};
        inbox_machine::state state = inbox_machine::state::waiting;
        unsigned failures = 0;
        std::string dead_reason{}; // why it is a dead letter
        bool orphan = false;       // the lease was lost while it was running
        time_point held_until{};
        time_point delayed_until{};
    };
    static constexpr time_point never = (time_point::max)();

    bool is_held(partition_state const& in) const { return !settings_.ordered || in.lease == lease::held; }
    bool may_claim(partition_state const& in) const;
    bool is_current(entry const& one) const;
    std::size_t room() const;
    duration retry_delay(unsigned attempts) const;
    void fail(partition_state& in);
    void seek();
    void seek(unsigned partition);
    void claim(unsigned partition, std::size_t max_entries);
    void take(unsigned partition, std::vector<claimed> entries, time_point started);
    void add(unsigned partition, claimed what, time_point held_until);
    void begin(handle id);
    void delay(handle id, duration by);
    void complete(handle id);
    void give_up(handle id);
    void leave_lane(handle id);
    void forget(handle id);
    std::vector<std::string> drop_waiting(unsigned partition);
    void release(unsigned partition, std::vector<std::string> ids);
    void lose_lease(unsigned partition);
    void queue_acknowledge(unsigned partition);
    void renew(unsigned partition);
    void watch(partition_state& in);
    void settle(unsigned partition);
    void poll(unsigned partition);

    settings settings_;
    time_point now_{}; // of the last input
    bool taking_ = false;
    bool stopped_ = false;
    std::vector<partition_state> partitions_;
    handle last_ = 0;
    std::size_t active_ = 0;   // running or being dead-lettered
    std::size_t reserved_ = 0; // by claims under way
    std::size_t leases_ = 0;   // not lease::none
    unsigned next_ = 0;        // partition to begin with
    std::unordered_map<handle, entry> entries_;
    std::unordered_map<std::string, handle> by_id_;
    std::map<std::string, std::deque<handle>, std::less<>> lanes_;
    std::multimap<time_point, handle> delayed_;
    std::vector<action> actions_;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/inbox_machine.ipp>
#endif
