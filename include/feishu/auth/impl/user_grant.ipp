#pragma once

#include <algorithm>
#include <array>

#include <feishu/auth/impl/user_grant.hpp>
#include <feishu/core/impl/guard.hpp>

namespace feishu::auth {
namespace detail {

// It is unknown whether the platform has used up the refresh token.
inline bool response_lost(error const& why) {
    switch (why.kind) {
    case error_kind::transport:
    case error_kind::timeout:
    case error_kind::canceled:
    case error_kind::decode: return why.may_have_executed;
    case error_kind::http: return why.http_status >= 500;
    case error_kind::validation:
    case error_kind::api:
    case error_kind::auth:
    case error_kind::file:
    case error_kind::store: break;
    }
    return false;
}

} // namespace detail

FEISHU_DECL bool ends_grant(error const& why) {
    constexpr std::array ending{errc::oauth_user_not_found,        errc::oauth_code_of_other_app,
                                errc::oauth_refresh_token_invalid, errc::oauth_refresh_token_expired,
                                errc::oauth_refresh_token_revoked, errc::oauth_refresh_token_used,
                                errc::refresh_token_invalid};
    return std::ranges::find(ending, why.symbol()) != ending.end() ||
           (why.code == 0 && why.message.starts_with("invalid_grant"));
}

FEISHU_DECL void user_grant::set(user_tokens tokens) {
    std::swap(current_, tokens);
    wipe(tokens.access_token);
    wipe(tokens.refresh_token);
}

FEISHU_DECL void user_grant::replace(user_tokens tokens) {
    std::lock_guard const lock(mutex_);
    set(std::move(tokens));
    unstored_ = used_ = response_lost_ = false;
    ended_.reset();
}

FEISHU_DECL void user_grant::receive(user_tokens tokens) {
    replace(std::move(tokens));
    std::lock_guard const lock(mutex_);
    unstored_ = store_ != nullptr;
}

// Without the lock, because the callback may take long or ask for the tokens.
FEISHU_DECL result<void> user_grant::store() {
    std::lock_guard const one(storing_);
    std::unique_lock lock(mutex_);
    if (!unstored_)
        return {};
    auto const tokens = current_;
    lock.unlock();
    auto const thrown = feishu::detail::guard([&] { store_(tokens); });
    lock.lock();
    if (!thrown) {
        unstored_ = unstored_ && current_ != tokens;
        return {};
    }
    error e;
    e.kind = error_kind::auth;
    e.message = "the user's new tokens could not be stored, and are not used before: " + *thrown;
    e.field = "on_tokens";
    e.may_have_executed = false;
    return e;
}

FEISHU_DECL result<user_grant::step> user_grant::next() {
    if (auto stored = store(); !stored)
        return std::move(stored).error();
    auto const time = now(); // without the lock: the function may ask for the tokens
    std::lock_guard const lock(mutex_);
    if (ended_)
        return *ended_;
    auto const left = std::chrono::floor<std::chrono::seconds>(current_.access_expires - time);
    if (!std::exchange(used_, true) && !current_.access_token.empty() && left.count() > 0)
        return step{.access = usable{current_.access_token, left}};
    if (current_.refresh_token.empty())
        return must_log_in("the access token has expired or was refused, and there is no refresh token, which needs the "
                           "scope offline_access");
    return step{.refresh_token = current_.refresh_token};
}

FEISHU_DECL void user_grant::refreshed(user_tokens received) {
    std::lock_guard const lock(mutex_);
    if (received.refresh_token.empty()) {
        received.refresh_token = std::move(current_.refresh_token);
        received.refresh_expires = current_.refresh_expires;
    }
    set(std::move(received));
    unstored_ = store_ != nullptr;
    used_ = response_lost_ = false;
}

FEISHU_DECL error user_grant::failed(error why) {
    std::lock_guard const lock(mutex_);
    if (detail::response_lost(why)) {
        response_lost_ = true;
    } else if (ends_grant(why)) {
        auto ended = must_log_in(why.message);
        ended.code = why.code;
        ended.http_status = why.http_status;
        ended.endpoint = why.endpoint;
        ended.log_id = why.log_id;
        ended.troubleshooter = why.troubleshooter;
        if (response_lost_)
            ended.message += "; the response to an earlier refresh with the same token was lost";
        ended_ = ended;
        return ended;
    }
    return why;
}

FEISHU_DECL error user_grant::must_log_in(std::string why) const {
    error e;
    e.kind = error_kind::auth;
    e.field = "refresh_token";
    e.message = "the user must log in again: " + std::move(why);
    e.may_have_executed = false;
    return e;
}

FEISHU_DECL std::chrono::system_clock::time_point user_grant::now() const {
    auto now = std::chrono::system_clock::now();
    if (now_)
        (void)feishu::detail::guard([&] { now = now_(); });
    return now;
}

FEISHU_DECL std::chrono::sys_seconds user_grant::expiry(int seconds) const {
    return std::chrono::floor<std::chrono::seconds>(now()) + std::chrono::seconds(seconds);
}

} // namespace feishu::auth
