#pragma once
// call_totals: what client_counters is read from.

#include <atomic>
#include <cstdint>
#include <limits>

#include <feishu/client/call_report.hpp>
#include <feishu/core/clock.hpp>

namespace feishu::detail {

/// Thread-safe. A call that succeeds at once costs one addition.
class call_totals {
public:
    void on_success() { add(succeeded_); }
    void on_failure() { add(failed_); }
    void on_retry() { add(retries_); }
    void on_token_request() { add(token_requests_); }
    void on_rate_limit() { add(rate_limited_); }
    void on_quota(clock::time_point now) {
        add(quota_refused_);
        quota_refused_at_.store(now.time_since_epoch().count(), std::memory_order_relaxed);
    }

    client_counters get() const {
        client_counters out{.succeeded = succeeded_.load(std::memory_order_relaxed),
                            .failed = failed_.load(std::memory_order_relaxed),
                            .retries = retries_.load(std::memory_order_relaxed),
                            .token_requests = token_requests_.load(std::memory_order_relaxed),
                            .rate_limited = rate_limited_.load(std::memory_order_relaxed),
                            .quota_refused = quota_refused_.load(std::memory_order_relaxed)};
        if (auto const at = quota_refused_at_.load(std::memory_order_relaxed); at != never)
            out.quota_refused_at = clock::time_point(clock::time_point::duration(at));
        return out;
    }

private:
    using counter = std::atomic<std::uint64_t>;
    static constexpr auto never = (std::numeric_limits<clock::time_point::rep>::min)();

    static void add(counter& which) { which.fetch_add(1, std::memory_order_relaxed); }

    counter succeeded_ = 0;
    counter failed_ = 0;
    counter retries_ = 0;
    counter token_requests_ = 0;
    counter rate_limited_ = 0;
    counter quota_refused_ = 0;
    std::atomic<clock::time_point::rep> quota_refused_at_ = never;
};

} // namespace feishu::detail
