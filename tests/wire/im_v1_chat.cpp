#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/chat.hpp>

#include "wire.hpp"

namespace {

namespace im = feishu::im::v1;
using feishu::rule;

BOOST_AUTO_TEST_SUITE(im_v1_chat)

BOOST_AUTO_TEST_CASE(im_v1_chat_list_sends_what_the_page_says) {
    wire::sends(im::chat::list{.user_id_type = feishu::user_id_type::union_id,
                               .sort_type = im::chat_sort_type::ByActiveTimeDesc,
                               .page_token = "dmJCRHhpd3JRbGV1VEVN+0FyTitRWDY5ZFkybmYr==",
                               .page_size = 100},
                "GET /open-apis/im/v1/chats?user_id_type=union_id&sort_type=ByActiveTimeDesc"
                "&page_token=dmJCRHhpd3JRbGV1VEVN%2B0FyTitRWDY5ZFkybmYr%3D%3D"
                "&page_size=100");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_list_sends_its_defaults) {
    wire::sends(im::chat::list{},
                "GET /open-apis/im/v1/chats?user_id_type=open_id&sort_type=ByCreateTimeAsc&page_size=20");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_list_reads_what_the_page_says) {
    auto const page = wire::reads<im::chat::list>(R"({
        "items": [{
            "chat_id": "oc_a0553eda9014c201e6969b478895c230",
            "avatar": "https://p3-lark-file.byteimg.com/img/lark-avatar-staging/default-avatar_44ae0ca3~100x100.jpg",
            "name": "测试群名称",
            "description": "测试群描述",
            "owner_id": "ou_7d8a6e6df7621556ce0d21922b676706ccs",
            "owner_id_type": "open_id",
            "external": false,
            "tenant_key": "736588c9260f175e",
            "chat_status": "normal"
        }, {
            "chat_id": "oc_84983ff6516d731e5b5f68d4ea2e1da5",
            "name": "a bot owns this one",
            "external": true,
            "tenant_key": "736588c9260f175e",
            "chat_status": "dissolved_save"
        }],
        "page_token": "dmJCRHhpd3JRbGV1VEVN+0FyTitRWDY5ZFkybmYr==",
        "has_more": true
    })");
    BOOST_REQUIRE(page.items.size() == 2);
    BOOST_TEST((page.items[0].owner_id_type == feishu::user_id_type::open_id));
    BOOST_TEST((page.items[1].chat_status == im::chat_status::dissolved_save));
    BOOST_TEST(page.items[1].owner_id.empty());
}

BOOST_AUTO_TEST_CASE(im_v1_chat_create_sends_what_the_page_says) {
    im::chat::create request{
        .user_id_type = feishu::user_id_type::user_id,
        .set_bot_manager = true,
        .uuid = "b13g2t38-1jd2-458b-8djf-dtbca5104204",
        .avatar = "default-avatar_44ae0ca3-e140-494b-956f-78091e348435",
        .name = "测试群名称",
        .description = "测试群描述",
        .i18n_names =
            feishu::model::i18n_names{.zh_cn = "群聊", .en_us = "group chat", .ja_jp = "グループチャット"},
        .owner_id = "4d7a3c6g",
        .user_id_list = {"4d7a3c6g", "5d9bdxxx"},
        .bot_id_list = {"cli_a10fbf7e94b8d01d", "cli_b10fbf7e94b8d01d"},
        .group_message_type = im::group_message_type::thread,
        .chat_mode = im::chat_mode::group,
        .chat_type = im::chat_privacy::public_,
        .join_message_visibility = im::message_visibility::only_owner,
        .leave_message_visibility = im::message_visibility::not_anyone,
        .membership_approval = im::membership_approval::approval_required,
        .restricted_mode_setting =
            im::model::restricted_mode_setting{
                .status = true,
                .screenshot_has_permission_setting = im::restricted_mode_permission::all_members,
                .download_has_permission_setting = im::restricted_mode_permission::not_anyone,
                .message_has_permission_setting = im::restricted_mode_permission::not_anyone},
        .urgent_setting = im::chat_permission::only_owner,
        .video_conference_setting = im::chat_permission::only_owner,
        .edit_permission = im::chat_permission::only_owner,
        .hide_member_count_setting = im::chat_permission::only_owner,
    };
    wire::sends(request,
                "POST /open-apis/im/v1/chats?user_id_type=user_id&set_bot_manager=true"
                "&uuid=b13g2t38-1jd2-458b-8djf-dtbca5104204",
                R"({
        "avatar": "default-avatar_44ae0ca3-e140-494b-956f-78091e348435",
        "name": "测试群名称",
        "description": "测试群描述",
        "i18n_names": {"zh_cn": "群聊", "en_us": "group chat", "ja_jp": "グループチャット"},
        "owner_id": "4d7a3c6g",
        "user_id_list": ["4d7a3c6g", "5d9bdxxx"],
        "bot_id_list": ["cli_a10fbf7e94b8d01d", "cli_b10fbf7e94b8d01d"],
        "group_message_type": "thread",
        "chat_mode": "group",
        "chat_type": "public",
        "join_message_visibility": "only_owner",
        "leave_message_visibility": "not_anyone",
        "membership_approval": "approval_required",
        "restricted_mode_setting": {
            "status": true,
            "screenshot_has_permission_setting": "all_members",
            "download_has_permission_setting": "not_anyone",
            "message_has_permission_setting": "not_anyone"
        },
        "urgent_setting": "only_owner",
        "video_conference_setting": "only_owner",
        "edit_permission": "only_owner",
        "hide_member_count_setting": "only_owner"
    })");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_create_reads_what_the_page_says) {
    auto const chat = wire::reads<im::chat::create>(R"({
        "chat_id": "oc_a0553eda9014c201e6969b478895c230",
        "avatar": "https://p3-lark-file.byteimg.com/img/lark-avatar-staging/default-avatar_44ae0ca3~100x100.jpg",
        "name": "测试群名称",
        "description": "测试群描述",
        "i18n_names": {"zh_cn": "群聊", "en_us": "group chat", "ja_jp": "グループチャット"},
        "owner_id": "4d7a3c6g",
        "owner_id_type": "user_id",
        "urgent_setting": "all_members",
        "video_conference_setting": "all_members",
        "add_member_permission": "all_members",
        "share_card_permission": "allowed",
        "at_all_permission": "all_members",
        "edit_permission": "all_members",
        "group_message_type": "chat",
        "chat_mode": "group",
        "chat_type": "private",
        "chat_tag": "inner",
        "external": false,
        "tenant_key": "736588c9260f175e",
        "join_message_visibility": "only_owner",
        "leave_message_visibility": "all_members",
        "membership_approval": "no_approval_required",
        "moderation_permission": "all_members",
        "restricted_mode_setting": {
            "status": false,
            "screenshot_has_permission_setting": "all_members",
            "download_has_permission_setting": "all_members",
            "message_has_permission_setting": "all_members"
        },
        "hide_member_count_setting": "all_members"
    })");
    BOOST_TEST(chat.chat_id == "oc_a0553eda9014c201e6969b478895c230");
    BOOST_TEST((chat.chat_type == im::chat_privacy::private_));
    BOOST_TEST((chat.share_card_permission == im::share_card_permission_status::allowed));
    BOOST_TEST(*chat.i18n_names.en_us == "group chat");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_get_sends_what_the_page_says) {
    wire::sends(im::chat::get{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                              .user_id_type = feishu::user_id_type::user_id},
                "GET /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230?user_id_type=user_id");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_get_reads_what_the_page_says) {
    auto const chat = wire::reads<im::chat::get>(R"({
        "avatar": "https://p3-lark-file.byteimg.com/img/lark-avatar-staging/default-avatar_44ae0ca3~100x100.jpg",
        "name": "测试群名称",
        "description": "测试群描述",
        "i18n_names": {"zh_cn": "群聊", "en_us": "group chat", "ja_jp": "グループチャット"},
        "add_member_permission": "only_owner",
        "share_card_permission": "not_allowed",
        "at_all_permission": "only_owner",
        "edit_permission": "only_owner",
        "owner_id_type": "open_id",
        "owner_id": "ou_7d8a6e6df7621556ce0d21922b676706ccs",
        "user_manager_id_list": ["ou_9204a37300b3700d61effaa439f34295"],
        "bot_manager_id_list": ["cli_a10fbf7e94b8d01d"],
        "group_message_type": "thread",
        "chat_mode": "topic",
        "chat_type": "public",
        "chat_tag": "customer_service",
        "join_message_visibility": "not_anyone",
        "leave_message_visibility": "only_owner",
        "membership_approval": "approval_required",
        "moderation_permission": "moderator_list",
        "external": true,
        "tenant_key": "736588c9260f175e",
        "user_count": "1",
        "bot_count": "3",
        "restricted_mode_setting": {
            "status": true,
            "screenshot_has_permission_setting": "not_anyone",
            "download_has_permission_setting": "not_anyone",
            "message_has_permission_setting": "all_members"
        },
        "urgent_setting": "only_owner",
        "video_conference_setting": "only_owner",
        "hide_member_count_setting": "only_owner",
        "chat_status": "normal"
    })");
    BOOST_TEST((chat.chat_mode == im::chat_mode::topic));
    BOOST_TEST(chat.user_count == "1");
    BOOST_TEST(chat.external);
    BOOST_REQUIRE(chat.bot_manager_id_list.size() == 1);
    BOOST_TEST(chat.bot_manager_id_list[0] == "cli_a10fbf7e94b8d01d");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_update_sends_what_the_page_says) {
    im::chat::update request{
        .chat_id = "oc_a0553eda9014c201e6969b478895c230",
        .user_id_type = feishu::user_id_type::open_id,
        .avatar = "default-avatar_44ae0ca3-e140-494b-956f-78091e348435",
        .name = "群聊",
        .description = "测试群描述",
        .i18n_names =
            feishu::model::i18n_names{.zh_cn = "群聊", .en_us = "group chat", .ja_jp = "グループチャット"},
        .add_member_permission = im::chat_permission::all_members,
        .share_card_permission = im::share_card_permission::allowed,
        .at_all_permission = im::chat_permission::all_members,
        .edit_permission = im::chat_permission::all_members,
        .owner_id = "ou_7d8a6e6df7621556ce0d21922b676706ccs",
        .join_message_visibility = im::message_visibility::only_owner,
        .leave_message_visibility = im::message_visibility::only_owner,
        .membership_approval = im::membership_approval::no_approval_required,
        .restricted_mode_setting =
            im::model::restricted_mode_setting{
                .status = false,
                .screenshot_has_permission_setting = im::restricted_mode_permission::all_members,
                .download_has_permission_setting = im::restricted_mode_permission::all_members,
                .message_has_permission_setting = im::restricted_mode_permission::all_members},
        .chat_type = im::chat_privacy::private_,
        .group_message_type = im::group_message_type::chat,
        .urgent_setting = im::chat_permission::all_members,
        .video_conference_setting = im::chat_permission::all_members,
        .hide_member_count_setting = im::chat_permission::all_members,
    };
    wire::sends(request,
                "PUT /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230?user_id_type=open_id",
                R"({
        "avatar": "default-avatar_44ae0ca3-e140-494b-956f-78091e348435",
        "name": "群聊",
        "description": "测试群描述",
        "i18n_names": {"zh_cn": "群聊", "en_us": "group chat", "ja_jp": "グループチャット"},
        "add_member_permission": "all_members",
        "share_card_permission": "allowed",
        "at_all_permission": "all_members",
        "edit_permission": "all_members",
        "owner_id": "ou_7d8a6e6df7621556ce0d21922b676706ccs",
        "join_message_visibility": "only_owner",
        "leave_message_visibility": "only_owner",
        "membership_approval": "no_approval_required",
        "restricted_mode_setting": {
            "status": false,
            "screenshot_has_permission_setting": "all_members",
            "download_has_permission_setting": "all_members",
            "message_has_permission_setting": "all_members"
        },
        "chat_type": "private",
        "group_message_type": "chat",
        "urgent_setting": "all_members",
        "video_conference_setting": "all_members",
        "hide_member_count_setting": "all_members"
    })");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_update_sends_only_what_is_to_change) {
    wire::sends(im::chat::update{.chat_id = "oc_a0553eda9014c201e6969b478895c230", .name = ""},
                "PUT /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230?user_id_type=open_id",
                R"({"name": ""})");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_update_reads_an_empty_response) { wire::reads<im::chat::update>("{}"); }

BOOST_AUTO_TEST_CASE(im_v1_chat_delete_sends_what_the_page_says) {
    wire::sends(im::chat::delete_{.chat_id = "oc_a0553eda9014c201e6969b478895c230"},
                "DELETE /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_delete_reads_an_empty_response) { wire::reads<im::chat::delete_>("{}"); }

BOOST_AUTO_TEST_CASE(im_v1_chat_link_sends_what_the_page_says) {
    wire::sends(im::chat::link{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                               .validity_period = im::chat_link_validity::permanently},
                "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/link",
                R"({"validity_period": "permanently"})");
    wire::sends(im::chat::link{.chat_id = "oc_a0553eda9014c201e6969b478895c230"},
                "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/link",
                "{}");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_link_reads_what_the_page_says) {
    auto const link = wire::reads<im::chat::link>(R"({
        "share_link": "https://applink.feishu.cn/client/chat/chatter/add_by_link?link_token=dd6t2a2d-d4e2",
        "expire_time": "1609296809",
        "is_permanent": false
    })");
    BOOST_TEST(link.expire_time.count() == 1609296809);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_search_sends_what_the_page_says) {
    wire::sends(im::chat::search{.user_id_type = feishu::user_id_type::open_id,
                                 .query = "abc 测试&=",
                                 .page_token = "dmJCRHhpd3JRbGV1VEVN+0FyTitRWDY5ZFkybmYr==",
                                 .page_size = 10},
                "GET /open-apis/im/v1/chats/search?user_id_type=open_id&query=abc%20%E6%B5%8B%E8%AF%95%26%3D"
                "&page_token=dmJCRHhpd3JRbGV1VEVN%2B0FyTitRWDY5ZFkybmYr%3D%3D"
                "&page_size=10");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_search_reads_what_the_page_says) {
    auto const page = wire::reads<im::chat::search>(R"({
        "items": [{
            "chat_id": "oc_a0553eda9014c201e6969b478895c230",
            "avatar": "https://p3-lark-file.byteimg.com/img/lark-avatar-staging/default-avatar_44ae0ca3~100x100.jpg",
            "name": "测试群名称",
            "description": "测试群描述",
            "owner_id": "ou_7d8a6e6df7621556ce0d21922b676706ccs",
            "owner_id_type": "open_id",
            "external": false,
            "tenant_key": "736588c9260f175e",
            "chat_status": "dissolved"
        }],
        "has_more": false
    })");
    BOOST_REQUIRE(page.items.size() == 1);
    BOOST_TEST((page.items[0].chat_status == im::chat_status::dissolved));
    BOOST_TEST(!page.has_more);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_refuses_what_is_over_a_limit) {
    wire::accepts(im::chat::create{.uuid = std::string(50, 'u'), .user_id_list = wire::many(50)});
    wire::refuses(im::chat::create{.uuid = std::string(51, 'u')}, "uuid", rule::max_characters);
    wire::refuses(im::chat::create{.user_id_list = wire::many(51)}, "user_id_list", rule::max_items);
    wire::accepts(im::chat::create{.bot_id_list = std::vector<feishu::app_id>(5, "cli_a10fbf7e94b8d01d")});
    wire::refuses(im::chat::create{.bot_id_list = std::vector<feishu::app_id>(6, "cli_a10fbf7e94b8d01d")},
                  "bot_id_list", rule::max_items);
    wire::accepts(im::chat::list{.page_size = 100});
    wire::refuses(im::chat::list{.page_size = 101}, "page_size", rule::maximum);
    wire::refuses(im::chat::list{.page_size = 0}, "page_size", rule::minimum);
    wire::refuses(im::chat::search{.page_size = 101}, "page_size", rule::maximum);
    wire::refuses(im::chat::search{.page_size = 0}, "page_size", rule::minimum);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_refuses_an_empty_chat_id) {
    wire::refuses(im::chat::get{.chat_id = ""}, "chat_id", rule::min_characters);
    wire::refuses(im::chat::update{.chat_id = ""}, "chat_id", rule::min_characters);
    wire::refuses(im::chat::delete_{.chat_id = ""}, "chat_id", rule::min_characters);
    wire::refuses(im::chat::link{.chat_id = ""}, "chat_id", rule::min_characters);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
