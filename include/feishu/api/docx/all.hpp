#pragma once
// Everything of docx. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/docx/v1/chat_announcement.hpp>
#include <feishu/api/docx/v1/chat_announcement_block.hpp>
#include <feishu/api/docx/v1/chat_announcement_block_children.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::docx {

/// Every endpoint.
using all =
    catalog<feishu::docx::v1::chat_announcement::get, feishu::docx::v1::chat_announcement_block::batch_update,
            feishu::docx::v1::chat_announcement_block::get, feishu::docx::v1::chat_announcement_block::list,
            feishu::docx::v1::chat_announcement_block_children::batch_delete,
            feishu::docx::v1::chat_announcement_block_children::get,
            feishu::docx::v1::chat_announcement_block_children::create>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::docx
