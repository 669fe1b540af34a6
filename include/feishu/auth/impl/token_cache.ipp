#pragma once

#include <algorithm>
#include <utility>

#include <feishu/auth/impl/token_cache.hpp>

namespace feishu::auth {

FEISHU_DECL token_cache::decision token_cache::acquire(clock::time_point now, waiter on_fetched) {
    std::lock_guard lock(mutex_);
    bool const good = !token_.value.empty() && now < token_.expires;
    if (good && (fetching_ || now < renew_at_))
        return {action::use, token_.value};
    if (fetching_) {
        waiters_.push_back(std::move(on_fetched));
        return {action::wait};
    }
    fetching_ = true;
    return {action::fetch, good ? token_.value : std::string()};
}

FEISHU_DECL void token_cache::fetched(result<access_token> outcome, clock::time_point now) {
    std::vector<waiter> waiters;
    result<std::string> told = std::string();
    {
        std::lock_guard lock(mutex_);
        fetching_ = false;
        waiters.swap(waiters_);
        if (outcome) {
            token_ = *outcome;
            auto const life = token_.expires - now;
            renew_at_ = token_.expires - std::min<clock::time_point::duration>(margin, life / 10);
            told = token_.value;
        } else {
            renew_at_ = now + renewal_pause;
            told = outcome.error();
        }
    }
    for (auto const& w : waiters)
        w(told);
}

FEISHU_DECL void token_cache::refuse(std::string_view token) {
    std::lock_guard lock(mutex_);
    if (token_.value == token)
        token_ = {};
}

} // namespace feishu::auth
