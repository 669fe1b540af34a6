#pragma once
// The certificate of an HTTPS server.

#include <string>

#include <boost/asio/ssl/context.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

/// A certificate with its chain, and its key: files, or PEM as text.
struct server_identity {
    std::string certificate_file{};
    std::string key_file{};
    std::string certificate_pem{};
    std::string key_pem{};

    /// False when it is empty: a server without TLS.
    bool wanted() const {
        return !certificate_file.empty() || !key_file.empty() || !certificate_pem.empty() || !key_pem.empty();
    }
};

/// TLS 1.2 and up with this identity. Errors: kind validation, which never show the key.
FEISHU_DECL result<boost::asio::ssl::context> make_server_tls(server_identity const& identity);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/server_tls.ipp>
#endif
