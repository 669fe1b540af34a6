#pragma once
// What protects pushed events: signatures over the raw body, and its encryption with the app's encrypt key.
//
//     if (!event_crypto::equal(event_crypto::signature(timestamp, nonce, encrypt_key, body), header)) …;
//     auto plain = event_crypto::decrypt(encrypt_key, base64);

#include <array>
#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::event_crypto {

/// The first block of AES-CBC; random for each event.
using iv = std::array<unsigned char, 16>;

/// What `X-Lark-Signature` holds: SHA-256 in hex over timestamp, nonce, encrypt key and the body as received.
FEISHU_DECL std::string signature(std::string_view timestamp, std::string_view nonce,
                                  std::string_view encrypt_key, std::string_view body);

/// The same for old card callbacks, which are never encrypted: SHA-1 with the verification token.
FEISHU_DECL std::string card_signature(std::string_view timestamp, std::string_view nonce,
                                       std::string_view verification_token, std::string_view body);

/// The text in the member `encrypt` of a body: AES-256-CBC, its key the SHA-256 of `encrypt_key`.
/// Errors: kind decode, always with the same message, so that a forger learns nothing from it.
FEISHU_DECL result<std::string> decrypt(std::string_view encrypt_key, std::string_view base64);

/// The reverse of `decrypt`, for tests and emulators.
FEISHU_DECL std::string encrypt(std::string_view encrypt_key, std::string_view plain, iv const& first_block);

/// Compares in a time that does not depend on where the difference is.
FEISHU_DECL bool equal(std::string_view a, std::string_view b);

} // namespace feishu::event_crypto

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/crypto.ipp>
#endif
