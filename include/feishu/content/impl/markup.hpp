#pragma once
// The markup of text messages: tags (`<at user_id="…">`, `<b>`) and links (`[name](url)`), and the escaping
// that keeps untrusted text from becoming either.

#include <cstddef>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::markup {
namespace detail {

/// Of ASCII.
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

} // namespace detail

/// Appends `text` so that no part of it opens or closes a tag: `<` becomes `&lt;` where it begins a tag that
/// text messages have (at, b, i, u, s; also a), and `&` becomes `&amp;` where it begins `&lt;`, `&gt;` or
/// `&amp;`. All other text is unchanged. `last` means that nothing follows `text`: `a<b` at its end is not a
/// tag then.
///
/// The platform does not document how text messages display a literal tag; HTML escapes are what its cards
/// and posts (`un_escape`) use. Even if a client displays `&lt;` literally, the text is not a tag.
FEISHU_DECL void append_escaped(std::string& out, std::string_view text, bool last = false);

/// Appends `text` with a zero-width space (U+200B) in every `](` that could be the middle of a link
/// `[name](target)`: the platform documents no escape for links, and without the two characters side by side
/// there is none. A target is text up to `)` without white space in it, with a `:`, `.` or `/`; or anything,
/// if `text` ends before it does and `last` is false.
FEISHU_DECL void append_without_links(std::string& out, std::string_view text, bool last = false);

/// True if `append_escaped` would change `text`.
FEISHU_DECL bool needs_escape(std::string_view text, bool last = false);

/// Appends `text` with `&lt;`, `&gt;` and `&amp;` unescaped: what the platform stores.
FEISHU_DECL void append_unescaped(std::string& out, std::string_view text);

/// True for an absolute URL (RFC 3986: a scheme, no spaces or control characters).
FEISHU_DECL bool is_address(std::string_view url);

/// Appends a URL with percent-encoding for characters that could end the link: parentheses, brackets, quotes
/// and others.
FEISHU_DECL void append_address(std::string& out, std::string_view url);

/// True for text that may be an id: it needs no escaping in an attribute.
FEISHU_DECL bool is_id(std::string_view id);

} // namespace feishu::markup

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/markup.ipp>
#endif
