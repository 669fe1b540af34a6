#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include <feishu/client/impl/retry_machine.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/http/impl/random.hpp>

namespace feishu::detail {

// The platform has turned the request down because there were too many.
inline bool is_rate_limit(error const& why) {
    auto const* info = find_errc(why.code);
    return info != nullptr ? info->kind == errc_kind::rate_limit : why.http_status == 429;
}

// Limits of one chat; all others are of the endpoint.
inline bool concerns_receiver(error const& why) {
    return why.symbol() == errc::chat_rate_limited || why.symbol() == errc::chat_message_rate_limited;
}

inline std::uint64_t random_seed() { return std::stoull(http::detail::random_hex(16), nullptr, 16); }

FEISHU_DECL call_limits::call_limits(pacing how_fast, int retries, std::uint64_t seed)
    : rates(std::move(how_fast)), budget(retries), random(seed != 0 ? seed : random_seed()) {}

FEISHU_DECL std::chrono::milliseconds jitter::up_to(std::chrono::milliseconds most) {
    if (most.count() <= 0)
        return {};
    std::lock_guard const lock(mutex_);
    return std::chrono::milliseconds(std::uniform_int_distribution<std::int64_t>(0, most.count())(random_));
}

// error::retryable() is about what the caller may do, who has no uuid to retry the request with.
FEISHU_DECL bool retry_machine::may_retry(error const& why) const {
    if (!safe_to_retry_ || !why.may_duplicate)
        return why.retryable();
    auto known = why;
    known.may_duplicate = false;
    return known.retryable();
}

// A power of two would overflow before the number of attempts does.
FEISHU_DECL std::chrono::milliseconds retry_machine::backoff() {
    auto most = (std::max)(policy_.base_delay, std::chrono::milliseconds(0));
    for (int i = 1; i < attempts_ && most < policy_.max_delay; ++i)
        most = most > policy_.max_delay / 2 ? policy_.max_delay : most * 2;
    return shared_.random.up_to((std::min)(most, policy_.max_delay));
}

FEISHU_DECL void retry_machine::share_pause(error const& why, time_point until) {
    if (!why.endpoint.empty() && why.endpoint != who_.spec->id)
        return; // the limit is that of the token's endpoint
    pause_ = {pacing_turn::lane_to_pause(who_, concerns_receiver(why)), until};
    shared_.rates.pause(pause_->lane, *who_.spec, until);
}

FEISHU_DECL std::chrono::milliseconds retry_machine::attempt_timeout(std::chrono::milliseconds left) const {
    auto const remaining = policy_.max_attempts - attempts_;
    if (!safe_to_retry_ || remaining <= 1)
        return left;
    return (std::min)(left, (std::max)(policy_.attempt_timeout, left / remaining));
}

FEISHU_DECL std::optional<retry_machine::time_point>
retry_machine::on_failure(error const& why, time_point now, time_point latest) {
    ++attempts_;
    bool const limited = is_rate_limit(why);
    if (limited)
        shared_.totals.on_rate_limit();
    if (why.symbol() == errc::monthly_quota_exhausted)
        shared_.totals.on_quota(now);
    auto const asked = saturating_deadline(now, why.retry_after);
    if (limited && why.retry_after.count() > 0)
        share_pause(why, asked);
    if (attempts_ >= policy_.max_attempts || !may_retry(why))
        return std::nullopt;
    auto const wait = backoff();
    if (limited && why.retry_after.count() <= 0)
        share_pause(why, saturating_deadline(now, wait));
    auto const next = saturating_deadline((std::max)(asked, now), wait);
    if (next >= (std::min)(deadline_, latest))
        return std::nullopt;
    // Calls that are turned down add no load to an outage.
    if (!limited && !shared_.budget.take())
        return std::nullopt;
    shared_.totals.on_retry();
    return next;
}

} // namespace feishu::detail
