#pragma once
// Hexadecimal digits: ids, log ids and page tokens.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <feishu/core/impl/hex.hpp>

namespace feishu::emulator::detail {

/// The first `digits` of the 16 digits of a number, the most significant one first.
inline void append_hex(std::string& out, std::uint64_t value, std::size_t digits = 16,
                       std::string_view alphabet = feishu::detail::hex_digits) {
    for (; digits > 0; --digits, value <<= 4)
        out += alphabet[value >> 60];
}

} // namespace feishu::emulator::detail
