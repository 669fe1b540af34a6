#pragma once
// Cryptography of pushed events: the signature of a request, and the encryption of its body with the app's
// encrypt key.
//
//     if (!event_crypto::equal(event_crypto::signature(timestamp, nonce, encrypt_key, body), header)) …;
//     event_crypto::decryption_key const key(encrypt_key);
//     auto plain = key.decrypt(base64);
//
// Algorithms are fetched once per process, and each thread reuses its contexts.

#include <array>
#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::event_crypto {

/// The initialization vector of AES-CBC, random for each event.
using iv = std::array<unsigned char, 16>;

/// The value of `X-Lark-Signature`: SHA-256 of timestamp, nonce, encrypt key and body as received, in hex.
FEISHU_DECL std::string signature(std::string_view timestamp, std::string_view nonce,
                                  std::string_view encrypt_key, std::string_view body);

/// The same for legacy card callbacks, which are never encrypted: SHA-1 with the verification token.
FEISHU_DECL std::string card_signature(std::string_view timestamp, std::string_view nonce,
                                       std::string_view verification_token, std::string_view body);

/// The AES key that is derived from an encrypt key: its SHA-256.
///
/// Thread safety: `decrypt` may be called on several threads at a time.
class decryption_key {
public:
    FEISHU_DECL explicit decryption_key(std::string_view encrypt_key);
    decryption_key(decryption_key const&) = delete;
    decryption_key& operator=(decryption_key const&) = delete;
    FEISHU_DECL ~decryption_key(); ///< wipes the key

    /// Decrypts the member `encrypt` of a body: AES-256-CBC.
    /// Errors: kind decode, always with the same message, so that it discloses nothing to a forger.
    FEISHU_DECL result<std::string> decrypt(std::string_view base64) const;

private:
    std::array<unsigned char, 32> bytes_{};
};

/// The same with a key that is used once.
FEISHU_DECL result<std::string> decrypt(std::string_view encrypt_key, std::string_view base64);

/// The inverse of `decrypt`, for tests and the emulator.
FEISHU_DECL std::string encrypt(std::string_view encrypt_key, std::string_view plain, iv const& first_block);

/// SHA-256 in hex.
FEISHU_DECL std::string sha256_hex(std::string_view text);

/// Compares in constant time.
FEISHU_DECL bool equal(std::string_view a, std::string_view b);

} // namespace feishu::event_crypto

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/crypto.ipp>
#endif
