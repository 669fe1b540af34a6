#include <feishu/core/timestamp.hpp>

#include <chrono>
#include <concepts>

#include <boost/test/unit_test.hpp>

namespace {

using namespace std::chrono_literals;
using feishu::unix_millis;
using feishu::unix_seconds;

BOOST_AUTO_TEST_SUITE(timestamp)

BOOST_AUTO_TEST_CASE(zero_is_not_given) {
    BOOST_TEST(!unix_millis().has_value());
    BOOST_TEST(unix_millis(1).has_value());
}

BOOST_AUTO_TEST_CASE(counts_its_unit_since_1970) {
    BOOST_TEST((unix_millis(1'500).time() == std::chrono::sys_time<std::chrono::milliseconds>(1'500ms)));
    BOOST_TEST((unix_seconds(3).time() == std::chrono::sys_seconds(3s)));
}

BOOST_AUTO_TEST_CASE(is_made_from_a_point_in_time) {
    unix_seconds const s = std::chrono::sys_seconds(std::chrono::sys_days(std::chrono::year(2024) / 1 / 1));
    BOOST_TEST(s.count() == 1'704'067'200);
}

BOOST_AUTO_TEST_CASE(converts_to_a_point_in_time) {
    std::chrono::sys_time<std::chrono::milliseconds> const t = unix_millis(7);
    BOOST_TEST(t.time_since_epoch().count() == 7);
}

BOOST_AUTO_TEST_CASE(is_not_made_from_a_number_by_accident) {
    static_assert(!std::convertible_to<long, unix_millis>);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(is_ordered_in_time) {
    BOOST_TEST((unix_millis(1) < unix_millis(2)));
    BOOST_TEST((unix_millis(2) == unix_millis(2)));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
