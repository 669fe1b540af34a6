#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/chat_managers.hpp>
#include <feishu/api/im/v1/chat_members.hpp>
#include <feishu/api/im/v1/chat_moderation.hpp>

#include "wire.hpp"

namespace {

namespace im = feishu::im::v1;
using feishu::rule;

BOOST_AUTO_TEST_SUITE(im_v1_chat_members)

BOOST_AUTO_TEST_CASE(im_v1_chat_members_get_sends_what_the_page_says) {
    wire::sends(
        im::chat_members::get{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                              .member_id_type = feishu::user_id_type::union_id,
                              .page_size = 10,
                              .page_token = "WWxHTStrOEs5WHZpNktGbU94bUcvMWlxdDUzTWt0OXNrKzlKRWdpTWtOdz0="},
        "GET /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/members?member_id_type=union_id"
        "&page_size=10&page_token=WWxHTStrOEs5WHZpNktGbU94bUcvMWlxdDUzTWt0OXNrKzlKRWdpTWtOdz0%3D");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_get_reads_what_the_page_says) {
    auto const page = wire::reads<im::chat_members::get>(R"({
        "items": [{
            "member_id_type": "open_id",
            "member_id": "ou_9204a37300b3700d61effaa439f34295",
            "name": "张三",
            "tenant_key": "736588c9260f175d"
        }, {
            "member_id_type": "open_id",
            "member_id": "ou_7d8a6e6df7621556ce0d21922b676706",
            "name": "Zoë",
            "tenant_key": "736588c9260f175e"
        }],
        "page_token": "WWxHTStrOEs5WHZpNktGbU94bUcvMWlxdDUzTWt0OXNrKzlKRWdpTWtOdz0=",
        "has_more": true,
        "member_total": 2
    })");
    BOOST_REQUIRE(page.items.size() == 2);
    BOOST_TEST(page.items[0].name == "张三");
    BOOST_TEST((page.items[0].member_id_type == feishu::user_id_type::open_id));
    BOOST_TEST(page.member_total == 2);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_create_sends_what_the_page_says) {
    wire::sends(
        im::chat_members::create{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                 .member_id_type = im::member_id_type::app_id,
                                 .succeed_type = im::add_members_mode::add_available,
                                 .id_list = {"cli_a10fbf7e94b8d01d", "cli_b10fbf7e94b8d01d"}},
        "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/members?member_id_type=app_id"
        "&succeed_type=1",
        R"({"id_list": ["cli_a10fbf7e94b8d01d", "cli_b10fbf7e94b8d01d"]})");
    wire::sends(
        im::chat_members::create{.chat_id = "oc_1", .id_list = {"ou_9204a37300b3700d61effaa439f34295"}},
        "POST /open-apis/im/v1/chats/oc_1/members?member_id_type=open_id&succeed_type=0",
        R"({"id_list": ["ou_9204a37300b3700d61effaa439f34295"]})");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_create_reads_what_the_page_says) {
    auto const reply = wire::reads<im::chat_members::create>(R"({
        "invalid_id_list": ["ou_9204a37300b3700d61effaa439f34295"],
        "not_existed_id_list": ["ou_7d8a6e6df7621556ce0d21922b676706"],
        "pending_approval_id_list": ["ou_5ad573a6411d72b8305fda3a9c15c70e"]
    })");
    BOOST_REQUIRE(reply.not_existed_id_list.size() == 1);
    BOOST_TEST(reply.not_existed_id_list[0] == "ou_7d8a6e6df7621556ce0d21922b676706");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_create_reads_a_response_without_failures) {
    auto const reply = wire::reads<im::chat_members::create>("{}");
    BOOST_TEST(reply.invalid_id_list.empty());
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_delete_sends_its_body_with_DELETE) {
    wire::sends(
        im::chat_members::delete_{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                  .member_id_type = im::member_id_type::user_id,
                                  .id_list = {"4d7a3c6g", "5d9bdxxx"}},
        "DELETE /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/members?member_id_type=user_id",
        R"({"id_list": ["4d7a3c6g", "5d9bdxxx"]})");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_delete_reads_what_the_page_says) {
    wire::reads<im::chat_members::delete_>(R"({"invalid_id_list": ["ou_9204a37300b3700d61effaa439f34295"]})");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_is_in_chat_sends_what_the_page_says) {
    wire::sends(im::chat_members::is_in_chat{.chat_id = "oc_a0553eda9014c201e6969b478895c230"},
                "GET /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/members/is_in_chat");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_is_in_chat_reads_what_the_page_says) {
    BOOST_TEST(wire::reads<im::chat_members::is_in_chat>(R"({"is_in_chat": true})").is_in_chat);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_me_join_sends_what_the_page_says) {
    wire::sends(im::chat_members::me_join{.chat_id = "oc_a0553eda9014c201e6969b478895c230"},
                "PATCH /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/members/me_join", "{}");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_me_join_reads_an_empty_response) {
    wire::reads<im::chat_members::me_join>("{}");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_members_refuses_what_is_over_a_limit) {
    wire::accepts(im::chat_members::get{.chat_id = "oc_1", .page_size = 100});
    wire::refuses(im::chat_members::get{.chat_id = "oc_1", .page_size = 101}, "page_size", rule::maximum);
    wire::refuses(im::chat_members::get{.chat_id = "oc_1", .page_size = 0}, "page_size", rule::minimum);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(im_v1_chat_managers)

BOOST_AUTO_TEST_CASE(im_v1_chat_managers_add_managers_sends_what_the_page_says) {
    wire::sends(im::chat_managers::add_managers{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                                .member_id_type = im::member_id_type::open_id,
                                                .manager_ids = {"ou_9204a37300b3700d61effaa439f34295"}},
                "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/managers/add_managers"
                "?member_id_type=open_id",
                R"({"manager_ids": ["ou_9204a37300b3700d61effaa439f34295"]})");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_managers_add_managers_reads_what_the_page_says) {
    auto const reply = wire::reads<im::chat_managers::add_managers>(R"({
        "chat_managers": ["ou_9204a37300b3700d61effaa439f34295"],
        "chat_bot_managers": ["cli_a10fbf7e94b8d01d"]
    })");
    BOOST_REQUIRE(reply.chat_bot_managers.size() == 1);
    BOOST_TEST(reply.chat_bot_managers[0] == "cli_a10fbf7e94b8d01d");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_managers_delete_managers_sends_what_the_page_says) {
    wire::sends(im::chat_managers::delete_managers{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                                   .member_id_type = im::member_id_type::app_id,
                                                   .manager_ids = {"cli_a10fbf7e94b8d01d"}},
                "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/managers/delete_managers"
                "?member_id_type=app_id",
                R"({"manager_ids": ["cli_a10fbf7e94b8d01d"]})");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_managers_delete_managers_reads_what_the_page_says) {
    wire::reads<im::chat_managers::delete_managers>(R"({
        "chat_managers": ["ou_9204a37300b3700d61effaa439f34295"],
        "chat_bot_managers": ["cli_a10fbf7e94b8d01d"]
    })");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_managers_refuses_what_is_over_a_limit) {
    using namespace im::chat_managers;
    wire::accepts(add_managers{.chat_id = "oc_1", .manager_ids = wire::many(50)});
    wire::refuses(add_managers{.chat_id = "oc_1", .manager_ids = wire::many(51)}, "manager_ids",
                  rule::max_items);
    wire::accepts(delete_managers{.chat_id = "oc_1", .manager_ids = wire::many(50)});
    wire::refuses(delete_managers{.chat_id = "oc_1", .manager_ids = wire::many(51)}, "manager_ids",
                  rule::max_items);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(im_v1_chat_moderation)

BOOST_AUTO_TEST_CASE(im_v1_chat_moderation_get_sends_what_the_page_says) {
    wire::sends(
        im::chat_moderation::get{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                 .user_id_type = feishu::user_id_type::user_id,
                                 .page_size = 20,
                                 .page_token =
                                     "dmJCRHhpd3JRbGV1VEVNRFFyTitRWDY5ZFkybmYrMEUwMUFYT0VMMWdENEtuYUg="},
        "GET /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/moderation?user_id_type=user_id"
        "&page_size=20&page_token=dmJCRHhpd3JRbGV1VEVNRFFyTitRWDY5ZFkybmYrMEUwMUFYT0VMMWdENEtuYUg%3D");
    wire::sends(im::chat_moderation::get{.chat_id = "oc_1"},
                "GET /open-apis/im/v1/chats/oc_1/moderation?user_id_type=open_id");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_moderation_get_reads_what_the_page_says) {
    auto const reply = wire::reads<im::chat_moderation::get>(R"({
        "moderation_setting": "moderator_list",
        "page_token": "dmJCRHhpd3JRbGV1VEVNRFFyTitRWDY5ZFkybmYrMEUwMUFYT0VMMWdENEtuYUg=",
        "has_more": false,
        "items": [{
            "user_id_type": "user_id",
            "user_id": "4d7a3c6g",
            "tenant_key": "2ca1d211f64f6438"
        }]
    })");
    BOOST_TEST((reply.moderation_setting == im::moderation_permission::moderator_list));
    BOOST_REQUIRE(reply.items.size() == 1);
    BOOST_TEST(reply.items[0].user_id == "4d7a3c6g");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_moderation_update_sends_what_the_page_says) {
    wire::sends(
        im::chat_moderation::update{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                    .user_id_type = feishu::user_id_type::user_id,
                                    .moderation_setting = im::moderation_permission::moderator_list,
                                    .moderator_added_list = {"4d7a3c6g"},
                                    .moderator_removed_list = {"4d7a3ih6", "5d9bdxxx"}},
        "PUT /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/moderation?user_id_type=user_id",
        R"({
        "moderation_setting": "moderator_list",
        "moderator_added_list": ["4d7a3c6g"],
        "moderator_removed_list": ["4d7a3ih6", "5d9bdxxx"]
    })");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_moderation_update_reads_an_empty_response) {
    wire::reads<im::chat_moderation::update>("{}");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_moderation_refuses_what_is_over_a_limit) {
    wire::accepts(im::chat_moderation::get{.chat_id = "oc_1", .page_size = 100});
    wire::refuses(im::chat_moderation::get{.chat_id = "oc_1", .page_size = 101}, "page_size", rule::maximum);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
