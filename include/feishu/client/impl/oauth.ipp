#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <optional>
#include <utility>

#ifndef _WIN32
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#endif

#include <feishu/api/oauth/v1/device_authorization.hpp>
#include <feishu/client/impl/authorization.hpp>
#include <feishu/client/impl/device_machine.hpp>
#include <feishu/client/impl/token_fetch.hpp>
#include <feishu/client/impl/token_source.hpp>
#include <feishu/client/oauth.hpp>
#include <feishu/http/impl/server.hpp>
#include <feishu/http/target.hpp>
#include <feishu/http/url.hpp>

namespace feishu::oauth {

FEISHU_DECL user::user(user_tokens tokens, user_options options)
    : source_(std::make_shared<feishu::detail::token_source>(std::make_unique<auth::user_grant>(
          std::move(tokens), std::move(options.on_tokens), std::move(options.now)))) {}

FEISHU_DECL user_tokens user::tokens() const { return source_->grant->tokens(); }

FEISHU_DECL void user::replace(user_tokens tokens) {
    auto const previous = source_->grant->tokens().access_token;
    source_->grant->replace(std::move(tokens));
    source_->cache.refuse(previous);
}

FEISHU_DECL bool login_required(error const& why) {
    return why.kind == error_kind::auth && (why.field == "refresh_token" || auth::ends_grant(why));
}

FEISHU_DECL login::login(user_tokens tokens, user_options options) : user_({}, std::move(options)) {
    user_.source_->grant->receive(std::move(tokens));
    stored_ = user_.source_->grant->store();
}

// --- canceler

struct canceler::state {
    std::mutex mutex;
    std::condition_variable changed;
    bool canceled = false;
};

FEISHU_DECL canceler::canceler() : state_(std::make_shared<state>()) {}

FEISHU_DECL void canceler::cancel() const {
    std::lock_guard const lock(state_->mutex);
    state_->canceled = true;
    state_->changed.notify_all();
}

namespace detail {

inline error ended(error_kind kind, std::string message) {
    auto e = auth_error("", std::move(message));
    e.kind = kind;
    return e;
}

// The clock may be one that a test moves, which does not end a wait.
inline constexpr std::chrono::milliseconds clock_check{50};

// Waits until `done`, at most until `limit`. Errors: canceled, timeout.
template <class Done>
result<void> wait(canceler::state& shared, clock const& time, clock::time_point limit, Done done) {
    std::unique_lock lock(shared.mutex);
    for (;;) {
        if (done())
            return {};
        if (shared.canceled)
            return ended(error_kind::canceled, "the login was canceled");
        auto const left = feishu::detail::time_left(limit, time.now());
        if (left.count() == 0)
            return ended(error_kind::timeout, "the user has not logged in within the timeout");
        shared.changed.wait_for(lock, (std::min)(left, clock_check));
    }
}

} // namespace detail

// --- code

FEISHU_DECL result<authorization> authorize_url(client const& client, authorization_request const& request) {
    auto const app = client.connection_settings();
    std::string_view const id = detail::authorize_page::spec.id;
    if (app.app_id.empty())
        return detail::invalid(id, "app_id", "must not be empty: set client_config::app_id");
    if (!detail::is_redirect_uri(request.redirect_uri))
        return detail::invalid(id, "redirect_uri", "must be an absolute http or https URL");
    auto scope = detail::scope_parameter(id, request.scopes, request.offline_access);
    if (!scope)
        return std::move(scope).error();
    auto const& network = app.network;
    auto host = http::parse_base_url(network.accounts_url.empty() ? network.base_url : network.accounts_url);
    if (!host)
        return std::move(host).error();
    if (network.accounts_url.empty())
        *host = http::accounts_url_of(std::move(*host));
    authorization out{.state = detail::random_secret(),
                      .code_verifier = detail::random_secret(),
                      .redirect_uri = request.redirect_uri};
    detail::authorize_page page{.client_id = app.app_id, .redirect_uri = request.redirect_uri};
    if (!scope->empty())
        page.scope = *scope;
    page.state = out.state;
    page.code_challenge = detail::pkce_challenge(out.code_verifier);
    page.code_challenge_method = authen::v1::code_challenge_method::S256;
    if (request.ask_again)
        page.prompt = "consent";
    out.url = (host->tls ? "https://" : "http://") + host->host_header() + http::target_of(page);
    return out;
}

FEISHU_DECL result<std::string> code_of(authorization const& begun, std::string_view redirected_to) {
    return detail::code_in(redirected_to, begun.state);
}

FEISHU_DECL authen::v2::oauth::token code_request(client const& client, authorization const& begun, std::string code) {
    auto const app = client.connection_settings();
    return {.grant_type = authen::v2::grant_type::authorization_code,
            .client_id = app.app_id,
            .client_secret = app.app_secret,
            .code = std::move(code),
            .redirect_uri = begun.redirect_uri,
            .code_verifier = begun.code_verifier};
}

FEISHU_DECL result<user_tokens> tokens_of(authen::v2::oauth::token::response received, user_options const& options) {
    return feishu::detail::tokens_of(std::move(received), auth::user_grant({}, {}, options.now));
}

namespace detail {

inline result<login> exchange(client const& client, authorization const& begun, std::string code, user_options options) {
    auto received = client.call(code_request(client, begun, std::move(code)));
    if (!received)
        return std::move(received).error();
    auto tokens = tokens_of(std::move(*received), options);
    if (!tokens)
        return std::move(tokens).error();
    return login(std::move(*tokens), std::move(options));
}

} // namespace detail

FEISHU_DECL result<login> exchange_code(client const& client, authorization const& begun, std::string_view redirected_to,
                                        user_options options) {
    auto code = code_of(begun, redirected_to);
    if (!code)
        return std::move(code).error();
    return detail::exchange(client, begun, std::move(*code), std::move(options));
}

// --- loopback

namespace detail {

// Serves the redirect; the gate is guarded by the mutex of the canceler.
class redirect_service final : public http::detail::service {
public:
    explicit redirect_service(canceler::state& shared) : shared_(shared) {}

    std::optional<redirect_gate> gate{}; ///< set before requests are served

    boost::asio::awaitable<http::detail::served_response> respond(http::detail::served_request request) override {
        std::lock_guard const lock(shared_.mutex);
        auto const page = gate->on_request(std::string_view(request.method_string()), std::string_view(request.target()));
        shared_.changed.notify_all();
        co_return http::detail::make_response(page.status,
                                              {{"Content-Type", "text/plain; charset=utf-8"},
                                               {"Cache-Control", "no-store"},
                                               {"Referrer-Policy", "no-referrer"}},
                                              std::string(page.text));
    }

private:
    canceler::state& shared_;
};

// A connection that sends nothing, or slowly, is closed before others are kept waiting.
inline http::detail::server_params loopback_server(loopback_options const& options) {
    return {.port = options.port,
            .threads = 1,
            .max_connections = 256,
            .limits = {.header_bytes = 8u << 10,
                       .body_bytes = 1u << 10,
                       .idle_time = std::chrono::seconds(5),
                       .header_time = std::chrono::seconds(2),
                       .body_time = std::chrono::seconds(2)},
            .drain_time = std::chrono::seconds(1),
            .log = {}};
}

inline void open_browser([[maybe_unused]] std::string const& url) {
#ifndef _WIN32
#ifdef __APPLE__
    std::string program = "open";
#else
    std::string program = "xdg-open";
#endif
    auto address = url;
    char* arguments[] = {program.data(), address.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) == 0)
        std::thread([child] { waitpid(child, nullptr, 0); }).detach();
#endif
}

inline void show(loopback_options const& options, std::string const& url) {
    if (options.on_url)
        options.on_url(url);
    else
        std::cout << "Log in with your browser: " << url << std::endl;
    if (options.open_browser)
        open_browser(url);
}

inline result<login> run_loopback(client const& client, loopback_options options) {
    auto const app = client.connection_settings();
    auto& shared = *options.canceler.shared();
    redirect_service service(shared);
    http::detail::server server(loopback_server(options), service);
    auto const limit = feishu::detail::saturating_deadline(app.clock->now(), options.timeout);
    auto begun =
        authorize_url(client, {.redirect_uri = "http://127.0.0.1:" + std::to_string(server.port()) + options.path,
                               .scopes = options.scopes,
                               .offline_access = options.offline_access});
    if (!begun)
        return std::move(begun).error();
    service.gate.emplace(begun->state, options.path);
    server.start();
    show(options, begun->url);
    if (auto waited = wait(shared, *app.clock, limit, [&] { return service.gate->done(); }); !waited)
        return std::move(waited).error();
    server.stop();
    server.finish();
    auto code = service.gate->outcome();
    if (!code)
        return std::move(code).error();
    return exchange(client, *begun, std::move(*code), std::move(options.tokens));
}

} // namespace detail

FEISHU_DECL result<login> loopback_login(client const& client, loopback_options options) {
    if (!options.path.starts_with('/') || options.path.find_first_of("?# ") != options.path.npos)
        return detail::invalid(detail::authorize_page::spec.id, "path", "must begin with / and have no ?, # or space");
    try {
        return detail::run_loopback(client, std::move(options));
    } catch (exception const& e) { // the port is not available
        return e.error();
    }
}

// --- device code

namespace detail {

using device_start = v1::device_authorization::create;
using device_poll = authen::v2::oauth::device_token;

inline void show(device_options const& options, device_prompt const& prompt) {
    if (options.on_prompt)
        options.on_prompt(prompt);
    else
        std::cout << "Open " << prompt.verification_uri << " and enter the code " << prompt.user_code << std::endl;
}

inline authen::v2::oauth::token::response as_token(device_poll::response received) {
    authen::v2::oauth::token::response out;
    out.access_token = std::move(received.access_token);
    out.expires_in = received.expires_in;
    out.refresh_token = std::move(received.refresh_token);
    out.refresh_token_expires_in = received.refresh_token_expires_in;
    out.scope = std::move(received.scope);
    return out;
}

inline result<user_tokens> poll(client const& client, auth::app_connection const& app, device_machine machine,
                                std::string const& device_code, device_options const& options) {
    device_poll const request{.grant_type = authen::v2::device_grant_type::device_code,
                              .device_code = device_code,
                              .client_id = app.app_id,
                              .client_secret = app.app_secret};
    for (;;) {
        auto const at = machine.next();
        if (!at)
            return at.error();
        auto const waited = wait(*options.canceler.shared(), *app.clock, *at, [&] { return app.clock->now() >= *at; });
        if (!waited)
            return waited.error();
        auto received = client.call(request, {.retry = retry_policy::never()});
        if (received)
            return tokens_of(as_token(std::move(*received)), options.tokens);
        if (auto final = machine.on_failure(std::move(received).error(), app.clock->now()))
            return std::move(*final);
    }
}

} // namespace detail

FEISHU_DECL result<login> device_login(client const& client, device_options options) {
    auto scope = detail::scope_parameter(detail::device_start::spec.id, options.scopes, options.offline_access);
    if (!scope)
        return std::move(scope).error();
    auto const app = client.connection_settings();
    auto const started = client.call(detail::device_start{.client_id = app.app_id, .scope = std::move(*scope)});
    if (!started)
        return started.error();
    // Before on_prompt, which may take its time.
    detail::device_machine machine(started->interval, started->expires_in, app.clock->now());
    detail::show(options, {.user_code = started->user_code,
                           .verification_uri = started->verification_uri,
                           .verification_uri_complete = started->verification_uri_complete,
                           .expires_in = std::chrono::seconds(started->expires_in)});
    auto tokens = detail::poll(client, app, std::move(machine), started->device_code, options);
    if (!tokens)
        return std::move(tokens).error();
    return login(std::move(*tokens), std::move(options.tokens));
}

} // namespace feishu::oauth
