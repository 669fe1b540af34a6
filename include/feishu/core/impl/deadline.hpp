#pragma once
// Deadlines from durations that users set: however long or negative, sums and differences saturate instead of
// overflowing.

#include <chrono>

#include <feishu/core/clock.hpp>

namespace feishu::detail {

/// `wanted` in the clock's resolution, at most the longest duration it can hold; never negative.
template <class Rep, class Period>
constexpr clock::time_point::duration clock_duration(std::chrono::duration<Rep, Period> wanted) {
    using target = clock::time_point::duration;
    // Compared in the coarser unit: converting the wanted duration first could overflow.
    constexpr auto longest = std::chrono::floor<std::chrono::duration<Rep, Period>>((target::max)());
    if (wanted >= longest)
        return (target::max)();
    return wanted > wanted.zero() ? std::chrono::duration_cast<target>(wanted) : target::zero();
}

/// `wanted` after `now`; time_point::max() when that is beyond what the clock can hold. A negative duration is zero.
template <class Rep, class Period>
constexpr clock::time_point deadline_after(clock::time_point now, std::chrono::duration<Rep, Period> wanted) {
    auto const span = clock_duration(wanted);
    auto const latest = (clock::time_point::max)();
    if (now.time_since_epoch().count() > 0 && span > latest - now)
        return latest;
    return now + span;
}

/// The longest that anything waits at once: a timeout that may be added to any clock's time without overflow.
inline constexpr std::chrono::milliseconds longest_wait = std::chrono::hours(24 * 365);

/// What is left until the deadline, rounded up to whole milliseconds: zero once it has passed, `longest_wait` at most.
constexpr std::chrono::milliseconds time_left(clock::time_point deadline, clock::time_point now) {
    using std::chrono::milliseconds;
    if (deadline <= now)
        return milliseconds::zero();
    bool const overflows = now.time_since_epoch().count() < 0 && deadline > (clock::time_point::max)() + now.time_since_epoch();
    if (overflows || deadline - now >= longest_wait)
        return longest_wait;
    return std::chrono::ceil<milliseconds>(deadline - now);
}

} // namespace feishu::detail
