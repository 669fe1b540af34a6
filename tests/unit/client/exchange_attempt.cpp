#include <feishu/client/impl/exchange_attempt.hpp>

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/test/unit_test.hpp>

namespace shop {

// A custom endpoint whose essential response member is the order's id.
struct create {
    static constexpr feishu::endpoint_spec spec{.id = "shop.v1.order.create",
                                                .method = feishu::verb::post,
                                                .path = "/open-apis/shop/v1/orders",
                                                .tokens = feishu::token::tenant};
    std::string what;
    struct response {
        std::string order_id;
        int price = 0;
        std::map<std::string, int> stock;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (what))
BOOST_DESCRIBE_STRUCT(create::response, (), (order_id, price, stock))

constexpr std::string_view missing_essential(create::response const& r) {
    return r.order_id.empty() ? "order_id" : "";
}

} // namespace shop

namespace {

using feishu::error;
using feishu::error_kind;

struct attempt_scene {
    feishu::client_config config{};
    std::vector<std::string> lines{};
    shop::create::response response{};
    feishu::detail::prepared_call call =
        feishu::detail::prepare(shop::create{.what = "tea"}, response, {}, {}).value();

    void log() {
        config.log = [this](std::string_view line) { lines.emplace_back(line); };
    }
    feishu::result<void> receives(std::string_view body, int status = 200) {
        feishu::detail::exchange_attempt attempt(config, call);
        auto const exchange = attempt.start(std::chrono::seconds(1));
        exchange.sink->on_head({.status = status, .headers = {{"X-Tt-Logid", "log-1"}}});
        exchange.sink->on_body(body);
        return attempt.finish({});
    }
};

BOOST_AUTO_TEST_SUITE(client_exchange_attempt)

BOOST_AUTO_TEST_CASE(a_response_is_read_into_the_callers_object) {
    attempt_scene s;
    BOOST_TEST(s.receives(R"({"code":0,"data":{"order_id":"o-1","price":3}})").has_value());
    BOOST_TEST(s.response.order_id == "o-1");
    BOOST_TEST(s.response.price == 3);
}

BOOST_AUTO_TEST_CASE(a_success_without_its_essential_member_is_a_decode_error_that_is_not_retryable) {
    for (std::string_view body :
         {R"({"code":0})", R"({"code":0,"data":{}})", R"({"code":0,"data":{"order_id":""}})",
          R"({"code":0,"data":{"order_id":[7]}})", R"({"code":0,"data":null})"}) {
        attempt_scene s;
        auto const outcome = s.receives(body);
        BOOST_TEST_REQUIRE(outcome.has_error());
        auto const e = outcome.error();
        BOOST_TEST((e.kind == error_kind::decode));
        BOOST_TEST(e.field == "order_id");
        BOOST_TEST(e.endpoint == "shop.v1.order.create");
        BOOST_TEST(e.log_id == "log-1");
        BOOST_TEST(e.http_status == 200);
        BOOST_TEST(e.may_have_executed);
        BOOST_TEST(!e.retryable());
    }
}

BOOST_AUTO_TEST_CASE(a_failure_without_the_essential_member_is_reported_as_that_failure) {
    attempt_scene s;
    auto const outcome = s.receives(R"({"code":230002,"msg":"not in chat"})", 400);
    BOOST_TEST_REQUIRE(outcome.has_error());
    BOOST_TEST(outcome.error().code == 230002);
}

BOOST_AUTO_TEST_CASE(other_members_of_a_response_may_be_missing_or_of_another_json_type) {
    attempt_scene s;
    BOOST_TEST(s.receives(R"({"code":0,"data":{"order_id":"o-1","price":{}}})").has_value());
    BOOST_TEST(s.response.price == 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(client_log)

BOOST_AUTO_TEST_CASE(the_log_gets_one_line_of_what_was_skipped_without_its_values) {
    attempt_scene s;
    s.log();
    BOOST_TEST(
        s.receives(R"({"code":0,"data":{"order_id":"o-1","price":"a secret price","stock":{"tea":[]}}})")
            .has_value());
    BOOST_TEST_REQUIRE(s.lines.size() == 1u);
    BOOST_TEST(s.lines[0].starts_with("shop.v1.order.create: "));
    BOOST_TEST(s.lines[0].find("price") != std::string::npos);
    BOOST_TEST(s.lines[0].find("stock") != std::string::npos);
    BOOST_TEST(s.lines[0].find("secret") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_log_gets_nothing_when_nothing_was_skipped) {
    attempt_scene s;
    s.log();
    BOOST_TEST(s.receives(R"({"code":0,"data":{"order_id":"o-1","unknown":1,"price":null}})").has_value());
    BOOST_TEST(s.lines.empty());
}

BOOST_AUTO_TEST_CASE(control_characters_of_a_response_do_not_reach_the_log) {
    attempt_scene s;
    s.log();
    BOOST_TEST(
        s.receives(R"({"code":0,"data":{"order_id":"o-1","stock":{"a\nb\u001b[31m":[]}}})").has_value());
    BOOST_TEST_REQUIRE(s.lines.size() == 1u);
    BOOST_TEST(s.lines[0].find_first_of("\n\x1b") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(exceptions_of_the_log_do_not_reach_the_call) {
    attempt_scene s;
    s.config.log = [](std::string_view) { throw std::runtime_error("disk full"); };
    BOOST_TEST(s.receives(R"({"code":0,"data":{"order_id":"o-1","price":"x"}})").has_value());
    BOOST_TEST(s.response.order_id == "o-1");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
