// Hostile text, sent by the client and read back from the emulator: unchanged, or rejected with a clear
// error.

#include <string>
#include <variant>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>

namespace {

namespace im = feishu::im::v1;
using namespace std::string_literals;

struct world {
    feishu::emulator::server platform;
    feishu::client client{platform.config()};

    auto send(feishu::field::content<feishu::content_usage::send> content) {
        return client.call(im::message::send(platform.chat_id(), std::move(content)));
    }
    /// The newest message of the group.
    feishu::message_content newest() {
        auto const page = client.call(im::message::list{.container_id_type = "chat",
                                                        .container_id = platform.chat_id().str(),
                                                        .sort_type = im::sort_type::ByCreateTimeDesc,
                                                        .page_size = 1});
        return feishu::content_of(page.value().items.at(0));
    }
    /// Sends a text and reads it back; returns the violation if it was rejected.
    std::string through(std::string text) {
        auto const sent = send(feishu::text{std::move(text)});
        return sent ? std::get<feishu::text_content>(newest()).text : "refused: " + sent.error().message;
    }
};

BOOST_AUTO_TEST_SUITE(content_hostile)

BOOST_AUTO_TEST_CASE(hostile_text_comes_back_unchanged) {
    world w;
    std::string const texts[] = {
        "say \"hi\" \\ / \\\" \\u0041 '",
        "line 1\nline 2\r\n\ttabbed",
        "</at><at user_id=\"all\"></at><b>bold</b>",
        "<at user_id=\"" + w.platform.users().at(0).open_id.str() + "\">Ann</at>",
        "&lt;at&gt; &amp;lt; &#60; & <",
        "\U0001F600 \u2028 \u2029 \uFEFF \u202E \U0010FFFF",
        "\0 \x01\x1F\x7F"s,
        "{\"text\":\"x\"}",
        "[a] (https://example.com) v[0](i) **bold** @_user_1 @_all",
        std::string(140 * 1024, 'x'),
    };
    for (auto const& text : texts)
        BOOST_TEST(w.through(text) == text);
}

BOOST_AUTO_TEST_CASE(a_link_in_plain_text_comes_back_as_text) {
    world w;
    BOOST_TEST(w.through("[link](https://example.com)") == "[link]\u200B(https://example.com)");
}

BOOST_AUTO_TEST_CASE(text_of_150_kb_with_the_rest_of_the_request_is_refused) {
    world w;
    BOOST_TEST(w.through(std::string(150 * 1024, 'x')).starts_with("refused: content has 1537"));
    BOOST_TEST(w.through(std::string(50 * 1024, '\n')).starts_with("refused: content has 1537"));
}

BOOST_AUTO_TEST_CASE(invalid_utf8_is_refused_with_its_place) {
    world w;
    BOOST_TEST(w.through("abc\xC3(") == "refused: content.text is not valid UTF-8 at byte 3");
    BOOST_TEST(w.through("\xED\xA0\x80") == "refused: content.text is not valid UTF-8 at byte 0");
    BOOST_TEST(w.through("") == "refused: content.text must not be empty");
}

BOOST_AUTO_TEST_CASE(a_mention_among_hostile_text_is_the_only_mention) {
    world w;
    auto const ann = w.platform.users().at(0);
    BOOST_TEST(w.send(feishu::text{"<at user_id=\"all\"></at> "} << feishu::mention(ann.open_id, "</at>")
                                                                 << feishu::bold("</b>"))
                   .has_value());
    auto const back = std::get<feishu::text_content>(w.newest());
    BOOST_TEST(back.text == "<at user_id=\"all\"></at> @_user_1<b></b></b>");
    BOOST_TEST_REQUIRE(back.mentions.size() == 1u);
    BOOST_TEST(back.mentions[0].open_id == ann.open_id);
    BOOST_TEST(back.plain() == "<at user_id=\"all\"></at> @" + ann.name + "<b></b></b>");
}

BOOST_AUTO_TEST_CASE(a_post_of_hostile_text_comes_back_unchanged) {
    world w;
    auto const ann = w.platform.users().at(0);
    std::string const text = "\"</at><at user_id=\"all\">&lt;\n\u2028\U0001F600\0"s;
    feishu::post const post{
        "en_us",
        text,
        {{feishu::post::text{text}, feishu::post::at{ann.open_id}}, {feishu::post::code_block{text, "CPP"}}}};
    BOOST_TEST(w.send(post).has_value());
    auto const back = std::get<feishu::post_content>(w.newest());
    BOOST_TEST(back.title == text);
    BOOST_TEST(std::get<feishu::post::text>(back.content.at(0).at(0)).value == text);
    BOOST_TEST(std::get<feishu::post::code_block>(back.content.at(1).at(0)).text == text);
    auto const* who = back.find(std::get<feishu::post::at>(back.content.at(0).at(1)));
    BOOST_TEST_REQUIRE(who != nullptr);
    BOOST_TEST(who->name == ann.name);
}

BOOST_AUTO_TEST_CASE(an_error_in_a_post_names_its_place) {
    world w;
    auto const refused = w.send(feishu::post{"zh_cn", "t", {{feishu::post::text{"a"}, feishu::post::hr{}}}});
    BOOST_TEST_REQUIRE(!refused.has_value());
    BOOST_TEST(refused.error().message == "content.zh_cn.content[0][1] hr must be alone in its paragraph");
    BOOST_TEST(refused.error().field == "content.zh_cn.content[0][1]");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
