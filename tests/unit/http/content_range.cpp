#include <feishu/http/impl/content_range.hpp>

#include <optional>
#include <string_view>

#include <boost/test/unit_test.hpp>

namespace content_range_tests {

using feishu::http::detail::content_range;
using feishu::http::detail::parse_byte_count;
using feishu::http::detail::parse_content_range;

BOOST_AUTO_TEST_SUITE(content_range_field)

BOOST_AUTO_TEST_CASE(a_range_with_or_without_the_size_of_the_file_is_read) {
    BOOST_TEST((parse_content_range("bytes 0-9/100") == content_range{0, 10, 100}));
    BOOST_TEST((parse_content_range("bytes 90-99/100") == content_range{90, 100, 100}));
    BOOST_TEST((parse_content_range("Bytes 5-5/*") == content_range{5, 6, std::nullopt}));
    BOOST_TEST((parse_content_range("bytes */100") == content_range{0, 0, 100}));
}

BOOST_AUTO_TEST_CASE(a_malformed_or_contradictory_range_is_none) {
    for (std::string_view const text :
         {"", "bytes", "bytes ", "bytes 0-9", "bytes 0-9/", "bytes 0/9", "bytes -9/100", "bytes 0-/100",
          "bytes 9-0/100", "bytes 0-100/100", "bytes */*", "bytes 0-9/x", "bytes 0x1-9/100", "items 0-9/100",
          "bytes=0-9/100", "bytes  0-9/100", "bytes +0-9/100", "bytes 0-18446744073709551615/*",
          "bytes 0-99999999999999999999999/*"})
        BOOST_TEST(!parse_content_range(text), text);
}

BOOST_AUTO_TEST_CASE(a_byte_count_is_all_digits) {
    BOOST_TEST(parse_byte_count("0").value() == 0u);
    BOOST_TEST(parse_byte_count("18446744073709551615").value() == 18446744073709551615u);
    for (std::string_view const text : {"", " 1", "1 ", "-1", "+1", "1,2", "18446744073709551616"})
        BOOST_TEST(!parse_byte_count(text), text);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace content_range_tests
