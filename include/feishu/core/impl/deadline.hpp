#pragma once
// Deadlines that cannot overflow. Durations come from users: they may be zero, negative or
// milliseconds::max().

#include <chrono>

namespace feishu::detail {

/// Longer than any program runs, and far from the limits of every clock that a wait may be converted to.
inline constexpr std::chrono::hours longest_wait{24 * 365 * 50};

/// `wait`, but not negative and not more than `longest_wait`.
template <class Rep, class Period>
constexpr std::chrono::nanoseconds saturated(std::chrono::duration<Rep, Period> wait) {
    std::chrono::duration<double> const seconds(wait); // comparing integers could overflow already
    if (!(seconds.count() > 0))
        return {};
    return seconds >= longest_wait ? std::chrono::nanoseconds(longest_wait)
                                   : std::chrono::duration_cast<std::chrono::nanoseconds>(wait);
}

/// `wait` from `now`, at most the end of the clock.
template <class Rep, class Period>
constexpr std::chrono::steady_clock::time_point saturating_deadline(std::chrono::steady_clock::time_point now,
                                                                    std::chrono::duration<Rep, Period> wait) {
    using time_point = std::chrono::steady_clock::time_point;
    auto const bounded = saturated(wait);
    return now > (time_point::max)() - bounded ? (time_point::max)() : now + bounded;
}

/// Time until the deadline, rounded up to whole milliseconds: zero once it has passed, `longest_wait` at
/// most.
constexpr std::chrono::milliseconds time_left(std::chrono::steady_clock::time_point deadline,
                                              std::chrono::steady_clock::time_point now) {
    if (deadline <= now)
        return {};
    if (deadline >= saturating_deadline(now, longest_wait))
        return longest_wait;
    return std::chrono::ceil<std::chrono::milliseconds>(deadline - now);
}

} // namespace feishu::detail
