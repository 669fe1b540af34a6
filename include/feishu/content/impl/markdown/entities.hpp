#pragma once
// Characters of Markdown's source: its encoding and its entities.

#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::detail::md {

/// True for an ASCII letter or digit, and `_`.
constexpr bool is_name_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

/// Replaces NUL and what is not UTF-8 by U+FFFD.
FEISHU_DECL std::string valid_utf8(std::string_view bytes);

/// Appends the character that `entity` (`&amp;`, `&#65;`) stands for, or `entity` itself if it is not known: the names of
/// HTML 4 are.
FEISHU_DECL void append_entity(std::string& out, std::string_view entity);

} // namespace feishu::detail::md

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/markdown/entities.ipp>
#endif
