#pragma once
// Whose app the program is: credentials from the environment or from a file that only its owner can read.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/auth/user_tokens.hpp>
#include <feishu/client/client_config.hpp>

namespace cli {

/// A variable of the environment; empty if it is not set.
using environment = std::function<std::string(char const* name)>;

/// Credentials of an app, and where they come from.
struct profile {
    std::string name = "default";
    std::string app_id{};
    std::string app_secret{};
    std::string base_url = "https://open.feishu.cn";
    std::string ca_file{};
    std::string source{}; ///< "environment", or the path of the file
};

/// What the options of the command line choose.
struct profile_choice {
    std::string name{}; ///< of a profile in the file; empty: FEISHU_PROFILE, or "default"
    bool lark = false;  ///< open.larksuite.com instead of open.feishu.cn
};

/// The folder of this program's files: $FEISHU_CONFIG_DIR, $XDG_CONFIG_HOME/feishu or ~/.config/feishu.
std::string config_folder(environment const& variables);

/// FEISHU_APP_ID, FEISHU_APP_SECRET, FEISHU_BASE_URL and FEISHU_CA_FILE, or else the profile in credentials.json:
///
///     {"profiles": {"default": {"app_id": "cli_…", "app_secret": "…", "base_url": "https://open.feishu.cn"}}}
///
/// Errors: usage_error that says what to write where; also for a file with permissions beyond 0600.
profile find_profile(profile_choice const& choice, environment const& variables);

feishu::client_config config_of(profile const& app);

/// The file that holds the tokens of a profile's user.
std::string token_file(profile const& app, environment const& variables);
/// Writes the tokens, readable by their owner only. Errors: usage_error.
void save_tokens(std::string const& path, feishu::auth::user_tokens const& tokens);
/// Errors: usage_error if there is no such file, or its permissions are beyond 0600.
feishu::auth::user_tokens load_tokens(std::string const& path);

} // namespace cli
