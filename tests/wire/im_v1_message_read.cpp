// im.v1.message, what reads messages and draws attention to them; batch messages.

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/batch_message.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/message/v4/batch_send.hpp>

#include "wire.hpp"

using namespace feishu::im::v1;
using feishu::rule;
using feishu::user_id_type;
namespace batch_send = feishu::message::v4::batch_send;

BOOST_AUTO_TEST_CASE(im_v1_message_list_sends_what_the_page_says) {
    wire::sends(
        message::list{.container_id_type = container_id_type::chat,
                      .container_id = "oc_234jsi43d3ssi993d43545f",
                      .start_time = feishu::unix_seconds(1608594809),
                      .end_time = feishu::unix_seconds(1609296809),
                      .sort_type = sort_type::ByCreateTimeDesc,
                      .page_size = 50,
                      .page_token = "GxmvlNRvP0NdQZpa7yIqf_Lv_QuBwTQ8tXkX7w-irAghVD_TvuYd1aoJ1LQph86O==",
                      .card_msg_content_type = card_msg_content_type::raw_card_content},
        "GET /open-apis/im/v1/messages?container_id_type=chat&container_id=oc_234jsi43d3ssi993d43545f"
        "&start_time=1608594809&end_time=1609296809&sort_type=ByCreateTimeDesc&page_size=50"
        "&page_token=GxmvlNRvP0NdQZpa7yIqf_Lv_QuBwTQ8tXkX7w-irAghVD_TvuYd1aoJ1LQph86O%3D%3D"
        "&card_msg_content_type=raw_card_content");
}

BOOST_AUTO_TEST_CASE(im_v1_message_list_sends_the_documented_defaults) {
    wire::sends(
        message::list{.container_id_type = container_id_type::thread, .container_id = "omt_d4be107c616a"},
        "GET /open-apis/im/v1/messages?container_id_type=thread&container_id=omt_d4be107c616a"
        "&sort_type=ByCreateTimeAsc&page_size=20");
}

BOOST_AUTO_TEST_CASE(im_v1_message_list_reads_a_page_of_messages) {
    auto const reply = wire::reads<message::list>(R"({
        "has_more": true,
        "page_token": "GxmvlNRvP0NdQZpa7yIqf_Lv_QuBwTQ8tXkX7w",
        "items": [{
            "message_id": "om_dc13264520392913993dd051dba21dcf",
            "root_id": "om_40eb06e7b84dc71c03e009ad3c754195",
            "parent_id": "om_d4be107c616aed9c1da8ed8068570a9f",
            "thread_id": "omt_d4be107c616a",
            "msg_type": "interactive",
            "create_time": "1615380573411",
            "update_time": "1615380573411",
            "deleted": true,
            "updated": true,
            "chat_id": "oc_5ad11d72b830411d72b836c20",
            "sender": {
                "id": "ou_155184d1e73cbfb8973e5a9e698e74f2",
                "id_type": "open_id",
                "sender_type": "user",
                "tenant_key": "736588c9260f175e"
            },
            "body": {"content": "{\"title\":\"a \\\"card\\\"\"}"},
            "mentions": [{
                "key": "@_user_1",
                "id": "ou_155184d1e73cbfb8973e5a9e698e74f2",
                "id_type": "open_id",
                "name": "汤姆",
                "tenant_key": "736588c9260f175e"
            }]
        }, {
            "message_id": "om_5ed11d72b830411d72b836c20ed2b3f1",
            "msg_type": "hologram",
            "create_time": "1615380573412",
            "deleted": false,
            "updated": false,
            "sender": {"sender_type": "anonymous"},
            "body": {"content": "This message was recalled"}
        }]
    })");
    BOOST_TEST(reply.has_more);
    BOOST_REQUIRE(reply.items.size() == 2u);
    BOOST_TEST(reply.items[0].deleted);
    BOOST_TEST(reply.items[0].update_time.count() == 1615380573411);
    BOOST_TEST(reply.items[0].body.content.document() == R"({"title":"a \"card\""})");
    BOOST_TEST(reply.items[0].mentions.at(0).name == "汤姆");
    BOOST_TEST(!reply.items[1].msg_type.known());
    BOOST_TEST(reply.items[1].msg_type.str() == "hologram");
    BOOST_TEST((reply.items[1].sender.sender_type == sender_type::anonymous));
}

BOOST_AUTO_TEST_CASE(im_v1_message_list_has_the_documented_limits) {
    auto const with = [](int page_size) {
        return message::list{
            .container_id_type = container_id_type::chat, .container_id = "oc_1", .page_size = page_size};
    };
    wire::refuses(with(0), "page_size", rule::minimum);
    wire::accepts(with(1));
    wire::refuses(with(51), "page_size", rule::maximum);
    wire::refuses(message::list{.container_id_type = container_id_type::chat,
                                .container_id = "oc_1",
                                .start_time = feishu::unix_seconds(2),
                                .end_time = feishu::unix_seconds(1)},
                  "start_time", rule::other);
}

BOOST_AUTO_TEST_CASE(im_v1_message_get_sends_what_the_page_says) {
    wire::sends(message::get{.message_id = "om_dc13264520392913993dd051dba21dcf",
                             .user_id_type = user_id_type::union_id,
                             .card_msg_content_type = card_msg_content_type::user_card_content},
                "GET /open-apis/im/v1/messages/om_dc13264520392913993dd051dba21dcf?user_id_type=union_id"
                "&card_msg_content_type=user_card_content");
}

BOOST_AUTO_TEST_CASE(im_v1_message_get_reads_a_merged_forward_and_its_children) {
    auto const reply = wire::reads<message::get>(R"({
        "items": [{
            "message_id": "om_f7a8d6c0dd1c8fe9b2ad5f35f6a5a5f4",
            "msg_type": "merge_forward",
            "create_time": "1615380573411",
            "update_time": "1615380573411",
            "deleted": false,
            "updated": false,
            "chat_id": "oc_5ad11d72b830411d72b836c20",
            "sender": {
                "id": "cli_9f427eec54ae901b", "id_type": "app_id", "sender_type": "app",
                "tenant_key": "736588c9260f175e"
            },
            "body": {"content": "Merged and Forwarded Message"}
        }, {
            "message_id": "om_dc13264520392913993dd051dba21dcf",
            "msg_type": "image",
            "create_time": "1615380573000",
            "update_time": "1615380573000",
            "deleted": false,
            "updated": false,
            "chat_id": "oc_a0553eda9014c201e6969b478895c230",
            "sender": {
                "id": "ou_155184d1e73cbfb8973e5a9e698e74f2", "id_type": "open_id", "sender_type": "user",
                "tenant_key": "736588c9260f175e"
            },
            "body": {"content": "{\"image_key\":\"img_v2_041b28e3-5680-48c2-9af2-497ace79333g\"}"},
            "upper_message_id": "om_f7a8d6c0dd1c8fe9b2ad5f35f6a5a5f4"
        }]
    })");
    BOOST_REQUIRE(reply.items.size() == 2u);
    BOOST_TEST((reply.items[0].msg_type == msg_type::merge_forward));
    BOOST_TEST(reply.items[1].upper_message_id == reply.items[0].message_id);
}

BOOST_AUTO_TEST_CASE(im_v1_message_read_users_sends_what_the_page_says) {
    wire::sends(
        message::read_users{.message_id = "om_dc13264520392913993dd051dba21dcf",
                            .user_id_type = user_id_type::user_id,
                            .page_size = 100,
                            .page_token = "GxmvlNRvP0NdQZpa7yIqf_Lv_QuBwTQ8tXkX7w+/"},
        "GET /open-apis/im/v1/messages/om_dc13264520392913993dd051dba21dcf/read_users"
        "?user_id_type=user_id&page_size=100&page_token=GxmvlNRvP0NdQZpa7yIqf_Lv_QuBwTQ8tXkX7w%2B%2F");
}

BOOST_AUTO_TEST_CASE(im_v1_message_read_users_reads_who_and_when) {
    auto const reply = wire::reads<message::read_users>(R"({
        "items": [{
            "user_id_type": "open_id",
            "user_id": "ou_9b851f7b51a9d58d109982337c46f3de",
            "timestamp": "1609484183000",
            "tenant_key": "736588c9260f175e"
        }],
        "has_more": true,
        "page_token": "GxmvlNRvP0NdQZpa7yIqf_Lv_QuBwTQ8tXkX7w"
    })");
    BOOST_REQUIRE(reply.items.size() == 1u);
    BOOST_TEST((reply.items[0].user_id_type == user_id_type::open_id));
    BOOST_TEST((reply.items[0].timestamp.time() == std::chrono::sys_days(std::chrono::January / 1 / 2021) +
                                                        std::chrono::hours(6) + std::chrono::minutes(56) +
                                                        std::chrono::seconds(23)));
    BOOST_TEST(reply.page_token == "GxmvlNRvP0NdQZpa7yIqf_Lv_QuBwTQ8tXkX7w");
}

BOOST_AUTO_TEST_CASE(im_v1_message_read_users_has_the_documented_limits) {
    wire::refuses(message::read_users{.message_id = "om_1", .page_size = 0}, "page_size", rule::minimum);
    wire::accepts(message::read_users{.message_id = "om_1", .page_size = 100});
    wire::refuses(message::read_users{.message_id = "om_1", .page_size = 101}, "page_size", rule::maximum);
}

namespace {

// The three ways of urging differ in their path only.
template <class Urgent>
void check_urgent(std::string const& how) {
    wire::sends(Urgent{.message_id = "om_dc13264520392913993dd051dba21dcf",
                       .user_id_type = user_id_type::open_id,
                       .user_id_list = {"ou_6yf8af6bgb9100449565764t3382b168",
                                        "ou_2yf8af6bgb9100449565764t3382b168"}},
                "PATCH /open-apis/im/v1/messages/om_dc13264520392913993dd051dba21dcf/" + how +
                    "?user_id_type=open_id",
                R"({"user_id_list": ["ou_6yf8af6bgb9100449565764t3382b168",
                                     "ou_2yf8af6bgb9100449565764t3382b168"]})");
    auto const reply =
        wire::reads<Urgent>(R"({"invalid_user_id_list": ["ou_2yf8af6bgb9100449565764t3382b168"]})");
    BOOST_TEST(reply.invalid_user_id_list.at(0) == "ou_2yf8af6bgb9100449565764t3382b168");
    wire::reads<Urgent>("{}");
}

template <class Urgent>
void check_urgent_limits() {
    wire::refuses(Urgent{.message_id = "om_1", .user_id_list = wire::many(0)}, "user_id_list",
                  rule::min_items);
    wire::accepts(Urgent{.message_id = "om_1", .user_id_list = wire::many(200)});
    wire::refuses(Urgent{.message_id = "om_1", .user_id_list = wire::many(201)}, "user_id_list",
                  rule::max_items);
}

} // namespace

BOOST_AUTO_TEST_CASE(im_v1_message_urgent_app_sends_what_the_page_says) {
    check_urgent<message::urgent_app>("urgent_app");
}

BOOST_AUTO_TEST_CASE(im_v1_message_urgent_phone_sends_what_the_page_says) {
    check_urgent<message::urgent_phone>("urgent_phone");
}

BOOST_AUTO_TEST_CASE(im_v1_message_urgent_sms_sends_what_the_page_says) {
    check_urgent<message::urgent_sms>("urgent_sms");
}

BOOST_AUTO_TEST_CASE(im_v1_message_urgent_endpoints_have_the_documented_limits) {
    check_urgent_limits<message::urgent_app>();
    check_urgent_limits<message::urgent_phone>();
    check_urgent_limits<message::urgent_sms>();
}

BOOST_AUTO_TEST_CASE(message_v4_batch_send_create_sends_a_text) {
    wire::sends(batch_send::create{.msg_type = feishu::message::v4::msg_type::text,
                                   .content = wire::json(R"({"text":"test content <b>\"1\"</b>"})"),
                                   .department_ids = {"3dceba33a33226", "d502aaa9514059"},
                                   .open_ids = {"ou_18eac85d35a26f989317ad4f02e8bbbb"},
                                   .user_ids = {"7cdcc7c2"},
                                   .union_ids = {"on_cad4860e7af114fb4ff6c5d496d1dd76"}},
                "POST /open-apis/message/v4/batch_send/", R"({
                    "msg_type": "text",
                    "content": {"text": "test content <b>\"1\"</b>"},
                    "department_ids": ["3dceba33a33226", "d502aaa9514059"],
                    "open_ids": ["ou_18eac85d35a26f989317ad4f02e8bbbb"],
                    "user_ids": ["7cdcc7c2"],
                    "union_ids": ["on_cad4860e7af114fb4ff6c5d496d1dd76"]
                })");
}

BOOST_AUTO_TEST_CASE(message_v4_batch_send_create_sends_a_card_in_a_member_of_its_own) {
    wire::sends(
        batch_send::create{.msg_type = feishu::message::v4::msg_type::interactive,
                           .card = wire::json(R"({"elements":[{"tag":"hr"}]})"),
                           .open_ids = {"ou_1"}},
        "POST /open-apis/message/v4/batch_send/",
        R"({"msg_type": "interactive", "card": {"elements": [{"tag": "hr"}]}, "open_ids": ["ou_1"]})");
}

BOOST_AUTO_TEST_CASE(message_v4_batch_send_create_reads_whom_it_did_not_reach) {
    auto const reply = wire::reads<batch_send::create>(R"({
        "message_id": "bm-dc13264520392913993dd051dba21dcf",
        "invalid_department_ids": ["3dceba33a33226"],
        "invalid_open_ids": ["ou_18eac85d35a26f989317ad4f02e8bbbb"],
        "invalid_user_ids": ["7cdcc7c2"],
        "invalid_union_ids": ["on_cad4860e7af114fb4ff6c5d496d1dd76"]
    })");
    BOOST_TEST(reply.message_id == "bm-dc13264520392913993dd051dba21dcf");
    BOOST_TEST(reply.invalid_user_ids.at(0) == "7cdcc7c2");
}

BOOST_AUTO_TEST_CASE(message_v4_batch_send_create_has_the_documented_limits) {
    batch_send::create request{.msg_type = feishu::message::v4::msg_type::text,
                               .content = wire::json(R"({"text":"x"})")};
    auto one_more = request;
    one_more.department_ids = std::vector<feishu::department_id>(201, "d");
    wire::refuses(one_more, "department_ids", rule::max_items);
    one_more = request;
    one_more.open_ids = std::vector<feishu::open_id>(201, "ou_1");
    wire::refuses(one_more, "open_ids", rule::max_items);
    one_more = request;
    one_more.user_ids = std::vector<feishu::user_id>(201, "u");
    wire::refuses(one_more, "user_ids", rule::max_items);
    one_more = request;
    one_more.union_ids = std::vector<feishu::union_id>(201, "on_1");
    wire::refuses(one_more, "union_ids", rule::max_items);

    request.open_ids = std::vector<feishu::open_id>(200, "ou_1");
    wire::accepts(request);
}

BOOST_AUTO_TEST_CASE(im_v1_batch_message_delete_sends_what_the_page_says) {
    wire::sends(batch_message::delete_{.batch_message_id = "bm-dc13264520392913993dd051dba21dcf"},
                "DELETE /open-apis/im/v1/batch_messages/bm-dc13264520392913993dd051dba21dcf");
    wire::reads<batch_message::delete_>("{}");
}

BOOST_AUTO_TEST_CASE(im_v1_batch_message_get_progress_sends_and_reads_what_the_page_says) {
    wire::sends(batch_message::get_progress{.batch_message_id = "bm-0b3d5d1b2df7c6d5dbd1abe2c91e2217"},
                "GET /open-apis/im/v1/batch_messages/bm-0b3d5d1b2df7c6d5dbd1abe2c91e2217/get_progress");
    auto const reply = wire::reads<batch_message::get_progress>(R"({
        "batch_message_send_progress": {
            "valid_user_ids_count": 204,
            "success_user_ids_count": 200,
            "read_user_ids_count": 15
        },
        "batch_message_recall_progress": {"recall": true, "recall_count": 100}
    })");
    BOOST_TEST(reply.batch_message_send_progress.success_user_ids_count == 200);
    BOOST_TEST(reply.batch_message_recall_progress.recall);
}

BOOST_AUTO_TEST_CASE(im_v1_batch_message_read_user_sends_and_reads_what_the_page_says) {
    wire::sends(batch_message::read_user{.batch_message_id = "bm-dc13264520392913993dd051dba21dcf"},
                "GET /open-apis/im/v1/batch_messages/bm-dc13264520392913993dd051dba21dcf/read_user");
    auto const reply =
        wire::reads<batch_message::read_user>(R"({"read_user": {"read_count": "0", "total_count": "12"}})");
    BOOST_TEST(reply.read_user.total_count == "12");
}
