#pragma once
// UTF-8 validation and counting of characters, usable at compile time.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace feishu::utf8 {

/// Result of `scan`.
struct summary {
    std::size_t characters = 0;                      ///< Unicode code points before `invalid_at` or the end
    std::size_t invalid_at = std::string_view::npos; ///< byte offset of the first ill-formed sequence

    constexpr bool valid() const { return invalid_at == std::string_view::npos; }
};

namespace detail {

constexpr bool is_tail(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Length of the well-formed sequence at the front of `s` (RFC 3629: no overlong forms, no surrogates, at most
// U+10FFFF), or 0.
constexpr std::size_t sequence_length(std::string_view s) {
    auto const b0 = static_cast<unsigned char>(s[0]);
    if (b0 < 0x80)
        return 1;
    auto const b1 = s.size() > 1 ? static_cast<unsigned char>(s[1]) : 0u;
    if (b0 >= 0xC2 && b0 <= 0xDF)
        return s.size() > 1 && is_tail(s[1]) ? 2 : 0;
    if (b0 >= 0xE0 && b0 <= 0xEF) {
        unsigned const low = b0 == 0xE0 ? 0xA0 : 0x80;
        unsigned const high = b0 == 0xED ? 0x9F : 0xBF;
        return s.size() > 2 && b1 >= low && b1 <= high && is_tail(s[2]) ? 3 : 0;
    }
    if (b0 >= 0xF0 && b0 <= 0xF4) {
        unsigned const low = b0 == 0xF0 ? 0x90 : 0x80;
        unsigned const high = b0 == 0xF4 ? 0x8F : 0xBF;
        return s.size() > 3 && b1 >= low && b1 <= high && is_tail(s[2]) && is_tail(s[3]) ? 4 : 0;
    }
    return 0;
}

// True when `s` begins with a well-formed sequence of three bytes, as Chinese does; false also for the ranges whose second
// byte is limited.
constexpr bool is_common_triple(std::string_view s) {
    if (s.size() < 3)
        return false;
    auto const b0 = static_cast<unsigned char>(s[0]);
    return b0 > 0xE0 && b0 < 0xF0 && b0 != 0xED && is_tail(s[1]) && is_tail(s[2]);
}

// True when the eight bytes at `p` are all ASCII: text usually is, and this skips it a word at a time.
inline bool ascii_word(char const* p) {
    std::uint64_t word;
    std::memcpy(&word, p, sizeof word);
    return (word & 0x8080808080808080u) == 0;
}

} // namespace detail

/// True when `s` is the beginning of a well-formed sequence of bytes that is not complete.
constexpr bool is_truncated(std::string_view s) {
    if (s.empty() || s.size() > 3)
        return false;
    // Of the tail bytes that may follow, the first one is limited from below or from above.
    for (char const tail : {'\x8F', '\xBF'}) {
        char bytes[4] = {tail, tail, tail, tail};
        for (std::size_t i = 0; i < s.size(); ++i)
            bytes[i] = s[i];
        if (detail::sequence_length({bytes, sizeof bytes}) > s.size())
            return true;
    }
    return false;
}

/// Counts the characters of `s` and finds the first byte that is not UTF-8.
constexpr summary scan(std::string_view s) {
    summary result;
    std::size_t i = 0;
    while (i < s.size()) {
        if (!std::is_constant_evaluated() && s[i] >= 0 && s.size() - i >= 8 &&
            detail::ascii_word(s.data() + i)) {
            result.characters += 8;
            i += 8;
            continue;
        }
        if (detail::is_common_triple(s.substr(i))) {
            ++result.characters;
            i += 3;
            continue;
        }
        auto const length = detail::sequence_length(s.substr(i));
        if (length == 0) {
            result.invalid_at = i;
            return result;
        }
        i += length;
        ++result.characters;
    }
    return result;
}

} // namespace feishu::utf8
