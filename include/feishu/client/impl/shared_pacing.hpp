#pragma once
// shared_pacing: budgets and pauses that the clients of several processes share through a store.

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <feishu/client/client_config.hpp>
#include <feishu/client/impl/pacer.hpp>
#include <feishu/client/impl/store_operation.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/store/bucket_rate.hpp>

namespace feishu::detail {

/// A bucket that does not exceed a limit in any second or minute, nothing if there is no limit. Its rate is at most 5 %
/// below that of the limit, so that some requests may be sent at once.
FEISHU_DECL std::optional<bucket_rate> shared_rate(rate_limit const& documented);

/// A bucket of a lane, see client_config::store.
struct shared_bucket {
    std::string name;
    bucket_rate rate{};
};

/// The bucket of a lane; nothing if the lane has no limit. `tenant`: the text of the lane's.
FEISHU_DECL std::optional<shared_bucket> shared_bucket_of(client_config const& config, lane_key const& lane,
                                                          endpoint_spec const& spec,
                                                          std::string const& tenant);

/// The turn of one request among those of all processes: first among those to the same receiver, then among those of the
/// same endpoint, at the cost of one operation if neither has to wait.
class shared_turn final : public store_operation {
public:
    using time_point = clock::time_point;

    /// Null without a store, without pacing, and for requests without a limit.
    FEISHU_DECL static std::shared_ptr<shared_turn>
    make(client_config const& config, pacing_subject const& who, std::string const& tenant);
    shared_turn(std::shared_ptr<store> in, std::vector<shared_bucket> buckets)
        : store_(std::move(in)), buckets_(std::move(buckets)) {}

    /// Next: take the turn, unless it is after `max_wait`.
    void prepare(std::chrono::milliseconds max_wait) { max_wait_ = max_wait; }
    FEISHU_DECL void run() override;

    /// After `run`: how long to wait; nothing if the store failed.
    result<std::chrono::milliseconds> const& wait() const { return wait_; }
    /// The turn was after `max_wait`, and was not taken.
    bool is_late() const { return wait_ && *wait_ > max_wait_; }
    /// Nothing is left to take.
    bool is_complete() const { return passed_ == buckets_.size(); }

private:
    std::shared_ptr<store> const store_;
    std::vector<shared_bucket> const buckets_;
    std::size_t passed_ = 0;
    std::chrono::milliseconds max_wait_{};
    result<std::chrono::milliseconds> wait_{std::chrono::milliseconds()};
};

/// Lets all processes wait that share a bucket.
class shared_pause final : public store_operation {
public:
    shared_pause(std::shared_ptr<store> in, shared_bucket bucket, std::chrono::milliseconds length)
        : store_(std::move(in)), bucket_(std::move(bucket)), length_(length) {}

    FEISHU_DECL void run() override;

    result<void> const& outcome() const { return outcome_; }

private:
    std::shared_ptr<store> const store_;
    shared_bucket const bucket_;
    std::chrono::milliseconds const length_;
    result<void> outcome_{};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/shared_pacing.ipp>
#endif
