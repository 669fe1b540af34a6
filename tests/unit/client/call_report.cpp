#include <feishu/client/call_report.hpp>

#include <chrono>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/image.hpp>
#include <feishu/client/download.hpp>
#include <feishu/http/socket_transport.hpp>

#include "../http/scripted_server.hpp"
#include "fakes.hpp"

namespace {

using namespace std::chrono_literals;
namespace im = feishu::im::v1;
using feishu::error_kind;

// A report and the texts that it refers to.
struct kept_report {
    feishu::call_report facts;
    std::string log_id;
    std::string traceparent;
};

struct observed_world {
    std::shared_ptr<fakes::script> script = std::make_shared<fakes::script>();
    std::shared_ptr<fakes::clock> clock = std::make_shared<fakes::clock>();
    std::vector<kept_report> reports{};
    std::vector<std::pair<feishu::log_level, std::string>> lines{};
    feishu::client_config config{
        .app_id = "cli_1",
        .app_secret = "very-secret",
        .retry = feishu::retry_policy::never(),
        .transport = std::make_shared<fakes::transport>(script),
        .clock = clock,
        .log = [this](feishu::log_level level, std::string_view line) { lines.emplace_back(level, line); },
        .on_call = [this](feishu::call_report const& call) {
            reports.push_back({call, std::string(call.log_id), std::string(call.traceparent)});
        }};

    feishu::client client() const { return feishu::client(config); }
};

std::string const traced = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

} // namespace

BOOST_AUTO_TEST_SUITE(call_reports)

BOOST_AUTO_TEST_CASE(a_call_is_reported_once_with_what_it_did) {
    observed_world w;
    w.script->calls = {{.body = R"({"code":0,"data":{"items":[{"message_id":"om_1"}]}})", .headers = {{"X-Tt-Logid", "L1"}}}};
    w.script->on_request = [&](feishu::http::request const& r) { w.clock->advance(fakes::is_token_request(r) ? 30ms : 50ms); };
    BOOST_TEST(w.client().call(fakes::get_one, {.traceparent = traced}).has_value());
    BOOST_TEST_REQUIRE(w.reports.size() == 1u);
    auto const& [call, log_id, traceparent] = w.reports[0];
    BOOST_TEST(call.endpoint == "im.v1.message.get");
    BOOST_TEST((call.method == feishu::verb::get));
    BOOST_TEST(!call.failure);
    BOOST_TEST(call.http_status == 200);
    BOOST_TEST(log_id == "L1");
    BOOST_TEST(traceparent == traced);
    BOOST_TEST(call.attempts == 1);
    BOOST_TEST(call.token_requests == 1);
    BOOST_TEST((call.waited_for_token == 30ms));
    BOOST_TEST((call.exchanging == 50ms));
    BOOST_TEST((call.total == 80ms));
}

BOOST_AUTO_TEST_CASE(a_failure_is_reported_with_code_status_and_the_wait_that_was_stated) {
    observed_world w;
    w.script->calls = {{.status = 429,
                        .body = R"({"code":99991400,"msg":"slow down: SECRET"})",
                        .headers = {{"x-ogw-ratelimit-reset", "7"}}}};
    auto const client = w.client();
    BOOST_TEST(!client.call(fakes::get_one));
    auto const& call = w.reports.at(0).facts;
    BOOST_TEST((call.failure == error_kind::api));
    BOOST_TEST(call.http_status == 429);
    BOOST_TEST(call.code == 99991400);
    BOOST_TEST((call.retry_after == 7s));
    BOOST_TEST(client.counters().rate_limited == 1u);
    BOOST_TEST(client.counters().failed == 1u);
}

BOOST_AUTO_TEST_CASE(attempts_of_one_call_are_one_report) {
    observed_world w;
    w.config.retry = {.max_attempts = 2, .base_delay = 1ms, .max_delay = 1ms};
    w.script->calls = {fakes::code_reply(99991400, 429), fakes::data_reply(R"({"items":[{"message_id":"om_1"}]})")};
    w.script->on_request = [&](auto const&) { w.clock->advance(10ms); };
    w.config.clock = std::make_shared<feishu::clock>(); // a wait needs one that runs
    auto const client = w.client();
    BOOST_TEST(client.call(fakes::get_one).has_value());
    BOOST_TEST_REQUIRE(w.reports.size() == 1u);
    BOOST_TEST(w.reports[0].facts.attempts == 2);
    BOOST_TEST(client.counters().retries == 1u);
    BOOST_TEST(client.counters().succeeded == 1u);
    BOOST_TEST(client.counters().token_requests == 1u);
    BOOST_TEST_REQUIRE(w.lines.size() == 1u);
    BOOST_TEST((w.lines[0].first == feishu::log_level::info));
    BOOST_TEST(w.lines[0].second.starts_with(
        "im.v1.message.get: attempt 1 failed (api, code 99991400, HTTP status 429), the next one follows in "));
}

BOOST_AUTO_TEST_CASE(a_call_that_is_invalid_is_reported_without_an_attempt) {
    observed_world w;
    auto const client = w.client();
    BOOST_TEST(!client.call(im::message::get{.message_id = ""}));
    BOOST_TEST_REQUIRE(w.reports.size() == 1u);
    BOOST_TEST((w.reports[0].facts.failure == error_kind::validation));
    BOOST_TEST(w.reports[0].facts.attempts == 0);
    BOOST_TEST(client.counters().failed == 1u);
    BOOST_TEST(w.script->seen().empty());
}

BOOST_AUTO_TEST_CASE(a_client_that_cannot_be_used_reports_its_calls_too) {
    observed_world w;
    w.config.transport = nullptr;
    w.config.base_url = "nonsense";
    BOOST_TEST(!w.client().call(fakes::get_one));
    BOOST_TEST_REQUIRE(w.reports.size() == 1u);
    BOOST_TEST((w.reports[0].facts.failure == error_kind::validation));
}

BOOST_AUTO_TEST_CASE(an_exhausted_monthly_quota_is_counted_with_its_time) {
    observed_world w;
    w.script->calls = {fakes::code_reply(99991403, 429)};
    auto const client = w.client();
    BOOST_TEST(!client.counters().quota_refused_at);
    BOOST_TEST(!client.call(fakes::get_one));
    BOOST_TEST(client.counters().quota_refused == 1u);
    BOOST_TEST(client.counters().rate_limited == 0u);
    BOOST_TEST((client.counters().quota_refused_at == w.clock->now()));
}

BOOST_AUTO_TEST_CASE(what_the_hook_throws_is_logged_and_changes_nothing) {
    observed_world w;
    w.config.on_call = [](feishu::call_report const&) { throw std::runtime_error("no disk"); };
    w.script->calls = {fakes::data_reply(R"({"items":[{"message_id":"om_1"}]})")};
    BOOST_TEST(w.client().call(fakes::get_one).has_value());
    BOOST_TEST_REQUIRE(w.lines.size() == 1u);
    BOOST_TEST((w.lines[0].first == feishu::log_level::error));
    BOOST_TEST(w.lines[0].second == "client_config::on_call threw an exception: no disk");
}

BOOST_AUTO_TEST_CASE(a_download_is_reported_as_any_call) {
    observed_world w;
    w.script->calls = {{.body = "abc", .headers = {{"Content-Type", "image/png"}}}};
    BOOST_TEST(w.client().download(im::image::get{.image_key = "img_1"}, feishu::to_memory(), {.traceparent = traced}).has_value());
    BOOST_TEST_REQUIRE(w.reports.size() == 1u);
    BOOST_TEST(w.reports[0].facts.endpoint == "im.v1.image.get");
    BOOST_TEST(w.reports[0].facts.http_status == 200);
    BOOST_TEST(w.reports[0].traceparent == traced);
}

BOOST_AUTO_TEST_CASE(bytes_and_reuse_are_those_of_the_connection) {
    test::scripted_server server({{test::answer_all(test::ok(R"({"code":0,"tenant_access_token":"t-1","expire":7200})"))}});
    observed_world w;
    w.config.transport = nullptr;
    w.config.clock = nullptr;
    w.config.base_url = server.base_url();
    auto const client = w.client();
    for (int i = 0; i < 2; ++i)
        (void)client.call(fakes::get_one);
    BOOST_TEST_REQUIRE(w.reports.size() == 2u);
    auto const requests = server.requests();
    BOOST_TEST(w.reports[1].facts.connection_reused);
    BOOST_TEST(w.reports[1].facts.bytes_sent == requests.back().size());
    BOOST_TEST(w.reports[1].facts.bytes_received == test::ok(R"({"code":0,"tenant_access_token":"t-1","expire":7200})").size());
}

BOOST_AUTO_TEST_CASE(a_trace_context_is_sent_as_it_is) {
    observed_world w;
    std::string sent;
    w.script->on_request = [&](feishu::http::request const& r) {
        if (!fakes::is_token_request(r))
            sent = std::string(feishu::http::find_header(r.headers, "traceparent")) + ' ' +
                   std::string(feishu::http::find_header(r.headers, "tracestate"));
    };
    (void)w.client().call(fakes::get_one, {.traceparent = traced, .tracestate = "congo=t61rcWkgMzE,rojo=00f067aa0ba902b7"});
    BOOST_TEST(sent == traced + " congo=t61rcWkgMzE,rojo=00f067aa0ba902b7");
}

BOOST_AUTO_TEST_CASE(a_malformed_trace_context_is_refused) {
    std::vector<std::pair<std::string, std::string>> const malformed{
        {"x", ""},
        {traced + "\r\nX-Injected: 1", ""},
        {traced + "-00", ""},
        {"ff" + traced.substr(2), ""},
        {"00-00000000000000000000000000000000-00f067aa0ba902b7-01", ""},
        {"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01", ""},
        {"00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", ""},
        {"", "a=b"},
        {traced, "a"},
        {traced, "a=b\r\nX-Injected: 1"},
        {traced, "A=b"},
        {traced, "a=" + std::string(600, 'x')},
        {traced, "a=b,,c=d"}};
    for (auto const& [parent, state] : malformed) {
        observed_world w;
        auto const done = w.client().call(fakes::get_one, {.traceparent = parent, .tracestate = state});
        BOOST_TEST_REQUIRE(!done, parent << " and " << state);
        BOOST_TEST((done.error().kind == error_kind::validation));
        BOOST_TEST(w.script->seen().empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
