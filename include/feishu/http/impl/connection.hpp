#pragma once
// connection: the TCP connection of an asynchronous call to a server, plain or TLS.

#include <cstddef>
#include <string>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/byte_stream.hpp>
#include <feishu/http/impl/exchange_machine.hpp>
#include <feishu/http/impl/io_progress.hpp>
#include <feishu/http/impl/tls_context.hpp>

namespace feishu::http::detail {

/// Not thread-safe: owned by one exchange at a time, or by a list of idle connections.
class connection {
public:
    explicit connection(asio::any_io_executor const& executor) : stream_(executor) {}

    byte_stream& stream() { return stream_; }

    /// The socket of `stream` has been connected.
    FEISHU_DECL void on_connected();
    /// TLS handshake with SNI; the certificate must be valid for `host`.
    FEISHU_DECL asio::awaitable<error_code> handshake(tls_context const& context, std::string const& host);

    FEISHU_DECL asio::awaitable<io_progress> read_some(asio::mutable_buffer out);
    FEISHU_DECL asio::awaitable<io_progress> write_some(asio::const_buffer data);
    /// Writes without waiting. Fails with asio::error::would_block if that is impossible, always with TLS.
    FEISHU_DECL io_progress write_now(asio::const_buffer data);

    /// Closes the socket; pending operations fail.
    void close() noexcept { stream_.close(); }

    /// OpenSSL's reason for rejecting the server's certificate; empty if it was accepted.
    FEISHU_DECL std::string certificate_problem();

    /// True if nothing has arrived since the last response. An idle connection that is readable was closed by
    /// the server, or has received bytes that belong to no request.
    FEISHU_DECL bool is_idle();

    steady_clock::time_point idle_since{};
    exchange_buffers buffers{};

private:
    byte_stream stream_;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/connection.ipp>
#endif
