#pragma once

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>
#include <variant>

#include <feishu/client/impl/log.hpp>
#include <feishu/client/impl/token_machine.hpp>
#include <feishu/core/impl/deadline.hpp>

namespace feishu::detail {

// Maximum time that a caller spends on renewing a token that is still valid.
inline constexpr std::chrono::seconds longest_renewal{2};
// Minimum time for a refresh, whose request can be made only once.
inline constexpr std::chrono::seconds shortest_refresh{10};

inline error token_error(error_kind kind, std::string message) {
    error e;
    e.kind = kind;
    e.message = std::move(message);
    e.may_have_executed = false;
    return e;
}

inline error token_timeout() {
    return token_error(error_kind::timeout, "timed out waiting for an access token");
}

FEISHU_DECL token_machine::token_machine(client_config const& config, std::shared_ptr<token_source> source,
                                         time_point deadline, std::function<void()> notify)
    : config_(config), source_(std::move(source)), deadline_(deadline), notify_(std::move(notify)) {}

FEISHU_DECL call_action token_machine::next(time_point now) {
    if (std::exchange(publish_, false))
        return actions::use_store{shared_.get()};
    for (;;) {
        std::optional<call_action> action;
        switch (state_) {
        case state::acquiring: acquire(now); break;
        case state::waiting: action = wait(now); break;
        case state::sharing: action = share(now); break;
        case state::fetching: action = fetch(now); break;
        case state::done: return actions::done{};
        }
        if (action)
            return *action;
    }
}

FEISHU_DECL void token_machine::acquire(time_point now) {
    if (now >= deadline_)
        return finish(token_timeout());
    auto const claim_until = source_->kind == token_kind::user ? (time_point::max)() : deadline_;
    auto decision = source_->cache.acquire(now, claim_until, notify_);
    if (auto* token = std::get_if<auth::token_text>(&decision))
        return finish(std::move(*token));
    if (auto* waiter = std::get_if<auth::token_cache::waiter>(&decision)) {
        waiter_.emplace(std::move(*waiter));
        state_ = state::waiting;
        return;
    }
    claim_.emplace(std::get<auth::token_cache::claim>(std::move(decision)));
    if (leaves_renewal(now))
        return finish(claim_->previous().value);
    fetch_deadline_ = fetch_deadline(now);
    shared_ = shared_token::make(config_, *source_);
    if (shared_)
        shared_->look_for_other_than({claim_->previous().value, source_->cache.refused()});
    else
        fetch_ = std::make_unique<token_fetch>(config_, *source_, now);
    state_ = shared_ ? state::sharing : state::fetching;
}

// While another process renews the token, the previous one serves; a first one is waited for.
FEISHU_DECL std::optional<call_action> token_machine::share(time_point now) {
    auto const previous = claim_->previous();
    switch (shared_->found()) {
    case shared_token::finding::none:
        if (now < look_again_at_)
            return actions::wait{time_left(look_again_at_, now)};
        return actions::use_store{shared_.get()};
    case shared_token::finding::token: {
        auto const token = shared_->token(now);
        claim_->report(token, now);
        finish(token.value);
        return std::nullopt;
    }
    case shared_token::finding::busy:
        if (now >= fetch_deadline_ || !previous.value.empty()) {
            claim_->report(token_timeout(), now);
            finish(now < previous.expires ? result<auth::token_text>(previous.value) : token_timeout());
            return std::nullopt;
        }
        look_again_at_ = (std::min)(fetch_deadline_, saturating_deadline(now, shared_token::poll_interval));
        shared_->look_for_other_than({previous.value, source_->cache.refused()});
        return std::nullopt;
    case shared_token::finding::lease: has_lease_ = true; break;
    case shared_token::finding::failed:
        log_line(config_, log_level::warning, "the store has no token, so this client fetches it: " + shared_->why().to_string());
        break;
    case shared_token::finding::published: break;
    }
    fetch_ = std::make_unique<token_fetch>(config_, *source_, now);
    state_ = state::fetching;
    return std::nullopt;
}

FEISHU_DECL bool token_machine::leaves_renewal(time_point now) const {
    return source_->kind == token_kind::user && !claim_->previous().value.empty() &&
           time_left(deadline_, now) < shortest_refresh;
}

FEISHU_DECL token_machine::time_point token_machine::fetch_deadline(time_point now) const {
    if (source_->kind == token_kind::user)
        return (std::max)(deadline_, saturating_deadline(now, shortest_refresh));
    if (claim_->previous().value.empty())
        return deadline_;
    auto const quarter = time_left(deadline_, now) / 4;
    return (std::min)(deadline_,
                    saturating_deadline(now, (std::min<std::chrono::milliseconds>)(quarter, longest_renewal)));
}

FEISHU_DECL std::optional<call_action> token_machine::wait(time_point now) {
    if (waiter_->ended()) {
        auto outcome = waiter_->outcome();
        waiter_.reset();
        state_ = state::acquiring;
        if (outcome)
            finish(std::move(*outcome));
        return std::nullopt;
    }
    auto const until = (std::min)(deadline_, waiter_->until());
    if (now < until)
        return actions::wait{time_left(until, now)};
    waiter_.reset();
    state_ = state::acquiring;
    return std::nullopt;
}

FEISHU_DECL std::optional<call_action> token_machine::fetch(time_point now) {
    switch (fetch_->next()) {
    case token_fetch::step::app_token: return get_app_token(now);
    case token_fetch::step::call:
        if (auto const left = time_left(fetch_deadline_, now); left.count() > 0) {
            attempt_ = std::make_unique<exchange_attempt>(config_, fetch_->call());
            return attempt_->start(left);
        }
        fetch_->on_call(token_timeout(), now);
        break;
    case token_fetch::step::done: settle(now); break;
    }
    return std::nullopt;
}

FEISHU_DECL std::optional<call_action> token_machine::get_app_token(time_point now) {
    if (!app_token_)
        app_token_ = std::make_unique<token_machine>(config_, source_->app_token, fetch_deadline_, notify_);
    auto action = app_token_->next(now);
    if (!std::holds_alternative<actions::done>(action))
        return action;
    fetch_->on_app_token(app_token_->token());
    app_token_.reset();
    return std::nullopt;
}

FEISHU_DECL void token_machine::on_exchange(result<void> exchanged, time_point now) {
    if (state_ == state::done)
        return;
    if (app_token_)
        return app_token_->on_exchange(std::move(exchanged), now);
    fetch_->on_call(attempt_->finish(std::move(exchanged)), now);
    attempt_.reset();
    if (fetch_->next() == token_fetch::step::done)
        settle(now); // at once, because others wait for it
}

FEISHU_DECL void token_machine::settle(time_point now) {
    auto const& outcome = fetch_->outcome();
    auto const previous = claim_->previous();
    if (!outcome && !previous.value.empty() && source_->kind == token_kind::user)
        log_line(config_, log_level::warning, "a user's token was not renewed: " + outcome.error().to_string());
    claim_->report(outcome, now);
    claim_.reset();
    if (std::exchange(has_lease_, false)) {
        shared_->publish(outcome, now);
        publish_ = true;
    }
    state_ = state::acquiring; // unless finished below: the previous token expired during a failed renewal
    if (outcome)
        finish(outcome->value);
    else if (outcome.error().kind == error_kind::canceled || previous.value.empty())
        finish(outcome.error());
    else if (now < previous.expires)
        finish(previous.value);
    fetch_.reset();
}

FEISHU_DECL void token_machine::cancel(time_point now) {
    if (state_ == state::done || must_finish())
        return;
    auto const why = token_error(error_kind::canceled, "the call was canceled");
    if (app_token_)
        app_token_->cancel(now);
    if (claim_)
        claim_->report(why, now);
    finish(why);
}

FEISHU_DECL void token_machine::finish(result<auth::token_text> token) {
    token_ = std::move(token);
    state_ = state::done;
    waiter_.reset();
    claim_.reset();
}

} // namespace feishu::detail
