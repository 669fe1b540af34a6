// The retries and turns of call_machine.

#include <feishu/client/impl/call_machine.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/text.hpp>

namespace {

using namespace std::chrono_literals;
namespace im = feishu::im::v1;
namespace http = feishu::http;
namespace actions = feishu::detail::actions;
using feishu::error;
using feishu::error_kind;

// What the calls of one client share; each starts with a valid token.
struct retry_scene {
    feishu::client_config config{.app_id = "cli_1", .app_secret = "very-secret"};
    feishu::detail::token_sources tokens{feishu::app_type::custom};
    feishu::detail::call_limits limits;
    feishu::clock::time_point now{100h};

    explicit retry_scene(feishu::pacing pacing = {}) : limits(std::move(pacing), 100, 1) {}

    void hold_token() {
        auto const source = tokens.source_for("", {}).value();
        auto decision = source->cache.acquire(now, now + 1s, {});
        std::get<feishu::auth::token_cache::claim>(decision).report(feishu::auth::access_token{std::string("t-1"), now + 2h}, now);
    }
};

template <class E>
struct call_of {
    retry_scene& s;
    typename E::response response = feishu::detail::unchecked_construct::make<typename E::response>();
    feishu::detail::prepared_call call;
    std::optional<feishu::detail::call_machine> machine{};

    call_of(retry_scene& in, E request, std::chrono::milliseconds timeout = 60s, feishu::call_options options = {})
        : s(in), call(feishu::detail::prepare(std::move(request), response, {}, options).value()) {
        machine.emplace(s.config, s.tokens, s.limits, call, s.now + timeout, [] {});
    }
    template <class Action>
    Action expect() {
        auto const action = machine->next(s.now);
        BOOST_TEST_REQUIRE(std::holds_alternative<Action>(action));
        return std::get<Action>(action);
    }
    // The request that is to be sent now; its outcome.
    http::request sends(feishu::result<void> outcome, int status = 0, std::string_view body = {},
                        http::header_list headers = {}) {
        auto const exchange = expect<actions::exchange>();
        auto const request = *exchange.request;
        if (status != 0) {
            exchange.sink->on_head({.status = status, .headers = std::move(headers)});
            exchange.sink->on_body(body);
        }
        machine->on_exchange(std::move(outcome), s.now);
        return request;
    }
    // Moves the time to when the machine wants to go on; how long that was.
    std::chrono::milliseconds waits() {
        auto const wait = expect<actions::wait>().timeout;
        s.now += wait;
        return wait;
    }
    error failure() {
        expect<actions::done>();
        BOOST_TEST_REQUIRE(machine->outcome().has_error());
        return machine->outcome().error();
    }
    void succeeds() {
        expect<actions::done>();
        BOOST_TEST(machine->outcome().has_value());
    }
};

error const lost{.kind = error_kind::transport, .message = "lost"};
error const not_sent{.kind = error_kind::transport, .message = "refused", .may_have_executed = false};
constexpr std::string_view sent = R"({"code":0,"data":{"message_id":"om_1"}})";

auto hello() { return im::message::send(feishu::chat_id("oc_1"), feishu::text("hello")); }
im::message::get read() { return {.message_id = "om_1"}; }
im::message::urgent_app urgent() {
    return {.message_id = "om_1",
            .user_id_type = feishu::user_id_type::open_id,
            .user_id_list = {"ou_7d8a6e6df7621556ce0d21922b676706"}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(call_retry)

BOOST_AUTO_TEST_CASE(a_lost_connection_is_followed_by_a_wait_and_another_attempt) {
    retry_scene s;
    s.hold_token();
    call_of c(s, read());
    c.sends(lost);
    BOOST_TEST((c.waits() <= 300ms));
    c.sends({}, 200, R"({"code":0,"data":{"items":[{"message_id":"om_1"}]}})");
    c.succeeds();
    BOOST_TEST(c.response.items.at(0).message_id == "om_1");
}

BOOST_AUTO_TEST_CASE(a_token_that_is_refused_again_after_another_failure_is_fetched_again) {
    constexpr std::string_view refused = R"({"code":99991663,"msg":"invalid"})";
    constexpr std::string_view fetched = R"({"code":0,"tenant_access_token":"t-2","expire":7200})";
    retry_scene s;
    s.hold_token();
    call_of c(s, read());
    for (int i = 0; i < 2; ++i) {
        c.sends({}, 400, refused);
        c.sends({}, 200, fetched);
        if (i == 0) {
            c.sends(lost);
            c.waits();
        }
    }
    c.sends({}, 200, R"({"code":0,"data":{"items":[{"message_id":"om_1"}]}})");
    c.succeeds();
}

BOOST_AUTO_TEST_CASE(an_incomplete_response_is_repeated_if_that_is_safe) {
    retry_scene s;
    s.hold_token();
    call_of c(s, read());
    c.sends({}, 200, R"({"code":0,"data":{"items":[{"mess)");
    c.waits();
    c.sends({}, 200, "");
    c.waits();
    c.sends({}, 200, R"({"code":0,"data":{"items":[{"message_id":"om_1"}]}})");
    c.succeeds();
    call_of unsafe(s, urgent());
    unsafe.sends({}, 200, R"({"code":0,"da)");
    auto const e = unsafe.failure();
    BOOST_TEST((e.kind == error_kind::decode));
    BOOST_TEST(e.may_duplicate);
    BOOST_TEST(!e.retryable());
}

BOOST_AUTO_TEST_CASE(a_malformed_response_is_not_repeated) {
    retry_scene s;
    s.hold_token();
    call_of c(s, read());
    c.sends({}, 200, "<html></html>");
    auto const e = c.failure();
    BOOST_TEST((e.kind == error_kind::decode));
    BOOST_TEST(!e.retryable());
}

BOOST_AUTO_TEST_CASE(nothing_of_a_failed_attempt_is_left_in_the_response) {
    retry_scene s;
    s.hold_token();
    call_of c(s, read());
    c.sends(lost, 200, R"({"code":0,"data":{"items":[{"message_id":"om_x"},{"message_id":"om_y"})");
    c.waits();
    c.sends({}, 200, R"({"code":0,"data":{"items":[]}})");
    c.succeeds();
    BOOST_TEST(c.response.items.empty());
}

BOOST_AUTO_TEST_CASE(a_message_is_retried_with_the_uuid_that_the_client_has_drawn) {
    retry_scene s;
    s.hold_token();
    call_of c(s, hello());
    auto const first = c.sends(lost);
    BOOST_TEST(first.body.find("\"uuid\":") != std::string::npos);
    c.waits();
    BOOST_TEST(c.sends({}, 200, sent).body == first.body);
    c.succeeds();
}

BOOST_AUTO_TEST_CASE(what_could_take_effect_twice_is_not_retried) {
    retry_scene s;
    s.hold_token();
    call_of c(s, urgent());
    c.sends(lost);
    auto const e = c.failure();
    BOOST_TEST(e.may_have_executed);
    BOOST_TEST(e.may_duplicate);
}

BOOST_AUTO_TEST_CASE(what_was_certainly_not_executed_is_retried_whatever_it_is) {
    retry_scene s;
    s.hold_token();
    call_of c(s, urgent());
    c.sends(not_sent);
    c.waits();
    c.sends({}, 429, R"({"code":99991400,"msg":"too many"})");
    c.waits();
    c.sends({}, 200, R"({"code":0,"data":{"invalid_user_id_list":[]}})");
    c.succeeds();
}

BOOST_AUTO_TEST_CASE(the_error_says_what_any_of_the_attempts_may_have_done) {
    retry_scene s;
    s.hold_token();
    call_of c(s, hello());
    c.sends(lost);
    for (int i = 0; i < 3; ++i) {
        c.waits();
        c.sends(not_sent);
    }
    auto const e = c.failure();
    BOOST_TEST(e.may_have_executed);
    BOOST_TEST(e.may_duplicate);
    BOOST_TEST(!e.retryable());
}

BOOST_AUTO_TEST_CASE(a_call_may_have_a_policy_of_its_own) {
    retry_scene s;
    s.hold_token();
    call_of c(s, read(), 60s, {.retry = feishu::retry_policy::never()});
    c.sends(lost);
    c.failure();
}

BOOST_AUTO_TEST_CASE(the_wait_that_the_platform_states_is_kept_by_all_calls_of_the_endpoint) {
    retry_scene s;
    s.hold_token();
    call_of first(s, hello()), second(s, hello());
    call_of other(s, read());
    first.sends({}, 429, R"({"code":99991400,"msg":"too many"})", {{"x-ogw-ratelimit-reset", "7"}});
    BOOST_TEST((second.waits() == 7s));
    s.now -= 7s;
    other.sends({}, 200, R"({"code":0,"data":{"items":[]}})");
    BOOST_TEST((first.waits() >= 7s));
    first.sends({}, 200, sent);
    first.succeeds();
}

BOOST_AUTO_TEST_CASE(the_limit_of_a_chat_holds_up_that_chat_only) {
    retry_scene s;
    s.hold_token();
    auto to_other = im::message::send(feishu::chat_id("oc_2"), feishu::text("hello"));
    call_of first(s, hello()), same(s, hello()), other(s, to_other);
    first.sends({}, 400, R"({"code":230020,"msg":"rate limited"})", {{"Retry-After", "3"}});
    same.waits();
    s.now -= 3s;
    other.sends({}, 200, sent);
}

BOOST_AUTO_TEST_CASE(a_deadline_is_not_waited_for_in_vain) {
    retry_scene s;
    s.hold_token();
    call_of c(s, hello(), 5s);
    c.sends({}, 429, R"({"code":99991400,"msg":"too many"})", {{"x-ogw-ratelimit-reset", "7"}});
    auto const e = c.failure();
    BOOST_TEST(e.code == 99991400);
    BOOST_TEST((e.retry_after == 7s));
    BOOST_TEST(e.retryable());
}

BOOST_AUTO_TEST_CASE(an_attempt_that_hangs_leaves_time_for_a_retry) {
    error const hangs{.kind = error_kind::timeout, .message = "timeout"};
    retry_scene s;
    s.hold_token();
    call_of c(s, hello(), 30s);
    BOOST_TEST((c.expect<actions::exchange>().options.timeout == 10s));
    s.now += 10s;
    c.machine->on_exchange(hangs, s.now);
    c.waits();
    c.sends({}, 200, sent);
    c.succeeds();
}

BOOST_AUTO_TEST_CASE(an_attempt_has_all_the_time_if_none_can_follow) {
    retry_scene s;
    s.hold_token();
    using options = feishu::call_options;
    auto const of = [](call_of<im::message::create> c) { return c.template expect<actions::exchange>().options.timeout; };
    BOOST_TEST((of({s, hello(), 30s, options{.retry = feishu::retry_policy::never()}}) == 30s));
    BOOST_TEST((of({s, hello(), 30s, options{.retry = feishu::retry_policy{.attempt_timeout = 1s}}}) == 7500ms));
    BOOST_TEST((of({s, hello(), 5s}) == 5s));
    BOOST_TEST((of({s, hello(), 40min}) == 10min)); // an equal share
    call_of unsafe(s, urgent(), 30s);
    BOOST_TEST((unsafe.expect<actions::exchange>().options.timeout == 30s));
}

BOOST_AUTO_TEST_CASE(an_upload_may_take_as_long_as_bytes_are_transferred_but_does_not_wait_for_ever) {
    retry_scene s(feishu::pacing::custom({{"im.v1.file.create", {.per_minute = 1}}}));
    s.hold_token();
    auto const upload = [] {
        return im::file::create{.file_type = im::file_type::pdf, .file_name = "a.pdf", .file = feishu::from_bytes("pdf", "a.pdf")};
    };
    constexpr std::chrono::milliseconds unlimited = std::chrono::hours(24 * 365);
    call_of first(s, upload(), unlimited);
    auto const exchange = first.expect<actions::exchange>();
    BOOST_TEST((exchange.options.timeout == unlimited));
    BOOST_TEST((exchange.options.idle_timeout == 30s));
    first.sends({}, 429, R"({"code":99991400,"msg":"too many"})", {{"Retry-After", "3600"}});
    BOOST_TEST((first.failure().retry_after == 3600s)); // not an hour later
    s.now += 3600s;
    call_of second(s, upload(), unlimited);
    second.sends({}, 200, R"({"code":0,"data":{"file_key":"file_1"}})");
    call_of third(s, upload(), unlimited);
    BOOST_TEST((third.failure().kind == error_kind::timeout)); // its turn is in a minute
}

BOOST_AUTO_TEST_CASE(a_call_canceled_while_it_waits_says_what_its_attempts_may_have_done) {
    retry_scene s;
    s.hold_token();
    call_of c(s, hello());
    c.sends(lost);
    c.expect<actions::wait>();
    c.machine->cancel(s.now);
    auto const e = c.failure();
    BOOST_TEST((e.kind == error_kind::canceled));
    BOOST_TEST(e.may_have_executed);
    BOOST_TEST(e.may_duplicate);
}

BOOST_AUTO_TEST_CASE(a_token_request_that_fails_for_a_reason_that_passes_is_retried) {
    retry_scene s;
    call_of c(s, hello());
    BOOST_TEST(c.sends(lost).target == "/open-apis/auth/v3/tenant_access_token/internal");
    c.waits();
    c.sends({}, 200, R"({"code":0,"tenant_access_token":"t-2","expire":7200})");
    BOOST_TEST(http::find_header(c.sends({}, 200, sent).headers, "Authorization") == "Bearer t-2");
    c.succeeds();
}

BOOST_AUTO_TEST_CASE(a_rate_limit_of_token_requests_holds_up_no_call_that_has_a_token) {
    retry_scene s;
    call_of c(s, hello());
    c.sends({}, 429, R"({"code":99991400,"msg":"slow down"})", {{"x-ogw-ratelimit-reset", "5"}});
    s.hold_token();
    call_of other(s, hello());
    other.sends({}, 200, sent);
    other.succeeds();
    BOOST_TEST((c.waits() >= 5s));
    c.sends({}, 200, sent);
    c.succeeds();
}

BOOST_AUTO_TEST_CASE(a_token_request_that_is_refused_is_final) {
    retry_scene s;
    call_of c(s, hello());
    c.sends({}, 200, R"({"code":10015,"msg":"app secret invalid"})");
    BOOST_TEST((c.failure().kind == error_kind::auth));
}

BOOST_AUTO_TEST_CASE(paced_calls_wait_for_their_turn) {
    retry_scene s(feishu::pacing::documented);
    s.hold_token();
    for (int i = 0; i < 5; ++i)
        call_of(s, hello()).sends({}, 200, sent);
    call_of sixth(s, hello());
    BOOST_TEST((sixth.waits() == 1s));
    sixth.sends({}, 200, sent);
    sixth.succeeds();
}

BOOST_AUTO_TEST_CASE(a_turn_after_the_deadline_is_a_timeout_at_once) {
    retry_scene s(feishu::pacing::documented);
    s.hold_token();
    for (int i = 0; i < 5; ++i)
        call_of(s, hello()).sends({}, 200, sent);
    call_of late(s, hello(), 500ms);
    auto const e = late.failure();
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(!e.may_have_executed);
    BOOST_TEST((e.retry_after == 1s));
    BOOST_TEST(e.message == "the rate limit allows it only after the deadline of the call");
}

BOOST_AUTO_TEST_SUITE_END()
