#pragma once
// server: an HTTP server's life, from taking the port to the end of its threads. event::webhook_server and the
// emulator are services on it.
//
//     class pages final : public http::detail::service { … respond(request) … };
//     pages what;
//     http::detail::server here({.port = 9000}, what);      // has the port
//     here.run();                                           // or start(); … stop(); finish();
//
// How webhook_server and emulator::server use it: their `impl` has the service, then the server, then what lives in
// the server's context (timers of the push service), in this order. Their destructor calls stop(), ends what keeps
// connections open (long connections), calls finish(), and then clears what has timers in context().

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

/// Where and how to serve.
struct server_params {
    std::string address = "127.0.0.1"; ///< of this machine, to listen on
    std::uint16_t port = 0;            ///< 0 picks a free one
    unsigned threads = 2;              ///< at least one
    std::size_t max_connections =
        (std::numeric_limits<std::size_t>::max)(); ///< further ones are closed at once
    server_identity identity{};                    ///< HTTPS when there is one
    session_limits limits{};
    std::chrono::milliseconds drain_time{5'000}; ///< what requests under way get when the server stops
    bool stop_on_signals = false;                ///< SIGINT and SIGTERM call stop()
    std::function<void(std::string const&)>
        log{}; ///< faults of the service, of accepting; on any thread; may throw
};

/// Serves one service, which outlives it. start(), run() and finish() are for one thread at a time; stop() and port()
/// for any. Nothing that a service, a connection or the log does ends a thread of the server.
class server {
public:
    /// Takes the port. Throws feishu::exception, kind transport, when it cannot be had; kind validation when the
    /// identity cannot be used.
    FEISHU_DECL server(server_params params, http::detail::service& service);
    /// stop() and finish().
    FEISHU_DECL ~server();
    server(server const&) = delete;
    server& operator=(server const&) = delete;

    std::uint16_t port() const { return listener_.port(); }
    asio::io_context& context() { return context_; }

    /// Serves on the server's own threads and returns. Once.
    FEISHU_DECL void start();
    /// start(), waits for stop(), finish().
    FEISHU_DECL void run();
    /// Takes no more requests: idle connections are closed, others after their response. Returns at once.
    FEISHU_DECL void stop();
    /// After stop(): waits for requests under way, for `drain_time` at most, and for the service's drain(); then ends
    /// the context and its threads. Not on one of those threads.
    FEISHU_DECL void finish();

private:
    FEISHU_DECL void work();
    FEISHU_DECL void start_session(tcp::socket socket);
    FEISHU_DECL void watch_signals();
    FEISHU_DECL void log(std::string const& what) const;

    server_params params_;
    std::optional<asio::ssl::context> tls_;
    session_environment shared_;
    asio::io_context context_; // after what its sessions use, so that it ends before
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
