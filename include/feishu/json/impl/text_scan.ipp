#pragma once

#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <feishu/json/impl/text_scan.hpp>

namespace feishu::json::detail {

FEISHU_DECL special find_special(std::string_view text) {
    auto const size = text.size();
    std::size_t i = 0;
    unsigned above = 0; // bits of bytes above ASCII
#ifdef __SSE2__
    for (; size - i >= 16; i += 16) {
        auto const bytes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(text.data() + i));
        auto const quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
        auto const backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
        auto const control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
        auto const found =
            static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, backslash), control)));
        auto const high = static_cast<unsigned>(_mm_movemask_epi8(bytes));
        if (found != 0) {
            auto const first = static_cast<unsigned>(std::countr_zero(found));
            above |= high & ((1u << first) - 1);
            return {i + first, above == 0};
        }
        above |= high;
    }
#endif
    for (; i < size; ++i) {
        auto const c = static_cast<unsigned char>(text[i]);
        if (c == '"' || c == '\\' || c < 0x20)
            break;
        above |= c & 0x80u;
    }
    return {i, above == 0};
}

} // namespace feishu::json::detail
