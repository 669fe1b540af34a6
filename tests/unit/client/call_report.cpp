#include <feishu/client/call_report.hpp>

#include <chrono>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/image.hpp>
#include <feishu/client/custom_bot.hpp>
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
        .on_call =
            [this](feishu::call_report const& call) {
                reports.push_back({call, std::string(call.log_id), std::string(call.traceparent)});
            }};

    feishu::client client() const { return feishu::client(config); }
};

std::string const traced = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

} // namespace

BOOST_AUTO_TEST_SUITE(call_reports)

BOOST_AUTO_TEST_CASE(a_call_is_reported_once_with_what_it_did) {
    observed_world w;
    w.script->calls = {{.body = R"({"code":0,"data":{"items":[{"message_id":"om_1"}]}})",
                        .headers = {{"X-Tt-Logid", "L1"}}}};
    w.script->on_request = [&](feishu::http::request const& r) {
        w.clock->advance(fakes::is_token_request(r) ? 30ms : 50ms);
    };
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
    w.script->calls = {fakes::code_reply(99991400, 429),
                       fakes::data_reply(R"({"items":[{"message_id":"om_1"}]})")};
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
    BOOST_TEST(w.lines[0].second.starts_with("im.v1.message.get: attempt 1 failed (api, code 99991400, HTTP "
                                             "status 429), the next one follows in "));
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

BOOST_AUTO_TEST_CASE(failed_calls_are_logged_only_on_request) {
    observed_world w;
    w.script->calls = {{.body = R"({"code":230002,"msg":"Bot/User can NOT be out of the chat."})"},
                       {.body = R"({"code":230002,"msg":"Bot/User can NOT be out of the chat."})"}};
    static_cast<void>(w.client().call(fakes::get_one));
    BOOST_TEST(w.lines.empty());
    w.config.log_failures = true;
    static_cast<void>(w.client().call(fakes::get_one));
    static_cast<void>(w.client().call(im::message::get{.message_id = ""}));
    BOOST_TEST_REQUIRE(w.lines.size() == 2u);
    BOOST_TEST((w.lines[0].first == feishu::log_level::error));
    BOOST_TEST(w.lines[0].second.starts_with("api error in im.v1.message.get: code 230002 (bot_not_in_chat): Bot/User"));
    BOOST_TEST(w.lines[1].second.starts_with("validation error in im.v1.message.get: message_id must not be empty"));
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
    BOOST_TEST(
        w.client()
            .download(im::image::get{.image_key = "img_1"}, feishu::to_memory(), {.traceparent = traced})
            .has_value());
    BOOST_TEST_REQUIRE(w.reports.size() == 1u);
    BOOST_TEST(w.reports[0].facts.endpoint == "im.v1.image.get");
    BOOST_TEST(w.reports[0].facts.http_status == 200);
    BOOST_TEST(w.reports[0].traceparent == traced);
}

BOOST_AUTO_TEST_CASE(an_upload_is_reported_as_any_call) {
    observed_world w;
    w.script->calls = {fakes::data_reply(R"({"image_key":"img_1"})")};
    auto const request =
        im::image::create{.image_type = im::image_type::message, .image = feishu::from_bytes("abc", "a.png")};
    BOOST_TEST(w.client().call(request).has_value());
    BOOST_TEST_REQUIRE(w.reports.size() == 1u);
    BOOST_TEST(w.reports[0].facts.endpoint == "im.v1.image.create");
    BOOST_TEST(w.reports[0].facts.attempts == 1);
}

BOOST_AUTO_TEST_CASE(a_call_without_a_token_is_reported_with_the_failure_of_the_token_request) {
    observed_world w;
    w.script->tokens = {fakes::code_reply(10014)};
    BOOST_TEST(!w.client().call(fakes::get_one));
    BOOST_TEST_REQUIRE(w.reports.size() == 1u);
    auto const& call = w.reports[0].facts;
    BOOST_TEST(call.failure.has_value());
    BOOST_TEST(call.code == 10014);
    BOOST_TEST(call.http_status == 400);
    BOOST_TEST(call.token_requests == 1);
    BOOST_TEST(call.attempts == 0);
}

BOOST_AUTO_TEST_CASE(a_repetition_with_a_new_token_is_an_attempt_and_a_retry) {
    observed_world w;
    w.script->tokens = {fakes::token_reply("t-1"), fakes::token_reply("t-2")};
    w.script->calls = {fakes::code_reply(99991663),
                       fakes::data_reply(R"({"items":[{"message_id":"om_1"}]})")};
    auto const client = w.client();
    BOOST_TEST(client.call(fakes::get_one).has_value());
    BOOST_TEST_REQUIRE(w.reports.size() == 1u);
    BOOST_TEST(!w.reports[0].facts.failure);
    BOOST_TEST(w.reports[0].facts.attempts == 2);
    BOOST_TEST(w.reports[0].facts.token_requests == 2);
    BOOST_TEST(client.counters().retries == 1u);
}

BOOST_AUTO_TEST_CASE(a_call_whose_turn_comes_too_late_is_reported_without_an_attempt) {
    observed_world w;
    w.config.pacing = feishu::pacing::custom({{"im.v1.message.get", {.per_minute = 1}}});
    auto const client = w.client();
    for (int i = 0; i < 2; ++i)
        (void)client.call(fakes::get_one);
    BOOST_TEST_REQUIRE(w.reports.size() == 2u);
    auto const& refused = w.reports[1].facts;
    BOOST_TEST((refused.failure == error_kind::timeout));
    BOOST_TEST(refused.attempts == 0);
    BOOST_TEST((refused.retry_after > 30s));
}

BOOST_AUTO_TEST_CASE(the_hook_may_call_the_client) {
    observed_world w;
    std::unique_ptr<feishu::client> client;
    int reports = 0;
    w.config.on_call = [&](feishu::call_report const& call) {
        if (++reports == 1 && call.failure)
            (void)client->call(fakes::get_one);
    };
    w.script->tokens = {fakes::code_reply(10014), fakes::token_reply("t-1")};
    client = std::make_unique<feishu::client>(w.config);
    BOOST_TEST(!client->call(fakes::get_one));
    BOOST_TEST(reports == 2);
    BOOST_TEST(w.script->seen_calls().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_message_that_a_custom_bot_refuses_to_send_is_reported) {
    observed_world w;
    feishu::custom_bot const bot{
        {.url = "https://open.feishu.cn/open-apis/bot/v2/hook/hook-token", .network = w.config}};
    BOOST_TEST(!bot.send(feishu::text{std::string(21 * 1024, 'x')}, {.traceparent = traced}));
    BOOST_TEST_REQUIRE(w.reports.size() == 1u);
    BOOST_TEST(w.reports[0].facts.endpoint == "bot.v2.hook.send");
    BOOST_TEST((w.reports[0].facts.failure == error_kind::validation));
    BOOST_TEST(w.reports[0].traceparent == traced);
    BOOST_TEST(bot.client().counters().failed == 1u);
    BOOST_TEST(w.script->seen().empty());
    w.script->calls = {{.body = R"({"code":0,"msg":"success","data":{}})"}};
    BOOST_TEST(bot.send(feishu::text{"x"}).has_value());
    BOOST_TEST(w.reports.size() == 2u);
}

// Of whatever the client reports and logs: failures, retries, skipped members, a throwing hook.
BOOST_AUTO_TEST_CASE(neither_reports_nor_lines_have_secrets_or_values) {
    observed_world w;
    w.config.retry = {.max_attempts = 2, .base_delay = 1ms, .max_delay = 1ms};
    w.config.clock = nullptr; // a wait needs one that runs
    std::string texts;
    w.config.on_call = [&](feishu::call_report const& call) {
        ((texts += call.endpoint) += call.log_id) += call.traceparent;
        throw std::runtime_error("a hook's own text");
    };
    auto const echo = [](int status, std::string const& rest) {
        return fakes::reply{.status = status,
                            .body =
                                R"({"code":)" + rest + R"(,"msg":"t-1 om_secret very-secret hook-token"})"};
    };
    w.script->calls = {echo(429, "99991400"), echo(200, R"(0,"data":{"items":{"om_secret":1}})")};
    auto const client = w.client();
    (void)client.call(im::message::get{.message_id = "om_secret"});
    w.script->calls = {echo(429, "99991400"), echo(400, "230001")};
    (void)client.as(feishu::user_token{"u-secret"}).call(im::message::get{.message_id = "om_secret"});
    w.script->calls = {echo(429, "11232"), echo(400, "19024")};
    feishu::custom_bot const bot{{.url = "https://open.feishu.cn/open-apis/bot/v2/hook/hook-token",
                                  .secret = "sign-secret",
                                  .network = w.config}};
    (void)bot.send(feishu::text{"private text"});
    BOOST_TEST(w.lines.size() > 3u);
    for (auto const& line : w.lines)
        texts += line.second + '\n';
    for (std::string_view const secret :
         {"t-1", "very-secret", "om_secret", "u-secret", "hook-token", "sign-secret", "private text"})
        BOOST_TEST(texts.find(secret) == texts.npos, secret << " is in " << texts);
}

BOOST_AUTO_TEST_CASE(bytes_and_reuse_are_those_of_the_connection) {
    test::scripted_server server(
        {{test::answer_all(test::ok(R"({"code":0,"tenant_access_token":"t-1","expire":7200})"))}});
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
    BOOST_TEST(w.reports[1].facts.bytes_received ==
               test::ok(R"({"code":0,"tenant_access_token":"t-1","expire":7200})").size());
}

BOOST_AUTO_TEST_CASE(a_trace_context_is_sent_as_it_is) {
    observed_world w;
    std::string sent;
    w.script->on_request = [&](feishu::http::request const& r) {
        if (!fakes::is_token_request(r))
            sent = std::string(feishu::http::find_header(r.headers, "traceparent")) + ' ' +
                   std::string(feishu::http::find_header(r.headers, "tracestate"));
    };
    (void)w.client().call(fakes::get_one,
                          {.traceparent = traced, .tracestate = "congo=t61rcWkgMzE,rojo=00f067aa0ba902b7"});
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
        {traced, "_a=b"},
        {traced, "a=b\tc"},
        {traced, "a=b\x7f"},
        {traced, std::string("a=b\0c", 5)},
        {traced, "a=" + std::string(600, 'x')}};
    for (auto const& [parent, state] : malformed) {
        observed_world w;
        auto const done = w.client().call(fakes::get_one, {.traceparent = parent, .tracestate = state});
        BOOST_TEST_REQUIRE(!done, parent << " and " << state);
        BOOST_TEST((done.error().kind == error_kind::validation));
        BOOST_TEST(w.script->seen().empty());
        BOOST_TEST_REQUIRE(w.reports.size() == 1u);
        BOOST_TEST(w.reports[0].traceparent == (parent == traced ? traced : ""));
    }
}

BOOST_AUTO_TEST_CASE(a_received_tracestate_with_blanks_and_empty_entries_is_passed_on) {
    for (std::string const state : {"a=b , c=d", "a=b,\tc=d", "a=b,,c=d", "a@b=c d", "0a=1"}) {
        observed_world w;
        std::string sent;
        w.script->on_request = [&](feishu::http::request const& r) {
            sent = feishu::http::find_header(r.headers, "tracestate");
        };
        BOOST_TEST(
            w.client()
                .call(im::message::get{.message_id = "om_1"}, {.traceparent = traced, .tracestate = state})
                .has_value(),
            state);
        BOOST_TEST(sent == state);
    }
}

BOOST_AUTO_TEST_CASE(without_a_trace_context_no_field_is_sent) {
    observed_world w;
    bool sent = false;
    w.script->on_request = [&](feishu::http::request const& r) {
        for (auto const& field : r.headers)
            sent = sent || field.name.starts_with("trace");
    };
    (void)w.client().call(fakes::get_one);
    BOOST_TEST(!sent);
}

BOOST_AUTO_TEST_CASE(a_download_with_a_malformed_trace_context_creates_no_file) {
    observed_world w;
    auto const folder = std::filesystem::temp_directory_path() / "feishu-no-such-folder";
    auto const got = w.client().download(im::image::get{.image_key = "img_1"},
                                         feishu::to_path((folder / "a").string()), {.traceparent = "x"});
    BOOST_TEST_REQUIRE(!got);
    BOOST_TEST((got.error().kind == error_kind::validation)); // not that of the folder, which is missing
    BOOST_TEST(got.error().field == "traceparent");
    BOOST_TEST(w.reports.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
