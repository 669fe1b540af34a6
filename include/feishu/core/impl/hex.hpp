#pragma once
// Hexadecimal digits.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace feishu::detail {

inline constexpr std::string_view hex_digits = "0123456789abcdef";
inline constexpr std::string_view upper_hex_digits = "0123456789ABCDEF";

/// Two digits for each byte.
constexpr void append_hex(std::string& out, std::string_view bytes, std::string_view digits = hex_digits) {
    for (char const c : bytes) {
        auto const byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
}

/// The first `count` of the 16 digits of a number, the most significant one first.
constexpr void append_hex(std::string& out, std::uint64_t value, std::size_t count = 16,
                          std::string_view digits = hex_digits) {
    for (; count > 0; --count, value <<= 4)
        out += digits[value >> 60];
}

constexpr std::string to_hex(std::string_view bytes) {
    std::string out(2 * bytes.size(), '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto const byte = static_cast<unsigned char>(bytes[i]);
        out[2 * i] = hex_digits[byte >> 4];
        out[2 * i + 1] = hex_digits[byte & 15];
    }
    return out;
}

/// The value of a digit of either case; -1 for other characters.
constexpr int hex_value(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

} // namespace feishu::detail
