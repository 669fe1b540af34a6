#include <feishu/client.hpp>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/im/v1/message.hpp>

#include "fakes.hpp"

namespace {

using namespace std::chrono_literals;
using namespace fakes;
namespace im = feishu::im::v1;
using feishu::error;
using feishu::error_kind;


template <class T>
error failure(feishu::result<T> const& r) {
    BOOST_TEST_REQUIRE(r.has_error());
    return r.error();
}

// The response to a message that was sent.
fakes::reply sent_reply() { return data_reply(R"({"message_id":"om_1"})"); }

// An endpoint of the accounts host, at which the app authenticates itself.
struct device_start {
    static constexpr feishu::endpoint_spec spec{.id = "oauth.v1.device.start",
                                                .method = feishu::verb::post,
                                                .host = feishu::host::accounts,
                                                .path = "/oauth/v1/device",
                                                .body = feishu::body_format::form,
                                                .basic_auth = true,
                                                .envelope = feishu::envelope::flat};
    feishu::field::required<std::string> scope;
    struct response {
        std::string device_code;
        std::string error; // OAuth 2.0: a success needs no code
    };
};
BOOST_DESCRIBE_STRUCT(device_start, (), (scope))
BOOST_DESCRIBE_STRUCT(device_start::response, (), (device_code, error))

BOOST_AUTO_TEST_SUITE(client_call)

BOOST_AUTO_TEST_CASE(basic_auth_sends_the_credentials_of_the_app_and_needs_no_token) {
    world w;
    w.script->calls = {{.body = R"({"device_code":"d-1"})"}};
    feishu::host asked{};
    w.script->on_request = [&](feishu::http::request const& r) { asked = r.host; };
    auto const r = w.client.call(device_start{.scope = "im:message"});
    BOOST_TEST(r.value().device_code == "d-1");
    BOOST_TEST((asked == feishu::host::accounts));
    BOOST_TEST_REQUIRE(w.script->seen().size() == 1u);
    BOOST_TEST(w.script->seen()[0].line == "POST /oauth/v1/device");
    BOOST_TEST(w.script->seen()[0].authorization == "Basic Y2xpXzE6dmVyeS1zZWNyZXQ=");
    BOOST_TEST(w.script->seen()[0].body == "scope=im%3Amessage");
}

BOOST_AUTO_TEST_CASE(an_oauth_error_of_a_flat_response_is_an_error) {
    world w;
    w.script->calls = {
        {.status = 400, .body = R"({"error":"invalid_client","error_description":"unknown app"})"}};
    auto const e = failure(w.client.call(device_start{.scope = "im:message"}));
    BOOST_TEST((e.kind == error_kind::api));
    BOOST_TEST(e.message == "invalid_client: unknown app");
}

BOOST_AUTO_TEST_CASE(a_call_fetches_a_token_and_sends_it) {
    world w;
    w.script->calls = {data_reply(R"({"items":[{"message_id":"om_1"}]})")};
    auto const r = w.client.call(get_one);
    BOOST_TEST(r.value().items.at(0).message_id == "om_1");
    auto const seen = w.script->seen();
    BOOST_TEST_REQUIRE(seen.size() == 2u);
    BOOST_TEST(seen[0].line == "POST /open-apis/auth/v3/tenant_access_token/internal");
    BOOST_TEST(seen[0].authorization == "");
    BOOST_TEST(seen[0].body == R"({"app_id":"cli_1","app_secret":"very-secret"})");
    BOOST_TEST(seen[1].line == "GET /open-apis/im/v1/messages/om_1?user_id_type=open_id");
    BOOST_TEST(seen[1].authorization == "Bearer t-1");
}

BOOST_AUTO_TEST_CASE(later_calls_use_the_same_token) {
    world w;
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(w.client.call(get_one).has_value());
    BOOST_TEST(w.script->seen_tokens().size() == 1u);
    BOOST_TEST(w.script->seen_calls().size() == 5u);
}

BOOST_AUTO_TEST_CASE(copies_of_a_client_share_the_token) {
    world w;
    auto const copy = w.client;
    BOOST_TEST(w.client.call(get_one).has_value());
    BOOST_TEST(copy.call(get_one).has_value());
    BOOST_TEST(w.script->seen_tokens().size() == 1u);
}

BOOST_AUTO_TEST_CASE(eight_threads_fetch_one_token) {
    world w;
    w.script->on_request = [](feishu::http::request const& r) {
        if (is_token_request(r)) // long enough for the other threads to wait
            std::this_thread::yield();
    };
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 25; ++i)
                failed += w.client.call(get_one) ? 0 : 1;
        });
    for (auto& t : threads)
        t.join();
    BOOST_TEST(failed == 0);
    BOOST_TEST(w.script->seen_tokens().size() == 1u);
    BOOST_TEST(w.script->seen_calls().size() == 200u);
}

BOOST_AUTO_TEST_CASE(threads_that_wait_for_a_token_get_it) {
    world w;
    std::atomic<int> arrived = 0;
    w.script->on_request = [&](feishu::http::request const& r) {
        while (is_token_request(r) && arrived < 8)
            std::this_thread::yield();
    };
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            ++arrived;
            failed += w.client.call(get_one) ? 0 : 1;
        });
    for (auto& t : threads)
        t.join();
    BOOST_TEST(failed == 0);
    BOOST_TEST(w.script->seen_tokens().size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_api_error_reaches_the_caller) {
    world w;
    w.script->calls = {code_reply(230002)};
    auto const e = failure(w.client.call(get_one));
    BOOST_TEST((e.kind == error_kind::api));
    BOOST_TEST((e.symbol() == feishu::errc::bot_not_in_chat));
    BOOST_TEST(e.endpoint == "im.v1.message.get");
}

BOOST_AUTO_TEST_CASE(a_request_that_breaks_a_rule_is_not_sent) {
    world w;
    auto const e = failure(w.client.call(im::message::get{.message_id = ""}));
    BOOST_TEST((e.kind == error_kind::validation));
    BOOST_TEST(e.field == "message_id");
    BOOST_TEST(w.script->seen().empty());
}

BOOST_AUTO_TEST_CASE(an_endpoint_without_a_token_is_called_without_one) {
    world w;
    w.script->tokens = {token_reply("t-9")};
    auto const r = w.client.call(
        feishu::auth::v3::tenant_access_token::internal{.app_id = "cli_2", .app_secret = "other"});
    BOOST_TEST(r.value().tenant_access_token == "t-9");
    BOOST_TEST(w.script->seen().size() == 1u);
    BOOST_TEST(w.script->seen()[0].authorization == "");
}

BOOST_AUTO_TEST_CASE(a_user_token_is_sent_as_it_is) {
    world w;
    BOOST_TEST(w.client.as({"u-1"}).call(get_one).has_value());
    BOOST_TEST(w.script->seen_tokens().empty());
    BOOST_TEST(w.script->seen_calls().at(0).authorization == "Bearer u-1");
}

BOOST_AUTO_TEST_CASE(msg_type_comes_from_typed_content) {
    world w;
    w.script->calls = {sent_reply()};
    BOOST_TEST(w.client.call(im::message::send(feishu::chat_id("oc_1"), feishu::text("hi"))).has_value());
    BOOST_TEST(w.script->seen_calls().at(0).body.find(R"("msg_type":"text")") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_uuid_is_filled_in_and_differs_from_call_to_call) {
    world w;
    w.script->calls = {sent_reply()};
    auto const request = im::message::send(feishu::chat_id("oc_1"), feishu::text("hi"));
    BOOST_TEST(w.client.call(request).has_value());
    BOOST_TEST(w.client.call(request).has_value());
    auto const uuid = [&](std::size_t call) {
        auto const body = w.script->seen_calls().at(call).body;
        return body.substr(body.find(R"("uuid":")") + 8, 33);
    };
    BOOST_TEST(uuid(0).size() == 33u);
    BOOST_TEST(uuid(0).find_first_not_of("0123456789abcdef") == 32u);
    BOOST_TEST(uuid(0) != uuid(1));
}

std::string uuid_of(std::string const& body) {
    auto const from = body.find(R"("uuid":")") + 8;
    return body.substr(from, body.find('"', from) - from);
}

BOOST_AUTO_TEST_CASE(a_completed_request_has_one_uuid_however_often_it_is_called) {
    world w;
    w.script->calls = {failed_reply({.kind = error_kind::timeout, .message = "late"}), sent_reply()};
    auto const request = feishu::completed(im::message::send(feishu::chat_id("oc_1"), feishu::text("paid")));
    auto const first = failure(w.client.call(request));
    BOOST_TEST(first.retryable());
    BOOST_TEST(w.client.call(request).has_value());
    auto const calls = w.script->seen_calls();
    BOOST_TEST(uuid_of(calls.at(0).body).size() == 32u);
    BOOST_TEST(calls.at(0).body == calls.at(1).body);
}

BOOST_AUTO_TEST_CASE(completing_twice_changes_nothing) {
    auto const once = feishu::completed(im::message::send(feishu::chat_id("oc_1"), feishu::text("paid")));
    BOOST_TEST(feishu::completed(once).uuid.value() == once.uuid.value());
    auto given = im::message::send(feishu::chat_id("oc_1"), feishu::text("paid"));
    given.uuid = "mine";
    BOOST_TEST(feishu::completed(given).uuid.value() == "mine");
}

BOOST_AUTO_TEST_CASE(a_completed_request_has_what_follows_from_its_other_members) {
    auto const request = feishu::completed(im::message::send(feishu::chat_id("oc_1"), feishu::text("paid")));
    BOOST_TEST(request.msg_type.value().str() == "text");
}

BOOST_AUTO_TEST_CASE(a_request_without_a_uuid_member_can_be_completed_too) {
    BOOST_TEST(feishu::completed(get_one).message_id.value() == "om_1");
}

BOOST_AUTO_TEST_CASE(a_call_with_a_generated_uuid_is_not_retryable_once_it_may_have_been_sent) {
    world w;
    w.script->calls = {failed_reply({.kind = error_kind::transport, .message = "lost"})};
    auto const request = im::message::send(feishu::chat_id("oc_1"), feishu::text("paid"));
    BOOST_TEST(!failure(w.client.call(request)).retryable());
    BOOST_TEST(failure(w.client.call(feishu::completed(request))).retryable());
}

BOOST_AUTO_TEST_CASE(forked_processes_generate_different_uuids) {
    auto const draw = [] {
        return std::string(
            *feishu::completed(im::message::send(feishu::chat_id("oc_1"), feishu::text("x"))).uuid);
    };
    (void)draw(); // initializes the generator before the fork
    std::vector<std::string> drawn;
    for (int child = 0; child < 2; ++child) {
        int ends[2];
        BOOST_TEST_REQUIRE(::pipe(ends) == 0);
        auto const pid = ::fork();
        if (pid == 0) {
            auto const uuid = draw();
            ::_exit(::write(ends[1], uuid.data(), uuid.size()) == 32 ? 0 : 1);
        }
        BOOST_TEST_REQUIRE(pid > 0);
        std::string uuid(32, ' ');
        BOOST_TEST(::read(ends[0], uuid.data(), uuid.size()) == 32);
        int status = 0;
        ::waitpid(pid, &status, 0);
        ::close(ends[0]);
        ::close(ends[1]);
        drawn.push_back(uuid);
    }
    drawn.push_back(draw());
    BOOST_TEST(drawn[0] != drawn[1]);
    BOOST_TEST(drawn[0] != drawn[2]);
    BOOST_TEST(drawn[1] != drawn[2]);
}

BOOST_AUTO_TEST_CASE(a_message_that_was_sent_without_an_id_in_the_response_is_a_decode_error) {
    world w; // whose responses have no data
    auto const e = failure(w.client.call(im::message::send(feishu::chat_id("oc_1"), feishu::text("hi"))));
    BOOST_TEST((e.kind == error_kind::decode));
    BOOST_TEST(e.field == "message_id");
    BOOST_TEST(e.may_have_executed);
    BOOST_TEST(!e.retryable());
}

BOOST_AUTO_TEST_CASE(a_given_uuid_is_kept) {
    world w;
    w.script->calls = {sent_reply()};
    auto request = im::message::send(feishu::chat_id("oc_1"), feishu::text("hi"));
    request.uuid = "mine";
    BOOST_TEST(w.client.call(request).has_value());
    BOOST_TEST(w.script->seen_calls().at(0).body.find(R"("uuid":"mine")") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_invalid_base_url_is_the_error_of_every_call) {
    feishu::client const client{{.app_id = "cli_1", .app_secret = "s", .base_url = "not a url"}};
    for (int i = 0; i < 2; ++i) {
        auto const e = failure(client.call(get_one));
        BOOST_TEST(e.endpoint == "im.v1.message.get");
        BOOST_TEST(e.message.find("base_url") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_client_provides_its_connection_settings) {
    auto const clock = std::make_shared<fakes::clock>();
    feishu::client const client{{.app_id = "cli_1",
                                 .app_secret = "s",
                                 .base_url = "http://localhost:1/",
                                 .ca_pem = "",
                                 .proxy = "http://proxy:3128",
                                 .user_agent = "my-bot/2.1",
                                 .connect_timeout = 7s,
                                 .clock = clock}};
    auto const settings = client.connection_settings();
    BOOST_TEST(settings.app_id == "cli_1");
    BOOST_TEST(settings.app_secret == "s");
    BOOST_TEST(settings.network.base_url == "http://localhost:1/");
    BOOST_TEST(settings.network.proxy == "http://proxy:3128");
    BOOST_TEST(settings.network.user_agent == "my-bot/2.1");
    BOOST_TEST((settings.network.connect_timeout == 7s));
    BOOST_TEST(settings.clock == clock);
    BOOST_TEST((settings.transport == nullptr)); // one is made from the network's settings
}

BOOST_AUTO_TEST_CASE(a_client_provides_its_custom_transport) {
    auto const custom = std::make_shared<fakes::transport>(std::make_shared<fakes::script>());
    feishu::client const client{{.app_id = "cli_1", .app_secret = "s", .transport = custom}};
    BOOST_TEST((client.connection_settings().transport == custom));
    BOOST_TEST((client.connection_settings().clock != nullptr));
}

BOOST_AUTO_TEST_CASE(the_size_limit_reaches_the_transport) {
    auto const script = std::make_shared<fakes::script>();
    feishu::client const client{{.app_id = "cli_1",
                                 .app_secret = "s",
                                 .max_response_bytes = 77,
                                 .transport = std::make_shared<fakes::transport>(script)}};
    BOOST_TEST(client.call(get_one).has_value());
    BOOST_TEST(script->seen_calls().at(0).options.max_response_bytes == 77u);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(client_token)

BOOST_AUTO_TEST_CASE(a_refused_token_is_fetched_again_once) {
    world w;
    w.script->tokens = {token_reply("t-1"), token_reply("t-2")};
    w.script->calls = {code_reply(99991663), data_reply("{}")};
    BOOST_TEST(w.client.call(get_one).has_value());
    auto const calls = w.script->seen_calls();
    BOOST_TEST_REQUIRE(calls.size() == 2u);
    BOOST_TEST(calls[0].authorization == "Bearer t-1");
    BOOST_TEST(calls[1].authorization == "Bearer t-2");
}

BOOST_AUTO_TEST_CASE(a_token_that_is_refused_again_is_an_error) {
    world w;
    w.script->tokens = {token_reply("t-1"), token_reply("t-2"), token_reply("t-3")};
    w.script->calls = {code_reply(99991663)};
    auto const e = failure(w.client.call(get_one));
    BOOST_TEST((e.kind == error_kind::auth));
    BOOST_TEST((e.symbol() == feishu::errc::tenant_token_invalid));
    BOOST_TEST(w.script->seen_calls().size() == 2u);
    BOOST_TEST(w.script->seen_tokens().size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_wrong_secret_is_an_auth_error_that_does_not_show_it) {
    world w;
    w.script->tokens = {code_reply(10014, 200)};
    auto const e = failure(w.client.call(get_one));
    BOOST_TEST((e.kind == error_kind::auth));
    BOOST_TEST(e.code == 10014);
    BOOST_TEST(!e.may_have_executed);
    BOOST_TEST(e.to_string().find("very-secret") == std::string::npos);
    BOOST_TEST(w.script->seen_calls().empty());
}

BOOST_AUTO_TEST_CASE(a_lost_token_request_means_the_call_was_not_executed) {
    world w;
    w.script->tokens = {
        failed_reply({.kind = error_kind::transport, .message = "lost", .may_have_executed = true})};
    auto const e = failure(w.client.call(get_one));
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE(a_response_without_a_token_is_a_decode_error) {
    for (auto const& reply :
         {token_reply(""), token_reply("t-1", 0), fakes::reply{.body = R"({"code":0})"}}) {
        world w;
        w.script->tokens = {reply};
        BOOST_TEST((failure(w.client.call(get_one)).kind == error_kind::decode));
    }
}

BOOST_AUTO_TEST_CASE(missing_credentials_are_a_validation_error) {
    auto const script = std::make_shared<fakes::script>();
    auto const transport = std::make_shared<fakes::transport>(script);
    auto const no_id = failure(feishu::client({.app_secret = "s", .transport = transport}).call(get_one));
    auto const no_secret = failure(feishu::client({.app_id = "cli_1", .transport = transport}).call(get_one));
    BOOST_TEST((no_id.kind == error_kind::validation));
    BOOST_TEST(no_id.field == "app_id");
    BOOST_TEST(no_secret.field == "app_secret");
    BOOST_TEST(script->seen().empty());
}

BOOST_AUTO_TEST_CASE(a_token_near_its_expiry_is_renewed) {
    world w;
    w.script->tokens = {token_reply("t-1"), token_reply("t-2")};
    BOOST_TEST(w.client.call(get_one).has_value());
    w.clock->advance(1h + 55min);
    BOOST_TEST(w.client.call(get_one).has_value());
    BOOST_TEST(w.script->seen_calls().at(1).authorization == "Bearer t-2");
}

BOOST_AUTO_TEST_CASE(a_hanging_renewal_delays_one_call_by_two_seconds_and_no_others) {
    world w;
    w.script->tokens = {token_reply("t-1"), failed_reply({.kind = error_kind::timeout, .message = "late"})};
    BOOST_TEST(w.client.call(get_one).has_value());
    w.clock->advance(1h + 55min);
    BOOST_TEST(w.client.call(get_one).has_value());
    BOOST_TEST(w.client.call(get_one).has_value());
    BOOST_TEST(w.script->seen_tokens().size() == 2u);
    BOOST_TEST((w.script->seen_tokens().at(1).options.timeout == 2s));
    BOOST_TEST(w.script->seen_calls().at(2).authorization == "Bearer t-1");
}

BOOST_AUTO_TEST_CASE(a_transport_that_throws_is_an_error_and_the_next_call_works) {
    for (bool const for_token : {true, false}) {
        world w;
        w.script->on_request = [&](feishu::http::request const& r) {
            if (is_token_request(r) == for_token)
                throw std::runtime_error("no route");
        };
        auto const e = failure(w.client.call(get_one));
        BOOST_TEST((e.kind == error_kind::transport));
        BOOST_TEST(e.message.find("no route") != std::string::npos);
        BOOST_TEST(e.may_have_executed == !for_token);
        w.script->on_request = [](feishu::http::request const&) { throw 7; };
        BOOST_TEST(failure(w.client.call(get_one)).message.find("unknown exception") != std::string::npos);
        w.script->on_request = {};
        BOOST_TEST(w.client.call(get_one).has_value());
    }
}

BOOST_AUTO_TEST_CASE(a_failed_renewal_leaves_the_previous_token_in_use) {
    world w;
    w.script->tokens = {token_reply("t-1"), code_reply(10014, 200)};
    BOOST_TEST(w.client.call(get_one).has_value());
    w.clock->advance(1h + 55min);
    BOOST_TEST(w.client.call(get_one).has_value());
    BOOST_TEST(w.script->seen_calls().at(1).authorization == "Bearer t-1");
}

BOOST_AUTO_TEST_CASE(a_caller_with_little_time_does_not_fail_the_callers_that_wait_for_its_token) {
    world w;
    std::atomic<bool> first = true;
    std::atomic<bool> second_started = false;
    w.script->tokens = {failed_reply({.kind = error_kind::timeout, .message = "late"}), token_reply("t-2")};
    w.script->on_request = [&](feishu::http::request const& r) {
        if (is_token_request(r) && first.exchange(false))
            while (!second_started)
                std::this_thread::yield();
    };
    std::atomic<bool> hasty_timed_out = false; // Boost.Test's checks are for one thread
    std::atomic<bool> patient_succeeded = false;
    std::thread hasty([&] {
        auto const r = w.client.call(get_one, {.timeout = 1s});
        hasty_timed_out = !r && r.error().kind == error_kind::timeout;
    });
    while (first)
        std::this_thread::yield();
    std::thread patient([&] {
        second_started = true;
        patient_succeeded = w.client.call(get_one).has_value();
    });
    hasty.join();
    patient.join();
    BOOST_TEST(hasty_timed_out);
    BOOST_TEST(patient_succeeded);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(client_deadline)

BOOST_AUTO_TEST_CASE(a_call_has_the_timeout_of_the_client) {
    world w;
    BOOST_TEST(w.client.call(get_one).has_value());
    BOOST_TEST((w.script->seen_calls().at(0).options.timeout == 30s));
}

BOOST_AUTO_TEST_CASE(a_call_may_have_its_own_timeout) {
    world w;
    BOOST_TEST(w.client.call(get_one, {.timeout = 3s}).has_value());
    BOOST_TEST((w.script->seen_tokens().at(0).options.timeout == 3s));
    BOOST_TEST((w.script->seen_calls().at(0).options.timeout == 3s));
}

BOOST_AUTO_TEST_CASE(fetching_the_token_counts_against_the_same_timeout) {
    world w;
    w.script->on_request = [&](feishu::http::request const& r) {
        if (is_token_request(r))
            w.clock->advance(12s);
    };
    BOOST_TEST(w.client.call(get_one).has_value());
    BOOST_TEST((w.script->seen_calls().at(0).options.timeout == 18s));
}

BOOST_AUTO_TEST_CASE(extreme_timeouts_saturate) {
    for (auto const timeout : {std::chrono::milliseconds::max(), std::chrono::milliseconds::max() - 1ms}) {
        world w;
        BOOST_TEST(w.client.call(get_one, {.timeout = timeout}).has_value());
        BOOST_TEST((w.script->seen_calls().at(0).options.timeout > 1h));
    }
    for (auto const timeout : {0ms, -1ms, std::chrono::milliseconds::min()}) {
        world w;
        auto const e = failure(w.client.call(get_one, {.timeout = timeout}));
        BOOST_TEST((e.kind == error_kind::timeout));
        BOOST_TEST(!e.may_have_executed);
        BOOST_TEST(w.script->seen().empty());
    }
    auto const script = std::make_shared<fakes::script>();
    feishu::client const patient{{.app_id = "cli_1",
                                  .app_secret = "s",
                                  .timeout = std::chrono::milliseconds::max(),
                                  .transport = std::make_shared<fakes::transport>(script)}};
    BOOST_TEST(patient.call(get_one).has_value());
}

BOOST_AUTO_TEST_CASE(a_call_without_a_timeout_waits_for_the_token_of_another_call) {
    world w;
    std::atomic<bool> fetching = false;
    std::atomic<bool> waiting = false;
    w.script->on_request = [&](feishu::http::request const& r) {
        fetching = true;
        while (is_token_request(r) && !waiting)
            std::this_thread::yield();
    };
    std::atomic<int> succeeded = 0;
    std::thread first([&] { succeeded += w.client.call(get_one).has_value(); });
    while (!fetching)
        std::this_thread::yield();
    std::thread second([&] {
        waiting = true;
        succeeded += w.client.call(get_one, {.timeout = std::chrono::milliseconds::max()}).has_value();
    });
    first.join();
    second.join();
    BOOST_TEST(succeeded == 2);
}

BOOST_AUTO_TEST_CASE(a_call_is_not_sent_if_fetching_the_token_used_up_its_timeout) {
    world w;
    w.script->on_request = [&](feishu::http::request const&) { w.clock->advance(30s); };
    auto const e = failure(w.client.call(get_one));
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(!e.may_have_executed);
    BOOST_TEST(w.script->seen_calls().empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(client_pages)

im::message::list const history{.container_id_type = "chat", .container_id = "oc_1"};

std::string page(std::string const& token, std::vector<std::string> const& ids) {
    std::string items;
    for (auto const& id : ids)
        items += (items.empty() ? "" : ",") + (R"({"message_id":")" + id + R"("})");
    return R"({"has_more":)" + std::string(token.empty() ? "false" : "true") + R"(,"page_token":")" + token +
           R"(","items":[)" + items + "]}";
}

std::string ids_of(world& w) {
    std::string ids;
    for (auto const& m : w.client.pages(history))
        ids += m.message_id.str() + ' ';
    return ids;
}

BOOST_AUTO_TEST_CASE(items_of_all_pages_come_one_after_the_other_an_empty_page_too) {
    world w;
    w.script->calls = {data_reply(page("p2", {"a", "b"})), data_reply(page("p3", {})),
                       data_reply(page("", {"c"}))};
    BOOST_TEST(ids_of(w) == "a b c ");
    auto const calls = w.script->seen_calls();
    BOOST_TEST_REQUIRE(calls.size() == 3u);
    BOOST_TEST(calls[0].line.find("page_token") == std::string::npos);
    BOOST_TEST(calls[1].line.ends_with("&page_token=p2"));
    BOOST_TEST(calls[2].line.ends_with("&page_token=p3"));
}

BOOST_AUTO_TEST_CASE(the_next_page_is_fetched_when_it_is_needed) {
    world w;
    w.script->calls = {data_reply(page("p2", {"a", "b"})), data_reply(page("", {"c"}))};
    auto pages = w.client.pages(history);
    BOOST_TEST(w.script->seen_calls().empty());
    auto it = pages.begin();
    ++it;
    BOOST_TEST(w.script->seen_calls().size() == 1u);
    ++it;
    BOOST_TEST(w.script->seen_calls().size() == 2u);
    BOOST_TEST(it->message_id == "c");
}

BOOST_AUTO_TEST_CASE(no_items_at_all_is_an_empty_range) {
    world w;
    w.script->calls = {data_reply(page("", {}))};
    BOOST_TEST(ids_of(w) == "");
}

BOOST_AUTO_TEST_CASE(a_repeated_page_token_is_an_error_and_not_an_endless_loop) {
    world w;
    w.script->calls = {data_reply(page("p2", {"a"}))};
    BOOST_CHECK_EXCEPTION(ids_of(w), feishu::exception, [](feishu::exception const& thrown) {
        return thrown.error().kind == error_kind::decode && thrown.error().field == "page_token" &&
               thrown.error().message == "has_more is true but page_token is empty or repeated" &&
               thrown.error().endpoint == "im.v1.message.list";
    });
    BOOST_TEST(w.script->seen_calls().size() == 2u);
}

BOOST_AUTO_TEST_CASE(more_without_a_page_token_is_an_error_after_the_items) {
    world w;
    w.script->calls = {data_reply(R"({"has_more":true,"items":[{"message_id":"a"}]})")};
    auto pages = w.client.pages(history);
    auto const items = pages.next_page().value().value();
    BOOST_TEST_REQUIRE(items.size() == 1u);
    BOOST_TEST(items[0].message_id == "a");
    BOOST_TEST(pages.next_page().error().field == "page_token");
    BOOST_TEST(!pages.next_page().value().has_value());
    BOOST_TEST(w.script->seen_calls().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_failing_page_is_thrown) {
    world w;
    w.script->calls = {data_reply(page("p2", {"a"})), code_reply(230002)};
    BOOST_CHECK_EXCEPTION(ids_of(w), feishu::exception,
                          [](auto const& thrown) { return thrown.error().code == 230002; });
}

BOOST_AUTO_TEST_CASE(next_page_gives_pages_without_exceptions) {
    world w;
    w.script->calls = {data_reply(page("p2", {"a"})), data_reply(page("", {"b", "c"}))};
    auto pages = w.client.pages(history);
    BOOST_TEST(pages.next_page().value()->size() == 1u);
    BOOST_TEST(pages.next_page().value()->size() == 2u);
    BOOST_TEST(!pages.next_page().value().has_value());
    BOOST_TEST(w.script->seen_calls().size() == 2u);
}

BOOST_AUTO_TEST_CASE(pages_on_a_users_behalf_use_the_users_token) {
    world w;
    w.script->calls = {data_reply(page("p2", {"a"})), data_reply(page("", {"b"}))};
    std::size_t count = 0;
    for ([[maybe_unused]] auto const& m : w.client.as({"u-1"}).pages(history))
        ++count;
    BOOST_TEST(count == 2u);
    for (auto const& call : w.script->seen_calls())
        BOOST_TEST(call.authorization == "Bearer u-1");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
