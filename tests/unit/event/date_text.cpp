// Textual dates.

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include <feishu/event/impl/date_text.hpp>

using feishu::detail::parse_date;

namespace {

long long seconds(std::string_view text) {
    auto const read = parse_date(text);
    return read ? read->time_since_epoch().count() : -1;
}

constexpr long long moment = 1'668'412'417; // 2022-11-14T07:53:37Z

} // namespace

BOOST_AUTO_TEST_SUITE(date_text)

BOOST_AUTO_TEST_CASE(the_documented_formats_are_parsed) {
    for (auto const* text : {
             "Monday, 14-Nov-22 15:53:37 CST",  // RFC 850, as the platform writes it
             "Monday, 14-Nov-22 07:53:37 GMT",  // RFC 850
             "Mon, 14 Nov 2022 07:53:37 GMT",   // RFC 1123
             "Mon, 14 Nov 2022 15:53:37 +0800", // RFC 1123 with an offset
             "Mon Nov 14 07:53:37 2022",        // asctime
             "Mon Nov 14 15:53:37 CST 2022",    // date(1)
             "Mon Nov 14 02:53:37 -0500 2022",
             "14 Nov 22 16:53:37 JST",
             "Monday, 14-Nov-22 13:53:37 +06",
         })
        BOOST_TEST(seconds(text) == moment, text << " is " << seconds(text));
}

BOOST_AUTO_TEST_CASE(the_day_of_asctime_may_be_padded) {
    BOOST_TEST(seconds("Fri Nov  4 07:53:37 2022") == moment - 10 * 86'400);
}

BOOST_AUTO_TEST_CASE(two_digit_years_until_69_are_in_this_century) {
    BOOST_TEST(seconds("Thursday, 01-Jan-70 00:00:00 GMT") == 0);
    BOOST_TEST(seconds("Tuesday, 01-Jan-69 00:00:00 GMT") > moment);
}

BOOST_AUTO_TEST_CASE(text_that_is_not_a_date_is_rejected) {
    for (auto const* text : {"",
                             " ",
                             "soon",
                             "Monday",
                             "14-Nov-22",
                             "15:53:37",
                             "Monday, 14-Nov-22 15:53:37 XYZ",
                             "Monday, 31-Nov-22 15:53:37 CST",
                             "Monday, 14-Nov-22 25:53:37 CST",
                             "Monday, 14-Nov-22 15:53 CST",
                             "Monday, 14-Nov-22 15:53:37 CST CST",
                             "Monday, 14-Nov-22-1 15:53:37 CST",
                             "Monday, 14--22 15:53:37 CST",
                             "Monday, -Nov-22 15:53:37 CST",
                             "Monday, 14-Nov- 15:53:37 CST",
                             "Monday, 14-Nov-222 15:53:37 CST",
                             "1668412417",
                             "+1668412417",
                             "Monday, 14-Nov-22 1a:53:37 CST",
                             "14 Nov 2022 07:53:37 +9900"})
        BOOST_TEST(!parse_date(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(an_overlong_text_is_rejected) {
    BOOST_TEST(!parse_date(std::string(1'000'000, ' ') + "Mon Nov 14 07:53:37 2022").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
