#pragma once
// token_cache: one access token, fetched once even if many callers need it at the same time, renewed before
// it expires, and dropped when the platform refuses it. It only makes the decisions: the caller does the
// fetching.
//
// The caller that must fetch holds a `claim`. A claim always ends: with a report, with its destruction (the
// fetching caller threw, or its io_context was destroyed), or with its time limit; then another caller takes
// over.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <feishu/auth/impl/token_text.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::auth {

/// A token and when it expires.
struct access_token {
    token_text value;
    clock::time_point expires;
};

/// Thread-safe. Outlives the claims and waiters that it hands out.
class token_cache {
    struct waiter_state;

public:
    using time_point = clock::time_point;

    /// Callers wait at most `longest` for a fetch; then one of them takes over.
    explicit token_cache(std::chrono::milliseconds longest = longest_claim) : longest_(longest) {}

    /// The obligation to fetch the token. Move-only.
    class claim {
    public:
        claim(claim&& other) noexcept
            : cache_(std::exchange(other.cache_, nullptr)), number_(other.number_),
              previous_(std::move(other.previous_)) {}
        claim& operator=(claim&&) = delete;
        /// If there was no report, another caller takes over.
        ~claim() {
            if (cache_ != nullptr)
                cache_->abandon(number_);
        }

        /// The token to be renewed, if it is still valid; else its value is empty.
        access_token const& previous() const { return previous_; }

        /// Ends the fetch. A failure is the error of all waiters, unless it concerns only this caller
        /// (canceled, timeout): then one of them takes over. The previous token remains in use while it is
        /// valid.
        FEISHU_DECL void report(result<access_token> const& outcome, time_point now);

    private:
        friend class token_cache;
        claim(token_cache& cache, std::uint64_t number, access_token previous)
            : cache_(&cache), number_(number), previous_(std::move(previous)) {}

        token_cache* cache_;
        std::uint64_t number_;
        access_token previous_;
    };

    /// Registration of a caller that waits for a fetch; the destructor removes it. Move-only.
    class waiter {
    public:
        waiter(waiter&& other) noexcept
            : cache_(std::exchange(other.cache_, nullptr)), state_(std::move(other.state_)),
              until_(other.until_) {}
        waiter& operator=(waiter&&) = delete;
        /// Afterwards `notify` is not running and will not be called.
        ~waiter() {
            if (cache_ != nullptr)
                cache_->leave(*state_);
        }

        /// True once the fetch has ended. Then use `outcome`, or acquire again if there is none.
        FEISHU_DECL bool ended() const;
        /// The token or the error of the fetch; empty if another caller must fetch.
        FEISHU_DECL std::optional<result<token_text>> outcome() const;
        /// The time limit of the claim: acquire again then.
        time_point until() const { return until_; }

    private:
        friend class token_cache;
        waiter(token_cache& cache, std::shared_ptr<waiter_state> state, time_point until)
            : cache_(&cache), state_(std::move(state)), until_(until) {}

        token_cache* cache_;
        std::shared_ptr<waiter_state> state_;
        time_point until_;
    };

    /// A token to use, the obligation to fetch one, or a registration to wait for another caller's fetch.
    using decision = std::variant<token_text, claim, waiter>;

    /// A claim is valid until `claim_until`, but at most for the cache's limit. If the decision is to wait,
    /// `notify` is called once when the fetch has ended, on the fetching thread; exceptions are dropped.
    FEISHU_DECL decision acquire(time_point now, time_point claim_until, std::function<void()> const& notify);

    /// Drops a token that the platform refused, unless it has been replaced since; the next caller fetches.
    FEISHU_DECL void refuse(std::string_view token);

    /// The last token that the platform refused; empty if there was none.
    FEISHU_DECL token_text refused() const;

    /// True if there is a token that has not expired.
    FEISHU_DECL bool holds_token(time_point now) const;

    /// The limit for tokens that can be fetched twice.
    static constexpr std::chrono::seconds longest_claim{10};

private:
    // A token is renewed this long before it expires, or a tenth of its lifetime if that is less.
    static constexpr std::chrono::minutes margin{10};
    // Time between a failed renewal and the next attempt.
    static constexpr std::chrono::seconds renewal_pause{30};

    struct waiter_state {
        std::mutex mutex{}; ///< of all below; held while `notify` runs
        std::function<void()> notify{};
        bool ended = false;
        std::optional<result<token_text>> outcome{};
    };
    using waiters = std::vector<std::shared_ptr<waiter_state>>;

    bool claimed(time_point now) const { return claim_ != 0 && now < claim_until_; }
    bool valid(time_point now) const { return !token_.value.empty() && now < token_.expires; }
    FEISHU_DECL void report(std::uint64_t number, result<access_token> const& outcome, time_point now);
    FEISHU_DECL void abandon(std::uint64_t number);
    FEISHU_DECL void leave(waiter_state& state);
    FEISHU_DECL static void end(waiters const& all, std::optional<result<token_text>> const& outcome);

    std::chrono::milliseconds const longest_;
    mutable std::mutex mutex_; ///< of all below
    access_token token_{};
    token_text refused_{};
    time_point renew_at_{};
    std::uint64_t last_claim_ = 0;
    std::uint64_t claim_ = 0; ///< the current one; 0 for none
    time_point claim_until_{};
    waiters waiters_{};
};

} // namespace feishu::auth

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/auth/impl/token_cache.ipp>
#endif
