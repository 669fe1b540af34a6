#pragma once

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/client/impl/authorization.hpp>
#include <feishu/emulator/handlers/auth/v3/common.hpp>
#include <feishu/emulator/handlers/authen/v2/oauth.hpp>
#include <feishu/emulator/impl/logins/authorization_request.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/http/impl/equal_secrets.hpp>

namespace feishu::emulator {
namespace detail {

inline result<app const*> require_client(state& tenant, feishu::app_id const& id, std::string_view secret) {
    auto const* found = tenant.find_app(id);
    if (found == nullptr)
        return refuse(20048);
    if (!http::detail::equal_secrets(found->app_secret, secret))
        return refuse(20002);
    return found;
}

// The scopes of a token: those granted, or the subset that the request asks for.
inline result<std::optional<std::set<std::string>>>
scopes_of_token(app const& of, login_grant const& granted, std::optional<std::string> const& parameter) {
    auto asked = read_scopes(of, parameter.value_or(""));
    if (!asked || !*asked)
        return asked ? result<std::optional<std::set<std::string>>>(granted.scopes) : asked;
    if (granted.scopes && !std::ranges::includes(*granted.scopes, **asked))
        return refuse(20068);
    return asked;
}

// Tokens of a user. All token responses have these members.
template <class Response>
Response issue_tokens(state& tenant, login_grant const& granted,
                      std::optional<std::set<std::string>> scopes) {
    Response out;
    auto const access = tenant.user_token(granted.app, granted.user, scopes);
    out.access_token = access.value;
    out.expires_in = seconds_left(tenant, access);
    out.token_type = "Bearer";
    out.scope = scope_text(scopes);
    if (!scopes || !scopes->contains("offline_access"))
        return out;
    auto const lifetime = clock::limited(tenant.settings.refresh_token_lifetime);
    out.refresh_token = tenant.make_id("ur-");
    out.refresh_token_expires_in = static_cast<int>(
        (std::min<std::chrono::seconds::rep>)(std::chrono::floor<std::chrono::seconds>(lifetime).count(),
                                              (std::numeric_limits<int>::max)()));
    tenant.logins().refresh_tokens.add(out.refresh_token,
                                       {.grant = granted, .expires = tenant.now() + lifetime}, tenant.now());
    return out;
}

inline bool proves(std::string_view verifier, login_code const& code) {
    auto const shown = code.plain ? std::string(verifier) : oauth::detail::pkce_challenge(verifier);
    return code.challenge.empty() ||
           (!verifier.empty() && http::detail::equal_secrets(shown, code.challenge));
}

using token_request = authen::v2::oauth::token;

inline result<token_request::response> exchange_code(state& tenant, app const& client,
                                                     token_request const& request) {
    auto* code = tenant.logins().codes.find(request.code.value_or(""));
    if (code == nullptr)
        return refuse(20003);
    if (code->grant.app != client.app_id)
        return refuse(20024);
    if (code->used)
        return refuse(20065);
    if (code->expires <= tenant.now())
        return refuse(20004);
    if (request.redirect_uri && *request.redirect_uri != code->redirect_uri)
        return refuse(20071);
    if (!proves(request.code_verifier.value_or(""), *code))
        return refuse(20049);
    auto scopes = scopes_of_token(client, code->grant, request.scope);
    if (!scopes)
        return std::move(scopes).error();
    if (auto allowed = require_login(tenant, client, code->grant.user); !allowed)
        return std::move(allowed).error();
    code->used = true;
    return issue_tokens<token_request::response>(tenant, code->grant, std::move(*scopes));
}

inline result<token_request::response> refresh(state& tenant, app const& client,
                                               token_request const& request) {
    auto* token = tenant.logins().refresh_tokens.find(request.refresh_token.value_or(""));
    if (token == nullptr)
        return refuse(20026);
    if (token->grant.app != client.app_id)
        return refuse(20024);
    if (!client.refresh_user_tokens)
        return refuse(20074);
    if (token->status != refresh_status::valid)
        return refuse(token->status == refresh_status::used ? 20073 : 20064);
    if (token->expires <= tenant.now())
        return refuse(20037);
    auto scopes = scopes_of_token(client, token->grant, request.scope);
    if (!scopes)
        return std::move(scopes).error();
    auto const granted = token->grant;
    if (auto allowed = require_login(tenant, client, granted.user); !allowed)
        return std::move(allowed).error();
    token->status = refresh_status::used;
    return issue_tokens<token_request::response>(tenant, granted, std::move(*scopes));
}

// A poll may be early by what two requests differ in their way.
inline constexpr std::chrono::milliseconds poll_tolerance{500};

inline error poll_again(state const& tenant, login_device& device) {
    bool const early = tenant.now() + poll_tolerance < device.next_poll;
    if (early)
        device.interval += std::chrono::seconds(5);
    device.next_poll = tenant.now() + device.interval;
    return early ? refuse_oauth("slow_down", "polled before the interval had passed")
                 : refuse_oauth("authorization_pending", "the user has not decided yet");
}

} // namespace detail

FEISHU_DECL result<authen::v2::oauth::token::response> handle(state& tenant, caller const&,
                                                              authen::v2::oauth::token const& request) {
    auto const client = detail::require_client(tenant, request.client_id, *request.client_secret);
    if (!client)
        return client.error();
    return *request.grant_type == authen::v2::grant_type::authorization_code
               ? detail::exchange_code(tenant, **client, request)
               : detail::refresh(tenant, **client, request);
}

FEISHU_DECL result<authen::v2::oauth::device_token::response>
handle(state& tenant, caller const&, authen::v2::oauth::device_token const& request) {
    auto const client = detail::require_client(tenant, request.client_id, *request.client_secret);
    if (!client)
        return client.error();
    auto* device = tenant.logins().devices.find(*request.device_code);
    if (device == nullptr || device->grant.app != (*client)->app_id)
        return refuse_oauth("invalid_grant", "the device_code is invalid");
    if (device->status == detail::device_status::denied)
        return refuse_oauth("access_denied", "the user refused the authorization");
    if (device->expires <= tenant.now())
        return refuse_oauth("expired_token", "the device_code has expired");
    if (device->status == detail::device_status::pending)
        return detail::poll_again(tenant, *device);
    auto const granted = std::move(device->grant);
    tenant.logins().devices.remove(*request.device_code);
    return detail::issue_tokens<authen::v2::oauth::device_token::response>(tenant, granted, granted.scopes);
}

} // namespace feishu::emulator
