#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <new>
#include <tuple>
#include <vector>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <feishu/event/crypto.hpp>

namespace feishu::event_crypto {
namespace detail {

using bytes = std::vector<unsigned char>;

// OpenSSL fails here only when memory is short or the algorithm is switched off: nothing a caller could
// handle.
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
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(data.size() * 2);
    for (auto const byte : data) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

inline std::string to_base64(bytes const& data) {
    std::string out((data.size() + 2) / 3 * 4 + 1, '\0'); // and the zero that OpenSSL writes
    auto const n = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), data.data(),
                                   static_cast<int>(data.size()));
    out.resize(static_cast<std::size_t>(n));
    return out;
}

// Empty for what is not base64 to the letter; OpenSSL alone would pass over blanks.
inline bytes from_base64(std::string_view text) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    auto const digits = std::min(text.find_first_not_of(alphabet), text.size());
    auto const padding = text.size() - digits;
    if (text.empty() || text.size() % 4 != 0 || padding > 2 ||
        text.substr(digits) != std::string_view("==", padding))
        return {};
    bytes out(text.size() / 4 * 3);
    if (EVP_DecodeBlock(out.data(), raw(text), static_cast<int>(text.size())) < 0)
        return {};
    out.resize(out.size() - padding);
    return out;
}

// AES-256-CBC with PKCS#7 padding, in one direction. Empty when the input or its padding is wrong.
inline bytes aes(bool encrypt, std::string_view encrypt_key, unsigned char const* iv,
                 unsigned char const* data, std::size_t size) {
    std::unique_ptr<EVP_CIPHER_CTX, void (*)(EVP_CIPHER_CTX*)> const context(EVP_CIPHER_CTX_new(),
                                                                             &EVP_CIPHER_CTX_free);
    auto const key = digest(EVP_sha256(), {encrypt_key});
    must(context != nullptr &&
         EVP_CipherInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, key.data(), iv, encrypt ? 1 : 0) == 1);
    bytes out(size + 16);
    int body = 0, last = 0;
    if (EVP_CipherUpdate(context.get(), out.data(), &body, data, static_cast<int>(size)) != 1 ||
        EVP_CipherFinal_ex(context.get(), out.data() + body, &last) != 1)
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
    error const refused{.kind = error_kind::decode, .message = "the event cannot be decrypted"};
    constexpr std::size_t block = std::tuple_size_v<iv>;
    constexpr std::size_t limit = 1u << 30; // sizes are int to OpenSSL
    if (base64.size() > limit)
        return refused;
    auto const data = detail::from_base64(base64);
    if (data.size() < 2 * block || data.size() % block != 0)
        return refused;
    auto const plain = detail::aes(false, encrypt_key, data.data(), data.data() + block, data.size() - block);
    if (plain.empty())
        return refused;
    return std::string(plain.begin(), plain.end());
}

FEISHU_DECL std::string encrypt(std::string_view encrypt_key, std::string_view plain, iv const& first_block) {
    auto const secret = detail::aes(true, encrypt_key, first_block.data(), detail::raw(plain), plain.size());
    detail::bytes data(first_block.begin(), first_block.end());
    data.insert(data.end(), secret.begin(), secret.end());
    return detail::to_base64(data);
}

FEISHU_DECL bool equal(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace feishu::event_crypto
