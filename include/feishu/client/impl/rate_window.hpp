#pragma once
// rate_window: the turns of requests that share a limit of so many per period.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>

#include <feishu/core/clock.hpp>

namespace feishu::detail {

/// At most `limit` turns within any span of `period`, in the order of the reservations. Not thread-safe.
class rate_window {
public:
    using time_point = clock::time_point;
    using duration = time_point::duration;

    rate_window(int limit, duration period) : limit_(static_cast<std::size_t>(limit)), period_(period) {}

    /// The earliest possible next turn, from `now` on.
    time_point next(time_point now) const {
        auto turn = turns_.empty() ? now : (std::max)(now, turns_.back());
        if (turns_.size() >= limit_)
            turn = (std::max)(turn, turns_[turns_.size() - limit_] + period_);
        return turn;
    }
    /// Takes a turn that `next(now)` has allowed, or a later one.
    void take(time_point turn, time_point now) {
        while (turns_.size() >= limit_ && turns_.front() + period_ <= now)
            turns_.pop_front();
        turns_.push_back(turn);
    }
    /// Gives a turn back that was not used. Only the last one can be given to another request.
    void give_back(time_point turn) {
        if (!turns_.empty() && turns_.back() == turn)
            turns_.pop_back();
    }
    /// Nothing that was taken limits a request at `now` any more.
    bool forgotten(time_point now) const { return turns_.empty() || turns_.back() + period_ <= now; }

private:
    std::size_t limit_;
    duration period_;
    std::deque<time_point> turns_{}; // ascending; past ones as long as they limit something
};

} // namespace feishu::detail
