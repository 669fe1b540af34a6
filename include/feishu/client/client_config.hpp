#pragma once
// client_config: the settings of a client, and call_options: those of one call.
//
//     feishu::client client{{.app_id = "cli_…", .app_secret = "…", .timeout = std::chrono::seconds(10)}};

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/auth/app_tickets.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/http/transport.hpp>

namespace feishu {

/// The settings of a client. Everything but the app's credentials has a default.
///
/// Durations may be anything: zero and less are over at once, milliseconds::max() never ends.
/// Thread safety: `transport`, `clock`, `app_tickets` and `log` are used by all threads that call. Lifetimes: the
/// client keeps its own copy.
struct client_config {
    feishu::app_id app_id{};                         ///< of the developer console
    std::string app_secret{};                        ///< of the developer console; never shown in errors or logs
    feishu::app_type app_type = feishu::app_type::custom; ///< store: act by `client.for_tenant(tenant_key)`
    std::shared_ptr<auth::app_tickets> app_tickets{};     ///< store apps: shared with the event dispatcher
    std::string base_url = "https://open.feishu.cn"; ///< Lark: https://open.larksuite.com; tests: the emulator's
    std::string accounts_url{}; ///< for login and device authorization; empty: accounts.X for a base_url of open.X,
                                ///< base_url itself for any other, such as the emulator's
    std::string ca_file{};                           ///< PEM file of trusted CAs instead of the system's
    std::string ca_pem{};                            ///< the same as text
    std::string proxy{};                             ///< "http://user:password@host:port"; none when empty
    std::string user_agent{};                        ///< appended to "feishu-cpp/VERSION" in User-Agent: "my-bot/2.1"
    std::chrono::milliseconds timeout{30'000};       ///< of one call with all it needs, fetching a token included
    std::chrono::milliseconds connect_timeout{5'000};  ///< DNS, TCP, proxy and TLS, within the above
    std::uint64_t max_response_bytes = 64u << 20;      ///< a longer response is an error
    std::shared_ptr<feishu::http::transport> transport{}; ///< instead of the built-in one
    std::shared_ptr<feishu::clock> clock{};               ///< instead of the system's monotonic clock
    /// One line for each thing worth a note that is not an error: what tolerant reading of a response skipped. Never
    /// tokens or secrets, never message text. Off when empty. Called on the thread that reads the response; what it
    /// throws is dropped.
    std::function<void(std::string_view line)> log{};
};

/// Settings of one call.
struct call_options {
    std::optional<std::chrono::milliseconds> timeout{}; ///< instead of client_config::timeout
};

/// A user's access token, for `client.as(user_token{"u-…"})`.
struct user_token {
    std::string value;
};

} // namespace feishu
