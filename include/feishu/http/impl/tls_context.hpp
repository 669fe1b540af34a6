#pragma once
// The TLS settings of client connections, with OpenSSL alone.

#include <memory>
#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/transport_params.hpp>

struct ssl_ctx_st; // OpenSSL's SSL_CTX and SSL
struct ssl_st;

namespace feishu::http::detail {

/// Trusted CAs and protocol versions for all connections of a transport.
using tls_context = std::shared_ptr<ssl_ctx_st>;

/// Created once per transport, because loading the system's CAs takes milliseconds. Errors: kind validation,
/// field base_url, ca_file or ca_pem.
FEISHU_DECL result<tls_context> make_tls_context(transport_params const& params);

struct tls_session_deleter {
    FEISHU_DECL void operator()(ssl_st* session) const noexcept;
};
/// The TLS state of one connection.
using tls_session = std::unique_ptr<ssl_st, tls_session_deleter>;

/// For a connection to `host`, which the server's certificate must be valid for; with SNI. Null if OpenSSL is
/// out of memory.
FEISHU_DECL tls_session make_tls_session(tls_context const& context, std::string const& host);

/// OpenSSL's reason for rejecting the server's certificate; empty if it was accepted, or for null.
FEISHU_DECL std::string certificate_problem(ssl_st const* session);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/tls_context.ipp>
#endif
