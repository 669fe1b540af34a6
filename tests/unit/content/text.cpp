#include <feishu/content/text.hpp>

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include <feishu/content/impl/markup.hpp>

#include "said.hpp"

namespace {

using feishu::text;
using namespace std::string_literals;

std::string unescaped(std::string_view markup) {
    std::string out;
    feishu::markup::append_unescaped(out, markup);
    return out;
}

BOOST_AUTO_TEST_SUITE(content_text)

BOOST_AUTO_TEST_CASE(a_text_is_a_document_with_its_msg_type) {
    feishu::field::json_text const content = text{"hello"};
    BOOST_TEST(content.document() == R"({"text":"hello"})");
    BOOST_TEST(content.msg_type() == "text");
    BOOST_TEST(said::problems(content) == "ok");
}

BOOST_AUTO_TEST_CASE(mentions_styles_and_links_are_the_markup_of_the_platform) {
    text const all = text{"Disk full, "} << feishu::mention(feishu::open_id{"ou_1"}, "Ann") << " and "
                                         << feishu::mention_all << ": " << feishu::bold("now")
                                         << feishu::italic("a") << feishu::underline("b")
                                         << feishu::strike("c") << " "
                                         << feishu::link("dashboard", "https://example.com/d?x=1&y=2");
    BOOST_TEST(all.str() ==
               "Disk full, <at user_id=\"ou_1\">Ann</at> and <at user_id=\"all\"></at>: <b>now</b><i>a</i>"
               "<u>b</u><s>c</s> [dashboard](https://example.com/d?x=1&y=2)");
    BOOST_TEST(said::problems(all) == "ok");
}

BOOST_AUTO_TEST_CASE(users_are_mentioned_by_any_of_their_ids) {
    BOOST_TEST(feishu::mention(feishu::user_id{"5d9bdxxx"}).str() == "<at user_id=\"5d9bdxxx\"></at>");
    BOOST_TEST(feishu::mention(feishu::union_id{"on_1"}).str() == "<at user_id=\"on_1\"></at>");
}

BOOST_AUTO_TEST_CASE(styles_nest) {
    BOOST_TEST(feishu::bold(text{"very "} << feishu::italic("full")).str() == "<b>very <i>full</i></b>");
}

BOOST_AUTO_TEST_CASE(plain_text_stays_as_it_is_unless_it_could_be_a_tag) {
    struct {
        char const* plain;
        char const* markup;
    } const table[] = {
        {"a < b && b > c", "a < b && b > c"},
        {"R&D &copy; &", "R&D &copy; &"},
        {"vector<int> x", "vector<int> x"},
        {"<-- here", "<-- here"},
        {"<at user_id=\"all\"></at>", "&lt;at user_id=\"all\">&lt;/at>"},
        {"</at>", "&lt;/at>"},
        {"</AT >", "&lt;/AT >"},
        {"<b>", "&lt;b>"},
        {"<b/>", "&lt;b/>"},
        {"<\tb>", "<\tb>"},
        {"<at\nuser_id='all'>", "&lt;at\nuser_id='all'>"},
        {"x<a", "x<a"},
        {"x<a ", "x&lt;a "},
        {"<attach>", "<attach>"},
        {"&lt;b>", "&amp;lt;b>"},
        {"&amp;", "&amp;amp;"},
        {"&&lt;", "&&amp;lt;"},
        {"<<b>", "<&lt;b>"},
        {"[a](b)", "[a](b)"},
    };
    for (auto const& [plain, markup] : table) {
        BOOST_TEST(text{plain}.str() == markup);
        BOOST_TEST(unescaped(markup) == plain);
    }
}

BOOST_AUTO_TEST_CASE(plain_text_never_becomes_a_link) {
    struct {
        char const* plain;
        char const* markup;
    } const table[] = {
        {"[a](http://x)", "[a]\u200B(http://x)"},
        {"see [a](www.x.com) and [b](/c)", "see [a]\u200B(www.x.com) and [b]\u200B(/c)"},
        {"![a](http://x)", "![a]\u200B(http://x)"},
        {"[[a](http://x)](http://y)", "[[a]\u200B(http://x)]\u200B(http://y)"},
        {"v[0](i) and [a] (b.c) and ](", "v[0](i) and [a] (b.c) and ]("},
        {"[a](not a target.)", "[a](not a target.)"},
    };
    for (auto const& [plain, markup] : table)
        BOOST_TEST(text{plain}.str() == markup);
    // Nor in combination with the text that follows.
    BOOST_TEST((text{"[a]"} << "(http://x)").str() == "[a]\u200B(http://x)");
    BOOST_TEST((text{"[a](http://x"} << feishu::bold(")")).str() == "[a]\u200B(http://x<b>)</b>");
    BOOST_TEST((text{"[a]("} << feishu::link("b", "http://x")).str() == "[a]\u200B([b](http://x)");
    BOOST_TEST(feishu::mention(feishu::open_id{"ou_1"}, "[a](http://x)").str() ==
               "<at user_id=\"ou_1\">[a]\u200B(http://x)</at>");
}

BOOST_AUTO_TEST_CASE(user_data_cannot_break_out_of_a_tag) {
    BOOST_TEST(feishu::bold("x</b><at user_id=\"all\">").str() == "<b>x&lt;/b>&lt;at user_id=\"all\"></b>");
    BOOST_TEST(feishu::mention(feishu::open_id{"ou_1"}, "</at><b>").str() ==
               "<at user_id=\"ou_1\">&lt;/at>&lt;b></at>");
}

BOOST_AUTO_TEST_CASE(a_tag_split_over_two_pieces_is_escaped) {
    BOOST_TEST((text{"<"} << "at user_id=\"all\">").str() == "&lt;at user_id=\"all\">");
    BOOST_TEST((text{"&l"} << "t;").str() == "&amp;lt;");
    BOOST_TEST((text{"<a"} << feishu::bold("t>")).str() == "&lt;a<b>t></b>");
}

BOOST_AUTO_TEST_CASE(an_invalid_id_is_rejected_and_cannot_break_out_of_its_tag) {
    auto const hostile = feishu::mention(feishu::open_id{"ou_1\"></at><at user_id=\"all"});
    BOOST_TEST(said::problems(hostile) == "text mentions a user by an invalid id");
    BOOST_TEST(hostile.str() == "<at user_id=\"\"></at>");
    BOOST_TEST(said::problems(text{"a"} << feishu::mention(feishu::open_id{})) ==
               "text mentions a user by an invalid id");
}

BOOST_AUTO_TEST_CASE(a_url_cannot_end_its_link_early) {
    BOOST_TEST(feishu::link("n", "https://x/(a)[b]").str() == "[n](https://x/%28a%29%5Bb%5D)");
    BOOST_TEST(said::problems(feishu::link("a](https://evil) [b", "https://x")) ==
               "text has a link whose name contains \"](\"");
    BOOST_TEST(said::problems(feishu::link("", "https://x")) == "text has a link without a name");
    for (auto const* url :
         {"", "x", "/x", "https:", "//x", "ht tp://x", "https://a b", "1http://x", "https://x\n"})
        BOOST_TEST(said::problems(feishu::link("n", url)) ==
                       "text has a link whose target is not an absolute URL",
                   url);
    BOOST_TEST(said::problems(feishu::link("mail", "mailto:a@b.c")) == "ok");
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_refused) {
    BOOST_TEST(said::problems(text{""}) == "text must not be empty");
    BOOST_TEST(said::problems(text{}) == "text must not be empty");
}

BOOST_AUTO_TEST_CASE(text_that_is_not_utf8_is_refused) {
    BOOST_TEST(said::problems(text{"ab\xFF"}) == "text is not valid UTF-8 at byte 2");
    BOOST_TEST(said::problems(text{"a"} << feishu::bold("\xC0\x80")) == "text is not valid UTF-8 at byte 4");
}

BOOST_AUTO_TEST_CASE(quotes_controls_and_unusual_characters_are_escaped_for_json_only) {
    auto const hostile = "\"\\\n\t\0\x01 \u2028 \U0001F600"s;
    BOOST_TEST(said::document(text{hostile}) ==
               "{\"text\":\"\\\"\\\\\\n\\t\\u0000\\u0001 \u2028 \U0001F600\"}");
}

BOOST_AUTO_TEST_CASE(a_text_may_be_appended_to_itself) {
    text twice{"a"};
    twice << feishu::bold("b");
    twice << twice;
    BOOST_TEST(twice.str() == "a<b>b</b>a<b>b</b>");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
