// Events of im.v1: messages, reactions, chats and their members.

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/chat_access_event.hpp>
#include <feishu/api/im/v1/chat_member_bot.hpp>
#include <feishu/api/im/v1/chat_member_user.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_reaction.hpp>

#include "event.hpp"

using namespace feishu::im::v1;
using wire::check_some_user;
using wire::with_users;

BOOST_AUTO_TEST_CASE(im_v1_message_receive_v1_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<message::receive_v1>("im.message.receive_v1", with_users(R"({
        "sender": {
            "sender_id": @user,
            "sender_type": "user",
            "tenant_key": "736588c9260f175e"
        },
        "message": {
            "message_id": "om_5ce6d572455d361153b7cb51da133945",
            "root_id": "om_5ce6d572455d361153b7cb5xxfsdfsdfdsf",
            "parent_id": "om_5ce6d572455d361153b7cb5xxfsdfsdfdsg",
            "create_time": "1609073151345",
            "update_time": "1687343654666",
            "chat_id": "oc_5ce6d572455d361153b7xx51da133945",
            "thread_id": "omt_d4be107c616a",
            "chat_type": "group",
            "message_type": "text",
            "content": "{\"text\":\"@_user_1 hello \\\"there\\\"\"}",
            "mentions": [{
                "key": "@_user_1",
                "id": @user,
                "mentioned_type": "user",
                "name": "Tom",
                "tenant_key": "736588c9260f175e"
            }],
            "user_agent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36"
        }
    })"));
    auto const& message = pushed.event.message;
    check_some_user(pushed.event.sender.sender_id);
    BOOST_TEST((pushed.event.sender.sender_type == event_sender_type::user));
    BOOST_TEST(message.message_id == "om_5ce6d572455d361153b7cb51da133945");
    BOOST_TEST(message.create_time.count() == 1609073151345);
    BOOST_TEST(message.update_time.count() == 1687343654666);
    BOOST_TEST((message.chat_type == chat_type::group));
    BOOST_TEST((message.message_type == msg_type::text));
    BOOST_TEST(message.content.document() == R"({"text":"@_user_1 hello \"there\""})");
    BOOST_REQUIRE(message.mentions.size() == 1u);
    BOOST_TEST(message.mentions[0].key == "@_user_1");
    check_some_user(message.mentions[0].id);
}

// Without the scope that reveals it, a user_id is null.
BOOST_AUTO_TEST_CASE(im_v1_message_receive_v1_reads_a_hidden_user_id) {
    auto const text = wire::pushed("im.message.receive_v1", R"({
        "sender": {
            "sender_id": {"union_id": "on_1", "user_id": null, "open_id": "ou_1"},
            "sender_type": "user",
            "tenant_key": "736588c9260f175e"
        },
        "message": {"message_id": "om_1", "chat_type": "p2p", "message_type": "sticker", "content": "{}"}
    })");
    auto const pushed = feishu::json::read<message::receive_v1>(text);
    BOOST_REQUIRE(pushed.has_value());
    BOOST_TEST(pushed->event.sender.sender_id.user_id == "");
    BOOST_TEST(pushed->event.sender.sender_id.open_id == "ou_1");
    BOOST_TEST((pushed->event.message.chat_type == chat_type::p2p));
    BOOST_TEST(!pushed->event.message.update_time.has_value());
}

BOOST_AUTO_TEST_CASE(im_v1_message_message_read_v1_reads_the_documented_payload) {
    auto const pushed =
        wire::receives_pushed<message::message_read_v1>("im.message.message_read_v1", with_users(R"({
        "reader": {"reader_id": @user, "read_time": "1609484183123", "tenant_key": "736588c9260f175e"},
        "message_id_list": ["om_dc13264520392913993dd051dba21dcf", "om_2"]
    })"));
    check_some_user(pushed.event.reader.reader_id);
    BOOST_TEST(pushed.event.reader.read_time.count() == 1609484183123);
    BOOST_REQUIRE(pushed.event.message_id_list.size() == 2u);
    BOOST_TEST(pushed.event.message_id_list[1] == "om_2");
}

BOOST_AUTO_TEST_CASE(im_v1_message_recalled_v1_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<message::recalled_v1>("im.message.recalled_v1", R"({
        "message_id": "om_bc04eb76d9ffeae5c07ae4a28c5f8d01",
        "chat_id": "oc_69a0ab2e2d8bbff2bd2ab2b9a8f9b4c7",
        "recall_time": "1664446101121",
        "recall_type": "group_manager"
    })");
    BOOST_TEST(pushed.event.recall_time.count() == 1664446101121);
    BOOST_TEST((pushed.event.recall_type == recall_type::group_manager));
}

namespace {

template <class Event>
void check_reaction_event(std::string const& type) {
    auto const pushed = wire::receives_pushed<Event>(type, with_users(R"({
        "message_id": "om_a8f2294bdf9d5b3a2d2f1d4c1f3e9a53",
        "reaction_type": {"emoji_type": "SMILE"},
        "operator_type": "user",
        "user_id": @user,
        "app_id": "cli_9f427eec54ae901b",
        "action_time": "1627641418000"
    })"));
    BOOST_TEST(pushed.event.reaction_type.emoji_type.str() == "SMILE");
    BOOST_TEST((pushed.event.operator_type == operator_type::user));
    check_some_user(pushed.event.user_id);
    BOOST_TEST(pushed.event.app_id == "cli_9f427eec54ae901b");
    BOOST_TEST(pushed.event.action_time.count() == 1627641418000);
}

} // namespace

BOOST_AUTO_TEST_CASE(im_v1_message_reaction_created_v1_reads_the_documented_payload) {
    check_reaction_event<message_reaction::created_v1>("im.message.reaction.created_v1");
}

BOOST_AUTO_TEST_CASE(im_v1_message_reaction_deleted_v1_reads_the_documented_payload) {
    check_reaction_event<message_reaction::deleted_v1>("im.message.reaction.deleted_v1");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_access_event_bot_p2p_chat_entered_v1_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<chat_access_event::bot_p2p_chat_entered_v1>(
        "im.chat.access_event.bot_p2p_chat_entered_v1", with_users(R"({
            "chat_id": "oc_413c4b4a7a1a4e4e8e9e5b4c3e6f5a2d",
            "operator_id": @user,
            "last_message_id": "om_40eb06e7b84dc71c03e009ad3c754195",
            "last_message_create_time": "1615380573411"
        })"));
    check_some_user(pushed.event.operator_id);
    BOOST_TEST(pushed.event.last_message_id == "om_40eb06e7b84dc71c03e009ad3c754195");
    BOOST_TEST(pushed.event.last_message_create_time.count() == 1615380573411);
}

namespace {

// The events that say no more than which chat and who.
template <class Event>
void check_chat_event(std::string const& type) {
    auto const pushed = wire::receives_pushed<Event>(type, with_users(R"({
        "chat_id": "oc_0dfc9a8bbc3f4b5e9e8d7c6b5a493827",
        "operator_id": @user,
        "external": true,
        "operator_tenant_key": "2ca1d211f64f6438",
        "name": "测试群聊",
        "i18n_names": {"zh_cn": "测试群聊", "en_us": "test group", "ja_jp": "テスト"}
    })"));
    BOOST_TEST(pushed.event.chat_id == "oc_0dfc9a8bbc3f4b5e9e8d7c6b5a493827");
    check_some_user(pushed.event.operator_id);
    BOOST_TEST(pushed.event.external);
    BOOST_TEST(pushed.event.operator_tenant_key == "2ca1d211f64f6438");
    BOOST_TEST(pushed.event.i18n_names.ja_jp.value_or("") == "テスト");
}

// The events about users of a chat.
template <class Event>
void check_users_event(std::string const& type) {
    auto const pushed = wire::receives_pushed<Event>(type, with_users(R"({
        "chat_id": "oc_0dfc9a8bbc3f4b5e9e8d7c6b5a493827",
        "operator_id": @user,
        "external": false,
        "operator_tenant_key": "2ca1d211f64f6438",
        "users": [
            {"name": "张三", "tenant_key": "2ca1d211f64f6438", "user_id": @user},
            {"name": "O'Neil \"Bob\"", "tenant_key": "736588c9260f175e", "user_id": {"open_id": "ou_2"}}
        ],
        "name": "测试群聊",
        "i18n_names": {"zh_cn": "测试群聊", "en_us": "test group", "ja_jp": "テスト"}
    })"));
    check_some_user(pushed.event.operator_id);
    BOOST_REQUIRE(pushed.event.users.size() == 2u);
    check_some_user(pushed.event.users[0].user_id);
    BOOST_TEST(pushed.event.users[1].name == "O'Neil \"Bob\"");
    BOOST_TEST(pushed.event.users[1].user_id.open_id == "ou_2");
    BOOST_TEST(pushed.event.name == "测试群聊");
}

} // namespace

BOOST_AUTO_TEST_CASE(im_v1_chat_disbanded_v1_reads_the_documented_payload) {
    check_chat_event<chat::disbanded_v1>("im.chat.disbanded_v1");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_member_bot_added_v1_reads_the_documented_payload) {
    check_chat_event<chat_member_bot::added_v1>("im.chat.member.bot.added_v1");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_member_bot_deleted_v1_reads_the_documented_payload) {
    check_chat_event<chat_member_bot::deleted_v1>("im.chat.member.bot.deleted_v1");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_member_user_added_v1_reads_the_documented_payload) {
    check_users_event<chat_member_user::added_v1>("im.chat.member.user.added_v1");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_member_user_deleted_v1_reads_the_documented_payload) {
    check_users_event<chat_member_user::deleted_v1>("im.chat.member.user.deleted_v1");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_member_user_withdrawn_v1_reads_the_documented_payload) {
    check_users_event<chat_member_user::withdrawn_v1>("im.chat.member.user.withdrawn_v1");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_updated_v1_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<chat::updated_v1>("im.chat.updated_v1", with_users(R"({
        "chat_id": "oc_0dfc9a8bbc3f4b5e9e8d7c6b5a493827",
        "operator_id": @user,
        "external": false,
        "operator_tenant_key": "2ca1d211f64f6438",
        "after_change": {
            "avatar": "https://p3-lark-file.byteimg.com/img/lark-avatar-staging/default-avatar_44ae0ca3.jpg",
            "name": "new name",
            "description": "new description",
            "i18n_names": {"zh_cn": "新", "en_us": "new", "ja_jp": "新しい"},
            "add_member_permission": "all_members",
            "share_card_permission": "allowed",
            "at_all_permission": "all_members",
            "edit_permission": "all_members",
            "membership_approval": "no_approval_required",
            "join_message_visibility": "only_owner",
            "leave_message_visibility": "not_anyone",
            "moderation_permission": "all_members",
            "owner_id": @user,
            "restricted_mode_setting": {
                "status": false,
                "screenshot_has_permission_setting": "all_members",
                "download_has_permission_setting": "all_members",
                "message_has_permission_setting": "all_members"
            },
            "group_message_type": "thread"
        },
        "before_change": {
            "avatar": "https://p3-lark-file.byteimg.com/img/lark-avatar-staging/default-avatar_44ae0ca4.jpg",
            "name": "old name",
            "description": "old description",
            "i18n_names": {"zh_cn": "旧", "en_us": "old", "ja_jp": "古い"},
            "add_member_permission": "only_owner",
            "share_card_permission": "not_allowed",
            "at_all_permission": "only_owner",
            "edit_permission": "unknown",
            "membership_approval": "approval_required",
            "join_message_visibility": "all_members",
            "leave_message_visibility": "only_owner",
            "moderation_permission": "only_owner",
            "owner_id": @user,
            "restricted_mode_setting": {
                "status": true,
                "screenshot_has_permission_setting": "not_anyone",
                "download_has_permission_setting": "not_anyone",
                "message_has_permission_setting": "not_anyone"
            },
            "group_message_type": "chat"
        },
        "moderator_list": {
            "added_member_list": [{"tenant_key": "2ca1d211f64f6438", "user_id": @user}],
            "removed_member_list": [{"tenant_key": "736588c9260f175e", "user_id": {"open_id": "ou_2"}}]
        }
    })"));
    auto const& before = pushed.event.before_change;
    auto const& after = pushed.event.after_change;
    check_some_user(pushed.event.operator_id);
    check_some_user(after.owner_id);
    BOOST_TEST(before.i18n_names.en_us.value_or("") == "old");
    BOOST_TEST((before.edit_permission == chat_permission_status::unknown));
    BOOST_TEST((before.membership_approval == membership_approval::approval_required));
    BOOST_TEST(before.restricted_mode_setting.status.value_or(false));
    BOOST_TEST((after.restricted_mode_setting.status == std::optional(false)));
    BOOST_TEST((after.leave_message_visibility == message_visibility::not_anyone));
    BOOST_TEST((after.group_message_type == group_message_type::thread));
    check_some_user(pushed.event.moderator_list.added_member_list.at(0).user_id);
    BOOST_TEST(pushed.event.moderator_list.removed_member_list.at(0).user_id.open_id == "ou_2");
}
