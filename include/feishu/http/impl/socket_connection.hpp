#pragma once
// socket_connection: the connection of a synchronous call, plain or TLS. Its functions block until they are
// done or their deadline has passed.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/asio/buffer.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/exchange_machine.hpp>
#include <feishu/http/impl/native_socket.hpp>
#include <feishu/http/impl/socket_tls.hpp>

namespace feishu::http::detail {

/// Errors are deadline_passed() at the deadline, else those of the system or of OpenSSL. Not thread-safe:
/// owned by one exchange at a time, or by a list of idle connections.
class socket_connection {
public:
    /// The socket is connected.
    explicit socket_connection(native_socket socket) : socket_(std::move(socket)) {}

    /// TLS handshake with SNI; the certificate must be valid for `host`.
    FEISHU_DECL error_code handshake(tls_context const& context, std::string const& host,
                                     steady_clock::time_point deadline);

    /// Sends a part of two pieces, one after the other.
    FEISHU_DECL io_progress write_some(std::array<std::string_view, 2> const& pieces,
                                       steady_clock::time_point deadline);
    FEISHU_DECL io_progress read_some(boost::asio::mutable_buffer out, steady_clock::time_point deadline);

    /// OpenSSL's reason for rejecting the server's certificate; empty if it was accepted.
    std::string certificate_problem() const { return tls_ ? tls_->certificate_problem() : std::string(); }

    /// True if nothing has arrived since the last response. An idle connection that is readable was closed by
    /// the server, or has received bytes that belong to no request.
    bool is_idle() { return !(tls_ && tls_->has_pending()) && socket_.is_quiet(); }

    steady_clock::time_point idle_since{};
    exchange_buffers buffers{};

private:
    native_socket socket_;
    std::optional<socket_tls> tls_;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/socket_connection.ipp>
#endif
