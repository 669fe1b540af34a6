#pragma once

#include <array>
#include <cstddef>

#include <feishu/core/impl/hex.hpp>
#include <feishu/json/impl/escape.hpp>
#include <feishu/json/impl/text_scan.hpp>

namespace feishu::json {
namespace detail {

// The escape sequence of one byte; empty if it needs none.
struct escape {
    char text[8]{};
    unsigned char size = 0;
    constexpr void append(char c) { text[size++] = c; }
    constexpr std::string_view view() const { return {text, size}; }
};

constexpr escape escape_once(unsigned char c) {
    escape e;
    constexpr std::string_view short_from = "\"\\\b\f\n\r\t";
    constexpr std::string_view short_to = "\"\\bfnrt";
    if (auto const at = short_from.find(static_cast<char>(c)); at != std::string_view::npos) {
        e.append('\\');
        e.append(short_to[at]);
    } else if (c < 0x20) {
        for (char const prefix : {'\\', 'u', '0', '0'})
            e.append(prefix);
        e.append(feishu::detail::hex_digits[c >> 4]);
        e.append(feishu::detail::hex_digits[c & 15]);
    }
    return e;
}

// The escape sequence of escape_once, escaped for the enclosing string.
constexpr escape escape_twice(unsigned char c) {
    escape e;
    auto const once = escape_once(c);
    for (char const inner : once.view()) {
        if (inner == '"' || inner == '\\')
            e.append('\\');
        e.append(inner);
    }
    return e;
}

// Of the bytes that find_special finds, none of which is above a backslash.
template <level Level>
inline constexpr auto escapes = [] {
    std::array<escape, '\\' + 1> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = Level == level::plain ? escape_once(static_cast<unsigned char>(c))
                                         : escape_twice(static_cast<unsigned char>(c));
    return table;
}();

} // namespace detail

FEISHU_DECL void append_escaped(std::string& out, std::string_view text, level at) {
    auto const& table = at == level::plain ? detail::escapes<level::plain> : detail::escapes<level::embedded>;
    if (out.capacity() - out.size() < text.size()) // once, also with a few escapes
        out.reserve(out.size() + text.size() + text.size() / 8 + 16);
    for (;;) {
        auto const end = detail::find_special(text).at;
        out.append(text.data(), end);
        if (end == text.size())
            return;
        for (char const c : table[static_cast<unsigned char>(text[end])].view())
            out += c;
        text.remove_prefix(end + 1);
    }
}

FEISHU_DECL void detail::append_quote(std::string& out, level at) {
    if (at == level::embedded)
        out += '\\';
    out += '"';
}

FEISHU_DECL void detail::append_string(std::string& out, std::string_view text, level at) {
    append_quote(out, at);
    append_escaped(out, text, at);
    append_quote(out, at);
}

} // namespace feishu::json
