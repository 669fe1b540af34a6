#pragma once
// call_machine: the state machine of one call, without I/O: token, turn, exchange, retries. It makes
// all decisions; the client's blocking and asynchronous drivers are loops that perform its actions, as is a
// test.
//
//     for (;;) {
//         auto const action = machine.next(now);      // wait, exchange or done
//         …                                           // after an exchange: machine.on_exchange(outcome, now)
//     }

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <feishu/client/client_config.hpp>
#include <feishu/client/impl/call_action.hpp>
#include <feishu/client/impl/call_observation.hpp>
#include <feishu/client/impl/exchange_attempt.hpp>
#include <feishu/client/impl/prepared_call.hpp>
#include <feishu/client/impl/retry_machine.hpp>
#include <feishu/client/impl/shared_pacing.hpp>
#include <feishu/client/impl/token_machine.hpp>
#include <feishu/client/impl/token_sources.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Its other inputs are `cancel` and its destruction, which gives up its claim to fetch a token and its place
/// among the callers that wait for one. Not thread-safe.
class call_machine {
public:
    using time_point = clock::time_point;

    /// Configuration, tokens, limits and call outlive the machine. `deadline` covers everything. `notify` wakes the
    /// driver that waits; it is called on any thread, but not after the machine's destruction.
    FEISHU_DECL call_machine(client_config const& config, token_sources& tokens, call_limits& limits,
                             prepared_call& call, time_point deadline, std::function<void()> notify);
    call_machine(call_machine const&) = delete;
    call_machine& operator=(call_machine const&) = delete;

    /// The next action.
    FEISHU_DECL call_action next(time_point now);
    /// The outcome of actions::exchange.
    FEISHU_DECL void on_exchange(result<void> exchanged, time_point now);
    /// Ends the call with error_kind::canceled, unless it has ended already. The objects that a pending
    /// exchange refers to remain valid until the machine's destruction.
    FEISHU_DECL void cancel(time_point now);
    /// True if a pending exchange must not be canceled, although the call may be: it refreshes a user's token.
    /// `on_exchange` is to be called even after `cancel`.
    bool must_finish_exchange() const { return token_ && token_->must_finish(); }

    /// Final once `next` has returned actions::done.
    result<void> const& outcome() const { return outcome_; }

private:
    enum class state { pause, token, turn, shared_turn, exchange, done };

    FEISHU_DECL std::optional<call_action> pause(time_point now);
    FEISHU_DECL std::optional<call_action> get_token(time_point now);
    FEISHU_DECL time_point step_deadline(time_point now) const;
    FEISHU_DECL std::optional<call_action> get_turn(time_point now);
    FEISHU_DECL std::optional<call_action> get_shared_turn(time_point now);
    FEISHU_DECL bool has_shared_turn(time_point now);
    FEISHU_DECL std::optional<call_action> share_pause(time_point now);
    FEISHU_DECL void prepare_shared_pause(time_point now);
    FEISHU_DECL void note_store(error const* why, time_point now);
    FEISHU_DECL std::optional<call_action> send(time_point now);
    FEISHU_DECL void on_refused_token();
    FEISHU_DECL void on_failure(error why, time_point now);
    FEISHU_DECL void fail_for_turn(time_point turn, time_point now);
    bool has_source() const {
        return call_.credentials.kind == token::tenant || call_.credentials.user != nullptr;
    }
    state first_state() const { return has_source() ? state::token : state::turn; }
    FEISHU_DECL bool refuses_token(error const& why) const;
    FEISHU_DECL void finish(result<void> outcome);
    FEISHU_DECL error failure(error_kind kind, std::string message, bool sent = false) const;
    FEISHU_DECL void observe(time_point now);

    client_config const& config_;
    token_sources& tokens_;
    call_limits& limits_;
    prepared_call& call_;
    pacing_subject const subject_;
    time_point const deadline_;
    std::function<void()> const notify_;
    state state_;
    std::shared_ptr<token_source> source_{};
    std::optional<token_machine> token_{};
    std::optional<pacing_turn> turn_{};
    retry_machine retry_;
    time_point resume_at_{};                       ///< in states pause and shared_turn
    std::shared_ptr<shared_turn> shared_turn_{};   ///< in state shared_turn
    std::shared_ptr<shared_pause> shared_pause_{}; ///< to be shared before anything else
    std::optional<time_point> store_used_at_{};    ///< since then, one of them is being run
    bool may_have_executed_ = false;               ///< an earlier attempt
    bool may_duplicate_ = false;
    std::optional<exchange_attempt> attempt_{};
    auth::token_text bearer_{};
    bool token_was_refused_ = false;
    std::unique_ptr<call_observation> observation_{}; ///< null without client_config::on_call
    result<void> outcome_{};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/call_machine.ipp>
#endif
