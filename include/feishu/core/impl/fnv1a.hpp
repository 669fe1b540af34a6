#pragma once
// fnv1a: a hash of text that is the same in every build, for values that leave the process.

#include <cstdint>
#include <string_view>

namespace feishu::detail {

/// FNV-1a, 64 bits. Who chooses the text can choose collisions.
constexpr std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t out = 0xcbf29ce484222325;
    for (char const c : text)
        out = (out ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return out;
}

} // namespace feishu::detail
