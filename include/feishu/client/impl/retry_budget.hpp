#pragma once
// retry_budget: what keeps the repeats of a client from amplifying an outage.

#include <algorithm>
#include <atomic>

namespace feishu::detail {

/// A repeat takes one from the budget; its success gives it back, and ten other calls that succeed give one, up to
/// the maximum. Without success, repeats end when the budget is used up. Thread-safe.
class retry_budget {
public:
    /// `repeats` is the maximum, and what there is at first.
    explicit retry_budget(int repeats) : most_((std::max)(0, repeats) * per_repeat), left_(most_) {}

    /// Pays for a repeat. False if nothing is left.
    bool take() {
        int left = left_.load(std::memory_order_relaxed);
        while (left >= per_repeat)
            if (left_.compare_exchange_weak(left, left - per_repeat, std::memory_order_relaxed))
                return true;
        return false;
    }
    /// A call has succeeded.
    void on_success(bool repeated) { add(repeated ? per_repeat : 1); }

private:
    static constexpr int per_repeat = 10;

    void add(int units) {
        int left = left_.load(std::memory_order_relaxed);
        while (left < most_ && !left_.compare_exchange_weak(left, (std::min)(most_, left + units),
                                                            std::memory_order_relaxed)) {
        }
    }

    int const most_;
    std::atomic<int> left_;
};

} // namespace feishu::detail
