#pragma once
// byte_stream: a TCP connection, plain or TLS, in one type, so that code built on it is instantiated once.

#include <memory>
#include <optional>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/tls_context.hpp>

namespace feishu::http::detail {

/// Meets the stream requirements of Asio and Beast. Not thread-safe.
class byte_stream {
public:
    using executor_type = asio::any_io_executor;
    using tls_stream = asio::ssl::stream<tcp::socket&>;

    explicit byte_stream(asio::any_io_executor const& executor) : socket_(executor) {}
    explicit byte_stream(tcp::socket socket) : socket_(std::move(socket)) {}
    byte_stream(byte_stream const&) = delete;
    byte_stream& operator=(byte_stream const&) = delete;

    executor_type get_executor() { return socket_.get_executor(); }
    tcp::socket& socket() { return socket_; }

    /// Switches to TLS; the caller performs the handshake. As a server, or as a client with its session.
    tls_stream& start_tls(asio::ssl::context& context) { return tls_.emplace(socket_, context); }
    tls_stream& start_tls(tls_session session) { return tls_.emplace(socket_, session.release()); }
    /// Null for a plain connection.
    tls_stream* tls() { return tls_ ? &*tls_ : nullptr; }

    template <class Buffers, class Token>
    auto async_read_some(Buffers const& out, Token&& token) {
        last_received_ = steady_clock::now();
        if (tls_)
            return tls_->async_read_some(out, std::forward<Token>(token));
        return socket_.async_read_some(out, std::forward<Token>(token));
    }

    template <class Buffers, class Token>
    auto async_write_some(Buffers const& data, Token&& token) {
        if (tls_)
            return tls_->async_write_some(data, std::forward<Token>(token));
        return socket_.async_write_some(data, std::forward<Token>(token));
    }

    /// Closes the socket; pending operations fail. No close_notify is sent: HTTP and WebSocket messages are
    /// delimited.
    void close() noexcept {
        error_code ignored;
        socket_.close(ignored);
    }

    /// When the last read began: its caller had just received what was read before.
    steady_clock::time_point last_received() const { return last_received_; }

private:
    tcp::socket socket_;
    std::optional<tls_stream> tls_;
    steady_clock::time_point last_received_{};
};

} // namespace feishu::http::detail
