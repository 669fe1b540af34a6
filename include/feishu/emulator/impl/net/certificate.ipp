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

inline constexpr long seconds_per_day = 24L * 3600;

// When a certificate expires, in seconds from now.
enum class expiry : long { yesterday = -seconds_per_day, in_a_month = 30 * seconds_per_day };

// A certificate with names, validity and key, without extensions and signature.
inline certificate_ptr draft_certificate(EVP_PKEY* key, char const* name, X509* issuer,
                                         expiry until = expiry::in_a_month) {
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
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -2 * seconds_per_day) != nullptr &&
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), static_cast<long>(until)) != nullptr &&
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

inline constexpr char const* loopback_names = "DNS:localhost,IP:127.0.0.1,IP:::1";

inline certificate_ptr make_server(EVP_PKEY* key, X509* authority, EVP_PKEY* authority_key, char const* names,
                                   expiry until) {
    auto server = draft_certificate(key, "localhost", authority, until);
    bool const ok =
        server != nullptr &&
        add_extension(server.get(), authority, NID_basic_constraints, "critical,CA:FALSE") &&
        add_extension(server.get(), authority, NID_key_usage, "critical,digitalSignature") &&
        add_extension(server.get(), authority, NID_ext_key_usage, "serverAuth") &&
        add_extension(server.get(), authority, NID_subject_key_identifier, "hash") &&
        add_extension(server.get(), authority, NID_authority_key_identifier, "keyid:always") &&
        add_extension(server.get(), authority, NID_subject_alt_name, names) &&
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

inline std::string to_pem(X509* certificate) {
    return to_pem([&](BIO* to) { return PEM_write_bio_X509(to, certificate); });
}

// Empty if OpenSSL fails.
inline std::string make_server_pem(EVP_PKEY* key, X509* authority, EVP_PKEY* authority_key, char const* names,
                                   expiry until) {
    auto const server = make_server(key, authority, authority_key, names, until);
    return server != nullptr ? to_pem(server.get()) : std::string();
}

} // namespace detail

FEISHU_DECL result<loopback_identity> make_loopback_identity() {
    error const failed{.message = "OpenSSL could not make a certificate for the emulator"};
    detail::key_ptr const authority_key(EVP_EC_gen("P-256"));
    detail::key_ptr const server_key(EVP_EC_gen("P-256"));
    if (authority_key == nullptr || server_key == nullptr)
        return failed;
    auto const authority = detail::make_authority(authority_key.get());
    if (authority == nullptr)
        return failed;
    auto const make = [&](char const* names, detail::expiry until) {
        return detail::make_server_pem(server_key.get(), authority.get(), authority_key.get(), names, until);
    };
    loopback_identity out;
    out.ca = detail::to_pem(authority.get());
    out.certificate = make(detail::loopback_names, detail::expiry::in_a_month);
    out.expired = make(detail::loopback_names, detail::expiry::yesterday);
    out.wrong_host = make("DNS:wrong.host.invalid", detail::expiry::in_a_month);
    out.key = detail::to_pem([&](BIO* to) {
        return PEM_write_bio_PrivateKey(to, server_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    for (auto const* pem : {&out.ca, &out.certificate, &out.expired, &out.wrong_host, &out.key})
        if (pem->empty())
            return failed;
    return out;
}

} // namespace feishu::emulator
