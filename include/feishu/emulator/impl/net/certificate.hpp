#pragma once
// Certificates for HTTPS on loopback: a generated certificate authority, and a certificate for localhost,
// 127.0.0.1 and ::1 that it signed. Nothing is written to disk.

#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

/// All in PEM.
struct loopback_identity {
    std::string ca{};          ///< for clients to trust
    std::string certificate{}; ///< the server's, signed by the authority
    std::string key{};         ///< the server's

    // Certificates for the same key that clients must not accept.
    std::string expired{};    ///< since yesterday
    std::string wrong_host{}; ///< of wrong.host.invalid
};

/// New keys each time. Errors: kind transport, if OpenSSL fails.
FEISHU_DECL result<loopback_identity> make_loopback_identity();

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/certificate.ipp>
#endif
