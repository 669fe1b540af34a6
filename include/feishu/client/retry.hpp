#pragma once
// retry_policy: how often, and after what wait, a client retries a call that failed.
//
//     feishu::client client{{.app_id = "cli_…", .app_secret = "…", .retry = {.max_attempts = 6}}};
//     client.call(request, {.retry = feishu::retry_policy::never()});

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>

namespace feishu {

/// What a client does after a failure that may pass: connection failures, rate limits, HTTP 5xx, and codes of the
/// platform that are documented as temporary.
///
/// A request that may have been executed is retried only if that cannot make it take effect twice: its method is
/// idempotent (GET, PUT, DELETE), or it carries a uuid, which the client draws where the endpoint has one. Exhausted
/// quotas are never retried.
///
/// The wait before the nth retry is random between zero and the lesser of `max_delay` and `base_delay` times
/// 2^(n-1). If the platform states a wait (Retry-After, x-ogw-ratelimit-reset), all calls of that endpoint wait as
/// long, for errors about one chat all calls to that chat. No wait goes beyond the deadline of its call: the error
/// is returned at once instead.
struct retry_policy {
    int max_attempts = 4; ///< the first one included; 1 and less: nothing is retried
    std::chrono::milliseconds base_delay{300};
    std::chrono::milliseconds max_delay{20'000};
    /// An attempt that another one may follow ends after this time, or after an equal share of the call's remaining
    /// time if that is longer, so that a server that hangs leaves time for the retry. Not of uploads and downloads,
    /// nor of what could take effect twice.
    std::chrono::milliseconds attempt_timeout{10'000};

    /// The policy that retries nothing.
    static constexpr retry_policy never() { return {.max_attempts = 1}; }
};

} // namespace feishu
