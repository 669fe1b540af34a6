#pragma once
// The certificate of an HTTPS server.

#include <string>

#include <boost/asio/ssl/context.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

/// A certificate chain and its key, as files or as PEM text.
struct server_identity {
    std::string certificate_file{};
    std::string key_file{};
    std::string certificate_pem{};
    std::string key_pem{};

    /// False if it is empty: a server without TLS.
    bool wanted() const {
        return !certificate_file.empty() || !key_file.empty() || !certificate_pem.empty() || !key_pem.empty();
    }
};

/// A context for TLS 1.2 and later with this identity. Errors: kind validation; they never show the key.
FEISHU_DECL result<boost::asio::ssl::context> make_server_tls(server_identity const& identity);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/server_tls.ipp>
#endif
