#pragma once
// Handlers of docx.v1.chat_announcement_block: the blocks of an announcement. All refuse as
// find_group_announcement does, and with 1770001 for a revision_id that does not exist.

#include <feishu/api/docx/v1/chat_announcement_block.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Gets a block, also of one of the last 1,000 revisions. Errors: 1770002 unknown block.
FEISHU_DECL result<docx::v1::chat_announcement_block::get::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement_block::get const& request);

/// Lists all blocks, each before those below it. Errors: 1770001 a page_token of another query.
FEISHU_DECL result<docx::v1::chat_announcement_block::list::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement_block::list const& request);

/// Updates blocks, all or none; a client_token that was used before returns the first result. Errors: 1770001
/// no updates or an invalid value, 1770002 unknown block, 1770003 deleted block, 1770010 more than 100 columns,
/// 1770011 more than 2,000 cells, 1770012 more than 5 grid columns, 1770019 a block listed twice, 1770021
/// revision more than 1,000 ago, 1770024 a merge across merged cells, or the last row, column or grid columns
/// deleted, 1770025 not an operation of this block, 1770026 no such row, 1770027 no such column, 1770033 text
/// of more than 100,000 characters, 1770035 too many mentions, 1770038 unknown user mentioned.
FEISHU_DECL result<docx::v1::chat_announcement_block::batch_update::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement_block::batch_update const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/docx/v1/impl/chat_announcement_block.ipp>
#include <feishu/emulator/handlers/docx/v1/impl/chat_announcement_block_update.ipp>
#endif
