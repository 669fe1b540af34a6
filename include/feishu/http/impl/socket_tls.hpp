#pragma once
// socket_tls: TLS over a native_socket.

#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/native_socket.hpp>
#include <feishu/http/impl/tls_context.hpp>

namespace feishu::http::detail {

/// No function blocks: one that fails with would_block is called again when the socket is ready for `wanted`.
/// Not thread-safe. The socket outlives it.
class socket_tls {
public:
    explicit socket_tls(native_socket& socket) : socket_(socket) {}
    socket_tls(socket_tls const&) = delete;
    socket_tls& operator=(socket_tls const&) = delete;

    /// Precedes all others. False if OpenSSL is out of memory.
    FEISHU_DECL bool start(tls_context const& context, std::string const& host);
    FEISHU_DECL error_code handshake();
    FEISHU_DECL io_progress receive(void* out, std::size_t size);
    FEISHU_DECL io_progress send(std::string_view data);

    readiness wanted() const { return wanted_; }
    /// True if bytes have been received from the socket that `receive` has not returned.
    FEISHU_DECL bool has_pending() const;
    std::string certificate_problem() const { return detail::certificate_problem(session_.get()); }

private:
    struct bio; // OpenSSL's access to the socket

    FEISHU_DECL error_code why_failed(int returned);

    native_socket& socket_;
    error_code socket_failed_{}; ///< the last failure of the socket
    readiness wanted_ = readiness::readable;
    tls_session session_{};
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/socket_tls.ipp>
#endif
