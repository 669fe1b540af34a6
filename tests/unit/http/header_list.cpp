#include <feishu/http/header_list.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace {

using feishu::http::find_header;
using feishu::http::header_list;

std::string text_of(header_list const& headers) {
    std::string out;
    for (auto const& field : headers)
        out.append(field.name).append("=").append(field.value).append(";");
    return out;
}

BOOST_AUTO_TEST_SUITE(http_header_list)

BOOST_AUTO_TEST_CASE(fields_keep_their_order_and_may_repeat) {
    header_list headers{{"A", "1"}, {"B", ""}};
    headers.push_back({"a", "2"});
    BOOST_TEST(text_of(headers) == "A=1;B=;a=2;");
    BOOST_TEST(headers.size() == 3u);
    BOOST_TEST(!headers.empty());
    BOOST_TEST(header_list().empty());
    BOOST_TEST(header_list().size() == 0u);
}

BOOST_AUTO_TEST_CASE(a_value_may_have_any_bytes_and_any_length) {
    std::string const odd("a\0b: c\r\nd", 9);
    std::string const lengthy(100'000, 'x');
    header_list const headers{{"A", odd}, {"B", lengthy}, {"", "nameless"}};
    BOOST_TEST(find_header(headers, "A") == odd);
    BOOST_TEST(find_header(headers, "B") == lengthy);
    BOOST_TEST(find_header(headers, "") == "nameless");
}

BOOST_AUTO_TEST_CASE(a_field_is_found_in_any_case_and_the_first_one_counts) {
    header_list const headers{{"X-Tt-Logid", "1"}, {"x-tt-logid", "2"}};
    BOOST_TEST(find_header(headers, "x-TT-logid") == "1");
    BOOST_TEST(find_header(headers, "x-tt-logi") == "");
}

BOOST_AUTO_TEST_CASE(setting_a_field_replaces_all_of_that_name) {
    header_list headers{{"a", "1"}, {"B", "2"}, {"A", "3"}};
    headers.set("A", "Bearer ", "t-1");
    BOOST_TEST(text_of(headers) == "B=2;A=Bearer t-1;");
    headers.set("A", "Bearer ", "");
    BOOST_TEST(text_of(headers) == "B=2;A=Bearer ;");
}

BOOST_AUTO_TEST_CASE(erasing_leaves_the_other_fields) {
    for (auto const* name : {"A", "a"}) {
        header_list headers{{"A", "1"}, {"a", "2"}, {"AB", "3"}, {"A", "4"}};
        headers.erase(name);
        BOOST_TEST(text_of(headers) == "AB=3;");
        headers.erase("AB");
        BOOST_TEST(headers.empty());
        headers.erase("AB");
        BOOST_TEST(headers.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_cleared_list_takes_other_fields) {
    header_list headers{{"A", "1"}};
    headers.clear();
    BOOST_TEST(headers.empty());
    headers.push_back({"B", "2"});
    BOOST_TEST(text_of(headers) == "B=2;");
}

BOOST_AUTO_TEST_CASE(copies_do_not_share_their_fields) {
    header_list const headers{{"A", "1"}};
    auto copy = headers;
    copy.set("A", "2", {});
    BOOST_TEST(text_of(headers) == "A=1;");
    BOOST_TEST(text_of(copy) == "A=2;");
}

BOOST_AUTO_TEST_CASE(a_moved_list_keeps_its_fields_however_long_they_are) {
    for (std::size_t const size : {1u, 100u, 1000u}) {
        std::string const value(size, 'x');
        header_list headers{{"A", value}, {"B", "2"}};
        header_list moved(std::move(headers));
        BOOST_TEST(text_of(moved) == "A=" + value + ";B=2;");
        headers = std::move(moved);
        BOOST_TEST(text_of(headers) == "A=" + value + ";B=2;");
        moved = header_list{{"C", "3"}};
        BOOST_TEST(text_of(moved) == "C=3;");
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
