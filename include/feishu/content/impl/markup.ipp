#pragma once

#include <algorithm>

#include <feishu/content/impl/markup.hpp>
#include <feishu/core/impl/hex.hpp>

namespace feishu::markup {
namespace detail {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct entity {
    std::string_view text;
    char character;
};
inline constexpr std::string_view tags[] = {"a", "at", "b", "i", "s", "u"};
inline constexpr entity entities[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}};

inline entity const* entity_at(std::string_view text) {
    for (auto const& e : entities)
        if (text.starts_with(e.text))
            return &e;
    return nullptr;
}

// True if `text`, which begins with `<`, could open or close one of the tags of text messages. The end of
// `text` counts as the end of the name, unless it is the last: what follows may be markup.
inline bool is_tag(std::string_view text, bool last) {
    text.remove_prefix(text.starts_with("</") ? 2 : 1);
    std::size_t letters = 0;
    while (letters < text.size() && is_letter(text[letters]))
        ++letters;
    if (letters == text.size() && last)
        return false;
    if (letters != text.size() && std::string_view(" \t\r\n/>").find(text[letters]) == std::string_view::npos)
        return false;
    std::string name(text.substr(0, letters));
    for (char& c : name)
        c = static_cast<char>(c | 0x20); // letters only: to lower case
    return std::ranges::find(tags, name) != std::end(tags);
}

// The escape of the character at the front of `text`; empty if it needs none.
inline std::string_view escape_at(std::string_view text, bool last) {
    if (text[0] == '<' && is_tag(text, last))
        return "&lt;";
    if (text[0] == '&' && entity_at(text) != nullptr)
        return "&amp;";
    return {};
}

// True if `text`, which follows `](`, could be the target of a link.
inline bool is_target(std::string_view text, bool last) {
    auto const target = text.substr(0, (std::min)(text.find_first_of(" \t\r\n)"), text.size()));
    if (target.size() == text.size())
        return !last; // what follows may end it
    return text[target.size()] == ')' && target.find_first_of(":./") != target.npos;
}

} // namespace detail

FEISHU_DECL void append_without_links(std::string& out, std::string_view text, bool last) {
    std::size_t run = 0;
    for (auto i = text.find("]("); i != text.npos; i = text.find("](", i + 1))
        if (detail::is_target(text.substr(i + 2), last)) {
            out += text.substr(run, i + 1 - run);
            out += "\u200B";
            run = i + 1;
        }
    out += text.substr(run);
}

FEISHU_DECL void append_escaped(std::string& out, std::string_view text, bool last) {
    std::size_t run = 0;
    for (auto i = text.find_first_of("<&"); i != text.npos; i = text.find_first_of("<&", i + 1))
        if (auto const escape = detail::escape_at(text.substr(i), last); !escape.empty()) {
            out += text.substr(run, i - run);
            out += escape;
            run = i + 1;
        }
    out += text.substr(run);
}

FEISHU_DECL bool needs_escape(std::string_view text, bool last) {
    for (auto i = text.find_first_of("<&"); i != text.npos; i = text.find_first_of("<&", i + 1))
        if (!detail::escape_at(text.substr(i), last).empty())
            return true;
    return false;
}

FEISHU_DECL void append_unescaped(std::string& out, std::string_view text) {
    std::size_t run = 0;
    for (auto i = text.find('&'); i != text.npos; i = text.find('&', i)) {
        auto const* found = detail::entity_at(text.substr(i));
        if (found != nullptr) {
            out += text.substr(run, i - run);
            out += found->character;
            i += found->text.size();
            run = i;
        } else {
            ++i;
        }
    }
    out += text.substr(run);
}

FEISHU_DECL bool is_address(std::string_view url) {
    auto const colon = url.find(':');
    if (colon == 0 || colon == url.npos || colon + 1 == url.size() || !detail::is_letter(url[0]))
        return false;
    for (char const c : url.substr(0, colon))
        if (!detail::is_letter(c) && !detail::is_digit(c) && c != '+' && c != '-' && c != '.')
            return false;
    return std::ranges::none_of(url, [](char c) { return (c >= 0 && c <= ' ') || c == 0x7F; });
}

FEISHU_DECL void append_address(std::string& out, std::string_view url) {
    for (char const c : url) {
        if (std::string_view("()<>\"[]\\`").find(c) == std::string_view::npos)
            out += c;
        else
            feishu::detail::append_hex(out += '%', {&c, 1}, feishu::detail::upper_hex_digits);
    }
}

FEISHU_DECL bool is_id(std::string_view id) {
    return !id.empty() && std::ranges::all_of(id, [](char c) {
        return detail::is_letter(c) || detail::is_digit(c) ||
               std::string_view("_-.@:+=/").find(c) != std::string_view::npos;
    });
}

} // namespace feishu::markup
