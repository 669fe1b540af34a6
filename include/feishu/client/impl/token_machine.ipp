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
    if (auto action = finish_publishing(now))
        return *action;
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

// A process that is killed in its callback leaves the new tokens to the others.
FEISHU_DECL std::optional<call_action> token_machine::finish_publishing(time_point now) {
    if (std::exchange(publish_, false)) {
        publishing_ = true;
        return actions::use_store{shared_.get()};
    }
    if (!std::exchange(publishing_, false))
        return std::nullopt;
    if (shared_->found() == shared_token::finding::failed)
        log_line(config_, log_level::warning, "a token was not stored: " + shared_->why().to_string());
    if (fetch_)
        fetch_->use_refreshed(now);
    return std::nullopt;
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
        look_in_store();
    else
        start_fetch(now);
}

FEISHU_DECL void token_machine::start_fetch(time_point now) {
    fetch_ = std::make_unique<token_fetch>(config_, *source_, now);
    state_ = state::fetching;
}

// --- tokens in a store: that of an app before the fetch is prepared, those of a user before the refresh

FEISHU_DECL void token_machine::look_in_store() {
    shared_->look_for_other_than({claim_->previous().value, source_->cache.refused()});
    state_ = state::sharing;
}

FEISHU_DECL std::optional<call_action> token_machine::share(time_point now) {
    switch (shared_->found()) {
    case shared_token::finding::none:
        if (now < look_again_at_)
            return actions::wait{time_left(look_again_at_, now)};
        return actions::use_store{shared_.get()};
    case shared_token::finding::token: on_found(now); break;
    case shared_token::finding::busy: on_busy(now); break;
    case shared_token::finding::failed: on_broken_store(now); break;
    case shared_token::finding::lease:
        has_lease_ = true;
        fetch_deadline_ = (std::min)(fetch_deadline_, saturating_deadline(now, shared_token::longest_fetch));
        [[fallthrough]];
    case shared_token::finding::published:
        state_ = state::fetching;
        if (!fetch_)
            start_fetch(now);
        break;
    }
    return std::nullopt;
}

FEISHU_DECL void token_machine::on_found(time_point now) {
    if (!fetch_) {
        auto const token = shared_->token(now);
        claim_->report(token, now);
        return finish(token.value);
    }
    state_ = state::fetching;
    auto tokens = read_user_tokens(shared_->value());
    if (tokens && hash_of_secret(tokens->refresh_token) != shared_refresh_)
        fetch_->on_refreshed_elsewhere(std::move(*tokens), now);
    else
        fetch_->on_call(token_error(error_kind::store, "the store has malformed tokens of a user"), now);
}

// While another process renews the token, the previous one serves; a first one is waited for.
FEISHU_DECL void token_machine::on_busy(time_point now) {
    auto const previous = claim_->previous();
    auto const limit = (std::min)(deadline_, fetch_deadline_);
    if (now < limit && previous.value.empty()) {
        look_again_at_ = (std::min)(limit, saturating_deadline(now, shared_token::poll_interval));
        return look_in_store();
    }
    claim_->report(token_timeout(), now);
    finish(now < previous.expires ? result<auth::token_text>(previous.value) : token_timeout());
}

// A token of an app may be fetched by several. A refresh token that another process may have used is not used again.
FEISHU_DECL void token_machine::on_broken_store(time_point now) {
    if (fetch_) {
        fetch_->on_call(shared_->why(), now);
        state_ = state::fetching;
        return;
    }
    log_line(config_, log_level::warning,
             "the store has no token, so this client fetches it: " + shared_->why().to_string());
    start_fetch(now);
}

FEISHU_DECL void token_machine::publish(std::string value, std::chrono::milliseconds lifetime) {
    has_lease_ = false;
    publish_ = true;
    shared_->publish(std::move(value), lifetime);
}

// Before the callback for new tokens, which may fail: the refresh token has been used.
FEISHU_DECL void token_machine::publish_refreshed() {
    auto const tokens = source_->grant->tokens();
    bool const refreshed = hash_of_secret(tokens.refresh_token) != shared_refresh_; // else it can be used again
    constexpr std::chrono::milliseconds least = std::chrono::hours(1);
    auto const last = (std::max)(tokens.access_expires, tokens.refresh_expires);
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(last - source_->grant->now());
    publish(refreshed ? write_user_tokens(tokens) : std::string(), (std::max)(left, least));
}

// --- fetching

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
        if (!fetch_->refresh_token_hash().empty() && !has_lease_) {
            shared_refresh_ = fetch_->refresh_token_hash();
            shared_ = shared_token::make_for_refresh(config_, *source_, shared_refresh_);
            look_in_store();
            break;
        }
        if (auto const left = time_left(fetch_deadline_, now); left.count() > 0) {
            attempt_ = std::make_unique<exchange_attempt>(config_, fetch_->call());
            return attempt_->start(left);
        }
        fetch_->on_call(token_timeout(), now);
        break;
    case token_fetch::step::refreshed: fetch_->use_refreshed(now); break;
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
    if (has_lease_ && source_->kind == token_kind::user)
        return publish_refreshed();
    fetch_->use_refreshed(now);
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
    if (has_lease_)
        publish(outcome ? std::string(outcome->value.view()) : std::string(),
                outcome ? time_left(outcome->expires, now) : std::chrono::milliseconds());
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
