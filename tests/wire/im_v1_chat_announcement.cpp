#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/chat_announcement.hpp>

#include "wire.hpp"

namespace {

namespace im = feishu::im::v1;

BOOST_AUTO_TEST_SUITE(im_v1_chat_announcement)

BOOST_AUTO_TEST_CASE(im_v1_chat_announcement_get_sends_what_the_page_says) {
    wire::sends(im::chat_announcement::get{.chat_id = "oc_5ad11d72b830411d72b836c20",
                                           .user_id_type = feishu::user_id_type::union_id},
                "GET /open-apis/im/v1/chats/oc_5ad11d72b830411d72b836c20/announcement?user_id_type=union_id");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_announcement_get_reads_what_the_page_says) {
    auto const reply = wire::reads<im::chat_announcement::get>(R"({
        "content": "{\"title\":{\"elements\":[{\"type\":\"textRun\",\"textRun\":{\"text\":\"公告\"}}]},\"body\":{}}",
        "revision": "12",
        "create_time": "1609296809",
        "update_time": "1609296810",
        "owner_id_type": "open_id",
        "owner_id": "ou_7d8a6e6df7621556ce0d21922b676706ccs",
        "modifier_id_type": "app_id",
        "modifier_id": "cli_a10fbf7e94b8d01d"
    })");
    BOOST_TEST(reply.content.document() ==
               R"({"title":{"elements":[{"type":"textRun","textRun":{"text":"公告"}}]},"body":{}})");
    BOOST_TEST(reply.create_time.count() == 1609296809);
    BOOST_TEST((reply.modifier_id_type == im::member_id_type::app_id));
}

BOOST_AUTO_TEST_CASE(im_v1_chat_announcement_patch_sends_what_the_page_says) {
    wire::sends(
        im::chat_announcement::patch{
            .chat_id = "oc_5ad11d72b830411d72b836c20",
            .revision = "12",
            .requests = {R"({"requestType":"DeleteContentRangeRequestType"})",
                         R"({"requestType":"InsertBlocksRequestType","payload":"{\"a\":1}"})"}},
        "PATCH /open-apis/im/v1/chats/oc_5ad11d72b830411d72b836c20/announcement", R"({
        "revision": "12",
        "requests": [
            "{\"requestType\":\"DeleteContentRangeRequestType\"}",
            "{\"requestType\":\"InsertBlocksRequestType\",\"payload\":\"{\\\"a\\\":1}\"}"
        ]
    })");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_announcement_patch_reads_an_empty_response) {
    wire::reads<im::chat_announcement::patch>("{}");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
