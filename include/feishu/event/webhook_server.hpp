#pragma once
// webhook_server: an HTTP or HTTPS server that receives the platform's pushes, directly or behind a reverse
// proxy.
//
//     feishu::webhook_server{{.port = 9000}, on}.run();      // http://…:9000/webhook/event
//
// With separate compilation, this header includes neither Beast nor Asio nor OpenSSL.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include <feishu/core/impl/macros.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/webhook.hpp>

namespace feishu {

/// The settings of a webhook_server. Everything has a default.
struct webhook_server_params {
    std::uint16_t port = 0;               ///< 0 selects a free one; see webhook_server::port()
    std::string address = "0.0.0.0";      ///< local address to listen on
    std::string path = "/webhook/event";  ///< all other paths are 404
    std::string health_path = "/healthz"; ///< GET returns 200 while the server runs; none if empty
    std::string certificate_file{};       ///< PEM, with the chain; enables HTTPS
    std::string key_file{};               ///< PEM
    std::string certificate_pem{};        ///< the same as text
    std::string key_pem{};                ///< the same as text
    /// Threads that serve connections. With two or more, all but one also run handlers whose last run took
    /// less than a millisecond, within event_options::threads; the others run on the dispatcher's threads.
    unsigned threads = 2;
    std::size_t max_connections = 1'000;        ///< further ones are closed at once
    std::uint32_t max_header_bytes = 16u << 10; ///< longer headers are rejected with 431
    /// From a request's first byte to the end of its headers.
    std::chrono::milliseconds header_timeout{5'000};
    std::chrono::milliseconds body_timeout{10'000}; ///< from the end of the headers to the end of the body
    std::chrono::milliseconds idle_timeout{60'000}; ///< closes a connection without requests
    std::chrono::milliseconds drain_time{5'000};    ///< how long a stop waits for requests in progress
    bool stop_on_signals = false;                   ///< SIGINT and SIGTERM call stop()
    webhook_options checks{};                       ///< how requests are verified, and the body limit
};

/// A server that passes events to one dispatcher.
///
///     feishu::webhook_server server{{.port = 9000}, on};
///     server.start();
///
/// Thread safety: `stop` and `port` may be called on any thread; the other members on one thread at a time.
/// Lifetimes: the dispatcher must outlive the server. `run` and the destructor return when every request that
/// has reached the dispatcher has its response, which takes event_options::ack_deadline at most, and when no
/// handler runs on the server's threads.
/// Cancellation: `stop`; requests in progress get `drain_time`.
/// Errors: the constructor throws feishu::exception, kind transport if it cannot listen on the port, kind
/// validation if the certificate or its key cannot be used; and std::invalid_argument as webhook does. Later
/// errors are logged to event_options::log.
/// Callbacks: those of the dispatcher and of webhook_options may throw anything; a request whose handling
/// throws is 500, and the server continues.
class webhook_server {
public:
    /// Listens on the port; requests are served once `run` or `start` is called.
    FEISHU_DECL webhook_server(webhook_server_params params, event_dispatcher& on);
    /// Stops, and waits for requests in progress.
    FEISHU_DECL ~webhook_server();
    webhook_server(webhook_server const&) = delete;
    webhook_server& operator=(webhook_server const&) = delete;

    /// Serves on its own threads, and returns when `stop` was called and requests in progress are finished.
    FEISHU_DECL void run();
    /// Serves on its own threads and returns.
    FEISHU_DECL void start();
    /// Accepts no more requests and returns at once.
    FEISHU_DECL void stop();

    /// The port that the server listens on.
    FEISHU_DECL std::uint16_t port() const;

private:
    struct impl;
    std::unique_ptr<impl> impl_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/webhook_server.ipp>
#endif
