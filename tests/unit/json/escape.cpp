#include <feishu/json/impl/escape.hpp>

#include <random>
#include <string>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using feishu::json::level;

template <level Level = level::plain>
std::string escaped(std::string_view text) {
    std::string out;
    feishu::json::append_escaped(out, text, Level);
    return out;
}

// What Boost.JSON reads from a string literal.
std::string parsed(std::string const& literal) {
    boost::json::parse_options options;
    options.allow_invalid_utf8 = true; // single bytes above ASCII
    auto const value = boost::json::parse(literal, {}, options);
    return {value.as_string().data(), value.as_string().size()};
}

BOOST_AUTO_TEST_SUITE(escape)

BOOST_AUTO_TEST_CASE(every_byte_reads_back_as_itself) {
    for (int c = 0; c < 256; ++c) {
        std::string const text(1, static_cast<char>(c));
        BOOST_TEST_CONTEXT("byte " << c)
            BOOST_TEST(parsed('"' + escaped(text) + '"') == text);
    }
}

BOOST_AUTO_TEST_CASE(every_byte_reads_back_as_itself_through_two_levels) {
    for (int c = 0; c < 256; ++c) {
        std::string const text(1, static_cast<char>(c));
        BOOST_TEST_CONTEXT("byte " << c)
            BOOST_TEST(parsed(parsed("\"\\\"" + escaped<level::embedded>(text) + "\\\"\"")) == text);
    }
}

BOOST_AUTO_TEST_CASE(short_escapes_are_used_where_json_has_them) {
    BOOST_TEST(escaped("\"\\\b\f\n\r\t") == R"(\"\\\b\f\n\r\t)");
}

BOOST_AUTO_TEST_CASE(other_control_characters_are_numbered) {
    BOOST_TEST(escaped(std::string_view("\0\x01\x1F", 3)) == R"(\u0000\u0001\u001f)");
}

BOOST_AUTO_TEST_CASE(slashes_delete_and_characters_above_ascii_stand_for_themselves) {
    BOOST_TEST(escaped("/\x7F报告😀") == "/\x7F报告😀");
}

BOOST_AUTO_TEST_CASE(embedding_escapes_the_escapes) {
    BOOST_TEST(escaped<level::embedded>("a\"b\\c\nd\x01") == R"(a\\\"b\\\\c\\nd\\u0001)");
}

BOOST_AUTO_TEST_CASE(embedding_equals_escaping_twice_for_random_strings) {
    std::mt19937 random(20240501);
    for (int round = 0; round < 500; ++round) {
        std::string text(random() % 40, '\0');
        for (auto& c : text)
            c = static_cast<char>(random() % 3 == 0 ? random() % 0x30 : random() % 256);
        BOOST_TEST(escaped<level::embedded>(text) == escaped(escaped(text)));
    }
}

BOOST_AUTO_TEST_CASE(appends_to_what_is_there) {
    std::string out = "x";
    feishu::json::append_escaped(out, "\n");
    BOOST_TEST(out == "x\\n");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
