#pragma once
// User authorization, OAuth 2.0 with PKCE: a login in the browser or with a device code, and calls with tokens that
// are refreshed.
//
//     auto login = feishu::oauth::loopback_login(client, {.scopes = {"im:message"}}).value();
//     client.as(login.user()).call(im::chat::list{}).value();
//
// A web application redirects the browser itself: authorize_url, then exchange_code. With separate compilation, this
// header includes neither Beast nor Asio nor OpenSSL.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/auth/user_tokens.hpp>
#include <feishu/client.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::oauth {

using auth::user_tokens;

/// How the tokens of a user are kept.
struct user_options {
    /// Stores new tokens; called before they are used, with those of a login too, on the thread that received them,
    /// one call at a time. If it throws, they are not used: calls fail with kind auth, field "on_tokens", or go on
    /// with the previous access token while it is valid; later calls call it again with the same tokens. With
    /// client_config::store, tokens of a refresh are in the store before, so that they survive a crash in here.
    std::function<void(user_tokens const&)> on_tokens{};
    /// The time that expiry times refer to; the system clock if empty.
    std::function<std::chrono::system_clock::time_point()> now{};
};

/// A user whose access token is refreshed before it expires, and when the platform refuses it.
///
///     feishu::oauth::user ann{load_tokens(), {.on_tokens = save_tokens}};
///     client.as(ann).call(im::chat::list{}).value();
///
/// A refresh token can be used once, so one call refreshes while the others wait, or go on with the previous token;
/// this call takes ten seconds for it even if its timeout is shorter. Its cancellation ends the call, but not the
/// refresh. If the response is lost, the refresh is retried.
/// Thread safety: any number of threads at once.
/// Lifetimes: a value whose copies share the tokens; clients keep them. Use it with clients of one app; one object for
/// one user, because two would use up each other's refresh tokens. Processes have one object each if their clients share
/// client_config::store: tokens that another process has refreshed are found there, and passed to on_tokens too.
/// Errors: calls fail with kind auth if the user must log in again, see login_required.
class user {
public:
    /// Tokens that have been stored already; see login for those of a new login.
    FEISHU_DECL explicit user(user_tokens tokens, user_options options = {});

    /// The current tokens.
    FEISHU_DECL user_tokens tokens() const;
    /// Replaces the tokens, after another login or if another process has refreshed them. They are taken as stored.
    FEISHU_DECL void replace(user_tokens tokens);

private:
    friend class feishu::client;
    friend class login;

    std::shared_ptr<feishu::detail::token_source> source_;
};

/// True for an error of a call as a user that only a new login of the user resolves: the refresh token is missing,
/// expired, revoked or used up.
FEISHU_DECL bool login_required(error const& why);

/// What a login yields.
///
/// Thread safety: that of user.
class login {
public:
    /// Calls on_tokens, whose failure is `stored()`.
    FEISHU_DECL login(user_tokens tokens, user_options options);

    /// For client::as.
    oauth::user const& user() const { return user_; }
    /// The tokens received.
    user_tokens tokens() const { return user_.tokens(); }
    /// Whether on_tokens has stored the tokens. If not, the first call calls it again.
    result<void> const& stored() const { return stored_; }

private:
    oauth::user user_;
    result<void> stored_;
};

/// Ends a login that is waiting: `cancel` on any thread.
///
/// Lifetimes: a value whose copies cancel the same logins.
class canceler {
public:
    FEISHU_DECL canceler();
    /// Ends the logins that have a copy, also those that start later, with error_kind::canceled.
    FEISHU_DECL void cancel() const;

    struct state;
    /// For the library.
    std::shared_ptr<state> const& shared() const { return state_; }

private:
    std::shared_ptr<state> state_;
};

// --- Web applications

/// What the user is asked for.
struct authorization_request {
    std::string redirect_uri{};        ///< http or https; configured in the developer console
    std::vector<std::string> scopes{}; ///< at most 50
    bool offline_access = true;        ///< adds the scope offline_access, which yields a refresh token
    bool ask_again = false;            ///< shows the page even if the user has authorized the app before
};

/// An authorization in progress. Keep it on the server until the redirect: state and code_verifier are secrets.
struct authorization {
    std::string url{};           ///< for the browser
    std::string state{};         ///< random; the redirect must have it
    std::string code_verifier{}; ///< PKCE, for the token request
    std::string redirect_uri{};
};

/// The URL of the platform's login page, with a random state and a PKCE challenge (S256).
///
///     auto const begun = feishu::oauth::authorize_url(client, {.redirect_uri = "https://example.com/callback"}).value();
///
/// Thread safety: any number of threads at once.
/// Errors: kind validation. Throws std::runtime_error if OpenSSL cannot generate random bytes.
/// https://open.feishu.cn/document/common-capabilities/sso/api/obtain-oauth-code
FEISHU_DECL result<authorization> authorize_url(client const& client, authorization_request const& request);

/// The authorization code in the URL, or in its path and query, that the browser was redirected to. The state is
/// compared in constant time.
///
/// Errors: kind auth if the state is not that of the authorization, or if the user has denied it (field "error",
/// message access_denied); kind validation if the query is malformed.
FEISHU_DECL result<std::string> code_of(authorization const& begun, std::string_view redirected_to);

/// The request for a code's tokens, for coroutines: `co_await client.async_call(request)`, then tokens_of.
FEISHU_DECL authen::v2::oauth::token code_request(client const& client, authorization const& begun, std::string code);

/// The tokens in the response of a token request. Errors: kind decode if it lacks a lifetime.
FEISHU_DECL result<user_tokens> tokens_of(authen::v2::oauth::token::response received, user_options const& options = {});

/// Exchanges the code of a redirect for tokens: code_of, code_request and tokens_of. Blocks.
///
/// Errors: as these, and those of a call: errc::oauth_code_expired, oauth_code_used, oauth_pkce_failed and others.
FEISHU_DECL result<login> exchange_code(client const& client, authorization const& begun, std::string_view redirected_to,
                                        user_options options = {});

// --- Programs on a desktop

/// The settings of loopback_login.
struct loopback_options {
    std::vector<std::string> scopes{};
    bool offline_access = true;     ///< adds the scope offline_access, which yields a refresh token
    /// Of http://127.0.0.1:port/path, which must be configured in the developer console as a redirect URL. 0 selects
    /// a free one, for the emulator.
    std::uint16_t port = 0;
    std::string path = "/callback";
    /// Receives the URL of the login page; if empty, it is written to the standard output. May throw.
    std::function<void(std::string const& url)> on_url{};
    bool open_browser = false;      ///< also opens it with the system's browser
    std::chrono::milliseconds timeout = std::chrono::minutes(5); ///< for the user
    oauth::canceler canceler{};
    user_options tokens{};
};

/// Logs a user in with the browser of this machine: listens on 127.0.0.1, waits for the browser to be redirected there,
/// and exchanges the code (RFC 8252). Blocks.
///
///     auto login = feishu::oauth::loopback_login(client, {.scopes = {"im:message"}, .port = 8765}).value();
///
/// Other requests, with other paths, methods or states, are refused and do not end the wait.
/// Thread safety: any number of threads at once.
/// Cancellation: by the timeout and by `canceler`.
/// Errors: those of authorize_url and exchange_code; kind auth with message access_denied if the user refuses;
/// kind transport if the port is not available; timeout; canceled. What on_url throws.
FEISHU_DECL result<login> loopback_login(client const& client, loopback_options options = {});

// --- Programs without a browser

/// What the user needs to authorize a device.
struct device_prompt {
    std::string user_code{};                 ///< to be entered at verification_uri
    std::string verification_uri{};
    std::string verification_uri_complete{}; ///< with the code in it, for a link or a QR code
    std::chrono::seconds expires_in{};
};

/// The settings of device_login.
struct device_options {
    std::vector<std::string> scopes{};
    bool offline_access = true; ///< adds the scope offline_access, which yields a refresh token
    /// Shows the user where to go; if empty, it is written to the standard output. May throw.
    std::function<void(device_prompt const&)> on_prompt{};
    oauth::canceler canceler{};
    user_options tokens{};
};

/// Logs a user in with a browser on another device (RFC 8628): shows a code and polls until the user has entered it.
/// Blocks. The platform does not document it; its official tools use it.
///
/// Cancellation: by `canceler`; ends when the code expires.
/// Errors: kind auth if the user refuses (message access_denied), timeout if the code expires, canceled; those of a
/// call. What on_prompt throws.
FEISHU_DECL result<login> device_login(client const& client, device_options options = {});

} // namespace feishu::oauth

namespace feishu {

inline caller<token::user> client::as(oauth::user const& who) const {
    return {core_, {.kind = token::user, .user = who.source_}};
}

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/oauth.ipp>
#endif
