#pragma once
// user_tokens: the tokens of one user as a program stores them, between two runs for example.
//
//     feishu::auth::user_tokens const stored{.access_token = …, .access_expires = …, .refresh_token = …};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <string>

namespace feishu::auth {

/// A user's access token and the refresh token that renews it. Both are secrets.
///
/// Thread safety: that of a value.
struct user_tokens {
    std::string access_token{};  ///< user_access_token; may be empty if there is a refresh token
    std::chrono::sys_seconds access_expires{};
    std::string refresh_token{}; ///< single use; empty without the scope offline_access
    std::chrono::sys_seconds refresh_expires{}; ///< afterwards the user must log in again
    std::string scope{};         ///< granted scopes, separated by spaces

    friend bool operator==(user_tokens const&, user_tokens const&) = default;
};

} // namespace feishu::auth
