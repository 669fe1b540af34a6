#include <feishu/content/markdown.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/json/write.hpp>

#include "said.hpp"

namespace {

namespace card = feishu::card;
using feishu::markdown_options;

// The elements of the only card: text as it is, others as JSON.
std::string elements(std::string_view source, markdown_options const& options = {}) {
    auto const cards = feishu::to_cards(source, options);
    BOOST_REQUIRE(cards.size() == 1u);
    BOOST_TEST(said::problems(cards[0]) == "ok");
    std::string out;
    for (auto const& element : cards[0].body.elements) {
        auto const* const text = element.get_if<card::markdown>();
        out +=
            (out.empty() ? "" : "\n") + (text != nullptr ? *text->content : feishu::json::to_string(element));
    }
    return out;
}

// The content of the only post.
std::string paragraphs_of(std::string_view source, markdown_options const& options = {}) {
    auto const posts = feishu::to_posts(source, options);
    BOOST_REQUIRE(posts.size() == 1u);
    BOOST_TEST(said::problems(posts[0]) == "ok");
    auto const document = said::document(posts[0]);
    constexpr std::string_view before = R"({"zh_cn":{"content":[)";
    BOOST_REQUIRE(document.starts_with(before));
    return document.substr(before.size(), document.size() - before.size() - 3);
}

feishu::image_key key_of_png(std::string_view url) {
    return url.ends_with(".png") ? feishu::image_key("img_1") : feishu::image_key();
}

BOOST_AUTO_TEST_SUITE(content_markdown)

BOOST_AUTO_TEST_CASE(blocks_of_a_card_are_written_in_its_dialect) {
    BOOST_TEST(elements("Title\n=====\n\ntext\n\n###### six") == "# Title\n\ntext\n\n###### six");
    BOOST_TEST(elements("- a\n- b\n  - c\n    1. d\n    2. e\n\n7. f\n8. g") ==
               "- a\n- b\n    - c\n        1. d\n        2. e\n\n7. f\n8. g");
    BOOST_TEST(elements("- a\n\n- b\n\n  more") == "- a\n\n- b\n\n    more");
    BOOST_TEST(elements("- [x] done\n- [ ] open") == "- \u2611 done\n- \u2610 open");
    BOOST_TEST(elements("> a\n> > b\n>\n> - c") == "> a\n>\n> > b\n>\n> - c");
    BOOST_TEST(elements("100. a\n\n     b") == "100. a\n\n     b");
    BOOST_TEST(elements("- # h\n- ***") == "-\n    # h\n-\n    ---");
    BOOST_TEST(elements("> ---") == "> ---");
    BOOST_TEST(elements("-\n- a") == "- \n- a");
}

BOOST_AUTO_TEST_CASE(code_keeps_its_text_and_language_between_fences_that_it_does_not_contain) {
    BOOST_TEST(elements("~~~c++ title=\"x\"\nint *a;\n~~~") == "```c++\nint *a;\n```");
    BOOST_TEST(elements("    four\n    <at id=all></at>") == "```\nfour\n<at id=all></at>\n```");
    BOOST_TEST(elements("~~~~\n```\n~~~\n~~~~") == "````\n```\n~~~\n````");
    BOOST_TEST(elements("- ```\n  a\n\n  b\n  ```") == "-\n    ```\n    a\n    \n    b\n    ```");
    BOOST_TEST(elements("``a`b`` ` `` `") == "``a`b`` ``` `` ```");
    auto const ticks = std::string(70, '`');
    auto const tildes = std::string(70, '~');
    BOOST_TEST(elements("    " + ticks + "\n    " + tildes) ==
               "~~~\n" + ticks + "\n~~~\n```\n" + tildes + "\n```");
}

BOOST_AUTO_TEST_CASE(styles_of_a_card_are_delimited_where_they_are_read_as_such) {
    BOOST_TEST(elements("**b** __b__ *i* _i_ ~~s~~ ***bi***") == "**b** **b** *i* *i* ~~s~~ ***bi***");
    BOOST_TEST(elements("**a *b* c**") == "**a** ***b*** **c**");
    BOOST_TEST(elements("*a***b**") == "*a*\u200B**b**");
    BOOST_TEST(elements("**a&nbsp;** b") == "**a**\u00A0 b"); // blanks are outside
    BOOST_TEST(elements("**a.**[b](c)") == "a.b");            // no style rather than asterisks
    BOOST_TEST(elements("a\nb  \nc\\\nd") == "a\nb  \nc  \nd");
}

BOOST_AUTO_TEST_CASE(text_that_the_dialect_would_interpret_is_escaped) {
    BOOST_TEST(elements("<b>x</b> & <font color=red>") ==
               "&#60;b&#62;x&#60;/b&#62; &#38; &#60;font color=red&#62;");
    BOOST_TEST(elements("\\*a\\* \\`b\\` \\[c](d) a_b_c $x$ ~ |") ==
               "&#42;a&#42; &#96;b&#96; &#91;c&#93;(d) a&#95;b&#95;c &#36;x&#36; &#126; &#124;");
    BOOST_TEST(elements("1\\. a\n\\- b\n\\+ c\n\\# d\n\\=") == "1&#46; a\n&#45; b\n&#43; c\n&#35; d\n&#61;");
    BOOST_TEST(elements("12:30 is :DONE: - really") == "12:30 is &#58;DONE: - really");
    BOOST_TEST(elements("<div>\n*a*\n</div>") == "&#60;div&#62;\n*a*\n&#60;/div&#62;");
    BOOST_TEST(elements("wow\\![x](https://a.b)") == "wow&#33;[x](https://a.b)");
}

BOOST_AUTO_TEST_CASE(entities_are_decoded) {
    BOOST_TEST(elements("&copy; &lt; &#x4e2d; &nosuch; &#0;") == "\u00A9 &#60; \u4e2d &#38;nosuch; \uFFFD");
}

BOOST_AUTO_TEST_CASE(links_need_an_absolute_url) {
    BOOST_TEST(elements("[a *b*](https://x.y/(z)?q=\"1\" \"title\")") ==
               "[a](https://x.y/%28z%29?q=%221%22) [*b*](https://x.y/%28z%29?q=%221%22)");
    BOOST_TEST(elements("[doc](docs/a.md) [top](#top) [js](javascript:alert) [r]\n\n[r]: https://r.s") ==
               "doc top js [r](https://r.s)");
    BOOST_TEST(elements("see https://a.b/c_d, www.x.org and <me@x.org>") ==
               "see [https://a.b/c&#95;d](https://a.b/c_d), [www.x.org](http://www.x.org) and "
               "[me@x.org](mailto:me@x.org)");
    BOOST_TEST(elements("[](https://a.b)") == "[https://a.b](https://a.b)");
}

BOOST_AUTO_TEST_CASE(images_are_displayed_by_key_or_as_links) {
    BOOST_TEST(elements("x ![a [b]](p.png) y", {.image = key_of_png}) == "x ![a &#91;b&#93;](img_1) y");
    BOOST_TEST(elements("![a](https://x.y/p.gif) ![b](p.gif)", {.image = key_of_png}) ==
               "[a](https://x.y/p.gif) b");
    BOOST_TEST(elements("[![a](p.png)](https://x.y)", {.image = key_of_png}) == "[![a](img_1)](https://x.y)");
    int calls = 0;
    elements("![](p.png) ![](p.png)",
             {.image = [&](std::string_view) { return ++calls, feishu::image_key("img_1"); }});
    BOOST_TEST(calls == 1);
    std::vector<std::string> const urls{"a.png", "https://b"};
    BOOST_TEST(feishu::image_urls("![](a.png)\n\n- ![b](https://b) ![](a.png)") == urls,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_exception_of_the_image_function_leaves_the_conversion) {
    markdown_options const failing{
        .image = [](std::string_view) -> feishu::image_key { throw std::string("upload"); }};
    BOOST_CHECK_THROW(feishu::to_cards("![](a.png)", failing), std::string);
}

BOOST_AUTO_TEST_CASE(mentions_are_written_by_tag_or_at_all) {
    BOOST_TEST(elements("<at id=ou_1></at> <at user_id=\"ou_2\">Tom</at> <at email='a@b.c'></at> @all.") ==
               "<at id=ou_1></at> <at id=ou_2></at> <at email=a@b.c></at> <at id=all></at>.");
    BOOST_TEST(elements("me@all.com x@all \\@all @allies `@all` `<at id=ou_1>`") ==
               "[me@all.com](mailto:me@all.com) x@all @all @allies `@all` `<at id=ou_1>`");
    BOOST_TEST(elements("<at id=\"a b\"></at> </at> &lt;at id=ou_1&gt;") ==
               "&#60;at id=\"a b\"&#62;&#60;/at&#62; &#60;/at&#62; &#60;at id=ou&#95;1&#62;");
}

BOOST_AUTO_TEST_CASE(mentions_may_be_limited) {
    constexpr std::string_view source = "<at id=ou_1></at> <at id=all></at> @all";
    BOOST_TEST(elements(source, {.mentions = feishu::markdown_mentions::people}) ==
               "<at id=ou_1></at> &#60;at id=all&#62;&#60;/at&#62; @all");
    BOOST_TEST(elements(source, {.mentions = feishu::markdown_mentions::none}) ==
               "&#60;at id=ou&#95;1&#62;&#60;/at&#62; &#60;at id=all&#62;&#60;/at&#62; @all");
}

BOOST_AUTO_TEST_CASE(tables_and_rules_are_elements) {
    BOOST_TEST(
        elements("a\n\n---\n\n| x | *y* |\n|:-:|--:|\n| 1 \\| 2 | **b** |\n| - c |\n\nz") ==
        "a\n{\"tag\":\"hr\"}\n"
        R"({"tag":"table","columns":[{"name":"c1","data_type":"markdown","display_name":"x","horizontal_align":"center"},)"
        R"({"name":"c2","data_type":"markdown","display_name":"y","horizontal_align":"right"}],)"
        R"("rows":[{"c1":"1 &#124; 2","c2":"**b**"},{"c1":"&#45; c","c2":""}],"page_size":2})"
        "\nz");
}

BOOST_AUTO_TEST_CASE(a_table_in_a_list_or_without_rows_is_text) {
    BOOST_TEST(elements("- |a|b|\n  |---|---|\n  |1|2|") == "- **a** &#124; **b**\n    1 &#124; 2");
    BOOST_TEST(elements("|a|b|\n|---|---|") == "**a** &#124; **b**");
    std::string header = "|";
    std::string delimiters = "|";
    for (int i = 0; i < 51; ++i) {
        header += "a|";
        delimiters += "---|";
    }
    BOOST_TEST(elements(header + "\n" + delimiters + "\n|1|").starts_with("**a** &#124; **a**"));
}

BOOST_AUTO_TEST_CASE(a_table_whose_header_mentions_is_text_because_titles_cannot_mention) {
    BOOST_TEST(elements("|<at id=ou_1>Ann</at>|b|\n|---|---|\n|1|2|") ==
               "**<at id=ou_1></at>** &#124; **b**\n1 &#124; 2");
    BOOST_TEST(elements("|@all|b|\n|---|---|\n|1|2|").starts_with("**<at id=all></at>** &#124; **b**"));
    BOOST_TEST(elements("|a|\n|---|\n|@all|").starts_with(R"({"tag":"table")"));
}

BOOST_AUTO_TEST_CASE(delimiter_rows_may_be_short_and_are_text_elsewhere) {
    BOOST_TEST(
        elements("|a|b|c|\n|-|:-|-:|\n|1|2|3|").starts_with(R"({"tag":"table","columns":[{"name":"c1")"));
    BOOST_TEST(elements("```\n|-|:-|-:|\n```") == "```\n|-|:-|-:|\n```");
    BOOST_TEST(elements("`|-|`\n\n- |-|") == "`|-|`\n\n- &#124;-&#124;");
    BOOST_TEST(feishu::plain_text("|-|:-|-:|") == "|-|:-|-:|");
}

BOOST_AUTO_TEST_CASE(the_frame_is_part_of_each_card) {
    auto const cards = feishu::to_cards("a", {.frame = {.header = card::header{.title = "T"}}});
    BOOST_REQUIRE(cards.size() == 1u);
    BOOST_TEST(cards[0].header->title->content == "T");
}

BOOST_AUTO_TEST_CASE(posts_have_tags_for_text_code_and_rules) {
    BOOST_TEST(paragraphs_of("# H\n\na **b**\n\n---") ==
               R"([{"tag":"text","text":"H","style":["bold"]}],[],)"
               R"([{"tag":"text","text":"a "},{"tag":"text","text":"b","style":["bold"]}],[],)"
               R"([{"tag":"hr"}])");
    BOOST_TEST(paragraphs_of("```go\nx\n\ny\n```") ==
               R"([{"tag":"code_block","text":"x\n\ny","language":"go"}])");
    BOOST_TEST(
        paragraphs_of("[l](https://a.b) <at id=ou_1></at>*~~x~~*") ==
        R"([{"tag":"a","text":"l","href":"https://a.b"},{"tag":"text","text":" "},{"tag":"at","user_id":"ou_1"},)"
        R"({"tag":"text","text":"x","style":["italic","lineThrough"]}])");
    BOOST_TEST(paragraphs_of("a\nb") == R"([{"tag":"text","text":"a"}],[{"tag":"text","text":"b"}])");
}

BOOST_AUTO_TEST_CASE(images_of_a_post_are_alone_in_their_paragraph) {
    BOOST_TEST(
        paragraphs_of("a ![x](p.png) b", {.image = key_of_png}) ==
        R"([{"tag":"text","text":"a "}],[{"tag":"img","image_key":"img_1"}],[{"tag":"text","text":" b"}])");
    BOOST_TEST(paragraphs_of("![x](p.png)", {.image = key_of_png}) == R"([{"tag":"img","image_key":"img_1"}])");
}

BOOST_AUTO_TEST_CASE(lists_quotes_and_tables_of_a_post_are_text) {
    BOOST_TEST(paragraphs_of("- a\n  1. b\n> c") ==
               R"([{"tag":"text","text":"• "},{"tag":"text","text":"a"}],)"
               R"([{"tag":"text","text":"    1. "},{"tag":"text","text":"b"}],[],)"
               R"([{"tag":"text","text":"│ "},{"tag":"text","text":"c"}])");
    BOOST_TEST(paragraphs_of("|a|b|\n|---|---|\n|1|2|") ==
               R"([{"tag":"text","text":"a","style":["bold"]},{"tag":"text","text":" | "},)"
               R"({"tag":"text","text":"b","style":["bold"]}],)"
               R"([{"tag":"text","text":"1"},{"tag":"text","text":" | "},{"tag":"text","text":"2"}])");
}

BOOST_AUTO_TEST_CASE(plain_text_has_no_syntax) {
    BOOST_TEST(feishu::plain_text("# T\n\n- **a** [b](https://c)\n- "
                                  "`d`\n\n|x|y|\n|---|---|\n|1|2|\n\n---\n<at id=ou_1>Ann</at>\n\n&amp;") ==
               "T\na b\nd\nx | y\n1 | 2\n@Ann\n&");
    BOOST_TEST(feishu::plain_text(" \n\n") == "");
}

BOOST_AUTO_TEST_CASE(markdown_is_content_of_one_card) {
    BOOST_TEST(said::document(feishu::markdown{"**a**"}) ==
               R"({"schema":"2.0","body":{"elements":[{"tag":"markdown","content":"**a**"}]}})");
    BOOST_TEST(said::problems(feishu::markdown{"**a**"}) == "ok");
    BOOST_TEST(said::problems(feishu::markdown{" \n"}) == "markdown is blank");
    BOOST_TEST(
        said::problems(feishu::markdown{std::string(40'000, 'a')}) ==
        "markdown needs 2 cards of 29696 bytes, 200 elements and 3 tables; send each of feishu::to_cards()");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
