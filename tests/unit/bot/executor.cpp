// The threads of bots: jobs, timers by a clock that the test moves, and the end.
#include <feishu/bot/bot_executor.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <coroutine>
#include <future>
#include <memory>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/bot/impl/sleepers.hpp>

using namespace std::chrono_literals;
using feishu::bot_executor;

namespace {

class hand_clock final : public feishu::clock {
public:
    time_point now() const override { return time_point(std::chrono::milliseconds(milliseconds_)); }
    void advance(std::chrono::milliseconds by) { milliseconds_ += by.count(); }

private:
    std::atomic<std::int64_t> milliseconds_ = 1'000;
};

/// Ends when it is resumed.
struct waiting {
    struct promise_type {
        waiting get_return_object() noexcept {
            return {std::coroutine_handle<promise_type>::from_promise(*this)};
        }
        std::suspend_always initial_suspend() const noexcept { return {}; }
        std::suspend_never final_suspend() const noexcept { return {}; }
        void return_void() const noexcept {}
        void unhandled_exception() const noexcept {}
    };
    std::coroutine_handle<promise_type> handle;
};

waiting count_resumed(std::atomic<int>& resumed) {
    ++resumed;
    co_return;
}

} // namespace

BOOST_AUTO_TEST_SUITE(bot_executor_threads)

BOOST_AUTO_TEST_CASE(one_thread_runs_jobs_in_their_order) {
    std::vector<int> order;
    {
        bot_executor threads({.threads = 1});
        for (int i = 0; i < 100; ++i)
            threads.post([&order, i] { order.push_back(i); });
    } // the destructor waits for them
    BOOST_REQUIRE(order.size() == 100u);
    BOOST_TEST(std::is_sorted(order.begin(), order.end()));
}

BOOST_AUTO_TEST_CASE(several_threads_run_jobs_at_once) {
    bot_executor threads({.threads = 2});
    std::promise<void> first;
    std::promise<void> second;
    threads.post([&] {
        first.set_value();
        second.get_future().wait();
    });
    threads.post([&] {
        first.get_future().wait();
        second.set_value();
    });
    threads.wait_until_idle();
    BOOST_TEST(threads.idle());
}

BOOST_AUTO_TEST_CASE(timers_expire_by_the_clock_in_the_order_of_their_times) {
    auto const time = std::make_shared<hand_clock>();
    bot_executor threads({.threads = 1, .clock = time});
    std::vector<int> order;
    auto const begin = threads.now();
    threads.post_at(begin + 20ms, [&] { order.push_back(2); });
    threads.post_at(begin + 10ms, [&] { order.push_back(1); });
    auto const canceled = threads.post_at(begin + 15ms, [&] { order.push_back(0); });
    threads.post_at(begin + 30ms, [&] { order.push_back(3); });
    threads.check_timers();
    threads.wait_until_idle();
    BOOST_TEST(order.empty());
    BOOST_TEST(threads.cancel(canceled));
    BOOST_TEST(!threads.cancel(canceled));
    time->advance(20ms);
    threads.check_timers();
    threads.wait_until_idle();
    BOOST_TEST(order == (std::vector<int>{1, 2}));
}

BOOST_AUTO_TEST_CASE(timers_of_the_systems_clock_expire_by_themselves) {
    bot_executor threads({.threads = 2});
    std::promise<void> expired;
    auto const far = threads.post_at(threads.now() + 24h, [] {});
    threads.post_at(threads.now() + 1ms, [&] { expired.set_value(); });
    expired.get_future().wait();
    BOOST_TEST(threads.cancel(far));
    threads.post_at((feishu::clock::time_point::max)(), [] {}); // discarded by the destructor
}

BOOST_AUTO_TEST_CASE(a_job_may_be_the_last_owner_of_its_executor) {
    std::promise<void> ended;
    auto threads = std::make_shared<bot_executor>(feishu::executor_options{.threads = 1});
    std::promise<void> given;
    threads->post([kept = threads, &given, guard = std::shared_ptr<void>(nullptr, [&](void*) {
                                               ended.set_value();
                                           })] { given.get_future().wait(); });
    threads.reset();
    given.set_value();
    ended.get_future().wait();
}

BOOST_AUTO_TEST_CASE(sleepers_are_resumed_once_by_time_or_by_the_end) {
    auto const time = std::make_shared<hand_clock>();
    auto const threads = std::make_shared<bot_executor>(feishu::executor_options{.clock = time});
    feishu::detail::sleepers sleepers(threads);
    std::atomic<int> resumed = 0;
    feishu::result<void> by_time;
    feishu::result<void> by_end;
    feishu::result<void> late;
    sleepers.add(threads->now() + 10ms, count_resumed(resumed).handle, by_time);
    sleepers.add(threads->now() + 1h, count_resumed(resumed).handle, by_end);
    time->advance(10ms);
    threads->check_timers();
    threads->wait_until_idle();
    BOOST_TEST(resumed == 1);
    sleepers.wake_all();
    sleepers.add(threads->now() + 1h, count_resumed(resumed).handle, late);
    threads->wait_until_idle();
    time->advance(2h);
    threads->check_timers();
    threads->wait_until_idle();
    BOOST_TEST(resumed == 3);
    BOOST_TEST(by_time.has_value());
    BOOST_TEST((by_end.error().kind == feishu::error_kind::canceled));
    BOOST_TEST((late.error().kind == feishu::error_kind::canceled));
}

BOOST_AUTO_TEST_SUITE_END()
