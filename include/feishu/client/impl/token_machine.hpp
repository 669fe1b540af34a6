#pragma once
// token_machine: the state machine that obtains one token, without I/O: from the cache, by waiting for
// another caller's fetch, or by fetching it, including the app token that this requires. call_machine
// forwards its actions.

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <feishu/client/client_config.hpp>
#include <feishu/client/impl/call_action.hpp>
#include <feishu/client/impl/exchange_attempt.hpp>
#include <feishu/client/impl/shared_token.hpp>
#include <feishu/client/impl/token_fetch.hpp>
#include <feishu/client/impl/token_source.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Its destruction, at any time, gives up its claim to fetch and its place among the waiting callers. Not
/// thread-safe.
///
/// Renewal: while the previous token is valid, the caller that renews it spends a quarter of its remaining
/// time on that, at most two seconds; then it continues with the previous token, as all others do meanwhile.
/// A user's refresh, which can be made only once, takes until the deadline, and at least ten seconds even if the
/// deadline is earlier; a caller with less time leaves it to others while the previous token is valid.
/// Nothing runs in the background, so that a blocking client needs no thread.
class token_machine {
public:
    using time_point = clock::time_point;

    /// `config` outlives the machine. `notify` wakes the driver that waits; it is called on any thread.
    FEISHU_DECL token_machine(client_config const& config, std::shared_ptr<token_source> source,
                              time_point deadline, std::function<void()> notify);
    token_machine(token_machine const&) = delete;
    token_machine& operator=(token_machine const&) = delete;

    FEISHU_DECL call_action next(time_point now);
    FEISHU_DECL void on_exchange(result<void> exchanged, time_point now);
    /// Ends with error_kind::canceled, unless it has ended already or `must_finish`.
    FEISHU_DECL void cancel(time_point now);

    /// True while a refresh is in progress, whose response must not be lost: its exchange is not canceled, and
    /// `on_exchange` is still to be called.
    bool must_finish() const { return (attempt_ != nullptr && source_->kind == token_kind::user) || publish_; }
    /// Part of `next`, also called after the call has ended otherwise: lets other processes find the outcome of a fetch,
    /// for which they wait, and then calls the user's callback for new tokens.
    FEISHU_DECL std::optional<call_action> finish_publishing(time_point now);

    /// Final once `next` has returned actions::done. Errors have `may_have_executed` false.
    result<auth::token_text> const& token() const { return token_; }

private:
    enum class state { acquiring, waiting, sharing, fetching, done };

    FEISHU_DECL void acquire(time_point now);
    FEISHU_DECL std::optional<call_action> wait(time_point now);
    FEISHU_DECL void start_fetch(time_point now);
    FEISHU_DECL void look_in_store();
    FEISHU_DECL std::optional<call_action> share(time_point now);
    FEISHU_DECL void on_found(time_point now);
    FEISHU_DECL void on_busy(time_point now);
    FEISHU_DECL void on_broken_store(time_point now);
    FEISHU_DECL void publish(std::string value, std::chrono::milliseconds lifetime);
    FEISHU_DECL void publish_refreshed();
    FEISHU_DECL std::optional<call_action> fetch(time_point now);
    FEISHU_DECL std::optional<call_action> get_app_token(time_point now);
    FEISHU_DECL void settle(time_point now);
    FEISHU_DECL void finish(result<auth::token_text> token);
    FEISHU_DECL bool leaves_renewal(time_point now) const;
    FEISHU_DECL time_point fetch_deadline(time_point now) const;

    client_config const& config_;
    std::shared_ptr<token_source> const source_; // before the members that refer to it
    time_point const deadline_;
    std::function<void()> const notify_;
    state state_ = state::acquiring;
    std::optional<auth::token_cache::waiter> waiter_{};
    // Of a fetch, which is rare: its large objects are not inside every call.
    std::optional<auth::token_cache::claim> claim_{};
    time_point fetch_deadline_{};
    std::shared_ptr<shared_token> shared_{};
    std::string shared_refresh_{}; ///< hash of the refresh token whose successor it is
    time_point look_again_at_{};
    bool has_lease_ = false;
    bool publish_ = false;    ///< next
    bool publishing_ = false; ///< the driver does it
    std::unique_ptr<token_fetch> fetch_{};
    std::unique_ptr<exchange_attempt> attempt_{};
    std::unique_ptr<token_machine> app_token_{};
    result<auth::token_text> token_ = auth::token_text();
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/token_machine.ipp>
#endif
