// Decisions of the event machine that the tests of the dispatcher do not cover.

#include <chrono>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/event/impl/event_machine.hpp>

#include "dispatching.hpp"

using namespace std::chrono_literals;
using feishu::event_outcome;
using feishu::detail::handled;
using machine = feishu::detail::event_machine;

BOOST_TEST_DONT_PRINT_LOG_VALUE(machine::admission)

namespace {

machine::time_point const start{100h};

machine::job job(std::string key) {
    return {.event = std::make_shared<feishu::raw_event const>(),
            .handler = std::make_shared<feishu::detail::event_handler const>(),
            .key = std::move(key)};
}

// Delivers an event and ignores the response.
machine::admitted deliver(machine& to, std::string key, machine::time_point now = start) {
    feishu::response_function ignored = [](feishu::event_response) {};
    return to.deliver(job(std::move(key)), ignored, now);
}

} // namespace

BOOST_AUTO_TEST_SUITE(event_machine)

BOOST_AUTO_TEST_CASE(each_delivery_has_its_own_deadline) {
    machine one({.ack_deadline = 2s});
    BOOST_TEST(!one.next_deadline().has_value());
    deliver(one, "a");
    deliver(one, "a", start + 1s);
    BOOST_TEST((one.next_deadline() == start + 2s));
    auto const first = one.overdue(start + 2s);
    BOOST_TEST(first.replies.size() == 1u);
    BOOST_TEST(first.late.size() == 1u);
    BOOST_TEST((one.next_deadline() == start + 3s));
    auto const second = one.overdue(start + 5s);
    BOOST_TEST(second.replies.size() == 1u);
    BOOST_TEST(second.late.size() == 0u); // it was late before
    BOOST_TEST(!one.next_deadline().has_value());
    BOOST_TEST(one.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_delivery_between_the_decision_and_the_end_of_a_job_gets_its_response) {
    machine one({});
    auto const id = deliver(one, "a").job;
    one.begin(id);
    BOOST_TEST(one.complete(id, {.response = "\"x\""}).replies.size() == 1u);
    BOOST_TEST((deliver(one, "a").what == machine::admission::joined));
    auto const joined = one.erase(id);
    BOOST_REQUIRE(joined.size() == 1u);
    BOOST_TEST(joined[0].response.body == "\"x\"");
    BOOST_TEST(one.idle());
    BOOST_TEST(!one.next_deadline().has_value());
}

BOOST_AUTO_TEST_CASE(jobs_without_a_key_are_independent) {
    machine one({});
    auto const a = deliver(one, "");
    auto const b = deliver(one, "");
    BOOST_TEST((b.what == machine::admission::run));
    one.begin(a.job);
    one.complete(a.job, {});
    one.erase(a.job);
    BOOST_TEST(one.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_rejected_job_does_not_begin) {
    machine one({});
    auto const queued = deliver(one, "a").job;
    auto const running = deliver(one, "b").job;
    one.begin(running);
    auto const back = one.reject_queued();
    BOOST_REQUIRE(back.replies.size() == 1u);
    BOOST_TEST(back.replies[0].response.outcome == event_outcome::busy);
    BOOST_TEST(one.begin(queued) == nullptr);
    BOOST_TEST(one.size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_acknowledged_event_is_a_dead_letter_when_its_job_is_rejected) {
    machine one({.ack_deadline = 2s});
    deliver(one, "a");
    one.overdue(start + 2s);
    BOOST_TEST(one.reject_queued().dead.size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_longest_deadline_does_not_overflow) {
    machine one({.ack_deadline = std::chrono::milliseconds::max()});
    deliver(one, "a");
    BOOST_TEST((one.next_deadline().value() > start + 24h * 365));
    BOOST_TEST(one.overdue(start + 24h * 365).replies.empty());
}

BOOST_AUTO_TEST_CASE(a_job_begins_once) {
    machine one({});
    auto const id = deliver(one, "a").job;
    BOOST_TEST(one.begin(id) != nullptr);
    BOOST_TEST(one.begin(id) == nullptr);
}

BOOST_AUTO_TEST_CASE(a_job_that_was_not_started_leaves_the_claims_of_other_processes_alone) {
    machine one({.retry_failed = false});
    auto const id = deliver(one, "a").job;
    one.begin(id);
    auto const decision = one.complete(id, {.what = feishu::detail::handled::kind::not_started});
    BOOST_TEST((decision.in_store == machine::decision::claim::keep));
    BOOST_TEST(decision.response.outcome ==
               event_outcome::failed); // pushed again: the handler did not fail
    BOOST_TEST(!decision.dead_letter);
}

BOOST_AUTO_TEST_SUITE_END()
