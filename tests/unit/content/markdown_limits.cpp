// Long, deep and malformed documents.

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "markdown_parts.hpp"
#include "said.hpp"

namespace {

namespace card = feishu::card;

std::string repeated(std::string_view text, std::size_t bytes) {
    std::string out;
    out.reserve(bytes + text.size());
    while (out.size() < bytes)
        out += text;
    return out;
}

void within_limits(std::string_view source, feishu::markdown_options const& options = {}) {
    if (auto const problem = markdown_parts::problems_of_cards(source, options); !problem.empty())
        BOOST_ERROR("card of " << source.substr(0, 60) << ": " << problem);
    if (auto const problem = markdown_parts::problems_of_posts(source, options); !problem.empty())
        BOOST_ERROR("post of " << source.substr(0, 60) << ": " << problem);
}

std::vector<std::string> texts(std::vector<card::card> const& cards) {
    std::vector<std::string> out;
    for (auto const& one : cards)
        if (auto const* const text = one.body.elements.begin()->get_if<card::markdown>())
            out.push_back(*text->content);
    return out;
}

feishu::markdown_options const small{.numbered = false, .max_bytes = 4096};

BOOST_AUTO_TEST_SUITE(content_markdown_limits)

BOOST_AUTO_TEST_CASE(long_documents_of_each_construct_stay_within_the_limits) {
    for (auto const one : {"word ",
                           "a",
                           "\u4e2d",
                           "\U0001F600",
                           "\"\\",
                           "line\n",
                           "para\n\n",
                           "- item\n",
                           "- a\n  - b\n",
                           "1. x\n",
                           "> q\n",
                           "**b** ",
                           "**b",
                           "[l](https://a.b) ",
                           "<at id=ou_1></at>",
                           "`c` ",
                           "---\n",
                           "# h\n",
                           "&amp;",
                           "\x01",
                           "|",
                           "`",
                           "~",
                           "|a|b|\n|---|---|\n|1|2|\n\n",
                           "    code\n",
                           "```\nx\n```\n",
                           "<b>",
                           "@all ",
                           "*",
                           "_",
                           "\\",
                           "a\n\n---\n\n",
                           "\t"})
        within_limits(repeated(one, 30'000), small);
    for (auto const one : {"x", "\u4e2d", "\"", "`", "~~~ ", "a b\n", "\n", "````\n~~~~\n"})
        within_limits("``````` c\n" + repeated(one, 30'000), small);
    within_limits("|a|b|\n|---|---|\n" + repeated("|1|two **three** [l](https://a.b)|\n", 30'000), small);
    within_limits("|a|b|\n|---|---|\n|" + repeated("word ", 30'000) + "|x|\n", small);
    within_limits("[" + repeated("text ", 20'000) + "](https://a.b)", small);
    within_limits("[a](https://" + repeated("long", 20'000) + ")", small);
}

BOOST_AUTO_TEST_CASE(a_megabyte_is_converted) {
    within_limits(repeated("# Heading\n\nSome *text* with `code` and \u4e2d\u6587 [links](https://a.b).\n\n- "
                           "item\n  - [x] task\n\n"
                           "```cpp\nint main() {}\n```\n\n|a|b|\n|---|---|\n|1|2|\n\n> quote\n\n",
                           1'000'000));
}

BOOST_AUTO_TEST_CASE(a_code_block_is_closed_and_opened_again) {
    auto const parts = texts(feishu::to_cards("```cpp\n" + repeated("int a = 0;\n", 10'000) + "```", small));
    BOOST_REQUIRE(parts.size() > 2u);
    for (auto const& one : parts) {
        BOOST_TEST(one.starts_with("```cpp\nint a = 0;\n"));
        BOOST_TEST(one.ends_with("\nint a = 0;\n```"));
    }
}

BOOST_AUTO_TEST_CASE(a_table_repeats_its_header) {
    auto const cards = feishu::to_cards("|a|b|\n|---|---|\n" + repeated("|one|two|\n", 10'000), small);
    BOOST_REQUIRE(cards.size() > 2u);
    std::size_t rows = 0;
    for (auto const& one : cards) {
        BOOST_REQUIRE(one.body.elements.size() == 1u);
        auto const* const table = one.body.elements.begin()->get_if<card::table>();
        BOOST_REQUIRE(table != nullptr);
        BOOST_TEST(table->columns->begin()->display_name.value() == "a");
        rows += table->rows->size();
    }
    BOOST_TEST(rows == 1000u);
}

BOOST_AUTO_TEST_CASE(text_is_divided_between_words_and_never_inside_a_character_or_a_mention) {
    for (auto const& one : texts(feishu::to_cards(repeated("words ", 20'000), small)))
        BOOST_TEST((one.starts_with("words") && one.ends_with("words")));
    for (auto const& one : texts(feishu::to_cards(repeated("\U0001F600", 20'000), small)))
        BOOST_TEST(feishu::utf8::scan(one).valid());
    for (auto const& one : texts(feishu::to_cards(repeated("<at id=ou_1></at>", 20'000), small)))
        BOOST_TEST((one.starts_with("<at id=ou_1></at>") && one.ends_with("<at id=ou_1></at>")));
}

BOOST_AUTO_TEST_CASE(ordered_items_keep_their_numbers_in_the_next_card) {
    auto const parts = texts(feishu::to_cards(repeated("1. item\n", 8'000), small));
    BOOST_REQUIRE(parts.size() > 1u);
    BOOST_TEST(parts[0].starts_with("1. item\n2. item\n"));
    BOOST_TEST(parts.back().ends_with("1000. item"));
}

BOOST_AUTO_TEST_CASE(a_heading_stays_with_its_text) {
    auto const parts = texts(
        feishu::to_cards(repeated("word ", 3'000) + "\n\n# Heading\n\n" + repeated("text ", 600), small));
    BOOST_REQUIRE(parts.size() == 2u);
    BOOST_TEST(parts[1].starts_with("# Heading\n\ntext"));
}

BOOST_AUTO_TEST_CASE(parts_are_numbered_if_there_are_several) {
    auto const source = repeated("word ", 9'000);
    auto const cards = feishu::to_cards(source, {.max_bytes = 4096});
    BOOST_REQUIRE(cards.size() == 3u);
    auto const elements = cards[1].body.elements;
    BOOST_TEST(*std::prev(elements.end())->get_if<card::markdown>()->content == "(2/3)");
    auto const posts = feishu::to_posts(source, {.title = "Log", .language = "en_us", .max_bytes = 4096});
    BOOST_REQUIRE(posts.size() > 1u);
    auto const number = std::to_string(posts.size());
    BOOST_TEST(posts.back().bodies().front().first == "en_us");
    BOOST_TEST(posts.back().bodies().front().second.title == "Log (" + number + "/" + number + ")");
}

BOOST_AUTO_TEST_CASE(elements_and_tables_of_a_card_are_counted) {
    auto const rules = feishu::to_cards(repeated("---\n", 4'000));
    BOOST_TEST(rules.size() == 6u);
    for (auto const& one : rules)
        BOOST_TEST(said::problems(one) == "ok");
    BOOST_TEST(feishu::to_cards(repeated("|a|\n|---|\n|1|\n\n", 13 * 7)).size() == 3u);
}

BOOST_AUTO_TEST_CASE(what_is_not_utf_8_is_replaced) {
    BOOST_TEST(texts(feishu::to_cards(std::string("a\xFF\0b\xE4\xB8", 6)))[0] == "a\uFFFD\uFFFDb\uFFFD");
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        std::string bytes(300, '\0');
        for (char& c : bytes)
            c = static_cast<char>(random() % 4 == 0
                                      ? random()
                                      : static_cast<unsigned>("*_`[]()<>|-#\n >&!~:1.\\"[random() % 23]));
        within_limits(bytes, small);
    }
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_flattened) {
    for (auto const one : {"> ", "* ", "- ", "1. ", "[", "![", "*a **a ", "~~a ", "<at id=", "(", "> - "})
        within_limits(repeated(one, 20'000) + "x");
    auto const deep = texts(feishu::to_cards(repeated("- ", 20'000) + "x"));
    BOOST_TEST(deep.at(0).size() < 500u);
}

// Each took time of the square of its size in md4c or would stand for a huge document.
BOOST_AUTO_TEST_CASE(documents_that_would_take_more_than_linear_time_are_displayed_as_they_are) {
    for (auto const& one :
         {repeated("[a]\n", 400'000), repeated("http://a.b/(", 400'000),
          repeated("- ", 40'000) + "a\n" + repeated("\n", 100'000),
          "[a]: https://" + repeated("u", 100'000) + "\n\n" + repeated("[a] ", 100'000),
          repeated("|a", 40'000) + "\n" + repeated("|---", 80'000) + "\n" + repeated("|\n", 40'000)})
        within_limits(one);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
