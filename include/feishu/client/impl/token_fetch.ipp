#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/auth/app_tickets.hpp>
#include <feishu/client/impl/shared_token.hpp>
#include <feishu/client/impl/token_fetch.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/validate.hpp>

namespace feishu::detail {

// Minimum time between two requests for a ticket.
inline constexpr std::chrono::seconds ticket_request_pause{10};

inline result<void> check_credentials(client_config const& config, token_kind kind) {
    violations missing;
    if (config.app_id.empty())
        missing.add("app_id", "must not be empty: set client_config::app_id");
    else if (config.app_secret.empty())
        missing.add("app_secret", "must not be empty: set client_config::app_secret");
    else if ((kind == token_kind::store_app || kind == token_kind::tenant) && !config.app_tickets)
        missing.add(
            "app_tickets",
            "must be set for a store app: share client_config::app_tickets with its event dispatcher");
    if (missing.empty())
        return {};
    using namespace auth::v3;
    auto const endpoint = kind == token_kind::custom ? tenant_access_token::internal::spec.id
                          : kind == token_kind::user ? authen::v2::oauth::token::spec.id
                                                     : app_access_token::create::spec.id;
    return validation_error(endpoint, std::move(missing));
}

inline error no_ticket() {
    error e;
    e.kind = error_kind::auth;
    e.endpoint = auth::v3::app_access_token::create::spec.id;
    e.message = "no app_ticket has been received yet";
    return e;
}

// The platform has one code for both; only its text distinguishes them.
inline void name_wrong_credential(error& e) {
    if (e.symbol() != errc::app_secret_invalid)
        return;
    if (e.message.find("secret") != std::string::npos) {
        e.field = "app_secret";
        e.message += ": check client_config::app_secret";
    } else if (e.message.find("app id") != std::string::npos ||
               e.message.find("app_id") != std::string::npos) {
        e.field = "app_id";
        e.message += ": check client_config::app_id and base_url";
    }
}

FEISHU_DECL result<auth::user_tokens> tokens_of(authen::v2::oauth::token::response received,
                                           auth::user_grant const& grant) {
    if (received.expires_in <= 0) {
        error e;
        e.kind = error_kind::decode;
        e.endpoint = authen::v2::oauth::token::spec.id;
        e.field = "expires_in";
        e.message = "the response reports success but lacks a valid expires_in";
        return e;
    }
    return auth::user_tokens{.access_token = std::move(received.access_token),
                             .access_expires = grant.expiry(received.expires_in),
                             .refresh_token = std::move(received.refresh_token),
                             .refresh_expires = grant.expiry(received.refresh_token_expires_in),
                             .scope = std::move(received.scope)};
}

FEISHU_DECL token_fetch::token_fetch(client_config const& config, token_source& source, clock::time_point now)
    : config_(config), source_(source) {
    if (auto valid = check_credentials(config, source.kind); !valid)
        fail(std::move(valid).error());
    else
        start(now);
}

FEISHU_DECL void token_fetch::start(clock::time_point now) {
    switch (source_.kind) {
    case token_kind::custom:
        make(custom_token{.app_id = config_.app_id, .app_secret = config_.app_secret});
        break;
    case token_kind::store_app:
        used_ = config_.app_tickets->get(config_.app_id);
        if (used_.empty())
            request_ticket(no_ticket(), now);
        else
            make(app_token{.app_id = config_.app_id, .app_secret = config_.app_secret, .app_ticket = used_});
        break;
    case token_kind::tenant: step_ = step::app_token; break;
    case token_kind::user: follow(source_.grant->next(), now); break;
    }
}

FEISHU_DECL void token_fetch::on_app_token(result<auth::token_text> token) {
    if (!token)
        return fail(std::move(token).error());
    used_ = token->view();
    make(tenant_token{.app_access_token = used_, .tenant_key = source_.tenant});
}

FEISHU_DECL void token_fetch::on_call(result<void> called, clock::time_point now) {
    if (std::holds_alternative<resend::response>(response_)) {
        if (called)
            source_.next_ticket_request = saturating_deadline(now, ticket_request_pause);
        fail(called ? std::move(ticket_missing_) : std::move(called).error());
    } else if (called) {
        succeed(now);
    } else {
        refused(std::move(called).error(), now);
    }
}

FEISHU_DECL void token_fetch::refused(error why, clock::time_point now) {
    if (source_.kind == token_kind::user)
        return fail(source_.grant->failed(std::move(why)));
    if (source_.kind == token_kind::store_app && why.symbol() == errc::app_ticket_invalid) {
        config_.app_tickets->refuse(config_.app_id, used_);
        return request_ticket(std::move(why), now);
    }
    if (source_.kind == token_kind::tenant && why.symbol() == errc::app_token_invalid &&
        !std::exchange(app_token_was_refused_, true)) {
        source_.app_token->cache.refuse(used_);
        step_ = step::app_token;
        return;
    }
    name_wrong_credential(why);
    fail(std::move(why));
}

// An access token that can be used, or the request that refreshes it.
FEISHU_DECL void token_fetch::follow(result<auth::user_grant::step> next, clock::time_point now) {
    if (!next)
        return fail(std::move(next).error());
    if (next->access) {
        outcome_ = auth::access_token{next->access->value, saturating_deadline(now, next->access->lifetime)};
        step_ = step::done;
        return;
    }
    if (config_.store)
        refresh_token_hash_ = hash_of_secret(next->refresh_token);
    make(user_token{.grant_type = authen::v2::grant_type::refresh_token,
                    .client_id = config_.app_id,
                    .client_secret = config_.app_secret,
                    .refresh_token = std::move(next->refresh_token)});
}

FEISHU_DECL void token_fetch::on_refreshed_elsewhere(auth::user_tokens tokens, clock::time_point now) {
    source_.grant->refreshed(std::move(tokens));
    follow(source_.grant->next(), now);
}

FEISHU_DECL void token_fetch::on_refreshed(clock::time_point now) {
    auto& received = std::get<user_token::response>(response_);
    auto tokens = tokens_of(std::move(received), *source_.grant);
    if (!tokens)
        return refused(std::move(tokens).error(), now);
    source_.grant->refreshed(std::move(*tokens));
    step_ = step::refreshed;
}

FEISHU_DECL void token_fetch::use_refreshed(clock::time_point now) {
    if (step_ == step::refreshed)
        follow(source_.grant->next(), now);
}

FEISHU_DECL void token_fetch::request_ticket(error why, clock::time_point now) {
    why.message +=
        "; a new app_ticket was requested from the platform: try again once its event has been received";
    if (now < source_.next_ticket_request.load())
        return fail(std::move(why));
    ticket_missing_ = std::move(why);
    make(resend{.app_id = config_.app_id, .app_secret = config_.app_secret});
}

FEISHU_DECL void token_fetch::succeed(clock::time_point now) {
    if (std::holds_alternative<user_token::response>(response_))
        on_refreshed(now);
    else if (auto const* own = std::get_if<app_token::response>(&response_))
        keep(own->app_access_token, own->expire, "app_access_token", now);
    else if (auto const* in_tenant = std::get_if<tenant_token::response>(&response_))
        keep(in_tenant->tenant_access_token, in_tenant->expire, "tenant_access_token", now);
    else if (auto const* custom = std::get_if<custom_token::response>(&response_))
        keep(custom->tenant_access_token, custom->expire, "tenant_access_token", now);
}

FEISHU_DECL void token_fetch::keep(std::string const& value, int seconds, std::string_view member,
                                   clock::time_point now) {
    step_ = step::done;
    outcome_ = auth::access_token{value, saturating_deadline(now, std::chrono::seconds(seconds))};
    if (!value.empty() && seconds > 0)
        return;
    error e;
    e.kind = error_kind::decode;
    e.endpoint = call_.spec->id;
    e.field = value.empty() ? member : "expire";
    e.message = "the response reports success but lacks a valid " + e.field;
    fail(std::move(e));
}

FEISHU_DECL void token_fetch::fail(error why) {
    if (why.kind == error_kind::api)
        why.kind = error_kind::auth;
    why.may_have_executed = false; // the call that needs the token was not sent
    why.may_duplicate = false;
    outcome_ = std::move(why);
    step_ = step::done;
}

template <class E>
void token_fetch::make(E const& request) {
    if (auto valid = validate(request); !valid)
        return fail(std::move(valid).error());
    call_ = prepare_call(call_table_of<E>, {.request = &request}, &response_.emplace<typename E::response>(),
                         {.kind = token::none}, {})
                .value();
    step_ = step::call;
}

} // namespace feishu::detail
