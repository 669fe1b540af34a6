#pragma once

#include <exception>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/http/impl/listener.hpp>

namespace feishu::http::detail {

FEISHU_DECL listener::listener(asio::io_context& context)
    : context_(context), acceptor_(asio::any_io_executor(asio::make_strand(context))),
      pause_(acceptor_.get_executor()) {}

FEISHU_DECL result<void> listener::open(std::string const& address, std::uint16_t port) {
    error_code failed;
    tcp::endpoint const local(asio::ip::make_address(address, failed), port);
    if (!failed)
        acceptor_.open(local.protocol(), failed);
    if (!failed)
        acceptor_.set_option(tcp::acceptor::reuse_address(true), failed);
    if (!failed)
        acceptor_.bind(local, failed);
    if (!failed)
        acceptor_.listen(tcp::acceptor::max_listen_connections, failed);
    if (!failed)
        port_ = acceptor_.local_endpoint(failed).port();
    if (failed)
        return error{.message = "cannot listen on " + address + ':' + std::to_string(port) + ": " +
                                failed.message()};
    return {};
}

FEISHU_DECL void listener::accept(start_function start, log_function log) {
    start_ = std::move(start);
    log_ = std::move(log);
    asio::co_spawn(acceptor_.get_executor(), run(), asio::detached);
}

FEISHU_DECL void listener::close() {
    asio::post(acceptor_.get_executor(), [this] { close_now(); });
}

FEISHU_DECL void listener::close_now() {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
}

FEISHU_DECL asio::awaitable<void> listener::run() {
    while (acceptor_.is_open()) {
        try {
            if (failing_) {
                pause_.expires_after(pause_after_failure);
                co_await pause_.async_wait(as_tuple);
            }
            if (auto const failed = co_await accept_one())
                report("cannot accept connections: " + failed.message());
            else
                failing_ = false;
        } catch (...) {
            report("cannot accept connections: " + feishu::detail::exception_text(std::current_exception()));
        }
    }
}

FEISHU_DECL asio::awaitable<error_code> listener::accept_one() {
    asio::any_io_executor const strand(asio::make_strand(context_));
    auto [failed, socket] = co_await acceptor_.async_accept(strand, as_tuple);
    if (!acceptor_.is_open())
        co_return error_code();
    if (failed)
        co_return failed;
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    if (auto const thrown = feishu::detail::guard([&, s = &socket] { start_(std::move(*s)); });
        thrown && log_)
        log_("cannot start a connection: " + *thrown);
    co_return error_code();
}

// Once for a series of failures, which may come every few milliseconds.
FEISHU_DECL void listener::report(std::string const& line) {
    if (!std::exchange(failing_, true) && log_)
        log_(line);
}

} // namespace feishu::http::detail
