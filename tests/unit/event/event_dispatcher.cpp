// event_dispatcher on one thread, with a fake clock.

#include <chrono>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/event_dispatcher.hpp>

#include "dispatching.hpp"

using namespace dispatching;
using feishu::event_outcome;
using receive_v1 = feishu::im::v1::message::receive_v1;
using action_trigger = feishu::card::action_trigger;

namespace {

auto const throwing = [](receive_v1 const&) { throw std::runtime_error("out of luck"); };

feishu::event_options policy(bench& world, feishu::event_failure wanted) {
    auto options = world.options();
    options.on_failure = wanted;
    return options;
}

} // namespace

BOOST_AUTO_TEST_SUITE(event_dispatcher)

BOOST_AUTO_TEST_CASE(a_handler_gets_its_event_typed_and_the_response_comes_when_it_is_done) {
    bench world;
    feishu::event_dispatcher on(world.options());
    std::string got;
    on.handle<receive_v1>([&](auto const& e) { got = e.event.message.message_id.str(); });
    auto const response = deliver(on, message_event("e1", "om_7"));
    BOOST_TEST(!response.responded());
    BOOST_TEST(world.run() == 1u);
    BOOST_TEST(got == "om_7");
    BOOST_TEST(response.responded());
    BOOST_TEST(response.outcome() == event_outcome::done);
    BOOST_TEST(response.body() == "{}");
    BOOST_TEST(on.stats().handled == 1u);
}

BOOST_AUTO_TEST_CASE(the_response_to_a_callback_is_what_its_handler_returned) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<action_trigger>([](auto const&) { return feishu::card::toast{"saved"}; });
    auto const response = deliver(on, card_event("e1"));
    world.run();
    BOOST_TEST(response.body() == R"({"toast":{"type":"info","content":"saved"}})");
}

BOOST_AUTO_TEST_CASE(a_callback_whose_handler_returns_nothing_gets_an_empty_object) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<action_trigger>([](auto const&) {});
    auto const response = deliver(on, card_event("e1"));
    world.run();
    BOOST_TEST(response.body() == "{}");
}

BOOST_AUTO_TEST_CASE(a_redelivered_event_is_not_handled_again) {
    bench world;
    feishu::event_dispatcher on(world.options());
    int times = 0;
    on.handle<receive_v1>([&](auto const&) { ++times; });
    deliver(on, message_event("e1"));
    world.run();
    auto const again = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(times == 1);
    BOOST_TEST(again.outcome() == event_outcome::done);
    BOOST_TEST(on.stats().duplicates == 1u);
}

BOOST_AUTO_TEST_CASE(a_redelivered_callback_gets_the_same_response) {
    bench world;
    feishu::event_dispatcher on(world.options());
    int times = 0;
    on.handle<action_trigger>([&](auto const&) { return feishu::card::toast{std::to_string(++times)}; });
    auto const first = deliver(on, card_event("e1"));
    world.run();
    auto const again = deliver(on, card_event("e1"));
    world.run();
    BOOST_TEST(times == 1);
    BOOST_TEST(again.body() == first.body());
}

BOOST_AUTO_TEST_CASE(an_event_redelivered_while_it_is_handled_waits_for_the_same_outcome) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>(throwing);
    auto const first = deliver(on, message_event("e1"));
    auto const second = deliver(on, message_event("e1"));
    BOOST_TEST(world.run() == 1u);
    BOOST_TEST(first.outcome() == event_outcome::failed);
    BOOST_TEST(second.outcome() == event_outcome::failed);
}

BOOST_AUTO_TEST_CASE(events_of_two_apps_are_distinct_even_with_the_same_id) {
    bench world;
    feishu::event_dispatcher on(world.options());
    int times = 0;
    on.handle<receive_v1>([&](auto const&) { ++times; });
    auto other = message_event("e1");
    other.replace(other.find("cli_1"), 5, "cli_2");
    deliver(on, message_event("e1"));
    deliver(on, other);
    world.run();
    BOOST_TEST(times == 2);
}

BOOST_AUTO_TEST_CASE(an_event_without_an_id_is_handled_each_time) {
    bench world;
    feishu::event_dispatcher on(world.options());
    int times = 0;
    on.handle<receive_v1>([&](auto const&) { ++times; });
    deliver(on, message_event(""));
    deliver(on, message_event(""));
    world.run();
    BOOST_TEST(times == 2);
}

BOOST_AUTO_TEST_CASE(a_slow_handlers_event_is_acknowledged_in_time_and_still_handled) {
    bench world;
    feishu::event_dispatcher on(world.options());
    int times = 0;
    on.handle<receive_v1>([&](auto const&) { ++times; });
    auto const response = deliver(on, message_event("e1"));
    world.pass(on, 2'499ms);
    BOOST_TEST(!response.responded());
    world.pass(on, 1ms);
    BOOST_TEST(response.outcome() == event_outcome::done);
    world.run();
    BOOST_TEST(times == 1);
    BOOST_TEST(response.times() == 1);
    BOOST_TEST(on.stats().late == 1u);
}

BOOST_AUTO_TEST_CASE(a_callback_whose_handler_is_slow_gets_an_empty_object_and_is_logged) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<action_trigger>([](auto const&) { return feishu::card::toast{"saved"}; });
    auto const response = deliver(on, card_event("e1"));
    world.pass(on, 2'500ms);
    BOOST_TEST(response.body() == "{}");
    BOOST_REQUIRE(world.log.size() == 1u);
    BOOST_TEST(world.log[0] ==
               "card.action.trigger e1 is acknowledged with {}: its handler exceeds ack_deadline");
}

BOOST_AUTO_TEST_CASE(a_failed_event_is_pushed_again_and_then_handled) {
    bench world;
    feishu::event_dispatcher on(world.options());
    int times = 0;
    on.handle<receive_v1>([&](auto const&) {
        if (++times == 1)
            throw std::runtime_error("out of luck");
    });
    auto const first = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(first.outcome() == event_outcome::failed);
    BOOST_TEST(world.log.at(0) == "im.message.receive_v1 e1 failed: out of luck");
    auto const second = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(second.outcome() == event_outcome::done);
    BOOST_TEST(times == 2);
    BOOST_TEST(world.dead.empty());
}

BOOST_AUTO_TEST_CASE(an_event_that_fails_after_its_acknowledgement_is_a_dead_letter) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>(throwing);
    deliver(on, message_event("e1"));
    world.pass(on, 3s);
    world.run();
    BOOST_REQUIRE(world.dead.size() == 1u);
    BOOST_TEST(world.dead[0].first == "e1");
    BOOST_TEST(world.dead[0].second == "out of luck");
    auto const again = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(again.outcome() == event_outcome::done);
    BOOST_TEST(world.dead.size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_event_that_fails_while_a_second_delivery_waits_is_pushed_again) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>(throwing);
    auto const first = deliver(on, message_event("e1"));
    world.pass(on, 3s);
    auto const second = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(first.outcome() == event_outcome::done);
    BOOST_TEST(second.outcome() == event_outcome::failed);
    BOOST_TEST(world.dead.empty());
}

BOOST_AUTO_TEST_CASE(under_the_dead_letter_policy_a_failed_event_is_acknowledged) {
    bench world;
    feishu::event_dispatcher on(policy(world, feishu::event_failure::dead_letter));
    on.handle<receive_v1>(throwing);
    auto const response = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::done);
    BOOST_TEST(world.dead.size() == 1u);
    BOOST_TEST(on.stats().dead_lettered == 1u);
}

BOOST_AUTO_TEST_CASE(a_callback_that_fails_is_an_error_whatever_the_policy) {
    bench world;
    feishu::event_dispatcher on(policy(world, feishu::event_failure::dead_letter));
    on.handle<action_trigger>([](auto const&) { throw std::runtime_error("no"); });
    auto const response = deliver(on, card_event("e1"));
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::failed);
}

BOOST_AUTO_TEST_CASE(an_event_that_cannot_be_read_is_acknowledged_and_a_dead_letter) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>([](auto const&) { BOOST_ERROR("it cannot be read"); });
    response_slot response;
    on.deliver(feishu::raw_event{.type = "im.message.receive_v1", .id = "e1", .json = "{"}, response.taker());
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::done);
    BOOST_REQUIRE(world.dead.size() == 1u);
    BOOST_TEST(world.dead[0].second.starts_with("incomplete JSON"));
}

BOOST_AUTO_TEST_CASE(a_member_of_another_json_type_is_skipped_and_logged) {
    struct {
        std::string_view member, odd, note;
    } const table[] = {
        {R"({"message_id":"om_e1"})", "true", "event.message: expected an object, got true"},
        {R"("om_e1")", "[1]", "event.message.message_id: expected a string, got a list"},
        {R"("1608725989000")", R"("soon")", "header.create_time: expected a number, got a string"},
        {R"("t1")", R"({"a":{}})", "header.tenant_key: expected a string, got an object"},
    };
    for (auto const& row : table) {
        bench world;
        feishu::event_dispatcher on(world.options());
        std::string got;
        on.handle<receive_v1>([&](auto const& e) { got = e.header.event_id.str(); });
        auto odd = message_event("e1");
        odd.replace(odd.find(row.member), row.member.size(), row.odd);
        auto const response = deliver(on, odd);
        world.run();
        BOOST_TEST_CONTEXT(odd) {
            BOOST_TEST(response.outcome() == event_outcome::done);
            BOOST_TEST(got == "e1");
            BOOST_TEST(world.dead.empty());
            BOOST_REQUIRE(world.log.size() == 1u);
            BOOST_TEST(world.log[0] == "im.message.receive_v1 e1 has skipped members: " + std::string(row.note));
        }
    }
}

BOOST_AUTO_TEST_CASE(ids_of_an_operator_may_be_nested) { // case 11
    bench world;
    feishu::event_dispatcher on(world.options());
    std::string got;
    on.handle<action_trigger>([&](auto const& e) {
        auto const& who = e.event.operator_;
        got = who.open_id.str() + ' ' + who.union_id.str() + ' ' + who.user_id.str() + ' ' +
              who.tenant_key.str();
    });
    deliver(on, R"({"schema":"2.0","header":{"event_id":"ev11","token":"t","create_time":"1760000000000000",
        "event_type":"card.action.trigger","tenant_key":"tk","app_id":"cli_x"},"event":{"operator":{"tenant_key":"tk",
        "user_id":{"open_id":"ou_ann","union_id":"on_ann","user_id":"u1"}},"token":"c-1","action":{"value":
        {"do":"go"},"tag":"button"},"host":"im_message","context":{"open_message_id":"om_1","open_chat_id":"oc_1"}}})");
    world.run();
    BOOST_TEST(got == "ou_ann on_ann u1 tk");
    BOOST_TEST(world.log.empty());
}

BOOST_AUTO_TEST_CASE(the_create_time_of_a_typed_event_is_in_milliseconds_for_every_unit_sent) { // case 27
    for (std::string const sent : {"1603977298", "1603977298000", "1603977298000000"}) {
        bench world;
        feishu::event_dispatcher on(world.options());
        std::int64_t got = 0;
        on.handle<receive_v1>([&](auto const& e) { got = e.header.create_time.count(); });
        auto event = message_event("e1");
        event.replace(event.find("1608725989000"), 13, sent);
        deliver(on, event);
        world.run();
        BOOST_TEST(got == 1603977298000);
    }
}

BOOST_AUTO_TEST_CASE(events_without_a_handler_are_acknowledged_and_counted) {
    bench world;
    feishu::event_dispatcher on(world.options());
    auto const response = deliver(on, message_event("e1"));
    BOOST_TEST(response.outcome() == event_outcome::done);
    BOOST_TEST(on.stats().unknown == 1u);
}

BOOST_AUTO_TEST_CASE(handle_any_gets_the_events_without_a_handler) {
    bench world;
    feishu::event_dispatcher on(world.options());
    std::vector<std::string> got;
    on.handle<action_trigger>([](auto const&) {});
    on.handle_any(
        [&](feishu::raw_event const& e) { got.push_back(e.type + ' ' + e.id.str() + ' ' + e.json); });
    deliver(on, card_event("e1"));
    deliver(on, message_event("e2"));
    world.run();
    BOOST_REQUIRE(got.size() == 1u);
    BOOST_TEST(got[0] == "im.message.receive_v1 e2 " + message_event("e2"));
}

BOOST_AUTO_TEST_CASE(a_handler_of_handle_any_fails_like_any_other) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle_any([](feishu::raw_event const&) { throw 1; });
    auto const response = deliver(on, message_event("e2"));
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::failed);
}

BOOST_AUTO_TEST_CASE(a_type_has_one_handler) {
    feishu::event_dispatcher on;
    on.handle<receive_v1>([](auto const&) {}).handle_any([](auto const&) {});
    BOOST_CHECK_THROW(on.handle<receive_v1>([](auto const&) {}), std::invalid_argument);
    BOOST_CHECK_THROW(on.handle_any([](auto const&) {}), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(when_the_queue_is_full_the_event_is_pushed_again_and_handled_then) {
    bench world;
    auto options = world.options();
    options.queue_limit = 2;
    feishu::event_dispatcher on(options);
    int times = 0;
    on.handle<receive_v1>([&](auto const&) { ++times; });
    deliver(on, message_event("e1"));
    deliver(on, message_event("e2"));
    auto const third = deliver(on, message_event("e3"));
    BOOST_TEST(third.outcome() == event_outcome::busy);
    BOOST_TEST(on.stats().busy == 1u);
    world.run();
    deliver(on, message_event("e3"));
    world.run();
    BOOST_TEST(times == 3);
}

BOOST_AUTO_TEST_CASE(deliveries_that_join_an_event_count_for_the_limit) {
    bench world;
    auto options = world.options();
    options.queue_limit = 2;
    feishu::event_dispatcher on(options);
    on.handle<receive_v1>([](auto const&) {});
    deliver(on, message_event("e1"));
    deliver(on, message_event("e1"));
    BOOST_TEST(deliver(on, message_event("e1")).outcome() == event_outcome::busy);
}

BOOST_AUTO_TEST_CASE(a_delivery_that_is_not_an_event_is_rejected) {
    bench world;
    feishu::event_dispatcher on(world.options());
    for (auto const* bad : {"", "{", "[]", "{}", "null", R"({"schema":"2.0","header":{}})",
                            R"({"encrypt":"AAAA"})", R"({"type":"url_verification","challenge":"c"})"})
        BOOST_TEST(deliver(on, bad).outcome() == event_outcome::invalid);
    BOOST_TEST(on.stats().invalid == 8u);
    BOOST_TEST(world.log.size() == 8u);
}

BOOST_AUTO_TEST_CASE(an_event_claimed_by_another_process_is_pushed_again) {
    bench world;
    auto options = world.options();
    auto const shared = std::make_shared<feishu::memory_dedup_store>();
    options.dedup = shared;
    feishu::event_dispatcher on(options);
    on.handle<receive_v1>([](auto const&) { BOOST_ERROR("another process handles it"); });
    auto const event = feishu::read_event(message_event("e1")).value();
    shared->claim(feishu::event_identity(event), world.time->now());
    auto const response = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::busy);
}

BOOST_AUTO_TEST_CASE(a_message_that_is_pushed_under_another_event_id_is_handled_once) { // case 23
    bench world;
    feishu::event_dispatcher on(world.options());
    int times = 0;
    on.handle<receive_v1>([&](auto const&) { ++times; });
    for (std::string const id : {"ev_a", "ev_a", "ev_b"}) {
        deliver(on, message_event(id, "om_same"));
        world.run();
    }
    BOOST_TEST(times == 1);
    BOOST_TEST(on.stats().handled == 1u);
    BOOST_TEST(on.stats().duplicates == 2u);
}

BOOST_AUTO_TEST_CASE(a_message_that_is_pushed_under_another_event_id_while_it_is_handled_joins_it) {
    bench world;
    feishu::event_dispatcher on(world.options());
    int times = 0;
    on.handle<receive_v1>([&](auto const&) { ++times; });
    auto const first = deliver(on, message_event("ev_a", "om_same"));
    auto const second = deliver(on, message_event("ev_b", "om_same"));
    world.run();
    BOOST_TEST(times == 1);
    BOOST_TEST(first.outcome() == event_outcome::done);
    BOOST_TEST(second.outcome() == event_outcome::done);
}

BOOST_AUTO_TEST_CASE(the_identity_of_events_can_be_customized) {
    bench world;
    auto options = world.options();
    options.identity = [](feishu::raw_event const& e) {
        return e.type == "im.message.receive_v1" ? e.id.str() : feishu::event_identity(e);
    };
    feishu::event_dispatcher on(options);
    int times = 0;
    on.handle<receive_v1>([&](auto const&) { ++times; });
    deliver(on, message_event("ev_a", "om_same"));
    deliver(on, message_event("ev_a", "om_same"));
    deliver(on, message_event("ev_b", "om_same"));
    world.run();
    BOOST_TEST(times == 2);
}

BOOST_AUTO_TEST_CASE(an_event_without_an_identity_is_handled_each_time) {
    bench world;
    auto options = world.options();
    options.identity = [](feishu::raw_event const&) { return std::string(); };
    feishu::event_dispatcher on(options);
    int times = 0;
    on.handle<receive_v1>([&](auto const&) { ++times; });
    deliver(on, message_event("e1"));
    deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(times == 2);
}

BOOST_AUTO_TEST_CASE(the_longest_durations_do_not_overflow) {
    bench world;
    auto options = world.options();
    options.ack_deadline = std::chrono::milliseconds::max();
    options.drain_time = std::chrono::milliseconds::max();
    feishu::event_dispatcher on(options);
    on.handle<receive_v1>([](auto const&) {});
    auto const response = deliver(on, message_event("e1"));
    world.pass(on, 24h * 365);
    BOOST_TEST(!response.responded());
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::done);
    BOOST_TEST(on.drain(std::chrono::milliseconds::max()));
    BOOST_TEST(on.drain(std::chrono::milliseconds::min()));
}

BOOST_AUTO_TEST_CASE(a_stopped_dispatcher_rejects_queued_events) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>([](auto const&) { BOOST_ERROR("it was rejected"); });
    auto const acknowledged = deliver(on, message_event("e1"));
    world.pass(on, 3s);
    auto const waiting = deliver(on, message_event("e2"));
    BOOST_TEST(!on.drain(0ms));
    BOOST_TEST(acknowledged.outcome() == event_outcome::done);
    BOOST_TEST(waiting.outcome() == event_outcome::busy);
    BOOST_REQUIRE(world.dead.size() == 1u);
    BOOST_TEST(world.dead[0].first == "e1");
    BOOST_TEST(deliver(on, message_event("e3")).outcome() == event_outcome::busy);
    world.run();
    BOOST_TEST(on.drain(0ms));
}

BOOST_AUTO_TEST_CASE(each_log_entry_is_one_short_line) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>(
        [](auto const&) { throw std::runtime_error("a\nb\x1b[31m" + std::string(10'000, 'x')); });
    deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(world.log.at(0).starts_with("im.message.receive_v1 e1 failed: a b [31mxxx"));
    BOOST_TEST(world.log.at(0).size() == 500u);
}

BOOST_AUTO_TEST_CASE(an_event_of_schema_1_is_handled) {
    bench world;
    feishu::event_dispatcher on(world.options());
    std::vector<std::string> got;
    on.handle_any([&](feishu::raw_event const& e) { got.push_back(e.type); });
    std::string const json = R"({"uuid":"u1","token":"t","ts":"1502199207.7171419","type":"event_callback",
        "event":{"type":"add_bot","app_id":"cli_1"}})";
    deliver(on, json);
    deliver(on, json);
    world.run();
    BOOST_REQUIRE(got.size() == 1u);
    BOOST_TEST(got[0] == "add_bot");
}

BOOST_AUTO_TEST_CASE(deliveries_that_draining_rejects_are_counted_as_busy) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>([](auto const&) {});
    deliver(on, message_event("e1"));
    deliver(on, message_event("e2"));
    deliver(on, message_event("e2"));
    BOOST_TEST(!on.drain(0ms));
    BOOST_TEST(on.stats().busy == 3u);
    deliver(on, message_event("e3"));
    BOOST_TEST(on.stats().busy == 4u);
}

BOOST_AUTO_TEST_SUITE_END()
