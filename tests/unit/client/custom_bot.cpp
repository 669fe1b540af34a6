#include <feishu/client/custom_bot.hpp>

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/content/card.hpp>
#include <feishu/content/media.hpp>
#include <feishu/content/post.hpp>

#include "fakes.hpp"

using namespace fakes;
using feishu::errc;
using feishu::error_kind;

namespace {

constexpr char const* hook_url = "https://open.feishu.cn/open-apis/bot/v2/hook/1a2b-3c4d";

struct hooked {
    std::shared_ptr<fakes::script> script = std::make_shared<fakes::script>();
    std::shared_ptr<fakes::clock> clock = std::make_shared<fakes::clock>();
    feishu::custom_bot bot;

    explicit hooked(feishu::custom_bot_config config = {.url = hook_url})
        : bot(with_fakes(std::move(config))) {
        script->calls = {reply{.body = R"({"code":0,"msg":"success","data":{}})"}};
    }

    feishu::custom_bot_config with_fakes(feishu::custom_bot_config config) {
        config.network.transport = std::make_shared<fakes::transport>(script);
        config.network.clock = clock;
        config.network.retry = feishu::retry_policy::never();
        config.now = [] { return std::chrono::system_clock::from_time_t(1599360473); };
        return config;
    }
    boost::json::value sent(auto const& content) {
        bot.send(content).value();
        return boost::json::parse(script->seen().back().body);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(custom_bot)

BOOST_AUTO_TEST_CASE(a_message_is_posted_to_the_webhook_without_a_token_request) {
    hooked h;
    h.bot.send(feishu::text{"disk full"}).value();
    auto const seen = h.script->seen();
    BOOST_REQUIRE(seen.size() == 1u);
    BOOST_TEST(seen[0].line == "POST /open-apis/bot/v2/hook/1a2b-3c4d");
    BOOST_TEST(seen[0].authorization == "");
    BOOST_TEST(boost::json::parse(seen[0].body) ==
               boost::json::parse(R"({"msg_type":"text","content":{"text":"disk full"}})"));
}

BOOST_AUTO_TEST_CASE(each_kind_of_content_has_the_shape_of_a_webhook) {
    hooked h;
    BOOST_TEST(
        h.sent(feishu::post{"zh_cn", "T", {{feishu::post::text{"x"}}}}) ==
        boost::json::parse(
            R"({"msg_type":"post","content":{"post":{"zh_cn":{"title":"T","content":[[{"tag":"text","text":"x"}]]}}}})"));
    BOOST_TEST(h.sent(feishu::image{"img_1"}) ==
               boost::json::parse(R"({"msg_type":"image","content":{"image_key":"img_1"}})"));
    BOOST_TEST(h.sent(feishu::share_chat{feishu::chat_id{"oc_1"}}) ==
               boost::json::parse(R"({"msg_type":"share_chat","content":{"share_chat_id":"oc_1"}})"));
    auto const card = h.sent(feishu::card::card{.body = {.elements = {feishu::card::markdown{"x"}}}});
    BOOST_TEST(card.at("msg_type") == "interactive");
    BOOST_TEST(card.at("card").at("schema") == "2.0");
    BOOST_TEST(!card.as_object().contains("content"));
}

BOOST_AUTO_TEST_CASE(a_secret_signs_each_message_with_the_time) {
    hooked h({.url = hook_url, .secret = "testsecret"});
    auto const body = h.sent(feishu::text{"hi"});
    BOOST_TEST(body.at("timestamp") == "1599360473");
    BOOST_TEST(body.at("sign") == "363UeKLKin0EeG+hrOQd23TNUSH+orqAFf6mWFdhcD4=");
}

BOOST_AUTO_TEST_CASE(the_request_can_be_sent_by_another_way) {
    hooked h({.url = hook_url, .secret = "testsecret"});
    auto const request = h.bot.request(feishu::text{"hi"}).value();
    BOOST_TEST(request.sign.value() == "363UeKLKin0EeG+hrOQd23TNUSH+orqAFf6mWFdhcD4=");
    BOOST_TEST(h.bot.client().call(request).has_value());
}

BOOST_AUTO_TEST_CASE(a_refusal_has_the_platform_s_code_whatever_the_status_and_the_format) {
    for (std::string const body : {R"({"code":19024,"msg":"Key Words Not Found"})",
                                   R"({"StatusCode":19024,"StatusMessage":"Key Words Not Found"})"})
        BOOST_TEST_CONTEXT(body) {
            hooked h;
            h.script->calls = {reply{.body = body}};
            auto const e = h.bot.send(feishu::text{"hi"}).error();
            BOOST_TEST((e.kind == error_kind::api));
            BOOST_TEST((e.symbol() == errc::hook_keyword_missing));
        }
}

BOOST_AUTO_TEST_CASE(no_error_shows_the_url_or_the_secret) {
    for (auto const& r :
         {failed_reply({.kind = error_kind::transport, .message = "reset"}), code_reply(19021, 200),
          reply{.body = "<html>"}, reply{.status = 404, .body = "{}"}}) {
        hooked h({.url = hook_url, .secret = "testsecret"});
        h.script->calls = {r};
        auto const text = h.bot.send(feishu::text{"hi"}).error().to_string();
        BOOST_TEST(text.find("1a2b") == text.npos);
        BOOST_TEST(text.find("testsecret") == text.npos);
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_webhook_is_a_validation_error_that_does_not_repeat_it) {
    for (std::string const url :
         {"", "https://open.feishu.cn", "https://open.feishu.cn/open-apis/bot/v2/hook/",
          "https://open.feishu.cn/open-apis/bot/hook/secret-1",
          "https://open.feishu.cn/open-apis/bot/v2/hook/secret-1/x",
          "https://open.feishu.cn/open-apis/bot/v2/hook/secret-1?x=1", "secret-1"})
        BOOST_TEST_CONTEXT(url) {
            hooked h({.url = url});
            auto const e = h.bot.send(feishu::text{"hi"}).error();
            BOOST_TEST((e.kind == error_kind::validation));
            BOOST_TEST(e.field == "url");
            BOOST_TEST(e.to_string().find("secret-1") == std::string::npos);
            BOOST_TEST(h.script->seen().empty());
        }
}

BOOST_AUTO_TEST_CASE(a_url_with_a_host_that_is_none_is_an_error_of_every_send) {
    feishu::custom_bot const bot{{.url = "ftp://x/open-apis/bot/v2/hook/t"}};
    BOOST_TEST((bot.send(feishu::text{"hi"}).error().kind == error_kind::validation));
}

BOOST_AUTO_TEST_CASE(mistakes_in_content_and_bodies_that_are_too_long_are_not_sent) {
    hooked h;
    auto const broken = h.bot.send(feishu::text{"\xff"}).error();
    BOOST_TEST((broken.kind == error_kind::validation));
    BOOST_TEST(broken.endpoint == "bot.v2.hook.send");
    auto const longest = h.bot.send(feishu::text{std::string(20 * 1024, 'x')}).error();
    BOOST_TEST((longest.kind == error_kind::validation));
    BOOST_TEST(longest.field == "content");
    BOOST_TEST(longest.message.find("20480") != std::string::npos);
    BOOST_TEST(h.script->seen().empty());
    BOOST_TEST(h.bot.send(feishu::text{std::string(20 * 1024 - 100, 'x')}).has_value());
}

BOOST_AUTO_TEST_CASE(calls_are_paced_by_the_documented_rate) {
    hooked h;
    for (int i = 0; i < 5; ++i)
        h.bot.send(feishu::text{"hi"}).value();
    auto const e = h.bot.send(feishu::text{"hi"}, {.timeout = std::chrono::milliseconds(100)}).error();
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(!e.may_have_executed);
    BOOST_TEST(h.script->seen().size() == 5u);
}

BOOST_AUTO_TEST_CASE(a_message_that_may_have_been_sent_is_not_sent_again) {
    hooked h;
    h.script->calls = {failed_reply({.kind = error_kind::transport, .message = "reset"})};
    auto const e = h.bot.send(feishu::text{"hi"}, {.retry = feishu::retry_policy{}}).error();
    BOOST_TEST(h.script->seen().size() == 1u);
    BOOST_TEST(e.may_duplicate);
    BOOST_TEST(!e.retryable());
}

BOOST_AUTO_TEST_SUITE_END()
