#pragma once
// The emulator's clock: real time, moved forward by the test, or frozen where the test puts it.
// `platform.advance(std::chrono::hours(2));` is two hours later for tokens, windows and message times.

#include <chrono>

namespace feishu::emulator {

/// Tells the emulator what time it is. Not thread-safe by itself: the state that owns it is locked.
class clock {
public:
    using duration = std::chrono::milliseconds;
    using time_point = std::chrono::sys_time<duration>;

    /// Real time.
    clock() = default;
    /// Stands still at `start` until it is advanced.
    explicit clock(time_point start) : frozen_(true), start_(start) {}

    time_point now() const {
        auto const base = frozen_ ? start_ : std::chrono::floor<duration>(std::chrono::system_clock::now());
        return base + moved_;
    }
    /// Moves time forward.
    void advance(duration by) { moved_ += by; }

private:
    bool frozen_ = false;
    time_point start_{};
    duration moved_{};
};

} // namespace feishu::emulator
