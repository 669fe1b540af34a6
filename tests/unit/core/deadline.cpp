#include <feishu/core/impl/deadline.hpp>

#include <chrono>

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;
using feishu::detail::longest_wait;
using feishu::detail::saturated;
using feishu::detail::saturating_deadline;
using feishu::detail::time_left;
using time_point = std::chrono::steady_clock::time_point;

BOOST_AUTO_TEST_SUITE(deadline)

BOOST_AUTO_TEST_CASE(an_ordinary_wait_is_unchanged) {
    BOOST_TEST((saturated(5ms) == 5ms));
    BOOST_TEST((saturating_deadline(time_point(10s), 5s) == time_point(15s)));
}

BOOST_AUTO_TEST_CASE(a_negative_wait_or_none_is_over_at_once) {
    for (auto const wait : {0ms, -1ms, std::chrono::milliseconds::min()}) {
        BOOST_TEST((saturated(wait) == 0ns));
        BOOST_TEST((saturating_deadline(time_point(10s), wait) == time_point(10s)));
    }
    BOOST_TEST((saturated(std::chrono::hours::min()) == 0ns));
}

BOOST_AUTO_TEST_CASE(the_longest_duration_of_every_unit_saturates) {
    BOOST_TEST((saturated(std::chrono::nanoseconds::max()) == longest_wait));
    BOOST_TEST((saturated(std::chrono::milliseconds::max()) == longest_wait));
    BOOST_TEST((saturated(std::chrono::seconds::max()) == longest_wait));
    BOOST_TEST((saturated(std::chrono::hours::max()) == longest_wait));
    BOOST_TEST((saturated(std::chrono::years::max()) == longest_wait));
}

BOOST_AUTO_TEST_CASE(a_deadline_is_not_past_the_end_of_the_clock) {
    BOOST_TEST((saturating_deadline(time_point::max() - 1s, 1h) == time_point::max()));
    BOOST_TEST((saturating_deadline(time_point::max(), 1ns) == time_point::max()));
}

BOOST_AUTO_TEST_CASE(the_remaining_time_is_rounded_up_and_never_negative) {
    time_point const now(100h);
    BOOST_TEST((time_left(now + 2s, now) == 2s));
    BOOST_TEST((time_left(now + 1ns, now) == 1ms));
    BOOST_TEST((time_left(now, now) == 0ms));
    BOOST_TEST((time_left(time_point::min(), now) == 0ms));
}

BOOST_AUTO_TEST_CASE(the_remaining_time_of_an_infinite_deadline_is_the_longest_wait) {
    for (auto const now : {time_point(100h), time_point(-1ns), time_point::min()})
        BOOST_TEST((time_left(time_point::max(), now) == longest_wait));
}

BOOST_AUTO_TEST_SUITE_END()
