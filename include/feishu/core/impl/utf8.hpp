#pragma once
// UTF-8: validation, counting of characters, replacement of what is ill-formed, cuts between characters.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
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

/// U+FFFD, which stands for what is ill-formed.
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// Splits `s`: calls `well_formed` with each run of well-formed text and `ill_formed` with each sequence of bytes
/// that one character replaces. Such a sequence is the longest beginning of a character that is not completed, else
/// a single byte: the "maximal subpart" of Unicode 3.9, as in the WHATWG decoder.
template <class WellFormed, class IllFormed>
constexpr void split(std::string_view s, WellFormed well_formed, IllFormed ill_formed) {
    while (!s.empty()) {
        auto const good = s.substr(0, scan(s).invalid_at);
        if (!good.empty())
            well_formed(good);
        s.remove_prefix(good.size());
        if (s.empty())
            return;
        std::size_t bad = 1;
        while (is_truncated(s.substr(0, bad + 1)) && bad < s.size())
            ++bad;
        ill_formed(s.substr(0, bad));
        s.remove_prefix(bad);
    }
}

/// `s` with U+FFFD for each ill-formed sequence, as `split` finds them.
inline std::string to_well_formed(std::string_view s) {
    std::string out;
    out.reserve(s.size());
    split(
        s, [&](std::string_view good) { out += good; },
        [&](std::string_view) { out += replacement_character; });
    return out;
}

/// `s` without the character at its end that is not complete, if there is one: what follows may complete it.
constexpr std::string_view without_truncated_end(std::string_view s) {
    for (std::size_t size = 1; size <= 3 && size <= s.size(); ++size)
        if (is_truncated(s.substr(s.size() - size)))
            return s.substr(0, s.size() - size);
    return s;
}

/// The longest beginning of `s` of at most `bytes` bytes that does not end within a well-formed character.
constexpr std::string_view prefix(std::string_view s, std::size_t bytes) {
    if (s.size() <= bytes)
        return s;
    for (std::size_t back = 1; back <= 3 && back <= bytes; ++back)
        if (detail::sequence_length(s.substr(bytes - back)) > back)
            return s.substr(0, bytes - back);
    return s.substr(0, bytes);
}

} // namespace feishu::utf8
