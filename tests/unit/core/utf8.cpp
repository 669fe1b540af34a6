#include <feishu/core/impl/utf8.hpp>

#include <cstddef>
#include <iterator>
#include <ostream>
#include <string>
#include <string_view>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace {

namespace data = boost::unit_test::data;
using feishu::utf8::scan;
using namespace std::string_view_literals;

struct sequence {
    char const* name;
    std::string_view bytes;
};
std::ostream& operator<<(std::ostream& out, sequence const& s) { return out << s.name; }

// The bytes of a code point, also of one that UTF-8 does not have.
std::string encoded(unsigned c) {
    std::string out;
    auto const put = [&](unsigned byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 63));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 63));
        put(0x80 | (c & 63));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 63));
        put(0x80 | ((c >> 6) & 63));
        put(0x80 | (c & 63));
    }
    return out;
}

constexpr sequence valid[] = {
    {"NUL", "\0"sv},
    {"last of one byte, U+007F", "\x7F"},
    {"first of two bytes, U+0080", "\xC2\x80"},
    {"last of two bytes, U+07FF", "\xDF\xBF"},
    {"first of three bytes, U+0800", "\xE0\xA0\x80"},
    {"last before the surrogates, U+D7FF", "\xED\x9F\xBF"},
    {"first behind the surrogates, U+E000", "\xEE\x80\x80"},
    {"last of three bytes, U+FFFF", "\xEF\xBF\xBF"},
    {"first of four bytes, U+10000", "\xF0\x90\x80\x80"},
    {"emoji, U+1F600", "\xF0\x9F\x98\x80"},
    {"last of all, U+10FFFF", "\xF4\x8F\xBF\xBF"},
};

constexpr sequence invalid[] = {
    {"lone continuation 80", "\x80"},
    {"lone continuation BF", "\xBF"},
    {"overlong C0", "\xC0\x80"},
    {"overlong C1", "\xC1\xBF"},
    {"overlong three bytes, U+07FF", "\xE0\x9F\xBF"},
    {"overlong four bytes, U+FFFF", "\xF0\x8F\xBF\xBF"},
    {"first surrogate, U+D800", "\xED\xA0\x80"},
    {"last surrogate, U+DFFF", "\xED\xBF\xBF"},
    {"beyond Unicode, U+110000", "\xF4\x90\x80\x80"},
    {"F5", "\xF5\x80\x80\x80"},
    {"five bytes, F8", "\xF8\x88\x80\x80\x80"},
    {"FE", "\xFE"},
    {"FF", "\xFF"},
    {"two bytes without the second", "\xC3"},
    {"two bytes, second is ASCII", "\xC3\x28"},
    {"two bytes, second is a lead", "\xC3\xC3"},
    {"three bytes cut after one", "\xE6"},
    {"three bytes cut after two", "\xE6\x8A"},
    {"three bytes, second is ASCII", "\xE6\x28\x80"},
    {"three bytes, third is ASCII", "\xE6\x8A\x28"},
    {"four bytes cut after one", "\xF0"},
    {"four bytes cut after two", "\xF0\x9F"},
    {"four bytes cut after three", "\xF0\x9F\x98"},
    {"four bytes, second is ASCII", "\xF0\x28\x98\x80"},
    {"four bytes, third is ASCII", "\xF0\x9F\x28\x80"},
    {"four bytes, fourth is ASCII", "\xF0\x9F\x98\x28"},
};

// Longer than two of the eight-byte words in which ASCII is skipped.
constexpr std::size_t around = 19;

BOOST_AUTO_TEST_SUITE(utf8)

BOOST_DATA_TEST_CASE(a_valid_sequence_is_one_character, data::make(valid)) {
    auto const found = scan(sample.bytes);
    BOOST_TEST(found.valid());
    BOOST_TEST(found.characters == 1u);
}

BOOST_DATA_TEST_CASE(an_invalid_sequence_is_found_where_it_begins, data::make(invalid)) {
    auto const found = scan(sample.bytes);
    BOOST_TEST(!found.valid());
    BOOST_TEST(found.invalid_at == 0u);
    BOOST_TEST(found.characters == 0u);
}

BOOST_DATA_TEST_CASE(a_valid_sequence_is_one_character_at_every_offset_in_long_ascii, data::make(valid)) {
    for (std::size_t at = 0; at <= around; ++at) {
        auto text = std::string(around, 'x');
        text.insert(at, sample.bytes);
        auto const found = scan(text);
        BOOST_TEST_CONTEXT("offset " << at) {
            BOOST_TEST(found.valid());
            BOOST_TEST(found.characters == around + 1);
        }
    }
}

BOOST_DATA_TEST_CASE(an_invalid_sequence_is_found_at_every_offset_in_long_ascii, data::make(invalid)) {
    for (std::size_t at = 0; at <= around; ++at) {
        auto text = std::string(around, 'x');
        text.insert(at, sample.bytes);
        auto const found = scan(text);
        BOOST_TEST_CONTEXT("offset " << at) {
            BOOST_TEST(found.invalid_at == at);
            BOOST_TEST(found.characters == at);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_code_point_but_the_surrogates_is_valid) {
    unsigned wrong = 0;
    for (unsigned c = 0; c < 0x120000; ++c) {
        bool const expected = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
        wrong += scan(encoded(c)).valid() != expected ? 1 : 0;
    }
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_CASE(the_empty_string_is_valid_and_has_no_characters) {
    BOOST_TEST(scan("").valid());
    BOOST_TEST(scan("").characters == 0u);
}

BOOST_AUTO_TEST_CASE(characters_are_code_points_not_bytes) { BOOST_TEST(scan("报告.pdf").characters == 6u); }

BOOST_AUTO_TEST_CASE(each_beginning_of_a_sequence_is_truncated_and_nothing_else) {
    for (unsigned point = 0x80; point <= 0x10FFFF; point += point < 0x3000 ? 1 : 251) {
        if (point >= 0xD800 && point <= 0xDFFF)
            continue;
        std::string const whole = encoded(point);
        for (std::size_t size = 1; size <= whole.size(); ++size)
            BOOST_TEST_REQUIRE(feishu::utf8::is_truncated(std::string_view(whole).substr(0, size)) == (size < whole.size()));
    }
    for (char const* other : {"", "a", "\x80", "\xC0", "\xC1", "\xF5", "\xFF", "\xE0\x80", "\xE0\x9F", "\xED\xA0", "\xED\xBF",
                              "\xF0\x80", "\xF0\x8F\xBF", "\xF4\x90", "\xF4\xBF\x80", "\xE6\x41", "\xC3\x41"})
        BOOST_TEST(!feishu::utf8::is_truncated(other));
}

// What has replaced each ill-formed sequence is shown as a dot.
struct replaced_text {
    std::string_view bytes;
    std::string_view expected;
};
std::ostream& operator<<(std::ostream& out, replaced_text const& t) { return out << t.expected; }

constexpr replaced_text replacements[] = {
    {"", ""},
    {"报告", "报告"},
    {"\x80\xBF", ".."},   // tails alone
    {"a\xFF\xFE", "a.."}, // never in UTF-8
    {"\xC3", "."},        // cut off: one for what there is of a character
    {"\xE6\x8A", "."},
    {"\xF0\x9F\x98", "."},
    {"\xE6\x8A"
     "b",
     ".b"},
    {"\xF0\x9F\x98\xE6\x8A\xA5", ".报"},
    {"\xF0\x9F\x98\xF0\x9F\x98\x80", ".\xF0\x9F\x98\x80"},
    {"\xC3\xC3\xA9", ".é"},
    {"\xC0\x80", ".."}, // overlong: no character begins so
    {"\xE0\x9F\xBF", "..."},
    {"\xF0\x8F\xBF\xBF", "...."},
    {"\xED\xA0\x80", "..."},                // a surrogate
    {"\xED\xA0\xBD\xED\xB8\x80", "......"}, // CESU-8
    {"\xF4\x90\x80\x80", "...."},           // beyond Unicode
    {"\xF5\x80\x80\x80", "...."},
    {"\xF1\x80\x80\xE1\x80\xC2"
     "b\x80"
     "c\x80\xBF"
     "d",
     "...b.c..d"}, // from table 3-11 of Unicode
};

std::string with_dots(std::string text) {
    std::string const mark(feishu::utf8::replacement_character);
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark))
        text.replace(at, mark.size(), ".");
    return text;
}

BOOST_DATA_TEST_CASE(each_maximal_part_of_a_character_is_replaced_once, data::make(replacements)) {
    BOOST_TEST(with_dots(feishu::utf8::to_well_formed(sample.bytes)) == sample.expected);
    auto const around_it = "12345678" + std::string(sample.bytes) + "12345678";
    BOOST_TEST(with_dots(feishu::utf8::to_well_formed(around_it)) ==
               "12345678" + std::string(sample.expected) + "12345678");
}

BOOST_AUTO_TEST_CASE(what_was_replaced_is_well_formed_and_stays) {
    for (unsigned first = 0; first < 256; ++first)
        for (unsigned second = 0; second < 256; ++second) {
            std::string const bytes{'a', static_cast<char>(first), static_cast<char>(second), '\x80', 'z'};
            auto const once = feishu::utf8::to_well_formed(bytes);
            BOOST_TEST_REQUIRE(scan(once).valid());
            BOOST_TEST_REQUIRE(feishu::utf8::to_well_formed(once) == once);
        }
}

BOOST_AUTO_TEST_CASE(a_prefix_never_ends_within_a_character) {
    using feishu::utf8::prefix;
    std::string_view const text = "aé报\xF0\x9F\x98\x80z"; // 1, 2, 3, 4 and 1 bytes
    std::size_t const expected[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11, 11};
    for (std::size_t bytes = 0; bytes < std::size(expected); ++bytes)
        BOOST_TEST_CONTEXT("at most " << bytes << " bytes") {
            BOOST_TEST(prefix(text, bytes) == text.substr(0, expected[bytes]));
        }
    BOOST_TEST(prefix("", 0).empty());
    BOOST_TEST(prefix("", 5).empty());
    BOOST_TEST(prefix("报", 0).empty());
    BOOST_TEST(prefix("报", 2).empty());
    static_assert(prefix("报告", 4) == "报");
}

BOOST_AUTO_TEST_CASE(a_prefix_may_end_between_bytes_that_are_not_utf8) {
    using feishu::utf8::prefix;
    BOOST_TEST(prefix("\x80\x80\x80\x80\x80", 4) == "\x80\x80\x80\x80");
    BOOST_TEST(prefix("\xE6\x8A"
                      "bc",
                      1) == "\xE6");
    BOOST_TEST(prefix("\xED\xA0\x80", 2) == "\xED\xA0");
}

BOOST_AUTO_TEST_CASE(only_a_last_character_that_may_be_completed_is_left_out) {
    using feishu::utf8::without_truncated_end;
    BOOST_TEST(without_truncated_end("") == "");
    BOOST_TEST(without_truncated_end("a报") == "a报");
    for (std::string_view const end : {"\xC3", "\xE6", "\xE6\x8A", "\xF0", "\xF0\x9F", "\xF0\x9F\x98"}) {
        BOOST_TEST(without_truncated_end(end) == "");
        BOOST_TEST(without_truncated_end("报" + std::string(end)) == "报");
    }
    for (std::string_view const end : {"\x80", "\xFF", "\xC0", "\xED\xA0", "\xE6\x41", "\xF5\x80\x80"})
        BOOST_TEST(without_truncated_end(end) == end);
}

BOOST_AUTO_TEST_CASE(works_at_compile_time_with_the_same_result) {
    static_assert(scan("hello, 世界, this is long enough").characters == 30);
    static_assert(scan("12345678\xFF").invalid_at == 8);
    BOOST_TEST(scan("hello, 世界, this is long enough").characters == 30u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
