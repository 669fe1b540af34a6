#pragma once
// retry_machine: whether and when a call is retried after a failure. Only decisions: the caller waits and sends.

#include <cstdint>
#include <mutex>
#include <optional>
#include <random>
#include <utility>

#include <feishu/client/impl/call_totals.hpp>
#include <feishu/client/impl/pacer.hpp>
#include <feishu/client/impl/retry_budget.hpp>
#include <feishu/client/impl/store_health.hpp>
#include <feishu/client/retry.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// The random part of waits. Thread-safe.
class jitter {
public:
    explicit jitter(std::uint64_t seed) : random_(seed) {}
    /// Any duration from zero to `most`.
    FEISHU_DECL std::chrono::milliseconds up_to(std::chrono::milliseconds most);

private:
    std::mutex mutex_{};
    std::mt19937_64 random_;
};

/// What the calls of a client share beside its tokens. Thread-safe.
struct call_limits {
    /// Seed 0: a random one.
    FEISHU_DECL call_limits(pacing how_fast, int retries, std::uint64_t seed);

    pacer rates;
    retry_budget budget;
    jitter random;
    call_totals totals{};
    store_health sharing{}; ///< of the store, as far as it is used for pacing
};

/// The retries of one call. Not thread-safe.
class retry_machine {
public:
    using time_point = clock::time_point;

    /// `safe_to_retry`: sending the request again cannot make it take effect twice, by its method or a uuid.
    retry_machine(retry_policy const& policy, call_limits& shared, pacing_subject const& who,
                  bool safe_to_retry, time_point deadline)
        : policy_(policy), shared_(shared), who_(who), safe_to_retry_(safe_to_retry), deadline_(deadline) {}

    /// An attempt has failed. When to retry it, but not after `latest`; nothing: the error is final.
    FEISHU_DECL std::optional<time_point> on_failure(error const& why, time_point now,
                                                     time_point latest = (time_point::max)());
    /// A pause that the platform has asked for.
    struct pause {
        lane_key lane{};
        time_point until{};
    };
    /// The one that the last failure has brought, if any; once.
    std::optional<pause> take_pause() { return std::exchange(pause_, std::nullopt); }
    /// How long the next attempt may take if the call may still take `left`.
    FEISHU_DECL std::chrono::milliseconds attempt_timeout(std::chrono::milliseconds left) const;
    /// An attempt has succeeded.
    void on_success() { shared_.budget.on_success(attempts_ != 0); }

    /// An attempt has brought a part of a file: the next failure counts as the first.
    void on_progress() {
        on_success();
        attempts_ = 0;
    }

    /// Attempts that have failed.
    int attempts() const { return attempts_; }

private:
    FEISHU_DECL bool may_retry(error const& why) const;
    FEISHU_DECL std::chrono::milliseconds backoff();
    FEISHU_DECL void share_pause(error const& why, time_point until);

    retry_policy const policy_;
    call_limits& shared_;
    pacing_subject const who_;
    bool const safe_to_retry_;
    time_point const deadline_;
    int attempts_ = 0;
    std::optional<pause> pause_{};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/retry_machine.ipp>
#endif
