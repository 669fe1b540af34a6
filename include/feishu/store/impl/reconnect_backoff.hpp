#pragma once
// reconnect_backoff: when to try to connect again after failures.

#include <algorithm>
#include <chrono>
#include <mutex>
#include <optional>
#include <random>
#include <utility>

#include <feishu/core/error.hpp>

namespace feishu::detail {

/// After a failure there is a pause, in which operations fail at once with the error of the last attempt; after a
/// pause, the next operation tries again. Pauses double from 0.1 to 5 seconds; up to a quarter of each is random, so that
/// processes do not reconnect all at once. Thread-safe.
class reconnect_backoff {
public:
    using time_point = std::chrono::steady_clock::time_point;

    static constexpr std::chrono::milliseconds first_pause{100};
    static constexpr std::chrono::milliseconds longest_pause{5'000};

    explicit reconnect_backoff(unsigned seed = std::random_device()()) : random_(seed) {}

    /// The error of the last attempt during a pause; nothing if it is over.
    std::optional<error> refusal(time_point now) {
        std::scoped_lock const lock(mutex_);
        if (!last_ || now >= next_attempt_)
            return std::nullopt;
        auto e = *last_;
        e.retry_after = std::chrono::ceil<std::chrono::milliseconds>(next_attempt_ - now);
        return e;
    }

    void on_failure(time_point now, error why) {
        std::scoped_lock const lock(mutex_);
        if (last_ && now < next_attempt_)
            return; // of an attempt that began before the pause
        pause_ = last_ ? (std::min)(2 * pause_, longest_pause) : first_pause;
        auto const part = static_cast<long>(random_() % 256); // in 1/1024 of the pause
        next_attempt_ = now + pause_ - pause_ * part / 1024;
        last_ = std::move(why);
    }

    void on_success() {
        std::scoped_lock const lock(mutex_);
        last_.reset();
    }

private:
    std::mutex mutex_{};
    std::minstd_rand random_;
    std::optional<error> last_{}; ///< nothing: the last attempt succeeded
    std::chrono::milliseconds pause_{};
    time_point next_attempt_{};
};

} // namespace feishu::detail
