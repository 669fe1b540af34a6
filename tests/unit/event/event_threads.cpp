// A dispatcher with its own threads and the system clock.

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/event_dispatcher.hpp>

#include "dispatching.hpp"

using namespace dispatching;
using feishu::event_outcome;
using receive_v1 = feishu::im::v1::message::receive_v1;

namespace {

feishu::event_response response_of(feishu::event_dispatcher& on, std::string json) {
    std::promise<feishu::event_response> response;
    on.deliver(std::move(json), [&](feishu::event_response a) { response.set_value(std::move(a)); });
    return response.get_future().get();
}

} // namespace

BOOST_AUTO_TEST_SUITE(event_threads)

BOOST_AUTO_TEST_CASE(many_threads_deliver_and_each_event_is_handled_once) {
    std::mutex mutex;
    std::multiset<std::string> got;
    std::atomic<int> responses = 0;
    {
        feishu::event_dispatcher on{{.queue_limit = 100'000}};
        on.handle<receive_v1>([&](auto const& e) {
            std::lock_guard const lock(mutex);
            got.insert(e.header.event_id.str());
        });
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 250; ++i)
                    on.deliver(message_event(std::to_string(i)),
                               [&](feishu::event_response) { ++responses; });
            });
        for (auto& thread : threads)
            thread.join();
    }
    BOOST_TEST(got.size() == 250u);
    BOOST_TEST(std::set<std::string>(got.begin(), got.end()).size() == 250u);
    BOOST_TEST(responses == 1000);
}

BOOST_AUTO_TEST_CASE(the_timer_acknowledges_while_a_handler_is_busy) {
    std::promise<void> acknowledged;
    feishu::event_dispatcher on{{.ack_deadline = 10ms}};
    on.handle<receive_v1>([done = acknowledged.get_future().share()](auto const&) { done.wait(); });
    BOOST_TEST(response_of(on, message_event("e1")).outcome == event_outcome::done);
    BOOST_TEST(on.stats().handled == 0u);
    BOOST_TEST(on.stats().late == 1u);
    acknowledged.set_value();
    BOOST_TEST(on.drain(60s));
    BOOST_TEST(on.stats().handled == 1u);
}

BOOST_AUTO_TEST_CASE(one_thread_handles_events_in_their_order) {
    std::vector<std::string> got;
    feishu::event_dispatcher on{{.threads = 1}};
    on.handle<receive_v1>([&](auto const& e) { got.push_back(e.header.event_id.str()); });
    std::vector<std::string> wanted;
    for (int i = 0; i < 100; ++i) {
        wanted.push_back(std::to_string(i));
        on.deliver(message_event(wanted.back()), [](feishu::event_response) {});
    }
    BOOST_TEST(on.drain(60s));
    BOOST_TEST(got == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(draining_waits_for_accepted_events_and_accepts_no_more) {
    std::promise<void> begun, proceed;
    feishu::event_dispatcher on;
    on.handle<receive_v1>([&, done = proceed.get_future().share()](auto const&) {
        begun.set_value();
        done.wait();
    });
    on.deliver(message_event("e1"), [](feishu::event_response) {});
    begun.get_future().wait();
    BOOST_TEST(!on.drain(1ms));
    BOOST_TEST(response_of(on, message_event("e2")).outcome == event_outcome::busy);
    proceed.set_value();
    BOOST_TEST(on.drain(60s));
}

BOOST_AUTO_TEST_CASE(a_dispatcher_without_events_has_no_threads_and_ends_at_once) {
    feishu::event_dispatcher const on{{.threads = 64}};
    BOOST_TEST(on.stats().received == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
