#pragma once

#include <algorithm>
#include <utility>

#include <feishu/client/impl/shared_pacing.hpp>
#include <feishu/store/store.hpp>

namespace feishu::detail {

// In any span of a period, as long as the limit's, a bucket allows its burst and what it gains: so a larger burst needs a
// lower rate. The stricter of the two limits decides.
inline bucket_rate rate_with_burst(rate_limit const& limit, int burst) {
    using std::chrono::milliseconds;
    auto const of = [&](int most, std::chrono::seconds period) {
        return bucket_rate{.tokens = static_cast<std::uint32_t>(most - burst + 1),
                           .period = milliseconds(period),
                           .burst = static_cast<std::uint32_t>(burst)};
    };
    auto const second = of(limit.per_second, std::chrono::seconds(1));
    auto const minute = of(limit.per_minute, std::chrono::seconds(60));
    if (limit.per_second <= 0)
        return minute;
    return limit.per_minute <= 0 || std::uint64_t(60) * second.tokens < minute.tokens ? second : minute;
}

inline double interval_of(bucket_rate const& rate) {
    return static_cast<double>(rate.period.count()) / static_cast<double>(rate.tokens);
}

FEISHU_DECL std::optional<bucket_rate> shared_rate(rate_limit const& documented) {
    constexpr double most_loss = 1.05;
    constexpr int most_burst = 1000;
    constexpr int most_tokens = 1'000'000; // of a bucket
    rate_limit const limit{.per_minute = (std::min)(documented.per_minute, most_tokens),
                           .per_second = (std::min)(documented.per_second, most_tokens)};
    auto const limits = std::minmax(limit.per_second, limit.per_minute);
    if (limits.second <= 0)
        return std::nullopt;
    auto out = rate_with_burst(limit, 1);
    auto const longest = interval_of(out) * most_loss;
    auto const least = limits.first > 0 ? limits.first : limits.second;
    for (int burst = 2; burst <= (std::min)(least, most_burst); ++burst)
        if (auto const next = rate_with_burst(limit, burst); interval_of(next) <= longest)
            out = next;
    return out;
}

FEISHU_DECL std::optional<shared_bucket> shared_bucket_of(client_config const& config, lane_key const& lane,
                                                          endpoint_spec const& spec,
                                                          std::string const& tenant) {
    auto const rate =
        shared_rate(lane.endpoint != nullptr ? config.pacing.of(spec)
                                             : rate_limit{.per_second = config.pacing.per_receiver()});
    if (!rate)
        return std::nullopt;
    auto name = "pace/" + config.app_id.str() + "/" + tenant + "/";
    if (lane.endpoint != nullptr)
        name += spec.id;
    else
        name += "to/" + std::to_string(lane.receiver);
    return shared_bucket{std::move(name), *rate};
}

FEISHU_DECL std::shared_ptr<shared_turn>
shared_turn::make(client_config const& config, pacing_subject const& who, std::string const& tenant) {
    if (!config.store || !config.pacing.limits())
        return nullptr;
    std::vector<shared_bucket> buckets;
    for (bool const receiver_only : {true, false}) {
        if (receiver_only && who.receiver == 0)
            continue;
        auto const lane = pacing_turn::lane_to_pause(who, receiver_only);
        if (auto bucket = shared_bucket_of(config, lane, *who.spec, tenant))
            buckets.push_back(std::move(*bucket));
    }
    if (buckets.empty())
        return nullptr;
    return std::make_shared<shared_turn>(config.store, std::move(buckets));
}

FEISHU_DECL void shared_turn::run() {
    std::vector<bucket_use> rest;
    for (auto at = passed_; at < buckets_.size(); ++at)
        rest.push_back({buckets_[at].name, buckets_[at].rate});
    auto const turns = store_->take(rest, max_wait_);
    if (turns) {
        passed_ += turns->taken;
        wait_ = turns->wait;
    } else {
        wait_ = turns.error();
    }
}

FEISHU_DECL void shared_pause::run() { outcome_ = store_->pause(bucket_.name, bucket_.rate, length_); }

} // namespace feishu::detail
