#pragma once

#include <utility>

#include <openssl/bio.h>
#include <openssl/ssl.h>

#include <feishu/http/impl/connection.hpp>

namespace feishu::http::detail {

FEISHU_DECL void connection::on_connected() {
    error_code ignored;
    stream_.socket().set_option(tcp::no_delay(true), ignored);
    stream_.socket().non_blocking(true, ignored); // for write_now and is_idle
}

FEISHU_DECL asio::awaitable<error_code> connection::handshake(tls_context const& context,
                                                              std::string const& host) {
    auto session = make_tls_session(context, host);
    if (!session)
        co_return asio::error::make_error_code(asio::error::no_memory);
    stream_.start_tls(std::move(session));
    auto [failed, none] = co_await stream_.async_handshake(asio::ssl::stream_base::client, as_tuple);
    co_return failed;
}

FEISHU_DECL asio::awaitable<io_progress> connection::read_some(asio::mutable_buffer out) {
    auto [failed, bytes] = co_await stream_.async_read_some(out, as_tuple);
    co_return io_progress{failed, bytes};
}

FEISHU_DECL asio::awaitable<io_progress> connection::write_some(asio::const_buffer data) {
    auto [failed, bytes] = co_await stream_.async_write_some(data, as_tuple);
    co_return io_progress{failed, bytes};
}

FEISHU_DECL io_progress connection::write_now(asio::const_buffer data) {
    if (stream_.tls() != nullptr)
        return {asio::error::would_block, 0};
    error_code failed;
    auto const bytes = stream_.socket().write_some(data, failed);
    return {failed, bytes};
}

FEISHU_DECL std::string connection::certificate_problem() {
    auto* const tls = stream_.tls();
    return detail::certificate_problem(tls != nullptr ? tls->native_handle() : nullptr);
}

// Bytes that were received with the last response: in the session, or still encrypted, as a close_notify.
inline bool has_unread(SSL* session) {
    return SSL_has_pending(session) == 1 || BIO_ctrl_pending(SSL_get_rbio(session)) != 0;
}

FEISHU_DECL bool connection::is_idle() {
    if (auto* const tls = stream_.tls(); tls != nullptr && has_unread(tls->native_handle()))
        return false;
    auto& socket = stream_.socket();
    error_code failed;
    char byte = 0;
    socket.receive(asio::buffer(&byte, 1), tcp::socket::message_peek, failed);
    return would_block(failed);
}

} // namespace feishu::http::detail
