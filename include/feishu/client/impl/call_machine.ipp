#pragma once

#include <algorithm>

#include <feishu/client/impl/call_machine.hpp>

namespace feishu::detail {

FEISHU_DECL call_machine::call_machine(prepared_call& plan, clock::time_point deadline)
    : plan_(plan), deadline_(deadline), step_(plan.kind == token::tenant ? step::token : step::exchange) {
    if (plan.kind == token::user)
        authorize(plan.user_token);
}

FEISHU_DECL call_machine::step call_machine::next(clock::time_point now) {
    if (step_ == step::done)
        return step_;
    timeout_ = std::chrono::ceil<std::chrono::milliseconds>(deadline_ - now);
    if (timeout_.count() <= 0)
        fail(error_kind::timeout, "no time was left for the call");
    else if (step_ == step::exchange)
        answer_.emplace(*plan_.spec, plan_.target, *plan_.type);
    return step_;
}

FEISHU_DECL void call_machine::on_token(result<std::string> token) {
    if (token) {
        authorize(std::move(*token));
        step_ = step::exchange;
        return;
    }
    outcome_ = std::move(token).error();
    step_ = step::done;
}

FEISHU_DECL void call_machine::on_exchange(result<void> exchanged) {
    outcome_ = answer_->finish(std::move(exchanged));
    step_ = step::done;
    if (outcome_ || plan_.kind != token::tenant || outcome_.error().symbol() != errc::tenant_token_invalid)
        return;
    if (token_was_refused_) {
        auto e = outcome_.error();
        e.kind = error_kind::auth;
        outcome_ = std::move(e);
        return;
    }
    // A token that was revoked or that ended early: the platform refuses before it acts, so once more with a new one
    // is safe for every endpoint.
    token_was_refused_ = true;
    refused_ = token_;
    step_ = step::token;
}

FEISHU_DECL void call_machine::authorize(std::string token) {
    token_ = std::move(token);
    auto& headers = plan_.request.headers;
    std::erase_if(headers, [](http::header const& h) { return h.name == "Authorization"; });
    headers.push_back({"Authorization", "Bearer " + token_});
}

FEISHU_DECL void call_machine::fail(error_kind kind, std::string message) {
    error e;
    e.kind = kind;
    e.endpoint = plan_.spec->id;
    e.message = std::move(message);
    e.may_have_executed = false;
    outcome_ = std::move(e);
    step_ = step::done;
}

} // namespace feishu::detail
