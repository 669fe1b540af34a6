// im.v1.message, what sends and changes messages, and im.v1.thread.

#include <string>
#include <utility>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/thread.hpp>

#include "wire.hpp"

using namespace feishu::im::v1;
using feishu::rule;

namespace {

// The message that creating, replying, editing and forwarding return.
constexpr auto sent_message = R"({
    "message_id": "om_dc13264520392913993dd051dba21dcf",
    "root_id": "om_40eb06e7b84dc71c03e009ad3c754195",
    "parent_id": "om_d4be107c616aed9c1da8ed8068570a9f",
    "thread_id": "omt_d4be107c616a",
    "msg_type": "text",
    "create_time": "1615380573411",
    "update_time": "1615380573499",
    "deleted": false,
    "updated": false,
    "chat_id": "oc_5ad11d72b830411d72b836c20",
    "sender": {
        "id": "cli_9f427eec54ae901b",
        "id_type": "app_id",
        "sender_type": "app",
        "tenant_key": "736588c9260f175e"
    },
    "body": {"content": "{\"text\":\"@_user_1 text\"}"},
    "mentions": [{
        "key": "@_user_1",
        "id": "ou_155184d1e73cbfb8973e5a9e698e74f2",
        "id_type": "open_id",
        "name": "Tom",
        "tenant_key": "736588c9260f175e"
    }]
})";

template <class Message>
void check_sent_message(Message const& message) {
    BOOST_TEST(message.message_id == "om_dc13264520392913993dd051dba21dcf");
    BOOST_TEST(message.create_time.count() == 1615380573411);
    BOOST_TEST((message.msg_type == msg_type::text));
    BOOST_TEST((message.sender.id_type == sender_id_type::app_id));
    BOOST_TEST(message.body.content.document() == R"({"text":"@_user_1 text"})");
    BOOST_REQUIRE(message.mentions.size() == 1u);
    BOOST_TEST(message.mentions[0].name == "Tom");
}

message::create a_create() {
    return {
        .receive_id_type = receive_id_type::chat_id,
        .receive_id = "oc_5ad11d72b830411d72b836c20",
        .content = R"({"text":"hello \"you\"\n你好 😀"})",
        .msg_type = msg_type::text,
        .uuid = "a0d69e20-1dd1-458b-k525-dfeca4015204",
    };
}

} // namespace

BOOST_AUTO_TEST_CASE(im_v1_message_create_sends_what_the_page_says) {
    wire::sends(a_create(), "POST /open-apis/im/v1/messages?receive_id_type=chat_id", R"({
        "receive_id": "oc_5ad11d72b830411d72b836c20",
        "content": "{\"text\":\"hello \\\"you\\\"\\n你好 😀\"}",
        "msg_type": "text",
        "uuid": "a0d69e20-1dd1-458b-k525-dfeca4015204"
    })");
}

BOOST_AUTO_TEST_CASE(im_v1_message_create_reads_the_message_sent) {
    check_sent_message(wire::reads<message::create>(sent_message));
}

BOOST_AUTO_TEST_CASE(im_v1_message_create_has_the_documented_limits) {
    auto request = a_create();
    request.uuid = std::string(50, 'x');
    wire::accepts(request);
    request.uuid = std::string(51, 'x');
    wire::refuses(request, "uuid", rule::max_characters);

    request = a_create();
    request.receive_id_type = "phone";
    wire::refuses(request, "receive_id_type", rule::enumerator);

    request = a_create();
    request.content = std::string(150 * 1024 + 1, ' ');
    wire::refuses(request, "content", rule::max_bytes);
    request.msg_type = msg_type::post;
    request.content = std::string(30 * 1024 + 1, ' ');
    wire::refuses(request, "content", rule::max_bytes);
}

BOOST_AUTO_TEST_CASE(im_v1_message_create_knows_every_documented_type_of_message) {
    for (auto const* const name : {"text", "post", "image", "file", "audio", "media", "sticker",
                                   "interactive", "share_chat", "share_user", "system"}) {
        auto request = a_create();
        request.msg_type = name;
        wire::accepts(request);
        BOOST_TEST(wire::json(feishu::http::build(request).body).at("msg_type").as_string() == name);
    }
}

BOOST_AUTO_TEST_CASE(im_v1_message_create_knows_every_documented_type_of_receiver) {
    std::pair<receive_id_type, std::string> const receivers[] = {
        {receive_id_type::open_id, "ou_7d8a6e6df7621556ce0d21922b676706"},
        {receive_id_type::union_id, "on_cad4860e7af114fb4ff6c5d496d1dd76"},
        {receive_id_type::user_id, "3e3cf96b"},
        {receive_id_type::email, "tom+test@example.com"},
    };
    std::string const names[] = {"open_id", "union_id", "user_id", "email"};
    for (std::size_t i = 0; i < std::size(receivers); ++i)
        wire::sends(message::create{.receive_id_type = receivers[i].first,
                                    .receive_id = receivers[i].second,
                                    .content = R"({"text":""})",
                                    .msg_type = msg_type::text},
                    "POST /open-apis/im/v1/messages?receive_id_type=" + names[i],
                    R"({"receive_id":")" + receivers[i].second +
                        R"(", "content":"{\"text\":\"\"}", "msg_type":"text"})");
}

BOOST_AUTO_TEST_CASE(im_v1_message_reply_sends_what_the_page_says) {
    wire::sends(message::reply{.message_id = "om_dc13264520392913993dd051dba21dcf",
                               .content = R"({"text":"test content"})",
                               .msg_type = msg_type::text,
                               .reply_in_thread = true,
                               .uuid = "a0d69e20"},
                "POST /open-apis/im/v1/messages/om_dc13264520392913993dd051dba21dcf/reply", R"({
                    "content": "{\"text\":\"test content\"}",
                    "msg_type": "text",
                    "reply_in_thread": true,
                    "uuid": "a0d69e20"
                })");
}

BOOST_AUTO_TEST_CASE(im_v1_message_reply_reads_the_message_sent) {
    check_sent_message(wire::reads<message::reply>(sent_message));
}

BOOST_AUTO_TEST_CASE(im_v1_message_reply_has_the_documented_limits) {
    wire::refuses(message::reply{.message_id = "om_1",
                                 .content = R"({"text":"x"})",
                                 .msg_type = msg_type::text,
                                 .uuid = std::string(51, 'x')},
                  "uuid", rule::max_characters);
    wire::refuses(message::reply{.message_id = "", .content = R"({"text":"x"})", .msg_type = msg_type::text},
                  "message_id", rule::min_characters);
}

BOOST_AUTO_TEST_CASE(im_v1_message_update_sends_what_the_page_says) {
    wire::sends(message::update{.message_id = "om_dc13264520392913993dd051dba21dcf",
                                .content = R"({"zh_cn":{"title":"t","content":[[]]}})",
                                .msg_type = msg_type::post},
                "PUT /open-apis/im/v1/messages/om_dc13264520392913993dd051dba21dcf", R"({
                    "content": "{\"zh_cn\":{\"title\":\"t\",\"content\":[[]]}}",
                    "msg_type": "post"
                })");
}

BOOST_AUTO_TEST_CASE(im_v1_message_update_reads_the_message_edited) {
    check_sent_message(wire::reads<message::update>(sent_message));
}

BOOST_AUTO_TEST_CASE(im_v1_message_update_takes_text_and_post_only) {
    wire::refuses(message::update{.message_id = "om_1",
                                  .content = R"({"image_key":"img_1"})",
                                  .msg_type = feishu::open<msg_type>::from_wire("image")},
                  "msg_type", rule::other);
}

BOOST_AUTO_TEST_CASE(im_v1_message_patch_sends_what_the_page_says) {
    wire::sends(message::patch{.message_id = "om_dc13264520392913993dd051dba21dcf",
                               .content = R"({"elements":[{"tag":"hr"}]})"},
                "PATCH /open-apis/im/v1/messages/om_dc13264520392913993dd051dba21dcf",
                R"({"content": "{\"elements\":[{\"tag\":\"hr\"}]}"})");
    wire::reads<message::patch>("{}");
}

BOOST_AUTO_TEST_CASE(im_v1_message_delete_sends_what_the_page_says) {
    wire::sends(message::delete_{.message_id = "om_dc/13?2&6=4 5é"},
                "DELETE /open-apis/im/v1/messages/om_dc%2F13%3F2%266%3D4%205%C3%A9");
    wire::reads<message::delete_>("{}");
}

BOOST_AUTO_TEST_CASE(im_v1_message_forward_sends_what_the_page_says) {
    wire::sends(message::forward{.message_id = "om_dc13264520392913993dd051dba21dcf",
                                 .receive_id_type = forward_receive_id_type::thread_id,
                                 .uuid = "b13g2t38-1jd2 458b",
                                 .receive_id = "omt_d4be107c616a"},
                "POST /open-apis/im/v1/messages/om_dc13264520392913993dd051dba21dcf/forward"
                "?receive_id_type=thread_id&uuid=b13g2t38-1jd2%20458b",
                R"({"receive_id": "omt_d4be107c616a"})");
}

BOOST_AUTO_TEST_CASE(im_v1_message_forward_reads_the_message_sent) {
    check_sent_message(wire::reads<message::forward>(sent_message));
}

BOOST_AUTO_TEST_CASE(im_v1_message_forward_has_the_documented_limits) {
    wire::refuses(message::forward{.message_id = "om_1",
                                   .receive_id_type = forward_receive_id_type::chat_id,
                                   .uuid = std::string(51, 'x'),
                                   .receive_id = "oc_1"},
                  "uuid", rule::max_characters);
}

BOOST_AUTO_TEST_CASE(im_v1_message_merge_forward_sends_what_the_page_says) {
    wire::sends(message::merge_forward{.receive_id_type = forward_receive_id_type::email,
                                       .uuid = "b13g2t38",
                                       .receive_id = "tom@example.com",
                                       .message_id_list = {"om_d4be107c616aed9c1da8ed8068570a9f",
                                                           "om_40eb06e7b84dc71c03e009ad3c754195"}},
                "POST /open-apis/im/v1/messages/merge_forward?receive_id_type=email&uuid=b13g2t38", R"({
                    "receive_id": "tom@example.com",
                    "message_id_list": ["om_d4be107c616aed9c1da8ed8068570a9f",
                                        "om_40eb06e7b84dc71c03e009ad3c754195"]
                })");
}

BOOST_AUTO_TEST_CASE(im_v1_message_merge_forward_reads_the_message_and_what_was_left_out) {
    auto const reply = wire::reads<message::merge_forward>(
        R"({"message": )" + std::string(sent_message) +
        R"(, "invalid_message_id_list": ["om_f7a8d6c0dd1c8fe9b2ad5f35f6a5a5f4"]})");
    check_sent_message(reply.message);
    BOOST_REQUIRE(reply.invalid_message_id_list.size() == 1u);
    BOOST_TEST(reply.invalid_message_id_list[0] == "om_f7a8d6c0dd1c8fe9b2ad5f35f6a5a5f4");
}

BOOST_AUTO_TEST_CASE(im_v1_message_merge_forward_has_the_documented_limits) {
    auto const with = [](std::size_t messages) {
        return message::merge_forward{.receive_id_type = forward_receive_id_type::chat_id,
                                      .receive_id = "oc_1",
                                      .message_id_list = std::vector<feishu::message_id>(messages, "om_1")};
    };
    wire::refuses(with(0), "message_id_list", rule::min_items);
    wire::accepts(with(100));
    wire::refuses(with(101), "message_id_list", rule::max_items);

    auto request = with(1);
    request.uuid = std::string(51, 'x');
    wire::refuses(request, "uuid", rule::max_characters);
}

BOOST_AUTO_TEST_CASE(im_v1_message_push_follow_up_sends_what_the_page_says) {
    wire::sends(
        message::push_follow_up{
            .message_id = "om_dc13264520392913993dd051dba21dcf",
            .follow_ups = {model::follow_up{.content = "Tell me more",
                                            .i18n_contents = {model::i18n_content{
                                                .content = "继续", .language = feishu::locale::zh_cn}}},
                           model::follow_up{.content = "Stop"}}},
        "POST /open-apis/im/v1/messages/om_dc13264520392913993dd051dba21dcf/push_follow_up", R"({
                    "follow_ups": [
                        {"content": "Tell me more", "i18n_contents": [{"content": "继续", "language": "zh_cn"}]},
                        {"content": "Stop"}
                    ]
                })");
    wire::reads<message::push_follow_up>("{}");
}

BOOST_AUTO_TEST_CASE(im_v1_message_push_follow_up_has_the_documented_limits) {
    auto const with = [](std::vector<model::follow_up> bubbles) {
        return message::push_follow_up{.message_id = "om_1", .follow_ups = std::move(bubbles)};
    };
    model::follow_up const bubble{.content = "More"};
    wire::refuses(with({}), "follow_ups", rule::min_items);
    wire::accepts(with({bubble, bubble, bubble}));
    wire::refuses(with({bubble, bubble, bubble, bubble}), "follow_ups", rule::max_items);
    wire::refuses(with({{.content = std::string()}}), "follow_ups[0].content", rule::min_characters);
    wire::refuses(with({bubble, {.content = std::string(201, 'x')}}), "follow_ups[1].content",
                  rule::max_characters);

    model::i18n_content const text{.content = "x", .language = feishu::locale::en_us};
    wire::refuses(with({{.content = "x", .i18n_contents = std::vector<model::i18n_content>(51, text)}}),
                  "follow_ups[0].i18n_contents", rule::max_items);
}

BOOST_AUTO_TEST_CASE(im_v1_thread_forward_sends_what_the_page_says) {
    wire::sends(
        thread::forward{.thread_id = "omt_d4be107c616a",
                        .receive_id_type = forward_receive_id_type::union_id,
                        .uuid = "b13g2t38",
                        .receive_id = "on_cad4860e7af114fb4ff6c5d496d1dd76"},
        "POST /open-apis/im/v1/threads/omt_d4be107c616a/forward?receive_id_type=union_id&uuid=b13g2t38",
        R"({"receive_id": "on_cad4860e7af114fb4ff6c5d496d1dd76"})");
}

BOOST_AUTO_TEST_CASE(im_v1_thread_forward_reads_the_message_sent) {
    check_sent_message(wire::reads<thread::forward>(sent_message));
}

BOOST_AUTO_TEST_CASE(im_v1_thread_forward_has_the_documented_limits) {
    wire::refuses(thread::forward{.thread_id = "omt_1",
                                  .receive_id_type = forward_receive_id_type::chat_id,
                                  .uuid = std::string(51, 'x'),
                                  .receive_id = "oc_1"},
                  "uuid", rule::max_characters);
}
