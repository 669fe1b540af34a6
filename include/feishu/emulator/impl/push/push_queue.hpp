#pragma once
// push_queue: schedules pushes and retries. No sockets and no clock inside, so that a test can simulate years
// in a loop:
//
//     queue.add(std::move(event), now);
//     while (auto push = queue.next(now))
//         queue.finish(push->ticket, {.channel = …, .status = deliver(push->event->document(token))}, now);
//     now = queue.next_due().value();            // the next delay is over

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/push/outbound_event.hpp>
#include <feishu/emulator/push.hpp>

namespace feishu::emulator {

/// One attempt to deliver an event.
struct push_attempt {
    std::uint64_t ticket = 0; ///< for `finish`
    int number = 1;           ///< 2 for the first retry
    std::shared_ptr<outbound_event const> event{};
};

/// How an attempt ended.
struct push_outcome {
    delivery_channel channel = delivery_channel::none;
    int status = 0;         ///< 200 is success
    std::string response{}; ///< the body, or why there is none
};

/// The events that wait for delivery, and the record of deliveries. Thread safety: none.
class push_queue {
public:
    /// `seed` selects the events to duplicate; of the options, retry_delays, max_in_flight and duplicate_rate
    /// are used.
    FEISHU_DECL explicit push_queue(push_options options = {}, std::uint64_t seed = 1);

    /// Schedules an event for delivery now.
    FEISHU_DECL void add(outbound_event event, clock::time_point now);
    /// The next attempt that is due; it is in flight until `finish`. Callbacks are not queued behind events.
    FEISHU_DECL std::optional<push_attempt> next(clock::time_point now);
    /// An attempt ended; unless it succeeded, a retry is scheduled. A ticket that is not in flight is
    /// ignored.
    FEISHU_DECL void finish(std::uint64_t ticket, push_outcome outcome, clock::time_point now);
    /// Records a delivery that was not queued: the challenge of a webhook.
    FEISHU_DECL void record(delivery one);

    /// When the next attempt is due, ignoring those that wait for one in flight.
    FEISHU_DECL std::optional<clock::time_point> next_due() const;
    /// Whether nothing is due, and exactly this many attempts are in flight.
    FEISHU_DECL bool idle(clock::time_point now, std::size_t in_flight = 0) const;
    /// Attempts in flight.
    std::size_t in_flight() const { return in_flight_.size(); }
    /// Events that are queued or wait for a retry.
    FEISHU_DECL std::size_t waiting() const;

    /// All attempts that have ended, in order.
    std::vector<delivery> const& deliveries() const { return deliveries_; }
    void clear_deliveries() { deliveries_.clear(); }

private:
    struct entry {
        std::shared_ptr<outbound_event const> event{};
        int attempts = 0;
    };
    // The events of one app, or its callbacks: by time, then by order of arrival.
    struct app_queue {
        std::map<std::pair<clock::time_point, std::uint64_t>, entry> waiting{};
        std::size_t in_flight = 0;
    };
    using queue_key = std::pair<std::string, bool>; // app, callbacks

    FEISHU_DECL void insert(entry one, clock::time_point due);
    FEISHU_DECL bool has_capacity(queue_key const& key, app_queue const& queue) const;
    static queue_key key_of(outbound_event const& event) { return {event.app.str(), event.callback}; }

    push_options options_;
    std::mt19937_64 random_;
    std::map<queue_key, app_queue> queues_;
    std::map<std::uint64_t, entry> in_flight_; // by ticket
    std::uint64_t sequence_ = 0;
    std::vector<delivery> deliveries_;
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/push_queue.ipp>
#endif
