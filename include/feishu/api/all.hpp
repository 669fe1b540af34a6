#pragma once
// Every endpoint and event that the specs describe. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/application/v6/app.hpp>
#include <feishu/api/application/v6/app_badge.hpp>
#include <feishu/api/application/v6/app_version.hpp>
#include <feishu/api/application/v6/application.hpp>
#include <feishu/api/application/v6/application_app_version.hpp>
#include <feishu/api/application/v6/application_visibility.hpp>
#include <feishu/api/application/v6/bot.hpp>
#include <feishu/api/application/v6/feedback.hpp>
#include <feishu/api/application/v6/order.hpp>
#include <feishu/api/application/v6/scope.hpp>
#include <feishu/api/application/v6/visibility.hpp>
#include <feishu/api/auth/v3/app_access_token.hpp>
#include <feishu/api/auth/v3/app_ticket.hpp>
#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/authen/v1/authorize.hpp>
#include <feishu/api/authen/v1/user_info.hpp>
#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/api/bot/v2/hook.hpp>
#include <feishu/api/bot/v3/bot.hpp>
#include <feishu/api/bot/v3/info.hpp>
#include <feishu/api/bot/v4/bot.hpp>
#include <feishu/api/callback/v1/card.hpp>
#include <feishu/api/callback/v1/profile.hpp>
#include <feishu/api/callback/v1/url_preview.hpp>
#include <feishu/api/cardkit/v1/card.hpp>
#include <feishu/api/cardkit/v1/card_element.hpp>
#include <feishu/api/contact/v3/department.hpp>
#include <feishu/api/contact/v3/scope.hpp>
#include <feishu/api/contact/v3/user.hpp>
#include <feishu/api/docx/v1/chat_announcement.hpp>
#include <feishu/api/docx/v1/chat_announcement_block.hpp>
#include <feishu/api/docx/v1/chat_announcement_block_children.hpp>
#include <feishu/api/ephemeral/v1/message.hpp>
#include <feishu/api/event/v1/connection.hpp>
#include <feishu/api/event/v1/outbound_ip.hpp>
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
#include <feishu/api/interactive/v1/card.hpp>
#include <feishu/api/jssdk/v1/ticket.hpp>
#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/api/oauth/v1/app.hpp>
#include <feishu/api/oauth/v1/device_authorization.hpp>
#include <feishu/api/optical_char_recognition/v1/image.hpp>
#include <feishu/api/passport/v1/session.hpp>
#include <feishu/api/search/v1/user.hpp>
#include <feishu/api/speech_to_text/v1/speech.hpp>
#include <feishu/api/tenant/v2/tenant.hpp>
#include <feishu/api/translation/v1/text.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu {

/// Every endpoint.
using all = catalog<
    feishu::application::v6::app_badge::set, feishu::application::v6::application::get,
    feishu::application::v6::application::contacts_range_configuration,
    feishu::application::v6::application_app_version::list,
    feishu::application::v6::application_app_version::get,
    feishu::application::v6::application_visibility::check_white_black_list,
    feishu::application::v6::scope::list, feishu::application::v6::scope::apply,
    feishu::auth::v3::app_access_token::create, feishu::auth::v3::app_access_token::internal,
    feishu::auth::v3::app_ticket::resend, feishu::auth::v3::tenant_access_token::create,
    feishu::auth::v3::tenant_access_token::internal, feishu::authen::v1::authorize::get,
    feishu::authen::v1::user_info::get, feishu::authen::v2::oauth::token,
    feishu::authen::v2::oauth::device_token, feishu::bot_::v2::hook::send, feishu::bot_::v3::bot::basic_batch,
    feishu::bot_::v3::info::get, feishu::bot_::v4::bot::search, feishu::cardkit::v1::card::batch_update,
    feishu::cardkit::v1::card::create, feishu::cardkit::v1::card::settings, feishu::cardkit::v1::card::update,
    feishu::cardkit::v1::card::id_convert, feishu::cardkit::v1::card_element::content,
    feishu::cardkit::v1::card_element::create, feishu::cardkit::v1::card_element::update,
    feishu::cardkit::v1::card_element::patch, feishu::cardkit::v1::card_element::delete_,
    feishu::contact::v3::department::batch, feishu::contact::v3::department::parent,
    feishu::contact::v3::department::search, feishu::contact::v3::department::get,
    feishu::contact::v3::department::children, feishu::contact::v3::scope::list,
    feishu::contact::v3::user::basic_batch, feishu::contact::v3::user::batch,
    feishu::contact::v3::user::batch_get_id, feishu::contact::v3::user::find_by_department,
    feishu::contact::v3::user::get, feishu::docx::v1::chat_announcement::get,
    feishu::docx::v1::chat_announcement_block::batch_update, feishu::docx::v1::chat_announcement_block::get,
    feishu::docx::v1::chat_announcement_block::list,
    feishu::docx::v1::chat_announcement_block_children::batch_delete,
    feishu::docx::v1::chat_announcement_block_children::get,
    feishu::docx::v1::chat_announcement_block_children::create, feishu::ephemeral::v1::message::delete_,
    feishu::ephemeral::v1::message::send, feishu::event_::v1::connection::get,
    feishu::event_::v1::outbound_ip::list, feishu::im::v1::batch_message::delete_,
    feishu::im::v1::batch_message::get_progress, feishu::im::v1::batch_message::read_user,
    feishu::im::v1::chat::list, feishu::im::v1::chat::create, feishu::im::v1::chat::get,
    feishu::im::v1::chat::update, feishu::im::v1::chat::delete_, feishu::im::v1::chat::link,
    feishu::im::v1::chat::search, feishu::im::v1::chat::batch_query, feishu::im::v1::chat_announcement::get,
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
    feishu::im::v1::chat_top_notice::put_top_notice, feishu::im::v1::file::create, feishu::im::v1::file::get,
    feishu::im::v1::image::create, feishu::im::v1::image::get, feishu::im::v1::message::list,
    feishu::im::v1::message::create, feishu::im::v1::message::get, feishu::im::v1::message::update,
    feishu::im::v1::message::patch, feishu::im::v1::message::delete_, feishu::im::v1::message::forward,
    feishu::im::v1::message::merge_forward, feishu::im::v1::message::push_follow_up,
    feishu::im::v1::message::read_users, feishu::im::v1::message::reply, feishu::im::v1::message::urgent_app,
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
    feishu::im::v2::tag::patch, feishu::im::v2::url_preview::batch_update,
    feishu::interactive::v1::card::update, feishu::jssdk::v1::ticket::get,
    feishu::message::v4::batch_send::create, feishu::oauth::v1::app::registration,
    feishu::oauth::v1::device_authorization::create,
    feishu::optical_char_recognition::v1::image::basic_recognize, feishu::passport::v1::session::logout,
    feishu::passport::v1::session::query, feishu::search::v1::user::get,
    feishu::speech_to_text::v1::speech::file_recognize, feishu::tenant::v2::tenant::query,
    feishu::translation::v1::text::detect, feishu::translation::v1::text::translate>;

/// Every event.
using all_events = event_catalog<
    feishu::application::v6::app::opened, feishu::application::v6::app::status_changed,
    feishu::application::v6::app::uninstalled, feishu::application::v6::app_version::audit_v6,
    feishu::application::v6::app_version::publish_apply_v6,
    feishu::application::v6::app_version::publish_revoke_v6, feishu::application::v6::application::created_v6,
    feishu::application::v6::bot::menu_v6, feishu::application::v6::feedback::created_v6,
    feishu::application::v6::feedback::updated_v6, feishu::application::v6::order::paid,
    feishu::application::v6::visibility::added_v6, feishu::auth::v3::app_ticket::pushed,
    feishu::callback::v1::card::action_trigger, feishu::callback::v1::card::action_trigger_v1,
    feishu::callback::v1::profile::get, feishu::callback::v1::url_preview::get,
    feishu::contact::v3::department::created_v3, feishu::contact::v3::department::deleted_v3,
    feishu::contact::v3::department::updated_v3, feishu::contact::v3::scope::updated_v3,
    feishu::contact::v3::user::created_v3, feishu::contact::v3::user::deleted_v3,
    feishu::contact::v3::user::updated_v3, feishu::im::v1::chat::disbanded_v1,
    feishu::im::v1::chat::updated_v1, feishu::im::v1::chat_access_event::bot_p2p_chat_entered_v1,
    feishu::im::v1::chat_member_bot::added_v1, feishu::im::v1::chat_member_bot::deleted_v1,
    feishu::im::v1::chat_member_user::added_v1, feishu::im::v1::chat_member_user::deleted_v1,
    feishu::im::v1::chat_member_user::withdrawn_v1, feishu::im::v1::chat_p2p::created,
    feishu::im::v1::message::message_read_v1, feishu::im::v1::message::recalled_v1,
    feishu::im::v1::message::receive_v1, feishu::im::v1::message_reaction::created_v1,
    feishu::im::v1::message_reaction::deleted_v1>;

} // namespace feishu
