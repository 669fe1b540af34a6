#pragma once
// The parts of an authorization that need no I/O: PKCE (RFC 7636), scopes, the redirect.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::oauth::detail {

/// base64url without padding.
FEISHU_DECL std::string base64url(std::string_view bytes);
/// 43 characters of 32 random bytes from OpenSSL, which are not kept. Throws std::runtime_error.
FEISHU_DECL std::string random_secret();
/// The S256 challenge of a code verifier.
FEISHU_DECL std::string pkce_challenge(std::string_view verifier);
/// Scopes as a parameter. Errors: kind validation for an empty one, one with other characters than visible ASCII, a
/// duplicate, or more than 50.
FEISHU_DECL result<std::string> scope_parameter(std::string_view endpoint, std::vector<std::string> const& scopes,
                                                bool offline_access);

/// The code in a redirect; see oauth::code_of.
FEISHU_DECL result<std::string> code_in(std::string_view redirected_to, std::string_view state);

/// Decides about the requests to a loopback server: one redirect is accepted, everything else is refused.
class redirect_gate {
public:
    redirect_gate(std::string state, std::string path) : state_(std::move(state)), path_(std::move(path)) {}

    struct page {
        int status;
        std::string_view text;
    };
    /// The page for a request. `outcome` is set by the first one with the state of the authorization.
    FEISHU_DECL page on_request(std::string_view method, std::string_view target);

    bool done() const { return done_; }
    /// The code, or the error of the redirect.
    result<std::string> const& outcome() const { return outcome_; }

private:
    std::string const state_;
    std::string const path_;
    bool done_ = false;
    result<std::string> outcome_ = std::string();
};

} // namespace feishu::oauth::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/authorization.ipp>
#endif
