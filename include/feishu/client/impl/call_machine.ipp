#pragma once

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <variant>

#include <feishu/client/impl/call_machine.hpp>
#include <feishu/client/impl/log.hpp>
#include <feishu/client/impl/response_receiver.hpp>
#include <feishu/client/impl/upload_progress.hpp>
#include <feishu/core/impl/base64.hpp>
#include <feishu/core/impl/deadline.hpp>

namespace feishu::detail {

inline pacing_subject subject_of(prepared_call const& call) {
    auto const& tenant = call.credentials.tenant;
    return {.spec = call.spec,
            .tenant = tenant.empty() ? 0 : std::hash<std::string_view>()(tenant.str()),
            .receiver = call.receiver};
}

// Without the text of the error, which may quote a response.
inline void log_retry(client_config const& config, endpoint_spec const& spec, error const& why, int attempt,
                      std::chrono::milliseconds wait) {
    auto line = std::string(spec.id) + ": attempt " + std::to_string(attempt) + " failed (" +
                std::string(to_string(why.kind));
    if (why.code != 0)
        line += ", code " + std::to_string(why.code);
    if (why.http_status != 0)
        line += ", HTTP status " + std::to_string(why.http_status);
    log_line(config, log_level::info,
             line + "), the next one follows in " + std::to_string(wait.count()) + " ms");
}

FEISHU_DECL call_machine::call_machine(client_config const& config, token_sources& tokens,
                                       call_limits& limits, prepared_call& call, time_point deadline,
                                       std::function<void()> notify)
    : config_(config), tokens_(tokens), limits_(limits), call_(call), subject_(subject_of(call)),
      deadline_(deadline), notify_(std::move(notify)), state_(first_state()),
      retry_(call.retry.value_or(config.retry), limits, subject_, call.safe_to_retry, deadline) {
    if (call.on_progress && call.request.source) {
        call.progress = std::make_shared<upload_progress>(std::move(call.request.source), call.on_progress);
        call.request.source = call.progress;
    }
    auto& headers = call.request.headers;
    if (call.spec->basic_auth)
        headers.set("Authorization", "Basic ", to_base64(config.app_id.str() + ":" + config.app_secret));
    else if (call.credentials.kind == token::user && !call.credentials.user)
        headers.set("Authorization", "Bearer ", call.credentials.user_token.view());
    if (config.on_call)
        observation_ = std::make_unique<call_observation>(config, call);
}

// The time since the last input was spent in the present state.
FEISHU_DECL void call_machine::observe(time_point now) {
    if (!observation_)
        return;
    switch (state_) {
    case state::pause: return observation_->spend(&call_report::waited_for_retry, now);
    case state::token: return observation_->spend(&call_report::waited_for_token, now);
    case state::shared_turn:
    case state::turn: return observation_->spend(&call_report::waited_for_turn, now);
    case state::exchange: return observation_->spend(&call_report::exchanging, now);
    case state::done: break;
    }
}

FEISHU_DECL call_action call_machine::next(time_point now) {
    observe(now);
    if (shared_pause_)
        if (auto const action = share_pause(now))
            return *action;
    for (;;) {
        std::optional<call_action> action;
        switch (state_) {
        case state::pause: action = pause(now); break;
        case state::token: action = get_token(now); break;
        case state::turn: action = get_turn(now); break;
        case state::shared_turn: action = get_shared_turn(now); break;
        case state::exchange: action = send(now); break;
        case state::done:
            if (token_)
                action = token_->finish_publishing(now);
            return action ? *action : call_action(actions::done{});
        }
        if (action)
            return *action;
    }
}

FEISHU_DECL std::optional<call_action> call_machine::pause(time_point now) {
    if (now < resume_at_)
        return actions::wait{time_left(resume_at_, now)};
    state_ = first_state();
    return std::nullopt;
}

FEISHU_DECL std::optional<call_action> call_machine::get_token(time_point now) {
    if (!token_) {
        if (time_left(deadline_, now).count() == 0) {
            finish(failure(error_kind::timeout, "no time was left for the call"));
            return std::nullopt;
        }
        auto source = call_.credentials.user ? result<std::shared_ptr<token_source>>(call_.credentials.user)
                                             : tokens_.source_for(call_.spec->id, call_.credentials.tenant);
        if (!source) {
            finish(std::move(source).error());
            return std::nullopt;
        }
        source_ = std::move(*source);
        token_.emplace(config_, source_, step_deadline(now), notify_);
    }
    auto action = token_->next(now);
    if (std::holds_alternative<actions::exchange>(action)) {
        limits_.totals.on_token_request();
        if (observation_)
            observation_->add_token_request();
    }
    if (!std::holds_alternative<actions::done>(action))
        return action;
    if (auto const& token = token_->token()) {
        bearer_ = *token;
        call_.request.headers.set("Authorization", "Bearer ", bearer_.view());
        state_ = state::turn;
    } else {
        on_failure(token.error(), now);
    }
    token_.reset();
    return std::nullopt;
}

// A transfer may have no deadline; its token, its turn and its pauses have.
FEISHU_DECL call_machine::time_point call_machine::step_deadline(time_point now) const {
    return call_.is_transfer() ? (std::min)(deadline_, saturating_deadline(now, config_.timeout)) : deadline_;
}

// After the token, which may take a while: a turn is for now.
FEISHU_DECL std::optional<call_action> call_machine::get_turn(time_point now) {
    if (!turn_)
        turn_.emplace(limits_.rates, subject_, step_deadline(now));
    auto const turn = turn_->next(now);
    bool const in_time = turn <= turn_->latest();
    if (in_time && turn > now)
        return actions::wait{time_left(turn, now)};
    turn_.reset(); // before on_call is called, which may take a while
    if (in_time)
        state_ = state::shared_turn;
    else
        fail_for_turn(turn, now);
    return std::nullopt;
}

// --- what is shared through a store: after the turn among the calls of this client, which go on if the store fails

FEISHU_DECL bool call_machine::has_shared_turn(time_point now) {
    if (!shared_turn_ && config_.store && limits_.sharing.is_usable(now)) {
        shared_turn_ = shared_turn::make(config_, subject_, call_.credentials.tenant.str());
        resume_at_ = now;
    }
    return shared_turn_ != nullptr;
}

FEISHU_DECL std::optional<call_action> call_machine::get_shared_turn(time_point now) {
    if (!has_shared_turn(now)) {
        state_ = state::exchange;
        return std::nullopt;
    }
    if (store_used_at_) {
        auto const& wait = shared_turn_->wait();
        note_store(wait ? nullptr : &wait.error(), now);
        resume_at_ = wait ? saturating_deadline(now, *wait) : now;
        if (shared_turn_->is_late()) {
            shared_turn_.reset();
            fail_for_turn(resume_at_, now);
            return std::nullopt;
        }
        if (!wait) {
            shared_turn_.reset();
            state_ = state::exchange;
            return std::nullopt;
        }
    }
    // A pause that began while this request waited holds for it too.
    resume_at_ = (std::max)(resume_at_, pacing_turn::paused_until(limits_.rates, subject_));
    if (now < resume_at_)
        return actions::wait{time_left(resume_at_, now)};
    if (!shared_turn_->is_complete()) {
        shared_turn_->prepare(time_left(step_deadline(now), now));
        store_used_at_ = now;
        return actions::use_store{shared_turn_.get()};
    }
    shared_turn_.reset();
    state_ = state::exchange;
    return std::nullopt;
}

FEISHU_DECL void call_machine::prepare_shared_pause(time_point now) {
    auto const pause = retry_.take_pause();
    if (!pause || !config_.store || !config_.pacing.limits() || !limits_.sharing.is_usable(now))
        return;
    auto const length = time_left(pause->until, now);
    auto bucket = shared_bucket_of(config_, pause->lane, *call_.spec, call_.credentials.tenant.str());
    if (bucket && length.count() > 0)
        shared_pause_ = std::make_shared<shared_pause>(config_.store, std::move(*bucket), length);
}

FEISHU_DECL std::optional<call_action> call_machine::share_pause(time_point now) {
    if (!store_used_at_) {
        store_used_at_ = now;
        return actions::use_store{shared_pause_.get()};
    }
    auto const& outcome = shared_pause_->outcome();
    note_store(outcome ? nullptr : &outcome.error(), now);
    shared_pause_.reset();
    return std::nullopt;
}

FEISHU_DECL void call_machine::note_store(error const* why, time_point now) {
    bool const slow = now - *std::exchange(store_used_at_, std::nullopt) > store_health::slow;
    if ((why != nullptr || slow) && limits_.sharing.on_trouble(now))
        log_line(config_, log_level::warning,
                 "pacing goes on without the store for a while: " +
                     (why != nullptr ? why->to_string() : std::string("the store is slow")));
}

FEISHU_DECL std::optional<call_action> call_machine::send(time_point now) {
    auto const left = time_left(deadline_, now);
    if (left.count() == 0) {
        finish(failure(error_kind::timeout, "no time was left for the call"));
        return std::nullopt;
    }
    attempt_.emplace(config_, call_);
    return attempt_->start(call_.is_transfer() ? left : retry_.attempt_timeout(left),
                           observation_ ? observation_->start_attempt() : nullptr);
}

FEISHU_DECL void call_machine::on_exchange(result<void> exchanged, time_point now) {
    observe(now);
    if (token_)
        return token_->on_exchange(std::move(exchanged), now);
    if (state_ == state::done)
        return;
    auto outcome = attempt_->finish(std::move(exchanged));
    if (observation_)
        observation_->finish_attempt(attempt_->decoder().status(), attempt_->decoder().log_id());
    attempt_.reset();
    if (call_.download != nullptr && call_.download->has_advanced())
        retry_.on_progress();
    bool const refused = !outcome && refuses_token(outcome.error());
    if (refused && !std::exchange(token_was_refused_, true))
        return on_refused_token();
    token_was_refused_ = refused; // a later attempt may see its token expire again
    if (refused) {
        auto e = std::move(outcome).error();
        e.kind = error_kind::auth;
        outcome = std::move(e);
    }
    if (outcome) {
        retry_.on_success();
        finish(std::move(outcome));
    } else {
        on_failure(std::move(outcome).error(), now);
    }
}

FEISHU_DECL bool call_machine::refuses_token(error const& why) const {
    auto const symbol = why.symbol();
    if (call_.credentials.kind == token::tenant)
        return symbol == errc::tenant_token_invalid;
    return has_source() && (symbol == errc::user_token_invalid || symbol == errc::user_token_expired ||
                            symbol == errc::oauth_user_token_invalid);
}

// What an earlier attempt may have done is true of the whole call.
FEISHU_DECL void call_machine::on_failure(error why, time_point now) {
    auto const resume = retry_.on_failure(why, now, step_deadline(now));
    prepare_shared_pause(now);
    may_have_executed_ = why.may_have_executed = why.may_have_executed || may_have_executed_;
    may_duplicate_ = why.may_duplicate = why.may_duplicate || may_duplicate_;
    if (!resume)
        return finish(std::move(why));
    if (config_.log)
        log_retry(config_, *call_.spec, why, retry_.attempts(), time_left(*resume, now));
    call_.reset(call_.target);
    resume_at_ = *resume;
    state_ = state::pause;
}

FEISHU_DECL void call_machine::fail_for_turn(time_point turn, time_point now) {
    auto e = failure(error_kind::timeout, "the rate limit allows it only after the deadline of the call");
    e.retry_after = time_left(turn, now);
    finish(std::move(e));
}

// The token was revoked or expired early. The platform refuses it before executing anything, so one more
// attempt with a new token is safe for every endpoint.
FEISHU_DECL void call_machine::on_refused_token() {
    source_->cache.refuse(bearer_.view());
    limits_.totals.on_retry();
    state_ = state::token;
}

FEISHU_DECL void call_machine::cancel(time_point now) {
    if (state_ == state::done)
        return;
    observe(now);
    if (token_)
        token_->cancel(now);
    turn_.reset();
    finish(failure(error_kind::canceled, "the call was canceled", attempt_.has_value()));
}

FEISHU_DECL void call_machine::finish(result<void> outcome) {
    outcome_ = std::move(outcome);
    state_ = state::done;
    outcome_ ? limits_.totals.on_success() : limits_.totals.on_failure();
    if (!outcome_)
        log_failure(config_, outcome_.error());
    if (observation_)
        observation_->report(outcome_ ? nullptr : &outcome_.error());
}

FEISHU_DECL error call_machine::failure(error_kind kind, std::string message, bool sent) const {
    error e;
    e.kind = kind;
    e.endpoint = call_.spec->id;
    e.message = std::move(message);
    e.may_have_executed = sent || may_have_executed_;
    e.may_duplicate = (sent && !call_.idempotent) || may_duplicate_;
    return e;
}

} // namespace feishu::detail
