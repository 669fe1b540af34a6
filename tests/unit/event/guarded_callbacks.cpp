// User callbacks that throw: each delivery still gets one response, and the dispatcher keeps working.

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/event_dispatcher.hpp>

#include "dispatching.hpp"

using namespace dispatching;
using feishu::event_outcome;
using receive_v1 = feishu::im::v1::message::receive_v1;

namespace {

// What is not derived from std::exception is the harder case.
[[noreturn]] void throw_something() { throw 7; }

// A store whose functions throw on request.
class faulty_store final : public feishu::dedup_store {
public:
    claim_result claim(std::string_view key, feishu::clock::time_point now) override {
        calls += "claim ";
        if (fails_on == "claim")
            throw_something();
        return inner_.claim(key, now);
    }
    void complete(std::string_view key, std::string_view response, feishu::clock::time_point now) override {
        calls += "complete ";
        if (fails_on == "complete")
            throw_something();
        inner_.complete(key, response, now);
    }
    void release(std::string_view key) override {
        calls += "release ";
        if (fails_on == "release")
            throw_something();
        inner_.release(key);
    }

    std::string fails_on{};
    std::string calls{};

private:
    feishu::memory_dedup_store inner_;
};

struct faulty_bench : bench {
    explicit faulty_bench(std::string fails_on = {}) { store->fails_on = std::move(fails_on); }
    feishu::event_options options() {
        auto out = bench::options();
        out.dedup = store;
        return out;
    }
    bool logged(std::string_view text) const {
        for (auto const& line : log)
            if (line.find(text) != line.npos)
                return true;
        return false;
    }
    std::shared_ptr<faulty_store> store = std::make_shared<faulty_store>();
};

// The event is handled as usual: earlier exceptions have no lasting effect.
bool still_handles(faulty_bench& world, feishu::event_dispatcher& on) {
    world.store->fails_on.clear();
    auto const response = deliver(on, message_event("afterwards"));
    world.run();
    return response.responded() && response.outcome() == event_outcome::done && on.drain(0ms);
}

void handle(
    feishu::event_dispatcher& on, std::function<void()> what = [] {}) {
    on.handle<receive_v1>([what = std::move(what)](auto const&) { what(); });
}

} // namespace

BOOST_AUTO_TEST_SUITE(guarded_callbacks)

BOOST_AUTO_TEST_CASE(a_handler_that_throws_anything_has_failed) {
    faulty_bench world;
    feishu::event_dispatcher on(world.options());
    bool throws = true;
    handle(on, [&] {
        if (std::exchange(throws, false))
            throw_something();
    });
    auto const response = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::failed);
    BOOST_TEST(world.log.at(0) == "im.message.receive_v1 e1 failed: unknown exception");
    BOOST_TEST(still_handles(world, on));
}

BOOST_AUTO_TEST_CASE(a_common_handler_that_throws_anything_has_failed) {
    faulty_bench world;
    feishu::event_dispatcher on(world.options());
    on.handle_any([](auto const&) { throw_something(); });
    auto const response = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::failed);
}

BOOST_AUTO_TEST_CASE(a_log_function_that_throws_has_no_other_effect) {
    faulty_bench world;
    auto options = world.options();
    options.log = [](std::string_view) { throw_something(); };
    feishu::event_dispatcher on(options);
    handle(on, [throws = std::make_shared<bool>(true)] {
        if (std::exchange(*throws, false))
            throw std::runtime_error("a line for standard error, which a test of the log writes");
    });
    auto const response = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::failed);
    BOOST_TEST(deliver(on, "not an event").outcome() == event_outcome::invalid);
    BOOST_TEST(still_handles(world, on));
}

BOOST_AUTO_TEST_CASE(a_dead_letter_function_that_throws_is_logged) {
    faulty_bench world;
    auto options = world.options();
    options.on_failure = feishu::event_failure::dead_letter;
    options.dead_letter = [](auto const&, auto) { throw_something(); };
    feishu::event_dispatcher on(options);
    handle(on, [throws = std::make_shared<bool>(true)] {
        if (std::exchange(*throws, false))
            throw std::runtime_error("out of luck");
    });
    auto const response = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::done);
    BOOST_TEST(world.logged("e1 event_options::dead_letter threw: unknown exception"));
    BOOST_TEST(still_handles(world, on));
}

BOOST_AUTO_TEST_CASE(when_the_store_throws_at_a_claim_the_event_is_pushed_again_and_no_claim_is_released) {
    faulty_bench world("claim");
    feishu::event_dispatcher on(world.options());
    int times = 0;
    handle(on, [&] { ++times; });
    auto const response = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::failed);
    BOOST_TEST(times == 0);
    BOOST_TEST(world.store->calls == "claim "); // the claim may belong to another process
    BOOST_TEST(world.logged("e1 failed: the dedup store threw: unknown exception"));
    world.store->fails_on.clear();
    auto const again = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(again.outcome() == event_outcome::done);
    BOOST_TEST(times == 1);
    BOOST_TEST(still_handles(world, on));
}

BOOST_AUTO_TEST_CASE(a_store_that_throws_when_an_event_is_completed_or_released_is_logged) {
    for (std::string const fails_on : {"complete", "release"}) {
        faulty_bench world(fails_on);
        feishu::event_dispatcher on(world.options());
        handle(on, [&, throws = std::make_shared<bool>(fails_on == "release")] {
            if (std::exchange(*throws, false))
                throw std::runtime_error("out of luck");
        });
        auto const response = deliver(on, message_event("e1"));
        world.run();
        BOOST_TEST(
            (response.outcome() == (fails_on == "release" ? event_outcome::failed : event_outcome::done)));
        BOOST_TEST(world.logged("e1 is not recorded, since the dedup store threw: unknown exception"));
        BOOST_TEST(still_handles(world, on));
    }
}

BOOST_AUTO_TEST_CASE(a_response_function_that_throws_is_logged_and_the_others_are_called) {
    faulty_bench world;
    feishu::event_dispatcher on(world.options());
    handle(on);
    on.deliver(message_event("e1"), [](feishu::event_response) { throw_something(); });
    auto const joined = deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(joined.outcome() == event_outcome::done);
    BOOST_TEST(world.logged("the response function of a delivery threw: unknown exception"));
    BOOST_TEST(still_handles(world, on));
}

BOOST_AUTO_TEST_CASE(a_response_function_may_throw_wherever_it_is_called) {
    faulty_bench world;
    auto const throwing = [](feishu::event_response) { throw_something(); };
    {
        feishu::event_dispatcher on(world.options());
        on.deliver("not an event", throwing);
        on.deliver(message_event("without a handler"), throwing);
        handle(on);
        on.deliver(message_event("late"), throwing);
        world.pass(on, 3s);
        on.deliver(message_event("rejected"), throwing);
        BOOST_TEST(!on.drain(0ms));
        on.deliver(message_event("busy"), throwing);
    }
    BOOST_TEST(world.log.size() >= 5u);
}

BOOST_AUTO_TEST_CASE(an_executor_that_throws_fails_the_event) {
    faulty_bench world;
    auto options = world.options();
    bool throws = true;
    options.executor = [&](std::function<void()> job) {
        if (std::exchange(throws, false))
            throw_something();
        job();
    };
    feishu::event_dispatcher on(options);
    handle(on);
    auto const response = deliver(on, message_event("e1"));
    BOOST_TEST(response.outcome() == event_outcome::failed);
    BOOST_TEST(world.logged("cannot run a handler: unknown exception"));
    BOOST_TEST(world.logged("e1 failed: the executor dropped the job"));
    BOOST_TEST(still_handles(world, on));
}

BOOST_AUTO_TEST_CASE(a_job_that_an_executor_drops_fails_its_event_at_once) {
    faulty_bench world;
    feishu::event_dispatcher on(world.options());
    handle(on);
    auto const response = deliver(on, message_event("e1"));
    world.jobs.clear();
    BOOST_TEST(response.outcome() == event_outcome::failed);
    BOOST_TEST(world.store->calls == ""); // it was never claimed
    BOOST_TEST(still_handles(world, on));
}

BOOST_AUTO_TEST_CASE(a_job_that_an_executor_drops_after_the_acknowledgement_is_a_dead_letter) {
    faulty_bench world;
    feishu::event_dispatcher on(world.options());
    handle(on);
    auto const response = deliver(on, message_event("e1"));
    world.pass(on, 3s);
    world.jobs.clear();
    BOOST_TEST(response.outcome() == event_outcome::done);
    BOOST_REQUIRE(world.dead.size() == 1u);
    BOOST_TEST(world.dead[0].second == "the executor dropped the job");
}

BOOST_AUTO_TEST_CASE(a_job_that_an_executor_runs_twice_calls_the_handler_once) {
    faulty_bench world;
    auto options = world.options();
    options.executor = [](std::function<void()> job) {
        job();
        job();
    };
    feishu::event_dispatcher on(options);
    int times = 0;
    handle(on, [&] { ++times; });
    BOOST_TEST(deliver(on, message_event("e1")).times() == 1);
    BOOST_TEST(times == 1);
}

BOOST_AUTO_TEST_CASE(jobs_may_be_dropped_after_the_dispatcher_is_destroyed) {
    faulty_bench world;
    response_slot response;
    {
        feishu::event_dispatcher on(world.options());
        handle(on);
        on.deliver(message_event("e1"), response.taker());
    }
    BOOST_TEST(response.outcome() == event_outcome::busy);
    world.jobs.clear();
    BOOST_TEST(response.times() == 1);
}

BOOST_AUTO_TEST_CASE(an_identity_function_that_throws_is_replaced_by_the_default) {
    faulty_bench world;
    auto options = world.options();
    options.identity = [](feishu::raw_event const&) -> std::string { throw_something(); };
    feishu::event_dispatcher on(options);
    int times = 0;
    handle(on, [&] { ++times; });
    deliver(on, message_event("e1"));
    deliver(on, message_event("e1"));
    world.run();
    BOOST_TEST(times == 1);
    BOOST_TEST(world.logged("identity threw: unknown exception"));
}

BOOST_AUTO_TEST_CASE(on_its_own_threads_a_dispatcher_whose_callbacks_all_throw_still_ends) {
    faulty_bench world("claim");
    auto options = world.options();
    options.executor = nullptr;
    options.clock = nullptr;
    options.log = [](std::string_view) { throw_something(); };
    options.dead_letter = [](auto const&, auto) { throw_something(); };
    options.drain_time = 60s;
    feishu::event_dispatcher on(options);
    handle(on, [] { throw_something(); });
    on.deliver(message_event("e1"), [](feishu::event_response) { throw_something(); });
    BOOST_TEST(on.drain(60s));
}

BOOST_AUTO_TEST_SUITE_END()
