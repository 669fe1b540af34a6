// The asynchronous side of a store, whatever it is.
#include <boost/test/unit_test.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>

#include <feishu/store/async_store.hpp>
#include <feishu/store/memory_store.hpp>

namespace asio = boost::asio;

BOOST_AUTO_TEST_SUITE(store_async)

BOOST_AUTO_TEST_CASE(a_coroutine_waits_for_the_store_on_other_threads) {
    auto const store = feishu::make_memory_store();
    asio::thread_pool workers(1);
    asio::io_context context;
    std::thread::id const here = std::this_thread::get_id();
    std::optional<std::string> got;
    auto const run = [&]() -> asio::awaitable<void> {
        auto const use = [&](feishu::store& s) -> feishu::result<std::optional<std::string>> {
            BOOST_TEST((std::this_thread::get_id() != here));
            s.put("key", "value").value();
            return s.get("key");
        };
        auto const done = co_await feishu::async_use(store, workers.get_executor(), use, asio::use_awaitable);
        BOOST_TEST((std::this_thread::get_id() == here));
        got = done.value();
    };
    asio::co_spawn(context, run(), asio::detached);
    context.run();
    BOOST_TEST((got == "value"));
}

BOOST_AUTO_TEST_CASE(a_future_and_a_callback_get_the_result) {
    auto const store = feishu::make_memory_store();
    asio::thread_pool workers(2);
    auto future = feishu::async_use(
        store, workers.get_executor(), [](feishu::store& s) { return s.put("key", "value"); },
        asio::use_future);
    BOOST_TEST(future.get().has_value());
    std::optional<bool> erased;
    feishu::async_use(
        store, workers.get_executor(), [](feishu::store& s) { return s.erase("key"); },
        [&](feishu::result<bool> done) { erased = done.value(); });
    workers.join();
    BOOST_TEST(erased.value());
}

BOOST_AUTO_TEST_CASE(an_exception_of_the_function_is_an_error) {
    asio::thread_pool workers(1);
    auto const broken = [](feishu::store&) -> feishu::result<void> { throw std::runtime_error("broken"); };
    auto const done =
        feishu::async_use(feishu::make_memory_store(), workers.get_executor(), broken, asio::use_future)
            .get();
    BOOST_TEST((done.error().kind == feishu::error_kind::store));
    BOOST_TEST(done.error().message == "broken");
}

BOOST_AUTO_TEST_CASE(a_destroyed_context_destroys_the_handler) {
    auto const store = feishu::make_memory_store();
    auto const alive = std::make_shared<int>();
    {
        asio::io_context context; // never runs
        feishu::async_use(
            store, context.get_executor(), [](feishu::store& s) { return s.erase("key"); },
            [alive](feishu::result<bool>) { BOOST_TEST(false); });
        BOOST_TEST(alive.use_count() == 2);
    }
    BOOST_TEST(alive.use_count() == 1);
    BOOST_TEST(store.use_count() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
