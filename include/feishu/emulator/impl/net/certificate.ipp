#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <feishu/emulator/impl/net/certificate.hpp>

namespace feishu::emulator {
namespace detail {

template <auto Free>
struct openssl_free {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
using key_ptr = std::unique_ptr<EVP_PKEY, openssl_free<EVP_PKEY_free>>;
using certificate_ptr = std::unique_ptr<X509, openssl_free<X509_free>>;
using extension_ptr = std::unique_ptr<X509_EXTENSION, openssl_free<X509_EXTENSION_free>>;
using bio_ptr = std::unique_ptr<BIO, openssl_free<BIO_free>>;

inline bool add_extension(X509* certificate, X509* issuer, int kind, char const* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    extension_ptr const extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1;
}

// A random serial number: clients reject another certificate with the same issuer and number as an earlier
// run's.
inline bool set_serial(X509* certificate) {
    unsigned char bytes[8];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    std::uint64_t number = 0;
    for (auto const byte : bytes)
        number = number << 8 | byte;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), number >> 1) == 1;
}

// A certificate with names, validity and key, without extensions and signature.
inline certificate_ptr draft_certificate(EVP_PKEY* key, char const* name, X509* issuer) {
    certificate_ptr certificate(X509_new());
    if (certificate == nullptr || !set_serial(certificate.get()))
        return nullptr;
    auto* const subject = X509_get_subject_name(certificate.get());
    bool const ok =
        X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>(name),
                                   -1, -1, 0) == 1 &&
        X509_set_issuer_name(certificate.get(),
                             issuer != nullptr ? X509_get_subject_name(issuer) : subject) == 1 &&
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -24L * 3600) != nullptr &&
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 30L * 24 * 3600) != nullptr &&
        X509_set_pubkey(certificate.get(), key) == 1;
    return ok ? std::move(certificate) : nullptr;
}

inline certificate_ptr make_authority(EVP_PKEY* key) {
    auto authority = draft_certificate(key, "feishu-cpp emulator CA", nullptr);
    bool const ok =
        authority != nullptr &&
        add_extension(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE") &&
        add_extension(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign,cRLSign") &&
        add_extension(authority.get(), authority.get(), NID_subject_key_identifier, "hash") &&
        X509_sign(authority.get(), key, EVP_sha256()) != 0;
    return ok ? std::move(authority) : nullptr;
}

inline certificate_ptr make_server(EVP_PKEY* key, X509* authority, EVP_PKEY* authority_key) {
    auto server = draft_certificate(key, "localhost", authority);
    bool const ok =
        server != nullptr &&
        add_extension(server.get(), authority, NID_basic_constraints, "critical,CA:FALSE") &&
        add_extension(server.get(), authority, NID_key_usage, "critical,digitalSignature") &&
        add_extension(server.get(), authority, NID_ext_key_usage, "serverAuth") &&
        add_extension(server.get(), authority, NID_subject_key_identifier, "hash") &&
        add_extension(server.get(), authority, NID_authority_key_identifier, "keyid:always") &&
        add_extension(server.get(), authority, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1") &&
        X509_sign(server.get(), authority_key, EVP_sha256()) != 0;
    return ok ? std::move(server) : nullptr;
}

template <class Write>
std::string to_pem(Write write) {
    bio_ptr const memory(BIO_new(BIO_s_mem()));
    if (memory == nullptr || write(memory.get()) != 1)
        return {};
    char* data = nullptr;
    auto const size = BIO_get_mem_data(memory.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

} // namespace detail

FEISHU_DECL result<loopback_identity> make_loopback_identity() {
    error const failed{.message = "OpenSSL could not make a certificate for the emulator"};
    detail::key_ptr const authority_key(EVP_EC_gen("P-256"));
    detail::key_ptr const server_key(EVP_EC_gen("P-256"));
    if (authority_key == nullptr || server_key == nullptr)
        return failed;
    auto const authority = detail::make_authority(authority_key.get());
    auto const server = authority != nullptr
                            ? detail::make_server(server_key.get(), authority.get(), authority_key.get())
                            : nullptr;
    if (server == nullptr)
        return failed;
    loopback_identity out;
    out.ca = detail::to_pem([&](BIO* to) { return PEM_write_bio_X509(to, authority.get()); });
    out.certificate = detail::to_pem([&](BIO* to) { return PEM_write_bio_X509(to, server.get()); });
    out.key = detail::to_pem([&](BIO* to) {
        return PEM_write_bio_PrivateKey(to, server_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    if (out.ca.empty() || out.certificate.empty() || out.key.empty())
        return failed;
    return out;
}

} // namespace feishu::emulator
