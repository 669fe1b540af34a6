#pragma once
// Separate compilation of Markdown, in an object of its own: programs without it need no md4c.

#ifdef FEISHU_WITH_MD4C
#include <feishu/content/impl/markdown.ipp>
#include <feishu/content/impl/markdown/card_inline.ipp>
#include <feishu/content/impl/markdown/card_text.ipp>
#include <feishu/content/impl/markdown/document_builder.ipp>
#include <feishu/content/impl/markdown/entities.ipp>
#include <feishu/content/impl/markdown/fill.ipp>
#include <feishu/content/impl/markdown/parser.ipp>
#include <feishu/content/impl/markdown/splitter.ipp>
#endif
