#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <feishu/api/authen/v1/authorize.hpp>
#include <feishu/client/impl/authorization.hpp>
#include <feishu/core/impl/base64.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/http/impl/equal_secrets.hpp>
#include <feishu/http/impl/percent.hpp>
#include <feishu/http/url.hpp>

namespace feishu::oauth {
namespace detail {

using authorize_page = authen::v1::authorize::get;

FEISHU_DECL std::string base64url(std::string_view bytes) {
    auto out = to_base64(bytes);
    out.resize(out.find_last_not_of('=') + 1);
    std::ranges::replace(out, '+', '-');
    std::ranges::replace(out, '/', '_');
    return out;
}

FEISHU_DECL std::string random_secret() {
    std::array<unsigned char, 32> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("OpenSSL has no random bytes");
    auto out = base64url({reinterpret_cast<char const*>(bytes.data()), bytes.size()});
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return out;
}

FEISHU_DECL std::string pkce_challenge(std::string_view verifier) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<unsigned char const*>(verifier.data()), verifier.size(), digest.data());
    return base64url({reinterpret_cast<char const*>(digest.data()), digest.size()});
}

inline error invalid(std::string_view endpoint, std::string_view field, std::string text) {
    violations found;
    found.add({.field = std::string(field), .rule = rule::other, .text = std::move(text)});
    return feishu::detail::validation_error(endpoint, std::move(found));
}

inline error auth_error(std::string_view field, std::string message) {
    error e;
    e.kind = error_kind::auth;
    e.endpoint = authorize_page::spec.id;
    e.field = field;
    e.message = std::move(message);
    e.may_have_executed = false;
    return e;
}

// RFC 6749, 3.3.
inline bool is_scope(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f && c != '"' && c != '\\'; });
}

FEISHU_DECL result<std::string> scope_parameter(std::string_view endpoint, std::vector<std::string> const& scopes,
                                                bool offline_access) {
    constexpr std::size_t most = 50;
    auto all = scopes;
    if (offline_access && std::ranges::find(all, "offline_access") == all.end())
        all.push_back("offline_access");
    if (all.size() > most)
        return invalid(endpoint, "scopes", "has more than 50 items");
    std::string out;
    for (auto one = all.begin(); one != all.end(); ++one) {
        if (!is_scope(*one))
            return invalid(endpoint, "scopes", "has an item that is empty or has spaces or other characters");
        if (std::find(all.begin(), one, *one) != one)
            return invalid(endpoint, "scopes", "has " + *one + " twice");
        out += (out.empty() ? "" : " ") + *one;
    }
    return out;
}

// An absolute URL of http or https without credentials; what follows the authority is the app's.
inline bool is_redirect_uri(std::string_view text) {
    if (std::ranges::any_of(text, [](char c) { return c <= 0x20 || c == 0x7f || c == '\\'; }))
        return false;
    auto const path = text.find("://") == text.npos ? text.npos : text.find_first_of("/?#", text.find("://") + 3);
    return http::parse_base_url(text.substr(0, path)).has_value();
}

inline std::string_view query_of(std::string_view target) {
    target = target.substr(0, target.find('#'));
    auto const mark = target.find('?');
    return mark == target.npos ? std::string_view() : target.substr(mark + 1);
}

// The value of a parameter; nothing if there is none, or more than one.
inline std::optional<std::string_view> find_one(http::query_pairs const& in, std::string_view name) {
    std::optional<std::string_view> out;
    for (auto const& [key, value] : in)
        if (key == name) {
            if (out)
                return std::nullopt;
            out = value;
        }
    return out;
}

// A code is sent on as it is, so that it must look like one.
inline bool is_code(std::string_view text) {
    constexpr std::size_t longest = 2048;
    return !text.empty() && text.size() <= longest &&
           std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

// The word of an error, without what could not be in one.
inline std::string error_word(std::string_view text) {
    constexpr std::size_t longest = 64;
    bool const valid = text.size() <= longest && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    return valid && !text.empty() ? std::string(text) : "an unknown error";
}

FEISHU_DECL redirect_gate::page redirect_gate::on_request(std::string_view method, std::string_view target) {
    if (target.substr(0, target.find_first_of("?#")) != path_)
        return {404, "Not found."};
    if (method != "GET")
        return {405, "Method not allowed."};
    if (done_)
        return {410, "This login has already ended."};
    auto code = code_in(target, state_);
    if (!code && code.error().field != "error")
        return {400, "This is not the login that the program has started."};
    outcome_ = std::move(code);
    done_ = true;
    return outcome_ ? page{200, "You are logged in. You can close this window."}
                    : page{200, "The login was refused. You can close this window."};
}

FEISHU_DECL result<std::string> code_in(std::string_view redirected_to, std::string_view state) {
    std::string_view const id = authorize_page::spec.id;
    http::query_pairs query;
    if (!http::parse_query(query_of(redirected_to), query))
        return invalid(id, "redirect", "has a malformed query");
    auto const returned = find_one(query, "state");
    if (state.empty() || !returned || !http::detail::equal_secrets(*returned, state))
        return auth_error("state", "the redirect does not have the state of this authorization");
    if (auto const refused = find_one(query, "error")) {
        auto const word = error_word(*refused);
        return auth_error("error", word == "access_denied" ? "access_denied: the user refused the authorization"
                                                           : "the authorization failed: " + word);
    }
    auto const code = find_one(query, "code");
    if (!code || !is_code(*code))
        return invalid(id, "redirect", "has no valid code");
    return std::string(*code);
}

} // namespace detail
} // namespace feishu::oauth
