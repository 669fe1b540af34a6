#pragma once
// byte_stream: a TCP connection, plain or TLS, in one type, so that code built on it is instantiated once.

#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/stream_handler.hpp>
#include <feishu/http/impl/tls_context.hpp>

namespace feishu::http::detail {

/// Reads and writes with any completion token. Not thread-safe.
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
    void start_tls(asio::ssl::context& context) { tls_.emplace(socket_, context); }
    void start_tls(tls_session session) { tls_.emplace(socket_, session.release()); }
    /// Null for a plain connection.
    tls_stream* tls() { return tls_ ? &*tls_ : nullptr; }

    template <class Token>
    auto async_read_some(asio::mutable_buffer out, Token&& token) {
        last_received_ = steady_clock::now();
        if (tls_)
            return read_tls(out, std::forward<Token>(token));
        return socket_.async_read_some(asio::buffer(out), std::forward<Token>(token));
    }

    template <class Token>
    auto async_write_some(asio::const_buffer data, Token&& token) {
        if (tls_)
            return write_tls(data, std::forward<Token>(token));
        return socket_.async_write_some(asio::buffer(data), std::forward<Token>(token));
    }

    /// After start_tls; completes with the error and no bytes, as the next one.
    template <class Token>
    auto async_handshake(asio::ssl::stream_base::handshake_type as, Token&& token) {
        return asio::async_initiate<Token, void(error_code, std::size_t)>(
            [this, as](auto handler) { handshake(as, stream_handler(std::move(handler), get_executor())); }, token);
    }
    /// Sends and awaits close_notify.
    template <class Token>
    auto async_shutdown(Token&& token) {
        return asio::async_initiate<Token, void(error_code, std::size_t)>(
            [this](auto handler) { shutdown(stream_handler(std::move(handler), get_executor())); }, token);
    }

    FEISHU_DECL void read_some(asio::mutable_buffer out, stream_handler handler);
    FEISHU_DECL void write_some(written_buffers const& data, stream_handler handler);

    /// Closes the socket; pending operations fail. No close_notify is sent: HTTP and WebSocket messages are
    /// delimited.
    void close() noexcept {
        error_code ignored;
        socket_.close(ignored);
    }

    /// When the last read began: its caller had just received what was read before.
    steady_clock::time_point last_received() const { return last_received_; }

private:
    // Coroutines share the operations of TLS; handlers may have executors of their own.
    template <class Token>
    static constexpr bool is_coroutine = std::is_same_v<std::remove_cvref_t<Token>, as_tuple_t>;

    template <class Token>
    auto read_tls(asio::mutable_buffer out, Token&& token) {
        if constexpr (is_coroutine<Token>)
            return asio::async_initiate<Token, void(error_code, std::size_t)>(
                [this, out](auto handler) { read_some(out, stream_handler(std::move(handler), get_executor())); }, token);
        else
            return tls_->async_read_some(asio::buffer(out), std::forward<Token>(token));
    }
    template <class Token>
    auto write_tls(asio::const_buffer data, Token&& token) {
        if constexpr (is_coroutine<Token>)
            return asio::async_initiate<Token, void(error_code, std::size_t)>(
                [this, data](auto handler) {
                    write_some(written_buffers(data), stream_handler(std::move(handler), get_executor()));
                },
                token);
        else
            return tls_->async_write_some(asio::buffer(data), std::forward<Token>(token));
    }

    FEISHU_DECL void handshake(asio::ssl::stream_base::handshake_type as, stream_handler handler);
    FEISHU_DECL void shutdown(stream_handler handler);

    tcp::socket socket_;
    std::optional<tls_stream> tls_;
    steady_clock::time_point last_received_{};
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/byte_stream.ipp>
#endif
