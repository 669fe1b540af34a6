// Documents of every construct: the examples of GitHub's specification, and constructs inside one another.

#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "markdown_parts.hpp"

namespace {

void holds(std::string_view source, feishu::markdown_options const& options = {}) {
    if (auto const problem = markdown_parts::problems_of_cards(source, options); !problem.empty())
        BOOST_ERROR("card of\n" << source << "\n" << problem);
    if (auto const problem = markdown_parts::problems_of_posts(source, options); !problem.empty())
        BOOST_ERROR("post of\n" << source << "\n" << problem);
}

// Every line of `text` behind `rest`, the first one behind `first`.
std::string indented(std::string_view text, std::string_view first, std::string_view rest) {
    std::string out(first);
    for (char const c : text) {
        out += c;
        if (c == '\n')
            out += rest;
    }
    return out;
}

constexpr std::string_view inlines[] = {"plain",
                                        "**b**",
                                        "*i*",
                                        "~~s~~",
                                        "`c`",
                                        "``a`b``",
                                        "[l](https://a.b/c_d)",
                                        "![i](https://a.b)",
                                        "<https://a.b>",
                                        "https://a.b/?x=1&y=2",
                                        "me@x.org",
                                        "<at id=ou_1></at>",
                                        "@all",
                                        "<b>",
                                        "&amp;",
                                        "\\*",
                                        "a_b",
                                        "***bi***",
                                        "**b *i***",
                                        "1.",
                                        "-",
                                        "+",
                                        "#",
                                        ">",
                                        "|",
                                        "`",
                                        "$x$",
                                        ":DONE:",
                                        "\u4e2d\u6587\uff0c",
                                        "\U0001F600",
                                        "!",
                                        "[x]",
                                        "a  \nb",
                                        "a\nb"};

constexpr std::string_view blocks[] = {"text\n",
                                       "# h\n",
                                       "h\n===\n",
                                       "- a\n- b\n",
                                       "1. a\n2. b\n",
                                       "- [x] a\n",
                                       "> q\n",
                                       "```c\nx\n```\n",
                                       "    x\n",
                                       "---\n",
                                       "|a|b|\n|---|---|\n|1|2|\n",
                                       "<div>\n",
                                       "[r]: https://a.b\n\n[r]\n",
                                       "-\n",
                                       "~~~\n```\n~~~\n",
                                       "- - a\n"};

BOOST_AUTO_TEST_SUITE(content_markdown_corpus)

BOOST_AUTO_TEST_CASE(examples_of_the_specification_keep_their_text) {
    auto const* const path = std::getenv("FEISHU_MARKDOWN_SPEC");
    if (path == nullptr) {
        BOOST_TEST_MESSAGE("cmark-gfm is not installed with its specification");
        return;
    }
    std::ifstream spec(path);
    std::string const fence(32, '`');
    std::string all;
    int examples = 0;
    for (std::string line; std::getline(spec, line);) {
        if (!line.starts_with(fence + " example"))
            continue;
        std::string source;
        while (std::getline(spec, line) && line != ".") {
            for (auto i = line.find("\u2192"); i != line.npos; i = line.find("\u2192"))
                line.replace(i, 3, "\t");
            source += line + "\n";
        }
        while (std::getline(spec, line) && line != fence) {
        }
        holds(source);
        all += source + "\n";
        ++examples;
    }
    BOOST_TEST(examples > 600);
    holds(all, {.max_bytes = 4096, .max_elements = 10, .max_tables = 1});
}

BOOST_AUTO_TEST_CASE(inlines_beside_and_inside_one_another_keep_their_text) {
    for (auto const a : inlines)
        for (auto const b : inlines) {
            auto const one = std::string(a);
            auto const two = std::string(b);
            std::string all;
            for (auto const& pair :
                 {one + two, one + " " + two, "**" + one + two + "**", "*" + one + "* ~~" + two + "~~",
                  "[" + one + "](https://l.m)" + two, "x" + one + "y" + two + "z", "> " + one + "\n" + two})
                all += pair + "\n\n";
            holds(all);
        }
}

BOOST_AUTO_TEST_CASE(blocks_after_and_inside_one_another_keep_their_text) {
    for (auto const a : blocks)
        for (auto const b : blocks) {
            std::string all;
            auto const pair = std::string(a) + "\n" + std::string(b);
            for (auto const& one : {pair, std::string(a) + std::string(b), indented(pair, "> ", "> "),
                                    indented(pair, "- ", "  "), indented(pair, "7. ", "   "),
                                    indented(indented(pair, "- ", "  "), "> - ", ">   "),
                                    "- x\n\n" + indented(pair, "  ", "  ")})
                all += one + "\n\n***\n\n";
            holds(all);
            holds(all, {.max_bytes = 4096, .max_elements = 5, .max_tables = 1});
        }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
