// Where a text that grows continues in another card.

#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/bot/impl/card_cut.hpp>
#include <feishu/core/impl/utf8.hpp>

namespace card_cuts {

using feishu::detail::card_limits;
using feishu::detail::cut_for_card;
using feishu::detail::escaped_size;

/// The texts of the cards, all of which fit.
std::vector<std::string> cards_of(std::string_view text, card_limits limits) {
    std::vector<std::string> out;
    std::string rest(text);
    std::size_t repeated = 0;
    while (auto const cut = cut_for_card(rest, limits, repeated)) {
        BOOST_REQUIRE(cut->end > repeated);
        BOOST_REQUIRE(cut->end <= rest.size());
        out.push_back(rest.substr(0, cut->end) + cut->closing);
        BOOST_TEST(escaped_size(out.back()) <= limits.bytes);
        BOOST_TEST(feishu::utf8::scan(out.back()).valid());
        rest = cut->opening + rest.substr(cut->end);
        repeated = cut->opening.size();
    }
    BOOST_TEST(escaped_size(rest) <= limits.bytes);
    out.push_back(rest);
    return out;
}

using texts = std::vector<std::string>;

} // namespace card_cuts

using namespace card_cuts;

BOOST_AUTO_TEST_SUITE(card_cut)

BOOST_AUTO_TEST_CASE(a_text_that_fits_is_not_cut) {
    BOOST_TEST(!cut_for_card("", {}).has_value());
    BOOST_TEST(!cut_for_card(std::string(28'000, 'a'), {}).has_value());
    BOOST_TEST(cut_for_card(std::string(28'001, 'a'), {}).has_value());
}

BOOST_AUTO_TEST_CASE(bytes_count_as_they_are_sent) {
    BOOST_TEST(escaped_size("a\"\\\n\x01") == 13u);
    BOOST_TEST(escaped_size("你好") == 6u);
    BOOST_TEST((cards_of("\"\"\"", {.bytes = 4}) == texts{"\"\"", "\""}));
}

BOOST_AUTO_TEST_CASE(paragraphs_stay_whole_before_lines_before_words_before_characters) {
    BOOST_TEST((cards_of("one two!\n\nthree four\nfive", {.bytes = 24}) ==
                texts{"one two!\n\n", "three four\nfive"}));
    BOOST_TEST(
        (cards_of("one\ntwo three four five", {.bytes = 16}) == texts{"one\n", "two three four ", "five"}));
    BOOST_TEST((cards_of("a text of many words", {.bytes = 12}) == texts{"a text of ", "many words"}));
    BOOST_TEST((cards_of("你好世界", {.bytes = 7}) == texts{"你好", "世界"}));
    BOOST_TEST(
        (cards_of("text\ntext\n# Heading\ntext", {.bytes = 24}) == texts{"text\ntext\n", "# Heading\ntext"}));
}

BOOST_AUTO_TEST_CASE(a_code_block_is_closed_and_opened_again) {
    BOOST_TEST((cards_of("```cpp\nint a;\nint b;\n```\nend", {.bytes = 24}) ==
                texts{"```cpp\nint a;\n```", "```cpp\nint b;\n```\nend"}));
    BOOST_TEST((cards_of("~~~~\naaaa\n```\nbbbb\n~~~~\n", {.bytes = 24}) ==
                texts{"~~~~\naaaa\n```\n~~~~", "~~~~\nbbbb\n~~~~\n"}));
    BOOST_TEST((cards_of("  > ```\n  > aaaaaaaaaa\n  > bbbbbbbbbb\n", {.bytes = 36}) ==
                texts{"  > ```\n  > aaaaaaaaaa\n  > ```", "  > ```\n  > bbbbbbbbbb\n"}));
    BOOST_TEST((cards_of("```\nabcdefghijklmnop", {.bytes = 16}) ==
                texts{"```\nabcdef\n```", "```\nghijkl\n```", "```\nmnop"}));
}

BOOST_AUTO_TEST_CASE(inline_code_with_three_ticks_is_not_a_block) {
    BOOST_TEST((cards_of("```a``` text\nmore text of it", {.bytes = 20}) ==
                texts{"```a``` text\n", "more text of it"}));
}

BOOST_AUTO_TEST_CASE(a_table_repeats_its_header) {
    BOOST_TEST((cards_of("|a|b|\n|-|-|\n|1|2|\n|3|4|\n", {.bytes = 25}) ==
                texts{"|a|b|\n|-|-|\n|1|2|\n", "|a|b|\n|-|-|\n|3|4|\n"}));
}

BOOST_AUTO_TEST_CASE(a_card_has_no_more_tables_than_allowed) {
    std::string const table = "|a|b|\n|-|-|\n|1|2|\n";
    BOOST_TEST((cards_of(table + "text\n" + table + "\n" + table, {.tables = 2}) ==
                texts{table + "text\n" + table + "\n", table}));
    BOOST_TEST((cards_of("```\n" + table + table + "```\n" + table, {.tables = 1}) ==
                texts{"```\n" + table + table + "```\n" + table}));
}

BOOST_AUTO_TEST_CASE(a_mention_stays_whole) {
    BOOST_TEST(
        (cards_of("hello<at id=ou_1></at>", {.bytes = 12}) == texts{"hello", "<at id=ou_1>", "</at>"}));
    BOOST_TEST(
        (cards_of("a < b and more of this", {.bytes = 16}) == texts{"a ", "< b and more of ", "this"}));
}

BOOST_AUTO_TEST_CASE(a_code_block_with_a_long_first_line_keeps_its_fence_only) {
    auto const cards =
        cards_of("```" + std::string(1500, 'x') + "\n" + std::string(3000, 'y'), {.bytes = 2000});
    BOOST_TEST(cards.size() == 3u);
    BOOST_TEST(cards[1].starts_with("```\nyyy"));
}

BOOST_AUTO_TEST_CASE(any_bytes_are_cut_somewhere) {
    for (std::string_view const text : {"\xff\xfe\x80 abc \xf0\x9f", "```\n```\n```\n```\n", "|\n|-\n|\n|-\n",
                                        "<<<<<<<<<<<", "\n\n\n\n\n\n\n\n\n\n", "~~~\n\x01\x01\x01\x01\x01"})
        for (std::size_t bytes = 20; bytes < 30; ++bytes) {
            std::string rest(text);
            rest += text;
            rest += text;
            std::size_t repeated = 0;
            for (int cards = 0; auto const cut = cut_for_card(rest, {.bytes = bytes, .tables = 1}, repeated);
                 ++cards) {
                BOOST_REQUIRE(cards < 1000);
                BOOST_REQUIRE(cut->end > repeated);
                rest = cut->opening + rest.substr(cut->end);
                repeated = cut->opening.size();
            }
        }
}

BOOST_AUTO_TEST_SUITE_END()
