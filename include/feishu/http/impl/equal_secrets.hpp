#pragma once
// equal_secrets: for signatures, tokens and states that come from outside.

#include <string_view>

#include <openssl/crypto.h>

namespace feishu::http::detail {

/// Compares in a time that depends on the lengths only.
inline bool equal_secrets(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace feishu::http::detail
