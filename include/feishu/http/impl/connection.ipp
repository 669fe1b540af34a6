#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using clock = std::chrono::steady_clock;

inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

/// How far a read or a write came.
struct io_progress {
    error_code failed{};
    std::size_t bytes = 0;
};

/// A TCP connection, plain or TLS. Not thread-safe; one exchange at a time owns it, or a list of idle ones.
class connection {
public:
    /// `own` is the context of a synchronous connection, which lives and dies with it; null otherwise.
    connection(asio::any_io_executor const& executor, std::shared_ptr<asio::io_context> own)
        : own_(std::move(own)), socket_(executor) {}

    std::shared_ptr<asio::io_context> const& own_context() const { return own_; }

    asio::awaitable<error_code> connect(tcp::endpoint endpoint) {
        close();
        auto [failed] = co_await socket_.async_connect(endpoint, as_result);
        if (!failed) {
            error_code ignored;
            socket_.set_option(tcp::no_delay(true), ignored);
        }
        co_return failed;
    }

    asio::awaitable<error_code> handshake(asio::ssl::context& context, std::string const& host) {
        tls_.emplace(socket_, context);
        if (!expect_host(host))
            co_return asio::error::make_error_code(asio::error::no_memory);
        auto [failed] = co_await tls_->async_handshake(asio::ssl::stream_base::client, as_result);
        co_return failed;
    }

    asio::awaitable<io_progress> read_some(asio::mutable_buffer out) {
        if (tls_) {
            auto [failed, bytes] = co_await tls_->async_read_some(out, as_result);
            co_return io_progress{failed, bytes};
        }
        auto [failed, bytes] = co_await socket_.async_read_some(out, as_result);
        co_return io_progress{failed, bytes};
    }

    asio::awaitable<io_progress> write_some(asio::const_buffer data) {
        if (tls_) {
            auto [failed, bytes] = co_await tls_->async_write_some(data, as_result);
            co_return io_progress{failed, bytes};
        }
        auto [failed, bytes] = co_await socket_.async_write_some(data, as_result);
        co_return io_progress{failed, bytes};
    }

    // The same as Asio's concept of a stream, for what is built on one.
    using executor_type = asio::any_io_executor;
    executor_type get_executor() { return socket_.get_executor(); }

    template <class Buffers, class Handler>
    void async_read_some(Buffers const& out, Handler&& done) {
        reading_since = clock::now();
        if (tls_)
            tls_->async_read_some(out, std::forward<Handler>(done));
        else
            socket_.async_read_some(out, std::forward<Handler>(done));
    }

    template <class Buffers, class Handler>
    void async_write_some(Buffers const& data, Handler&& done) {
        if (tls_)
            tls_->async_write_some(data, std::forward<Handler>(done));
        else
            socket_.async_write_some(data, std::forward<Handler>(done));
    }

    /// Makes pending operations fail. No TLS goodbye: HTTP knows where its messages end.
    void close() noexcept {
        error_code ignored;
        socket_.close(ignored);
    }

    /// Why the server's certificate was refused, as OpenSSL puts it; empty when it was not.
    std::string certificate_problem() {
        auto const verdict = tls_ ? SSL_get_verify_result(tls_->native_handle()) : X509_V_OK;
        return verdict == X509_V_OK ? std::string() : X509_verify_cert_error_string(verdict);
    }

    /// True when nothing has arrived since the last answer. An idle connection that is readable was closed by
    /// the server, or carries bytes that belong to no request of ours.
    bool quiet() {
        if (tls_ && SSL_pending(tls_->native_handle()) > 0)
            return false;
        error_code failed;
        char byte = 0;
        socket_.non_blocking(true, failed);
        if (!failed)
            socket_.receive(asio::buffer(&byte, 1), tcp::socket::message_peek, failed);
        return failed == asio::error::would_block || failed == asio::error::try_again;
    }

    clock::time_point idle_since{};
    clock::time_point reading_since{}; ///< who reads again has just got what was read before

private:
    /// Name (SNI and certificate) or address (certificate only: SNI has no addresses).
    bool expect_host(std::string const& host) {
        auto* const handle = tls_->native_handle();
        error_code not_an_address;
        asio::ip::make_address(host, not_an_address);
        if (!not_an_address)
            return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(handle), host.c_str()) == 1;
        SSL_set_hostflags(handle, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        // The dot that ends an absolute name belongs neither into SNI nor into a certificate.
        auto const name = host.substr(0, host.find_last_not_of('.') + 1);
        return SSL_set1_host(handle, name.c_str()) == 1 &&
               SSL_set_tlsext_host_name(handle, name.c_str()) == 1;
    }

    std::shared_ptr<asio::io_context> own_; // first: outlives the socket
    tcp::socket socket_;
    std::optional<asio::ssl::stream<tcp::socket&>> tls_;
};

} // namespace feishu::http::detail
