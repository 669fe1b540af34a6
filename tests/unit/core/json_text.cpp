#include <feishu/core/json_text.hpp>

#include <string>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/content/text.hpp>

namespace {

using feishu::field::json_text;

BOOST_AUTO_TEST_SUITE(json_text_field)

BOOST_AUTO_TEST_CASE(a_document_given_as_a_string_is_kept_as_it_is) {
    json_text const content = R"({"text":"a\"b"})";
    BOOST_TEST(content.document() == R"({"text":"a\"b"})");
    BOOST_TEST(!content.escaped());
    BOOST_TEST(content.msg_type() == "");
}

BOOST_AUTO_TEST_CASE(is_empty_by_default) {
    BOOST_TEST(json_text().empty());
    BOOST_TEST(json_text().document() == "");
}

BOOST_AUTO_TEST_CASE(typed_content_knows_its_msg_type) {
    json_text const content = feishu::text("hi");
    BOOST_TEST(content.msg_type() == "text");
    BOOST_TEST(content.document() == R"({"text":"hi"})");
}

BOOST_AUTO_TEST_CASE(typed_content_is_escaped_already) {
    json_text const content = feishu::text("say \"hi\"\n");
    BOOST_TEST(content.escaped());
    BOOST_TEST(content.bytes() == R"({\"text\":\"say \\\"hi\\\"\\n\"})");
}

BOOST_AUTO_TEST_CASE(the_document_of_typed_content_reads_back_as_the_text_for_every_byte_of_ascii) {
    for (int c = 0; c < 128; ++c) {
        auto const original = "a" + std::string(1, static_cast<char>(c)) + "b";
        json_text const content = feishu::text(original);
        auto const parsed = boost::json::parse(content.document());
        BOOST_TEST_CONTEXT("byte " << c)
            BOOST_TEST(std::string(parsed.at("text").as_string().c_str(), parsed.at("text").as_string().size()) ==
                       original);
    }
}

BOOST_AUTO_TEST_CASE(contents_are_equal_when_their_documents_are) {
    json_text const typed = feishu::text("a\"b");
    json_text const given = R"({"text":"a\"b"})";
    BOOST_TEST((typed == given));
    BOOST_TEST(!(typed == json_text("{}")));
}

BOOST_AUTO_TEST_CASE(empty_text_is_a_problem_of_the_content) {
    json_text const content = feishu::text("");
    BOOST_TEST_REQUIRE(content.problems().size() == 1u);
    BOOST_TEST(content.problems()[0].field == "text");
    BOOST_TEST(content.problems()[0].message() == "must not be empty");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
