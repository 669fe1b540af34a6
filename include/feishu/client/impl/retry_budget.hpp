#pragma once
// retry_budget: what keeps the retries of a client from amplifying an outage.

#include <algorithm>
#include <atomic>

namespace feishu::detail {

/// A retry takes one from the budget; its success gives it back, and ten other calls that succeed give one, up to
/// the maximum. Without success, retries end when the budget is used up. Thread-safe.
class retry_budget {
public:
    /// `retries` is the maximum, and what there is at first.
    explicit retry_budget(int retries) : most_((std::max)(0, retries) * per_retry), left_(most_) {}

    /// Pays for a retry. False if nothing is left.
    bool take() {
        int left = left_.load(std::memory_order_relaxed);
        while (left >= per_retry)
            if (left_.compare_exchange_weak(left, left - per_retry, std::memory_order_relaxed))
                return true;
        return false;
    }
    /// A call has succeeded.
    void on_success(bool retried) { add(retried ? per_retry : 1); }

private:
    static constexpr int per_retry = 10;

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
