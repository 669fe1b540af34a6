#include <feishu/rules/im/v1/message.hpp>

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include <feishu/content/text.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/write.hpp>

namespace {

namespace im = feishu::im::v1;
using feishu::check;
using namespace std::string_view_literals;
using feishu::rule;
using im::receive_id_type;

constexpr char const* hello = R"({"text":"hi"})";

im::message::create to(feishu::open<receive_id_type> type, std::string id) {
    return {.receive_id_type = type, .receive_id = std::move(id), .content = hello, .msg_type = im::msg_type::text};
}

// "field message" of the only violation; "ok" without any.
template <class E>
std::string problem(E const& request) {
    auto const found = check(request);
    if (found.empty())
        return "ok";
    return (found.size() == 1 ? "" : std::to_string(found.size()) + " problems: ") + found[0].field + " " +
           found[0].message();
}

BOOST_AUTO_TEST_SUITE(message_rules)

BOOST_AUTO_TEST_CASE(a_receive_id_fits_its_type) {
    auto const wrong = [](std::string const& type, std::string const& prefix) {
        return "receive_id does not match receive_id_type " + type + ", whose ids begin with " + prefix;
    };
    struct {
        receive_id_type type;
        char const* id;
        std::string said;
    } const table[] = {
        {receive_id_type::chat_id, "oc_1", "ok"},
        {receive_id_type::chat_id, "ou_1", wrong("chat_id", "oc_")},
        {receive_id_type::open_id, "ou_1", "ok"},
        {receive_id_type::open_id, "oc_1", wrong("open_id", "ou_")},
        {receive_id_type::union_id, "on_1", "ok"},
        {receive_id_type::union_id, "ou_1", wrong("union_id", "on_")},
        {receive_id_type::user_id, "anything", "ok"},
        {receive_id_type::email, "a@b.c", "ok"},
        {receive_id_type::email, "ou_1", "receive_id does not match receive_id_type email: it has no @"},
        {receive_id_type::chat_id, "", "receive_id must not be empty"},
        {receive_id_type::email, "", "receive_id must not be empty"},
    };
    for (auto const& [type, id, said] : table)
        BOOST_TEST_CONTEXT(id)
            BOOST_TEST(problem(to(type, id)) == said);
}

BOOST_AUTO_TEST_CASE(a_receive_id_of_an_undocumented_type_is_not_validated) {
    BOOST_TEST(problem(to(feishu::open<receive_id_type>::from_wire("app_id"), "cli_1")) == "ok");
}

BOOST_AUTO_TEST_CASE(content_must_not_be_empty) {
    auto request = to(receive_id_type::chat_id, "oc_1");
    request.content = "";
    BOOST_TEST(problem(request) == "content must not be empty");
}

BOOST_AUTO_TEST_CASE(content_given_as_a_string_needs_a_msg_type) {
    auto request = to(receive_id_type::chat_id, "oc_1");
    request.msg_type = {};
    BOOST_TEST(problem(request) == "msg_type is required with content given as a string; feishu::text{…} and other typed content state it");
}

BOOST_AUTO_TEST_CASE(typed_content_needs_no_msg_type) {
    BOOST_TEST(problem(im::message::send(feishu::chat_id("oc_1"), feishu::text("hi"))) == "ok");
}

BOOST_AUTO_TEST_CASE(msg_type_must_be_that_of_typed_content) {
    auto request = im::message::send(feishu::chat_id("oc_1"), feishu::text("hi"));
    request.msg_type = im::msg_type::post;
    BOOST_TEST(problem(request) == "msg_type is not the type of the content");
}

BOOST_AUTO_TEST_CASE(empty_text_is_reported_below_content) {
    BOOST_TEST(problem(im::message::send(feishu::chat_id("oc_1"), feishu::text(""))) ==
               "content.text must not be empty");
}

BOOST_AUTO_TEST_CASE(content_has_a_size_limit_by_msg_type) {
    struct {
        im::msg_type type;
        std::size_t limit;
    } const table[] = {
        {im::msg_type::text, 150 * 1024},
        {im::msg_type::post, 30 * 1024},
        {im::msg_type::interactive, 30 * 1024},
    };
    for (auto const& [type, limit] : table) {
        auto request = to(receive_id_type::chat_id, "oc_1");
        request.msg_type = type;
        auto const rest = feishu::json::to_string(request).size() - request.content->literal_size() -
                          R"("receive_id_type":"chat_id",)"sv.size(); // receive_id_type is in the query
        request.content = std::string(limit - rest, 'x');
        BOOST_TEST(problem(request) == "ok");
        request.content = std::string(limit - rest + 1, 'x');
        auto const found = check(request);
        BOOST_TEST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].field == "content");
        BOOST_TEST((found[0].rule == rule::max_bytes));
        BOOST_TEST(found[0].limit == static_cast<std::int64_t>(limit));
        BOOST_TEST(found[0].actual == static_cast<std::int64_t>(limit) + 1);
    }
}

BOOST_AUTO_TEST_CASE(a_uuid_has_at_most_fifty_characters) {
    auto request = to(receive_id_type::chat_id, "oc_1");
    request.uuid = std::string(50, 'u');
    BOOST_TEST(problem(request) == "ok");
    request.uuid = std::string(51, 'u');
    BOOST_TEST(problem(request) == "uuid has 51 characters, at most 50 are allowed");
}

BOOST_AUTO_TEST_CASE(an_absent_receive_id_is_only_required) {
    auto request = feishu::detail::unchecked_construct::make<im::message::create>();
    auto const found = check(request);
    BOOST_TEST_REQUIRE(found.size() == 3u);
    BOOST_TEST(found[0].field == "receive_id_type");
    BOOST_TEST(found[1].field == "receive_id");
    BOOST_TEST(found[2].field == "content");
    for (auto const& v : found)
        BOOST_TEST((v.rule == rule::required));
}

BOOST_AUTO_TEST_CASE(a_reply_is_validated_by_its_content) {
    im::message::reply request{.message_id = "om_1", .content = ""};
    BOOST_TEST(problem(request) == "2 problems: content must not be empty");
    request.content = feishu::text("hi");
    BOOST_TEST(problem(request) == "ok");
}

BOOST_AUTO_TEST_CASE(only_text_and_post_can_be_edited) {
    im::message::update request{.message_id = "om_1", .content = "{}", .msg_type = im::msg_type::text};
    BOOST_TEST(problem(request) == "ok");
    request.msg_type = im::msg_type::post;
    BOOST_TEST(problem(request) == "ok");
    request.msg_type = feishu::open<im::msg_type>::from_wire("interactive");
    BOOST_TEST(problem(request) == "msg_type cannot be edited: only text and post messages can");
}

BOOST_AUTO_TEST_CASE(a_list_needs_a_container) {
    BOOST_TEST(problem(im::message::list{.container_id_type = "chat", .container_id = ""}) ==
               "container_id must not be empty");
}

BOOST_AUTO_TEST_CASE(a_list_does_not_end_before_it_starts) {
    im::message::list request{.container_id_type = "chat", .container_id = "oc_1"};
    request.start_time = feishu::unix_seconds(2);
    request.end_time = feishu::unix_seconds(1);
    BOOST_TEST(problem(request) == "start_time is later than end_time");
    request.end_time = feishu::unix_seconds(2);
    BOOST_TEST(problem(request) == "ok");
}

BOOST_AUTO_TEST_CASE(a_page_has_one_to_fifty_items) {
    im::message::list request{.container_id_type = "chat", .container_id = "oc_1"};
    request.page_size = 0;
    BOOST_TEST(problem(request) == "page_size is 0, must be at least 1");
    request.page_size = 51;
    BOOST_TEST(problem(request) == "page_size is 51, must be at most 50");
}

BOOST_AUTO_TEST_CASE(send_takes_the_receiver_type_from_the_argument) {
    feishu::text const hi("hi");
    BOOST_TEST((im::message::send(feishu::chat_id("oc_1"), hi).receive_id_type.value() == receive_id_type::chat_id));
    BOOST_TEST((im::message::send(feishu::open_id("ou_1"), hi).receive_id_type.value() == receive_id_type::open_id));
    BOOST_TEST((im::message::send(feishu::union_id("on_1"), hi).receive_id_type.value() == receive_id_type::union_id));
    BOOST_TEST((im::message::send(feishu::user_id("u1"), hi).receive_id_type.value() == receive_id_type::user_id));
    BOOST_TEST((im::message::send(feishu::email("a@b.c"), hi).receive_id_type.value() == receive_id_type::email));
}

BOOST_AUTO_TEST_CASE(complete_takes_msg_type_from_typed_content) {
    auto request = im::message::send(feishu::chat_id("oc_1"), feishu::text("hi"));
    complete(request);
    BOOST_TEST((*request.msg_type == im::msg_type::text));
}

BOOST_AUTO_TEST_CASE(complete_keeps_a_given_msg_type) {
    auto request = to(receive_id_type::chat_id, "oc_1");
    request.msg_type = im::msg_type::post;
    complete(request);
    BOOST_TEST((*request.msg_type == im::msg_type::post));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
