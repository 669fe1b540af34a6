#pragma once
// feishu login: the tokens of a user, stored for later calls.

#include <cstdint>
#include <string>
#include <vector>

#include <feishu/client/oauth.hpp>

namespace cli {

/// How the user logs in.
struct login_settings {
    std::vector<std::string> scopes{};
    std::uint16_t port = 8765; ///< http://127.0.0.1:port/callback is a redirect URL of the app
    bool device = false;       ///< with a code, on another device
    bool open_browser = true;
};

/// Logs in and stores the tokens in `file`. Prompts go to the standard error. Errors: those of oauth.
feishu::result<void> login(feishu::client const& client, login_settings const& settings,
                           std::string const& file);

/// The user whose tokens are in `file`; refreshed tokens are stored there. Errors: usage_error.
feishu::oauth::user stored_user(std::string const& file);

} // namespace cli
