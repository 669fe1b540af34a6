#pragma once
// The members of the tenant's data, for saving it. A member that is not listed here does not compile.

#include <cstddef>
#include <type_traits>
#include <utility>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <feishu/core/impl/describe.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator {

BOOST_DESCRIBE_STRUCT(announcement_block, (), (parent_id, children, content))
BOOST_DESCRIBE_STRUCT(announcement, (),
                      (legacy, readable, editable, revision, create_time, update_time, owner, owner_app,
                       modifier, modifier_app, document, blocks))
BOOST_DESCRIBE_STRUCT(card_entity, (),
                      (card_id, app, document, message, create_time, sequence, interactions, streaming_since,
                       uuids))
BOOST_DESCRIBE_STRUCT(card_template, (), (template_id, version, document, variables, apps))
BOOST_DESCRIBE_STRUCT(ephemeral_card, (), (message, visible_to, deleted))
BOOST_DESCRIBE_STRUCT(custom_bot_options, (), (name, keywords, addresses, secret, sent_from, enabled))
BOOST_DESCRIBE_STRUCT(custom_bot, (), (token, chat, sender, options))
BOOST_DESCRIBE_ENUM(chat_mode, group, p2p, topic)
BOOST_DESCRIBE_STRUCT(membership_request, (), (user, inviter))
BOOST_DESCRIBE_STRUCT(chat_settings, (),
                      (description, i18n_names, avatar, group_message_type, chat_type, add_member_permission,
                       share_card_permission, at_all_permission, edit_permission, urgent_setting,
                       video_conference_setting, hide_member_count_setting, pin_manage_setting,
                       join_message_visibility, leave_message_visibility, membership_approval,
                       restricted_mode, external, labels, toolkit_ids, chat_tags, speakers,
                       membership_requests))
BOOST_DESCRIBE_STRUCT(chat, (),
                      (chat_id, name, mode, owner, creator_bot, managers, members, bots, muted, dissolved,
                       bot_managers, create_time, update_time, settings))
BOOST_DESCRIBE_STRUCT(top_notice, (), (type, message_id, user, app))
BOOST_DESCRIBE_STRUCT(chat_parts, (),
                      (tabs, menu, top_notice, only_managers_edit_tabs, only_managers_pin,
                       only_managers_edit_announcement))
BOOST_DESCRIBE_STRUCT(app, (),
                      (app_id, app_secret, name, scopes, available_to, redirect_urls, refresh_user_tokens,
                       bot, store, app_ticket, bot_open_id))
BOOST_DESCRIBE_STRUCT(user, (),
                      (open_id, union_id, user_id, name, email, resigned, unread_urgent, mobile, departments,
                       leader, frozen, activated, profile))
BOOST_DESCRIBE_STRUCT(feed_card, (),
                      (app, biz_id, chat_id, title, avatar_key, preview, status_label, buttons, link,
                       time_sensitive, display_time, sort_time, notifications))
BOOST_DESCRIBE_STRUCT(issued_token, (), (value, kind, app, user, scopes, expires, number))
BOOST_DESCRIBE_STRUCT(reaction, (), (reaction_id, user, app, emoji_type, time))
BOOST_DESCRIBE_STRUCT(message_links, (), (root_id, parent_id, thread_id, upper_message_id, thread_position))
BOOST_DESCRIBE_STRUCT(message_extras, (), (follow_ups, notified_by_sms, notified_by_phone))
BOOST_DESCRIBE_STRUCT(pin, (), (message_id, chat_id, user, app, time))
BOOST_DESCRIBE_STRUCT(message, (),
                      (message_id, chat_id, app, user, content, create_time, update_time, sequence, position,
                       msg_type, edits, updated, deleted, removed, batch, mentions, reactions, links,
                       urgent_receivers, readers, extras))
BOOST_DESCRIBE_STRUCT(resource, (), (file_name, content_type, bytes))
BOOST_DESCRIBE_STRUCT(settings, (),
                      (token_lifetime, token_renewal, code_lifetime, refresh_token_lifetime,
                       device_code_lifetime, device_poll_interval, edit_window, recall_window, max_edits,
                       max_unread_urgent, max_image_bytes, max_file_bytes, max_resource_bytes,
                       documented_rates, monthly_quota, max_recursive_departments, max_scope_applications,
                       urgent_quota, max_chat_members, max_chat_bots, max_chat_managers, external_chats,
                       private_documents, max_announcement_blocks, max_announcement_depth,
                       max_announcement_children, batch_quota, batch_rate))

namespace detail {

BOOST_DESCRIBE_STRUCT(applied_change, (), (revision, blocks))
BOOST_DESCRIBE_STRUCT(stored_announcement, (), (shown, history, deleted, by_client_token, client_tokens))
BOOST_DESCRIBE_STRUCT(batch_message, (),
                      (id, app, draft, receivers, copies, recalled, sent, recall_requested, recall))
BOOST_DESCRIBE_STRUCT(card_token, (), (value, app, message, user, issued, uses))
BOOST_DESCRIBE_STRUCT(share_link, (), (chat, expires))
BOOST_DESCRIBE_STRUCT(login_grant, (), (app, user, scopes))
BOOST_DESCRIBE_STRUCT(login_code, (), (grant, redirect_uri, challenge, plain, expires, used))
BOOST_DESCRIBE_ENUM(refresh_status, valid, used, revoked)
BOOST_DESCRIBE_STRUCT(login_refresh, (), (grant, expires, status))
BOOST_DESCRIBE_ENUM(device_status, pending, approved, denied)
BOOST_DESCRIBE_STRUCT(login_device, (), (grant, user_code, expires, next_poll, interval, status))
BOOST_DESCRIBE_STRUCT(login_session, (), (sid, user, terminal, created))
BOOST_DESCRIBE_STRUCT(link_preview, (), (app, chat, url, updated))
BOOST_DESCRIBE_STRUCT(stored_resource, (), (file, app, is_image, is_avatar, type, duration))
BOOST_DESCRIBE_STRUCT(stored_tag, (), (id, type, name, i18n_names, create_time, update_time))
BOOST_DESCRIBE_STRUCT(tag_binding, (), (tag_id, time))

// Structs of the API within the tenant's data that <feishu/json> reads and writes; their text is UTF-8.
template <class T>
inline constexpr bool platform_model = false;
template <>
inline constexpr bool platform_model<feishu::model::i18n_names> = true;
template <>
inline constexpr bool platform_model<im::v1::model::restricted_mode_setting> = true;
template <>
inline constexpr bool platform_model<im::v1::model::chat_tab> = true;
template <>
inline constexpr bool platform_model<im::v1::model::chat_menu_top_level> = true;
template <>
inline constexpr bool platform_model<im::v2::model::status_label> = true;
template <>
inline constexpr bool platform_model<im::v2::model::feed_card_button> = true;

struct any_member {
    template <class T>
    operator T() const;
};

// T has exactly the members that are described: it can be initialized from as many values, and not from one more.
template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
    return requires { T{(static_cast<void>(I), any_member{})...}; };
}
template <class T>
inline constexpr bool fully_described = takes<T>(std::make_index_sequence<reflect::member_count<T>>()) &&
                                        !takes<T>(std::make_index_sequence<reflect::member_count<T> + 1>());

template <class... T>
constexpr bool all_described = (fully_described<T> && ...);

static_assert(all_described<announcement_block, announcement, card_entity, card_template, ephemeral_card,
                            custom_bot_options, custom_bot, membership_request>);
static_assert(
    all_described<chat_settings, chat, emulator::top_notice, chat_parts, app, user, feed_card, issued_token,
                  reaction, message_links, message_extras, pin, message, resource, emulator::settings>);
static_assert(all_described<applied_change, stored_announcement, batch_message, card_token, share_link,
                            login_grant, login_code, login_refresh, login_device, login_session, link_preview,
                            stored_resource, stored_tag, tag_binding>);

} // namespace detail
} // namespace feishu::emulator
