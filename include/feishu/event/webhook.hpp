#pragma once
// webhook: what to answer the platform's HTTP requests, for any web server. It verifies, decrypts and has the
// dispatcher handle the event; sockets are somebody else's.
//
//     feishu::webhook hook{on};
//     auto answer = hook.handle({.method = "POST", .headers = …, .body = …});   // status, headers, body
//
// Whatever is wrong with a request, its sender learns a 4xx status and nothing else; the log gets one line.

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

/// A request as a web server received it. The body is the very bytes: they are what is signed.
struct webhook_request {
    std::string method{};
    std::vector<http::header> headers{};
    std::string body{};
};

/// What to answer.
struct webhook_response {
    int status = 200;
    std::vector<http::header> headers{}; ///< without Content-Length
    std::string body{};
};

/// How strict a webhook is. Everything has a default.
struct webhook_options {
    std::size_t max_body_bytes = 4u << 20; ///< a longer body is 413
    /// How far a signed request's time may be from ours.
    std::chrono::seconds timestamp_window{300};
    /// Instead of the machine's clock, for tests.
    std::function<std::chrono::system_clock::time_point()> now{};
};

/// Takes the platform's requests for a dispatcher, which outlives it. Thread-safe.
class webhook {
public:
    /// Throws std::invalid_argument when the dispatcher has neither an encrypt key nor a verification token:
    /// anybody could push events then.
    FEISHU_DECL explicit webhook(event_dispatcher& on, webhook_options options = {});

    /// Answers one request by calling `answer` once, within event_options::ack_deadline, on any thread,
    /// maybe before this returns. `answer` must not throw.
    FEISHU_DECL void handle(webhook_request request, std::function<void(webhook_response)> answer);

    /// The same, waiting for the answer.
    FEISHU_DECL webhook_response handle(webhook_request request);

private:
    struct core;
    std::shared_ptr<core> core_; // answers may outlive the webhook
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/webhook.ipp>
#endif
