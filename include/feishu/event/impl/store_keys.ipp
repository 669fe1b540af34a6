#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

#include <feishu/core/impl/hex.hpp>
#include <feishu/event/impl/crypto.hpp>
#include <feishu/event/impl/store_keys.hpp>

namespace feishu::detail {

FEISHU_DECL std::string short_key(std::string_view key) {
    constexpr std::size_t longest = 500;
    return key.size() <= longest ? std::string(key) : event_crypto::sha256_hex(key);
}

FEISHU_DECL std::string unique_token() {
    std::random_device random;
    std::string out;
    for (int i = 0; i < 2; ++i)
        append_hex(out, static_cast<std::uint64_t>(random()) << 32 | random());
    return out;
}

} // namespace feishu::detail
