#include <feishu/client/impl/call_machine.hpp>

#include <chrono>
#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>

namespace {

using namespace std::chrono_literals;
namespace im = feishu::im::v1;
namespace http = feishu::http;
using feishu::error;
using feishu::error_kind;
using feishu::detail::call_machine;
using step = call_machine::step;

// A machine over a call that reads one message.
struct scene {
    im::message::get::response response{};
    feishu::detail::prepared_call plan = feishu::detail::prepare_call(im::message::get{.message_id = "om_1"}, response, {});
    feishu::clock::time_point now{100h};
    call_machine machine;

    explicit scene(feishu::token kind = feishu::token::tenant) : machine(with(kind), now + 30s) {}

    feishu::detail::prepared_call& with(feishu::token kind) {
        plan.kind = kind;
        plan.user_token = "u-1";
        return plan;
    }
    step next() { return machine.next(now); }
    std::string authorization() const {
        return std::string(http::find_header(machine.request().headers, "Authorization"));
    }
    void answers(int status, std::string_view body) {
        machine.sink().on_head({.status = status});
        machine.sink().on_body(body);
        machine.on_exchange({});
    }
    // Up to the first answer.
    void runs_to_exchange() {
        BOOST_TEST_REQUIRE((next() == step::token));
        machine.on_token(std::string("t-1"));
        BOOST_TEST_REQUIRE((next() == step::exchange));
    }
    error failure() {
        BOOST_TEST_REQUIRE((next() == step::done));
        BOOST_TEST_REQUIRE(machine.outcome().has_error());
        return machine.outcome().error();
    }
};

constexpr std::string_view refused = R"({"code":99991663,"msg":"Invalid access token"})";

BOOST_AUTO_TEST_SUITE(call_machine_course)

BOOST_AUTO_TEST_CASE(a_call_gets_a_token_then_sends_then_is_done) {
    scene s;
    s.runs_to_exchange();
    BOOST_TEST(s.authorization() == "Bearer t-1");
    s.answers(200, R"({"code":0,"data":{"items":[{"message_id":"om_1"}]}})");
    BOOST_TEST((s.next() == step::done));
    BOOST_TEST(s.machine.outcome().has_value());
    BOOST_TEST(s.response.items.at(0).message_id == "om_1");
}

BOOST_AUTO_TEST_CASE(a_call_with_a_user_token_asks_for_none) {
    scene s(feishu::token::user);
    BOOST_TEST((s.next() == step::exchange));
    BOOST_TEST(s.authorization() == "Bearer u-1");
}

BOOST_AUTO_TEST_CASE(a_call_that_needs_no_token_sends_none) {
    scene s(feishu::token::none);
    BOOST_TEST((s.next() == step::exchange));
    BOOST_TEST(s.authorization() == "");
}

BOOST_AUTO_TEST_CASE(without_a_token_nothing_is_sent) {
    scene s;
    BOOST_TEST((s.next() == step::token));
    s.machine.on_token(error{.kind = error_kind::auth, .code = 10014, .message = "no"});
    BOOST_TEST((s.failure().kind == error_kind::auth));
}

BOOST_AUTO_TEST_CASE(a_transport_error_ends_the_call) {
    scene s;
    s.runs_to_exchange();
    s.machine.on_exchange(error{.kind = error_kind::transport, .message = "lost"});
    auto const e = s.failure();
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(e.endpoint == "im.v1.message.get");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(call_machine_refused_token)

BOOST_AUTO_TEST_CASE(a_refused_token_is_named_and_a_new_one_is_sent) {
    scene s;
    s.runs_to_exchange();
    s.answers(400, refused);
    BOOST_TEST((s.next() == step::token));
    BOOST_TEST(s.machine.take_refused_token() == "t-1");
    BOOST_TEST(s.machine.take_refused_token() == "");
    s.machine.on_token(std::string("t-2"));
    BOOST_TEST((s.next() == step::exchange));
    BOOST_TEST(s.authorization() == "Bearer t-2");
    s.answers(200, R"({"code":0,"data":{"items":[{}]}})");
    BOOST_TEST((s.next() == step::done));
    BOOST_TEST(s.machine.outcome().has_value());
    BOOST_TEST(s.response.items.size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_repeated_request_has_one_authorization_header) {
    scene s;
    s.runs_to_exchange();
    s.answers(400, refused);
    s.next();
    s.machine.on_token(std::string("t-2"));
    s.next();
    std::size_t count = 0;
    for (auto const& h : s.machine.request().headers)
        count += h.name == "Authorization" ? 1 : 0;
    BOOST_TEST(count == 1u);
}

BOOST_AUTO_TEST_CASE(a_token_that_is_refused_twice_is_an_auth_error) {
    scene s;
    s.runs_to_exchange();
    s.answers(400, refused);
    s.next();
    s.machine.on_token(std::string("t-2"));
    s.next();
    s.answers(400, refused);
    auto const e = s.failure();
    BOOST_TEST((e.kind == error_kind::auth));
    BOOST_TEST(e.code == 99991663);
}

BOOST_AUTO_TEST_CASE(a_refused_user_token_is_not_asked_for_again) {
    scene s(feishu::token::user);
    s.next();
    s.answers(400, R"({"code":99991668,"msg":"Invalid access token"})");
    BOOST_TEST((s.failure().symbol() == feishu::errc::user_token_invalid));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(call_machine_deadline)

BOOST_AUTO_TEST_CASE(what_is_left_of_the_deadline_is_the_timeout_of_each_step) {
    scene s;
    s.next();
    BOOST_TEST((s.machine.timeout() == 30s));
    s.now += 10s;
    s.machine.on_token(std::string("t-1"));
    s.next();
    BOOST_TEST((s.machine.timeout() == 20s));
}

BOOST_AUTO_TEST_CASE(less_than_a_millisecond_is_still_some_time) {
    scene s;
    s.now += 30s - 1ns;
    BOOST_TEST((s.next() == step::token));
    BOOST_TEST((s.machine.timeout() == 1ms));
}

BOOST_AUTO_TEST_CASE(behind_the_deadline_nothing_is_sent) {
    scene s;
    s.next();
    s.machine.on_token(std::string("t-1"));
    s.now += 30s;
    BOOST_TEST((s.next() == step::done));
    auto const e = s.failure();
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(e.endpoint == "im.v1.message.get");
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE(an_answer_behind_the_deadline_is_an_answer) {
    scene s;
    s.runs_to_exchange();
    s.now += 31s;
    s.answers(200, R"({"code":0})");
    BOOST_TEST((s.next() == step::done));
    BOOST_TEST(s.machine.outcome().has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
