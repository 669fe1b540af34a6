#pragma once
// listener: where an HTTP server's connections come from.

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

/// Accepts connections on one address; each gets a strand. The context ends before the listener does, or runs no more
/// handlers.
class listener {
public:
    /// Called on the acceptor's strand. What it throws closes that connection and is logged; accepting goes on.
    using start_function = std::function<void(tcp::socket)>;
    using log_function = std::function<void(std::string const&)>;

    FEISHU_DECL explicit listener(asio::io_context& context);

    /// Takes the port; 0 picks a free one. Errors: kind transport.
    FEISHU_DECL result<void> open(std::string const& address, std::uint16_t port);

    std::uint16_t port() const { return port_; }

    /// Has `start` called with each connection. Called once. `log` must not throw.
    FEISHU_DECL void accept(start_function start, log_function log = {});

    /// On any thread.
    FEISHU_DECL void close();

private:
    /// Out of descriptors or memory: what is left in the queue of the kernel is accepted after a pause.
    static constexpr std::chrono::milliseconds pause_after_failure{50};

    FEISHU_DECL asio::awaitable<void> run();
    FEISHU_DECL asio::awaitable<error_code> accept_one();
    FEISHU_DECL void report(std::string const& what);

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
