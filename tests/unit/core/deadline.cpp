#include <feishu/core/impl/deadline.hpp>

#include <chrono>

#include <boost/test/unit_test.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::detail::deadline_after;
using feishu::detail::longest_wait;
using feishu::detail::time_left;
using time_point = feishu::clock::time_point;

constexpr time_point now{100h};

BOOST_AUTO_TEST_SUITE(core_deadline)

BOOST_AUTO_TEST_CASE(a_deadline_is_the_timeout_after_now) {
    BOOST_TEST((deadline_after(now, 30s) == now + 30s));
    BOOST_TEST((deadline_after(now, 0ms) == now));
}

BOOST_AUTO_TEST_CASE(a_deadline_beyond_the_clock_is_its_last_moment) {
    BOOST_TEST((deadline_after(now, std::chrono::milliseconds::max()) == time_point::max()));
    BOOST_TEST((deadline_after(now, std::chrono::hours::max()) == time_point::max()));
    BOOST_TEST((deadline_after(now, std::chrono::nanoseconds::max()) == time_point::max()));
    BOOST_TEST((deadline_after(time_point::max(), 1ms) == time_point::max()));
    BOOST_TEST((deadline_after(time_point(-100h), std::chrono::nanoseconds::max()) > now));
}

BOOST_AUTO_TEST_CASE(a_negative_timeout_is_none_at_all) {
    BOOST_TEST((deadline_after(now, -1ms) == now));
    BOOST_TEST((deadline_after(now, std::chrono::milliseconds::min()) == now));
    BOOST_TEST((deadline_after(time_point::min(), std::chrono::milliseconds::min()) == time_point::min()));
}

BOOST_AUTO_TEST_CASE(what_is_left_is_rounded_up_and_never_negative) {
    BOOST_TEST((time_left(now + 2s, now) == 2s));
    BOOST_TEST((time_left(now + 1ns, now) == 1ms));
    BOOST_TEST((time_left(now, now) == 0ms));
    BOOST_TEST((time_left(time_point::min(), now) == 0ms));
}

BOOST_AUTO_TEST_CASE(what_is_left_of_a_deadline_without_end_is_the_longest_wait) {
    BOOST_TEST((time_left(time_point::max(), now) == longest_wait));
    BOOST_TEST((time_left(time_point::max(), time_point::min()) == longest_wait));
    BOOST_TEST((time_left(time_point::max(), time_point(-1ns)) == longest_wait));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
