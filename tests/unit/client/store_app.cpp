// A store app's client: an app token and one token for each tenant.

#include <feishu/client.hpp>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>

#include "fakes.hpp"

namespace {

using namespace std::chrono_literals;
using namespace fakes;
namespace im = feishu::im::v1;
using feishu::error_kind;


feishu::error failure(feishu::result<im::message::get::response> const& r) {
    BOOST_TEST_REQUIRE(r.has_error());
    return r.error();
}

std::string paths(std::vector<seen_request> const& seen) {
    std::string out;
    for (auto const& r : seen)
        out += r.line.substr(r.line.rfind("/v3/") + 4) + ' ';
    return out;
}

BOOST_AUTO_TEST_SUITE(client_store_app)

BOOST_AUTO_TEST_CASE(a_call_in_a_tenant_fetches_both_tokens) {
    store_world w;
    w.tickets->set("cli_1", "ticket-1");
    w.script->tokens = {app_token_reply("a-1"), token_reply("t-1")};
    BOOST_TEST(w.client.for_tenant("tenant-1").call(get_one).has_value());
    auto const seen = w.script->seen();
    BOOST_TEST_REQUIRE(seen.size() == 3u);
    BOOST_TEST(seen[0].line == "POST /open-apis/auth/v3/app_access_token");
    BOOST_TEST(seen[0].body == R"({"app_id":"cli_1","app_secret":"very-secret","app_ticket":"ticket-1"})");
    BOOST_TEST(seen[1].line == "POST /open-apis/auth/v3/tenant_access_token");
    BOOST_TEST(seen[1].body == R"({"app_access_token":"a-1","tenant_key":"tenant-1"})");
    BOOST_TEST(seen[2].authorization == "Bearer t-1");
}

BOOST_AUTO_TEST_CASE(each_tenant_has_its_own_token_from_one_app_token) {
    store_world w;
    w.tickets->set("cli_1", "ticket-1");
    w.script->tokens = {app_token_reply("a-1"), token_reply("t-1"), token_reply("t-2")};
    auto const one = w.client.for_tenant("tenant-1");
    auto const two = w.client.for_tenant("tenant-2");
    for (auto const* client : {&one, &two, &one})
        BOOST_TEST(client->call(get_one).has_value());
    BOOST_TEST(w.client.for_tenant("tenant-2").call(get_one).has_value());
    BOOST_TEST(paths(w.script->seen_tokens()) == "app_access_token tenant_access_token tenant_access_token ");
    auto const calls = w.script->seen_calls();
    BOOST_TEST(calls.at(0).authorization == "Bearer t-1");
    BOOST_TEST(calls.at(1).authorization == "Bearer t-2");
    BOOST_TEST(calls.at(2).authorization == "Bearer t-1");
    BOOST_TEST(calls.at(3).authorization == "Bearer t-2");
}

BOOST_AUTO_TEST_CASE(a_call_that_names_no_tenant_is_refused_before_anything_is_sent) {
    store_world w;
    auto const e = failure(w.client.call(get_one));
    BOOST_TEST((e.kind == error_kind::validation));
    BOOST_TEST(e.field == "tenant_key");
    BOOST_TEST(e.endpoint == "im.v1.message.get");
    BOOST_TEST(w.script->seen().empty());
}

BOOST_AUTO_TEST_CASE(a_user_token_needs_no_tenant) {
    store_world w;
    BOOST_TEST(w.client.as({"u-1"}).call(get_one).has_value());
    BOOST_TEST(w.script->seen_tokens().empty());
}

BOOST_AUTO_TEST_CASE(once_the_requested_ticket_has_been_received_calls_succeed) {
    store_world w;
    w.script->tokens = {resent_reply(), app_token_reply("a-1"), token_reply("t-1")};
    auto const there = w.client.for_tenant("tenant-1");
    BOOST_TEST((failure(there.call(get_one)).kind == error_kind::auth));
    w.tickets->set("cli_1", "ticket-1");
    BOOST_TEST(there.call(get_one).has_value());
    BOOST_TEST(paths(w.script->seen_tokens()) == "app_ticket/resend app_access_token tenant_access_token ");
}

BOOST_AUTO_TEST_CASE(a_refused_tenant_token_is_fetched_again_with_the_same_app_token) {
    store_world w;
    w.tickets->set("cli_1", "ticket-1");
    w.script->tokens = {app_token_reply("a-1"), token_reply("t-1"), token_reply("t-2")};
    w.script->calls = {code_reply(99991663), data_reply("{}")};
    BOOST_TEST(w.client.for_tenant("tenant-1").call(get_one).has_value());
    BOOST_TEST(paths(w.script->seen_tokens()) == "app_access_token tenant_access_token tenant_access_token ");
    BOOST_TEST(w.script->seen_calls().at(1).authorization == "Bearer t-2");
}

BOOST_AUTO_TEST_CASE(fetching_both_tokens_counts_against_the_timeout_of_the_call) {
    store_world w;
    w.tickets->set("cli_1", "ticket-1");
    w.script->tokens = {app_token_reply("a-1"), token_reply("t-1")};
    w.script->on_request = [&](feishu::http::request const& r) {
        if (is_token_request(r))
            w.clock->advance(10s);
    };
    BOOST_TEST(w.client.for_tenant("tenant-1").call(get_one).has_value());
    BOOST_TEST((w.script->seen_calls().at(0).options.timeout == 10s));
}

BOOST_AUTO_TEST_CASE(threads_of_two_tenants_fetch_one_app_token) {
    store_world w;
    w.tickets->set("cli_1", "ticket-1");
    w.script->tokens = {app_token_reply("a-1"), token_reply("t-1")};
    std::atomic<int> arrived = 0;
    w.script->on_request = [&](feishu::http::request const& r) {
        while (r.target.ends_with("/app_access_token") && arrived < 8)
            std::this_thread::yield();
    };
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
            auto const there = w.client.for_tenant(t % 2 == 0 ? "tenant-1" : "tenant-2");
            ++arrived;
            failed += there.call(get_one) ? 0 : 1;
        });
    for (auto& t : threads)
        t.join();
    BOOST_TEST(failed == 0);
    BOOST_TEST(w.script->seen_tokens().size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_custom_app_has_one_token_for_whatever_tenant) {
    world w;
    BOOST_TEST(w.client.call(get_one).has_value());
    BOOST_TEST(w.client.for_tenant("tenant-1").call(get_one).has_value());
    BOOST_TEST(w.script->seen_tokens().size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
