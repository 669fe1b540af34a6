#pragma once
// Base64 as used in headers and JSON (RFC 4648, padded).

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace feishu {
namespace detail {

inline constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// What a character adds to the three bytes of its group of four, the first byte in the lowest bits: a table for
/// each place in the group.
using base64_table = std::array<std::uint32_t, 256>;
inline constexpr std::uint32_t no_base64_digit = 1u << 31;

inline constexpr auto base64_tables = [] {
    std::array<base64_table, 4> tables{};
    for (auto& table : tables)
        table.fill(no_base64_digit);
    for (std::uint32_t value = 0; value < base64_digits.size(); ++value) {
        auto const digit = static_cast<unsigned char>(base64_digits[value]);
        tables[0][digit] = value << 2;
        tables[1][digit] = value >> 4 | (value & 15) << 12;
        tables[2][digit] = value >> 2 << 8 | (value & 3) << 22;
        tables[3][digit] = value << 16;
    }
    return tables;
}();

} // namespace detail

/// Encodes `bytes`.
inline std::string to_base64(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned group = 0;
        for (std::size_t j = i; j < i + 3; ++j)
            group = group << 8 | (j < bytes.size() ? static_cast<unsigned char>(bytes[j]) : 0u);
        for (std::size_t j = 0; j < 4; ++j)
            out += i + j <= bytes.size() ? detail::base64_digits[group >> (18 - 6 * j) & 63] : '=';
    }
    return out;
}

/// Decodes `text`; nothing if it has whitespace, lacks padding or is otherwise malformed.
inline std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0)
        return std::nullopt;
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding)
        text.remove_suffix(1);
    std::uint32_t seen = 0; // of all groups, so that one check at the end finds what is not a digit
    auto const decode = [&](char const* from, char* to) {
        auto const value = [from](std::size_t at) {
            return detail::base64_tables[at][static_cast<unsigned char>(from[at])];
        };
        auto const group = value(0) | value(1) | value(2) | value(3);
        seen |= group;
        to[0] = static_cast<char>(group & 0xff);
        to[1] = static_cast<char>(group >> 8 & 0xff);
        to[2] = static_cast<char>(group >> 16 & 0xff);
    };
    auto const whole = text.size() / 4;
    std::string out(whole * 3 + 3, '\0');
    for (std::size_t i = 0; i < whole; ++i)
        decode(text.data() + 4 * i, out.data() + 3 * i);
    std::array<char, 4> rest{'A', 'A', 'A', 'A'}; // a digit of value 0
    text.copy(rest.data(), rest.size(), 4 * whole);
    decode(rest.data(), out.data() + 3 * whole);
    if ((seen & detail::no_base64_digit) != 0)
        return std::nullopt;
    out.resize(text.size() * 3 / 4);
    return out;
}

} // namespace feishu
