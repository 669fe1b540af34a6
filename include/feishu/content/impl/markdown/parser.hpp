#pragma once
// Parses Markdown with md4c.

#include <string>
#include <string_view>

#include <feishu/content/impl/markdown/document.hpp>
#include <feishu/content/impl/markdown/document_builder.hpp>
#include <feishu/content/markdown_options.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail::md {

/// Parses Markdown in linear time. Text for which md4c would need more is one paragraph, as it is. `addresses` are those in
/// text, which become links.
FEISHU_DECL document parse(std::string_view source, markdown_mentions mentions, image_source const& image,
                           bool addresses = true);

/// The text of a document, a line for each block. Mentions are displayed by name, or by id.
FEISHU_DECL std::string text_of(document const& of, bool names);

} // namespace feishu::detail::md

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/markdown/parser.ipp>
#endif
