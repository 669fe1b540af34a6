#pragma once
// Escaping for JSON strings, once or twice: `content` is JSON inside a JSON string, and escaping for both
// levels in one pass avoids a second pass over the text.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <feishu/core/impl/hex.hpp>

namespace feishu::json {

/// Nesting of a JSON document: `plain` on its own, `embedded` inside a JSON string.
enum class level { plain, embedded };

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

template <level Level>
inline constexpr auto escapes = [] {
    std::array<escape, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = Level == level::plain ? escape_once(static_cast<unsigned char>(c))
                                         : escape_twice(static_cast<unsigned char>(c));
    return table;
}();

} // namespace detail

/// Appends `text` escaped for the inside of a JSON string. Bytes above ASCII are copied: validation has
/// checked that they are UTF-8.
template <level Level = level::plain>
constexpr void append_escaped(std::string& out, std::string_view text) {
    std::size_t run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const& e = detail::escapes<Level>[static_cast<unsigned char>(text[i])];
        if (e.size == 0)
            continue;
        out.append(text.data() + run, i - run);
        out.append(e.text, e.size);
        run = i + 1;
    }
    out.append(text.data() + run, text.size() - run);
}

} // namespace feishu::json
