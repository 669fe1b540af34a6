#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <random>

#include <feishu/event/impl/key_hash.hpp>

namespace feishu::detail {

/// The state of SipHash: https://www.aumasson.jp/siphash/siphash.pdf
class sip_state {
public:
    explicit sip_state(hash_secret const& secret)
        : v_{secret.first ^ 0x736f6d6570736575, secret.second ^ 0x646f72616e646f6d ^ 0xee,
             secret.first ^ 0x6c7967656e657261, secret.second ^ 0x7465646279746573} {}

    void add(std::uint64_t block) {
        v_[3] ^= block;
        round();
        v_[0] ^= block;
    }
    /// Half of the hash; `mark` is 0xee for the first and 0xdd for the second.
    std::uint64_t finish(std::size_t at, std::uint64_t mark) {
        v_[at] ^= mark;
        for (int i = 0; i < 3; ++i)
            round();
        return v_[0] ^ v_[1] ^ v_[2] ^ v_[3];
    }

private:
    void round() {
        auto& [a, b, c, d] = v_;
        a += b, b = std::rotl(b, 13) ^ a, a = std::rotl(a, 32);
        c += d, d = std::rotl(d, 16) ^ c;
        a += d, d = std::rotl(d, 21) ^ a;
        c += b, b = std::rotl(b, 17) ^ c, c = std::rotl(c, 32);
    }

    std::array<std::uint64_t, 4> v_;
};

/// The first eight bytes, or all if there are fewer. Hashes do not leave the process: its byte order will do.
inline std::uint64_t sip_block(std::string_view bytes) {
    std::uint64_t out = 0;
    std::memcpy(&out, bytes.data(), (std::min)(bytes.size(), sizeof out));
    return out;
}

FEISHU_DECL key_hash hash_of(std::string_view key, hash_secret const& secret) {
    sip_state state(secret);
    std::uint64_t const size = key.size();
    for (; key.size() >= 8; key.remove_prefix(8))
        state.add(sip_block(key.substr(0, 8)));
    state.add(sip_block(key) ^ size << 56);
    auto const low = state.finish(2, 0xee);
    return {low, state.finish(1, 0xdd)};
}

FEISHU_DECL key_hash hash_of(std::string_view key) {
    static auto const secret = [] {
        std::random_device random;
        auto const draw = [&] { return static_cast<std::uint64_t>(random()) << 32 | random(); };
        return hash_secret{draw(), draw()};
    }();
    return hash_of(key, secret);
}

} // namespace feishu::detail
