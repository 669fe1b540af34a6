#pragma once

#include <string>

#include <boost/asio/buffer.hpp>
#include <boost/system/error_code.hpp>

#include <openssl/opensslv.h>
#include <openssl/ssl.h>

#include <feishu/http/impl/tls_context.hpp>
#include <feishu/http/impl/unusable.hpp>

namespace feishu::http::detail {

/// Trusts the system's CAs. Returns the reason if that fails, else an empty text.
inline std::string trust_system(boost::asio::ssl::context& context) {
#if defined(_WIN32)
    // The default paths are those of the machine where OpenSSL was built; the system's store has a URI.
#if OPENSSL_VERSION_NUMBER >= 0x30200000L
    if (SSL_CTX_load_verify_store(context.native_handle(), "org.openssl.winstore://") == 1)
        return {};
    return "OpenSSL cannot open the Windows certificate store; set ca_file";
#else
    (void)context;
    return "OpenSSL before 3.2 cannot read the Windows certificate store; set ca_file";
#endif
#else
    boost::system::error_code failed;
    context.set_default_verify_paths(failed);
    return failed ? failed.message() : std::string();
#endif
}

FEISHU_DECL result<std::shared_ptr<boost::asio::ssl::context>>
make_tls_context(transport_params const& params) {
    namespace ssl = boost::asio::ssl;
    auto context = std::make_shared<ssl::context>(ssl::context::tls_client);
    if (SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION) != 1)
        return unusable("base_url", "needs TLS 1.2, which this build of OpenSSL does not have");
    boost::system::error_code failed;
    context->set_verify_mode(ssl::verify_peer, failed);
    if (params.ca_file.empty() && params.ca_pem.empty())
        if (auto const problem = trust_system(*context); !problem.empty())
            return unusable("base_url", "needs the system's CAs, which cannot be loaded: " + problem);
    if (!params.ca_file.empty())
        context->load_verify_file(params.ca_file, failed);
    if (failed)
        return unusable("ca_file", "is not a readable PEM file of certificates: " + failed.message());
    if (!params.ca_pem.empty())
        context->add_certificate_authority(boost::asio::buffer(params.ca_pem), failed);
    if (failed)
        return unusable("ca_pem", "is not a certificate in PEM form: " + failed.message());
    return context;
}

} // namespace feishu::http::detail
