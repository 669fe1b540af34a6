// What envelopes say about their events.

#include <chrono>
#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/event/envelope.hpp>

namespace {

using feishu::detail::push_kind;

feishu::detail::push pushed(std::string json) {
    return feishu::detail::read_push(std::move(json), feishu::event_limits).value();
}

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(push_kind)

BOOST_AUTO_TEST_SUITE(envelope)

BOOST_AUTO_TEST_CASE(schema_2_says_it_all_in_its_header) {
    std::string const json =
        R"({"schema":"2.0","header":{"event_id":"e1","event_type":"im.message.receive_v1",
        "create_time":"1608725989000","token":"v","app_id":"cli_1","tenant_key":"t1"},"event":[1]})";
    auto const event = feishu::read_event(json).value();
    BOOST_TEST(event.schema == "2.0");
    BOOST_TEST(event.type == "im.message.receive_v1");
    BOOST_TEST(event.id == "e1");
    BOOST_TEST(event.app_id == "cli_1");
    BOOST_TEST(event.tenant_key == "t1");
    BOOST_TEST(event.create_time.count() == 1608725989000);
    BOOST_TEST(event.json == json);
    BOOST_TEST(pushed(json).token == "v");
}

BOOST_AUTO_TEST_CASE(schema_1_says_it_in_two_places) {
    std::string const json = R"({"uuid":"u1","token":"v","ts":"1502199207.7171419","type":"event_callback",
        "event":{"type":"add_bot","app_id":"cli_1","tenant_key":"t1","i18n":{"a":[1]}}})";
    auto const event = feishu::read_event(json).value();
    BOOST_TEST(event.schema == "1.0");
    BOOST_TEST(event.type == "add_bot");
    BOOST_TEST(event.id == "u1");
    BOOST_TEST(event.app_id == "cli_1");
    BOOST_TEST(event.tenant_key == "t1");
    BOOST_TEST(event.create_time.count() == 1502199207717);
    BOOST_TEST(pushed(json).token == "v");
}

BOOST_AUTO_TEST_CASE(a_time_that_is_none_is_not_given) {
    for (std::string const ts : {"", "soon", "-1", ".5", "99999999999999999999", "9999999999999"})
        BOOST_TEST(!feishu::read_event(R"({"uuid":"u","ts":")" + ts + R"(","event":{"type":"x"}})")
                        .value()
                        .create_time.has_value());
    BOOST_TEST(
        feishu::read_event(R"({"uuid":"u","ts":"1.5x","event":{"type":"x"}})").value().create_time.count() ==
        1500);
}

BOOST_AUTO_TEST_CASE(an_old_card_callback_has_a_type_of_its_own_and_no_id) {
    auto const card = pushed(R"({"open_id":"ou_1","tenant_key":"t1","token":"c-1","action":{"value":{}}})");
    BOOST_TEST(card.kind == push_kind::old_card);
    BOOST_TEST(card.event.type == feishu::old_card_type);
    BOOST_TEST(card.event.id.empty());
    BOOST_TEST(card.token.empty());
}

BOOST_AUTO_TEST_CASE(a_challenge_is_no_event) {
    std::string const json = R"({"challenge":"c","token":"v","type":"url_verification"})";
    BOOST_TEST(pushed(json).kind == push_kind::challenge);
    BOOST_TEST(pushed(json).challenge == "c");
    BOOST_TEST(!feishu::read_event(json).has_value());
}

BOOST_AUTO_TEST_CASE(an_encrypted_body_says_nothing_else) {
    auto const secret = pushed(R"({"schema":"2.0","encrypt":"AAAA"})");
    BOOST_TEST(secret.kind == push_kind::encrypted);
    BOOST_TEST(secret.encrypted == "AAAA");
    BOOST_TEST(!feishu::read_event(R"({"encrypt":"AAAA"})").has_value());
}

BOOST_AUTO_TEST_CASE(what_is_no_envelope_is_an_error) {
    for (auto const* bad :
         {"", "{", "[]", "1", "{}", R"({"type":"x"})", R"({"schema":"2.0"})", R"({"header":7})",
          R"({"schema":"2.0","header":{"event_type":"x"}} x)", R"({"uuid":"u","event":7})"})
        BOOST_TEST(!feishu::read_event(bad).has_value());
}

BOOST_AUTO_TEST_CASE(depth_and_size_are_limited) {
    auto const deep = [](int n) {
        auto const times = static_cast<std::size_t>(n);
        return R"({"schema":"2.0","header":{"event_type":"x"},"event":)" + std::string(times, '[') +
               std::string(times, ']') + "}";
    };
    BOOST_TEST(feishu::read_event(deep(63)).has_value());
    BOOST_TEST(!feishu::read_event(deep(64)).has_value());
    BOOST_TEST(!feishu::read_event(deep(100'000)).has_value());
    BOOST_TEST(!feishu::read_event(deep(1), {.max_bytes = 10}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
