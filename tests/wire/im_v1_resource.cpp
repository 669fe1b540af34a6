// im.v1: files and images, reactions, pins.

#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/image.hpp>
#include <feishu/api/im/v1/message_reaction.hpp>
#include <feishu/api/im/v1/message_resource.hpp>
#include <feishu/api/im/v1/pin.hpp>

#include "wire.hpp"

using namespace feishu::im::v1;
using namespace std::string_literals;
using namespace std::string_view_literals;
using feishu::rule;
using feishu::user_id_type;

BOOST_AUTO_TEST_CASE(im_v1_file_create_sends_the_documented_form) {
    wire::sends_form(file::create{.file_type = file_type::mp4,
                                  .file_name = "测试 \"视频\".mp4",
                                  .duration = 3000,
                                  .file = feishu::from_bytes("\0\x01\r\n--\xff"s, "a \"b\".mp4")},
                     "POST /open-apis/im/v1/files",
                     "--BOUNDARY\r\n"
                     "Content-Disposition: form-data; name=\"file_type\"\r\n"
                     "\r\n"
                     "mp4\r\n"
                     "--BOUNDARY\r\n"
                     "Content-Disposition: form-data; name=\"file_name\"\r\n"
                     "\r\n"
                     "测试 \"视频\".mp4\r\n"
                     "--BOUNDARY\r\n"
                     "Content-Disposition: form-data; name=\"duration\"\r\n"
                     "\r\n"
                     "3000\r\n"
                     "--BOUNDARY\r\n"
                     "Content-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.mp4\"\r\n"
                     "Content-Type: application/octet-stream\r\n"
                     "\r\n"
                     "\0\x01\r\n--\xff\r\n"
                     "--BOUNDARY--\r\n"sv);
}

BOOST_AUTO_TEST_CASE(im_v1_file_create_leaves_out_the_duration_of_what_has_none) {
    wire::sends_form(file::create{.file_type = file_type::pdf,
                                  .file_name = "report.pdf",
                                  .file = feishu::from_bytes("%PDF-1.4", "report.pdf")},
                     "POST /open-apis/im/v1/files",
                     "--BOUNDARY\r\n"
                     "Content-Disposition: form-data; name=\"file_type\"\r\n"
                     "\r\n"
                     "pdf\r\n"
                     "--BOUNDARY\r\n"
                     "Content-Disposition: form-data; name=\"file_name\"\r\n"
                     "\r\n"
                     "report.pdf\r\n"
                     "--BOUNDARY\r\n"
                     "Content-Disposition: form-data; name=\"file\"; filename=\"report.pdf\"\r\n"
                     "Content-Type: application/octet-stream\r\n"
                     "\r\n"
                     "%PDF-1.4\r\n"
                     "--BOUNDARY--\r\n");
}

BOOST_AUTO_TEST_CASE(im_v1_file_create_reads_the_key) {
    auto const reply =
        wire::reads<file::create>(R"({"file_key": "file_456a92d6-c6ea-4de4-ac3f-7afcf44ac78g"})");
    BOOST_TEST(reply.file_key == "file_456a92d6-c6ea-4de4-ac3f-7afcf44ac78g");
}

BOOST_AUTO_TEST_CASE(im_v1_file_create_knows_the_documented_types) {
    for (auto const* const type : {"opus", "mp4", "pdf", "doc", "xls", "ppt", "stream"})
        wire::accepts(
            file::create{.file_type = type, .file_name = "a", .file = feishu::from_bytes("a", "a")});
    wire::refuses(file::create{.file_type = "docx", .file_name = "a", .file = feishu::from_bytes("a", "a")},
                  "file_type", rule::enumerator);
}

BOOST_AUTO_TEST_CASE(im_v1_file_get_sends_what_the_page_says) {
    wire::sends(file::get{.file_key = "file_456a92d6-c6ea-4de4-ac3f-7afcf44ac78g"},
                "GET /open-apis/im/v1/files/file_456a92d6-c6ea-4de4-ac3f-7afcf44ac78g");
    wire::refuses(file::get{.file_key = ".."}, "file_key", rule::other);
}

BOOST_AUTO_TEST_CASE(im_v1_image_create_sends_the_documented_form) {
    wire::sends_form(image::create{.image_type = image_type::message,
                                   .image = feishu::from_bytes("\x89PNG\r\n", "图.png")},
                     "POST /open-apis/im/v1/images",
                     "--BOUNDARY\r\n"
                     "Content-Disposition: form-data; name=\"image_type\"\r\n"
                     "\r\n"
                     "message\r\n"
                     "--BOUNDARY\r\n"
                     "Content-Disposition: form-data; name=\"image\"; filename=\"图.png\"\r\n"
                     "Content-Type: application/octet-stream\r\n"
                     "\r\n"
                     "\x89PNG\r\n\r\n"
                     "--BOUNDARY--\r\n");
    auto const reply =
        wire::reads<image::create>(R"({"image_key": "img_8d5181ca-0aed-40f0-b0d1-b1452132afbg"})");
    BOOST_TEST(reply.image_key == "img_8d5181ca-0aed-40f0-b0d1-b1452132afbg");
}

BOOST_AUTO_TEST_CASE(im_v1_image_get_sends_what_the_page_says) {
    wire::sends(image::get{.image_key = "img_8d5181ca-0aed-40f0-b0d1-b1452132afbg"},
                "GET /open-apis/im/v1/images/img_8d5181ca-0aed-40f0-b0d1-b1452132afbg");
}

BOOST_AUTO_TEST_CASE(im_v1_message_resource_get_sends_what_the_page_says) {
    wire::sends(message_resource::get{.message_id = "om_dc13264520392913993dd051dba21dcf",
                                      .file_key = "file_456a92d6-c6ea-4de4-ac3f-7afcf44ac78g",
                                      .type = resource_type::file},
                "GET /open-apis/im/v1/messages/om_dc13264520392913993dd051dba21dcf/resources/"
                "file_456a92d6-c6ea-4de4-ac3f-7afcf44ac78g?type=file");
    wire::sends(message_resource::get{.message_id = "om_1",
                                      .file_key = "img_v2_041b28e3-5680-48c2-9af2-497ace79333g",
                                      .type = resource_type::image},
                "GET /open-apis/im/v1/messages/om_1/resources/img_v2_041b28e3-5680-48c2-9af2-497ace79333g"
                "?type=image");
}

namespace {

constexpr auto a_reaction = R"({
    "reaction_id": "ZCaCIjUBVVWSrm5L-3ZTw_oyQUUgBFUEaGzjrnrqlHA",
    "operator": {"operator_id": "ou_ff0b7ba35fb0b7bd9cd1c3a2d4c3d9cf", "operator_type": "user"},
    "action_time": "1663054162546",
    "reaction_type": {"emoji_type": "SMILE"}
})";

void check_reaction(model::reaction const& reaction) {
    BOOST_TEST(reaction.reaction_id == "ZCaCIjUBVVWSrm5L-3ZTw_oyQUUgBFUEaGzjrnrqlHA");
    BOOST_TEST((reaction.operator_.operator_type == operator_type::user));
    BOOST_TEST(reaction.action_time.count() == 1663054162546);
    BOOST_TEST(reaction.reaction_type.emoji_type.str() == "SMILE");
}

} // namespace

BOOST_AUTO_TEST_CASE(im_v1_message_reaction_create_sends_and_reads_what_the_page_says) {
    wire::sends(message_reaction::create{.message_id = "om_a8f2294b8a8ea4c4d6ef9c6ae15a6fb8",
                                         .reaction_type = model::reaction_emoji{.emoji_type = "SMILE"}},
                "POST /open-apis/im/v1/messages/om_a8f2294b8a8ea4c4d6ef9c6ae15a6fb8/reactions",
                R"({"reaction_type": {"emoji_type": "SMILE"}})");
    check_reaction(wire::reads<message_reaction::create>(a_reaction));
}

BOOST_AUTO_TEST_CASE(im_v1_message_reaction_delete_sends_and_reads_what_the_page_says) {
    wire::sends(message_reaction::delete_{.message_id = "om_8964d1b4218fdaa0",
                                          .reaction_id = "ZCaCIjUBVVWSrm5L-3ZTw*sN9pZXV+qZ/w=="},
                "DELETE /open-apis/im/v1/messages/om_8964d1b4218fdaa0/reactions/"
                "ZCaCIjUBVVWSrm5L-3ZTw%2AsN9pZXV%2BqZ%2Fw%3D%3D");
    check_reaction(wire::reads<message_reaction::delete_>(a_reaction));
}

BOOST_AUTO_TEST_CASE(im_v1_message_reaction_list_sends_what_the_page_says) {
    wire::sends(message_reaction::list{.message_id = "om_8964d1b4218fdaa0",
                                       .reaction_type = "LAUGH",
                                       .page_token =
                                           "YhljsPiGfUgnVAg9urvRFd-BvSqRL20wMZNAWfa9xXkud6UKCybPuUgQ1vM26dj6",
                                       .page_size = 10,
                                       .user_id_type = user_id_type::user_id},
                "GET /open-apis/im/v1/messages/om_8964d1b4218fdaa0/reactions?reaction_type=LAUGH"
                "&page_token=YhljsPiGfUgnVAg9urvRFd-BvSqRL20wMZNAWfa9xXkud6UKCybPuUgQ1vM26dj6&page_size=10"
                "&user_id_type=user_id");
}

BOOST_AUTO_TEST_CASE(im_v1_message_reaction_list_reads_a_page_of_reactions) {
    auto const reply =
        wire::reads<message_reaction::list>(R"({"items": [)" + std::string(a_reaction) +
                                            R"(], "has_more": true, "page_token": "YhljsPiGfUgnVAg9"})");
    BOOST_REQUIRE(reply.items.size() == 1u);
    check_reaction(reply.items[0]);
    BOOST_TEST(reply.has_more);
}

BOOST_AUTO_TEST_CASE(im_v1_message_reaction_list_has_the_documented_limits) {
    wire::accepts(message_reaction::list{.message_id = "om_1", .page_size = 50});
    wire::refuses(message_reaction::list{.message_id = "om_1", .page_size = 51}, "page_size", rule::maximum);
}

BOOST_AUTO_TEST_CASE(im_v1_message_reaction_batch_query_sends_what_the_page_says) {
    wire::sends(message_reaction::batch_query{.user_id_type = user_id_type::union_id,
                                              .queries = {model::reaction_query{
                                                              .message_id = "om_8964d1b4218fdaa0",
                                                              .page_token = "YhljsPiGfUgnVAg9urvRFd"},
                                                          model::reaction_query{.message_id = "om_2"}},
                                              .page_size_per_message = 5,
                                              .reaction_type = "OK"},
                "POST /open-apis/im/v1/messages/reactions/batch_query?user_id_type=union_id", R"({
                    "queries": [{"message_id": "om_8964d1b4218fdaa0", "page_token": "YhljsPiGfUgnVAg9urvRFd"},
                                {"message_id": "om_2"}],
                    "page_size_per_message": 5,
                    "reaction_type": "OK"
                })");
}

BOOST_AUTO_TEST_CASE(im_v1_message_reaction_batch_query_reads_details_counts_and_failures) {
    auto const reply = wire::reads<message_reaction::batch_query>(R"({
        "success_msg_reaction_details": [{
            "message_id": "om_8964d1b4218fdaa0",
            "has_more": true,
            "page_token": "YhljsPiGfUgnVAg9",
            "message_reaction_items": [{
                "reaction_id": "ZCaCIjUBVVWSrm5L-3ZTw",
                "operator": {"operator_id": "cli_9f427eec54ae901b", "operator_type": "app"},
                "action_time": "1663054162546",
                "emoji_type": "OK"
            }]
        }],
        "success_msg_reaction_counts": [{
            "message_id": "om_8964d1b4218fdaa0",
            "reaction_count": [{"reaction_type": "OK", "count": "12"}]
        }],
        "fail_msg_reaction_details": [{"message_id": "om_2", "fail_reason": "no_permission"}]
    })");
    auto const& item = reply.success_msg_reaction_details.at(0).message_reaction_items.at(0);
    BOOST_TEST((item.operator_.operator_type == operator_type::app));
    BOOST_TEST(item.action_time.count() == 1663054162546);
    BOOST_TEST(reply.success_msg_reaction_counts.at(0).reaction_count.at(0).count == "12");
    BOOST_TEST((reply.fail_msg_reaction_details.at(0).fail_reason == reaction_fail_reason::no_permission));
}

BOOST_AUTO_TEST_CASE(im_v1_message_reaction_batch_query_has_the_documented_limits) {
    auto const with = [](std::size_t queries, int page_size) {
        return message_reaction::batch_query{.queries = std::vector<model::reaction_query>(queries, {"om_1"}),
                                             .page_size_per_message = page_size};
    };
    wire::refuses(with(0, 1), "queries", rule::min_items);
    wire::accepts(with(20, 10));
    wire::refuses(with(21, 10), "queries", rule::max_items);
    wire::refuses(with(20, 0), "page_size_per_message", rule::minimum);
    wire::refuses(with(20, 11), "page_size_per_message", rule::maximum);
}

BOOST_AUTO_TEST_CASE(im_v1_pin_create_sends_and_reads_what_the_page_says) {
    wire::sends(pin::create{.message_id = "om_dc13264520392913993dd051dba21dcf"},
                "POST /open-apis/im/v1/pins", R"({"message_id": "om_dc13264520392913993dd051dba21dcf"})");
    auto const reply = wire::reads<pin::create>(R"({"pin": {
        "message_id": "om_dc13264520392913993dd051dba21dcf",
        "chat_id": "oc_a0553eda9014c201e6969b478895c230",
        "operator_id": "cli_9f427eec54ae901b",
        "operator_id_type": "app_id",
        "create_time": "1615380573211"
    }})");
    BOOST_TEST((reply.pin.operator_id_type == sender_id_type::app_id));
    BOOST_TEST(reply.pin.create_time.count() == 1615380573211);
}

BOOST_AUTO_TEST_CASE(im_v1_pin_delete_sends_what_the_page_says) {
    wire::sends(pin::delete_{.message_id = "om_dc13264520392913993dd051dba21dcf"},
                "DELETE /open-apis/im/v1/pins/om_dc13264520392913993dd051dba21dcf");
    wire::reads<pin::delete_>("{}");
}

BOOST_AUTO_TEST_CASE(im_v1_pin_list_sends_and_reads_what_the_page_says) {
    wire::sends(pin::list{.chat_id = "oc_234jsi43d3ssi993d43545f",
                          .start_time = feishu::unix_millis(1658632251800),
                          .end_time = feishu::unix_millis(1658731646425),
                          .page_size = 50,
                          .page_token = "GxmvlNRvP0NdQZpa7yIqf_Lv_QuBwTQ8tXkX7w-irAghVD_TvuYd1aoJ1LQph86O"},
                "GET /open-apis/im/v1/pins?chat_id=oc_234jsi43d3ssi993d43545f&start_time=1658632251800"
                "&end_time=1658731646425&page_size=50"
                "&page_token=GxmvlNRvP0NdQZpa7yIqf_Lv_QuBwTQ8tXkX7w-irAghVD_TvuYd1aoJ1LQph86O");
    auto const reply = wire::reads<pin::list>(R"({
        "items": [{
            "message_id": "om_dc13264520392913993dd051dba21dcf",
            "chat_id": "oc_a0553eda9014c201e6969b478895c230",
            "operator_id": "ou_7d8a6e6df7621556ce0d21922b676706",
            "operator_id_type": "open_id",
            "create_time": "1615380573211"
        }],
        "has_more": false,
        "page_token": "GxmvlNRvP0NdQZpa"
    })");
    BOOST_TEST(reply.items.at(0).chat_id == "oc_a0553eda9014c201e6969b478895c230");
}

BOOST_AUTO_TEST_CASE(im_v1_pin_list_has_the_documented_limits) {
    wire::refuses(pin::list{.chat_id = "oc_1", .page_size = 0}, "page_size", rule::minimum);
    wire::refuses(pin::list{.chat_id = "oc_1", .page_size = 51}, "page_size", rule::maximum);
}
