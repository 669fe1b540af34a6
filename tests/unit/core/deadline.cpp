#include <feishu/core/impl/deadline.hpp>

#include <chrono>

#include <boost/test/unit_test.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::detail::saturating_deadline;
using feishu::detail::longest_wait;
using feishu::detail::time_left;
using time_point = std::chrono::steady_clock::time_point;

constexpr time_point now{100h};

BOOST_AUTO_TEST_SUITE(core_deadline)

BOOST_AUTO_TEST_CASE(a_deadline_is_the_timeout_after_now) {
    BOOST_TEST((saturating_deadline(now, 30s) == now + 30s));
    BOOST_TEST((saturating_deadline(now, 0ms) == now));
}

BOOST_AUTO_TEST_CASE(no_timeout_is_longer_than_the_longest_wait) {
    BOOST_TEST((saturating_deadline(now, std::chrono::milliseconds::max()) == now + longest_wait));
    BOOST_TEST((saturating_deadline(now, std::chrono::hours::max()) == now + longest_wait));
    BOOST_TEST((saturating_deadline(now, std::chrono::nanoseconds::max()) == now + longest_wait));
    BOOST_TEST((saturating_deadline(time_point::min(), std::chrono::hours::max()) == time_point::min() + longest_wait));
}

BOOST_AUTO_TEST_CASE(no_deadline_is_beyond_the_end_of_the_clock) {
    BOOST_TEST((saturating_deadline(time_point::max(), 1ms) == time_point::max()));
    BOOST_TEST((saturating_deadline(time_point::max() - 1h, std::chrono::milliseconds::max()) == time_point::max()));
}

BOOST_AUTO_TEST_CASE(a_negative_timeout_is_none_at_all) {
    BOOST_TEST((saturating_deadline(now, -1ms) == now));
    BOOST_TEST((saturating_deadline(now, std::chrono::milliseconds::min()) == now));
    BOOST_TEST((saturating_deadline(time_point::min(), std::chrono::milliseconds::min()) == time_point::min()));
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
