#pragma once
// connection: a client's TCP connection to a server, plain or TLS.

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/byte_stream.hpp>
#include <feishu/http/impl/exchange_machine.hpp>
#include <feishu/http/impl/io_progress.hpp>

namespace feishu::http::detail {

/// Not thread-safe: owned by one exchange at a time, or by a list of idle connections.
class connection {
public:
    /// `own` is the context of a synchronous connection, which owns it; null for an asynchronous one.
    connection(asio::any_io_executor const& executor, std::shared_ptr<asio::io_context> own)
        : own_(std::move(own)), stream_(executor) {}

    std::shared_ptr<asio::io_context> const& own_context() const { return own_; }
    byte_stream& stream() { return stream_; }

    FEISHU_DECL asio::awaitable<error_code> connect(tcp::endpoint endpoint);
    /// TLS handshake with SNI; the certificate must be valid for `host`.
    FEISHU_DECL asio::awaitable<error_code> handshake(asio::ssl::context& context, std::string const& host);

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
    std::shared_ptr<asio::io_context> own_; // first: outlives the socket
    byte_stream stream_;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/connection.ipp>
#endif
