#include <feishu/client/impl/token_fetch.hpp>

#include <chrono>
#include <memory>
#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/http/impl/response_decoder.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::error;
using feishu::error_kind;
using feishu::detail::token_fetch;
using feishu::detail::token_source;
using kind = token_source::kind;
using step = token_fetch::step;

// Fetches under a test's hands.
struct scene {
    feishu::client_config config{.app_id = "cli_1",
                                 .app_secret = "very-secret",
                                 .app_type = feishu::app_type::store,
                                 .app_tickets = std::make_shared<feishu::auth::app_tickets>()};
    feishu::clock::time_point now{100h};
    token_source custom{kind::custom};
    token_source own{kind::store_app};
    token_source there{own, "tenant-1"};

    token_fetch fetch(token_source& source) { return token_fetch(config, source, now); }

    // The platform's answer to the fetch's call.
    void answers(token_fetch& fetch, int status, std::string_view body) const {
        BOOST_TEST_REQUIRE((fetch.next() == step::call));
        auto& plan = fetch.plan();
        feishu::http::response_decoder answer(*plan.spec, plan.target, *plan.type);
        answer.on_head({.status = status});
        answer.on_body(body);
        fetch.on_call(answer.finish({}), now);
    }
    static error failure(token_fetch const& fetch) {
        BOOST_TEST_REQUIRE((fetch.next() == step::done));
        BOOST_TEST_REQUIRE(fetch.outcome().has_error());
        return fetch.outcome().error();
    }
};

constexpr std::string_view ok = R"({"code":0,"msg":"ok"})";
constexpr std::string_view ticket_refused = R"({"code":10012,"msg":"app_ticket invalid"})";
constexpr std::string_view app_token_refused = R"({"code":99991664,"msg":"invalid app token"})";

BOOST_AUTO_TEST_SUITE(client_token_fetch)

BOOST_AUTO_TEST_CASE(a_custom_apps_token_comes_from_its_credentials) {
    scene s;
    auto fetch = s.fetch(s.custom);
    BOOST_TEST(fetch.plan().spec->id == "auth.v3.tenant_access_token.internal");
    BOOST_TEST((fetch.plan().kind == feishu::token::none));
    s.answers(fetch, 200, R"({"code":0,"tenant_access_token":"t-1","expire":7200})");
    BOOST_TEST((fetch.next() == step::done));
    BOOST_TEST(fetch.outcome().value().value == "t-1");
    BOOST_TEST((fetch.outcome().value().expires == s.now + 2h));
}

BOOST_AUTO_TEST_CASE(a_store_apps_own_token_comes_from_its_ticket) {
    scene s;
    s.config.app_tickets->set("cli_1", "ticket-1");
    auto fetch = s.fetch(s.own);
    BOOST_TEST(fetch.plan().spec->id == "auth.v3.app_access_token.create");
    s.answers(fetch, 200, R"({"code":0,"app_access_token":"a-1","expire":60})");
    BOOST_TEST(fetch.outcome().value().value == "a-1");
    BOOST_TEST((fetch.outcome().value().expires == s.now + 1min));
}

BOOST_AUTO_TEST_CASE(a_token_in_a_tenant_comes_from_the_apps_own) {
    scene s;
    auto fetch = s.fetch(s.there);
    BOOST_TEST_REQUIRE((fetch.next() == step::app_token));
    BOOST_TEST(fetch.source().app == &s.own);
    fetch.on_app_token(std::string("a-1"));
    BOOST_TEST(fetch.plan().spec->id == "auth.v3.tenant_access_token.create");
    s.answers(fetch, 200, R"({"code":0,"tenant_access_token":"t-1","expire":7200})");
    BOOST_TEST(fetch.outcome().value().value == "t-1");
}

BOOST_AUTO_TEST_CASE(without_a_ticket_one_is_asked_for_and_the_error_says_that_it_is_awaited) {
    scene s;
    auto fetch = s.fetch(s.own);
    BOOST_TEST(fetch.plan().spec->id == "auth.v3.app_ticket.resend");
    s.answers(fetch, 200, ok);
    auto const e = scene::failure(fetch);
    BOOST_TEST((e.kind == error_kind::auth));
    BOOST_TEST(e.endpoint == "auth.v3.app_access_token.create");
    BOOST_TEST(e.message.find("try again when that event has come") != std::string::npos);
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE(a_refused_ticket_is_forgotten_and_a_new_one_is_asked_for) {
    scene s;
    s.config.app_tickets->set("cli_1", "old");
    auto fetch = s.fetch(s.own);
    s.answers(fetch, 400, ticket_refused);
    BOOST_TEST(s.config.app_tickets->get("cli_1") == "");
    BOOST_TEST(fetch.plan().spec->id == "auth.v3.app_ticket.resend");
    s.answers(fetch, 200, ok);
    auto const e = scene::failure(fetch);
    BOOST_TEST((e.symbol() == feishu::errc::app_ticket_invalid));
    BOOST_TEST((e.kind == error_kind::auth));
}

BOOST_AUTO_TEST_CASE(a_ticket_is_asked_for_every_ten_seconds_at_most) {
    scene s;
    auto first = s.fetch(s.own);
    s.answers(first, 200, ok);
    s.now += 9s;
    BOOST_TEST((s.fetch(s.own).next() == step::done));
    s.now += 1s;
    BOOST_TEST((s.fetch(s.own).next() == step::call));
}

BOOST_AUTO_TEST_CASE(a_ticket_that_could_not_be_asked_for_is_asked_for_by_the_next_call) {
    scene s;
    auto first = s.fetch(s.own);
    first.on_call(error{.kind = error_kind::transport, .message = "lost"}, s.now);
    BOOST_TEST((scene::failure(first).kind == error_kind::transport));
    BOOST_TEST((s.fetch(s.own).next() == step::call));
}

BOOST_AUTO_TEST_CASE(an_app_token_that_the_platform_refuses_is_fetched_again_once) {
    scene s;
    (void)s.own.cache.acquire(s.now, {});
    s.own.cache.fetched(feishu::auth::access_token{"a-1", s.now + 2h}, s.now);
    auto fetch = s.fetch(s.there);
    fetch.on_app_token(std::string("a-1"));
    s.answers(fetch, 400, app_token_refused);
    BOOST_TEST_REQUIRE((fetch.next() == step::app_token));
    BOOST_TEST((s.own.cache.acquire(s.now, {}).what == feishu::auth::token_cache::action::fetch));
    fetch.on_app_token(std::string("a-2"));
    s.answers(fetch, 400, app_token_refused);
    BOOST_TEST((scene::failure(fetch).symbol() == feishu::errc::app_token_invalid));
}

BOOST_AUTO_TEST_CASE(why_there_is_no_app_token_is_why_there_is_none_in_the_tenant) {
    scene s;
    auto fetch = s.fetch(s.there);
    fetch.on_app_token(error{.kind = error_kind::canceled, .message = "gave up"});
    BOOST_TEST((scene::failure(fetch).kind == error_kind::canceled));
}

BOOST_AUTO_TEST_CASE(a_store_app_without_tickets_is_told_to_share_them) {
    scene s;
    s.config.app_tickets = nullptr;
    auto const e = scene::failure(s.fetch(s.own));
    BOOST_TEST((e.kind == error_kind::validation));
    BOOST_TEST(e.field == "app_tickets");
}

BOOST_AUTO_TEST_CASE(an_answer_without_a_token_is_a_decode_error_of_its_endpoint) {
    scene s;
    s.config.app_tickets->set("cli_1", "ticket-1");
    auto fetch = s.fetch(s.own);
    s.answers(fetch, 200, ok);
    BOOST_TEST((scene::failure(fetch).kind == error_kind::decode));
    BOOST_TEST(scene::failure(fetch).endpoint == "auth.v3.app_access_token.create");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
