#pragma once
// Handlers of docx.v1.chat_announcement_block_children: the blocks below a block. All refuse as
// find_group_announcement does, with 1770001 for a revision_id that does not exist, and with 1770002 or 1770003
// for an unknown or deleted block.

#include <feishu/api/docx/v1/chat_announcement_block_children.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Lists the blocks directly below a block. Errors: 1770001 a page_token of another query.
FEISHU_DECL result<docx::v1::chat_announcement_block_children::get::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement_block_children::get const& request);

/// Creates blocks, all or none, with those that the platform adds: cells of a table, columns of a grid, the view
/// of a file. A client_token that was used before returns the first result. Errors: 1770001 index or an invalid
/// value; 1770004, 1770005, 1770007 limits of settings; 1770006 the content does not match the type; 1770010,
/// 1770011, 1770012 size of a table or grid; 1770021 revision more than 1,000 ago; 1770028 the parent accepts
/// no blocks; 1770029 a type that cannot be created; 1770030 a type that the parent does not accept; 1770033
/// text of more than 100,000 characters; 1770035 too many resources; 1770038 unknown chat or user.
FEISHU_DECL result<docx::v1::chat_announcement_block_children::create::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement_block_children::create const& request);

/// Deletes a range of the blocks below a block. Errors: 1770001 range; 1770021 revision more than 1,000 ago;
/// 1770031 rows of tables and columns of grids, or all blocks of a cell, grid column or callout.
FEISHU_DECL result<docx::v1::chat_announcement_block_children::batch_delete::response>
handle(state& tenant, caller const& who,
       docx::v1::chat_announcement_block_children::batch_delete const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/docx/v1/impl/chat_announcement_block_children.ipp>
#endif
