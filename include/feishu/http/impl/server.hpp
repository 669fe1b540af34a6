#pragma once
// server: the lifecycle of an HTTP server, from binding the port to joining its threads.
// event::webhook_server and the emulator are services on it.
//
//     class pages final : public http::detail::service { … respond(request) … };
//     pages service;
//     http::detail::server server({.port = 9000}, service); // binds the port
//     server.run();                                         // or start(); … stop(); finish();
//
// Order of destruction in webhook_server and emulator::server: their `impl` declares the service, then the
// server, then objects with timers in the server's context (the push service). Their destructor calls stop(),
// closes long connections, calls finish(), and then destroys the objects with timers in context().

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/listener.hpp>
#include <feishu/http/impl/server_session.hpp>
#include <feishu/http/impl/server_tls.hpp>
#include <feishu/http/impl/service.hpp>

namespace feishu::http::detail {

/// Settings of a server.
struct server_params {
    std::string address = "127.0.0.1"; ///< local address to listen on
    std::uint16_t port = 0;            ///< 0 selects a free one
    unsigned threads = 2;              ///< at least one
    std::size_t max_connections =
        (std::numeric_limits<std::size_t>::max)(); ///< further ones are closed at once
    server_identity identity{};                    ///< if given, HTTPS
    session_limits limits{};
    std::chrono::milliseconds drain_time{5'000}; ///< time for pending requests when the server stops
    bool stop_on_signals = false;                ///< SIGINT and SIGTERM call stop()
    std::function<void(std::string const&)>
        log{}; ///< errors of the service and of accepting; on any thread; may throw
};

/// Serves one service, which outlives it.
///
/// Thread safety: start(), run() and finish() on one thread at a time; stop() and port() on any.
/// Callbacks: no exception of a service, a connection or the log ends a thread of the server.
class server {
public:
    /// Binds the port. Throws feishu::exception: kind transport if that fails, kind validation if the
    /// identity cannot be used.
    FEISHU_DECL server(server_params params, http::detail::service& service);
    /// stop() and finish().
    FEISHU_DECL ~server();
    server(server const&) = delete;
    server& operator=(server const&) = delete;

    std::uint16_t port() const { return listener_.port(); }
    asio::io_context& context() { return context_; }

    /// Starts the server's threads and returns. Further calls do nothing.
    FEISHU_DECL void start();
    /// Calls start(), waits for stop() and calls finish().
    FEISHU_DECL void run();
    /// Accepts no more requests: idle connections are closed now, others after their response. Returns at
    /// once.
    FEISHU_DECL void stop();
    /// After stop(): waits for pending requests, up to `drain_time`, and for the service's drain(); then
    /// stops the context, joins its threads and frees the port. Must not be called on one of them.
    FEISHU_DECL void finish();

private:
    FEISHU_DECL void work();
    FEISHU_DECL void start_session(tcp::socket socket);
    FEISHU_DECL void watch_signals();
    FEISHU_DECL void log(std::string const& line) const;

    server_params params_;
    std::optional<asio::ssl::context> tls_;
    session_environment shared_;
    asio::io_context context_; // after what its sessions use, so that it is destroyed first
    listener listener_;
    asio::signal_set signals_;
    std::vector<std::thread> threads_;
    bool started_ = false;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/server.ipp>
#endif
