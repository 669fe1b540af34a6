#pragma once
// The emulator's clock: real time that a test moves forward, or a frozen time that only the test moves.
// `platform.advance(std::chrono::hours(2))` affects tokens, time windows and message times.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <algorithm>
#include <chrono>

#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {
namespace detail {
struct store_access;
}

/// The current time of the emulated platform, in milliseconds between 1970 and the end of the year 9999.
/// Arithmetic saturates at these limits, so that no duration overflows.
/// Thread safety: none; access to it is guarded by the lock of the state.
class clock {
public:
    using duration = std::chrono::milliseconds;
    using time_point = std::chrono::sys_time<duration>;

    /// The beginning of the clock.
    static constexpr time_point earliest{};
    /// The end of the clock.
    static constexpr time_point latest{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31} +
                                       std::chrono::days(1) - duration(1)};

    /// Real time.
    clock() = default;
    /// Frozen at `start` until it is advanced.
    explicit clock(time_point start) : frozen_(true), start_(std::clamp(start, earliest, latest)) {}

    /// The time.
    time_point now() const {
        auto const base = frozen_ ? start_ : std::chrono::floor<duration>(std::chrono::system_clock::now());
        return std::clamp(base + offset_, earliest, latest);
    }
    /// Moves time forward; a negative duration moves it back.
    void advance(duration by) { offset_ = limited(offset_ + limited(by)); }

    /// Converts a duration to milliseconds, limited so that it can be added to any time of the clock.
    template <class Rep, class Period>
    static constexpr duration limited(std::chrono::duration<Rep, Period> wanted) {
        using wanted_type = std::chrono::duration<Rep, Period>;
        constexpr auto longest = latest - earliest;
        // Compared in the unit of `wanted`, where nothing overflows.
        if (wanted >= std::chrono::floor<wanted_type>(longest))
            return longest;
        if (wanted <= -std::chrono::floor<wanted_type>(longest))
            return -longest;
        return std::chrono::duration_cast<duration>(wanted);
    }

private:
    friend struct detail::store_access;

    bool frozen_ = false;
    time_point start_{};
    duration offset_{};
};

} // namespace feishu::emulator
