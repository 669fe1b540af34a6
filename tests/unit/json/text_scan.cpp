#include <feishu/json/impl/text_scan.hpp>

#include <algorithm>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

namespace {

using feishu::json::detail::copy_plain;
using feishu::json::detail::find_special;

// Byte by byte.
std::size_t first_special(std::string_view text) {
    auto const found = std::ranges::find_if(
        text, [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; });
    return static_cast<std::size_t>(found - text.begin());
}

BOOST_AUTO_TEST_SUITE(text_scan)

BOOST_AUTO_TEST_CASE(each_byte_is_found_or_passed_at_each_position) {
    for (int byte = 0; byte < 256; ++byte)
        for (std::size_t size : {1u, 15u, 16u, 17u, 33u, 40u})
            for (std::size_t at = 0; at < size; ++at) {
                std::string text(size, 'x');
                text[at] = static_cast<char>(byte);
                auto const found = find_special(text);
                BOOST_TEST_REQUIRE(found.at == first_special(text));
                BOOST_TEST_REQUIRE(found.ascii == (byte < 0x80));
            }
}

BOOST_AUTO_TEST_CASE(the_first_of_several_is_found) {
    std::string const text = std::string(20, 'x') + "\"\\\n" + std::string(20, 'x');
    for (std::size_t from = 0; from < text.size(); ++from)
        BOOST_TEST(find_special(std::string_view(text).substr(from)).at ==
                   first_special(std::string_view(text).substr(from)));
}

BOOST_AUTO_TEST_CASE(what_is_copied_ends_where_the_search_does_and_little_behind_it_changes) {
    for (std::size_t size : {0u, 1u, 15u, 16u, 17u, 33u, 40u})
        for (std::size_t from = 0; from <= size; ++from)
            for (std::size_t at = from; at <= size; ++at) {
                std::string text(size + 1, 'x');
                text[at] = '"';
                text.resize(size);
                std::string to(size + 32, '.');
                auto const end = copy_plain(text, from, to.data());
                BOOST_TEST_REQUIRE(end == at);
                BOOST_TEST_REQUIRE(to.substr(0, end - from) == text.substr(from, end - from));
                BOOST_TEST_REQUIRE(to.substr(end - from + 16) == std::string(to.size() - (end - from) - 16, '.'));
            }
}

BOOST_AUTO_TEST_CASE(bytes_behind_it_do_not_count_as_text) {
    BOOST_TEST(find_special("abc\"\xE6\x8A\xA5 and more than sixteen").ascii);
    BOOST_TEST(!find_special("abc\xE6\x8A\xA5\" and more than sixteen").ascii);
    BOOST_TEST(find_special("0123456789abcdef0123\"\xE6\x8A\xA5").ascii);
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_none) {
    BOOST_TEST(find_special("").at == 0u);
    BOOST_TEST(find_special("").ascii);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
