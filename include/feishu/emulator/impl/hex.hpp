#pragma once
// Hexadecimal digits: ids, log ids and page tokens.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace feishu::emulator::detail {

inline constexpr std::string_view lower_hex = "0123456789abcdef";
inline constexpr std::string_view upper_hex = "0123456789ABCDEF";

/// The first `digits` of the 16 digits of a number, the most significant one first.
inline void append_hex(std::string& out, std::uint64_t value, std::size_t digits = 16,
                       std::string_view alphabet = lower_hex) {
    for (; digits > 0; --digits, value <<= 4)
        out += alphabet[value >> 60];
}

} // namespace feishu::emulator::detail
