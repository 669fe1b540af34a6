// Which requests a webhook accepts and which it rejects.

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/impl/crypto.hpp>
#include <feishu/event/webhook.hpp>

#include "dispatching.hpp"

using namespace dispatching;
using feishu::webhook_request;
using feishu::webhook_response;
using receive_v1 = feishu::im::v1::message::receive_v1;
using action_trigger = feishu::card::action_trigger;
namespace crypto = feishu::event_crypto;

namespace {

std::string const now = "1700000000";
crypto::iv const first_block{9, 8, 7};

std::string encrypted(std::string const& plain, std::string const& key = "e-key") {
    return R"({"encrypt": ")" + crypto::encrypt(key, plain, first_block) + "\"}";
}

webhook_request unsigned_request(std::string body) {
    return {.method = "POST", .headers = {{"Content-Type", "application/json"}}, .body = std::move(body)};
}

webhook_request signed_request(std::string body, std::string const& timestamp = now,
                               std::string const& nonce = "nonce", std::string const& key = "e-key") {
    auto out = unsigned_request(std::move(body));
    out.headers.push_back({"X-Lark-Request-Timestamp", timestamp});
    out.headers.push_back({"X-Lark-Request-Nonce", nonce});
    out.headers.push_back({"X-Lark-Signature", crypto::signature(timestamp, nonce, key, out.body)});
    return out;
}

std::string old_card() { return R"({"open_id":"ou_1","token":"c-1","action":{"value":{"a":"b"}}})"; }

webhook_request old_card_request(std::string const& token) {
    auto out = signed_request(old_card());
    out.headers.back().value = crypto::card_signature(now, "nonce", token, out.body);
    return out;
}

std::string challenge(std::string const& token = "v-token") {
    return R"({"challenge":"a \"challenge\"","token":")" + token + R"(","type":"url_verification"})";
}

std::string content_type(webhook_response const& response) {
    return std::string(feishu::http::find_header(response.headers, "content-type"));
}

// A custom struct for legacy card callbacks.
struct old_action {
    static constexpr feishu::event_spec spec{.id = "old_action", .type = feishu::old_card_type};
    struct action_data {
        std::map<std::string, std::string> value;
    };
    struct response {
        std::string echo;
    };
    feishu::open_id open_id;
    action_data action;
};
BOOST_DESCRIBE_STRUCT(old_action::action_data, (), (value))
BOOST_DESCRIBE_STRUCT(old_action::response, (), (echo))
BOOST_DESCRIBE_STRUCT(old_action, (), (open_id, action))

// A webhook whose clock is set to `now`; handlers run at once.
struct hooked {
    explicit hooked(std::function<void(feishu::event_options&)> const& change = {}) {
        auto options = world.options();
        options.executor = [](std::function<void()> job) { job(); };
        if (change)
            change(options);
        on.emplace(std::move(options));
        on->handle<receive_v1>([this](auto const& e) {
            got.push_back(e.event.message.message_id.str());
            if (fails)
                throw std::runtime_error("out of luck");
        });
        hook.emplace(*on, feishu::webhook_options{.max_body_bytes = 10'000, .now = [this] { return time; }});
    }

    webhook_response send(webhook_request request) { return hook->handle(std::move(request)); }
    // Rejected with this status, an empty response and one log line.
    bool rejects(webhook_request request, int status) {
        auto const lines = world.log.size();
        auto const handled = got.size();
        auto const response = send(std::move(request));
        BOOST_TEST(response.status == status);
        BOOST_TEST(response.body.empty());
        BOOST_TEST(world.log.size() == lines + 1);
        for (auto const* secret : {"e-key", "v-token", "w-token"})
            BOOST_TEST((world.log.back().find(secret) == std::string::npos));
        return response.status == status && response.body.empty() && got.size() == handled;
    }

    bench world;
    std::chrono::system_clock::time_point time{std::chrono::seconds(1'700'000'000)};
    std::optional<feishu::event_dispatcher> on;
    std::optional<feishu::webhook> hook;
    std::vector<std::string> got;
    bool fails = false;
};

void without_key(feishu::event_options& options) { options.encrypt_key.clear(); }
void without_token(feishu::event_options& options) { options.verification_token.clear(); }

} // namespace

BOOST_AUTO_TEST_SUITE(webhook)

BOOST_AUTO_TEST_CASE(an_encrypted_and_signed_event_is_handled) {
    hooked it;
    auto const response = it.send(signed_request(encrypted(message_event("e1", "om_7"))));
    BOOST_TEST(response.status == 200);
    BOOST_TEST(response.body == "{}");
    BOOST_TEST(content_type(response) == "application/json; charset=utf-8");
    BOOST_REQUIRE(it.got.size() == 1u);
    BOOST_TEST(it.got[0] == "om_7");
}

BOOST_AUTO_TEST_CASE(a_plain_event_with_the_token_is_handled_when_there_is_no_encrypt_key) {
    hooked it(without_key);
    BOOST_TEST(it.send(unsigned_request(message_event("e1"))).status == 200);
    BOOST_TEST(it.got.size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_response_to_a_callback_is_its_handlers_result) {
    hooked it;
    it.on->handle<action_trigger>([](auto const&) { return feishu::card::toast{"saved"}; });
    BOOST_TEST(it.send(signed_request(encrypted(card_event("e1")))).body ==
               R"({"toast":{"type":"info","content":"saved"}})");
}

BOOST_AUTO_TEST_CASE(a_challenge_gets_its_response_though_it_is_not_signed) {
    hooked it;
    auto const response = it.send(unsigned_request(encrypted(challenge())));
    BOOST_TEST(response.status == 200);
    BOOST_TEST(response.body == R"({"challenge":"a \"challenge\""})");
    BOOST_TEST(it.send(unsigned_request(challenge())).status == 200);
}

BOOST_AUTO_TEST_CASE(a_challenge_with_a_wrong_token_is_rejected) {
    hooked it;
    BOOST_TEST(it.rejects(unsigned_request(encrypted(challenge("w-token"))), 403));
    BOOST_TEST(it.rejects(unsigned_request(challenge("w-token")), 403));
}

BOOST_AUTO_TEST_CASE(an_unverifiable_challenge_is_rejected) {
    hooked it(without_token);
    BOOST_TEST(it.rejects(unsigned_request(challenge()), 403));
    BOOST_TEST(it.send(unsigned_request(encrypted(challenge()))).status == 200);
}

BOOST_AUTO_TEST_CASE(header_names_are_compared_without_case) {
    hooked it;
    auto request = signed_request(encrypted(message_event("e1")));
    for (auto& header : request.headers)
        for (auto& c : header.name)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    BOOST_TEST(it.send(request).status == 200);
}

BOOST_AUTO_TEST_CASE(a_forged_signature_is_rejected) {
    hooked it;
    auto request = signed_request(encrypted(message_event("e1")));
    auto& signature = request.headers.back().value;
    signature.back() = signature.back() == '0' ? '1' : '0';
    BOOST_TEST(it.rejects(request, 403));
}

BOOST_AUTO_TEST_CASE(a_signature_of_another_body_is_rejected) {
    hooked it;
    auto request = signed_request(encrypted(message_event("e1")));
    request.body = encrypted(message_event("e2"));
    BOOST_TEST(it.rejects(request, 403));
}

BOOST_AUTO_TEST_CASE(an_accepted_request_is_rejected_when_it_is_replayed) {
    hooked it;
    auto const request = signed_request(encrypted(message_event("e1")));
    BOOST_TEST(it.send(request).status == 200);
    BOOST_TEST(it.rejects(request, 403));
}

BOOST_AUTO_TEST_CASE(an_event_that_is_pushed_again_is_accepted_and_not_handled_again) {
    hooked it;
    it.send(signed_request(encrypted(message_event("e1")), now, "first"));
    BOOST_TEST(it.send(signed_request(encrypted(message_event("e1")), now, "second")).status == 200);
    BOOST_TEST(it.got.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_request_whose_handler_failed_may_be_repeated) {
    hooked it;
    it.fails = true;
    auto const request = signed_request(encrypted(message_event("e1")));
    BOOST_TEST(it.send(request).status == 500);
    it.fails = false;
    BOOST_TEST(it.send(request).status == 200);
    BOOST_TEST(it.got.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_truncated_body_is_rejected) {
    hooked it;
    auto const whole = encrypted(message_event("e1"));
    auto request = signed_request(whole);
    request.body.resize(whole.size() / 2);
    BOOST_TEST(it.rejects(request, 400));
    auto const shorter = whole.substr(0, whole.size() - 6) + "\"}"; // JSON again
    BOOST_TEST(it.rejects(signed_request(shorter), 403));
}

BOOST_AUTO_TEST_CASE(a_reserialized_body_is_rejected) {
    hooked it;
    auto request = signed_request(encrypted(message_event("e1")));
    auto const again = boost::json::serialize(boost::json::parse(request.body));
    BOOST_REQUIRE(again != request.body);
    request.body = again;
    BOOST_TEST(it.rejects(request, 403));
}

BOOST_AUTO_TEST_CASE(a_body_above_the_limit_is_rejected) {
    hooked it;
    BOOST_TEST(it.rejects(signed_request(encrypted(message_event("e1")) + std::string(10'000, ' ')), 413));
}

BOOST_AUTO_TEST_CASE(another_encrypt_key_is_rejected) {
    hooked it;
    auto const body = encrypted(message_event("e1"), "w-key");
    BOOST_TEST(it.rejects(signed_request(body, now, "nonce", "w-key"), 403));
    BOOST_TEST(it.rejects(signed_request(body), 403));
    BOOST_TEST(it.rejects(unsigned_request(encrypted(challenge(), "w-key")), 403));
}

BOOST_AUTO_TEST_CASE(a_wrong_verification_token_is_rejected) {
    hooked it;
    BOOST_TEST(it.rejects(signed_request(encrypted(message_event("e1", "om_1", "w-token"))), 403));
    hooked plain(without_key);
    BOOST_TEST(plain.rejects(unsigned_request(message_event("e1", "om_1", "w-token")), 403));
    BOOST_TEST(plain.rejects(unsigned_request(message_event("e1", "om_1", "")), 403));
}

BOOST_AUTO_TEST_CASE(a_request_outside_the_timestamp_window_is_rejected) {
    hooked it;
    auto const at = [](int offset) {
        return signed_request(encrypted(message_event("e1")), std::to_string(1'700'000'000 + offset));
    };
    BOOST_TEST(it.rejects(at(-301), 403));
    BOOST_TEST(it.rejects(at(301), 403));
    BOOST_TEST(it.send(at(-300)).status == 200);
    BOOST_TEST(it.send(at(300)).status == 200);
}

BOOST_AUTO_TEST_CASE(a_timestamp_that_is_not_a_time_is_rejected) {
    hooked it;
    for (auto const* bad : {"soon", "1700000000x", "+1700000000", "99999999999999999999"})
        BOOST_TEST(it.rejects(signed_request(encrypted(message_event("e1")), bad), 403));
}

BOOST_AUTO_TEST_CASE(a_request_without_one_of_the_three_headers_is_rejected) {
    hooked it;
    for (std::size_t i = 1; i <= 3; ++i) {
        auto request = signed_request(encrypted(message_event("e1")));
        request.headers.erase(request.headers.begin() + static_cast<std::ptrdiff_t>(i));
        BOOST_TEST(it.rejects(request, 403));
    }
}

BOOST_AUTO_TEST_CASE(an_event_that_is_not_signed_is_rejected_when_there_is_an_encrypt_key) {
    hooked it;
    BOOST_TEST(it.rejects(unsigned_request(message_event("e1")), 403));
    BOOST_TEST(it.rejects(unsigned_request(encrypted(message_event("e1"))), 403));
}

BOOST_AUTO_TEST_CASE(an_encrypted_event_without_an_encrypt_key_is_rejected) {
    hooked it(without_key);
    BOOST_TEST(it.rejects(signed_request(encrypted(message_event("e1"))), 403));
    BOOST_TEST(it.world.log.back() ==
               "a webhook request is rejected: the body is encrypted and no encrypt_key is configured");
}

BOOST_AUTO_TEST_CASE(a_body_encrypted_twice_or_without_an_event_is_rejected) {
    hooked it;
    BOOST_TEST(it.rejects(signed_request(encrypted(encrypted(message_event("e1")))), 400));
    BOOST_TEST(it.rejects(signed_request(encrypted("hello")), 400));
    BOOST_TEST(it.rejects(signed_request(encrypted("")), 403));
}

BOOST_AUTO_TEST_CASE(a_body_that_is_not_json_is_rejected) {
    hooked it;
    for (auto const* bad : {"", "hello", "{}", "[]", R"({"encrypt":7)"})
        BOOST_TEST(it.rejects(signed_request(bad), 400));
}

BOOST_AUTO_TEST_CASE(other_methods_are_rejected) {
    hooked it;
    auto request = signed_request(encrypted(message_event("e1")));
    request.method = "GET";
    BOOST_TEST(it.rejects(request, 405));
    BOOST_TEST(feishu::http::find_header(it.send(request).headers, "Allow") == "POST");
}

BOOST_AUTO_TEST_CASE(a_legacy_card_callback_is_verified_with_the_token) {
    hooked it;
    std::string got;
    it.on->handle_any([&](feishu::raw_event const& e) { got = e.type + e.json; });
    BOOST_TEST(it.send(old_card_request("v-token")).status == 200);
    BOOST_TEST(got == "card.action.trigger_v1" + old_card());
}

BOOST_AUTO_TEST_CASE(a_legacy_card_callback_can_be_typed_by_a_custom_struct) {
    hooked it;
    it.on->handle<old_action>([](auto const& e) { return old_action::response{e.action.value.at("a")}; });
    BOOST_TEST(it.send(old_card_request("v-token")).body == R"({"echo":"b"})");
}

BOOST_AUTO_TEST_CASE(a_legacy_card_callback_is_rejected_if_forged_replayed_outdated_or_unsigned) {
    hooked it;
    BOOST_TEST(it.rejects(old_card_request("w-token"), 403));
    BOOST_TEST(it.rejects(unsigned_request(old_card()), 403));
    BOOST_TEST(it.send(old_card_request("v-token")).status == 200);
    BOOST_TEST(it.rejects(old_card_request("v-token"), 403));
    it.time += 301s;
    BOOST_TEST(it.rejects(old_card_request("v-token"), 403));
    hooked tokenless(without_token);
    BOOST_TEST(tokenless.rejects(old_card_request(""), 403));
}

BOOST_AUTO_TEST_CASE(the_timestamp_of_a_legacy_card_callback_may_be_a_textual_date) { // case 16
    hooked it;
    it.time =
        std::chrono::system_clock::time_point(std::chrono::seconds(1'668'412'417)); // 2022-11-14T07:53:37Z
    std::string got;
    it.on->handle_any([&](feishu::raw_event const& e) { got = e.tenant_key.str(); });
    auto const request = [](std::string const& timestamp) {
        auto out = unsigned_request(
            R"({"open_id":"ou_1","open_message_id":"om_1","open_chat_id":"oc_1",)"
            R"("tenant_key":"tk","token":"c-1","action":{"value":{"k":"v"},"tag":"button"}})");
        out.headers.push_back({"X-Lark-Request-Timestamp", timestamp});
        out.headers.push_back({"X-Lark-Request-Nonce", "39ef4f6f"});
        out.headers.push_back(
            {"X-Lark-Signature", crypto::card_signature(timestamp, "39ef4f6f", "v-token", out.body)});
        return out;
    };
    BOOST_TEST(it.send(request("Monday, 14-Nov-22 15:53:37 CST")).status == 200);
    BOOST_TEST(got == "tk");
    for (auto const* text : {"Mon, 14 Nov 2022 07:53:37 GMT", "Mon Nov 14 07:53:37 2022", "1668412417",
                             "1668412417000", "1668412417000000"})
        BOOST_TEST(it.send(request(text)).status == 200, text);
    BOOST_TEST(it.rejects(request("Monday, 14-Nov-22 15:58:38 CST"), 403));
    BOOST_TEST(it.rejects(request("Monday, 14-Nov-22 15:48:36 CST"), 403));
    BOOST_TEST(it.world.log.back().ends_with(
        "timestamp outside the allowed window: a replayed request, or a wrong clock"));
    BOOST_TEST(it.rejects(request("Monday, 14-Nov-22 15:53:37"), 403)); // UTC without a time zone: eight hours ahead
    BOOST_TEST(it.rejects(request("some Monday"), 403));
    BOOST_TEST(it.world.log.back() == "a webhook request is rejected: invalid timestamp");
    auto tampered = request("Monday, 14-Nov-22 15:53:38 CST");
    tampered.headers[1].value = "Monday, 14-Nov-22 15:53:39 CST";
    BOOST_TEST(it.rejects(tampered, 403));
}

BOOST_AUTO_TEST_CASE(a_legacy_card_callback_may_have_nested_ids) {
    hooked it;
    std::string got;
    it.on->handle<old_action>([&](auto const& e) {
        got = e.open_id.str();
        return old_action::response{};
    });
    auto request =
        unsigned_request(R"({"open_id":{"open_id":"ou_1","user_id":"u"},"token":"c-1","action":{}})");
    request.headers.push_back({"X-Lark-Request-Timestamp", now});
    request.headers.push_back({"X-Lark-Request-Nonce", "nonce"});
    request.headers.push_back(
        {"X-Lark-Signature", crypto::card_signature(now, "nonce", "v-token", request.body)});
    BOOST_TEST(it.send(request).status == 200);
    BOOST_TEST(got == "ou_1");
}

BOOST_AUTO_TEST_CASE(the_longest_window_does_not_overflow) {
    hooked it;
    feishu::webhook hook(*it.on, {.timestamp_window = std::chrono::seconds::max()});
    BOOST_TEST(hook.handle(signed_request(encrypted(message_event("e1")), "1")).status == 200);
    BOOST_TEST(hook.handle(signed_request(encrypted(message_event("e2")), "9223372036854775807")).status ==
               200);
}

BOOST_AUTO_TEST_CASE(a_response_function_that_throws_is_logged) {
    hooked it;
    auto const throwing = [](webhook_response const&) { throw 7; };
    it.hook->handle(signed_request(encrypted(message_event("e1"))), throwing);
    BOOST_TEST(it.got.size() == 1u);
    BOOST_TEST(it.world.log.back() == "the response function of a webhook request threw: unknown exception");
    it.hook->handle(unsigned_request(encrypted(challenge())), throwing);
    it.hook->handle(unsigned_request("{}"), throwing);
    BOOST_TEST(it.world.log.size() == 4u); // three responses, one rejection
}

BOOST_AUTO_TEST_CASE(a_clock_that_throws_makes_the_request_a_500) {
    hooked it;
    feishu::webhook hook(*it.on, {.now = []() -> std::chrono::system_clock::time_point { throw 7; }});
    BOOST_TEST(hook.handle(signed_request(encrypted(message_event("e1")))).status == 500);
    BOOST_TEST(it.world.log.back() ==
               "a webhook request is rejected: exception while verifying: unknown exception");
}

BOOST_AUTO_TEST_CASE(a_full_queue_is_503_and_the_same_request_is_accepted_later) {
    std::vector<std::function<void()>> jobs;
    hooked it([&](feishu::event_options& options) {
        options.queue_limit = 1;
        options.executor = [&](std::function<void()> job) { jobs.push_back(std::move(job)); };
    });
    it.hook->handle(signed_request(encrypted(message_event("e1"))), [](webhook_response) {});
    auto const second = signed_request(encrypted(message_event("e2")));
    BOOST_TEST(it.send(second).status == 503);
    jobs.at(0)();
    int status = 0;
    it.hook->handle(second, [&](webhook_response response) { status = response.status; });
    jobs.at(1)();
    BOOST_TEST(status == 200);
}

BOOST_AUTO_TEST_CASE(a_response_may_come_after_the_webhook_is_destroyed) {
    std::vector<std::function<void()>> jobs;
    hooked it([&](feishu::event_options& options) {
        options.executor = [&](std::function<void()> job) { jobs.push_back(std::move(job)); };
    });
    int status = 0;
    it.hook->handle(signed_request(encrypted(message_event("e1"))),
                    [&](webhook_response response) { status = response.status; });
    it.hook.reset();
    jobs.at(0)();
    BOOST_TEST(status == 200);
}

BOOST_AUTO_TEST_CASE(a_webhook_without_a_key_or_a_token_cannot_be_created) {
    feishu::event_dispatcher on;
    BOOST_CHECK_THROW(feishu::webhook{on}, std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
