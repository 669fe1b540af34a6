// The state machine of a long connection, with bytes and a fake clock.

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/event/impl/long_connection_machine.hpp>

#include "../mentions.hpp"

using test::mentions;
namespace frames = feishu::frames;
namespace actions = feishu::detail::actions;
using namespace std::chrono_literals;
using feishu::error_kind;
using status = feishu::long_connection_status;

namespace {

std::string const endpoint = R"({"code":0,"data":{"URL":"wss://host/ws?device_id=d&service_id=7",)"
                             R"("ClientConfig":{"ReconnectCount":-1,"ReconnectInterval":120,)"
                             R"("ReconnectNonce":30,"PingInterval":120}}})";

feishu::error lost() { return {.kind = error_kind::transport, .message = "lost"}; }

frames::frame event(std::string id = "m", std::string payload = "{}") {
    return {.seq_id = 3,
            .log_id = 4,
            .service = 7,
            .method = 1,
            .headers = {{"type", "event"}, {"message_id", std::move(id)}, {"sum", "1"}, {"seq", "0"}},
            .payload = std::move(payload)};
}

frames::frame pong(std::string payload = "") {
    return {.service = 7, .headers = {{"type", "pong"}}, .payload = std::move(payload)};
}

// A machine, driven by the test.
struct line {
    explicit line(feishu::long_connection_params params = {}, std::uint64_t seed = 1)
        : machine(params, seed) {}

    // Actions of one kind, in order; the others are kept.
    template <class Action>
    std::vector<Action> take() {
        for (auto& action : machine.take_actions())
            actions.push_back(std::move(action));
        std::vector<Action> out;
        std::erase_if(actions, [&](auto& action) {
            auto* const found = std::get_if<Action>(&action);
            if (found)
                out.push_back(std::move(*found));
            return found != nullptr;
        });
        return out;
    }
    template <class Action>
    std::size_t count() {
        return take<Action>().size();
    }

    std::vector<frames::frame> sent() {
        std::vector<frames::frame> out;
        for (auto const& one : take<actions::send>()) {
            out.push_back(frames::decode(one.bytes).value());
            machine.on_sent();
        }
        return out;
    }
    std::string last_log() {
        auto const all = take<actions::log>();
        return all.empty() ? std::string() : all.back().line;
    }

    void pass(feishu::clock::time_point::duration time) {
        now += time;
        machine.on_time(now);
    }
    // Moves the clock to the time for which the machine waits; returns how far.
    feishu::clock::time_point::duration sleep() {
        auto const before = std::exchange(now, machine.wake());
        machine.on_time(now);
        return now - before;
    }
    void discovered(std::string body, int http_status = 200) {
        machine.on_discovered(now, feishu::detail::discovery_http_response{http_status, std::move(body)});
    }
    void receive(frames::frame const& f) { machine.on_message(now, true, frames::encode(f)); }
    void connect() {
        discovered(endpoint);
        machine.on_connected(now);
        receive(pong());
    }
    // Connected, without pending actions.
    line& open() {
        machine.start(now);
        connect();
        sent();
        actions.clear();
        return *this;
    }
    status at() const { return machine.state().status; }
    feishu::error why() const { return machine.state().why.value(); }

    feishu::detail::long_connection_machine machine;
    std::vector<feishu::detail::long_connection_action> actions;
    feishu::clock::time_point now{};
};

} // namespace

BOOST_AUTO_TEST_SUITE(long_connection_machine)

// --- connecting

BOOST_AUTO_TEST_CASE(it_discovers_the_endpoint_connects_and_pings) {
    line it;
    BOOST_TEST((it.at() == status::stopped));
    it.machine.start(it.now);
    BOOST_TEST((it.at() == status::connecting));
    BOOST_TEST(it.count<actions::discover>() == 1u);
    it.discovered(endpoint);
    auto const connects = it.take<actions::connect>();
    BOOST_REQUIRE(connects.size() == 1u);
    BOOST_TEST(connects[0].url == "wss://host/ws?device_id=d&service_id=7");
    it.machine.on_connected(it.now);
    BOOST_TEST((it.at() == status::connected));
    auto const sent = it.sent();
    BOOST_REQUIRE(sent.size() == 1u);
    BOOST_TEST((sent[0] == frames::frame{.service = 7, .headers = {{"type", "ping"}}}));
}

BOOST_AUTO_TEST_CASE(every_change_of_status_is_reported) {
    line it;
    it.machine.start(it.now);
    it.connect();
    it.machine.on_lost(it.now, lost());
    it.machine.stop(it.now);
    std::vector<status> seen;
    for (auto const& one : it.take<actions::notify_status>())
        seen.push_back(one.state.status);
    BOOST_TEST(
        (seen == std::vector{status::connecting, status::connected, status::reconnecting, status::stopped}));
}

BOOST_AUTO_TEST_CASE(discovery_codes_decide_whether_to_retry) {
    struct {
        int code;
        status then;
        error_kind kind;
    } const table[] = {
        {1, status::reconnecting, error_kind::api},    {1000040343, status::reconnecting, error_kind::api},
        {1000040350, status::failed, error_kind::api}, {403, status::failed, error_kind::auth},
        {514, status::failed, error_kind::auth},       {10003, status::failed, error_kind::auth},
    };
    for (auto const& row : table) {
        line it;
        it.machine.start(it.now);
        it.discovered(R"({"code":)" + std::to_string(row.code) + R"(,"msg":"no"})");
        BOOST_TEST_CONTEXT("code " << row.code) {
            BOOST_TEST((it.at() == row.then));
            BOOST_TEST(it.why().code == row.code);
            BOOST_TEST((it.why().kind == row.kind));
            BOOST_TEST(mentions(it.why(), "no"));
            BOOST_TEST(it.machine.done() == (row.then == status::failed));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_code_is_evaluated_with_every_http_status) {
    line it;
    it.machine.start(it.now);
    it.discovered(R"({"code":514,"msg":"auth failed"})", 500);
    BOOST_TEST((it.at() == status::failed));
    BOOST_TEST(it.why().code == 514);
    BOOST_TEST(it.why().http_status == 500);
}

BOOST_AUTO_TEST_CASE(a_gateway_that_is_down_is_retried_and_a_wrong_address_is_not) {
    struct {
        int http_status;
        status then;
    } const table[] = {{502, status::reconnecting},
                       {429, status::reconnecting},
                       {404, status::failed},
                       {301, status::failed}};
    for (auto const& row : table) {
        line it;
        it.machine.start(it.now);
        it.discovered("<html>", row.http_status);
        BOOST_TEST_CONTEXT("HTTP status " << row.http_status) {
            BOOST_TEST((it.at() == row.then));
            BOOST_TEST((it.why().kind == error_kind::http));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_response_without_an_endpoint_is_retried) {
    for (std::string const body :
         {"", "<html>", "{}", R"({"code":0})", R"({"code":0,"data":{"URL":""}})",
          R"({"code":"","data":{"URL":"wss://host/ws"}})", R"({"code":"ok","data":{"URL":"wss://host/ws"}})",
          R"({"code":null,"data":{"URL":"wss://host/ws"}})",
          R"({"code":[],"data":{"URL":"wss://host/ws"}})"}) {
        line it;
        it.machine.start(it.now);
        it.discovered(body);
        BOOST_TEST((it.at() == status::reconnecting));
        BOOST_TEST((it.why().kind == error_kind::decode));
    }
}

BOOST_AUTO_TEST_CASE(numbers_of_endpoint_discovery_may_be_text_and_empty_text_is_none) {
    line it;
    it.machine.start(it.now);
    it.discovered(R"({"code":"0","data":{"URL":"wss://host/ws","ClientConfig":{"ReconnectCount":"",)"
                  R"("ReconnectInterval":"","ReconnectNonce":"0","PingInterval":"60"}}})");
    it.machine.on_connected(it.now);
    BOOST_TEST((it.machine.wake() == it.now + 60s));
    it.machine.on_lost(it.now, lost());
    BOOST_TEST((it.at() == status::reconnecting)); // an empty ReconnectCount does not forbid it
    line refused;
    refused.machine.start(refused.now);
    refused.discovered(R"({"code":"514","msg":"no"})");
    BOOST_TEST(refused.why().code == 514);
}

BOOST_AUTO_TEST_CASE(a_network_failure_is_retried_and_a_wrong_setting_is_not) {
    line network, setting;
    network.machine.start({});
    network.machine.on_discovered({}, lost());
    BOOST_TEST((network.at() == status::reconnecting));
    setting.machine.start({});
    setting.machine.on_discovered({}, feishu::error{.kind = error_kind::validation, .message = "base_url"});
    BOOST_TEST((setting.at() == status::failed));
}

BOOST_AUTO_TEST_CASE(refusals_of_the_handshake_decide_whether_to_retry) {
    struct {
        char const* code;
        char const* auth_code;
        status then;
        int error_code;
    } const table[] = {
        {"403", "", status::failed, 403},
        {"514", "1000040350", status::failed, 1000040350},
        {"514", "1000040351", status::reconnecting, 0},
        {"514", "1000040344", status::reconnecting, 0}, // of the URL, not of the app
        {"514", "", status::reconnecting, 0},
        {"500", "", status::reconnecting, 0},
        {"", "", status::reconnecting, 0},
        {"x", "y", status::reconnecting, 0},
    };
    for (auto const& row : table) {
        line it;
        it.machine.start(it.now);
        it.discovered(endpoint);
        it.machine.on_refused(
            it.now,
            {.http_status = 400, .status = row.code, .message = "go away", .auth_code = row.auth_code});
        BOOST_TEST_CONTEXT("status " << row.code << ", code " << row.auth_code) {
            BOOST_TEST((it.at() == row.then));
            BOOST_TEST(it.why().code == row.error_code);
            BOOST_TEST(it.why().http_status == 400);
            BOOST_TEST(mentions(it.why(), "go away"));
        }
    }
}

BOOST_AUTO_TEST_CASE(an_attempt_that_takes_too_long_is_aborted_and_repeated) {
    for (bool const discovered : {false, true}) {
        line it({.connect_timeout = 10s});
        it.machine.start(it.now);
        if (discovered)
            it.discovered(endpoint);
        it.pass(9999ms);
        BOOST_TEST(it.count<actions::abort>() == 0u);
        it.pass(1ms);
        BOOST_TEST(it.count<actions::abort>() == 1u);
        BOOST_TEST((it.at() == status::reconnecting));
        BOOST_TEST((it.why().kind == error_kind::timeout));
    }
}

// --- reconnecting

BOOST_AUTO_TEST_CASE(the_first_reconnection_has_a_random_delay_and_the_others_the_interval) {
    line it;
    it.open();
    it.machine.on_lost(it.now, lost());
    auto const first = it.sleep();
    BOOST_TEST((first >= 100ms && first < 30s));
    BOOST_TEST(it.count<actions::discover>() == 1u);
    for (int i = 0; i < 3; ++i) {
        it.machine.on_discovered(it.now, lost());
        BOOST_TEST((it.sleep() == 120s));
        BOOST_TEST(it.count<actions::discover>() == 1u);
    }
}

BOOST_AUTO_TEST_CASE(reconnections_after_a_server_failure_are_spread_over_the_nonce) {
    std::vector<feishu::clock::time_point::duration> pauses;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        line it({}, seed);
        it.open();
        it.machine.on_lost(it.now, lost());
        pauses.push_back(it.sleep());
    }
    for (int i = 0; i < 6; ++i) {
        auto const n = std::ranges::count_if(pauses, [&](auto p) { return p >= i * 5s && p < (i + 1) * 5s; });
        BOOST_TEST((n > 15 && n < 60));
    }
}

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_delay) {
    line a({}, 5), b({}, 5), c({}, 6);
    for (auto* it : {&a, &b, &c}) {
        it->open();
        it->machine.on_lost(it->now, lost());
    }
    auto const pause = a.sleep();
    BOOST_TEST((b.sleep() == pause));
    BOOST_TEST((c.sleep() != pause));
}

BOOST_AUTO_TEST_CASE(it_fails_after_the_number_of_attempts_that_the_platform_sets) {
    line it;
    it.open();
    it.receive(pong(R"({"ReconnectCount":2})"));
    it.machine.on_lost(it.now, lost());
    for (int i = 0; i < 2; ++i) {
        BOOST_TEST((it.at() == status::reconnecting));
        it.sleep();
        it.machine.on_discovered(it.now, lost());
    }
    BOOST_TEST((it.at() == status::failed));
    BOOST_TEST(it.why().message == "lost");
    BOOST_TEST(it.machine.done());
    BOOST_TEST((it.machine.wake() == feishu::clock::time_point::max()));
}

BOOST_AUTO_TEST_CASE(a_count_of_zero_forbids_every_further_attempt) {
    line it;
    it.open();
    it.receive(pong(R"({"ReconnectCount":0})"));
    it.machine.on_lost(it.now, lost());
    BOOST_TEST((it.at() == status::failed));
}

BOOST_AUTO_TEST_CASE(a_connection_that_received_something_resets_the_count) {
    line it;
    it.open();
    it.receive(pong(R"({"ReconnectCount":1})"));
    for (int i = 0; i < 5; ++i) {
        it.machine.on_lost(it.now, lost());
        BOOST_TEST((it.at() == status::reconnecting));
        BOOST_TEST((it.sleep() < 30s)); // the nonce again, not the interval
        it.discovered(R"({"code":0,"data":{"URL":"ws://h/"}})");
        it.machine.on_connected(it.now);
        it.receive(pong());
    }
}

BOOST_AUTO_TEST_CASE(a_connection_that_ends_before_it_received_anything_counts_as_a_failure) {
    line it;
    it.open();
    it.machine.on_lost(it.now, lost());
    it.sleep();
    it.discovered(endpoint);
    it.machine.on_connected(it.now);
    it.machine.on_lost(it.now, lost());
    BOOST_TEST((it.sleep() == 120s));
}

BOOST_AUTO_TEST_CASE(a_platform_that_sets_no_delay_does_not_get_a_reconnect_storm) {
    line it;
    it.open();
    it.receive(pong(R"({"ReconnectInterval":0,"ReconnectNonce":0})"));
    it.machine.on_lost(it.now, lost());
    for (int i = 0; i < 3; ++i) {
        BOOST_TEST((it.sleep() == 100ms));
        it.machine.on_discovered(it.now, lost());
    }
}

// --- pings

BOOST_AUTO_TEST_CASE(it_pings_in_the_interval_that_the_platform_sets) {
    line it;
    it.open();
    BOOST_TEST((it.sleep() == 120s));
    BOOST_TEST(it.sent().size() == 1u);
    it.receive(pong(R"({"PingInterval":10})"));
    for (int i = 0; i < 3; ++i) {
        BOOST_TEST((it.sleep() == 10s));
        BOOST_TEST(it.sent().size() == 1u);
        it.receive(pong());
    }
}

BOOST_AUTO_TEST_CASE(settings_out_of_range_are_ignored) {
    line it;
    it.open();
    it.receive(pong(R"({"PingInterval":0,"ReconnectInterval":-5,"ReconnectNonce":-1})"));
    BOOST_TEST((it.sleep() == 120s));
    it.receive(pong(R"({"PingInterval":9223372036854775807})"));
    BOOST_TEST((it.sleep() == 24h));
}

BOOST_AUTO_TEST_CASE(a_pong_that_is_not_json_changes_nothing) {
    line it;
    it.open();
    it.receive(pong("{"));
    BOOST_TEST(it.last_log().find("skipped the settings in a pong") != std::string::npos);
    BOOST_TEST((it.at() == status::connected));
    BOOST_TEST((it.sleep() == 120s));
}

BOOST_AUTO_TEST_CASE(a_connection_that_is_silent_for_two_intervals_is_aborted) {
    line it;
    it.open();
    it.sleep();
    it.pass(120s - 1ms);
    BOOST_TEST(it.count<actions::abort>() == 0u);
    it.pass(1ms);
    BOOST_TEST(it.count<actions::abort>() == 1u);
    BOOST_TEST((it.at() == status::reconnecting));
    BOOST_TEST(mentions(it.why(), "no data received for 240 s"));
}

BOOST_AUTO_TEST_CASE(any_message_resets_the_silence_timeout) {
    for (int what = 0; what < 4; ++what) {
        line it;
        it.open();
        it.pass(239s);
        switch (what) {
        case 0: it.receive(pong()); break;
        case 1: it.receive(event()); break;
        case 2: it.machine.on_alive(it.now); break;
        case 3: it.machine.on_message(it.now, true, "rubbish"); break;
        }
        it.pass(120s);
        BOOST_TEST((it.at() == status::connected));
    }
}

// --- events

BOOST_AUTO_TEST_CASE(an_event_is_delivered_and_its_frame_comes_back_with_200_and_the_time_it_took) {
    line it;
    it.open();
    it.receive(event("m", R"({"schema":"2.0"})"));
    auto const delivered = it.take<actions::deliver>();
    BOOST_REQUIRE(delivered.size() == 1u);
    BOOST_TEST(delivered[0].json == R"({"schema":"2.0"})");
    BOOST_TEST(it.sent().empty());
    it.now += 40ms;
    it.machine.on_response(it.now, delivered[0].ticket, true, "{}");
    auto expected = event();
    expected.headers.emplace_back("biz_rt", "40");
    expected.payload = R"({"code":200,"headers":{}})";
    auto const sent = it.sent();
    BOOST_REQUIRE(sent.size() == 1u);
    BOOST_TEST((sent[0] == expected));
}

BOOST_AUTO_TEST_CASE(an_event_whose_handler_failed_gets_500) {
    line it;
    it.open();
    it.receive(event());
    it.machine.on_response(it.now, it.take<actions::deliver>().at(0).ticket, false, R"({"toast":{}})");
    BOOST_TEST(it.sent().at(0).payload == R"({"code":500,"headers":{}})");
}

BOOST_AUTO_TEST_CASE(the_response_to_a_callback_travels_in_base64) {
    line it;
    it.open();
    auto click = event();
    click.set_header("type", "card");
    it.receive(click);
    it.machine.on_response(it.now, it.take<actions::deliver>().at(0).ticket, true,
                           R"({"toast":{"content":"saved"}})");
    BOOST_TEST(it.sent().at(0).payload ==
               R"({"code":200,"headers":{},"data":"eyJ0b2FzdCI6eyJjb250ZW50Ijoic2F2ZWQifX0="})");
}

BOOST_AUTO_TEST_CASE(an_event_in_fragments_is_delivered_once_and_has_one_response) {
    line it;
    it.open();
    auto pieces = frames::split(event("m", "0123456789"), 4);
    it.receive(pieces[2]);
    it.receive(pieces[0]);
    it.receive(pieces[0]);
    BOOST_TEST(it.count<actions::deliver>() == 0u);
    it.receive(pieces[1]);
    auto const delivered = it.take<actions::deliver>();
    BOOST_REQUIRE(delivered.size() == 1u);
    BOOST_TEST(delivered[0].json == "0123456789");
    it.machine.on_response(it.now, delivered[0].ticket, true, "");
    BOOST_TEST(it.sent().size() == 1u);
}

BOOST_AUTO_TEST_CASE(fragments_are_not_continued_on_the_next_connection) {
    line it;
    it.open();
    auto pieces = frames::split(event("m", "01234567"), 4);
    it.receive(pieces[0]);
    it.machine.on_lost(it.now, lost());
    it.now = it.machine.wake();
    it.machine.on_time(it.now);
    it.connect();
    it.receive(pieces[1]);
    BOOST_TEST(it.count<actions::deliver>() == 0u);
}

BOOST_AUTO_TEST_CASE(unreadable_messages_are_logged_and_skipped) {
    line it;
    it.open();
    auto strange = event();
    strange.set_header("type", "strange");
    auto misfit = event();
    misfit.set_header("sum", "0");
    it.machine.on_message(it.now, true, "\xff\xff");
    BOOST_TEST(it.last_log().find("malformed frame") != std::string::npos);
    it.machine.on_message(it.now, false, "hello");
    BOOST_TEST(it.last_log() == "long connection: skipped a text message");
    it.receive(strange);
    BOOST_TEST(it.last_log() == "long connection: skipped a frame of unknown type");
    it.receive(misfit);
    BOOST_TEST(it.last_log() == "long connection: fragment dropped: sum is out of range");
    it.receive({.headers = {{"type", "new"}}});
    BOOST_TEST((it.at() == status::connected));
    BOOST_TEST(it.sent().empty());
    it.receive(event());
    BOOST_TEST(it.count<actions::deliver>() == 1u);
}

BOOST_AUTO_TEST_CASE(responses_for_a_connection_that_has_ended_are_dropped) {
    line it;
    it.open();
    it.receive(event());
    auto const ticket = it.take<actions::deliver>().at(0).ticket;
    it.machine.on_lost(it.now, lost());
    it.machine.on_response(it.now, ticket, true, "");
    it.sleep();
    it.connect();
    it.sent(); // the ping
    it.machine.on_response(it.now, ticket, true, "");
    BOOST_TEST(it.sent().empty());
}

BOOST_AUTO_TEST_CASE(events_above_the_limit_are_rejected_and_pushed_again) {
    line it({.max_pending_events = 2});
    it.open();
    for (std::string const id : {"a", "b", "c"})
        it.receive(event(id));
    BOOST_TEST(it.count<actions::deliver>() == 2u);
    auto const sent = it.sent();
    BOOST_REQUIRE(sent.size() == 1u);
    BOOST_TEST(sent[0].header("message_id") == "c");
    BOOST_TEST(sent[0].payload == R"({"code":500,"headers":{}})");
}

BOOST_AUTO_TEST_CASE(the_connection_to_a_peer_that_does_not_read_is_aborted) {
    line it({.max_queued_frames = 3});
    it.open();
    for (int i = 0; i < 4; ++i) {
        it.receive(event());
        auto const delivered = it.take<actions::deliver>();
        it.machine.on_response(it.now, delivered.at(0).ticket, true, "");
    }
    BOOST_TEST(it.count<actions::send>() == 3u);
    BOOST_TEST(it.count<actions::abort>() == 1u);
    BOOST_TEST(it.why().message == "peer is not reading");
}

// --- stopping

BOOST_AUTO_TEST_CASE(without_a_connection_it_stops_at_once) {
    line fresh, asking, connecting, pausing;
    fresh.machine.stop({});
    asking.machine.start({});
    connecting.machine.start({});
    connecting.discovered(endpoint);
    pausing.machine.start({});
    pausing.machine.on_discovered({}, lost());
    for (auto* it : {&asking, &connecting, &pausing})
        it->machine.stop({});
    for (auto* it : {&fresh, &asking, &connecting, &pausing}) {
        BOOST_TEST(it->machine.done());
        BOOST_TEST((it->at() == status::stopped));
    }
    BOOST_TEST(asking.count<actions::abort>() == 1u);
    BOOST_TEST(connecting.count<actions::abort>() == 1u);
    BOOST_TEST(pausing.count<actions::abort>() == 0u);
    fresh.machine.start({});
    BOOST_TEST(fresh.count<actions::discover>() == 0u);
}

BOOST_AUTO_TEST_CASE(without_pending_events_it_closes) {
    line it;
    it.open();
    it.machine.stop(it.now);
    BOOST_TEST(it.count<actions::close>() == 1u);
    BOOST_TEST(!it.machine.done());
    it.machine.on_lost(it.now, lost());
    BOOST_TEST(it.machine.done());
    BOOST_TEST((it.at() == status::stopped));
    BOOST_TEST(!it.machine.state().why);
}

BOOST_AUTO_TEST_CASE(responses_of_running_handlers_are_sent_before_it_closes) {
    line it;
    it.open();
    it.receive(event("a"));
    it.receive(event("b"));
    auto const running = it.take<actions::deliver>();
    it.machine.stop(it.now);
    it.machine.on_response(it.now, running[0].ticket, true, "");
    BOOST_TEST(it.count<actions::close>() == 0u);
    it.machine.on_response(it.now, running[1].ticket, true, "");
    it.take<actions::notify_status>();
    for (auto& action : it.machine.take_actions())
        it.actions.push_back(std::move(action));
    BOOST_REQUIRE(it.actions.size() == 3u);
    BOOST_TEST(std::holds_alternative<actions::close>(it.actions[2]));
}

BOOST_AUTO_TEST_CASE(events_that_arrive_while_it_stops_are_rejected_and_pushed_again) {
    line it;
    it.open();
    it.receive(event("a"));
    it.take<actions::deliver>();
    it.machine.stop(it.now);
    it.receive(event("b"));
    BOOST_TEST(it.count<actions::deliver>() == 0u);
    BOOST_TEST(it.sent().at(0).payload == R"({"code":500,"headers":{}})");
}

BOOST_AUTO_TEST_CASE(unresponsive_handlers_and_peers_delay_a_stop_by_drain_time_at_most) {
    for (bool const running : {true, false}) {
        line it({.drain_time = 5s});
        it.open();
        if (running)
            it.receive(event());
        it.machine.stop(it.now);
        it.pass(4999ms);
        BOOST_TEST(!it.machine.done());
        it.pass(1ms);
        BOOST_TEST(it.count<actions::abort>() == 1u);
        BOOST_TEST((it.at() == status::stopped));
    }
}

BOOST_AUTO_TEST_CASE(a_connection_that_is_lost_while_it_stops_is_not_reestablished) {
    line it;
    it.open();
    it.receive(event());
    it.machine.stop(it.now);
    it.machine.on_lost(it.now, lost());
    BOOST_TEST(it.machine.done());
    BOOST_TEST((it.at() == status::stopped));
}

BOOST_AUTO_TEST_CASE(a_second_stop_has_no_effect) {
    line it;
    it.open();
    it.machine.stop(it.now);
    it.machine.stop(it.now);
    BOOST_TEST(it.count<actions::close>() == 1u);
    it.machine.on_lost(it.now, lost());
    it.machine.stop(it.now);
    BOOST_TEST(it.count<actions::notify_status>() == 1u);
}

// --- errors and log lines

BOOST_AUTO_TEST_CASE(rejected_credentials_are_an_auth_error_with_advice_and_are_not_retried) { // case 20
    for (int const code : {1000040345, 10003, 10012, 10013, 10014, 10015, 514, 403}) {
        line it;
        it.machine.start(it.now);
        it.discovered(R"({"code":)" + std::to_string(code) +
                      R"(,"msg":"app_id or app_secret is invalid","data":null})");
        BOOST_TEST_CONTEXT("code " << code) {
            BOOST_TEST(it.machine.done());
            BOOST_TEST((it.why().kind == error_kind::auth));
            BOOST_TEST(it.why().code == code);
            BOOST_TEST(mentions(it.why(), "check app_id and app_secret"));
            BOOST_TEST(!it.why().retryable());
        }
    }
}

BOOST_AUTO_TEST_CASE(credentials_that_the_handshake_rejects_are_not_retried) {
    line it;
    it.machine.start(it.now);
    it.discovered(endpoint);
    it.machine.on_refused(it.now,
                          {.http_status = 400, .status = "514", .message = "no", .auth_code = "1000040345"});
    BOOST_TEST(it.machine.done());
    BOOST_TEST((it.why().kind == error_kind::auth));
}

BOOST_AUTO_TEST_CASE(a_code_that_says_to_retry_is_retried) {
    line it;
    it.machine.start(it.now);
    it.discovered(R"({"code":99991400,"msg":"request trigger frequency limit"})", 429);
    BOOST_TEST((it.at() == status::reconnecting));
}

BOOST_AUTO_TEST_CASE(a_response_that_cannot_be_read_is_shown_by_its_beginning) {
    for (int const http_status : {200, 404}) {
        line it;
        it.machine.start(it.now);
        it.discovered("<html>Sign in to the network" + std::string(1'000, 'x'), http_status);
        BOOST_TEST(mentions(it.why(), ": <html>Sign in to the network"));
        BOOST_TEST(it.why().message.size() < 300u);
    }
}

BOOST_AUTO_TEST_CASE(a_lost_connection_and_its_reestablishment_are_logged) {
    line it;
    it.open();
    BOOST_TEST(it.last_log() == "");
    it.machine.on_lost(it.now, lost());
    BOOST_TEST(it.last_log() == "long connection: reconnecting: lost");
    it.sleep();
    it.connect();
    BOOST_TEST(it.last_log() == "long connection: connected again");
}

BOOST_AUTO_TEST_CASE(a_permanent_failure_is_logged_with_the_reason) {
    line it;
    it.machine.start(it.now);
    it.discovered(R"({"code":514,"msg":"auth failed"})");
    BOOST_TEST(it.last_log() ==
               "long connection: failed, not reconnecting: endpoint discovery failed: auth failed; "
               "check app_id and app_secret, and that the app is enabled (code 514)");
}

BOOST_AUTO_TEST_CASE(a_connection_and_a_stop_on_request_are_not_logged) {
    line it;
    it.machine.start(it.now);
    it.connect();
    it.machine.stop(it.now);
    it.machine.on_lost(it.now, lost());
    BOOST_TEST(it.machine.done());
    BOOST_TEST(it.last_log() == "");
}

// --- extreme durations

BOOST_AUTO_TEST_CASE(the_longest_durations_do_not_overflow) {
    constexpr auto endless = std::chrono::milliseconds::max();
    line it({.connect_timeout = endless, .drain_time = endless, .min_reconnect_delay = endless});
    it.now = feishu::clock::time_point(1000h);
    it.machine.start(it.now);
    BOOST_TEST((it.machine.wake() > it.now + 24h * 365));
    it.connect();
    it.machine.on_lost(it.now, lost());
    BOOST_TEST((it.machine.wake() > it.now + 24h * 365));
    line stopping({.drain_time = endless});
    stopping.now = feishu::clock::time_point(1000h);
    stopping.open().receive(event());
    stopping.machine.stop(stopping.now);
    BOOST_TEST((stopping.machine.wake() > stopping.now));
    BOOST_TEST(!stopping.machine.done());
}

BOOST_AUTO_TEST_SUITE_END()
