#include <feishu/client/impl/token_machine.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <boost/test/unit_test.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::error;
using feishu::error_kind;
using feishu::detail::token_kind;
using feishu::detail::token_machine;
using feishu::detail::token_source;
namespace actions = feishu::detail::actions;

// The tokens of a store app, and of a custom app.
struct token_scene {
    feishu::client_config config{.app_id = "cli_1",
                                 .app_secret = "very-secret",
                                 .app_tickets = std::make_shared<feishu::auth::app_tickets>()};
    feishu::clock::time_point now{100h};
    std::shared_ptr<token_source> custom = std::make_shared<token_source>(token_kind::custom);
    std::shared_ptr<token_source> app = std::make_shared<token_source>(token_kind::store_app);
    std::shared_ptr<token_source> one = std::make_shared<token_source>(app, "tenant-1");
    std::shared_ptr<token_source> two = std::make_shared<token_source>(app, "tenant-2");

    token_scene() { config.app_tickets->set("cli_1", "ticket-1"); }
};

// One caller that wants a token.
struct caller {
    token_scene& s;
    int notified = 0;
    std::optional<token_machine> machine{};
    feishu::detail::call_action action = actions::done{};

    caller(token_scene& in, std::shared_ptr<token_source> source, std::chrono::milliseconds timeout = 30s) : s(in) {
        machine.emplace(s.config, std::move(source), s.now + timeout, [this] { ++notified; });
    }
    template <class Action>
    Action expect() {
        action = machine->next(s.now);
        BOOST_TEST_REQUIRE(std::holds_alternative<Action>(action));
        return std::get<Action>(action);
    }
    // The end of the request's path.
    std::string sends() {
        auto const target = expect<actions::exchange>().request->target;
        return target.substr(target.find("/v3/") + 4);
    }
    void receives(std::string_view body) {
        auto const& exchange = std::get<actions::exchange>(action);
        exchange.sink->on_head({.status = 200});
        exchange.sink->on_body(body);
        machine->on_exchange({}, s.now);
    }
    void receives_tenant_token(std::string const& value) {
        receives(R"({"code":0,"tenant_access_token":")" + value + R"(","expire":7200})");
    }
    void receives_app_token(std::string const& value) {
        receives(R"({"code":0,"app_access_token":")" + value + R"(","expire":7200})");
    }
    void fails(error_kind kind) { machine->on_exchange(error{.kind = kind, .message = "no"}, s.now); }
    // A token, or the kind of the error.
    std::string token() {
        expect<actions::done>();
        return machine->token() ? std::string(machine->token()->view()) : std::string(to_string(machine->token().error().kind));
    }
};

void hold(token_scene& s, std::shared_ptr<token_source> const& source, std::string const& value) {
    caller c(s, source);
    c.sends();
    c.receives_tenant_token(value);
    BOOST_TEST_REQUIRE(c.token() == value);
}

BOOST_AUTO_TEST_SUITE(client_token_machine)

BOOST_AUTO_TEST_CASE(a_token_is_fetched_and_then_used) {
    token_scene s;
    hold(s, s.custom, "t-1");
    BOOST_TEST(caller(s, s.custom).token() == "t-1");
}

BOOST_AUTO_TEST_CASE(a_token_in_a_tenant_is_fetched_with_the_apps_own) {
    token_scene s;
    caller c(s, s.one);
    BOOST_TEST(c.sends() == "app_access_token");
    c.receives_app_token("a-1");
    BOOST_TEST(c.sends() == "tenant_access_token");
    c.receives_tenant_token("t-1");
    BOOST_TEST(c.token() == "t-1");
}

BOOST_AUTO_TEST_CASE(two_tenants_wait_for_one_app_token) {
    token_scene s;
    caller first(s, s.one);
    caller second(s, s.two);
    BOOST_TEST(first.sends() == "app_access_token");
    second.expect<actions::wait>();
    first.receives_app_token("a-1");
    BOOST_TEST(second.notified == 1);
    BOOST_TEST(first.sends() == "tenant_access_token");
    BOOST_TEST(second.sends() == "tenant_access_token");
    second.receives_tenant_token("t-2");
    first.receives_tenant_token("t-1");
    BOOST_TEST(first.token() == "t-1");
    BOOST_TEST(second.token() == "t-2");
}

BOOST_AUTO_TEST_CASE(a_destroyed_caller_gives_up_both_of_its_claims) {
    token_scene s;
    caller gone(s, s.one);
    gone.sends();
    caller same_tenant(s, s.one);
    caller other_tenant(s, s.two);
    same_tenant.expect<actions::wait>();
    other_tenant.expect<actions::wait>();
    gone.machine.reset();
    BOOST_TEST(same_tenant.notified == 1);
    BOOST_TEST(other_tenant.notified == 1);
    BOOST_TEST(other_tenant.sends() == "app_access_token");
    same_tenant.expect<actions::wait>();
}

BOOST_AUTO_TEST_CASE(a_caller_that_is_canceled_gives_up_both_of_its_claims) {
    token_scene s;
    caller canceled(s, s.one);
    canceled.sends();
    caller same_tenant(s, s.one);
    same_tenant.expect<actions::wait>();
    canceled.machine->cancel(s.now);
    BOOST_TEST(canceled.token() == "canceled");
    BOOST_TEST(same_tenant.notified == 1);
    BOOST_TEST(same_tenant.sends() == "app_access_token");
}

BOOST_AUTO_TEST_CASE(a_fetch_error_is_reported_to_all_waiting_callers_as_not_executed) {
    token_scene s;
    caller first(s, s.custom);
    first.sends();
    caller second(s, s.custom);
    second.expect<actions::wait>();
    first.fails(error_kind::transport);
    BOOST_TEST(first.token() == "transport");
    BOOST_TEST(second.token() == "transport");
    BOOST_TEST(!second.machine->token().error().may_have_executed);
    BOOST_TEST(second.machine->token().error().retryable());
}

BOOST_AUTO_TEST_CASE(a_fetch_that_ran_out_of_its_callers_time_is_taken_over_by_one_that_waits) {
    token_scene s;
    caller hasty(s, s.custom, 1s);
    hasty.sends();
    caller patient(s, s.custom);
    patient.expect<actions::wait>();
    s.now += 1s;
    hasty.fails(error_kind::timeout);
    BOOST_TEST(hasty.token() == "timeout");
    BOOST_TEST(patient.sends() == "tenant_access_token/internal");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(client_token_machine_renewal)

struct renewal : token_scene {
    renewal() {
        hold(*this, custom, "t-1");
        now += 1h + 55min;
    }
};

BOOST_AUTO_TEST_CASE(a_renewal_takes_two_seconds_at_most) {
    renewal s;
    caller c(s, s.custom, 30s);
    BOOST_TEST((c.expect<actions::exchange>().options.timeout == 2s));
    s.now += 2s;
    c.fails(error_kind::timeout);
    BOOST_TEST(c.token() == "t-1");
}

BOOST_AUTO_TEST_CASE(a_renewal_takes_a_quarter_of_a_short_timeout_at_most) {
    renewal s;
    caller c(s, s.custom, 2s);
    BOOST_TEST((c.expect<actions::exchange>().options.timeout == 500ms));
}

BOOST_AUTO_TEST_CASE(a_renewal_for_a_call_without_a_timeout_is_bounded_too) {
    renewal s;
    token_machine machine(s.config, s.custom, feishu::clock::time_point::max(), {});
    auto const action = machine.next(s.now);
    BOOST_TEST((std::get<actions::exchange>(action).options.timeout == 2s));
}

BOOST_AUTO_TEST_CASE(during_a_renewal_the_others_use_the_previous_token_at_once) {
    renewal s;
    caller renewing(s, s.custom);
    renewing.sends();
    BOOST_TEST(caller(s, s.custom).token() == "t-1");
    renewing.receives_tenant_token("t-2");
    BOOST_TEST(renewing.token() == "t-2");
    BOOST_TEST(caller(s, s.custom).token() == "t-2");
}

BOOST_AUTO_TEST_CASE(after_a_failed_renewal_no_call_tries_again_for_half_a_minute) {
    for (auto const kind : {error_kind::timeout, error_kind::transport, error_kind::http}) {
        renewal s;
        caller c(s, s.custom);
        c.sends();
        c.fails(kind);
        BOOST_TEST(c.token() == "t-1");
        s.now += 29s;
        BOOST_TEST(caller(s, s.custom).token() == "t-1");
        s.now += 1s;
        BOOST_TEST(caller(s, s.custom).sends() == "tenant_access_token/internal");
    }
}

BOOST_AUTO_TEST_CASE(a_token_that_expires_while_its_renewal_fails_is_fetched_with_the_rest_of_the_time) {
    token_scene s;
    hold(s, s.custom, "t-1");
    s.now += 2h - 1s;
    caller c(s, s.custom, 30s);
    BOOST_TEST((c.expect<actions::exchange>().options.timeout == 2s));
    s.now += 2s;
    c.fails(error_kind::timeout);
    BOOST_TEST((c.expect<actions::exchange>().options.timeout == 28s));
    c.receives_tenant_token("t-2");
    BOOST_TEST(c.token() == "t-2");
}

BOOST_AUTO_TEST_CASE(a_canceled_renewal_cancels_the_call) {
    renewal s;
    caller c(s, s.custom);
    c.sends();
    c.fails(error_kind::canceled);
    BOOST_TEST(c.token() == "canceled");
}

BOOST_AUTO_TEST_CASE(renewing_the_token_of_a_tenant_is_bounded_with_the_app_token_included) {
    token_scene s;
    caller first(s, s.one);
    first.sends();
    first.receives(R"({"code":0,"app_access_token":"a-1","expire":60})");
    first.sends();
    first.receives_tenant_token("t-1");
    s.now += 1h + 55min;
    caller renewing(s, s.one);
    BOOST_TEST(renewing.sends() == "app_access_token");
    s.now += 1500ms;
    renewing.receives_app_token("a-2");
    BOOST_TEST((renewing.expect<actions::exchange>().options.timeout == 500ms));
    s.now += 500ms;
    renewing.fails(error_kind::timeout);
    BOOST_TEST(renewing.token() == "t-1");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
