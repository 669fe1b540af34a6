// Decisions between delivery and answer that the dispatcher's own tests do not reach.

#include <chrono>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/event/impl/event_machine.hpp>

using namespace std::chrono_literals;
using feishu::event_outcome;
using feishu::detail::handled;
using machine = feishu::detail::event_machine;

BOOST_TEST_DONT_PRINT_LOG_VALUE(feishu::event_outcome)
BOOST_TEST_DONT_PRINT_LOG_VALUE(machine::admission)

namespace {

machine::time_point const start{100h};

machine::job job(std::string key) {
    return {.event = std::make_shared<feishu::raw_event const>(),
            .handler = std::make_shared<feishu::detail::event_handler const>(),
            .key = std::move(key)};
}

feishu::response_function nobody() {
    return [](feishu::event_response) {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(event_machine)

BOOST_AUTO_TEST_CASE(each_delivery_has_its_own_deadline) {
    machine one({.ack_deadline = 2s});
    BOOST_TEST(!one.next_deadline().has_value());
    one.deliver(job("a"), nobody(), start);
    one.deliver(job("a"), nobody(), start + 1s);
    BOOST_TEST((one.next_deadline() == start + 2s));
    auto const first = one.overdue(start + 2s);
    BOOST_TEST(first.answers.size() == 1u);
    BOOST_TEST(first.late.size() == 1u);
    BOOST_TEST((one.next_deadline() == start + 3s));
    auto const second = one.overdue(start + 5s);
    BOOST_TEST(second.answers.size() == 1u);
    BOOST_TEST(second.late.size() == 0u); // it was late before
    BOOST_TEST(!one.next_deadline().has_value());
    BOOST_TEST(one.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_delivery_between_the_verdict_and_the_end_of_a_job_gets_its_answer) {
    machine one({});
    auto const id = one.deliver(job("a"), nobody(), start).job;
    one.begin(id);
    BOOST_TEST(one.settle(id, {.answer = "\"x\""}).answers.size() == 1u);
    BOOST_TEST((one.deliver(job("a"), nobody(), start).what == machine::admission::joined));
    auto const told = one.remove(id);
    BOOST_REQUIRE(told.size() == 1u);
    BOOST_TEST(told[0].answer.body == "\"x\"");
    BOOST_TEST(one.idle());
    BOOST_TEST(!one.next_deadline().has_value());
}

BOOST_AUTO_TEST_CASE(jobs_without_a_key_are_apart_and_one_end_does_not_end_the_other) {
    machine one({});
    auto const a = one.deliver(job(""), nobody(), start);
    auto const b = one.deliver(job(""), nobody(), start);
    BOOST_TEST((b.what == machine::admission::run));
    one.begin(a.job);
    one.settle(a.job, {});
    one.remove(a.job);
    BOOST_TEST(one.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_withdrawn_job_does_not_begin) {
    machine one({});
    auto const queued = one.deliver(job("a"), nobody(), start).job;
    auto const running = one.deliver(job("b"), nobody(), start).job;
    one.begin(running);
    auto const back = one.withdraw();
    BOOST_REQUIRE(back.answers.size() == 1u);
    BOOST_TEST(back.answers[0].answer.outcome == event_outcome::busy);
    BOOST_TEST(one.begin(queued) == nullptr);
    BOOST_TEST(one.size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_event_that_was_acknowledged_and_nobody_handled_is_known_when_withdrawn) {
    machine one({.ack_deadline = 2s});
    one.deliver(job("a"), nobody(), start);
    one.overdue(start + 2s);
    BOOST_TEST(one.withdraw().dead.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
