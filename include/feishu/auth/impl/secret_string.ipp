#pragma once

#include <openssl/crypto.h>

#include <feishu/auth/impl/secret_string.hpp>

namespace feishu::auth {

FEISHU_DECL void wipe(std::string& text) noexcept {
    text.resize(text.capacity()); // what a longer text before has left there
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

} // namespace feishu::auth
