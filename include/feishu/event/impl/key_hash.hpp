#pragma once
// key_hash: a key of the dedup store as 128 bits, SipHash-1-3 under a secret that is drawn per process: nobody can
// choose keys that collide, and by chance no two of a million do (one in 10^27).

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

struct key_hash {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    friend constexpr bool operator==(key_hash const&, key_hash const&) = default;
};

/// The secret of SipHash.
struct hash_secret {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
};

/// SipHash with one round per block and three at the end, 128 bits.
FEISHU_DECL key_hash hash_of(std::string_view key, hash_secret const& secret);

/// With the secret of this process.
FEISHU_DECL key_hash hash_of(std::string_view key);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/key_hash.ipp>
#endif
