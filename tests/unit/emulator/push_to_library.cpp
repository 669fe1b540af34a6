// The emulator pushes to the library's own receivers.
#include <feishu/emulator/push.hpp>

#include <atomic>
#include <mutex>
#include <thread>

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message_reaction.hpp>
#include <feishu/client.hpp>
#include <feishu/content/card.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/long_connection.hpp>
#include <feishu/event/webhook_server.hpp>

#include "world.hpp"

using namespace test;
namespace card = feishu::card;

namespace {

emulator::options patient(bool https, emulator::push_options push = {}) {
    push.ack_deadline = push.challenge_deadline = 20s;
    push.reconnect_interval = 0s;
    return {.https = https,
            .clock = emulator::clock{emulator::clock::time_point{1'700'000'000'000ms}},
            .push = std::move(push)};
}

/// A bot that echoes and counts messages, and handles buttons.
struct bot {
    feishu::client client;
    feishu::event_dispatcher on;
    std::mutex mutex;
    std::map<std::string, int> received; // by content

    bot(emulator::server const& platform, feishu::event_options options = {})
        : client(platform.config()), on((
                                         options.log = [](std::string_view) {}, std::move(options))) {
        on.handle<im::message::receive_v1>([this](im::message::receive_v1 const& e) {
            client.call(im::message::reply(e.event.message.message_id, feishu::text{"got it"})).value();
            std::lock_guard const lock(mutex);
            ++received[e.event.message.content.document()];
        });
        on.handle<card::action_trigger>([](card::action_trigger const& e) {
            return card::callback_response{.toast = card::toast{"hello " + e.event.operator_.open_id.str()},
                                           .card =
                                               card::card{.body = {.elements = {card::markdown{"done"}}}}};
        });
    }
};

feishu::message_id send_card(bot& of, feishu::chat_id const& chat) {
    card::button const go{.text = "Go", .behaviors = {card::callback({{"go", true}})}};
    card::card const ask{.body = {.elements = {go}}};
    return of.client.call(im::message::send(chat, ask)).value().message_id;
}

void check_conversation(emulator::server& platform, bot& who) {
    auto const ann = platform.users()[0];
    auto const chat = platform.chat_id();
    std::string const said(3'000, 'x');
    platform.state()->say(ann, chat, said).value();
    BOOST_TEST(platform.wait_idle());
    BOOST_TEST(platform.deliveries().back().status == 200);
    BOOST_TEST(who.received.at(text_of(said)) == 1);
    BOOST_TEST(platform.state()->contents_of(chat).back() == text_of("got it"));

    auto const id = send_card(who, chat);
    auto const reply = platform.click(ann, id, "Go").value();
    BOOST_TEST(*reply.toast->content == "hello " + ann.open_id.str());
    BOOST_TEST(platform.state()->contents_of(chat).back().find("done") != std::string::npos);
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_push_to_library)

BOOST_AUTO_TEST_CASE(the_librarys_webhook_handles_encrypted_events_and_clicks) {
    emulator::server platform(patient(false));
    bot who(platform, {.encrypt_key = "key", .verification_token = "token"});
    feishu::webhook_server server({.address = "127.0.0.1"}, who.on);
    server.start();
    auto const url = "http://127.0.0.1:" + std::to_string(server.port()) + "/webhook/event";
    BOOST_TEST(
        platform
            .push_to({.app = platform.app(), .url = url, .encrypt_key = "key", .verification_token = "token"})
            .has_value());
    check_conversation(platform, who);
}

BOOST_AUTO_TEST_CASE(the_librarys_webhook_handles_legacy_card_callbacks) {
    namespace callback = feishu::callback::v1;
    emulator::server platform(patient(false));
    auto const ann = platform.users()[0];
    bot who(platform, {.encrypt_key = "key", .verification_token = "token"});
    std::string token;
    who.on.handle<callback::card::action_trigger_v1>([&](callback::card::action_trigger_v1 const& e) {
        BOOST_TEST(e.open_id == ann.open_id);
        BOOST_TEST(e.action.value.at("go").as_bool());
        token = e.token;
        callback::card::action_trigger_v1::response out;
        out.toast = callback::model::toast{.content = "saved"};
        out.elements = boost::json::parse(R"([{"tag":"markdown","content":"done"}])");
        return out;
    });
    feishu::webhook_server server({.address = "127.0.0.1"}, who.on);
    server.start();
    auto const url = "http://127.0.0.1:" + std::to_string(server.port()) + "/webhook/event";
    platform
        .push_to({.app = platform.app(),
                  .url = url,
                  .encrypt_key = "key",
                  .verification_token = "token",
                  .ca_pem = {},
                  .legacy_cards = true})
        .value();
    auto const id =
        who.client
            .call(im::message::create{
                .receive_id_type = im::receive_id_type::chat_id,
                .receive_id = platform.chat_id().str(),
                .content = R"({"config":{"update_multi":true},"elements":[{"tag":"action","actions":[
                                {"tag":"button","text":{"tag":"plain_text","content":"Go"},"value":{"go":true}}]}]})",
                .msg_type = im::msg_type::interactive})
            .value()
            .message_id;
    auto const reply = platform.click(ann, id, "Go").value();
    BOOST_TEST(*reply.toast->content == "saved");
    BOOST_TEST(token.starts_with("c-"));
    BOOST_TEST(platform.state()->card_of(id, ann.open_id).find("done") != std::string::npos);
    BOOST_TEST(platform.deliveries().back().type == "card.action.trigger_v1");
    test::record(platform.deliveries());
}

BOOST_AUTO_TEST_CASE(the_librarys_long_connection_handles_fragments_and_clicks) {
    for (bool const https : {false, true}) {
        emulator::server platform(patient(https, {.fragment_bytes = 500}));
        bot who(platform);
        feishu::long_connection connection(who.client, who.on, {.min_reconnect_delay = 1ms});
        connection.start();
        BOOST_TEST_REQUIRE(platform.wait_connections(platform.app()));
        check_conversation(platform, who);
        connection.stop();
        BOOST_TEST(connection.wait().has_value());
    }
}

BOOST_AUTO_TEST_CASE(a_dropped_connection_is_reestablished_and_each_event_is_handled_once) {
    constexpr int many = 60;
    emulator::server platform(patient(false, {.max_in_flight = 8, .duplicate_rate = 0.2}));
    bot who(platform);
    feishu::long_connection connection(who.client, who.on, {.min_reconnect_delay = 1ms});
    connection.start();
    BOOST_TEST_REQUIRE(platform.wait_connections(platform.app()));
    for (int i = 0; i < many; ++i) {
        platform.state()->say(platform.users()[0], platform.chat_id(), std::to_string(i)).value();
        if (i % 20 == 10)
            platform.drop_connections(platform.app());
    }
    for (auto const pause : {15s, 300s, 3600s, 21600s}) {
        BOOST_TEST(platform.wait_idle());
        BOOST_TEST(platform.wait_connections(platform.app()));
        platform.advance(pause);
    }
    BOOST_TEST(platform.wait_idle());
    BOOST_TEST(who.received.size() == static_cast<std::size_t>(many));
    for (auto const& [text, times] : who.received)
        BOOST_TEST(times == 1, text);
}

BOOST_AUTO_TEST_SUITE_END()
