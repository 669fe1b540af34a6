#include <string>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/text.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace {

namespace im = feishu::im::v1;
namespace json = feishu::json;

im::model::sender sender() {
    return {.id = "ou_1",
            .id_type = im::sender_id_type::open_id,
            .sender_type = im::sender_type::user,
            .tenant_key = "736588c9260f175e"};
}

im::model::mention mention() {
    return {.key = "@_user_1", .id = "ou_2", .id_type = "open_id", .name = "张\"三\"", .tenant_key = "t"};
}

im::model::message message() {
    return {.message_id = "om_1",
            .root_id = "om_0",
            .parent_id = "om_0",
            .thread_id = "omt_1",
            .msg_type = feishu::open<im::msg_type>::from_wire("hologram"),
            .create_time = feishu::unix_millis(1'700'000'000'000),
            .update_time = feishu::unix_millis(1'700'000'000'001),
            .deleted = false,
            .updated = true,
            .chat_id = "oc_1",
            .sender = sender(),
            .body = {.content = feishu::text("say \"hi\"\n\\")},
            .mentions = {mention(), {}},
            .upper_message_id = "om_2"};
}

// Written, read and written again is the same; and another JSON library reads it as the same document.
template <class T>
void check_round_trip(T const& value) {
    auto const once = json::to_string(value);
    auto const back = json::read<T>(once);
    BOOST_TEST_REQUIRE(back.has_value());
    BOOST_TEST(json::to_string(*back) == once);
    auto const peer = boost::json::parse(once);
    BOOST_TEST((boost::json::parse(json::to_string(peer)) == peer));
    BOOST_TEST((json::read<boost::json::value>(once).value() == peer));
}

BOOST_AUTO_TEST_SUITE(json_round_trip)

BOOST_AUTO_TEST_CASE(a_sender_survives) { check_round_trip(sender()); }
BOOST_AUTO_TEST_CASE(a_mention_survives) { check_round_trip(mention()); }
BOOST_AUTO_TEST_CASE(a_message_body_survives) { check_round_trip(message().body); }
BOOST_AUTO_TEST_CASE(a_message_survives) { check_round_trip(message()); }
BOOST_AUTO_TEST_CASE(an_empty_message_survives) { check_round_trip(im::model::message{}); }
BOOST_AUTO_TEST_CASE(a_response_with_inherited_members_survives) {
    im::message::create::response response;
    static_cast<im::model::message&>(response) = message();
    check_round_trip(response);
}
BOOST_AUTO_TEST_CASE(a_page_survives) {
    check_round_trip(im::message::list::response{.has_more = true, .page_token = "p", .items = {message(), {}}});
}
BOOST_AUTO_TEST_CASE(a_request_survives) {
    check_round_trip(im::message::create{.receive_id_type = "chat_id",
                                         .receive_id = "oc_1",
                                         .content = feishu::text("a\"b"),
                                         .msg_type = im::msg_type::text,
                                         .uuid = "u"});
}

BOOST_AUTO_TEST_CASE(another_library_sees_the_same_values) {
    auto const peer = boost::json::parse(json::to_string(message()));
    BOOST_TEST((peer.at("message_id") == "om_1"));
    BOOST_TEST((peer.at("msg_type") == "hologram"));
    BOOST_TEST((peer.at("create_time") == "1700000000000"));
    BOOST_TEST((peer.at("updated") == true));
    BOOST_TEST((peer.at("mentions").at(0).at("name") == "张\"三\""));
    auto const content = boost::json::parse(peer.at("body").at("content").as_string());
    BOOST_TEST((content.at("text") == "say \"hi\"\n\\"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
