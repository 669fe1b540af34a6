#pragma once
// webhook_server: a complete HTTP or HTTPS server for the platform's pushes.
//
//     feishu::webhook_server{{.port = 9000}, on}.run();      // http://…:9000/webhook/event
//
// Behind a reverse proxy or on its own. This header includes neither Beast nor Asio nor OpenSSL when the library is
// compiled separately.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include <feishu/core/impl/macros.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/webhook.hpp>

namespace feishu {

/// Where and how to serve. Everything has a default.
struct webhook_server_params {
    std::uint16_t port = 0;                     ///< 0 picks a free one: webhook_server::port()
    std::string address = "0.0.0.0";            ///< of this machine, to listen on
    std::string path = "/webhook/event";        ///< everything else is 404
    std::string health_path = "/healthz";       ///< GET is 200 while the server runs; empty: none
    std::string certificate_file{};             ///< PEM, with the chain: HTTPS
    std::string key_file{};                     ///< PEM
    std::string certificate_pem{};              ///< the same as text
    std::string key_pem{};                      ///< the same as text
    unsigned threads = 2;                       ///< for connections; handlers run on the dispatcher's
    std::size_t max_connections = 1'000;        ///< further ones are closed at once
    std::uint32_t max_header_bytes = 16u << 10; ///< longer headers are 431
    std::chrono::milliseconds header_timeout{
        5'000};                                     ///< from a request's first byte to the end of its headers
    std::chrono::milliseconds body_timeout{10'000}; ///< for the body
    std::chrono::milliseconds idle_timeout{60'000}; ///< for a connection without a request
    std::chrono::milliseconds drain_time{5'000};    ///< for requests in progress when the server stops
    bool stop_on_signals = false;                   ///< SIGINT and SIGTERM call stop()
    webhook_options checks{};                       ///< how requests are verified; its body limit applies
};

/// A server for one dispatcher.
///
/// Thread safety: `stop` and `port` may be called on any thread; the other members on one thread at a time.
/// Lifetimes: the dispatcher outlives the server. `run` and the destructor return when every request that reached the
/// dispatcher has its response, that is within event_options::ack_deadline.
/// Cancellation: `stop`; requests in progress get `drain_time`.
/// Errors: the constructor throws feishu::exception, kind transport, when the port cannot be taken; kind validation
/// when the certificate or its key cannot be used; std::invalid_argument as webhook does.
/// Callbacks: those of the dispatcher and of webhook_options, which may throw anything. A request whose handling throws
/// is 500, and the server goes on. Faults are written to event_options::log.
class webhook_server {
public:
    /// Takes the port.
    FEISHU_DECL webhook_server(webhook_server_params params, event_dispatcher& on);
    /// Stops, and waits until it has.
    FEISHU_DECL ~webhook_server();
    webhook_server(webhook_server const&) = delete;
    webhook_server& operator=(webhook_server const&) = delete;

    /// Serves until stop() is called, then finishes the requests in progress.
    FEISHU_DECL void run();
    /// Serves on its own threads and returns.
    FEISHU_DECL void start();
    /// Accepts no more requests. Returns at once.
    FEISHU_DECL void stop();

    /// The port it listens on.
    FEISHU_DECL std::uint16_t port() const;

private:
    struct impl;
    std::unique_ptr<impl> impl_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/webhook_server.ipp>
#endif
