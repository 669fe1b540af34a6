#pragma once

#include <algorithm>
#include <utility>

#include <feishu/auth/impl/token_cache.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/impl/guard.hpp>

namespace feishu::auth {

FEISHU_DECL void token_cache::claim::report(result<access_token> const& outcome, time_point now) {
    if (auto* const cache = std::exchange(cache_, nullptr))
        cache->report(number_, outcome, now);
}

FEISHU_DECL bool token_cache::waiter::ended() const {
    std::lock_guard const lock(state_->mutex);
    return state_->ended;
}

FEISHU_DECL std::optional<result<token_text>> token_cache::waiter::outcome() const {
    std::lock_guard const lock(state_->mutex);
    return state_->outcome;
}

FEISHU_DECL token_cache::decision token_cache::acquire(time_point now, time_point claim_until,
                                                       std::function<void()> const& notify) {
    std::lock_guard const lock(mutex_);
    if (valid(now) && (claimed(now) || now < renew_at_))
        return token_.value;
    if (claimed(now)) {
        auto const state = std::make_shared<waiter_state>();
        state->notify = notify;
        waiters_.push_back(state);
        return waiter(*this, state, claim_until_);
    }
    claim_ = ++last_claim_;
    claim_until_ = (std::min)(claim_until, detail::saturating_deadline(now, longest_));
    return claim(*this, claim_, valid(now) ? token_ : access_token{});
}

FEISHU_DECL void token_cache::report(std::uint64_t number, result<access_token> const& outcome,
                                     time_point now) {
    bool const own_reason = !outcome && (outcome.error().kind == error_kind::canceled ||
                                         outcome.error().kind == error_kind::timeout);
    std::optional<result<token_text>> shared;
    waiters all;
    {
        std::lock_guard const lock(mutex_);
        bool const current = number == claim_;
        if (!current && !outcome)
            return; // another caller has taken over
        if (current)
            claim_ = 0;
        all.swap(waiters_);
        if (outcome) {
            token_ = *outcome;
            auto const lifetime = token_.expires - now;
            renew_at_ = token_.expires - (std::min<time_point::duration>)(margin, lifetime / 10);
            shared = token_.value;
        } else {
            if (outcome.error().kind != error_kind::canceled)
                renew_at_ = now + renewal_pause;
            if (!own_reason)
                shared = outcome.error();
        }
    }
    end(all, shared);
}

FEISHU_DECL void token_cache::abandon(std::uint64_t number) {
    waiters all;
    {
        std::lock_guard const lock(mutex_);
        if (number != claim_)
            return;
        claim_ = 0;
        all.swap(waiters_);
    }
    end(all, std::nullopt);
}

FEISHU_DECL void token_cache::leave(waiter_state& state) {
    {
        std::lock_guard const lock(mutex_);
        std::erase_if(waiters_, [&](auto const& w) { return w.get() == &state; });
    }
    std::lock_guard const lock(state.mutex);
    state.notify = nullptr;
}

FEISHU_DECL void token_cache::end(waiters const& all, std::optional<result<token_text>> const& outcome) {
    for (auto const& w : all) {
        std::lock_guard const lock(w->mutex);
        w->ended = true;
        w->outcome = outcome;
        if (w->notify)
            detail::guard(w->notify);
    }
}

FEISHU_DECL void token_cache::refuse(std::string_view token) {
    std::lock_guard const lock(mutex_);
    refused_ = std::string(token);
    if (token_.value.view() == token)
        token_ = {};
}

FEISHU_DECL token_text token_cache::refused() const {
    std::lock_guard const lock(mutex_);
    return refused_;
}

FEISHU_DECL bool token_cache::holds_token(time_point now) const {
    std::lock_guard const lock(mutex_);
    return valid(now);
}

} // namespace feishu::auth
