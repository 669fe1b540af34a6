#pragma once
// client_config: the settings of a client, and call_options: those of one call.
//
//     feishu::client client{{.app_id = "cli_…", .app_secret = "…", .timeout = std::chrono::seconds(10)}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/auth/app_tickets.hpp>
#include <feishu/client/pacing.hpp>
#include <feishu/client/progress.hpp>
#include <feishu/client/retry.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/log.hpp>
#include <feishu/http/transport.hpp>

namespace feishu {

struct call_report;
class store;

/// The settings of a client. Everything but the app's credentials has a default.
///
/// Durations of zero or less expire at once; milliseconds::max() never expires.
/// Thread safety: `transport`, `store`, `clock`, `app_tickets`, `log` and `on_call` are used by all threads that call.
/// Lifetimes: the client keeps a copy.
struct client_config {
    feishu::app_id app_id{};  ///< from the developer console
    std::string app_secret{}; ///< from the developer console; never in errors or logs
    feishu::app_type app_type = feishu::app_type::custom; ///< for store: see client::for_tenant
    std::shared_ptr<auth::app_tickets> app_tickets{};     ///< store apps: shared with the event dispatcher
    std::string base_url = "https://open.feishu.cn";      ///< Lark: https://open.larksuite.com
    /// For login and device authorization. If empty, accounts.X for a base_url of open.X, else base_url
    /// itself.
    std::string accounts_url{};
    std::string ca_file{};                            ///< PEM file of trusted CAs instead of the system's
    std::string ca_pem{};                             ///< the same as text
    std::string proxy{};                              ///< "http://user:password@host:port"; none when empty
    std::string user_agent{};                         ///< appended to "feishu-cpp/VERSION": "my-bot/2.1"
    /// Of one call, including retries and fetching a token. Uploads and downloads may take longer: they fail when no
    /// bytes are transferred for this long.
    std::chrono::milliseconds timeout{30'000};
    std::chrono::milliseconds connect_timeout{5'000};       ///< DNS, TCP and proxy, within `timeout`
    std::chrono::milliseconds tls_handshake_timeout{5'000}; ///< within `timeout`
    /// From the last byte of a request to the first of its response, within `timeout`.
    std::chrono::milliseconds first_byte_timeout = (std::chrono::milliseconds::max)();
    std::uint64_t max_response_bytes = 64u << 20; ///< a longer response is an error; not of downloads to files
    retry_policy retry{};                             ///< which failures are retried, and when
    /// Retries that the client may make without a success, so that it does not amplify an outage; successful calls
    /// restore them. Rate limits do not count.
    int retry_budget = 100;
    std::uint64_t retry_seed = 0;                         ///< of the random part of waits; 0: a random one
    feishu::pacing pacing{};                              ///< no limits; pacing::documented for many messages
    /// Shares tokens with the clients of other processes (<feishu/store/store.hpp>): one of them fetches a token for all,
    /// and one refreshes that of a user, whose new tokens are stored before they are used. The store then holds secrets. If
    /// it fails, the client fetches tokens of its own and logs that (warning); users go on with their tokens until these
    /// expire, then calls fail with kind store. With `pacing`, budgets and the pauses that the platform asks for are shared
    /// as well, see class pacing. Also has the journals of client::send_all. Optional.
    std::shared_ptr<feishu::store> store{};
    std::shared_ptr<feishu::http::transport> transport{}; ///< instead of the built-in one
    std::shared_ptr<feishu::clock> clock{};               ///< instead of the system's monotonic clock
    /// Receives one line per event that is not an error of a call: retries (info), values of a response that were
    /// skipped (warning), exceptions of completion handlers (error). Lines have no tokens, secrets or message texts.
    /// Optional. Called on the thread that handles the response; exceptions are dropped.
    log_function log{};
    /// Whether each call that fails also writes its error to `log`, for programs that ignore results. The line has the
    /// platform's message.
    bool log_failures = false;
    /// Receives the facts about each call that has ended, see <feishu/client/call_report.hpp>; also of a call that is
    /// invalid and was not sent, but not of a call that ends with an exception, nor of an asynchronous one whose
    /// io_context was destroyed. Optional. Called on the thread that handles the response, before the call completes:
    /// it should return soon, and may call the client. What it throws is logged.
    std::function<void(call_report const&)> on_call{};
};

/// Settings of one call.
struct call_options {
    /// Instead of client_config::timeout; of an upload, the limit of the whole call.
    std::optional<std::chrono::milliseconds> timeout{};
    std::optional<retry_policy> retry{};                ///< instead of client_config::retry
    progress_callback on_progress{};                    ///< of a request with an upload
    /// W3C Trace Context, sent as a header field: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01". A
    /// malformed value is a validation error.
    std::string traceparent{};
    std::string tracestate{}; ///< the same; only with a traceparent
};

/// A user's access token, for `client.as(user_token{"u-…"})`.
struct user_token {
    std::string value;
};

} // namespace feishu
