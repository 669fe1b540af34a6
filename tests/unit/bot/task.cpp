// Coroutines of a bot: they start when they are awaited, end in order, and block or suspend.
#include <feishu/bot/task.hpp>

#include <coroutine>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

using feishu::basic_task;
using feishu::task;

namespace {

/// Suspends until the test resumes it.
struct gate {
    std::coroutine_handle<> waiting{};

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> who) { waiting = who; }
    void await_resume() const noexcept {}
    void open() { std::exchange(waiting, nullptr).resume(); }
};

basic_task<int> seven() { co_return 7; }
basic_task<int> throwing() {
    throw std::runtime_error("no");
    co_return 0;
}

basic_task<int> sum_of(int count) {
    int sum = 0;
    for (int i = 0; i < count; ++i)
        sum += co_await seven();
    co_return sum;
}

task wait_for(gate& at, std::vector<std::string>& log) {
    log.push_back("waits");
    co_await at;
    log.push_back("goes on");
}

task around(gate& at, std::vector<std::string>& log) {
    co_await wait_for(at, log);
    log.push_back("ends");
}

/// Runs without anybody who waits.
struct started {
    struct promise_type {
        started get_return_object() const noexcept { return {}; }
        std::suspend_never initial_suspend() const noexcept { return {}; }
        std::suspend_never final_suspend() const noexcept { return {}; }
        void return_void() const noexcept {}
        void unhandled_exception() const { throw; }
    };
};

started start(task what, bool& ended) {
    co_await what;
    ended = true;
}

} // namespace

BOOST_AUTO_TEST_SUITE(bot_task)

BOOST_AUTO_TEST_CASE(a_task_starts_when_it_is_awaited) {
    bool ran = false;
    auto const coroutine = [&]() -> task {
        ran = true;
        co_return;
    };
    auto one = coroutine();
    BOOST_TEST(!ran);
    one.run();
    BOOST_TEST(ran);
}

BOOST_AUTO_TEST_CASE(a_task_that_nobody_awaits_is_destroyed_with_its_parameters) {
    auto const counted = std::make_shared<int>(1);
    auto const coroutine = [](std::shared_ptr<int> kept) -> basic_task<int> { co_return *kept; };
    {
        auto const unused = coroutine(counted);
        BOOST_TEST(counted.use_count() == 2);
    }
    BOOST_TEST(counted.use_count() == 1);
}

BOOST_AUTO_TEST_CASE(a_task_without_a_coroutine_has_ended) {
    task().run();
    bool ended = false;
    start(task(), ended);
    BOOST_TEST(ended);
}

BOOST_AUTO_TEST_CASE(what_a_task_throws_is_thrown_where_it_is_awaited) {
    BOOST_CHECK_THROW(throwing().run(), std::runtime_error);
    auto const parent = []() -> basic_task<std::string> {
        try {
            co_await throwing();
        } catch (std::runtime_error const& e) {
            co_return e.what();
        }
        co_return "nothing";
    };
    BOOST_TEST(parent().run() == "no");
}

BOOST_AUTO_TEST_CASE(a_loop_of_many_tasks_needs_no_stack_for_them) {
    BOOST_TEST(sum_of(1'000'000).run() == 7'000'000);
}

BOOST_AUTO_TEST_CASE(a_task_that_waits_is_resumed_with_those_around_it) {
    gate at;
    std::vector<std::string> log;
    bool ended = false;
    start(around(at, log), ended);
    BOOST_TEST(log == std::vector<std::string>{"waits"});
    BOOST_TEST(!ended);
    at.open();
    BOOST_TEST(log == (std::vector<std::string>{"waits", "goes on", "ends"}));
    BOOST_TEST(ended);
}

BOOST_AUTO_TEST_CASE(a_thread_waits_for_a_task_that_another_one_resumes) {
    auto const here = std::this_thread::get_id();
    bool elsewhere = false;
    std::thread other;
    auto const coroutine = [&]() -> task {
        struct hand_over {
            std::thread& other;
            bool await_ready() const noexcept { return false; }
            void await_suspend(std::coroutine_handle<> who) const {
                other = std::thread([who] { who.resume(); });
            }
            void await_resume() const noexcept {}
        };
        co_await hand_over{other};
        elsewhere = std::this_thread::get_id() != here;
    };
    auto one = coroutine();
    one.run();
    other.join();
    BOOST_TEST(elsewhere);
}

BOOST_AUTO_TEST_SUITE_END()
