#pragma once
// listener: accepts the connections of an HTTP server.

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>

namespace feishu::http::detail {

/// Accepts connections on one address, each on a strand. The context must be destroyed, or have stopped
/// running handlers, before the listener is destroyed.
class listener {
public:
    /// Called on the acceptor's strand. An exception closes that connection and is logged; accepting
    /// continues.
    using start_function = std::function<void(tcp::socket)>;
    using log_function = std::function<void(std::string const&)>;

    FEISHU_DECL explicit listener(asio::io_context& context);

    /// Binds the port; 0 selects a free one. Errors: kind transport.
    FEISHU_DECL result<void> open(std::string const& address, std::uint16_t port);

    std::uint16_t port() const { return port_; }

    /// Calls `start` with each connection. Called once. `log` must not throw.
    FEISHU_DECL void accept(start_function start, log_function log = {});

    /// Stops accepting; on any thread. The port is free once the context ran what this posts to it.
    FEISHU_DECL void close();
    /// Frees the port at once; only while no thread runs the context.
    FEISHU_DECL void close_now();

private:
    /// When out of descriptors or memory: the connections in the kernel's queue are accepted after a pause.
    static constexpr std::chrono::milliseconds pause_after_failure{50};

    FEISHU_DECL asio::awaitable<void> run();
    FEISHU_DECL asio::awaitable<error_code> accept_one();
    FEISHU_DECL void report(std::string const& line);

    asio::io_context& context_;
    tcp::acceptor acceptor_;
    asio::steady_timer pause_;
    std::uint16_t port_ = 0;
    start_function start_;
    log_function log_;
    bool failing_ = false; ///< the last attempt to accept failed
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/listener.ipp>
#endif
