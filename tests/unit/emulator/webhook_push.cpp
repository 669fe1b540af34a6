#include <feishu/emulator/impl/net/webhook_push.hpp>

#include <boost/test/unit_test.hpp>

namespace emulator = feishu::emulator;
using emulator::push_kind;

namespace {

emulator::push_salt const salt{.timestamp = std::chrono::sys_seconds{std::chrono::seconds(1'700'000'000)},
                               .nonce = "nonce",
                               .first_block = {1, 2, 3}};

std::string header(feishu::http::request const& request, std::string_view name) {
    return std::string(feishu::http::find_header(request.headers, name));
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_webhook_push)

BOOST_AUTO_TEST_CASE(without_a_key_the_document_goes_out_as_it_is) {
    auto const request = emulator::webhook_request({}, "/event?a=1", R"({"a":1})", push_kind::event, salt);
    BOOST_TEST((request.method == feishu::verb::post));
    BOOST_TEST(request.target == "/event?a=1");
    BOOST_TEST(request.body == R"({"a":1})");
    BOOST_TEST(header(request, "Content-Type") == "application/json; charset=utf-8");
    BOOST_TEST(header(request, "X-Lark-Signature") == "");
}

BOOST_AUTO_TEST_CASE(with_a_key_the_document_is_encrypted_and_the_body_signed) {
    auto const request =
        emulator::webhook_request({.encrypt_key = "key"}, "/", R"({"a":1})", push_kind::event, salt);
    BOOST_TEST_REQUIRE(request.body.starts_with(R"({"encrypt":")"));
    auto const encrypted = request.body.substr(12, request.body.size() - 14);
    BOOST_TEST(feishu::event_crypto::decrypt("key", encrypted).value() == R"({"a":1})");
    BOOST_TEST(header(request, "X-Lark-Request-Timestamp") == "1700000000");
    BOOST_TEST(header(request, "X-Lark-Request-Nonce") == "nonce");
    BOOST_TEST(header(request, "X-Lark-Signature") ==
               feishu::event_crypto::signature("1700000000", "nonce", "key", request.body));
}

BOOST_AUTO_TEST_CASE(a_challenge_is_encrypted_but_not_signed) {
    auto const request =
        emulator::webhook_request({.encrypt_key = "key"}, "/", "{}", push_kind::challenge, salt);
    BOOST_TEST(request.body.starts_with(R"({"encrypt":")"));
    BOOST_TEST(header(request, "X-Lark-Signature") == "");
}

BOOST_AUTO_TEST_CASE(a_legacy_card_callback_is_signed_with_the_token_but_not_encrypted) {
    auto const request = emulator::webhook_request({.encrypt_key = "key", .verification_token = "token"}, "/",
                                                   R"({"a":1})", push_kind::legacy_card, salt);
    BOOST_TEST(request.body == R"({"a":1})");
    BOOST_TEST(header(request, "X-Lark-Signature") ==
               feishu::event_crypto::card_signature("1700000000", "nonce", "token", request.body));
}

BOOST_AUTO_TEST_CASE(an_invalid_url_is_refused) {
    for (auto const* url : {"", "localhost", "ftp://localhost/", "http://user@localhost/"})
        BOOST_TEST(emulator::webhook::make({.url = url}).has_error(), url);
    BOOST_TEST(emulator::webhook::make({.url = "http://127.0.0.1:9000"}).has_value());
    BOOST_TEST(emulator::webhook::make({.url = "https://example.com/lark/event?tenant=1"}).has_value());
}

BOOST_AUTO_TEST_CASE(a_subscription_selects_types_but_callbacks_and_tickets_are_always_pushed) {
    auto const hook =
        emulator::webhook::make({.url = "http://127.0.0.1", .events = {"im.message.receive_v1"}}).value();
    BOOST_TEST(hook->subscribes_to({.type = "im.message.receive_v1"}));
    BOOST_TEST(!hook->subscribes_to({.type = "im.message.recalled_v1"}));
    BOOST_TEST(hook->subscribes_to({.type = "card.action.trigger", .callback = true}));
    BOOST_TEST(hook->subscribes_to({.type = "app_ticket"}));
    BOOST_TEST(emulator::webhook::make({.url = "http://127.0.0.1"}).value()->subscribes_to({.type = "anything"}));
}

BOOST_AUTO_TEST_SUITE_END()
