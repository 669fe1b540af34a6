#include <feishu/http/impl/socket_lookup.hpp>

#include <chrono>
#include <filesystem>
#include <iterator>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

using namespace feishu::http::detail;

namespace {

auto const forever = steady_clock::time_point::max();

} // namespace

BOOST_AUTO_TEST_SUITE(socket_lookup)

BOOST_AUTO_TEST_CASE(a_numeric_host_is_its_own_address) {
    struct {
        char const* host;
        int family;
    } const cases[] = {{"127.0.0.1", AF_INET}, {"::1", AF_INET6}};
    for (auto const& [host, family] : cases) {
        socket_lookups lookups;
        auto const found = lookups.run(host, 80, forever);
        BOOST_TEST(!found.failed);
        BOOST_TEST_REQUIRE(found.addresses.size() == 1u);
        BOOST_TEST(found.addresses[0].storage.ss_family == family);
    }
}

BOOST_AUTO_TEST_CASE(a_host_without_an_address_is_an_error) {
    socket_lookups lookups;
    auto const found = lookups.run("no-such-host.invalid", 80, forever);
    BOOST_TEST(found.failed.failed());
    BOOST_TEST((found.failed != deadline_passed()));
    BOOST_TEST(found.addresses.empty());
}

BOOST_AUTO_TEST_CASE(a_lookup_for_which_no_time_is_left_is_abandoned_and_later_ones_work) {
    socket_lookups lookups;
    for (int i = 0; i < 10; ++i)
        BOOST_TEST(lookups.run("no-such-host.invalid", 80, {}).failed.failed());
    BOOST_TEST(!lookups.run("localhost", 80, forever).failed);
}

BOOST_AUTO_TEST_CASE(calls_that_give_up_one_after_the_other_do_not_accumulate_threads) {
    auto const threads = [] {
        return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
    };
    auto const before = threads();
    socket_lookups lookups;
    for (int i = 0; i < 100; ++i) {
        lookups.run("no-such-host.invalid", 80, {});
        BOOST_TEST(threads() <= before + 2); // one that ends, one that begins
    }
}

BOOST_AUTO_TEST_CASE(many_threads_look_up_at_once) {
    socket_lookups lookups;
    std::vector<std::thread> threads;
    std::vector<found_addresses> found(8);
    for (auto& one : found)
        threads.emplace_back([&] { one = lookups.run("localhost", 80, forever); });
    for (auto& thread : threads)
        thread.join();
    for (auto const& one : found)
        BOOST_TEST(!one.addresses.empty());
}

BOOST_AUTO_TEST_SUITE_END()
