#pragma once
// push_queue: which event is pushed when, and when again. No socket and no clock inside, so that a test drives years
// of it in a loop:
//
//     queue.add(std::move(happened), now);
//     while (auto push = queue.next(now))
//         queue.finish(push->ticket, {.via = …, .status = deliver(push->what->document(token))}, now);
//     now = queue.next_due().value();            // the next pause is over

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
    int number = 1;           ///< 2 when the event is pushed again for the first time
    std::shared_ptr<outbound_event const> what{};
};

/// How an attempt ended.
struct push_outcome {
    delivery::route via = delivery::route::none;
    int status = 0;       ///< 200 is success
    std::string answer{}; ///< the body, or why there is none
};

/// Events on their way. Not thread-safe.
class push_queue {
public:
    /// `seed` draws duplicates; of the options it looks at retries, in_flight and duplicates.
    FEISHU_DECL explicit push_queue(push_options options = {}, std::uint64_t seed = 1);

    /// An event to push from now on.
    FEISHU_DECL void add(outbound_event what, clock::time_point now);
    /// An attempt to make now; it is under way until `finish`. Callbacks do not wait for their turn.
    FEISHU_DECL std::optional<push_attempt> next(clock::time_point now);
    /// An attempt ended; unless it succeeded, the event is pushed again by schedule. A ticket counts once.
    FEISHU_DECL void finish(std::uint64_t ticket, push_outcome how, clock::time_point now);
    /// Puts something on record that was not in the queue: the challenge of a webhook.
    FEISHU_DECL void record(delivery entry);

    /// When the next attempt is to be made that does not wait for one under way.
    FEISHU_DECL std::optional<clock::time_point> next_due() const;
    /// Nothing under way, nothing due.
    FEISHU_DECL bool idle(clock::time_point now) const;
    /// Attempts under way.
    std::size_t under_way() const { return under_way_.size(); }
    /// Events that wait for their turn or for the end of a pause.
    FEISHU_DECL std::size_t waiting() const;

    /// All attempts that ended, in order.
    std::vector<delivery> const& deliveries() const { return deliveries_; }
    void clear_deliveries() { deliveries_.clear(); }

private:
    struct entry {
        std::shared_ptr<outbound_event const> what{};
        int attempts = 0;
    };
    // The events of one app; its callbacks are a line of their own. By time, then by order of arrival.
    struct line {
        std::map<std::pair<clock::time_point, std::uint64_t>, entry> waiting{};
        std::size_t under_way = 0;
    };
    using line_key = std::pair<std::string, bool>; // app, callbacks

    FEISHU_DECL void insert(entry one, clock::time_point due);
    FEISHU_DECL bool takes_one(line_key const& key, line const& of) const;
    static line_key key_of(outbound_event const& what) { return {what.app.str(), what.callback}; }

    push_options options_;
    std::mt19937_64 random_;
    std::map<line_key, line> lines_;
    std::map<std::uint64_t, entry> under_way_; // by ticket
    std::uint64_t sequence_ = 0;
    std::vector<delivery> deliveries_;
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/push_queue.ipp>
#endif
