#pragma once

#include <feishu/emulator/handlers/docx/v1/chat_announcement.hpp>
#include <feishu/emulator/handlers/docx/v1/chat_announcement_block.hpp>
#include <feishu/emulator/handlers/docx/v1/chat_announcement_block_children.hpp>
#include <feishu/emulator/handlers/im/v1/chat_announcement.hpp>
#include <feishu/emulator/handlers/im/v1/chat_menu_item.hpp>
#include <feishu/emulator/handlers/im/v1/chat_menu_tree.hpp>
#include <feishu/emulator/handlers/im/v1/chat_tab.hpp>
#include <feishu/emulator/handlers/im/v1/chat_top_notice.hpp>
#include <feishu/emulator/handlers/im/v2/app_feed_card.hpp>
#include <feishu/emulator/handlers/im/v2/app_feed_card_batch.hpp>
#include <feishu/emulator/handlers/im/v2/biz_entity_tag_relation.hpp>
#include <feishu/emulator/handlers/im/v2/chat_button.hpp>
#include <feishu/emulator/handlers/im/v2/feed_card.hpp>
#include <feishu/emulator/handlers/im/v2/tag.hpp>
#include <feishu/emulator/handlers/im/v2/url_preview.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/gateway/supported/chat_parts.hpp>

namespace feishu::emulator {

FEISHU_DECL void serve_chat_parts(dispatcher& platform) { platform.serve(chat_part_endpoints{}); }

} // namespace feishu::emulator
