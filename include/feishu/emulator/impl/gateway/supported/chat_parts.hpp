#pragma once
// The endpoints of what hangs on a chat, and of the feed.

#include <feishu/api/docx/v1/chat_announcement.hpp>
#include <feishu/api/docx/v1/chat_announcement_block.hpp>
#include <feishu/api/docx/v1/chat_announcement_block_children.hpp>
#include <feishu/api/im/v1/chat_announcement.hpp>
#include <feishu/api/im/v1/chat_menu_item.hpp>
#include <feishu/api/im/v1/chat_menu_tree.hpp>
#include <feishu/api/im/v1/chat_tab.hpp>
#include <feishu/api/im/v1/chat_top_notice.hpp>
#include <feishu/api/im/v2/app_feed_card.hpp>
#include <feishu/api/im/v2/app_feed_card_batch.hpp>
#include <feishu/api/im/v2/biz_entity_tag_relation.hpp>
#include <feishu/api/im/v2/chat_button.hpp>
#include <feishu/api/im/v2/feed_card.hpp>
#include <feishu/api/im/v2/tag.hpp>
#include <feishu/api/im/v2/url_preview.hpp>
#include <feishu/core/catalog.hpp>

namespace feishu::emulator {

class dispatcher;

/// Each has a `handle` function under handlers/.
using chat_part_endpoints = catalog<
    docx::v1::chat_announcement::get, docx::v1::chat_announcement_block::get,
    docx::v1::chat_announcement_block::list, docx::v1::chat_announcement_block::batch_update,
    docx::v1::chat_announcement_block_children::get, docx::v1::chat_announcement_block_children::create,
    docx::v1::chat_announcement_block_children::batch_delete, im::v1::chat_announcement::get,
    im::v1::chat_announcement::patch, im::v1::chat_menu_item::patch, im::v1::chat_menu_tree::get,
    im::v1::chat_menu_tree::create, im::v1::chat_menu_tree::delete_, im::v1::chat_menu_tree::sort,
    im::v1::chat_tab::create, im::v1::chat_tab::update_tabs, im::v1::chat_tab::delete_tabs,
    im::v1::chat_tab::sort_tabs, im::v1::chat_tab::list_tabs, im::v1::chat_top_notice::put_top_notice,
    im::v1::chat_top_notice::delete_top_notice, im::v2::app_feed_card::create,
    im::v2::app_feed_card_batch::update, im::v2::app_feed_card_batch::delete_, im::v2::chat_button::update,
    im::v2::feed_card::patch, im::v2::feed_card::bot_time_sentive, im::v2::tag::create, im::v2::tag::patch,
    im::v2::tag::get, im::v2::biz_entity_tag_relation::create, im::v2::biz_entity_tag_relation::update,
    im::v2::biz_entity_tag_relation::get, im::v2::url_preview::batch_update>;

FEISHU_DECL void serve_chat_parts(dispatcher& platform);

} // namespace feishu::emulator
