#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string_view>

#include <boost/asio/ssl/error.hpp>
#include <boost/system/error_code.hpp>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/opensslv.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <feishu/core/impl/invalid_argument.hpp>
#include <feishu/http/impl/ip_address.hpp>
#include <feishu/http/impl/tls_context.hpp>

namespace feishu::http::detail {

/// The text of OpenSSL's last error on this thread.
inline std::string last_tls_error() {
    auto const code = static_cast<int>(ERR_get_error());
    return boost::system::error_code(code, boost::asio::error::get_ssl_category()).message();
}

/// Trusts the system's CAs. Returns the reason if that fails, else an empty text.
inline std::string trust_system(SSL_CTX* context) {
#if defined(_WIN32)
    // The default paths are those of the machine where OpenSSL was built; the system's store has a URI.
#if OPENSSL_VERSION_NUMBER >= 0x30200000L
    if (SSL_CTX_load_verify_store(context, "org.openssl.winstore://") == 1)
        return {};
    return "OpenSSL cannot open the Windows certificate store; set ca_file";
#else
    (void)context;
    return "OpenSSL before 3.2 cannot read the Windows certificate store; set ca_file";
#endif
#else
    return SSL_CTX_set_default_verify_paths(context) == 1 ? std::string() : last_tls_error();
#endif
}

/// By default, OpenSSL asks for the password of an encrypted certificate on the terminal.
inline int no_password(char*, int, int, void*) { return 0; }

/// Trusts all certificates in `pem`. Returns the reason if that fails, else an empty text.
inline std::string trust_pem(SSL_CTX* context, std::string_view pem) {
    using bio = std::unique_ptr<BIO, decltype([](BIO* p) { BIO_free(p); })>;
    using certificate = std::unique_ptr<X509, decltype([](X509* p) { X509_free(p); })>;
    auto const size =
        static_cast<int>((std::min)(pem.size(), std::size_t((std::numeric_limits<int>::max)())));
    bio const in(BIO_new_mem_buf(pem.data(), size));
    for (int count = 0; in; ++count) {
        certificate const one(PEM_read_bio_X509(in.get(), nullptr, no_password, nullptr));
        bool const at_end =
            !one && count != 0 && ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
        if (at_end) {
            ERR_clear_error();
            return {};
        }
        if (!one || X509_STORE_add_cert(SSL_CTX_get_cert_store(context), one.get()) != 1)
            break;
    }
    return last_tls_error();
}

FEISHU_DECL result<tls_context> make_tls_context(transport_params const& params) {
    ERR_clear_error();
    tls_context context(SSL_CTX_new(TLS_client_method()), [](SSL_CTX* p) { SSL_CTX_free(p); });
    if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1)
        return feishu::detail::invalid_argument("base_url", "needs TLS 1.2, which this build of OpenSSL does not have");
    SSL_CTX_set_options(context.get(), SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    if (params.ca_file.empty() && params.ca_pem.empty())
        if (auto const problem = trust_system(context.get()); !problem.empty())
            return feishu::detail::invalid_argument("base_url", "needs the system's CAs, which cannot be loaded: " + problem);
    if (!params.ca_file.empty() && SSL_CTX_load_verify_file(context.get(), params.ca_file.c_str()) != 1)
        return feishu::detail::invalid_argument("ca_file", "is not a readable PEM file of certificates: " + last_tls_error());
    if (!params.ca_pem.empty())
        if (auto const problem = trust_pem(context.get(), params.ca_pem); !problem.empty())
            return feishu::detail::invalid_argument("ca_pem", "is not a certificate in PEM form: " + problem);
    return context;
}

FEISHU_DECL void tls_session_deleter::operator()(ssl_st* session) const noexcept { SSL_free(session); }

/// Sets the expected name (SNI and certificate) or address (certificate only: SNI has no addresses).
inline bool expect_host(SSL* session, std::string const& host) {
    if (is_ipv4(host) || is_ipv6(host))
        return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), host.c_str()) == 1;
    SSL_set_hostflags(session, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    // SNI and certificates do not have the trailing dot of an absolute name.
    auto const name = host.substr(0, host.find_last_not_of('.') + 1);
    return SSL_set1_host(session, name.c_str()) == 1 && SSL_set_tlsext_host_name(session, name.c_str()) == 1;
}

FEISHU_DECL tls_session make_tls_session(tls_context const& context, std::string const& host) {
    tls_session out(SSL_new(context.get()));
    if (out && !expect_host(out.get(), host))
        out = nullptr;
    return out;
}

FEISHU_DECL std::string certificate_problem(ssl_st const* session) {
    auto const verdict = session != nullptr ? SSL_get_verify_result(session) : X509_V_OK;
    return verdict == X509_V_OK ? std::string() : X509_verify_cert_error_string(verdict);
}

} // namespace feishu::http::detail
