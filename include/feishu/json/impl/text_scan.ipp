#pragma once

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <feishu/json/impl/text_scan.hpp>

namespace feishu::json::detail {

#ifdef __SSE2__
// Of 16 bytes, a bit each.
struct block_bits {
    unsigned special; ///< quote, backslash or control character
    unsigned high;    ///< above ASCII
};

inline __m128i load_block(char const* from) {
    return _mm_loadu_si128(reinterpret_cast<__m128i const*>(from));
}

inline block_bits bits_of(__m128i bytes) {
    auto const quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    auto const backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    auto const control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    return {static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, backslash), control))),
            static_cast<unsigned>(_mm_movemask_epi8(bytes))};
}

// Of the last `rest` bytes of a text that has at least 16.
inline block_bits last_bits(std::string_view text, std::size_t rest) {
    auto const all = bits_of(load_block(text.data() + text.size() - 16));
    return {all.special >> (16 - rest), all.high >> (16 - rest)};
}
#endif

inline bool is_special(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

FEISHU_DECL special find_special(std::string_view text) {
    auto const size = text.size();
    std::size_t i = 0;
    unsigned above = 0;
#ifdef __SSE2__
    auto const found_in = [&](block_bits bits) {
        auto const first = static_cast<unsigned>(std::countr_zero(bits.special));
        return special{i + first, (above | (bits.high & ((1u << first) - 1))) == 0};
    };
    for (; size - i >= 16; i += 16) {
        auto const bits = bits_of(load_block(text.data() + i));
        if (bits.special != 0)
            return found_in(bits);
        above |= bits.high;
    }
    if (size >= 16 && i < size) {
        auto const bits = last_bits(text, size - i);
        if (bits.special != 0)
            return found_in(bits);
        return {size, (above | bits.high) == 0};
    }
#endif
    for (; i < size && !is_special(text[i]); ++i)
        above |= static_cast<unsigned char>(text[i]) & 0x80u;
    return {i, above == 0};
}

FEISHU_DECL std::size_t copy_plain(std::string_view text, std::size_t at, char* to) {
    auto const size = text.size();
#ifdef __SSE2__
    for (; size - at >= 16; at += 16, to += 16) {
        auto const block = load_block(text.data() + at);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), block);
        if (auto const found = bits_of(block).special; found != 0)
            return at + static_cast<unsigned>(std::countr_zero(found));
    }
    if (size >= 16 && at < size) {
        auto const found = last_bits(text, size - at).special;
        auto const end = found != 0 ? at + static_cast<unsigned>(std::countr_zero(found)) : size;
        std::memcpy(to, text.data() + at, end - at);
        return end;
    }
#endif
    for (; at < size && !is_special(text[at]); ++at)
        *to++ = text[at];
    return at;
}

} // namespace feishu::json::detail
