// What a bot gets of a message: text, mentions, attachments, sender; and what it makes of what it says.
#include <feishu/bot/incoming.hpp>

#include <string>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/bot/action_value.hpp>
#include <feishu/bot/impl/read_incoming.hpp>
#include <feishu/bot/outgoing.hpp>
#include <feishu/content/media.hpp>
#include <feishu/json/read.hpp>

namespace im = feishu::im::v1;
using feishu::incoming;
using kind = feishu::message_attachment::kind;

namespace {

feishu::open_id const self("ou_bot");

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char const c : text)
        out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out + '"';
}

/// The message of an event.
incoming read(std::string_view type, std::string_view content, std::string const& more = "",
              std::string const& sender_type = "user") {
    std::string const document =
        R"({"schema":"2.0","header":{"event_id":"e1"},"event":{"sender":{"sender_id":{"open_id":"ou_ann"},"sender_type":")" +
        sender_type +
        R"("},"message":{"message_id":"om_1","chat_id":"oc_1","chat_type":"group","message_type":")" +
        std::string(type) + R"(","content":)" + quoted(content) + more + "}}}";
    return feishu::detail::read_incoming(feishu::json::read<im::message::receive_v1>(document).value(), self);
}

std::string const mentions =
    R"(,"mentions":[{"key":"@_user_1","id":{"open_id":"ou_bot"},"name":"Bot"},{"key":"@_user_2","id":{"open_id":"ou_ben"},"name":"Ben"}])";

struct named {
    static constexpr std::string_view action_name = "release";
    int build = 0;
};
BOOST_DESCRIBE_STRUCT(named, (), (build))

} // namespace

BOOST_AUTO_TEST_SUITE(bot_incoming)

BOOST_AUTO_TEST_CASE(a_text_names_those_who_are_mentioned_but_not_the_bot) {
    auto const m = read("text", R"({"text":"@_user_1 ask @_user_2 please"})", mentions);
    BOOST_TEST(m.text() == "ask @Ben please");
    BOOST_TEST(m.mentions_bot);
    BOOST_TEST(!m.mentions_all);
    BOOST_TEST(m.mentions.size() == 2u);
    BOOST_TEST(m.ids.size() == 1u);
    BOOST_TEST(!m.direct);
    BOOST_TEST(m.sender.open_id.str() == "ou_ann");
    BOOST_TEST(read("text", R"({"text":"@_all hi"})").mentions_all);
}

BOOST_AUTO_TEST_CASE(a_post_is_read_as_a_text_is_and_its_files_are_listed) {
    auto const m = read(
        "post",
        R"({"title":"T","content":[[{"tag":"at","user_id":"@_user_1"},{"tag":"text","text":" see "},{"tag":"at","user_id":"@_user_2"}],[{"tag":"img","image_key":"img_1"},{"tag":"media","file_key":"file_1"}]]})",
        mentions);
    BOOST_TEST(m.text().find("Bot") == std::string::npos);
    BOOST_TEST(m.text().find("see @Ben") != std::string::npos);
    BOOST_TEST(m.mentions_bot);
    BOOST_REQUIRE(m.attachments.size() == 2u);
    BOOST_TEST((m.attachments[0].is == kind::image));
    BOOST_TEST(m.attachments[0].key == "img_1");
    BOOST_TEST((m.attachments[1].is == kind::video));
    BOOST_TEST(m.attachments[1].message_id.str() == "om_1");
}

BOOST_AUTO_TEST_CASE(files_have_no_text_and_are_listed) {
    auto const file = read("file", R"({"file_key":"file_1","file_name":"a.pdf"})");
    BOOST_TEST(file.text().empty());
    BOOST_TEST(file.attachments.at(0).file_name == "a.pdf");
    auto const voice = read("audio", R"({"file_key":"file_2","duration":2000})");
    BOOST_TEST((voice.attachments.at(0).is == kind::audio));
    BOOST_TEST(voice.attachments.at(0).duration == 2'000);
    BOOST_TEST(read("merge_forward", R"({"content":"Merged and Forwarded Message"})").is_forward());
}

BOOST_AUTO_TEST_CASE(a_card_is_read_as_the_text_that_it_shows) {
    BOOST_TEST(
        read(
            "interactive",
            R"({"title":"Deploy?","elements":[[{"tag":"text","text":"to "},{"tag":"text","text":"production"}],[{"tag":"button","text":"Go","type":"primary"}]]})")
            .text() == "Deploy?\nto \nproduction\nGo");
    BOOST_TEST(
        read(
            "interactive",
            R"({"schema":"2.0","header":{"title":{"tag":"plain_text","content":"T"}},"body":{"elements":[{"tag":"markdown","content":"**x**"}]}})")
            .text() == "T\n**x**");
    BOOST_TEST(read("interactive", "[]").text().empty());
    BOOST_TEST(read("interactive", "not JSON").text().empty());
}

BOOST_AUTO_TEST_CASE(a_bot_is_told_from_a_user) {
    using sender = feishu::message_sender::kind;
    BOOST_TEST((read("text", R"({"text":"x"})").sender.is == sender::user));
    BOOST_TEST((read("text", R"({"text":"x"})", "", "bot").sender.is == sender::bot));
    BOOST_TEST((read("text", R"({"text":"x"})", "", "app").sender.is == sender::bot));
    BOOST_TEST((read("text", R"({"text":"x"})", "", "ghost").sender.is == sender::unknown));
}

BOOST_AUTO_TEST_CASE(arguments_follow_the_first_word) {
    incoming m;
    for (auto const& [text, arguments] : std::vector<std::pair<std::string, std::string>>{
             {"", ""}, {"deploy", ""}, {"deploy ", ""}, {"/deploy a b", "a b"}, {"deploy\n\ta", "a"}}) {
        m.text_ = text;
        BOOST_TEST(m.arguments() == arguments);
    }
}

BOOST_AUTO_TEST_CASE(the_value_of_a_button_has_the_name_of_its_struct) {
    auto const value = feishu::action_value(named{.build = 7});
    BOOST_TEST(value.at("feishu_action").as_string() == "release");
    BOOST_TEST(value.at("build").as_int64() == 7);
    BOOST_TEST(feishu::detail::action_name<incoming>() == "incoming");
    BOOST_TEST(feishu::detail::action_name<feishu::message_attachment>() == "message_attachment");
}

BOOST_AUTO_TEST_CASE(texts_content_and_files_can_be_said) {
    feishu::outgoing const text("a \"b\"");
    BOOST_TEST(text.parts().at(0).content.document() == R"({"text":"a \"b\""})");
    feishu::outgoing const image(feishu::image{.image_key = feishu::image_key("img_1")});
    BOOST_TEST(image.parts().at(0).content.msg_type() == "image");
    feishu::outgoing const file(feishu::local_file{.path = "a.pdf"});
    BOOST_TEST(file.parts().at(0).file.has_value());
    static_assert(feishu::says<char const*> && feishu::says<std::string> && feishu::says<feishu::text> &&
                  feishu::says<feishu::local_file> && !feishu::says<int>);
}

BOOST_AUTO_TEST_SUITE_END()
