#include <feishu/rules/message/v4/batch_send.hpp>

#include <string>

#include <boost/test/unit_test.hpp>

#include <boost/json/parse.hpp>

#include <feishu/content/media.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/write.hpp>

namespace {

namespace batch_send = feishu::message::v4::batch_send;
using feishu::post;

batch_send::typed_create to_ann(feishu::field::content<feishu::content_usage::batch> content) {
    return batch_send::send({.open_ids = {"ou_1"}}, std::move(content));
}

std::string problems(batch_send::create const& request) {
    std::string out;
    for (auto const& problem : feishu::check(request))
        out += (out.empty() ? "" : "; ") + problem.field + " " + problem.message();
    return out.empty() ? "ok" : out;
}
std::string problems(batch_send::typed_create const& request) {
    std::string out;
    for (auto const& problem : feishu::check(request))
        out += (out.empty() ? "" : "; ") + problem.field + " " + problem.message();
    return out.empty() ? "ok" : out;
}

BOOST_AUTO_TEST_SUITE(content_batch)

BOOST_AUTO_TEST_CASE(content_is_an_object_with_the_member_names_of_batch_messages) {
    struct {
        batch_send::typed_create request;
        char const* body;
    } const table[] = {
        {to_ann(feishu::text{"a\"b"}),
         R"({"msg_type":"text","content":{"text":"a\"b"},"open_ids":["ou_1"]})"},
        {to_ann(feishu::image{"img_1"}),
         R"({"msg_type":"image","content":{"image_key":"img_1"},"open_ids":["ou_1"]})"},
        {to_ann(feishu::share_chat{"oc_1"}),
         R"({"msg_type":"share_chat","content":{"share_chat_id":"oc_1"},"open_ids":["ou_1"]})"},
        {to_ann(post("en_us", "T", {{post::text{"x"}}})),
         R"({"msg_type":"post","content":{"post":{"en_us":{"title":"T","content":[[{"tag":"text","text":"x"}]]}}},)"
         R"("open_ids":["ou_1"]})"},
    };
    for (auto const& [request, body] : table) {
        BOOST_TEST(feishu::json::to_string(request) == body);
        BOOST_TEST(problems(request) == "ok");
    }
}

BOOST_AUTO_TEST_CASE(md_is_not_allowed_in_batch_messages) {
    BOOST_TEST(problems(to_ann(post("en_us", "T", {{post::text{"x"}}, {post::md{"**x**"}}}))) ==
               "content.post.en_us.content[1][0] md is not allowed in posts of batch messages");
}

BOOST_AUTO_TEST_CASE(violations_of_the_content_are_reported_by_the_request) {
    BOOST_TEST(problems(to_ann(feishu::text{})) == "content.text must not be empty");
    BOOST_TEST(problems(to_ann(feishu::image{""})) == "content.image_key must not be empty");
    BOOST_TEST(problems(to_ann(post())) == "content needs at least one language");
    BOOST_TEST(problems(batch_send::send({}, feishu::text{"x"})) ==
               "open_ids must not be empty if department_ids, user_ids and union_ids are empty");
}

BOOST_AUTO_TEST_CASE(content_that_is_too_large_is_refused) {
    std::size_t const room = feishu::max_content_bytes - std::string_view(R"({"text":""})").size();
    BOOST_TEST(problems(to_ann(feishu::text{std::string(room, 'x')})) == "ok");
    BOOST_TEST(problems(to_ann(feishu::text{std::string(room + 1, 'x')})) ==
               "content has 153601 bytes, at most 153600 are allowed");
}

BOOST_AUTO_TEST_CASE(content_that_is_not_utf8_is_refused) {
    BOOST_TEST(problems(to_ann(feishu::text{"\xFF"})) != "ok");
}

BOOST_AUTO_TEST_CASE(md_is_found_in_untyped_content_too) {
    batch_send::create request{.msg_type = "post", .open_ids = {"ou_1"}};
    for (auto const* content :
         {"{}", R"({"post":1})", R"({"post":{"en_us":1}})", R"({"post":{"en_us":{"content":1}}})",
          R"({"post":{"en_us":{"content":[1,[1,{"tag":1}]]}}})"}) {
        request.content = boost::json::parse(content);
        BOOST_TEST(problems(request) == "ok");
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
