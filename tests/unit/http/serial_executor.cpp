#include <feishu/http/impl/serial_executor.hpp>

#include <memory>
#include <stdexcept>
#include <vector>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/test/unit_test.hpp>

namespace asio = boost::asio;
using feishu::http::detail::serial_executor;

namespace {

/// Keeps the last function that it was given instead of running it.
struct holding_executor {
    asio::io_context* context;
    std::shared_ptr<std::shared_ptr<void>> held = std::make_shared<std::shared_ptr<void>>();

    template <class F>
    void execute(F f) const {
        *held = std::make_shared<F>(std::move(f));
    }
    asio::execution_context& query(asio::execution::context_t) const noexcept { return *context; }
    holding_executor require(asio::execution::blocking_t::never_t) const noexcept { return *this; }
    bool operator==(holding_executor const&) const noexcept = default;
};

asio::any_io_executor serial(asio::any_io_executor inner) { return serial_executor(std::move(inner)); }

} // namespace

BOOST_AUTO_TEST_SUITE(http_serial_executor)

BOOST_AUTO_TEST_CASE(functions_run_in_order_and_one_at_a_time_on_a_pool_of_threads) {
    std::vector<int> seen; // no lock: the executor is one
    {
        asio::thread_pool pool(4);
        auto const executor = serial(pool.get_executor());
        for (int i = 0; i < 1000; ++i)
            asio::post(executor, [&seen, i] { seen.push_back(i); });
        pool.join();
    }
    BOOST_TEST_REQUIRE(seen.size() == 1000u);
    for (int i = 0; i < 1000; ++i)
        BOOST_TEST_REQUIRE(seen[static_cast<std::size_t>(i)] == i);
}

BOOST_AUTO_TEST_CASE(dispatch_runs_at_once_inside_and_post_never_does) {
    asio::io_context io;
    auto const executor = serial(io.get_executor());
    std::vector<int> seen;
    asio::post(executor, [&] {
        asio::post(executor, [&] { seen.push_back(3); });
        asio::dispatch(executor, [&] { seen.push_back(1); });
        seen.push_back(2);
    });
    io.run();
    BOOST_TEST(seen == (std::vector<int>{1, 2, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_function_that_throws_keeps_none_of_the_others_from_running) {
    asio::io_context io;
    auto const executor = serial(io.get_executor());
    int ran = 0;
    asio::post(executor, [] { throw std::runtime_error("first"); });
    asio::post(executor, [] { throw std::runtime_error("second"); });
    asio::post(executor, [&] { ++ran; });
    BOOST_CHECK_EXCEPTION(io.run(), std::runtime_error,
                          [](auto const& e) { return std::string_view(e.what()) == "first"; });
    BOOST_TEST(ran == 1);
    asio::post(executor, [&] { ++ran; });
    io.restart();
    io.run();
    BOOST_TEST(ran == 2);
}

BOOST_AUTO_TEST_CASE(functions_are_destroyed_when_the_inner_executor_drops_its_own) {
    asio::io_context io;
    holding_executor const inner{&io};
    auto const executor = serial(inner);
    auto const held = std::make_shared<int>();
    for (int i = 0; i < 3; ++i)
        asio::post(executor, [held] {});
    BOOST_TEST(held.use_count() == 4);
    inner.held->reset();
    BOOST_TEST(held.use_count() == 1);
    asio::post(executor, [held] {}); // asks the inner executor again
    BOOST_TEST((*inner.held != nullptr));
    inner.held->reset();
    BOOST_TEST(held.use_count() == 1);
}

BOOST_AUTO_TEST_CASE(equal_executors_share_a_queue) {
    asio::io_context io;
    auto const one = serial(io.get_executor());
    auto const same = one;
    BOOST_TEST((one == same));
    BOOST_TEST((one != serial(io.get_executor())));
}

BOOST_AUTO_TEST_SUITE_END()
