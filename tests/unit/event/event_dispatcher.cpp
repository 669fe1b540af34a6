// What a dispatcher does with deliveries: on one thread, with a clock that stands still.

#include <memory>
#include <stdexcept>
#include <string>
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

BOOST_TEST_DONT_PRINT_LOG_VALUE(feishu::event_outcome)

namespace {

auto const throwing = [](receive_v1 const&) { throw std::runtime_error("out of luck"); };

feishu::event_options policy(bench& world, feishu::event_failure wanted) {
    auto options = world.options();
    options.on_failure = wanted;
    return options;
}

} // namespace

BOOST_AUTO_TEST_SUITE(event_dispatcher)

BOOST_AUTO_TEST_CASE(a_handler_gets_its_event_typed_and_the_answer_comes_when_it_is_done) {
    bench world;
    feishu::event_dispatcher on(world.options());
    std::string got;
    on.handle<receive_v1>([&](auto const& e) { got = e.event.message.message_id.str(); });
    auto const answer = deliver(on, message_event("e1", "om_7"));
    BOOST_TEST(!answer.answered());
    BOOST_TEST(world.run() == 1u);
    BOOST_TEST(got == "om_7");
    BOOST_TEST(answer.answered());
    BOOST_TEST(answer.outcome() == event_outcome::done);
    BOOST_TEST(answer.body() == "{}");
    BOOST_TEST(on.stats().handled == 1u);
}

BOOST_AUTO_TEST_CASE(a_callback_is_answered_with_what_its_handler_returned) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<action_trigger>([](auto const&) { return feishu::card::toast{"saved"}; });
    auto const answer = deliver(on, card_event("e1"));
    world.run();
    BOOST_TEST(answer.body() == R"({"toast":{"type":"info","content":"saved"}})");
}

BOOST_AUTO_TEST_CASE(a_callback_whose_handler_returns_nothing_is_answered_by_an_empty_object) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<action_trigger>([](auto const&) {});
    auto const answer = deliver(on, card_event("e1"));
    world.run();
    BOOST_TEST(answer.body() == "{}");
}

BOOST_AUTO_TEST_CASE(an_event_that_comes_again_is_not_handled_again) {
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

BOOST_AUTO_TEST_CASE(a_callback_that_comes_again_gets_the_same_answer_again) {
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

BOOST_AUTO_TEST_CASE(an_event_that_comes_again_while_it_is_handled_waits_for_the_same_outcome) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>(throwing);
    auto const first = deliver(on, message_event("e1"));
    auto const second = deliver(on, message_event("e1"));
    BOOST_TEST(world.run() == 1u);
    BOOST_TEST(first.outcome() == event_outcome::failed);
    BOOST_TEST(second.outcome() == event_outcome::failed);
}

BOOST_AUTO_TEST_CASE(events_of_two_apps_are_two_events_whatever_their_ids) {
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
    auto const answer = deliver(on, message_event("e1"));
    world.pass(on, 2'499ms);
    BOOST_TEST(!answer.answered());
    world.pass(on, 1ms);
    BOOST_TEST(answer.outcome() == event_outcome::done);
    world.run();
    BOOST_TEST(times == 1);
    BOOST_TEST(answer.times() == 1);
    BOOST_TEST(on.stats().late == 1u);
}

BOOST_AUTO_TEST_CASE(a_callback_whose_handler_is_slow_is_answered_by_an_empty_object_and_logged) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<action_trigger>([](auto const&) { return feishu::card::toast{"saved"}; });
    auto const answer = deliver(on, card_event("e1"));
    world.pass(on, 2'500ms);
    BOOST_TEST(answer.body() == "{}");
    BOOST_REQUIRE(world.log.size() == 1u);
    BOOST_TEST(world.log[0] == "card.action.trigger e1 is answered {}: its handler takes too long");
}

BOOST_AUTO_TEST_CASE(a_handler_that_throws_has_the_platform_push_again_and_the_event_is_handled_then) {
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

BOOST_AUTO_TEST_CASE(what_fails_after_it_was_acknowledged_is_a_dead_letter) {
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

BOOST_AUTO_TEST_CASE(what_fails_while_a_second_delivery_still_waits_is_pushed_again) {
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

BOOST_AUTO_TEST_CASE(by_policy_a_failure_is_acknowledged_and_a_dead_letter) {
    bench world;
    feishu::event_dispatcher on(policy(world, feishu::event_failure::dead_letter));
    on.handle<receive_v1>(throwing);
    auto const answer = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(answer.outcome() == event_outcome::done);
    BOOST_TEST(world.dead.size() == 1u);
    BOOST_TEST(on.stats().dead_lettered == 1u);
}

BOOST_AUTO_TEST_CASE(a_callback_that_fails_is_refused_whatever_the_policy) {
    bench world;
    feishu::event_dispatcher on(policy(world, feishu::event_failure::dead_letter));
    on.handle<action_trigger>([](auto const&) { throw std::runtime_error("no"); });
    auto const answer = deliver(on, card_event("e1"));
    world.run();
    BOOST_TEST(answer.outcome() == event_outcome::failed);
}

BOOST_AUTO_TEST_CASE(an_event_that_does_not_fit_its_documentation_is_acknowledged_and_a_dead_letter) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>([](auto const&) {});
    auto odd = message_event("e1");
    odd.replace(odd.find(R"({"message_id":"om_1"})"), 21, "true");
    auto const answer = deliver(on, odd);
    world.run();
    BOOST_TEST(answer.outcome() == event_outcome::done);
    BOOST_REQUIRE(world.dead.size() == 1u);
    BOOST_TEST(world.dead[0].second.starts_with("event.message: expected"));
}

BOOST_AUTO_TEST_CASE(events_without_a_handler_are_acknowledged_and_counted) {
    bench world;
    feishu::event_dispatcher on(world.options());
    auto const answer = deliver(on, message_event("e1"));
    BOOST_TEST(answer.outcome() == event_outcome::done);
    BOOST_TEST(on.stats().unknown == 1u);
}

BOOST_AUTO_TEST_CASE(handle_any_gets_what_has_no_handler_of_its_own) {
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

BOOST_AUTO_TEST_CASE(a_handler_of_any_event_fails_like_another) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle_any([](feishu::raw_event const&) { throw 1; });
    auto const answer = deliver(on, message_event("e2"));
    world.run();
    BOOST_TEST(answer.outcome() == event_outcome::failed);
}

BOOST_AUTO_TEST_CASE(a_type_has_one_handler) {
    feishu::event_dispatcher on;
    on.handle<receive_v1>([](auto const&) {}).handle_any([](auto const&) {});
    BOOST_CHECK_THROW(on.handle<receive_v1>([](auto const&) {}), std::invalid_argument);
    BOOST_CHECK_THROW(on.handle_any([](auto const&) {}), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(when_the_queue_is_full_the_platform_is_told_to_push_later_and_then_it_is_handled) {
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

BOOST_AUTO_TEST_CASE(what_is_no_event_is_refused) {
    bench world;
    feishu::event_dispatcher on(world.options());
    for (auto const* bad : {"", "{", "[]", "{}", "null", R"({"schema":"2.0","header":{}})",
                            R"({"encrypt":"AAAA"})", R"({"type":"url_verification","challenge":"c"})"})
        BOOST_TEST(deliver(on, bad).outcome() == event_outcome::invalid);
    BOOST_TEST(on.stats().invalid == 8u);
    BOOST_TEST(world.log.size() == 8u);
}

BOOST_AUTO_TEST_CASE(an_event_that_another_process_has_is_pushed_again) {
    bench world;
    auto options = world.options();
    auto const shared = std::make_shared<feishu::memory_dedup_store>();
    options.seen = shared;
    feishu::event_dispatcher on(options);
    on.handle<receive_v1>([](auto const&) { BOOST_ERROR("it is the other's"); });
    shared->claim("cli_1/e1", world.time->now());
    auto const answer = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(answer.outcome() == event_outcome::busy);
}

BOOST_AUTO_TEST_CASE(a_store_that_fails_fails_the_event_and_nothing_else) {
    struct broken final : feishu::dedup_store {
        claimed claim(std::string_view, feishu::clock::time_point) override {
            throw std::runtime_error("no store");
        }
        void done(std::string_view, std::string_view, feishu::clock::time_point) override {}
        void forget(std::string_view) override { throw std::runtime_error("no store"); }
    };
    bench world;
    auto options = world.options();
    options.seen = std::make_shared<broken>();
    feishu::event_dispatcher on(options);
    on.handle<receive_v1>([](auto const&) {});
    auto const answer = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(answer.outcome() == event_outcome::failed);
    BOOST_TEST(world.log.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_stopped_dispatcher_gives_back_what_has_not_begun) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>([](auto const&) { BOOST_ERROR("it was given back"); });
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

BOOST_AUTO_TEST_CASE(log_lines_are_one_line_each_and_short) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<receive_v1>(
        [](auto const&) { throw std::runtime_error("a\nb\x1b[31m" + std::string(10'000, 'x')); });
    deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(world.log.at(0).starts_with("im.message.receive_v1 e1 failed: a b [31mxxx"));
    BOOST_TEST(world.log.at(0).size() == 500u);
}

BOOST_AUTO_TEST_CASE(an_event_of_schema_1_is_handled_like_another) {
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

BOOST_AUTO_TEST_SUITE_END()
