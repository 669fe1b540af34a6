#pragma once
// webhook: handles the platform's HTTP requests in any web server. It verifies and decrypts a request and
// passes its event to the dispatcher; sockets and HTTP are the caller's.
//
//     feishu::webhook hook{on};
//     auto response = hook.handle({.method = "POST", .headers = …, .body = …});   // status, headers, body
//
// A request that is rejected gets a 4xx status without a reason; the reason is logged.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/http/message.hpp>

namespace feishu {
namespace detail {
class webhook_service;
}

/// A request as received. The body must be unchanged: its bytes are signed.
struct webhook_request {
    std::string method{};
    std::vector<http::header> headers{};
    std::string body{};
};

/// The response to send.
struct webhook_response {
    int status = 200;
    std::vector<http::header> headers{}; ///< without Content-Length
    std::string body{};
};

/// How requests are verified. Everything has a default.
struct webhook_options {
    std::size_t max_body_bytes = 4u << 20; ///< a longer body is rejected with 413
    /// Maximum difference between the timestamp of a signed request and the local time.
    std::chrono::seconds timestamp_window{300};
    /// Replaces the system clock in tests. If it throws, the request is rejected with 500.
    std::function<std::chrono::system_clock::time_point()> now{};
};

/// Handles webhook requests for a dispatcher.
///
///     feishu::webhook hook{on};
///     auto response = hook.handle({.method = method, .headers = headers, .body = body});
///
/// Thread safety: `handle` may be called on any thread, several at a time.
/// Lifetimes: the dispatcher must outlive the webhook. The webhook may be destroyed while requests wait for
/// their response.
/// Errors: as the HTTP status: 4xx for a rejected request, 500 for a failed handler, 503 if the event is not
/// accepted at the moment.
/// Callbacks: what the response function throws is logged.
class webhook {
public:
    /// Throws std::invalid_argument if the dispatcher has neither an encrypt_key nor a verification_token,
    /// since anyone could push events then.
    FEISHU_DECL explicit webhook(event_dispatcher& on, webhook_options options = {});

    /// Handles one request and calls `respond` exactly once, within event_options::ack_deadline, on any
    /// thread, possibly before this returns.
    FEISHU_DECL void handle(webhook_request request, std::function<void(webhook_response)> respond);

    /// Handles one request and waits for the response.
    FEISHU_DECL webhook_response handle(webhook_request request);

private:
    friend class detail::webhook_service;

    /// May run the handler on the calling thread, in one of `slots`.
    FEISHU_DECL void handle(webhook_request request, std::function<void(webhook_response)> respond,
                            detail::handler_slots& slots);

    struct core;
    std::shared_ptr<core> core_; // shared with requests that outlive the webhook
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/webhook.ipp>
#endif
