#include <feishu/client/impl/token_fetch.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <variant>

#include <boost/test/unit_test.hpp>

#include <feishu/http/impl/response_decoder.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::error;
using feishu::error_kind;
using feishu::detail::token_fetch;
using feishu::detail::token_source;
using kind = feishu::detail::token_kind;
using step = token_fetch::step;

// Fetches that a test drives.
struct fetch_scene {
    feishu::client_config config{.app_id = "cli_1",
                                 .app_secret = "very-secret",
                                 .app_type = feishu::app_type::store,
                                 .app_tickets = std::make_shared<feishu::auth::app_tickets>()};
    feishu::clock::time_point now{100h};
    token_source custom{kind::custom};
    std::shared_ptr<token_source> app = std::make_shared<token_source>(kind::store_app);
    token_source& own = *app;
    token_source there{app, "tenant-1"};

    token_fetch fetch(token_source& source) { return token_fetch(config, source, now); }

    // The platform's response to the fetch's call.
    void receives(token_fetch& fetch, int status, std::string_view body) const {
        BOOST_TEST_REQUIRE((fetch.next() == step::call));
        auto& call = fetch.call();
        feishu::http::response_decoder decoder(*call.spec, call.target, *call.type);
        decoder.on_head({.status = status});
        decoder.on_body(body);
        fetch.on_call(decoder.finish({}), now);
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
    fetch_scene s;
    auto fetch = s.fetch(s.custom);
    BOOST_TEST(fetch.call().spec->id == "auth.v3.tenant_access_token.internal");
    BOOST_TEST((fetch.call().credentials.kind == feishu::token::none));
    s.receives(fetch, 200, R"({"code":0,"tenant_access_token":"t-1","expire":7200})");
    BOOST_TEST((fetch.next() == step::done));
    BOOST_TEST(fetch.outcome().value().value.view() == "t-1");
    BOOST_TEST((fetch.outcome().value().expires == s.now + 2h));
}

BOOST_AUTO_TEST_CASE(a_store_apps_own_token_comes_from_its_ticket) {
    fetch_scene s;
    s.config.app_tickets->set("cli_1", "ticket-1");
    auto fetch = s.fetch(s.own);
    BOOST_TEST(fetch.call().spec->id == "auth.v3.app_access_token.create");
    s.receives(fetch, 200, R"({"code":0,"app_access_token":"a-1","expire":60})");
    BOOST_TEST(fetch.outcome().value().value.view() == "a-1");
    BOOST_TEST((fetch.outcome().value().expires == s.now + 1min));
}

BOOST_AUTO_TEST_CASE(a_token_in_a_tenant_comes_from_the_apps_own) {
    fetch_scene s;
    auto fetch = s.fetch(s.there);
    BOOST_TEST_REQUIRE((fetch.next() == step::app_token));
    fetch.on_app_token(std::string("a-1"));
    BOOST_TEST(fetch.call().spec->id == "auth.v3.tenant_access_token.create");
    s.receives(fetch, 200, R"({"code":0,"tenant_access_token":"t-1","expire":7200})");
    BOOST_TEST(fetch.outcome().value().value.view() == "t-1");
}

BOOST_AUTO_TEST_CASE(without_a_ticket_one_is_requested_and_the_error_explains_what_to_wait_for) {
    fetch_scene s;
    auto fetch = s.fetch(s.own);
    BOOST_TEST(fetch.call().spec->id == "auth.v3.app_ticket.resend");
    s.receives(fetch, 200, ok);
    auto const e = fetch_scene::failure(fetch);
    BOOST_TEST((e.kind == error_kind::auth));
    BOOST_TEST(e.endpoint == "auth.v3.app_access_token.create");
    BOOST_TEST(e.message.find("try again once its event has been received") != std::string::npos);
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE(a_refused_ticket_is_discarded_and_a_new_one_is_requested) {
    fetch_scene s;
    s.config.app_tickets->set("cli_1", "old");
    auto fetch = s.fetch(s.own);
    s.receives(fetch, 400, ticket_refused);
    BOOST_TEST(s.config.app_tickets->get("cli_1") == "");
    BOOST_TEST(fetch.call().spec->id == "auth.v3.app_ticket.resend");
    s.receives(fetch, 200, ok);
    auto const e = fetch_scene::failure(fetch);
    BOOST_TEST((e.symbol() == feishu::errc::app_ticket_invalid));
    BOOST_TEST((e.kind == error_kind::auth));
}

BOOST_AUTO_TEST_CASE(a_ticket_is_requested_every_ten_seconds_at_most) {
    fetch_scene s;
    auto first = s.fetch(s.own);
    s.receives(first, 200, ok);
    s.now += 9s;
    BOOST_TEST((s.fetch(s.own).next() == step::done));
    s.now += 1s;
    BOOST_TEST((s.fetch(s.own).next() == step::call));
}

BOOST_AUTO_TEST_CASE(a_ticket_that_could_not_be_requested_is_requested_by_the_next_call) {
    fetch_scene s;
    auto first = s.fetch(s.own);
    first.on_call(error{.kind = error_kind::transport, .message = "lost"}, s.now);
    BOOST_TEST((fetch_scene::failure(first).kind == error_kind::transport));
    BOOST_TEST((s.fetch(s.own).next() == step::call));
}

BOOST_AUTO_TEST_CASE(an_app_token_that_the_platform_refuses_is_fetched_again_once) {
    fetch_scene s;
    {
        auto first = s.own.cache.acquire(s.now, s.now + 1s, {});
        std::get<feishu::auth::token_cache::claim>(first).report(
            feishu::auth::access_token{std::string("a-1"), s.now + 2h}, s.now);
    }
    auto fetch = s.fetch(s.there);
    fetch.on_app_token(std::string("a-1"));
    s.receives(fetch, 400, app_token_refused);
    BOOST_TEST_REQUIRE((fetch.next() == step::app_token));
    BOOST_TEST(!s.own.cache.holds_token(s.now));
    fetch.on_app_token(std::string("a-2"));
    s.receives(fetch, 400, app_token_refused);
    BOOST_TEST((fetch_scene::failure(fetch).symbol() == feishu::errc::app_token_invalid));
}

BOOST_AUTO_TEST_CASE(the_error_of_the_app_token_is_that_of_the_tenants_token) {
    fetch_scene s;
    auto fetch = s.fetch(s.there);
    fetch.on_app_token(error{.kind = error_kind::canceled, .message = "canceled"});
    BOOST_TEST((fetch_scene::failure(fetch).kind == error_kind::canceled));
}

BOOST_AUTO_TEST_CASE(a_store_app_without_tickets_is_a_validation_error) {
    fetch_scene s;
    s.config.app_tickets = nullptr;
    auto const e = fetch_scene::failure(s.fetch(s.own));
    BOOST_TEST((e.kind == error_kind::validation));
    BOOST_TEST(e.field == "app_tickets");
}

BOOST_AUTO_TEST_CASE(success_without_a_token_is_a_decode_error_that_names_the_member) {
    struct {
        std::string_view body;
        std::string_view field;
    } const table[] = {
        {R"({"code":0,"msg":"ok"})", "app_access_token"},
        {R"({"code":0,"app_access_token":"","expire":7200})", "app_access_token"},
        {R"({"code":0,"app_access_token":"a-1"})", "expire"},
        {R"({"code":0,"app_access_token":"a-1","expire":-1})", "expire"},
    };
    for (auto const& [body, field] : table) {
        fetch_scene s;
        s.config.app_tickets->set("cli_1", "ticket-1");
        auto fetch = s.fetch(s.own);
        s.receives(fetch, 200, body);
        auto const e = fetch_scene::failure(fetch);
        BOOST_TEST((e.kind == error_kind::decode));
        BOOST_TEST(e.endpoint == "auth.v3.app_access_token.create");
        BOOST_TEST(e.field == field);
    }
}

BOOST_AUTO_TEST_CASE(a_token_beside_no_numeric_code_is_no_success) {
    for (std::string const code : {R"("code":{},)", R"("code":null,)", R"("code":"ok",)", ""})
        BOOST_TEST_CONTEXT(code) {
            fetch_scene s;
            auto fetch = s.fetch(s.custom);
            s.receives(fetch, 200, "{" + code + R"("tenant_access_token":"t-s3cret","expire":7200})");
            auto const e = s.failure(fetch);
            BOOST_TEST((e.kind == error_kind::decode));
            BOOST_TEST(e.field == "code");
            BOOST_TEST(e.to_string().find("s3cret") == std::string::npos);
        }
}

BOOST_AUTO_TEST_CASE(a_wrong_app_id_and_a_wrong_secret_are_told_apart) {
    struct {
        std::string_view body;
        std::string_view field;
        std::string_view advice;
    } const table[] = {
        {R"({"code":10014,"msg":"app secret invalid"})", "app_secret", "client_config::app_secret"},
        {R"({"code":10014,"msg":"app id not exists"})", "app_id", "client_config::app_id"},
        {R"({"code":10014,"msg":"app unauthorized"})", "", "app unauthorized"},
    };
    for (auto const& [body, field, advice] : table)
        for (int const status : {200, 400}) {
            fetch_scene s;
            auto fetch = s.fetch(s.custom);
            s.receives(fetch, status, body);
            auto const e = fetch_scene::failure(fetch);
            BOOST_TEST((e.kind == error_kind::auth));
            BOOST_TEST(e.field == field);
            BOOST_TEST(e.message.find(advice) != std::string::npos);
            BOOST_TEST(!e.retryable());
        }
}

BOOST_AUTO_TEST_CASE(empty_credentials_name_the_setting) {
    fetch_scene no_id;
    no_id.config.app_id = {};
    BOOST_TEST(fetch_scene::failure(no_id.fetch(no_id.custom)).message.find("client_config::app_id") !=
               std::string::npos);
    fetch_scene no_secret;
    no_secret.config.app_secret = {};
    BOOST_TEST(fetch_scene::failure(no_secret.fetch(no_secret.custom)).message.find("client_config::app_secret") !=
               std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
