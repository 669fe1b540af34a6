#pragma once
// token_fetch: the requests that fetch a token, and the interpretation of their responses. token_machine, or
// a test, performs them.

#include <string>
#include <variant>

#include <feishu/api/auth/v3/app_access_token.hpp>
#include <feishu/api/auth/v3/app_ticket.hpp>
#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/client/impl/prepared_call.hpp>
#include <feishu/client/impl/token_source.hpp>

namespace feishu::detail {

/// The tokens in a response, with the expiry times of the grant's clock. Errors: kind decode if a lifetime is missing.
FEISHU_DECL result<auth::user_tokens> tokens_of(authen::v2::oauth::token::response received,
                                                auth::user_grant const& grant);

/// For a store app without a valid ticket, it requests one, at most every ten seconds, and fails: the ticket
/// arrives as an event.
class token_fetch {
public:
    enum class step {
        app_token, ///< get the token of `source().app_token`, then call `on_app_token`
        call,      ///< make `call()`, then call `on_call`
        refreshed, ///< let others find the grant's new tokens, then call `use_refreshed`
        done       ///< `outcome()` is final
    };

    /// Both arguments outlive the fetch.
    FEISHU_DECL token_fetch(client_config const& config, token_source& source, clock::time_point now);
    token_fetch(token_fetch const&) = delete;
    token_fetch& operator=(token_fetch const&) = delete;

    step next() const { return step_; }

    FEISHU_DECL void on_app_token(result<auth::token_text> token);
    /// `called` may be an error without a response.
    FEISHU_DECL void on_call(result<void> called, clock::time_point now);
    /// The user's callback for new tokens is called here. Does nothing in other steps.
    FEISHU_DECL void use_refreshed(clock::time_point now);

    /// A user's tokens that another process has refreshed, instead of `call`. The callback is called here, too.
    FEISHU_DECL void on_refreshed_elsewhere(auth::user_tokens tokens, clock::time_point now);

    prepared_call& call() { return call_; }
    /// Of the refresh token that `call` uses up; empty for other calls, and without a store.
    std::string const& refresh_token_hash() const { return refresh_token_hash_; }
    /// The token, or an error: of kind auth if the platform refused the credentials.
    result<auth::access_token> const& outcome() const { return outcome_; }

private:
    using custom_token = auth::v3::tenant_access_token::internal;
    using app_token = auth::v3::app_access_token::create;
    using tenant_token = auth::v3::tenant_access_token::create;
    using resend = auth::v3::app_ticket::resend;
    using user_token = authen::v2::oauth::token;

    FEISHU_DECL void start(clock::time_point now);
    FEISHU_DECL void request_ticket(error why, clock::time_point now);
    FEISHU_DECL void refused(error why, clock::time_point now);
    FEISHU_DECL void follow(result<auth::user_grant::step> next, clock::time_point now);
    FEISHU_DECL void on_refreshed(clock::time_point now);
    FEISHU_DECL void succeed(clock::time_point now);
    FEISHU_DECL void keep(std::string const& value, int seconds, std::string_view member,
                          clock::time_point now);
    FEISHU_DECL void fail(error why);
    template <class E>
    void make(E const& request);

    client_config const& config_;
    token_source& source_;
    step step_ = step::call;
    prepared_call call_{};
    std::variant<custom_token::response, app_token::response, tenant_token::response, resend::response,
                 user_token::response>
        response_{};
    std::string used_{};     // ticket or app token of the last call
    std::string refresh_token_hash_{};
    error ticket_missing_{}; // the outcome once a ticket has been requested
    bool app_token_was_refused_ = false;
    result<auth::access_token> outcome_ = auth::access_token{};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/token_fetch.ipp>
#endif
