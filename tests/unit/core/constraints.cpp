#include <feishu/core/constraints.hpp>

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/core/validate.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace {

namespace field = feishu::field;

bool found(std::string_view pattern, std::string_view text) {
    auto const program = feishu::detail::compile_pattern(pattern);
    BOOST_TEST_REQUIRE(program.problem == nullptr, pattern << " " << (program.problem ? program.problem : ""));
    return feishu::detail::matches(program, text);
}

std::string problem(std::string_view pattern) {
    auto const* why = feishu::detail::pattern_problem(pattern);
    return why == nullptr ? "" : why;
}

struct sample {
    field::pattern<"^[A-Z]{2}$"> country{};
    std::optional<field::pattern<"^\\d+$", 2, 4>> digits{};
    std::optional<field::multiple_of<int, 5, 0, 60>> minutes{};
    std::optional<field::multiple_of<double, 0.01>> price{};
    field::unique_list<std::string, 0, 4> tags{};
    field::unique_list<int> numbers{};
};
BOOST_DESCRIBE_STRUCT(sample, (), (country, digits, minutes, price, tags, numbers))

std::string first_problem(sample const& s) {
    auto const all = feishu::check(s);
    return all.empty() ? "" : all[0].field + " " + all[0].message();
}

// 40 times "a?", then 40 times "a": exponential for a backtracking matcher.
std::string nested_optionals() {
    std::string out = "^";
    for (int i = 0; i < 40; ++i)
        out += "a?";
    return out + std::string(40, 'a') + "$";
}

} // namespace

BOOST_AUTO_TEST_SUITE(field_pattern)

BOOST_AUTO_TEST_CASE(a_pattern_is_found_anywhere_unless_it_is_anchored) {
    BOOST_TEST(found("b", "abc"));
    BOOST_TEST(!found("^b", "abc"));
    BOOST_TEST(!found("b$", "abc"));
    BOOST_TEST(found("^abc$", "abc"));
    BOOST_TEST(found("", ""));
    BOOST_TEST(found("^$", ""));
    BOOST_TEST(!found("^$", "a"));
    BOOST_TEST(!found("^a$", "a\n"));
}

BOOST_AUTO_TEST_CASE(patterns_match_as_in_ecmascript) {
    struct {
        char const* pattern;
        char const* yes;
        char const* no;
    } const cases[] = {
        {"^a*$", "aaa", "ab"},
        {"^a+$", "a", ""},
        {"^a?b$", "b", "aab"},
        {"^a{3}$", "aaa", "aa"},
        {"^a{2,}$", "aaaa", "a"},
        {"^a{2,3}$", "aa", "aaaa"},
        {"^a{0}b$", "b", "ab"},
        {"^a{0,2}$", "", "aaa"},
        {"^(ab|cd)+$", "abcdab", "abc"},
        {"^(?:a|b|)c$", "c", "abc"},
        {"^(?<year>\\d{4})-\\d\\d$", "2026-11", "26-11"},
        {"^[a-c_.]$", ".", "d"},
        {"^[^a-c]$", "d", "b"},
        {"^[-a]$", "-", "b"},
        {"^[a-]$", "-", "b"},
        {"^[\\w-]+$", "a-b_9", "a b"},
        {"^[\\]\\\\]$", "]", "["},
        {"^[\\d\\s]+$", "1 2", "a"},
        {"^[^\\d]$", "a", "1"},
        {"^\\D\\W\\S$", "a-b", "1-b"},
        {"^.$", "x", "\n"},
        {"^[^]$", "\n", ""},
        {"^(a*)*$", "aaa", "b"},
        {"^(a|b)*c|d$", "abc", "x"},
        {"^a+?b*?$", "aab", "c"},
        {"^\\x41\\u0042\\u{43}$", "ABC", "abc"},
        {"^\\cJ\\t\\0?$", "\n\t", "x"},
        {"^\\/a\\.b\\-c\\@$", "/a.b-c@", "/aXb-c@"},
        {"^a{b}$", "a{b}", "ab"},
        {"^{a,1}$", "{a,1}", "a"},
        {"\\bfoo\\b", "a foo.", "afoo"},
        {"a\\Bb", "ab", "a b"},
        {"^https?://[^\\s/$.?#].[^\\s]*$", "https://a.example/b", "ftp://a"},
        {"^#(?:[0-9a-fA-F]{3}){1,2}$", "#a0b1c2", "#a0b1"},
        {"^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$", "ann@a.example", "ann"},
    };
    for (auto const& [pattern, yes, no] : cases) {
        BOOST_TEST(found(pattern, yes), pattern << " and " << yes);
        BOOST_TEST(!found(pattern, no), pattern << " and " << no);
    }
}

BOOST_AUTO_TEST_CASE(characters_are_those_of_unicode) {
    BOOST_TEST(found("^.$", "语"));
    BOOST_TEST(found("^.{2}$", "😀é"));
    BOOST_TEST(found("^[一-龥]+$", "汉字"));
    BOOST_TEST(!found("^[一-龥]+$", "abc"));
    BOOST_TEST(found("^\\uD83D\\uDE00$", "😀"));
    BOOST_TEST(found("^\\s$", "\u3000"));
}

BOOST_AUTO_TEST_CASE(patterns_that_are_not_regular_or_malformed_are_refused) {
    struct {
        char const* pattern;
        char const* message;
    } const cases[] = {
        {"(a)\\1", "has a backreference"},
        {"(?<n>a)\\k<n>", "has a backreference"},
        {"(?=a)", "has a lookahead"},
        {"^(?!a)", "has a lookahead"},
        {"(?<=a)b", "has a lookbehind"},
        {"(?<!a)b", "has a lookbehind"},
        {"(?i)a", "has a group of an unknown kind"},
        {"(?<a", "has a group whose name does not end"},
        {"\\p{L}", "has a Unicode property (\\p)"},
        {"\\A", "has an unknown escape sequence"},
        {"\\", "ends with a backslash"},
        {"\\x4", "has an incomplete escape sequence"},
        {"\\u{110000}", "has an incomplete escape sequence"},
        {"(a", "has a ( without its )"},
        {"a)", "has a ) without its ("},
        {"[a", "has a [ without its ]"},
        {"[b-a]", "has a character range whose ends are in the wrong order"},
        {"*a", "repeats something that is not a character or group"},
        {"a**", "repeats something that is not a character or group"},
        {"^*", "repeats something that is not a character or group"},
        {"a{2,1}", "has a repetition whose limits are in the wrong order"},
        {"a{2000}", "repeats too much"},
        {"((a{100}){100}){100}", "repeats too much"},
        {"(((){1000}){1000}){1000}", "repeats too much"},
    };
    for (auto const& [pattern, message] : cases)
        BOOST_TEST(problem(pattern) == message, pattern << ": " << problem(pattern));
    BOOST_TEST(problem(std::string(60, '(') + std::string(60, ')')) == "nests too deeply");
}

BOOST_AUTO_TEST_CASE(matching_takes_time_that_is_linear_in_the_text) {
    BOOST_TEST(found(nested_optionals(), std::string(40, 'a')));
    BOOST_TEST(!found("^(a+)+$", std::string(20'000, 'a') + "b"));
    BOOST_TEST(found("^(a|b)*$", std::string(200'000, 'a')));
}

BOOST_AUTO_TEST_CASE(the_first_violation_names_field_and_pattern) {
    BOOST_TEST(first_problem({.country = "CN"}) == "");
    BOOST_TEST(first_problem({.country = "cn"}) == "country does not match the pattern ^[A-Z]{2}$");
    BOOST_TEST(first_problem({.country = "CN", .digits = "12345"}) ==
               "digits has 5 characters, at most 4 are allowed");
    BOOST_TEST(first_problem({.country = "\xff"}) == "country is not valid UTF-8 at byte 0");
    BOOST_TEST((feishu::check(sample{})[0].rule == feishu::rule::pattern));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(field_multiple_of)

BOOST_AUTO_TEST_CASE(a_number_is_a_multiple_or_a_violation) {
    BOOST_TEST(first_problem({.country = "CN", .minutes = 15}) == "");
    BOOST_TEST(first_problem({.country = "CN", .minutes = 0}) == "");
    BOOST_TEST(first_problem({.country = "CN", .minutes = 7}) == "minutes is 7, must be a multiple of 5");
    BOOST_TEST(first_problem({.country = "CN", .minutes = 65}) == "minutes is 65, must be at most 60");
}

BOOST_AUTO_TEST_CASE(fractions_are_multiples_as_far_as_they_can_be_represented) {
    for (double const price : {0.0, 0.01, 0.07, 19.99, 1234567.89, -0.03, 1e20})
        BOOST_TEST(first_problem({.country = "CN", .price = price}) == "", price);
    BOOST_TEST(first_problem({.country = "CN", .price = 0.015}) == "price is 0.015, must be a multiple of 0.01");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(field_unique_list)

BOOST_AUTO_TEST_CASE(entries_that_repeat_are_named_by_position) {
    BOOST_TEST(first_problem({.country = "CN", .tags = {"a", "b"}}) == "");
    BOOST_TEST(first_problem({.country = "CN", .tags = {"a", "b", "a"}}) ==
               "tags has the same entry at [0] and [2]; entries must be unique");
    BOOST_TEST(first_problem({.country = "CN", .numbers = {1, 2, 3, 2}}) ==
               "numbers has the same entry at [1] and [3]; entries must be unique");
    BOOST_TEST(first_problem({.country = "CN", .tags = std::vector<std::string>{"a", "b", "c", "d", "e"}}) ==
               "tags has 5 items, at most 4 are allowed");
}

BOOST_AUTO_TEST_CASE(constrained_members_are_written_and_read_as_others) {
    sample const sent{.country = "CN", .minutes = 10, .price = 0.5, .tags = {"a"}};
    auto const text = feishu::json::to_string(sent);
    BOOST_TEST(text == R"({"country":"CN","minutes":10,"price":0.5,"tags":["a"]})");
    auto const back = feishu::json::read<sample>(text).value();
    BOOST_TEST(back.country.str() == "CN");
    BOOST_TEST(*back.minutes == 10);
    BOOST_TEST(back.tags.values().at(0) == "a");
}

BOOST_AUTO_TEST_SUITE_END()
