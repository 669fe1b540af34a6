#pragma once

#include <chrono>
#include <utility>

#include <feishu/auth/app_tickets.hpp>
#include <feishu/client/impl/token_fetch.hpp>
#include <feishu/core/validate.hpp>

namespace feishu::detail {

// A ticket that was asked for is not asked for again so soon.
inline constexpr std::chrono::seconds ticket_patience{10};

inline result<void> check_credentials(client_config const& config, token_source::kind what) {
    violations missing;
    if (config.app_id.empty())
        missing.add("app_id", "must not be empty");
    else if (config.app_secret.empty())
        missing.add("app_secret", "must not be empty");
    else if (what != token_source::kind::custom && !config.app_tickets)
        missing.add("app_tickets", "must be set for a store app, and shared with its event dispatcher");
    if (missing.empty())
        return {};
    using namespace auth::v3;
    return validation_error(what == token_source::kind::custom ? tenant_access_token::internal::spec.id
                                                               : app_access_token::create::spec.id,
                            std::move(missing));
}

inline error no_ticket() {
    error e;
    e.kind = error_kind::auth;
    e.endpoint = auth::v3::app_access_token::create::spec.id;
    e.message = "no app_ticket has come yet";
    return e;
}

FEISHU_DECL token_fetch::token_fetch(client_config const& config, token_source& source, clock::time_point now)
    : config_(config), source_(source) {
    if (auto good = check_credentials(config, source.what); !good)
        fail(std::move(good).error());
    else
        start(now);
}

FEISHU_DECL void token_fetch::start(clock::time_point now) {
    switch (source_.what) {
    case token_source::kind::custom:
        call(custom_token{.app_id = config_.app_id, .app_secret = config_.app_secret});
        break;
    case token_source::kind::store_app:
        used_ = config_.app_tickets->get(config_.app_id);
        if (used_.empty())
            ask_for_ticket(no_ticket(), now);
        else
            call(app_token{.app_id = config_.app_id, .app_secret = config_.app_secret, .app_ticket = used_});
        break;
    case token_source::kind::tenant: step_ = step::app_token; break;
    }
}

FEISHU_DECL void token_fetch::on_app_token(result<std::string> token) {
    if (!token)
        return fail(std::move(token).error());
    used_ = std::move(*token);
    call(tenant_token{.app_access_token = used_, .tenant_key = source_.tenant});
}

FEISHU_DECL void token_fetch::on_call(result<void> called, clock::time_point now) {
    if (std::holds_alternative<resend::response>(response_)) {
        if (called)
            source_.ticket_asked = now;
        fail(called ? std::move(awaited_) : std::move(called).error());
    } else if (called) {
        succeed(now);
    } else {
        refused(std::move(called).error(), now);
    }
}

FEISHU_DECL void token_fetch::refused(error why, clock::time_point now) {
    if (source_.what == token_source::kind::store_app && why.symbol() == errc::app_ticket_invalid) {
        config_.app_tickets->refuse(config_.app_id, used_);
        return ask_for_ticket(std::move(why), now);
    }
    if (source_.what == token_source::kind::tenant && why.symbol() == errc::app_token_invalid &&
        !std::exchange(app_token_was_refused_, true)) {
        source_.app->cache.refuse(used_);
        step_ = step::app_token;
        return;
    }
    fail(std::move(why));
}

FEISHU_DECL void token_fetch::ask_for_ticket(error why, clock::time_point now) {
    why.message += "; the platform was asked for a new app_ticket: try again when that event has come";
    if (source_.ticket_asked && now - *source_.ticket_asked < ticket_patience)
        return fail(std::move(why));
    awaited_ = std::move(why);
    call(resend{.app_id = config_.app_id, .app_secret = config_.app_secret});
}

FEISHU_DECL void token_fetch::succeed(clock::time_point now) {
    auto const keep = [&](std::string const& value, int seconds) {
        step_ = step::done;
        outcome_ = auth::access_token{value, now + std::chrono::seconds(seconds)};
        if (!value.empty() && seconds > 0)
            return;
        error e;
        e.kind = error_kind::decode;
        e.endpoint = plan_.spec->id;
        e.message = "the answer has no token";
        fail(std::move(e));
    };
    if (auto const* own = std::get_if<app_token::response>(&response_))
        keep(own->app_access_token, own->expire);
    else if (auto const* in_tenant = std::get_if<tenant_token::response>(&response_))
        keep(in_tenant->tenant_access_token, in_tenant->expire);
    else if (auto const* custom = std::get_if<custom_token::response>(&response_))
        keep(custom->tenant_access_token, custom->expire);
}

FEISHU_DECL void token_fetch::fail(error why) {
    if (why.kind == error_kind::api)
        why.kind = error_kind::auth;
    why.may_have_executed = false; // the call that wanted the token was not sent
    outcome_ = std::move(why);
    step_ = step::done;
}

template <class E>
void token_fetch::call(E const& request) {
    if (auto valid = validate(request); !valid)
        return fail(std::move(valid).error());
    plan_ = prepare_call(request, response_.emplace<typename E::response>(), {});
    plan_.kind = token::none;
    step_ = step::call;
}

} // namespace feishu::detail
