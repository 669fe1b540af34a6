#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <new>
#include <optional>
#include <tuple>
#include <utility>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <feishu/core/impl/base64.hpp>
#include <feishu/core/impl/hex.hpp>
#include <feishu/event/impl/crypto.hpp>
#include <feishu/http/impl/equal_secrets.hpp>

namespace feishu::event_crypto {
namespace detail {

// OpenSSL fails here only if memory is exhausted or the algorithm is disabled, which no caller can handle.
inline void must(bool done) {
    if (!done)
        throw std::bad_alloc();
}

inline unsigned char const* raw(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}
inline unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

// Fetching looks an algorithm up by name and allocates, at a cost of several events. The algorithms are never
// freed: threads may still use them while the process ends.
inline EVP_MD const* sha256() {
    static EVP_MD const* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}
inline EVP_MD const* sha1() {
    static EVP_MD const* const fetched = EVP_MD_fetch(nullptr, "SHA1", nullptr);
    return fetched;
}
inline EVP_CIPHER const* aes_256_cbc() {
    static EVP_CIPHER const* const fetched = EVP_CIPHER_fetch(nullptr, "AES-256-CBC", nullptr);
    return fetched;
}

struct free_context {
    void operator()(EVP_MD_CTX* one) const { EVP_MD_CTX_free(one); }
    void operator()(EVP_CIPHER_CTX* one) const { EVP_CIPHER_CTX_free(one); }
};

/// The bytes of a digest.
struct digest_value {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned size = 0;

    std::string hex() const {
        return feishu::detail::to_hex({reinterpret_cast<char const*>(bytes.data()), size});
    }
};

inline digest_value digest(EVP_MD const* algorithm, std::initializer_list<std::string_view> parts) {
    thread_local std::unique_ptr<EVP_MD_CTX, free_context> const context(EVP_MD_CTX_new());
    must(algorithm != nullptr && context != nullptr && EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1);
    for (auto const part : parts)
        must(EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1);
    digest_value out;
    must(EVP_DigestFinal_ex(context.get(), out.bytes.data(), &out.size) == 1);
    return out;
}

/// The key and the IV stay in the thread's context until its next use.
inline EVP_CIPHER_CTX* cipher_context(bool encrypt, unsigned char const* key, unsigned char const* iv) {
    thread_local std::unique_ptr<EVP_CIPHER_CTX, free_context> const context(EVP_CIPHER_CTX_new());
    must(aes_256_cbc() != nullptr && context != nullptr &&
         EVP_CipherInit_ex2(context.get(), aes_256_cbc(), key, iv, encrypt ? 1 : 0, nullptr) == 1);
    return context.get();
}

/// AES-256-CBC with PKCS#7 padding, from `size` bytes of `data` at `from` to the same place, which must have room for
/// one block more when encrypting. The size of the output; nothing if the input or its padding is invalid.
inline std::optional<std::size_t> transform(EVP_CIPHER_CTX* context, std::string& data, std::size_t from,
                                            std::size_t size) {
    auto* const at = raw(data) + from;
    int body = 0, last = 0;
    if (EVP_CipherUpdate(context, at, &body, at, static_cast<int>(size)) != 1 ||
        EVP_CipherFinal_ex(context, at + body, &last) != 1)
        return std::nullopt;
    return static_cast<std::size_t>(body + last);
}

inline constexpr std::size_t block = std::tuple_size_v<iv>;

} // namespace detail

FEISHU_DECL std::string signature(std::string_view timestamp, std::string_view nonce,
                                  std::string_view encrypt_key, std::string_view body) {
    return detail::digest(detail::sha256(), {timestamp, nonce, encrypt_key, body}).hex();
}

FEISHU_DECL std::string sha256_hex(std::string_view text) { return detail::digest(detail::sha256(), {text}).hex(); }

FEISHU_DECL std::string card_signature(std::string_view timestamp, std::string_view nonce,
                                       std::string_view verification_token, std::string_view body) {
    return detail::digest(detail::sha1(), {timestamp, nonce, verification_token, body}).hex();
}

FEISHU_DECL decryption_key::decryption_key(std::string_view encrypt_key) {
    auto const digest = detail::digest(detail::sha256(), {encrypt_key});
    std::copy_n(digest.bytes.begin(), bytes_.size(), bytes_.begin());
}

FEISHU_DECL decryption_key::~decryption_key() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }

FEISHU_DECL result<std::string> decryption_key::decrypt(std::string_view base64) const {
    auto const failure = [] {
        return error{.kind = error_kind::decode, .message = "the event cannot be decrypted"};
    };
    constexpr std::size_t limit = 1u << 30; // OpenSSL takes sizes as int
    if (base64.size() > limit)
        return failure();
    auto data = from_base64(base64);
    if (!data || data->size() < 2 * detail::block || data->size() % detail::block != 0)
        return failure();
    auto* const context = detail::cipher_context(false, bytes_.data(), detail::raw(*data));
    auto const size = detail::transform(context, *data, detail::block, data->size() - detail::block);
    if (!size || *size == 0)
        return failure();
    data->erase(0, detail::block);
    data->resize(*size);
    return std::move(*data);
}

FEISHU_DECL result<std::string> decrypt(std::string_view encrypt_key, std::string_view base64) {
    return decryption_key(encrypt_key).decrypt(base64);
}

FEISHU_DECL std::string encrypt(std::string_view encrypt_key, std::string_view plain, iv const& first_block) {
    auto const key = detail::digest(detail::sha256(), {encrypt_key});
    std::string data(first_block.begin(), first_block.end());
    data += plain;
    data.resize(data.size() + detail::block);
    auto* const context = detail::cipher_context(true, key.bytes.data(), first_block.data());
    auto const size = detail::transform(context, data, detail::block, plain.size());
    detail::must(size.has_value());
    data.resize(detail::block + *size);
    return to_base64(data);
}

FEISHU_DECL bool equal(std::string_view a, std::string_view b) {
    return http::detail::equal_secrets(a, b);
}

} // namespace feishu::event_crypto
