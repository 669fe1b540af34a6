#pragma once
// The document of a legacy announcement: a title and blocks, whose texts are located by character indexes.

#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator::detail {

/// A document with one paragraph for each line of a text.
FEISHU_DECL std::string make_legacy_document(std::string_view text);

/// Makes one change: InsertBlocksRequestType (at the beginning, the end, or between blocks),
/// UpdateTitleRequestType, DeleteContentRangeRequestType (the blocks of a range). False, with nothing changed, if
/// the request is malformed or of another type.
FEISHU_DECL bool edit_legacy_document(std::string& document, std::string_view request);

/// The text, a line for each paragraph, without the title.
FEISHU_DECL std::string legacy_text(std::string_view document);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/announcement/legacy_document.ipp>
#endif
