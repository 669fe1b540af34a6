#pragma once
// One character of a JSON string that is not copied as part of a run: an escape, or a UTF-8 sequence that a piece of the
// document may end in.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <feishu/core/impl/utf8.hpp>

namespace feishu::json::detail {

/// The longest one, two escaped surrogates.
inline constexpr std::size_t max_character_size = 12;

/// The result of `read_escape` and `read_character`.
struct character {
    std::size_t size = 0;      ///< of what stands for it; 0 if it is incomplete or an error
    bool incomplete = false;   ///< the text ends too early
    std::string_view reason{}; ///< the error

    char bytes[4]{};
    std::size_t count = 0;
    std::string_view text() const { return {bytes, count}; }

    void append(std::uint32_t c) { bytes[count++] = static_cast<char>(static_cast<unsigned char>(c)); }
};

inline constexpr std::int32_t no_unit = -1;
inline constexpr std::int32_t truncated_unit = -2;

// The UTF-16 unit of an escape like `\u00e9` at the beginning of `text`, or one of the above.
inline std::int32_t read_unit(std::string_view text) {
    std::int32_t unit = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        if (i == text.size())
            return truncated_unit;
        auto const c = text[i];
        if (i < 2) {
            if (c != "\\u"[i])
                return no_unit;
            continue;
        }
        auto const lower = static_cast<char>(c | 0x20);
        bool const letter = lower >= 'a' && lower <= 'f';
        if (!letter && !(c >= '0' && c <= '9'))
            return no_unit;
        unit = unit * 16 + (letter ? lower - 'a' + 10 : c - '0');
    }
    return unit;
}

inline character as_utf8(std::uint32_t point, std::size_t size) {
    character out{.size = size};
    if (point < 0x80) {
        out.append(point);
    } else if (point < 0x800) {
        out.append(0xC0 | point >> 6);
        out.append(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        out.append(0xE0 | point >> 12);
        out.append(0x80 | (point >> 6 & 0x3F));
        out.append(0x80 | (point & 0x3F));
    } else {
        out.append(0xF0 | point >> 18);
        out.append(0x80 | (point >> 12 & 0x3F));
        out.append(0x80 | (point >> 6 & 0x3F));
        out.append(0x80 | (point & 0x3F));
    }
    return out;
}

inline character read_code_point(std::string_view text) {
    auto const unit = read_unit(text);
    if (unit < 0)
        return unit == truncated_unit ? character{.incomplete = true}
                                      : character{.reason = "invalid escape in a string"};
    if (unit < 0xD800 || unit > 0xDFFF)
        return as_utf8(static_cast<std::uint32_t>(unit), 6);
    auto const low = unit < 0xDC00 ? read_unit(text.substr(6)) : no_unit;
    if (low == truncated_unit)
        return {.incomplete = true};
    if (low < 0xDC00 || low > 0xDFFF)
        return {.reason = "half of a surrogate pair"};
    auto const high_bits = static_cast<std::uint32_t>(unit - 0xD800) << 10;
    return as_utf8(0x10000 + high_bits + static_cast<std::uint32_t>(low - 0xDC00), 12);
}

/// Reads the escape at the beginning of `text`, which begins with a backslash.
inline character read_escape(std::string_view text) {
    if (text.size() < 2)
        return {.incomplete = true};
    if (text[1] == 'u')
        return read_code_point(text);
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    auto const at = letters.find(text[1]);
    if (at == letters.npos)
        return {.reason = "invalid escape in a string"};
    return {.size = 2, .bytes = {meanings[at]}, .count = 1};
}

/// The same for an escape or a UTF-8 sequence.
inline character read_character(std::string_view text) {
    if (text.front() == '\\')
        return read_escape(text);
    auto const size = utf8::detail::sequence_length(text);
    if (size == 0)
        return {.incomplete = utf8::is_truncated(text), .reason = "text that is not UTF-8"};
    character out{.size = size, .count = size};
    std::ranges::copy(text.substr(0, size), out.bytes);
    return out;
}

} // namespace feishu::json::detail
