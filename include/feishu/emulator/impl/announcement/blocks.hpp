#pragma once
// The kinds of blocks of an announcement, and the conversion between stored and API blocks.

#include <optional>
#include <string>
#include <vector>

#include <feishu/api/docx/v1/models.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/announcement.hpp>

namespace feishu::emulator::detail {

/// What the API can do with blocks of a type.
struct block_kind {
    docx::v1::block_type type{};
    bool (*has_content)(docx::v1::model::block const&) = nullptr; ///< whether the member of this type is set
    std::optional<docx::v1::model::text> docx::v1::model::block::*text = nullptr; ///< null if it has no text
    bool creatable = true;
    bool parent = false; ///< accepts child blocks
};

/// Null for a type that the API does not know.
FEISHU_DECL block_kind const* find_kind(open<docx::v1::block_type> const& type);

/// Whether exactly the content that belongs to its type is set.
FEISHU_DECL bool matches_kind(docx::v1::model::block const& block, block_kind const& kind);

/// Whether a block of this type may be below another one.
FEISHU_DECL bool accepts(docx::v1::block_type parent, docx::v1::block_type child);

/// The text of a block; null if its type has none.
FEISHU_DECL docx::v1::model::text* text_of(docx::v1::model::block& block);

/// The text runs of a text.
FEISHU_DECL std::string plain_text(docx::v1::model::text const& text);

/// The block, without ids.
FEISHU_DECL docx::v1::model::block read_block(announcement_block const& stored);
/// The content to store: without ids.
FEISHU_DECL std::string write_block(docx::v1::model::block block);

/// The content of a block, without ids. Through JSON: copy constructors of blocks and all that they contain take
/// a second to compile.
FEISHU_DECL docx::v1::model::block copy_of(docx::v1::model::block const& block);

/// A paragraph.
FEISHU_DECL docx::v1::model::block text_block(std::string text = {});

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/announcement/blocks.ipp>
#endif
