#include <feishu/content/content_of.hpp>

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>

namespace {

namespace im = feishu::im::v1;
using feishu::read_content;

template <class T>
T as(std::string_view type, std::string document, std::vector<feishu::mentioned> mentions = {}) {
    auto content = read_content(type, std::move(document), std::move(mentions));
    BOOST_TEST_REQUIRE(std::holds_alternative<T>(content));
    return std::get<T>(std::move(content));
}

feishu::mentioned someone(std::string key, std::string id, std::string name) {
    feishu::mentioned who;
    who.key = std::move(key);
    who.id = who.open_id = id;
    who.id_type = "open_id";
    who.name = std::move(name);
    return who;
}

BOOST_AUTO_TEST_SUITE(content_of)

BOOST_AUTO_TEST_CASE(a_message_that_was_read_has_its_mentions) {
    im::model::message message;
    message.msg_type = im::msg_type::text;
    message.body.content = R"({"text":"@_user_1 look"})";
    message.mentions = {
        {.key = "@_user_1", .id = "ou_1", .id_type = "open_id", .name = "Ann", .tenant_key = "t"}};
    auto const content = std::get<feishu::text_content>(feishu::content_of(message));
    BOOST_TEST(content.text == "@_user_1 look");
    BOOST_TEST(content.plain() == "@Ann look");
    BOOST_TEST(content.mentions.at(0).open_id == "ou_1");
}

BOOST_AUTO_TEST_CASE(a_message_of_an_event_has_mentions_with_all_their_ids) {
    im::model::event_message message;
    message.message_type = im::msg_type::text;
    message.content = R"({"text":"@_user_1 look"})";
    message.mentions.resize(1);
    message.mentions[0].key = "@_user_1";
    message.mentions[0].id.open_id = "ou_1";
    message.mentions[0].id.union_id = "on_1";
    message.mentions[0].name = "Ann";
    auto const content = std::get<feishu::text_content>(feishu::content_of(message));
    BOOST_TEST(content.plain() == "@Ann look");
    BOOST_TEST(content.mentions.at(0).id == "ou_1");
    BOOST_TEST(content.mentions.at(0).union_id == "on_1");
}

BOOST_AUTO_TEST_CASE(keys_that_begin_alike_are_told_apart) {
    auto const content =
        as<feishu::text_content>("text", R"({"text":"@_user_1@_user_12 @_user_3 @_all a@b"})",
                                 {someone("@_user_1", "ou_1", "Ann"), someone("@_user_12", "ou_12", "Ben")});
    BOOST_TEST(content.plain() == "@Ann@Ben @_user_3 @_all a@b");
}

BOOST_AUTO_TEST_CASE(a_name_that_looks_like_a_key_is_not_replaced_again) {
    auto const content =
        as<feishu::text_content>("text", R"({"text":"@_user_1"})",
                                 {someone("@_user_1", "ou_1", "@_user_2"), someone("@_user_2", "ou_2", "x")});
    BOOST_TEST(content.plain() == "@@_user_2");
}

BOOST_AUTO_TEST_CASE(a_bot_reads_what_was_said_to_it_without_its_own_name) {
    auto const content = as<feishu::text_content>(
        "text", R"({"text":"@_user_1 status of @_user_2 "})",
        {someone("@_user_1", "ou_bot", "alerts"), someone("@_user_2", "ou_1", "Ann")});
    BOOST_TEST(content.without("ou_bot") == "status of @Ann");
    BOOST_TEST(as<feishu::text_content>("text", R"({"text":" "})").without("ou_bot") == "");
}

BOOST_AUTO_TEST_CASE(a_received_post_has_no_language) {
    auto const post = as<feishu::post_content>(
        "post",
        R"({"title":"T","content":[[{"tag":"text","text":"see ","style":["bold","new"]},)"
        R"({"tag":"a","href":"https://x","text":"this"},{"tag":"at","user_id":"@_user_1","user_name":"Annie","style":[]}],)"
        R"([{"tag":"img","image_key":"img_1","width":300}],[{"tag":"emotion","emoji_type":"SMILE"}],)"
        R"([{"tag":"media","file_key":"file_1","image_key":"img_2"}],[{"tag":"hr"}],)"
        R"([{"tag":"code_block","language":"GO","text":"x"}],[{"tag":"later","text":"?"}],[]]})",
        {someone("@_user_1", "ou_1", "Ann")});
    BOOST_TEST(post.title == "T");
    BOOST_TEST_REQUIRE(post.content.size() == 8u);
    auto const& text = std::get<feishu::post::text>(post.content[0][0]);
    BOOST_TEST(text.value == "see ");
    BOOST_TEST((text.style.at(0) == feishu::post::style::bold));
    BOOST_TEST(text.style.at(1).str() == "new");
    BOOST_TEST(std::get<feishu::post::a>(post.content[0][1]).href == "https://x");
    auto const& at = std::get<feishu::post::at>(post.content[0][2]);
    BOOST_TEST(at.user_name == "Annie");
    BOOST_TEST_REQUIRE(post.find(at));
    BOOST_TEST(post.find(at)->open_id == "ou_1");
    BOOST_TEST(std::get<feishu::post::img>(post.content[1][0]).image_key == "img_1");
    BOOST_TEST(std::get<feishu::post::emotion>(post.content[2][0]).emoji_type.value == "SMILE");
    BOOST_TEST(std::get<feishu::post::media>(post.content[3][0]).image_key == "img_2");
    BOOST_TEST(std::holds_alternative<feishu::post::hr>(post.content[4][0]));
    BOOST_TEST(std::get<feishu::post::code_block>(post.content[5][0]).language == "GO");
    BOOST_TEST(std::get<feishu::post::other>(post.content[6][0]).tag == "later");
    BOOST_TEST(post.content[7].empty());
    BOOST_TEST(post.plain() == "T\nsee this@Ann\n\n[SMILE]\n\n\nx\n?\n");
}

BOOST_AUTO_TEST_CASE(a_post_as_it_was_sent_reads_too) {
    auto const post = as<feishu::post_content>(
        "post",
        feishu::field::json_text(feishu::post("en_us", "T", {{feishu::post::md{"**x**"}}})).document());
    BOOST_TEST(post.title == "T");
    BOOST_TEST(std::get<feishu::post::md>(post.content.at(0).at(0)).text == "**x**");
    BOOST_TEST(post.find(feishu::post::at{}) == nullptr);
}

BOOST_AUTO_TEST_CASE(every_other_kind_reads_what_it_is_about) {
    BOOST_TEST(as<feishu::image_content>("image", R"({"image_key":"img_1"})").image_key == "img_1");
    auto const file = as<feishu::file_content>("file", R"({"file_key":"file_1","file_name":"a.pdf"})");
    BOOST_TEST(file.file_key == "file_1");
    BOOST_TEST(file.file_name == "a.pdf");
    BOOST_TEST(as<feishu::folder_content>("folder", R"({"file_key":"f","file_name":"d"})").file_name == "d");
    auto const audio = as<feishu::audio_content>("audio", R"({"file_key":"file_1","duration":2000})");
    BOOST_TEST(audio.duration == 2000);
    auto const media = as<feishu::media_content>(
        "media", R"({"file_key":"file_1","image_key":"img_1","file_name":"a.mp4","duration":"90"})");
    BOOST_TEST(media.image_key == "img_1");
    BOOST_TEST(media.duration == 90);
    BOOST_TEST(as<feishu::sticker_content>("sticker", R"({"file_key":"file_1"})").file_key == "file_1");
    BOOST_TEST(as<feishu::share_chat_content>("share_chat", R"({"chat_id":"oc_1"})").chat_id == "oc_1");
    BOOST_TEST(as<feishu::share_user_content>("share_user", R"({"user_id":"ou_1"})").user_id == "ou_1");
    BOOST_TEST(as<feishu::card_content>("interactive", R"({"title":null})").document == R"({"title":null})");
    BOOST_TEST(as<feishu::merge_forward_content>("merge_forward", "Merged and Forwarded Message").text ==
               "Merged and Forwarded Message");
}

BOOST_AUTO_TEST_CASE(what_was_sent_typed_reads_typed) {
    auto const back = [](auto const& sent) {
        feishu::field::json_text const content = sent;
        return read_content(content.msg_type(), content.document());
    };
    BOOST_TEST(std::get<feishu::text_content>(back(feishu::text{"a\"b\n"})).text == "a\"b\n");
    BOOST_TEST(std::get<feishu::image_content>(back(feishu::image{"k"})).image_key == "k");
    BOOST_TEST(std::get<feishu::file_content>(back(feishu::file{"k"})).file_key == "k");
    BOOST_TEST(std::get<feishu::audio_content>(back(feishu::audio{"k"})).file_key == "k");
    BOOST_TEST(std::get<feishu::media_content>(back(feishu::media{"k"})).file_key == "k");
    BOOST_TEST(std::get<feishu::sticker_content>(back(feishu::sticker{"k"})).file_key == "k");
    BOOST_TEST(std::get<feishu::share_chat_content>(back(feishu::share_chat{"oc_1"})).chat_id == "oc_1");
    BOOST_TEST(std::get<feishu::share_user_content>(back(feishu::share_user{"ou_1"})).user_id == "ou_1");
    BOOST_TEST(std::get<feishu::unknown_content>(back(feishu::system_message::line("x"))).msg_type ==
               "system");
}

BOOST_AUTO_TEST_CASE(unknown_kinds_keep_the_document) {
    for (auto const* type : {"", "vote", "hongbao", "system", "of_tomorrow"}) {
        auto const content = as<feishu::unknown_content>(type, "{not json");
        BOOST_TEST(content.msg_type == type);
        BOOST_TEST(content.document == "{not json");
        BOOST_TEST(content.problem == "");
    }
}

BOOST_AUTO_TEST_CASE(malformed_content_keeps_the_document_and_says_why) {
    struct {
        char const* type;
        char const* document;
    } const table[] = {
        {"text", ""},
        {"text", "hi"},
        {"text", "{}"},
        {"text", R"({"text":{}})"},
        {"text", "[]"},
        {"post", "{}"},
        {"post", R"({"title":"T","content":"x"})"},
        {"post", R"({"zh_cn":1})"},
        {"image", "{}"},
        {"image", R"({"image_key":""})"},
        {"file", "null"},
        {"share_user", R"({"user_id":[]})"},
        {"text", "{\"text\":\"\xFF\"}"},
    };
    for (auto const& [type, document] : table) {
        auto const content = as<feishu::unknown_content>(type, document);
        BOOST_TEST(content.msg_type == type);
        BOOST_TEST(content.document == document);
        BOOST_TEST(content.problem != "", document);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
