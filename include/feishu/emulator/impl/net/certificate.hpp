#pragma once
// Certificates for HTTPS on loopback: a certificate authority of the process's own, and a certificate for
// localhost, 127.0.0.1 and ::1. Nothing is written to disk, nothing outlives the process.

#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

/// All in PEM.
struct loopback_identity {
    std::string ca{};          ///< what a client trusts
    std::string certificate{}; ///< the server's, signed by the authority
    std::string key{};         ///< the server's
};

/// New keys each time. Errors: kind transport, when OpenSSL cannot make them.
FEISHU_DECL result<loopback_identity> make_loopback_identity();

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/certificate.ipp>
#endif
