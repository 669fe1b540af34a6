#pragma once

#include <utility>
#include <variant>

#include <feishu/client/impl/call_machine.hpp>
#include <feishu/core/impl/base64.hpp>
#include <feishu/core/impl/deadline.hpp>

namespace feishu::detail {

FEISHU_DECL call_machine::call_machine(client_config const& config, token_sources& tokens,
                                       prepared_call& call, time_point deadline, std::function<void()> notify)
    : config_(config), tokens_(tokens), call_(call), deadline_(deadline), notify_(std::move(notify)),
      state_(call.credentials.kind == token::tenant ? state::token : state::exchange) {
    auto& headers = call.request.headers;
    if (call.spec->basic_auth)
        headers.set("Authorization", "Basic ", to_base64(config.app_id.str() + ":" + config.app_secret));
    else if (call.credentials.kind == token::user)
        headers.set("Authorization", "Bearer ", call.credentials.user_token.view());
}

FEISHU_DECL call_action call_machine::next(time_point now) {
    for (;;) {
        std::optional<call_action> action;
        switch (state_) {
        case state::token: action = get_token(now); break;
        case state::exchange: action = send(now); break;
        case state::done: return actions::done{};
        }
        if (action)
            return *action;
    }
}

FEISHU_DECL std::optional<call_action> call_machine::get_token(time_point now) {
    if (!token_) {
        if (time_left(deadline_, now).count() == 0) {
            fail(error_kind::timeout, "no time was left for the call");
            return std::nullopt;
        }
        auto source = tokens_.source_for(call_.spec->id, call_.credentials.tenant);
        if (!source) {
            finish(std::move(source).error());
            return std::nullopt;
        }
        source_ = std::move(*source);
        token_.emplace(config_, source_, deadline_, notify_);
    }
    auto action = token_->next(now);
    if (!std::holds_alternative<actions::done>(action))
        return action;
    if (auto const& token = token_->token()) {
        bearer_ = *token;
        call_.request.headers.set("Authorization", "Bearer ", bearer_.view());
        state_ = state::exchange;
    } else {
        finish(token.error());
    }
    token_.reset();
    return std::nullopt;
}

FEISHU_DECL std::optional<call_action> call_machine::send(time_point now) {
    auto const left = time_left(deadline_, now);
    if (left.count() == 0) {
        fail(error_kind::timeout, "no time was left for the call");
        return std::nullopt;
    }
    attempt_.emplace(config_, call_);
    return attempt_->start(left);
}

FEISHU_DECL void call_machine::on_exchange(result<void> exchanged, time_point now) {
    if (state_ == state::done)
        return;
    if (token_)
        return token_->on_exchange(std::move(exchanged), now);
    auto outcome = attempt_->finish(std::move(exchanged));
    attempt_.reset();
    bool const refused = !outcome && call_.credentials.kind == token::tenant &&
                         outcome.error().symbol() == errc::tenant_token_invalid;
    if (refused && !std::exchange(token_was_refused_, true))
        return on_refused_token();
    if (refused) {
        auto e = std::move(outcome).error();
        e.kind = error_kind::auth;
        outcome = std::move(e);
    }
    finish(std::move(outcome));
}

// The token was revoked or expired early. The platform refuses it before executing anything, so one more
// attempt with a new token is safe for every endpoint.
FEISHU_DECL void call_machine::on_refused_token() {
    source_->cache.refuse(bearer_.view());
    state_ = state::token;
}

FEISHU_DECL void call_machine::cancel(time_point now) {
    if (state_ == state::done)
        return;
    if (token_)
        token_->cancel(now);
    bool const sent = attempt_.has_value();
    fail(error_kind::canceled, "the call was canceled", sent);
}

FEISHU_DECL void call_machine::finish(result<void> outcome) {
    outcome_ = std::move(outcome);
    state_ = state::done;
}

FEISHU_DECL void call_machine::fail(error_kind kind, std::string message, bool sent) {
    error e;
    e.kind = kind;
    e.endpoint = call_.spec->id;
    e.message = std::move(message);
    e.may_have_executed = sent;
    e.may_duplicate = sent && !call_.idempotent;
    finish(std::move(e));
}

} // namespace feishu::detail
