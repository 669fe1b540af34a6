#include <feishu/client/impl/call_machine.hpp>
#include <feishu/content/text.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>

namespace {

using namespace std::chrono_literals;
namespace im = feishu::im::v1;
namespace http = feishu::http;
using feishu::error;
using feishu::error_kind;
using feishu::detail::call_machine;
namespace actions = feishu::detail::actions;

// Machines over calls that read one message, of one client.
struct machine_scene {
    feishu::client_config config{
        .app_id = "cli_1", .app_secret = "very-secret", .retry = feishu::retry_policy::never()};
    feishu::detail::token_sources tokens{feishu::app_type::custom};
    feishu::detail::call_limits limits{feishu::pacing::none, 100, 1};
    feishu::clock::time_point now{100h};

    // The client has this token for two hours.
    void holds(std::string token) {
        auto const source = tokens.source_for("", {}).value();
        auto decision = source->cache.acquire(now, now + 1s, {});
        std::get<feishu::auth::token_cache::claim>(decision).report(
            feishu::auth::access_token{std::move(token), now + 2h}, now);
    }
};

struct one_call {
    machine_scene& s;
    im::message::get::response response{};
    feishu::detail::prepared_call call;
    int notified = 0;
    std::optional<call_machine> machine{};
    feishu::detail::call_action action = actions::done{};

    explicit one_call(machine_scene& in, feishu::token kind = feishu::token::tenant,
                      std::chrono::milliseconds timeout = 30s)
        : s(in), call(feishu::detail::prepare(im::message::get{.message_id = "om_1"}, response,
                                              {.kind = kind, .user_token = std::string("u-1")}, {})
                          .value()) {
        machine.emplace(s.config, s.tokens, s.limits, call, s.now + timeout, [this] { ++notified; });
    }

    template <class Action>
    Action expect() {
        action = machine->next(s.now);
        BOOST_TEST_REQUIRE(std::holds_alternative<Action>(action));
        return std::get<Action>(action);
    }
    // The request that is to be sent now.
    http::request const& sends() { return *expect<actions::exchange>().request; }
    std::string bearer() { return std::string(http::find_header(sends().headers, "Authorization")); }
    void receives(int status, std::string_view body) {
        auto const& exchange = std::get<actions::exchange>(action);
        exchange.sink->on_head({.status = status});
        exchange.sink->on_body(body);
        machine->on_exchange({}, s.now);
    }
    void fails(error e) { machine->on_exchange(std::move(e), s.now); }
    error failure() {
        expect<actions::done>();
        BOOST_TEST_REQUIRE(machine->outcome().has_error());
        return machine->outcome().error();
    }
    void succeeds() {
        expect<actions::done>();
        BOOST_TEST(machine->outcome().has_value());
    }
    void fetches(std::string const& token) {
        BOOST_TEST(sends().target == "/open-apis/auth/v3/tenant_access_token/internal");
        receives(200, R"({"code":0,"tenant_access_token":")" + token + R"(","expire":7200})");
    }
};

constexpr std::string_view found = R"({"code":0,"data":{"items":[{"message_id":"om_1"}]}})";
constexpr std::string_view refused = R"({"code":99991663,"msg":"Invalid access token"})";

BOOST_AUTO_TEST_SUITE(call_machine_course)

BOOST_AUTO_TEST_CASE(a_call_fetches_a_token_then_sends_then_is_done) {
    machine_scene s;
    one_call c(s);
    c.fetches("t-1");
    BOOST_TEST(c.bearer() == "Bearer t-1");
    BOOST_TEST(c.sends().target == "/open-apis/im/v1/messages/om_1?user_id_type=open_id");
    c.receives(200, found);
    c.succeeds();
    BOOST_TEST(c.response.items.at(0).message_id == "om_1");
}

BOOST_AUTO_TEST_CASE(a_call_with_a_user_token_fetches_none) {
    machine_scene s;
    one_call c(s, feishu::token::user);
    BOOST_TEST(c.bearer() == "Bearer u-1");
}

BOOST_AUTO_TEST_CASE(a_call_that_needs_no_token_sends_none) {
    machine_scene s;
    one_call c(s, feishu::token::none);
    BOOST_TEST(c.bearer() == "");
}

BOOST_AUTO_TEST_CASE(without_a_token_nothing_is_sent) {
    machine_scene s;
    one_call c(s);
    c.sends();
    c.receives(200, R"({"code":10014,"msg":"app secret invalid"})");
    BOOST_TEST((c.failure().kind == error_kind::auth));
}

BOOST_AUTO_TEST_CASE(a_transport_error_ends_the_call) {
    machine_scene s;
    s.holds("t-1");
    one_call c(s);
    c.sends();
    c.fails(error{.kind = error_kind::transport, .message = "lost"});
    auto const e = c.failure();
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(e.endpoint == "im.v1.message.get");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(call_machine_waiting)

BOOST_AUTO_TEST_CASE(a_call_waits_for_the_token_that_another_one_fetches) {
    machine_scene s;
    one_call fetching(s);
    fetching.sends();
    one_call waiting(s);
    waiting.expect<actions::wait>();
    fetching.fetches("t-1");
    BOOST_TEST(waiting.notified == 1);
    BOOST_TEST(waiting.bearer() == "Bearer t-1");
}

BOOST_AUTO_TEST_CASE(a_spurious_wakeup_leaves_the_call_waiting) {
    machine_scene s;
    one_call fetching(s);
    fetching.sends();
    one_call waiting(s);
    waiting.expect<actions::wait>();
    waiting.expect<actions::wait>();
    fetching.fetches("t-1");
    BOOST_TEST(waiting.bearer() == "Bearer t-1");
}

BOOST_AUTO_TEST_CASE(a_call_that_waits_too_long_for_a_token_times_out) {
    machine_scene s;
    one_call fetching(s);
    fetching.sends();
    one_call waiting(s, feishu::token::tenant, 3s);
    BOOST_TEST((waiting.expect<actions::wait>().timeout == 3s));
    s.now += 3s;
    auto const e = waiting.failure();
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE(a_call_takes_over_a_fetch_that_does_not_end) {
    machine_scene s;
    one_call stuck(s);
    stuck.sends();
    one_call waiting(s);
    BOOST_TEST((waiting.expect<actions::wait>().timeout == 10s));
    s.now += 10s;
    waiting.fetches("t-2");
    BOOST_TEST(waiting.bearer() == "Bearer t-2");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(call_machine_canceled_or_gone)

BOOST_AUTO_TEST_CASE(a_call_that_is_canceled_before_it_sends_was_not_executed) {
    machine_scene s;
    one_call c(s);
    c.machine->cancel(s.now);
    auto const e = c.failure();
    BOOST_TEST((e.kind == error_kind::canceled));
    BOOST_TEST(e.endpoint == "im.v1.message.get");
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE(a_call_that_is_canceled_while_it_is_sent_may_have_been_executed) {
    machine_scene s;
    s.holds("t-1");
    one_call c(s);
    auto const exchange = c.expect<actions::exchange>();
    c.machine->cancel(s.now);
    BOOST_TEST(c.failure().may_have_executed);
    exchange.sink->on_head({.status = 200}); // too late
    exchange.sink->on_body(found);
    c.machine->on_exchange({}, s.now);
    BOOST_TEST((c.failure().kind == error_kind::canceled));
}

BOOST_AUTO_TEST_CASE(canceling_a_call_that_has_ended_changes_nothing) {
    machine_scene s;
    s.holds("t-1");
    one_call c(s);
    c.sends();
    c.receives(200, found);
    c.machine->cancel(s.now);
    c.succeeds();
}

BOOST_AUTO_TEST_CASE(a_canceled_call_leaves_its_fetch_to_a_waiting_call) {
    machine_scene s;
    one_call canceled(s);
    canceled.sends();
    one_call waiting(s);
    waiting.expect<actions::wait>();
    canceled.machine->cancel(s.now);
    BOOST_TEST(waiting.notified == 1);
    waiting.fetches("t-2");
}

BOOST_AUTO_TEST_CASE(a_canceled_exchange_of_the_token_cancels_the_call) {
    machine_scene s;
    one_call c(s);
    c.sends();
    c.fails(error{.kind = error_kind::canceled, .message = "canceled"});
    BOOST_TEST((c.failure().kind == error_kind::canceled));
}

BOOST_AUTO_TEST_CASE(a_call_whose_driver_was_destroyed_leaves_its_fetch_to_a_waiting_call) {
    machine_scene s;
    one_call gone(s);
    gone.sends();
    one_call waiting(s);
    waiting.expect<actions::wait>();
    gone.machine.reset();
    BOOST_TEST(waiting.notified == 1);
    waiting.fetches("t-2");
}

BOOST_AUTO_TEST_CASE(a_waiting_call_whose_driver_was_destroyed_is_not_notified) {
    machine_scene s;
    one_call fetching(s);
    fetching.sends();
    one_call gone(s);
    gone.expect<actions::wait>();
    gone.machine.reset();
    fetching.fetches("t-1");
    BOOST_TEST(gone.notified == 0);
}

BOOST_AUTO_TEST_CASE(a_call_that_is_canceled_while_it_waits_is_not_notified) {
    machine_scene s;
    one_call fetching(s);
    fetching.sends();
    one_call canceled(s);
    canceled.expect<actions::wait>();
    canceled.machine->cancel(s.now);
    fetching.fetches("t-1");
    BOOST_TEST(canceled.notified == 0);
    BOOST_TEST((canceled.failure().kind == error_kind::canceled));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(call_machine_refused_token)

BOOST_AUTO_TEST_CASE(after_a_refused_token_a_new_one_is_fetched_and_sent) {
    machine_scene s;
    s.holds("t-1");
    one_call c(s);
    BOOST_TEST(c.bearer() == "Bearer t-1");
    c.receives(400, refused);
    c.fetches("t-2");
    BOOST_TEST(c.bearer() == "Bearer t-2");
    c.receives(200, found);
    c.succeeds();
    BOOST_TEST(c.response.items.size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_repeated_request_has_one_authorization_header) {
    machine_scene s;
    s.holds("t-1");
    one_call c(s);
    c.sends();
    c.receives(400, refused);
    c.fetches("t-2");
    std::size_t count = 0;
    for (auto const& h : c.sends().headers)
        count += h.name == "Authorization" ? 1 : 0;
    BOOST_TEST(count == 1u);
}

BOOST_AUTO_TEST_CASE(a_token_that_is_refused_twice_is_an_auth_error) {
    machine_scene s;
    s.holds("t-1");
    one_call c(s);
    c.sends();
    c.receives(400, refused);
    c.fetches("t-2");
    c.sends();
    c.receives(400, refused);
    auto const e = c.failure();
    BOOST_TEST((e.kind == error_kind::auth));
    BOOST_TEST(e.code == 99991663);
}

BOOST_AUTO_TEST_CASE(a_token_that_another_call_has_replaced_is_not_fetched_again) {
    machine_scene s;
    s.holds("t-1");
    one_call one(s);
    one_call two(s);
    one.sends();
    two.sends();
    one.receives(400, refused);
    one.fetches("t-2");
    two.receives(400, refused);
    BOOST_TEST(two.bearer() == "Bearer t-2");
}

BOOST_AUTO_TEST_CASE(a_refused_user_token_is_not_fetched_again) {
    machine_scene s;
    one_call c(s, feishu::token::user);
    c.sends();
    c.receives(400, R"({"code":99991668,"msg":"Invalid access token"})");
    BOOST_TEST((c.failure().symbol() == feishu::errc::user_token_invalid));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(call_machine_deadline)

BOOST_AUTO_TEST_CASE(the_time_until_the_deadline_is_the_timeout_of_each_exchange) {
    machine_scene s;
    one_call c(s);
    BOOST_TEST((c.expect<actions::exchange>().options.timeout == 30s));
    s.now += 10s;
    c.fetches("t-1");
    BOOST_TEST((c.expect<actions::exchange>().options.timeout == 20s));
}

BOOST_AUTO_TEST_CASE(less_than_a_millisecond_is_still_some_time) {
    machine_scene s;
    s.holds("t-1");
    one_call c(s);
    s.now += 30s - 1ns;
    BOOST_TEST((c.expect<actions::exchange>().options.timeout == 1ms));
}

BOOST_AUTO_TEST_CASE(after_the_deadline_nothing_is_sent) {
    for (bool const with_token : {false, true}) {
        machine_scene s;
        if (with_token)
            s.holds("t-1");
        one_call c(s);
        s.now += 30s;
        auto const e = c.failure();
        BOOST_TEST((e.kind == error_kind::timeout));
        BOOST_TEST(e.endpoint == "im.v1.message.get");
        BOOST_TEST(!e.may_have_executed);
    }
}

BOOST_AUTO_TEST_CASE(a_response_after_the_deadline_is_a_response) {
    machine_scene s;
    s.holds("t-1");
    one_call c(s);
    c.sends();
    s.now += 31s;
    c.receives(200, found);
    c.succeeds();
}

BOOST_AUTO_TEST_CASE(the_size_limit_is_that_of_the_configuration) {
    machine_scene s;
    s.config.max_response_bytes = 40;
    one_call c(s);
    BOOST_TEST(c.expect<actions::exchange>().options.max_response_bytes == 40u);
}

BOOST_AUTO_TEST_CASE(a_size_limit_above_64_megabytes_has_effect) {
    machine_scene s;
    s.config.max_response_bytes = 100u << 20;
    s.holds("t-1");
    one_call c(s);
    auto const exchange = c.expect<actions::exchange>();
    exchange.sink->on_head({.status = 200});
    exchange.sink->on_body(R"({"code":0,"data":{"unknown":")");
    std::string const piece(1u << 20, 'x');
    for (int i = 0; i < 65; ++i)
        exchange.sink->on_body(piece);
    exchange.sink->on_body(R"(","items":[{"message_id":"om_1"}]}})");
    c.machine->on_exchange({}, s.now);
    c.succeeds();
    BOOST_TEST(c.response.items.at(0).message_id == "om_1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(call_machine_repetition)

// The result of calling `request` with a valid token; `given` is what the transport reports.
template <class E>
error ends(E request, feishu::result<void> given, int status = 0, std::string_view body = {}) {
    machine_scene s;
    s.holds("t-1");
    typename E::response response = feishu::detail::unchecked_construct::make<typename E::response>();
    auto call = feishu::detail::prepare(std::move(request), response, {}, {}).value();
    call_machine machine(s.config, s.tokens, s.limits, call, s.now + 30s, {});
    auto const exchange = std::get<actions::exchange>(machine.next(s.now));
    if (status != 0) {
        exchange.sink->on_head({.status = status});
        exchange.sink->on_body(body);
    }
    machine.on_exchange(std::move(given), s.now);
    BOOST_TEST_REQUIRE(std::holds_alternative<actions::done>(machine.next(s.now)));
    return machine.outcome().error();
}

error const lost{.kind = error_kind::transport, .message = "lost"};
error const not_sent{.kind = error_kind::transport, .message = "refused", .may_have_executed = false};

auto hello() { return im::message::send(feishu::chat_id("oc_1"), feishu::text("hello")); }

BOOST_AUTO_TEST_CASE(
    a_message_whose_uuid_only_the_library_knows_is_not_retryable_when_it_may_have_been_sent) {
    auto const e = ends(hello(), lost);
    BOOST_TEST(e.may_duplicate);
    BOOST_TEST(!e.retryable());
    BOOST_TEST(e.to_string().find("may have been executed") != std::string::npos);
    BOOST_TEST(!ends(hello(), error{.kind = error_kind::timeout}).retryable());
    BOOST_TEST(!ends(hello(), {}, 502, "<html>").retryable());
    BOOST_TEST(!ends(hello(), {}, 500, R"({"code":2200,"msg":"internal error"})").retryable());
}

BOOST_AUTO_TEST_CASE(a_message_with_a_uuid_that_the_caller_holds_is_retryable) {
    auto given = hello();
    given.uuid = "mine";
    BOOST_TEST(ends(given, lost).retryable());
    BOOST_TEST(!ends(given, lost).may_duplicate);
    BOOST_TEST(ends(given, {}, 502, "<html>").retryable());
}

BOOST_AUTO_TEST_CASE(an_empty_uuid_counts_as_absent) {
    auto given = hello();
    given.uuid = "";
    BOOST_TEST(!ends(given, lost).retryable());
}

BOOST_AUTO_TEST_CASE(a_call_that_was_certainly_not_executed_is_retryable) {
    BOOST_TEST(ends(hello(), not_sent).retryable());
    BOOST_TEST(ends(hello(), {}, 429, "slow down").retryable());
    BOOST_TEST(ends(hello(), {}, 400, R"({"code":230020,"msg":"rate limited"})").retryable());
    BOOST_TEST(!ends(hello(), {}, 400, R"({"code":230002,"msg":"not in chat"})").may_duplicate);
}

BOOST_AUTO_TEST_CASE(reading_is_retryable) {
    BOOST_TEST(ends(im::message::get{.message_id = "om_1"}, lost).retryable());
    BOOST_TEST(ends(im::message::get{.message_id = "om_1"}, {}, 503, "").retryable());
}

BOOST_AUTO_TEST_CASE(deleting_is_retryable_and_an_urgent_notification_is_not) {
    BOOST_TEST(ends(im::message::delete_{.message_id = "om_1"}, lost).retryable());
    BOOST_TEST(
        !ends(im::message::urgent_app{.message_id = "om_1", .user_id_list = {"ou_1"}}, lost).retryable());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
