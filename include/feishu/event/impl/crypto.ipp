#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <new>
#include <tuple>
#include <vector>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <feishu/core/impl/base64.hpp>
#include <feishu/core/impl/hex.hpp>
#include <feishu/event/impl/crypto.hpp>

namespace feishu::event_crypto {
namespace detail {

using bytes = std::vector<unsigned char>;

// OpenSSL fails here only if memory is exhausted or the algorithm is disabled, which no caller can handle.
inline void must(bool done) {
    if (!done)
        throw std::bad_alloc();
}

inline unsigned char const* raw(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

inline bytes digest(EVP_MD const* algorithm, std::initializer_list<std::string_view> parts) {
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> const context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    must(context != nullptr && EVP_DigestInit_ex(context.get(), algorithm, nullptr) == 1);
    for (auto const part : parts)
        must(EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1);
    bytes out(static_cast<std::size_t>(EVP_MD_get_size(algorithm)));
    must(EVP_DigestFinal_ex(context.get(), out.data(), nullptr) == 1);
    return out;
}

inline std::string hex(bytes const& data) {
    return feishu::detail::to_hex({reinterpret_cast<char const*>(data.data()), data.size()});
}

inline unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

// AES-256-CBC with PKCS#7 padding. Empty if the input or its padding is invalid.
inline std::string aes(bool encrypt, std::string_view encrypt_key, std::string_view iv,
                       std::string_view data) {
    std::unique_ptr<EVP_CIPHER_CTX, void (*)(EVP_CIPHER_CTX*)> const context(EVP_CIPHER_CTX_new(),
                                                                             &EVP_CIPHER_CTX_free);
    auto const key = digest(EVP_sha256(), {encrypt_key});
    must(context != nullptr && EVP_CipherInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, key.data(),
                                                 raw(iv), encrypt ? 1 : 0) == 1);
    std::string out(data.size() + 16, '\0');
    int body = 0, last = 0;
    if (EVP_CipherUpdate(context.get(), raw(out), &body, raw(data), static_cast<int>(data.size())) != 1 ||
        EVP_CipherFinal_ex(context.get(), raw(out) + body, &last) != 1)
        return {};
    out.resize(static_cast<std::size_t>(body + last));
    return out;
}

} // namespace detail

FEISHU_DECL std::string signature(std::string_view timestamp, std::string_view nonce,
                                  std::string_view encrypt_key, std::string_view body) {
    return detail::hex(detail::digest(EVP_sha256(), {timestamp, nonce, encrypt_key, body}));
}

FEISHU_DECL std::string card_signature(std::string_view timestamp, std::string_view nonce,
                                       std::string_view verification_token, std::string_view body) {
    return detail::hex(detail::digest(EVP_sha1(), {timestamp, nonce, verification_token, body}));
}

FEISHU_DECL result<std::string> decrypt(std::string_view encrypt_key, std::string_view base64) {
    error const failure{.kind = error_kind::decode, .message = "the event cannot be decrypted"};
    constexpr std::size_t block = std::tuple_size_v<iv>;
    constexpr std::size_t limit = 1u << 30; // OpenSSL takes sizes as int
    if (base64.size() > limit)
        return failure;
    auto const data = from_base64(base64).value_or("");
    if (data.size() < 2 * block || data.size() % block != 0)
        return failure;
    auto const bytes = std::string_view(data);
    auto plain = detail::aes(false, encrypt_key, bytes.substr(0, block), bytes.substr(block));
    if (plain.empty())
        return failure;
    return plain;
}

FEISHU_DECL std::string encrypt(std::string_view encrypt_key, std::string_view plain, iv const& first_block) {
    std::string const start(first_block.begin(), first_block.end());
    return to_base64(start + detail::aes(true, encrypt_key, start, plain));
}

FEISHU_DECL bool equal(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace feishu::event_crypto
