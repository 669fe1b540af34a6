#include <feishu/emulator/impl/push/push_connection.hpp>

#include <boost/test/unit_test.hpp>

#include <feishu/event/impl/fragments.hpp>
#include <feishu/event/impl/frame.hpp>

namespace emulator = feishu::emulator;
namespace frames = feishu::frames;
using namespace std::chrono_literals;

namespace {

emulator::clock::time_point const noon{1'700'000'000'000ms};

frames::frame decoded(std::string_view bytes) { return frames::decode(bytes).value(); }

/// A client's response to a frame.
std::string replied(std::string_view bytes, std::string payload) {
    auto frame = decoded(bytes);
    frame.set_header("biz_rt", "5");
    frame.payload = std::move(payload);
    return frames::encode(frame);
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_push_connection)

BOOST_AUTO_TEST_CASE(a_document_is_a_data_frame_with_its_type_and_id) {
    emulator::push_connection connection(7, {});
    auto const out = connection.push("event", "m1", R"({"a":1})", noon);
    BOOST_TEST_REQUIRE(out.size() == 1u);
    auto const frame = decoded(out[0]);
    BOOST_TEST(frame.service == 7);
    BOOST_TEST(frame.is(frames::method::data));
    BOOST_TEST(frame.header("type") == "event");
    BOOST_TEST(frame.header("message_id") == "m1");
    BOOST_TEST(frame.header("sum") == "1");
    BOOST_TEST(frame.header("seq") == "0");
    BOOST_TEST(frame.header("timestamp") == "1700000000000");
    BOOST_TEST(!frame.header("trace_id").empty());
    BOOST_TEST(frame.payload == R"({"a":1})");
}

BOOST_AUTO_TEST_CASE(a_long_document_is_sent_in_fragments_that_join_to_it) {
    emulator::push_connection connection(7, {.fragment_bytes = 10});
    std::string const document(95, 'x');
    auto const out = connection.push("event", "m1", document, noon);
    BOOST_TEST(out.size() == 10u);
    frames::fragments pieces;
    std::optional<std::string> whole;
    for (auto const& bytes : out)
        whole = pieces.add(decoded(bytes), feishu::clock::time_point{}).value();
    BOOST_TEST((whole == document));
}

BOOST_AUTO_TEST_CASE(a_ping_gets_a_pong_with_the_client_settings) {
    emulator::push_connection connection(7, {.reconnect_interval = 2s, .ping_interval = 30s});
    frames::frame ping{.service = 7, .headers = {{"type", "ping"}}};
    auto const received = connection.on_frame(frames::encode(ping)).value();
    auto const pong = decoded(received.reply);
    BOOST_TEST(pong.header("type") == "pong");
    BOOST_TEST(pong.is(frames::method::control));
    BOOST_TEST(pong.payload ==
               R"({"ReconnectCount":-1,"ReconnectInterval":2,"ReconnectNonce":0,"PingInterval":30})");
    BOOST_TEST(!received.result);
}

BOOST_AUTO_TEST_CASE(a_response_ends_its_push) {
    emulator::push_connection connection(7, {});
    auto const first = connection.push("event", "m1", "{}", noon);
    connection.push("event", "m2", "{}", noon);
    auto const received = connection.on_frame(replied(first[0], R"({"code":200})")).value();
    BOOST_TEST_REQUIRE(received.result.has_value());
    BOOST_TEST(received.result->message_id == "m1");
    BOOST_TEST(received.result->outcome.status == 200);
    BOOST_TEST((connection.pending() == std::set<std::string>{"m2"}));
}

BOOST_AUTO_TEST_CASE(the_response_of_a_failed_handler_is_an_outcome_too) {
    emulator::push_connection connection(7, {});
    auto const out = connection.push("event", "m1", "{}", noon);
    BOOST_TEST(
        connection.on_frame(replied(out[0], R"({"code":500,"headers":{}})"))->result->outcome.status == 500);
}

BOOST_AUTO_TEST_CASE(the_response_to_a_callback_is_base64) {
    emulator::push_connection connection(7, {});
    auto const out = connection.push("card", "m1", "{}", noon);
    auto const received =
        connection.on_frame(replied(out[0], R"({"code":200,"data":"eyJ0b2FzdCI6e319"})")).value();
    BOOST_TEST(received.result->outcome.response == R"({"toast":{}})");
}

BOOST_AUTO_TEST_CASE(base64_of_any_length_is_read_and_anything_else_is_not_a_response) {
    for (auto const& [data, text] : {std::pair("", ""), {"YQ==", "a"}, {"YWI=", "ab"}, {"YWJj", "abc"}}) {
        emulator::push_connection connection(7, {});
        auto const out = connection.push("card", "m1", "{}", noon);
        auto const outcome =
            connection.on_frame(replied(out[0], R"({"code":200,"data":")" + std::string(data) + "\"}"))
                ->result->outcome;
        BOOST_TEST(outcome.response == text);
        BOOST_TEST(outcome.status == 200);
    }
    for (auto const* payload : {R"({"code":200,"data":"%%%"})", "not JSON", ""}) {
        emulator::push_connection connection(7, {});
        auto const out = connection.push("card", "m1", "{}", noon);
        BOOST_TEST(connection.on_frame(replied(out[0], payload))->result->outcome.status == 0);
    }
}

BOOST_AUTO_TEST_CASE(a_response_that_is_repeated_late_or_unexpected_is_ignored) {
    emulator::push_connection connection(7, {});
    auto const out = connection.push("event", "m1", "{}", noon);
    BOOST_TEST(connection.on_frame(replied(out[0], R"({"code":200})"))->result.has_value());
    BOOST_TEST(!connection.on_frame(replied(out[0], R"({"code":200})"))->result.has_value());
    auto const late = connection.push("event", "m2", "{}", noon);
    BOOST_TEST(connection.give_up("m2"));
    BOOST_TEST(!connection.give_up("m2"));
    BOOST_TEST(!connection.on_frame(replied(late[0], R"({"code":200})"))->result.has_value());
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_a_frame_are_an_error) {
    emulator::push_connection connection(7, {});
    BOOST_TEST(connection.on_frame("\xff\xff\xff").has_error());
}

BOOST_AUTO_TEST_SUITE_END()
