#pragma once
// faulty_tls: the certificates that an HTTPS server presents under a fault.

#include <boost/asio/ssl/context.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/fault.hpp>
#include <feishu/emulator/impl/net/certificate.hpp>

namespace feishu::emulator::detail {

/// Thread safety: safe.
class faulty_tls {
public:
    /// Throws feishu::exception if OpenSSL cannot use a certificate.
    FEISHU_DECL explicit faulty_tls(loopback_identity const& identity);

    /// The context with the certificate that a TLS fault stands for.
    FEISHU_DECL boost::asio::ssl::context& context_for(fault kind);

private:
    boost::asio::ssl::context expired_;
    boost::asio::ssl::context wrong_host_;
    boost::asio::ssl::context unknown_ca_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/faulty_tls.ipp>
#endif
