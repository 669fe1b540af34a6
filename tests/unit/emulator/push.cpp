#include <feishu/emulator/push.hpp>

#include <future>
#include <stdexcept>

#include <boost/json/serialize.hpp>

#include <feishu/api/callback/v1/models.hpp>
#include <feishu/api/cardkit/v1/card.hpp>
#include <feishu/api/cardkit/v1/card_element.hpp>
#include <feishu/api/ephemeral/v1/message.hpp>
#include <feishu/api/interactive/v1/card.hpp>
#include <feishu/client.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/event/impl/fragments.hpp>

#include "push_peers.hpp"
#include "world.hpp"

using namespace test;
using emulator::delivery_channel;

namespace {

/// A platform with a frozen clock, and its users.
struct pushing {
    emulator::server platform;
    emulator::user ann = platform.users()[0];
    emulator::user ben = platform.users()[1];
    feishu::chat_id chat = platform.chat_id();

    explicit pushing(emulator::push_options push = {})
        : platform({.clock = emulator::clock{emulator::clock::time_point{1'700'000'000'000ms}},
                    .push = patient(std::move(push))}) {}

    /// Real-time deadlines are long, unless a test sets one that must expire.
    static emulator::push_options patient(emulator::push_options push) {
        push.challenge_deadline = 20s;
        if (push.ack_deadline == emulator::push_options{}.ack_deadline)
            push.ack_deadline = 20s;
        return push;
    }

    void say(std::string_view text) { platform.state()->say(ann, chat, text).value(); }
    /// Waits for pushes, then the HTTP status of each.
    std::vector<int> statuses() {
        BOOST_TEST(platform.wait_idle());
        std::vector<int> out;
        for (auto const& one : platform.deliveries())
            out.push_back(one.status);
        return out;
    }
    feishu::message_id card() {
        return platform.state().with([&](emulator::state& s) {
            emulator::caller const bot{.kind = feishu::token::tenant, .app = s.apps().front(), .user = {}};
            return handle(
                       s, bot,
                       im::message::create{
                           .receive_id_type = im::receive_id_type::chat_id,
                           .receive_id = chat.str(),
                           .content =
                               R"({"elements":[{"tag":"button","text":{"tag":"plain_text","content":"Go"},)"
                               R"("value":{"n":1}}]})",
                           .msg_type = im::msg_type::interactive})
                .value()
                .message_id;
        });
    }
    std::string shown(feishu::message_id const& id) {
        return platform.state()->card_of(id, ann);
    }
};

using codes = std::vector<int>;

std::string text_in(boost::json::value const& event) {
    return std::string(event.at("event").at("message").at("content").as_string());
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_push)

BOOST_AUTO_TEST_CASE(a_webhook_gets_the_challenge_and_then_events_in_their_order) {
    pushing p;
    hook h;
    BOOST_TEST(
        p.platform.push_to({.app = p.platform.app(), .url = h.url(), .verification_token = "v"}).has_value());
    for (auto const* text : {"one", "two", "three"})
        p.say(text);
    BOOST_TEST((p.statuses() == codes{200, 200, 200, 200}));
    auto const deliveries = p.platform.deliveries();
    BOOST_TEST(deliveries[0].type == "url_verification");
    BOOST_TEST(deliveries[1].type == "im.message.receive_v1");
    BOOST_TEST((deliveries[1].channel == delivery_channel::webhook));
    auto const events = h.events();
    BOOST_TEST_REQUIRE(events.size() == 3u);
    BOOST_TEST(text_in(events[2]) == R"({"text":"three"})");
    BOOST_TEST(events[0].at("header").at("token").as_string() == "v");
    BOOST_TEST(events[0].at("header").at("event_id").as_string() == deliveries[1].id);
}

BOOST_AUTO_TEST_CASE(with_a_key_pushes_are_encrypted_and_signed_with_real_time) {
    pushing p;
    hook h("secret");
    BOOST_TEST(
        p.platform.push_to({.app = p.platform.app(), .url = h.url(), .encrypt_key = "secret"}).has_value());
    p.say("hello");
    BOOST_TEST((p.statuses() == codes{200, 200}));
    BOOST_TEST(h.events().size() == 1u);
    auto const requests = h.requests();
    BOOST_TEST(requests[0].count("X-Lark-Signature") == 0u);
    auto const text = [&](char const* name) { return std::string(requests[1][name]); };
    BOOST_TEST(text("X-Lark-Signature") == feishu::event_crypto::signature(text("X-Lark-Request-Timestamp"),
                                                                           text("X-Lark-Request-Nonce"),
                                                                           "secret", requests[1].body()));
    BOOST_TEST(text("X-Lark-Request-Timestamp") > "1700000000"); // the time of the emulator's clock
}

BOOST_AUTO_TEST_CASE(a_push_that_cannot_be_made_is_recorded_and_the_next_one_is_made) {
    pushing p;
    hook h;
    p.platform.push_to({.app = p.platform.app(), .url = h.url()}).value();
    p.platform.state().with([&](emulator::state& tenant) {
        tenant.on_event({.app = p.platform.app(), .id = "1", .type = "my.event", .document = [](auto) -> std::string {
                             throw 7;
                         }});
    });
    p.say("hello");
    BOOST_TEST((p.statuses() == codes{200, 0, 200}));
    BOOST_TEST(p.platform.deliveries()[1].response == "the push failed: unknown exception");
}

BOOST_AUTO_TEST_CASE(a_webhook_that_does_not_know_the_challenge_gets_no_events) {
    pushing p;
    hook h;
    h.break_challenge();
    auto const reply = p.platform.push_to({.app = p.platform.app(), .url = h.url()});
    BOOST_TEST((reply.error().kind == feishu::error_kind::api));
    p.say("hello");
    BOOST_TEST((p.statuses() == codes{200}));
    BOOST_TEST(h.events().empty());
}

BOOST_AUTO_TEST_CASE(an_unreachable_webhook_is_an_error_and_is_recorded) {
    pushing p;
    std::string url;
    {
        hook gone;
        url = gone.url();
    }
    auto const reply = p.platform.push_to({.app = p.platform.app(), .url = url});
    BOOST_TEST((reply.error().kind == feishu::error_kind::transport));
    BOOST_TEST((p.statuses() == codes{0}));
    BOOST_TEST(!p.platform.deliveries()[0].response.empty());
}

BOOST_AUTO_TEST_CASE(a_failed_event_is_pushed_again_when_the_clock_reaches_the_delay) {
    pushing p;
    hook h;
    p.platform.push_to({.app = p.platform.app(), .url = h.url()}).value();
    h.answer_with(500);
    p.say("hello");
    BOOST_TEST((p.statuses() == codes{200, 500}));
    p.platform.advance(14s);
    BOOST_TEST((p.statuses() == codes{200, 500}));
    p.platform.advance(1s);
    BOOST_TEST((p.statuses() == codes{200, 500, 500}));
    h.answer_with(200);
    p.platform.advance(5min);
    BOOST_TEST((p.statuses() == codes{200, 500, 500, 200}));
    p.platform.advance(7h);
    BOOST_TEST(p.statuses().size() == 4u);
    auto const deliveries = p.platform.deliveries();
    BOOST_TEST(deliveries[3].attempt == 3);
    BOOST_TEST(deliveries[3].id == deliveries[1].id);
}

BOOST_AUTO_TEST_CASE(a_webhook_that_is_too_slow_is_a_failure) {
    pushing p({.ack_deadline = 200ms});
    hook h;
    p.platform.push_to({.app = p.platform.app(), .url = h.url()}).value();
    std::promise<void> go;
    h.on_event([&, wait = go.get_future().share()](std::size_t n, auto const&) {
        if (n == 0)
            wait.wait();
        return hook::reply{};
    });
    p.say("hello");
    BOOST_TEST((p.statuses() == codes{200, 0}));
    go.set_value();
}

BOOST_AUTO_TEST_CASE(a_subscription_may_select_event_types) {
    pushing p;
    hook h;
    p.platform
        .push_to({.app = p.platform.app(), .url = h.url(), .events = {"im.message.reaction.created_v1"}})
        .value();
    auto const id = p.platform.state()->say(p.ann, p.chat, "hello").value();
    p.platform.state()->react(p.ben, id, "SMILE").value();
    BOOST_TEST((p.statuses() == codes{200, 200}));
    BOOST_TEST((h.types() == std::vector<std::string>{"im.message.reaction.created_v1"}));
    p.platform.stop_pushing_to(p.platform.app());
    p.platform.state()->react(p.ann, id, "SMILE").value();
    BOOST_TEST(p.statuses().size() == 2u);
}

BOOST_AUTO_TEST_CASE(changes_through_the_api_are_pushed_too) {
    pushing p;
    hook h;
    p.platform.push_to({.app = p.platform.app(), .url = h.url()}).value();
    feishu::client const client{p.platform.config()};
    auto const sent = client.call(im::message::send(p.chat, feishu::text{"hello"})).value();
    client.call(im::message::delete_{.message_id = sent.message_id}).value();
    BOOST_TEST((p.statuses() == codes{200, 200}));
    BOOST_TEST((h.types() == std::vector<std::string>{"im.message.recalled_v1"}));
}

BOOST_AUTO_TEST_CASE(a_store_app_is_pushed_its_ticket) {
    pushing p;
    hook h;
    auto const shop = p.platform.state()->add_app(emulator::app{.name = "shop", .store = true});
    p.platform.push_to({.app = shop, .url = h.url(), .events = {"im.message.receive_v1"}}).value();
    auto const ticket = p.platform.push_app_ticket(shop);
    BOOST_TEST((p.statuses() == codes{200, 200}));
    BOOST_TEST(h.events()[0].at("event").at("app_ticket").as_string() == ticket);
}

BOOST_AUTO_TEST_CASE(a_click_returns_the_toast_and_replaces_the_card) {
    pushing p;
    hook h;
    p.platform.push_to({.app = p.platform.app(), .url = h.url()}).value();
    h.on_event([](std::size_t, boost::json::value const& e) {
        BOOST_TEST(e.at("header").at("event_type").as_string() == "card.action.trigger");
        return hook::reply{.body = R"({"toast":{"type":"success","content":")" +
                                    boost::json::serialize(e.at("event").at("action").at("value").at("n")) +
                                    R"("},"card":{"type":"raw","data":{"elements":[]}}})"};
    });
    auto const id = p.card();
    auto const reply = p.platform.click(p.ann, id, "Go").value();
    BOOST_TEST(*reply.toast->content == "1");
    BOOST_TEST(p.shown(id) == R"({"elements":[]})");
}

BOOST_AUTO_TEST_CASE(an_ephemeral_card_is_clicked_by_its_user_and_updated_late) {
    pushing p;
    hook h;
    p.platform.push_to({.app = p.platform.app(), .url = h.url()}).value();
    std::string token;
    h.on_event([&](std::size_t, boost::json::value const& e) {
        token = std::string(e.at("event").at("token").as_string());
        return hook::reply{.body = "{}"};
    });
    feishu::client client(p.platform.config());
    auto const card = boost::json::parse(R"({"elements":[{"tag":"button","value":1}]})");
    auto const id = client
                        .call(feishu::ephemeral::v1::message::send{
                            .chat_id = p.chat,
                            .open_id = p.ann.open_id,
                            .msg_type = feishu::ephemeral::v1::msg_type::interactive,
                            .card = card})
                        .value()
                        .message_id;
    BOOST_TEST(p.platform.click(p.platform.users()[1].open_id, id, "").error().code == 230001);
    p.platform.click(p.ann, id, "").value();
    client
        .call(feishu::interactive::v1::card::update{
            .token = token, .card = boost::json::object{{"elements", boost::json::array{}}}})
        .value();
    BOOST_TEST(p.shown(id) == R"({"elements":[]})");
    client.call(feishu::ephemeral::v1::message::delete_{.message_id = id}).value();
    BOOST_TEST(p.platform.click(p.ann, id, "").error().code == 230011);
    test::record(p.platform.requests());
    test::record(p.platform.deliveries());
}

BOOST_AUTO_TEST_CASE(an_entity_of_cardkit_cannot_be_changed_while_a_click_is_handled) {
    pushing p;
    hook h;
    p.platform.push_to({.app = p.platform.app(), .url = h.url()}).value();
    feishu::client client(p.platform.config());
    namespace kit = feishu::cardkit::v1;
    auto const card =
        client
            .call(kit::card::create{
                .type = kit::card_type::card_json,
                .data = R"({"schema":"2.0","body":{"elements":[{"tag":"button","element_id":"go",)"
                        R"("text":{"tag":"plain_text","content":"Go"},"behaviors":[{"type":"callback"}]}]}})"})
            .value()
            .card_id;
    auto const id = client
                        .call(im::message::create{.receive_id_type = im::receive_id_type::chat_id,
                                                  .receive_id = p.chat.str(),
                                                  .content = R"({"type":"card","data":{"card_id":")" + card.str() +
                                                             R"("}})",
                                                  .msg_type = im::msg_type::interactive})
                        .value()
                        .message_id;
    kit::card_element::patch const change{
        .card_id = card, .element_id = "go", .partial_element = R"({"type":"primary"})", .sequence = 1};
    h.on_event([&](std::size_t, boost::json::value const&) {
        auto const locked = p.platform.state()->cards().find(card)->interactions;
        return hook::reply{.body = R"({"toast":{"type":"info","content":")" + std::to_string(locked) + "\"}}"};
    });
    BOOST_TEST(*p.platform.click(p.ann, id, "go").value().toast->content == "1");
    client.call(change).value();
    client
        .call(kit::card::settings{
            .card_id = card, .settings = R"({"config":{"streaming_mode":true}})", .sequence = 2})
        .value();
    h.on_event([](std::size_t, boost::json::value const&) {
        return hook::reply{.body = R"({"card":{"type":"raw","data":{"schema":"2.0"}}})"};
    });
    BOOST_TEST(p.platform.click(p.ann, id, "go").error().code == 200810);
    test::record(p.platform.requests());
}

BOOST_AUTO_TEST_CASE(a_click_without_a_response_is_an_error_and_is_not_pushed_again) {
    pushing p;
    auto const id = p.card();
    BOOST_TEST(p.platform.click(p.ann, id, "Go").error().code == 200340);
    hook h;
    p.platform.push_to({.app = p.platform.app(), .url = h.url()}).value();
    h.answer_with(500);
    BOOST_TEST(p.platform.click(p.ann, id, "Go").error().code == 200671);
    p.platform.advance(1h);
    BOOST_TEST((p.statuses() == codes{200, 500}));
    BOOST_TEST(p.platform.click(p.platform.users()[2], id, "Go").error().code == 230002);
    BOOST_TEST(p.platform.click(p.ann, "om_none", "Go").error().code == 230001);
}

BOOST_AUTO_TEST_CASE(a_link_preview_is_what_the_app_returns) {
    pushing p;
    hook h;
    p.platform.push_to({.app = p.platform.app(), .url = h.url()}).value();
    h.on_event([](std::size_t, boost::json::value const& e) {
        return hook::reply{.body = R"({"inline":{"title":")" +
                                    std::string(e.at("event").at("context").at("url").as_string()) + "\"}}"};
    });
    auto const reply = p.platform.preview(p.ann, p.platform.app(), p.chat, "https://example.com/1").value();
    BOOST_TEST(*reply.inline_->title == "https://example.com/1");
}

BOOST_AUTO_TEST_CASE(discovery_returns_a_url_or_an_error) {
    pushing p({.reconnect_interval = 7s, .max_connections = 1});
    auto const app = p.platform.app();
    auto const code = [&](std::string_view id, std::string_view secret) {
        return line::discover(p.platform, id, secret).at("code").as_int64();
    };
    auto const reply = line::discover(p.platform, app.app_id.str(), app.app_secret);
    BOOST_TEST(reply.at("code").as_int64() == 0);
    std::string const url(reply.at("data").at("URL").as_string());
    BOOST_TEST(url.starts_with("ws://127.0.0.1:"));
    BOOST_TEST(url.find("device_id=") != std::string::npos);
    BOOST_TEST(url.find("service_id=") != std::string::npos);
    BOOST_TEST(reply.at("data").at("ClientConfig").at("ReconnectInterval").as_int64() == 7);
    BOOST_TEST(code(app.app_id.str(), "wrong") == 1000040345);
    BOOST_TEST(code(app.app_id.str(), "") == 1000040345);
    BOOST_TEST(code("cli_unknown", app.app_secret) == 1000040345);
    BOOST_TEST(code("", "") == 1000040345);
    auto const refused = line::discover(p.platform, app.app_id.str(), "wrong");
    BOOST_TEST(refused.at("msg").as_string() == "app_id or app_secret is invalid");
    auto const shop = p.platform.state()->add_app(emulator::app{.name = "shop", .store = true});
    BOOST_TEST(code(shop.app_id.str(), shop.app_secret) == 403);
    line const only(p.platform, url);
    BOOST_TEST(p.platform.wait_connections(app));
    BOOST_TEST(code(app.app_id.str(), app.app_secret) == 1000040350);
}

BOOST_AUTO_TEST_CASE(a_refused_upgrade_has_the_reason_in_its_headers) {
    pushing p({.max_connections = 1});
    auto const app = p.platform.app();
    auto const url = [&] {
        return std::string(
            line::discover(p.platform, app.app_id.str(), app.app_secret).at("data").at("URL").as_string());
    };
    auto const first = url(), second = url(), third = url();
    line const unknown(p.platform, first + "0");
    BOOST_TEST(!unknown.open());
    BOOST_TEST(unknown.refusal("Handshake-Status") == "514");
    p.platform.refuse_connection(app, {.status = 403, .message = "go away"});
    line const refused(p.platform, first);
    BOOST_TEST(refused.refusal("Handshake-Status") == "403");
    BOOST_TEST(refused.refusal("Handshake-Msg") == "go away");
    line const welcome(p.platform, second);
    BOOST_TEST(welcome.open());
    BOOST_TEST(p.platform.wait_connections(app));
    line const too_many(p.platform, third);
    BOOST_TEST(too_many.refusal("Handshake-Status") == "514");
    BOOST_TEST(too_many.refusal("Handshake-Autherrcode") == "1000040350");
}

BOOST_AUTO_TEST_CASE(a_test_may_refuse_discovery) {
    pushing p;
    auto const app = p.platform.app();
    BOOST_CHECK_THROW(p.platform.refuse_connection(app, {}), std::invalid_argument);
    p.platform.refuse_connection(app, {.discovery_code = 1});
    BOOST_TEST(line::discover(p.platform, app.app_id.str(), app.app_secret).at("code").as_int64() == 1);
    BOOST_TEST(line::discover(p.platform, app.app_id.str(), app.app_secret).at("code").as_int64() == 0);
}

BOOST_AUTO_TEST_CASE(events_go_over_the_long_connection_also_when_there_is_a_webhook) {
    pushing p;
    hook h;
    p.platform.push_to({.app = p.platform.app(), .url = h.url()}).value();
    line l(p.platform);
    BOOST_TEST(p.platform.wait_connections(p.platform.app()));
    p.say("hello");
    auto const frame = l.read();
    BOOST_TEST_REQUIRE(frame.has_value());
    BOOST_TEST(frame->header("type") == "event");
    BOOST_TEST(text_in(boost::json::parse(frame->payload)) == R"({"text":"hello"})");
    l.reply(*frame, 200);
    BOOST_TEST((p.statuses() == codes{200, 200}));
    BOOST_TEST((p.platform.deliveries()[1].channel == delivery_channel::long_connection));
    BOOST_TEST(h.events().empty());
}

BOOST_AUTO_TEST_CASE(a_ping_gets_a_pong_while_an_event_is_pending) {
    pushing p;
    line l(p.platform);
    p.platform.wait_connections(p.platform.app());
    p.say("hello");
    auto const event = l.read().value();
    l.write({.service = event.service, .headers = {{"type", "ping"}}});
    BOOST_TEST(l.read()->header("type") == "pong");
    l.reply(event, 200);
    BOOST_TEST((p.statuses() == codes{200}));
}

BOOST_AUTO_TEST_CASE(an_event_is_pushed_again_after_a_failed_handler_and_after_a_lost_connection) {
    pushing p;
    auto const app = p.platform.app();
    auto l = std::make_unique<line>(p.platform);
    p.platform.wait_connections(app);
    p.say("hello");
    l->reply(l->read().value(), 500);
    BOOST_TEST((p.statuses() == codes{500}));
    p.platform.advance(15s);
    BOOST_TEST(l->read().has_value());
    BOOST_TEST(p.platform.drop_connections(app) == 1u);
    BOOST_TEST(!l->read().has_value());
    BOOST_TEST((p.statuses() == codes{500, 0}));
    p.platform.advance(5min); // no connection
    BOOST_TEST((p.statuses() == codes{500, 0, 0}));
    l = std::make_unique<line>(p.platform);
    p.platform.wait_connections(app);
    p.platform.advance(1h);
    l->reply(l->read().value(), 200);
    BOOST_TEST((p.statuses() == codes{500, 0, 0, 200}));
}

BOOST_AUTO_TEST_CASE(a_response_that_takes_too_long_is_a_failure) {
    pushing p({.ack_deadline = 200ms});
    line l(p.platform);
    p.platform.wait_connections(p.platform.app());
    p.say("hello");
    BOOST_TEST((p.statuses() == codes{0}));
    BOOST_TEST(p.platform.deliveries()[0].response == "no response in time");
}

BOOST_AUTO_TEST_CASE(a_long_event_is_sent_in_fragments) {
    pushing p({.fragment_bytes = 100});
    line l(p.platform);
    p.platform.wait_connections(p.platform.app());
    p.say(std::string(500, 'x'));
    frames::fragments pieces;
    std::optional<std::string> whole;
    frames::frame last;
    while (!whole) {
        last = l.read().value();
        BOOST_TEST(last.payload.size() <= 100u);
        whole = pieces.add(last, feishu::clock::time_point{}).value();
    }
    BOOST_TEST(text_in(boost::json::parse(*whole)).size() > 500u);
    l.reply(last, 200);
    BOOST_TEST((p.statuses() == codes{200}));
}

BOOST_AUTO_TEST_CASE(of_several_connections_one_gets_the_event) {
    pushing p({.max_in_flight = 100});
    auto const app = p.platform.app();
    line a(p.platform), b(p.platform);
    BOOST_TEST(p.platform.wait_connections(app, 2));
    for (int i = 0; i < 20; ++i)
        p.say(std::to_string(i));
    auto const answer_all = [](line& l) {
        int n = 0;
        while (auto const frame = l.read()) {
            l.reply(*frame, 200);
            ++n;
        }
        return n;
    };
    auto of_a = std::async(std::launch::async, answer_all, std::ref(a));
    auto of_b = std::async(std::launch::async, answer_all, std::ref(b));
    BOOST_TEST(p.platform.wait_idle());
    p.platform.drop_connections(app);
    auto const na = of_a.get(), nb = of_b.get();
    BOOST_TEST(na + nb == 20);
    BOOST_TEST(na > 0);
    BOOST_TEST(nb > 0);
}

BOOST_AUTO_TEST_CASE(a_click_gets_its_response_over_the_long_connection) {
    pushing p;
    line l(p.platform);
    p.platform.wait_connections(p.platform.app());
    auto const id = p.card();
    auto clicked = std::async(std::launch::async, [&] { return p.platform.click(p.ann, id, "Go"); });
    auto const frame = l.read().value();
    BOOST_TEST(frame.header("type") == "event");
    l.reply(frame, 200, "eyJ0b2FzdCI6eyJjb250ZW50Ijoib2sifX0="); // {"toast":{"content":"ok"}}
    BOOST_TEST(*clicked.get().value().toast->content == "ok");
}

BOOST_AUTO_TEST_CASE(a_client_that_sends_no_frames_is_disconnected) {
    pushing p;
    line l(p.platform);
    p.platform.wait_connections(p.platform.app());
    l.write_nonsense();
    BOOST_TEST(!l.read().has_value());
    BOOST_TEST(p.platform.connections(p.platform.app()) == 0u);
}

BOOST_AUTO_TEST_CASE(a_platform_that_stops_sends_a_close_frame) {
    auto p = std::make_unique<pushing>();
    line l(p->platform);
    p->platform.wait_connections(p->platform.app());
    auto end = std::async(std::launch::async, [&] { return l.read().has_value(); });
    p.reset();
    BOOST_TEST(!end.get());
    BOOST_TEST((l.why() == beast::websocket::error::closed));
    BOOST_TEST(l.close_code() == static_cast<int>(beast::websocket::close_code::going_away));
}

BOOST_AUTO_TEST_SUITE_END()
