#include <feishu/content/post.hpp>

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/models.hpp>

#include "said.hpp"

namespace {

using feishu::post;
using paragraphs = std::vector<post::paragraph>;

// The problems of a post with these paragraphs.
std::string problems(paragraphs content) { return said::problems(post("en_us", "t", std::move(content))); }

BOOST_AUTO_TEST_SUITE(content_post)

BOOST_AUTO_TEST_CASE(every_element_is_written_as_documented) {
    post const all{"zh_cn",
                   "标题",
                   {
                       {post::text{"line 1 ", {post::style::bold, post::style::underline}},
                        post::a{"link", "https://www.feishu.cn", {post::style::italic}},
                        post::at{feishu::open_id{"ou_1"}, {post::style::lineThrough}}, post::at::all(),
                        post::emotion{"SMILE"}},
                       {post::img{"img_1"}},
                       {post::media{"file_1", "img_2"}},
                       {post::media{"file_2"}},
                       {post::hr{}},
                       {post::code_block{"int main() {}", "CPP"}},
                       {post::code_block{"plain"}},
                       {post::md{"**bold** <at user_id=\"ou_1\">Tom</at>"}},
                       {},
                   }};
    BOOST_TEST(
        said::document(all) ==
        R"({"zh_cn":{"title":"标题","content":[)"
        R"([{"tag":"text","text":"line 1 ","style":["bold","underline"]},)"
        R"({"tag":"a","text":"link","href":"https://www.feishu.cn","style":["italic"]},)"
        R"({"tag":"at","user_id":"ou_1","style":["lineThrough"]},{"tag":"at","user_id":"all"},)"
        R"({"tag":"emotion","emoji_type":"SMILE"}],)"
        R"([{"tag":"img","image_key":"img_1"}],)"
        R"([{"tag":"media","image_key":"img_2","file_key":"file_1"}],[{"tag":"media","file_key":"file_2"}],)"
        R"([{"tag":"hr"}],[{"tag":"code_block","text":"int main() {}","language":"CPP"}],)"
        R"([{"tag":"code_block","text":"plain"}],)"
        R"([{"tag":"md","text":"**bold** <at user_id=\"ou_1\">Tom</at>"}],[]]}})");
    BOOST_TEST(said::problems(all) == "ok");
}

BOOST_AUTO_TEST_CASE(languages_are_written_in_the_order_of_addition) {
    auto const both = post("zh_cn", "", {{post::text{"中"}}}).add("en_us", "T", {{post::text{"e"}}});
    BOOST_TEST(said::document(both) == R"({"zh_cn":{"content":[[{"tag":"text","text":"中"}]]},)"
                                       R"("en_us":{"title":"T","content":[[{"tag":"text","text":"e"}]]}})");
}

BOOST_AUTO_TEST_CASE(languages_and_emoji_may_be_given_by_enumerators) {
    post const typed{feishu::locale::ja_jp, "", {{post::emotion{feishu::im::v1::emoji_type::JIAYI}}}};
    BOOST_TEST(said::document(typed) ==
               R"({"ja_jp":{"content":[[{"tag":"emotion","emoji_type":"JIAYI"}]]}})");
}

BOOST_AUTO_TEST_CASE(text_that_could_be_a_tag_is_escaped_and_marked) {
    BOOST_TEST(
        said::document(post("en_us", "", {{post::text{"<at user_id=\"all\"></at>"}}})) ==
        R"({"en_us":{"content":[[{"tag":"text","text":"&lt;at user_id=\"all\">&lt;/at>","un_escape":true}]]}})");
}

BOOST_AUTO_TEST_CASE(some_elements_must_be_alone_in_their_paragraph) {
    post::element const alone[] = {post::img{"img_1"}, post::media{"file_1"}, post::hr{},
                                   post::code_block{"x"}, post::md{"x"}};
    char const* const names[] = {"img", "media", "hr", "code_block", "md"};
    for (std::size_t i = 0; i < std::size(alone); ++i) {
        BOOST_TEST(problems({{alone[i]}}) == "ok");
        BOOST_TEST(problems({{post::text{"a"}}, {post::text{"b"}, alone[i]}}) ==
                   "en_us.content[1][1] " + std::string(names[i]) + " must be alone in its paragraph");
    }
}

BOOST_AUTO_TEST_CASE(required_members_of_elements_are_validated) {
    struct {
        post::element element;
        char const* said;
    } const table[] = {
        {post::text{""}, "ok"},
        {post::a{"", "https://x"}, ".text must not be empty"},
        {post::a{"x", "x"}, ".href must be an absolute URL, such as https://…"},
        {post::at{feishu::open_id{}}, ".user_id must be a user id, or all"},
        {post::at{feishu::user_id{"a\"b"}}, ".user_id must be a user id, or all"},
        {post::img{}, ".image_key must not be empty"},
        {post::media{}, ".file_key must not be empty"},
        {post::emotion{""}, ".emoji_type must not be empty"},
        {post::code_block{""}, ".text must not be empty"},
        {post::md{""}, ".text must not be empty"},
        {post::other{"blink", "x"}, ".tag cannot be sent"},
        {post::text{"a\xFF"}, ".text is not valid UTF-8 at byte 1"},
        {post::text{"a", {"blink"}}, ".style has a style other than bold, underline, lineThrough, italic"},
    };
    for (auto const& [element, said] : table)
        BOOST_TEST(problems({{element}}) ==
                   (said == std::string("ok") ? "" : "en_us.content[0][0]") + std::string(said));
}

BOOST_AUTO_TEST_CASE(a_post_must_have_languages_with_content) {
    BOOST_TEST(said::problems(post()) == " needs at least one language");
    BOOST_TEST(said::problems(post("english", "t", {{}})) ==
               "english is not a language, such as zh_cn or en_us");
    BOOST_TEST(said::problems(post("en_us", "t", {})) == "en_us.content must not be empty");
    BOOST_TEST(said::problems(post("en_us", "t", {{}}).add("en_us", "t", {{}})) == "en_us is given twice");
    BOOST_TEST(said::problems(post("en_us", "\xFF", {{}})) == "en_us.title is not valid UTF-8 at byte 0");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
