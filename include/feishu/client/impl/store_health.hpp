#pragma once
// store_health: whether a store can be expected to work.

#include <atomic>
#include <chrono>
#include <limits>

#include <feishu/core/clock.hpp>

namespace feishu::detail {

/// A store that has failed or was slow is left alone for a while, in which calls go on with what their own process knows.
/// Thread-safe.
class store_health {
public:
    using time_point = clock::time_point;

    static constexpr std::chrono::milliseconds slow{500};
    static constexpr std::chrono::seconds recovery{5};

    bool is_usable(time_point now) const { return now.time_since_epoch().count() >= usable_at_; }
    /// True if this is the first trouble since it was usable.
    bool on_trouble(time_point now) {
        auto const before = usable_at_.exchange((now + recovery).time_since_epoch().count());
        return before <= now.time_since_epoch().count();
    }

private:
    std::atomic<time_point::rep> usable_at_ = (std::numeric_limits<time_point::rep>::min)();
};

} // namespace feishu::detail
