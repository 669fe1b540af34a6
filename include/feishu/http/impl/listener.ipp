#pragma once
// Where an HTTP server's connections come from.

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <feishu/core/error.hpp>
#include <feishu/http/impl/server_session.ipp>

namespace feishu::http::detail {

/// Accepts connections on one address; each has a strand of its own.
class listener {
    using tcp = boost::asio::ip::tcp;

public:
    explicit listener(boost::asio::io_context& context)
        : context_(context), acceptor_(boost::asio::any_io_executor(boost::asio::make_strand(context))) {}

    /// Takes the port; 0 picks a free one. Errors: kind transport.
    result<void> open(std::string const& address, std::uint16_t port) {
        boost::system::error_code failed;
        tcp::endpoint const here(boost::asio::ip::make_address(address, failed), port);
        if (!failed)
            acceptor_.open(here.protocol(), failed);
        if (!failed)
            acceptor_.set_option(tcp::acceptor::reuse_address(true), failed);
        if (!failed)
            acceptor_.bind(here, failed);
        if (!failed)
            acceptor_.listen(tcp::acceptor::max_listen_connections, failed);
        if (!failed)
            port_ = acceptor_.local_endpoint(failed).port();
        if (failed)
            return error{.message = "cannot listen on " + address + ':' + std::to_string(port) + ": " +
                                    failed.message()};
        return {};
    }

    std::uint16_t port() const { return port_; }

    /// Has `start` called with each connection, on any thread of the context.
    void accept(std::function<void(tcp::socket)> start) {
        boost::asio::co_spawn(acceptor_.get_executor(), run(std::move(start)), boost::asio::detached);
    }

    /// On any thread.
    void close() {
        boost::asio::post(acceptor_.get_executor(), [this] {
            boost::system::error_code ignored;
            acceptor_.close(ignored);
        });
    }

private:
    boost::asio::awaitable<void> run(std::function<void(tcp::socket)> start) {
        for (;;) {
            boost::asio::any_io_executor const strand(boost::asio::make_strand(context_));
            auto [failed, socket] = co_await acceptor_.async_accept(strand, no_throw);
            if (failed == boost::asio::error::operation_aborted || !acceptor_.is_open())
                co_return;
            if (failed) { // out of descriptors, or a peer that was gone at once
                boost::asio::steady_timer pause(acceptor_.get_executor(), std::chrono::milliseconds(10));
                co_await pause.async_wait(no_throw);
                continue;
            }
            boost::system::error_code ignored;
            socket.set_option(tcp::no_delay(true), ignored);
            start(std::move(socket));
        }
    }

    boost::asio::io_context& context_;
    tcp::acceptor acceptor_;
    std::uint16_t port_ = 0;
};

} // namespace feishu::http::detail
