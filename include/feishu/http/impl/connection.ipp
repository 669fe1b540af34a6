#pragma once

#include <utility>

#include <boost/asio/ip/address.hpp>

#include <feishu/http/impl/connection.hpp>

namespace feishu::http::detail {

/// Sets the expected name (SNI and certificate) or address (certificate only: SNI has no addresses).
inline bool expect_host(SSL* handle, std::string const& host) {
    error_code not_an_address;
    asio::ip::make_address(host, not_an_address);
    if (!not_an_address)
        return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(handle), host.c_str()) == 1;
    SSL_set_hostflags(handle, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    // SNI and certificates do not have the trailing dot of an absolute name.
    auto const name = host.substr(0, host.find_last_not_of('.') + 1);
    return SSL_set1_host(handle, name.c_str()) == 1 && SSL_set_tlsext_host_name(handle, name.c_str()) == 1;
}

FEISHU_DECL asio::awaitable<error_code> connection::connect(tcp::endpoint endpoint) {
    close();
    auto [failed] = co_await stream_.socket().async_connect(endpoint, as_tuple);
    if (!failed) {
        error_code ignored;
        stream_.socket().set_option(tcp::no_delay(true), ignored);
        stream_.socket().non_blocking(true, ignored); // for write_now and is_idle
    }
    co_return failed;
}

FEISHU_DECL asio::awaitable<error_code> connection::handshake(asio::ssl::context& context,
                                                              std::string const& host) {
    auto& tls = stream_.start_tls(context);
    if (!expect_host(tls.native_handle(), host))
        co_return asio::error::make_error_code(asio::error::no_memory);
    auto [failed] = co_await tls.async_handshake(asio::ssl::stream_base::client, as_tuple);
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
    auto const verdict = tls != nullptr ? SSL_get_verify_result(tls->native_handle()) : X509_V_OK;
    return verdict == X509_V_OK ? std::string() : X509_verify_cert_error_string(verdict);
}

FEISHU_DECL bool connection::is_idle() {
    if (auto* const tls = stream_.tls(); tls != nullptr && SSL_pending(tls->native_handle()) > 0)
        return false;
    auto& socket = stream_.socket();
    error_code failed;
    char byte = 0;
    socket.receive(asio::buffer(&byte, 1), tcp::socket::message_peek, failed);
    return failed == asio::error::would_block || failed == asio::error::try_again;
}

} // namespace feishu::http::detail
