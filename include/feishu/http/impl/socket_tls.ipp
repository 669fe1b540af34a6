#pragma once

#include <boost/asio/ssl/error.hpp>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <feishu/http/impl/socket_tls.hpp>

namespace feishu::http::detail {

/// OpenSSL's own socket BIO writes in a way that raises SIGPIPE.
struct socket_tls::bio {
    static BIO_METHOD const* method() {
        static BIO_METHOD const* const made = [] {
            auto* const out = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "feishu socket");
            if (out != nullptr) {
                BIO_meth_set_read(out, &bio::read);
                BIO_meth_set_write(out, &bio::write);
                BIO_meth_set_ctrl(out, &bio::control);
            }
            return out;
        }();
        return made;
    }

    static int read(BIO* self, char* out, int size) {
        auto& owner = *static_cast<socket_tls*>(BIO_get_data(self));
        BIO_clear_retry_flags(self);
        return finish(self, owner, owner.socket_.receive(out, static_cast<std::size_t>(size)),
                      BIO_FLAGS_READ);
    }

    static int write(BIO* self, char const* data, int size) {
        auto& owner = *static_cast<socket_tls*>(BIO_get_data(self));
        BIO_clear_retry_flags(self);
        std::string_view const piece(data, static_cast<std::size_t>(size));
        return finish(self, owner, owner.socket_.send({piece, {}}), BIO_FLAGS_WRITE);
    }

    static long control(BIO*, int command, long, void*) { return command == BIO_CTRL_FLUSH ? 1 : 0; }

private:
    static int finish(BIO* self, socket_tls& owner, io_progress const& progress, int retry) {
        if (!progress.failed)
            return static_cast<int>(progress.bytes);
        owner.socket_failed_ = progress.failed;
        if (would_block(progress.failed))
            BIO_set_flags(self, retry | BIO_FLAGS_SHOULD_RETRY);
        return progress.failed == boost::asio::error::eof ? 0 : -1;
    }
};

FEISHU_DECL bool socket_tls::start(tls_context const& context, std::string const& host) {
    session_ = make_tls_session(context, host);
    auto* const access = session_ && bio::method() != nullptr ? BIO_new(bio::method()) : nullptr;
    if (access == nullptr)
        return false;
    BIO_set_data(access, this);
    BIO_set_init(access, 1);
    SSL_set_bio(session_.get(), access, access);
    SSL_set_read_ahead(session_.get(), 1); // one read for the header and the rest of a record
    SSL_set_connect_state(session_.get());
    return true;
}

FEISHU_DECL error_code socket_tls::handshake() {
    ERR_clear_error();
    auto const returned = SSL_do_handshake(session_.get());
    return returned == 1 ? error_code() : why_failed(returned);
}

FEISHU_DECL io_progress socket_tls::receive(void* out, std::size_t size) {
    ERR_clear_error();
    std::size_t bytes = 0;
    auto const returned = SSL_read_ex(session_.get(), out, size, &bytes);
    return {returned == 1 ? error_code() : why_failed(returned), bytes};
}

FEISHU_DECL io_progress socket_tls::send(std::string_view data) {
    ERR_clear_error();
    std::size_t bytes = 0;
    auto const returned = SSL_write_ex(session_.get(), data.data(), data.size(), &bytes);
    return {returned == 1 ? error_code() : why_failed(returned), bytes};
}

FEISHU_DECL bool socket_tls::has_pending() const { return SSL_has_pending(session_.get()) == 1; }

FEISHU_DECL error_code socket_tls::why_failed(int returned) {
    namespace error = boost::asio::error;
    switch (SSL_get_error(session_.get(), returned)) {
    case SSL_ERROR_WANT_READ: wanted_ = readiness::readable; return error::would_block;
    case SSL_ERROR_WANT_WRITE: wanted_ = readiness::writable; return error::would_block;
    case SSL_ERROR_ZERO_RETURN: return error::eof;
    default: break;
    }
    // Without close_notify, the end may be the work of an attacker.
    if (socket_failed_ == error::eof)
        return boost::asio::ssl::error::stream_truncated;
    if (auto const code = ERR_get_error(); code != 0)
        return {static_cast<int>(code), error::get_ssl_category()};
    return socket_failed_ ? socket_failed_ : error_code(error::connection_aborted);
}

} // namespace feishu::http::detail
