#pragma once
// Everything of im. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/im/v1/batch_message.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/chat_access_event.hpp>
#include <feishu/api/im/v1/chat_announcement.hpp>
#include <feishu/api/im/v1/chat_managers.hpp>
#include <feishu/api/im/v1/chat_member_bot.hpp>
#include <feishu/api/im/v1/chat_member_user.hpp>
#include <feishu/api/im/v1/chat_members.hpp>
#include <feishu/api/im/v1/chat_menu_item.hpp>
#include <feishu/api/im/v1/chat_menu_tree.hpp>
#include <feishu/api/im/v1/chat_moderation.hpp>
#include <feishu/api/im/v1/chat_p2p.hpp>
#include <feishu/api/im/v1/chat_tab.hpp>
#include <feishu/api/im/v1/chat_top_notice.hpp>
#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/image.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_reaction.hpp>
#include <feishu/api/im/v1/message_resource.hpp>
#include <feishu/api/im/v1/pin.hpp>
#include <feishu/api/im/v1/thread.hpp>
#include <feishu/api/im/v2/app_feed_card.hpp>
#include <feishu/api/im/v2/app_feed_card_batch.hpp>
#include <feishu/api/im/v2/biz_entity_tag_relation.hpp>
#include <feishu/api/im/v2/chat.hpp>
#include <feishu/api/im/v2/chat_button.hpp>
#include <feishu/api/im/v2/feed_card.hpp>
#include <feishu/api/im/v2/tag.hpp>
#include <feishu/api/im/v2/url_preview.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::im {

/// Every endpoint.
using all =
    catalog<feishu::im::v1::batch_message::delete_, feishu::im::v1::batch_message::get_progress,
            feishu::im::v1::batch_message::read_user, feishu::im::v1::chat::list,
            feishu::im::v1::chat::create, feishu::im::v1::chat::get, feishu::im::v1::chat::update,
            feishu::im::v1::chat::delete_, feishu::im::v1::chat::link, feishu::im::v1::chat::search,
            feishu::im::v1::chat::batch_query, feishu::im::v1::chat_announcement::get,
            feishu::im::v1::chat_announcement::patch, feishu::im::v1::chat_managers::add_managers,
            feishu::im::v1::chat_managers::delete_managers, feishu::im::v1::chat_members::get,
            feishu::im::v1::chat_members::create, feishu::im::v1::chat_members::delete_,
            feishu::im::v1::chat_members::is_in_chat, feishu::im::v1::chat_members::me_join,
            feishu::im::v1::chat_members::bots, feishu::im::v1::chat_members::list,
            feishu::im::v1::chat_menu_item::patch, feishu::im::v1::chat_menu_tree::get,
            feishu::im::v1::chat_menu_tree::create, feishu::im::v1::chat_menu_tree::delete_,
            feishu::im::v1::chat_menu_tree::sort, feishu::im::v1::chat_moderation::get,
            feishu::im::v1::chat_moderation::update, feishu::im::v1::chat_p2p::batch_query,
            feishu::im::v1::chat_tab::create, feishu::im::v1::chat_tab::delete_tabs,
            feishu::im::v1::chat_tab::list_tabs, feishu::im::v1::chat_tab::sort_tabs,
            feishu::im::v1::chat_tab::update_tabs, feishu::im::v1::chat_top_notice::delete_top_notice,
            feishu::im::v1::chat_top_notice::put_top_notice, feishu::im::v1::file::create,
            feishu::im::v1::file::get, feishu::im::v1::image::create, feishu::im::v1::image::get,
            feishu::im::v1::message::list, feishu::im::v1::message::create, feishu::im::v1::message::get,
            feishu::im::v1::message::update, feishu::im::v1::message::patch, feishu::im::v1::message::delete_,
            feishu::im::v1::message::forward, feishu::im::v1::message::merge_forward,
            feishu::im::v1::message::push_follow_up, feishu::im::v1::message::read_users,
            feishu::im::v1::message::reply, feishu::im::v1::message::urgent_app,
            feishu::im::v1::message::urgent_phone, feishu::im::v1::message::urgent_sms,
            feishu::im::v1::message::batch_query_read_status, feishu::im::v1::message::mget,
            feishu::im::v1::message::search, feishu::im::v1::message_reaction::batch_query,
            feishu::im::v1::message_reaction::list, feishu::im::v1::message_reaction::create,
            feishu::im::v1::message_reaction::delete_, feishu::im::v1::message_resource::get,
            feishu::im::v1::pin::list, feishu::im::v1::pin::create, feishu::im::v1::pin::delete_,
            feishu::im::v1::thread::forward, feishu::im::v2::app_feed_card::create,
            feishu::im::v2::app_feed_card_batch::update, feishu::im::v2::app_feed_card_batch::delete_,
            feishu::im::v2::biz_entity_tag_relation::get, feishu::im::v2::biz_entity_tag_relation::create,
            feishu::im::v2::biz_entity_tag_relation::update, feishu::im::v2::chat::search,
            feishu::im::v2::chat_button::update, feishu::im::v2::feed_card::bot_time_sentive,
            feishu::im::v2::feed_card::patch, feishu::im::v2::tag::get, feishu::im::v2::tag::create,
            feishu::im::v2::tag::patch, feishu::im::v2::url_preview::batch_update>;

/// Every event.
using all_events =
    event_catalog<feishu::im::v1::chat::disbanded_v1, feishu::im::v1::chat::updated_v1,
                  feishu::im::v1::chat_access_event::bot_p2p_chat_entered_v1,
                  feishu::im::v1::chat_member_bot::added_v1, feishu::im::v1::chat_member_bot::deleted_v1,
                  feishu::im::v1::chat_member_user::added_v1, feishu::im::v1::chat_member_user::deleted_v1,
                  feishu::im::v1::chat_member_user::withdrawn_v1, feishu::im::v1::chat_p2p::created,
                  feishu::im::v1::message::message_read_v1, feishu::im::v1::message::recalled_v1,
                  feishu::im::v1::message::receive_v1, feishu::im::v1::message_reaction::created_v1,
                  feishu::im::v1::message_reaction::deleted_v1>;

} // namespace feishu::im
