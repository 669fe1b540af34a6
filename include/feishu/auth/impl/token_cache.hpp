#pragma once
// token_cache: one access token, fetched once however many callers want it at the same moment, renewed before it
// ends, forgotten when the platform refuses it. Decisions only: the caller does the fetching.

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::auth {

/// A token and when it ends.
struct access_token {
    std::string value;
    clock::time_point expires;
};

/// Thread-safe. Each caller asks `acquire` and does as it says.
class token_cache {
public:
    /// Told when the fetch that a caller waits for has ended. Runs on the fetching thread.
    using waiter = std::function<void(result<std::string> const&)>;

    enum class action {
        use,   ///< here is a token
        fetch, ///< fetch one, then call `fetched`: every other caller waits for this one
        wait   ///< somebody fetches; the waiter will be told
    };
    struct decision {
        action what;
        std::string token{}; ///< for use; for fetch: the old token while it is still good, else empty
    };

    /// `on_fetched` is kept only when the decision is to wait.
    FEISHU_DECL decision acquire(clock::time_point now, waiter on_fetched);

    /// Ends a fetch. On failure the waiters get the error, and an old token stays in use while it is good.
    /// A canceled fetch hands the task to a waiter: it is told of error_kind::canceled and asks again.
    FEISHU_DECL void fetched(result<access_token> outcome, clock::time_point now);

    /// The platform refused `token`: the next caller fetches. Does nothing when it has been replaced since.
    FEISHU_DECL void refuse(std::string_view token);

private:
    // A token is replaced this long before it ends, or a tenth of its life when that is less.
    static constexpr std::chrono::minutes margin{10};
    // After a failed renewal the old token is used this long before the next try.
    static constexpr std::chrono::seconds renewal_pause{30};

    std::mutex mutex_;
    access_token token_{};
    clock::time_point renew_at_{};
    bool fetching_ = false;
    std::vector<waiter> waiters_;
};

} // namespace feishu::auth

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/auth/impl/token_cache.ipp>
#endif
