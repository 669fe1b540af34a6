#pragma once
// Escaping for JSON strings, once or twice: `content` is JSON inside a JSON string, and escaping for both
// levels in one pass avoids a second pass over the text.

#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::json {

/// Nesting of a JSON document: `plain` on its own, `embedded` inside a JSON string.
enum class level { plain, embedded };

/// Appends `text` escaped for the inside of a JSON string. Bytes above ASCII are copied: validation has
/// checked that they are UTF-8.
FEISHU_DECL void append_escaped(std::string& out, std::string_view text, level at = level::plain);

namespace detail {

/// The quote of a string at that level.
FEISHU_DECL void append_quote(std::string& out, level at);

/// `append_escaped` between two of them.
FEISHU_DECL void append_string(std::string& out, std::string_view text, level at);

} // namespace detail
} // namespace feishu::json

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/json/impl/escape.ipp>
#endif
