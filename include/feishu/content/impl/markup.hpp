#pragma once
// The markup of text messages: tags (`<at user_id="…">`, `<b>`) and links (`[name](url)`), and how user data is kept
// from becoming any of it.

#include <cstddef>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::markup {

/// Appends `text` so that no part of it opens or closes a tag: `<` becomes `&lt;` where it begins one of the tags that
/// text messages have (at, b, i, u, s; a, to be sure), and `&` becomes `&amp;` where it begins `&lt;`, `&gt;` or
/// `&amp;`. All other text stays as it is. `last` says that nothing follows `text`: then `a<b` at its end is no tag.
///
/// The platform does not document how text messages show a literal tag; HTML's own escapes are what its cards and
/// post messages (`un_escape`) use. Should a client show `&lt;` as it is, the text is still no tag.
FEISHU_DECL void append_escaped(std::string& out, std::string_view text, bool last = false);

/// True when `append_escaped` would change `text`.
FEISHU_DECL bool needs_escape(std::string_view text, bool last = false);

/// Appends `text` with `&lt;`, `&gt;` and `&amp;` taken back: what the platform stores.
FEISHU_DECL void append_unescaped(std::string& out, std::string_view text);

/// True for an absolute address without characters that none may have (RFC 3986: a scheme, no spaces or controls).
FEISHU_DECL bool is_address(std::string_view url);

/// Appends an address so that it ends nowhere but at its end: parentheses, quotes and angle brackets are
/// percent-encoded.
FEISHU_DECL void append_address(std::string& out, std::string_view url);

/// True for what ids consist of, which needs no escaping in an attribute.
FEISHU_DECL bool is_id(std::string_view id);

} // namespace feishu::markup

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/markup.ipp>
#endif
