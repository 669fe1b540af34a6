#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <feishu/emulator/handlers/translation/v1/text.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

struct script {
    std::uint32_t first;
    std::uint32_t last;
    std::string_view language;
};

// Kana before Han: a Japanese text has both.
inline constexpr script scripts[] = {
    {0x3040, 0x30ff, "ja"}, {0xac00, 0xd7a3, "ko"}, {0x0400, 0x04ff, "ru"},
    {0x0e00, 0x0e7f, "th"}, {0x4e00, 0x9fff, "zh"},
};

// The code point at `i`, of at most three bytes; moves `i` past it. Text is UTF-8 when it gets here.
inline std::uint32_t next_code_point(std::string_view text, std::size_t& i) {
    auto const at = [&](std::size_t k) -> std::uint32_t {
        return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u;
    };
    auto const lead = at(i);
    if (lead < 0x80) {
        i += 1;
        return lead;
    }
    if (lead < 0xe0) {
        auto const value = (lead & 0x1fu) << 6 | (at(i + 1) & 0x3fu);
        i += 2;
        return value;
    }
    auto const value = (lead & 0x0fu) << 12 | (at(i + 1) & 0x3fu) << 6 | (at(i + 2) & 0x3fu);
    i += lead < 0xf0 ? 3u : 4u;
    return lead < 0xf0 ? value : 0x10000u;
}

inline std::string language_of(std::string_view text) {
    for (auto const& script : scripts)
        for (std::size_t i = 0; i < text.size();)
            if (auto const point = next_code_point(text, i); point >= script.first && point <= script.last)
                return std::string(script.language);
    return "en";
}

// `zh`, `zh-Hant`.
inline bool is_language(std::string_view code) {
    if (code.size() < 2 || code.size() > 8)
        return false;
    for (char const c : code)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'))
            return false;
    return true;
}

// With the terms of the glossary, from left to right, the first that matches.
inline std::string with_terms(std::string const& text, translation::v1::text::translate const& request) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t taken = 0;
        for (auto const& term : request.glossary)
            if (text.compare(i, term.from->size(), *term.from) == 0) {
                out += *term.to;
                taken = term.from->size();
                break;
            }
        if (taken == 0)
            out += text[i];
        i += taken == 0 ? 1 : taken;
    }
    return out;
}

} // namespace detail

FEISHU_DECL result<translation::v1::text::detect::response>
handle(state& tenant, caller const&, translation::v1::text::detect const& request) {
    if (request.text->empty())
        return refuse(1140101, "text");
    auto const& known = tenant.language_services.languages;
    auto const found = known.find(*request.text);
    return translation::v1::text::detect::response{
        .language = found != known.end() ? found->second : detail::language_of(*request.text)};
}

FEISHU_DECL result<translation::v1::text::translate::response>
handle(state& tenant, caller const&, translation::v1::text::translate const& request) {
    if (request.text->empty())
        return refuse(1140101, "text");
    if (!detail::is_language(*request.source_language) || !detail::is_language(*request.target_language) ||
        *request.source_language == *request.target_language)
        return refuse(1140101, "language");
    constexpr std::size_t most_terms = 128;
    if (request.glossary.size() > most_terms)
        return refuse(1140101, "glossary");
    for (auto const& term : request.glossary)
        if (term.from->empty())
            return refuse(1140101, "glossary");
    auto const& known = tenant.language_services.translations;
    auto const found = known.find(*request.text);
    return translation::v1::text::translate::response{
        .text = found != known.end() ? found->second : detail::with_terms(*request.text, request)};
}

} // namespace feishu::emulator
