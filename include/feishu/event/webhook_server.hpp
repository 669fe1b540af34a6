#pragma once
// webhook_server: an HTTP or HTTPS server for the platform's pushes, complete.
//
//     feishu::webhook_server{{.port = 9000}, on}.run();      // http://…:9000/webhook/event
//
// Behind a reverse proxy or alone. No Beast, Asio or OpenSSL type is seen here.

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
    std::uint16_t port = 0;                          ///< 0 picks a free one: webhook_server::port()
    std::string address = "0.0.0.0";                 ///< of this machine, to listen on
    std::string path = "/webhook/event";             ///< the rest is 404
    std::string health_path = "/healthz";            ///< GET answers 200 while the server runs; empty: none
    std::string certificate_file{};                  ///< PEM, with the chain: HTTPS
    std::string key_file{};                          ///< PEM
    std::string certificate_pem{};                   ///< the same as text
    std::string key_pem{};                           ///< the same as text
    unsigned threads = 2;                            ///< for connections; handlers run on the dispatcher's
    std::size_t max_connections = 1'000;             ///< further ones are closed at once
    std::uint32_t max_header_bytes = 16u << 10;      ///< longer headers are 431
    std::chrono::milliseconds header_timeout{5'000}; ///< from a request's first byte to its headers' end
    std::chrono::milliseconds body_timeout{10'000};  ///< for the body
    std::chrono::milliseconds idle_timeout{60'000};  ///< a connection without a request
    std::chrono::milliseconds drain_time{5'000};     ///< what requests under way get when the server stops
    bool stop_on_signals = false;                    ///< SIGINT and SIGTERM call stop()
    webhook_options checks{};                        ///< how requests are verified; its body limit holds
};

/// A server for one dispatcher, which outlives it.
class webhook_server {
public:
    /// Takes the port. Throws feishu::exception, kind transport, when it cannot be had; kind validation when
    /// the certificate or its key cannot be used; std::invalid_argument as webhook does.
    FEISHU_DECL webhook_server(webhook_server_params params, event_dispatcher& on);
    /// Stops, and waits until it has.
    FEISHU_DECL ~webhook_server();
    webhook_server(webhook_server const&) = delete;
    webhook_server& operator=(webhook_server const&) = delete;

    /// Serves until stop() is called, then finishes the requests under way.
    FEISHU_DECL void run();
    /// Serves on threads of its own and returns.
    FEISHU_DECL void start();
    /// Takes no more requests. Returns at once, on any thread; run() and the destructor wait for those under
    /// way.
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
