#pragma once
// connection: a TCP connection to a server, plain or TLS, with what a client does on it.

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

namespace feishu::http::detail {

/// The outcome of a read or a write: both may be set.
struct io_progress {
    error_code failed{};
    std::size_t bytes = 0;
};

/// Not thread-safe; one exchange at a time owns it, or a list of idle ones.
class connection {
public:
    /// `own` is the context of a synchronous connection, which lives and dies with it; null otherwise.
    connection(asio::any_io_executor const& executor, std::shared_ptr<asio::io_context> own)
        : own_(std::move(own)), stream_(executor) {}

    std::shared_ptr<asio::io_context> const& own_context() const { return own_; }
    byte_stream& stream() { return stream_; }

    FEISHU_DECL asio::awaitable<error_code> connect(tcp::endpoint endpoint);
    /// TLS, with SNI; the certificate must be of `host`.
    FEISHU_DECL asio::awaitable<error_code> handshake(asio::ssl::context& context, std::string const& host);

    FEISHU_DECL asio::awaitable<io_progress> read_some(asio::mutable_buffer out);
    FEISHU_DECL asio::awaitable<io_progress> write_some(asio::const_buffer data);

    /// Makes pending operations fail.
    void close() noexcept { stream_.close(); }

    /// Why the server's certificate was refused, as OpenSSL puts it; empty when it was not.
    FEISHU_DECL std::string certificate_problem();

    /// True when nothing has arrived since the last response. An idle connection that is readable was closed by the
    /// server, or carries bytes that belong to no request of ours.
    FEISHU_DECL bool is_idle();

    steady_clock::time_point idle_since{};

private:
    std::shared_ptr<asio::io_context> own_; // first: outlives the socket
    byte_stream stream_;
};

/// What ended a connection, in words.
FEISHU_DECL std::string describe_error(error_code why, connection* lost);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/connection.ipp>
#endif
