#pragma once
// Certificates that are generated at run time, so that the repository contains no keys and none expires.

#include <memory>
#include <stdexcept>
#include <string>

#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/context.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace test {

/// A self-signed certificate, which is its own CA.
struct certificate {
    std::string pem;
    std::string key_pem;
};

namespace detail {

template <auto Free>
struct deleter {
    template <class T>
    void operator()(T* p) const {
        Free(p);
    }
};

inline std::string text_of(BIO* bio) {
    char* data = nullptr;
    auto const size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

inline void extend(X509* x, int nid, std::string const& value) {
    std::unique_ptr<X509_EXTENSION, deleter<&X509_EXTENSION_free>> const e(
        X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.c_str()));
    if (!e || X509_add_ext(x, e.get(), -1) != 1)
        throw std::runtime_error("bad certificate extension " + value);
}

} // namespace detail

/// `names` as OpenSSL writes them: "IP:127.0.0.1,DNS:localhost".
inline certificate make_certificate(std::string const& names) {
    using namespace detail;
    std::unique_ptr<EVP_PKEY, deleter<&EVP_PKEY_free>> const key(EVP_EC_gen("P-256"));
    std::unique_ptr<X509, deleter<&X509_free>> const x(X509_new());
    X509_set_version(x.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(x.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(x.get()), 3600);
    X509_set_pubkey(x.get(), key.get());
    auto* const name = X509_get_subject_name(x.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("test"), -1,
                               -1, 0);
    X509_set_issuer_name(x.get(), name);
    extend(x.get(), NID_basic_constraints, "critical,CA:TRUE");
    extend(x.get(), NID_subject_alt_name, names);
    if (X509_sign(x.get(), key.get(), EVP_sha256()) == 0)
        throw std::runtime_error("cannot sign a certificate");
    std::unique_ptr<BIO, deleter<&BIO_free>> const cert_out(BIO_new(BIO_s_mem())),
        key_out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(cert_out.get(), x.get());
    PEM_write_bio_PrivateKey(key_out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {text_of(cert_out.get()), text_of(key_out.get())};
}

inline std::shared_ptr<boost::asio::ssl::context> server_tls(certificate const& identity) {
    namespace ssl = boost::asio::ssl;
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    context->use_certificate_chain(boost::asio::buffer(identity.pem));
    context->use_private_key(boost::asio::buffer(identity.key_pem), ssl::context::pem);
    return context;
}

} // namespace test
