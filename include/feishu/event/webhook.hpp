#pragma once
// webhook: the response to the platform's HTTP requests, for any web server. It verifies, decrypts and has the
// dispatcher handle the event; the caller brings the sockets.
//
//     feishu::webhook hook{on};
//     auto response = hook.handle({.method = "POST", .headers = …, .body = …});   // status, headers, body
//
// Whatever is wrong with a request, its sender gets a 4xx status and no reason; the log gets one line.

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

/// A request as a web server received it. The body is passed on byte by byte as received: that is what is signed.
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

/// How strict a webhook is. Everything has a default.
struct webhook_options {
    std::size_t max_body_bytes = 4u << 20; ///< a longer body is 413
    /// How far the time of a signed request may be from the local time.
    std::chrono::seconds timestamp_window{300};
    /// Instead of the machine's clock, for tests. When it throws, the request is 500.
    std::function<std::chrono::system_clock::time_point()> now{};
};

/// Takes the platform's requests for a dispatcher.
///
/// Thread safety: `handle` may be called on any thread, several at a time.
/// Lifetimes: the dispatcher outlives the webhook. The webhook may be destroyed while requests wait for their response.
/// Errors: a request that is rejected has a 4xx status; a handler that failed is 500, no capacity 503.
/// Callbacks: what the response function throws is logged.
class webhook {
public:
    /// Throws std::invalid_argument when the dispatcher has neither an encrypt key nor a verification token: anyone
    /// could push events then.
    FEISHU_DECL explicit webhook(event_dispatcher& on, webhook_options options = {});

    /// Handles one request and calls `respond` once, within event_options::ack_deadline, on any thread, possibly before
    /// this returns.
    FEISHU_DECL void handle(webhook_request request, std::function<void(webhook_response)> respond);

    /// The same, waiting for the response.
    FEISHU_DECL webhook_response handle(webhook_request request);

private:
    struct core;
    std::shared_ptr<core> core_; // responses may come after the webhook is destroyed
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/webhook.ipp>
#endif
