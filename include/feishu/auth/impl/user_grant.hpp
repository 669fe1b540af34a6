#pragma once
// user_grant: what a user has authorized: the current tokens, and what must happen before the next access token can
// be used. Only decisions: the caller sends the refresh request.
//
// A refresh token is valid for one request. Therefore new tokens are stored by the user's callback before they are
// used; until that succeeds they are kept, and the callback is called again. A refresh whose response was lost may
// have used up the refresh token: it is repeated, and the refusal then states that cause.

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include <feishu/auth/impl/token_text.hpp>
#include <feishu/auth/user_tokens.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::auth {

/// True for refusals of a refresh after which only a new login helps: the refresh token is invalid, used, revoked or
/// expired, or belongs to another app, or the user has been deleted.
FEISHU_DECL bool ends_grant(error const& why);

/// Thread-safe. One caller at a time refreshes: the one with the claim of the token_cache.
class user_grant {
public:
    using store_function = std::function<void(user_tokens const&)>;
    using now_function = std::function<std::chrono::system_clock::time_point()>;

    /// `store` and `now` may be empty; `now` is the system clock then.
    user_grant(user_tokens tokens, store_function store, now_function now)
        : current_(std::move(tokens)), store_(std::move(store)), now_(std::move(now)) {}
    user_grant(user_grant const&) = delete;
    user_grant& operator=(user_grant const&) = delete;
    ~user_grant() { set({}); }

    user_tokens tokens() const {
        std::lock_guard const lock(mutex_);
        return current_;
    }
    /// Replaces the tokens, after another login or because another process has refreshed them.
    FEISHU_DECL void replace(user_tokens tokens);
    /// Tokens that have not been stored yet, as after a login.
    FEISHU_DECL void receive(user_tokens tokens);

    /// An access token and its remaining lifetime.
    struct usable {
        token_text value;
        std::chrono::seconds lifetime;
    };
    /// What to do for an access token: use this one, or send a refresh request with `refresh_token`.
    struct step {
        std::optional<usable> access{};
        std::string refresh_token{};
    };

    /// Tokens that are not stored yet are stored first. An access token is returned once: asked again, the caller
    /// needs another one. Errors: kind auth if the user must log in again, or if the tokens cannot be stored.
    FEISHU_DECL result<step> next();
    /// The response to a refresh, before `next`. An empty refresh token leaves the previous one in place (RFC 6749, 6).
    FEISHU_DECL void refreshed(user_tokens received);
    /// The refresh has failed. Returns the error of the call.
    FEISHU_DECL error failed(error why);

    /// The system clock's time if the function throws: received tokens must not be lost.
    FEISHU_DECL std::chrono::system_clock::time_point now() const;
    /// `seconds` from now.
    FEISHU_DECL std::chrono::sys_seconds expiry(int seconds) const;
    /// Calls the callback for tokens that have not been stored. Errors: kind auth if it throws.
    FEISHU_DECL result<void> store();

private:
    /// Wipes the tokens before.
    FEISHU_DECL void set(user_tokens tokens);
    FEISHU_DECL error must_log_in(std::string why) const;

    mutable std::mutex mutex_; ///< of all below
    user_tokens current_;
    bool unstored_ = false;
    bool used_ = false;          ///< current_.access_token has been returned by `next`
    bool response_lost_ = false; ///< of a refresh with the current refresh token
    std::optional<error> ended_{};
    std::mutex storing_; ///< one call of `store_` at a time
    store_function const store_;
    now_function const now_;
};

} // namespace feishu::auth

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/auth/impl/user_grant.ipp>
#endif
