#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/content/impl/markdown/card_inline.hpp>
#include <feishu/content/impl/markdown/document.hpp>
#include <feishu/content/impl/markup.hpp>
#include <feishu/core/impl/utf8.hpp>

namespace feishu::detail::md {

inline constexpr std::string_view zero_width_space = "\u200B";
inline constexpr std::size_t max_ticks = 16; // around code; parsers have limits

inline std::uint32_t code_point(std::string_view sequence) {
    auto const byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(sequence[i]));
    };
    switch (sequence.size()) {
    case 1: return byte(0);
    case 2: return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3: return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    default: return (byte(0) & 7) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    }
}

// What a character is for the rules of emphasis. Outside of well-known ranges it may be a letter or punctuation.
enum class character : unsigned char { space, punctuation, letter, unknown };

inline character kind_of(std::uint32_t c) {
    auto const in = [c](std::uint32_t first, std::uint32_t last) { return c >= first && c <= last; };
    if (c == ' ' || in('\t', '\r') || c == 0xA0 || c == 0x1680 || in(0x2000, 0x200A) || c == 0x202F ||
        c == 0x205F || c == 0x3000)
        return character::space;
    if (c < 0x80) {
        bool const word = in('0', '9') || in('A', 'Z') || in('a', 'z') || c < ' ' || c == 0x7F;
        return word ? character::letter : character::punctuation;
    }
    if (in(0x2010, 0x2027) || in(0x3001, 0x3003) || in(0x3008, 0x3011) || in(0xFF01, 0xFF03) ||
        in(0xFF05, 0xFF0A) || in(0xFF0C, 0xFF0F) || c == 0xFF1A || c == 0xFF1B || c == 0xFF1F)
        return character::punctuation;
    if ((in(0xC0, 0x36F) && c != 0xD7 && c != 0xF7) || in(0x390, 0x3CE) || in(0x400, 0x481) ||
        in(0x3041, 0x3096) || in(0x30A1, 0x30FA) || in(0x3400, 0x4DBF) || in(0x4E00, 0x9FFF) ||
        in(0xAC00, 0xD7A3) || c == 0x200B)
        return character::letter;
    return character::unknown;
}

inline character first_kind(std::string_view text) {
    return kind_of(code_point(text.substr(0, utf8::detail::sequence_length(text))));
}

inline std::string_view without_last(std::string_view text) { return utf8::prefix(text, text.size() - 1); }

inline character last_kind(std::string_view text) {
    return kind_of(code_point(text.substr(without_last(text).size())));
}

// True if `:` could begin an emoji, as `:DONE:`.
inline bool begins_emoji(std::string_view text) {
    return text.size() > 1 && (markup::detail::is_letter(text[1]) || text[1] == '+' || text[1] == '-');
}

// Appends text that is displayed literally. At the start of a line, also what begins a list or underlines a heading.
inline void append_literal(std::string& out, std::string_view text, bool line_start) {
    constexpr std::string_view special = "\\`*_[]<>~&|$#";
    constexpr std::string_view special_first = "+-=";
    auto const digits = (std::min)(text.find_first_not_of("0123456789"), text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        bool const image = c == '!' && i + 1 == text.size(); // a link may follow
        bool const first = line_start && ((i == 0 && special_first.find(c) != special_first.npos) ||
                                          (i == digits && i != 0 && (c == '.' || c == ')')));
        if (first || image || special.find(c) != special.npos || (c == ':' && begins_emoji(text.substr(i)))) {
            out += "&#";
            append_decimal(out, static_cast<unsigned char>(c));
            out += ';';
        } else {
            out += c;
        }
    }
}

// Appends code in as many backticks as it needs; false if those are too many.
inline bool append_code_span(std::string& out, std::string_view code) {
    std::size_t longest = 0;
    for (std::size_t i = 0, ticks = 0; i < code.size(); ++i) {
        ticks = code[i] == '`' ? ticks + 1 : 0;
        longest = (std::max)(longest, ticks);
    }
    if (longest >= max_ticks)
        return false;
    bool const padded =
        code.front() == '`' || code.back() == '`' ||
        (code.front() == ' ' && code.back() == ' ' && code.find_first_not_of(' ') != code.npos);
    std::string const fence(longest + 1, '`');
    ((((out += fence) += padded ? " " : "") += code) += padded ? " " : "") += fence;
    return true;
}

// Runs of one style and link, without the blanks at their ends.
struct span_text {
    std::string before{}; // blanks
    std::string inner{};
    std::string after{}; // blanks
    unsigned char styles = 0;
    std::size_t link = none;
    bool ticks_first = false; // code at its ends
    bool ticks_last = false;
    bool is_break = false;
    bool is_hard = false;
};

// Moves the blanks at the ends of `inner` out: emphasis cannot begin or end with them.
inline void trim(span_text& of) {
    std::string_view rest = of.inner;
    while (!rest.empty() && first_kind(rest) == character::space)
        rest.remove_prefix(utf8::detail::sequence_length(rest));
    auto const before = of.inner.size() - rest.size();
    while (!rest.empty() && last_kind(rest) == character::space)
        rest = without_last(rest);
    of.before = of.inner.substr(0, before);
    of.after = of.inner.substr(before + rest.size());
    of.inner = std::string(rest);
}

// Delimiters outermost first.
inline std::string opening(unsigned char styles) {
    return std::string((styles & strike) != 0 ? "~~" : "") + ((styles & bold) != 0 ? "**" : "") +
           ((styles & italic) != 0 ? "*" : "");
}

inline std::string closing(unsigned char styles) {
    return std::string((styles & italic) != 0 ? "*" : "") + ((styles & bold) != 0 ? "**" : "") +
           ((styles & strike) != 0 ? "~~" : "");
}

// Whether delimiters around `inner` are read as such between these characters: if not, they would be displayed.
inline bool may_have_style(span_text const& of, character before, character after) {
    auto const fits = [&](character inside, character outside) {
        bool const nested =
            (of.styles & strike) != 0 && (of.styles & (bold | italic)) != 0; // ~~ is beside ** then
        return (inside == character::letter && !nested) || outside == character::space ||
               outside == character::punctuation;
    };
    return fits(first_kind(of.inner), before) && fits(last_kind(of.inner), after);
}

FEISHU_DECL std::vector<run> joined(std::span<run const> of) {
    std::vector<run> out;
    for (auto const& r : of) {
        bool const joins = !out.empty() && (r.kind == run_kind::text || r.kind == run_kind::code) &&
                           out.back().kind == r.kind && out.back().end == r.begin &&
                           out.back().styles == r.styles && out.back().link == r.link;
        if (joins)
            out.back().end = r.end;
        else
            out.push_back(r);
    }
    return out;
}

inline void append_run(span_text& to, document const& of, run const& r, bool line_start) {
    auto const text = of.text_of(r);
    bool const follows_code = to.ticks_last;
    to.ticks_last = false;
    if (r.kind == run_kind::mention) {
        auto const& m = of.mentions[r.target];
        ((to.inner += m.is_email ? "<at email=" : "<at id=") += m.id) += "></at>";
    } else if (r.kind == run_kind::image) {
        to.inner += "![";
        append_literal(to.inner, text, false);
        ((to.inner += "](") += of.images[r.target].str()) += ")";
    } else if (r.kind == run_kind::code) {
        if (follows_code)
            to.inner += zero_width_space;
        bool const first = to.inner.empty();
        to.ticks_last = append_code_span(to.inner, text);
        to.ticks_first = to.ticks_first || (first && to.ticks_last);
        if (!to.ticks_last)
            append_literal(to.inner, text, line_start && first);
    } else {
        append_literal(to.inner, text, line_start && to.inner.empty() && to.styles == 0 && to.link == none);
    }
}

// The spans of runs. Text at the start of a line loses its blanks.
inline std::vector<span_text> spans_of(document const& of, splitter const& parts, std::span<run const> runs) {
    std::vector<span_text> out;
    bool line_start = true;
    for (auto r : runs) {
        bool const is_break = r.kind == run_kind::soft_break || r.kind == run_kind::hard_break;
        if (is_break) {
            out.push_back({.is_break = true, .is_hard = r.kind == run_kind::hard_break});
            line_start = true;
            continue;
        }
        auto const link = parts.links(r) ? r.link : none;
        if (line_start && r.kind == run_kind::text) {
            r.begin += (std::min)(of.text_of(r).find_first_not_of(' '), r.end - r.begin);
            if (r.begin == r.end)
                continue;
        }
        if (out.empty() || out.back().is_break || out.back().styles != r.styles || out.back().link != link)
            out.push_back({.styles = r.styles, .link = link});
        append_run(out.back(), of, r, line_start);
        line_start = false;
    }
    for (auto& one : out)
        trim(one);
    return out;
}

// The character class at the beginning of what follows span `i`.
inline character kind_after(std::vector<span_text> const& spans, std::size_t i) {
    if (!spans[i].after.empty())
        return character::space;
    for (auto k = i + 1; k < spans.size(); ++k) {
        auto const& next = spans[k];
        if (next.is_break || !next.before.empty())
            return character::space;
        if (next.link != none)
            return character::punctuation;
        if (next.styles != 0)
            return character::letter; // a zero-width space comes between
        if (!next.inner.empty())
            return first_kind(next.inner);
        if (!next.after.empty())
            return character::space;
    }
    return character::space;
}

// Appends a span with its delimiters; `touching` means that the text before it ends with delimiters of its own.
inline void append_span(std::string& out, document const& of, std::vector<span_text> const& spans,
                        std::size_t i, character before, bool touching, bool& styled) {
    auto span = spans[i];
    if (!span.before.empty())
        before = character::space;
    if (span.link != none) {
        ((out += '[') += opening(span.styles)) += span.inner;
        (out += closing(span.styles)) += "](";
        markup::append_address(out, of.links[span.link]);
        out += ')';
        return;
    }
    if (touching) {
        out += zero_width_space;
        before = character::letter;
    }
    styled = span.styles != 0 && may_have_style(span, before, kind_after(spans, i));
    if (!styled)
        span.styles = 0;
    ((out += opening(span.styles)) += span.inner) += closing(span.styles);
}

FEISHU_DECL void append_inline(std::string& out, document const& of, splitter const& parts,
                               std::span<run const> runs, std::string_view line_prefix, bool one_line) {
    auto const spans = spans_of(of, parts, runs);
    auto const start = out.size();
    bool styled = false; // the last span ends with a delimiter
    bool ticks = false;  // or with code
    for (std::size_t i = 0; i < spans.size(); ++i) {
        auto const& span = spans[i];
        if (span.is_break) {
            while (out.size() > start && out.back() == ' ')
                out.pop_back();
            if (one_line)
                out += ' ';
            else
                ((out += span.is_hard ? "  " : "") += '\n') += line_prefix;
            styled = ticks = false;
            continue;
        }
        if (!span.before.empty())
            styled = ticks = false;
        out += span.before;
        if (!span.inner.empty()) {
            auto const before = out.size() == start || out.back() == '\n' ? character::space : last_kind(out);
            bool const touching =
                span.link == none && ((styled && span.styles != 0) || (ticks && span.ticks_first));
            styled = false;
            append_span(out, of, spans, i, before, touching, styled);
            ticks = span.ticks_last && span.link == none;
        }
        if (!span.after.empty())
            styled = ticks = false;
        out += span.after;
    }
    while (out.size() > start && out.back() == ' ')
        out.pop_back();
}

} // namespace feishu::detail::md
