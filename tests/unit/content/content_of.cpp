#include <feishu/content/content_of.hpp>
#include <feishu/content/media.hpp>
#include <feishu/content/post.hpp>
#include <feishu/content/text.hpp>

#include <string>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
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

BOOST_AUTO_TEST_CASE(keys_that_begin_alike_are_distinguished) {
    auto const content =
        as<feishu::text_content>("text", R"({"text":"@_user_1@_user_12 @_user_3 @_all a@b"})",
                                 {someone("@_user_1", "ou_1", "Ann"), someone("@_user_12", "ou_12", "Ben")});
    BOOST_TEST(content.plain() == "@Ann@Ben @_user_3 @all a@b");
}

BOOST_AUTO_TEST_CASE(a_name_that_looks_like_a_key_is_not_replaced_again) {
    auto const content =
        as<feishu::text_content>("text", R"({"text":"@_user_1"})",
                                 {someone("@_user_1", "ou_1", "@_user_2"), someone("@_user_2", "ou_2", "x")});
    BOOST_TEST(content.plain() == "@@_user_2");
}

BOOST_AUTO_TEST_CASE(a_bot_reads_text_without_its_own_mention) {
    auto const content = as<feishu::text_content>(
        "text", R"({"text":"@_user_1 status of @_user_2 "})",
        {someone("@_user_1", "ou_bot", "alerts"), someone("@_user_2", "ou_1", "Ann")});
    BOOST_TEST(content.without("ou_bot") == "status of @Ann");
    BOOST_TEST(as<feishu::text_content>("text", R"({"text":" "})").without("ou_bot") == "");
    BOOST_TEST(content.without({}) == "@alerts status of @Ann");
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
    BOOST_TEST(post.plain() == "T\nsee [this](https://x)@Ann\n\n[SMILE]\n\n\nx\n?\n");
}

BOOST_AUTO_TEST_CASE(a_post_in_the_sent_form_can_be_read) {
    auto const post = as<feishu::post_content>(
        "post",
        feishu::field::json_text(feishu::post("en_us", "T", {{feishu::post::md{"**x**"}}})).document());
    BOOST_TEST(post.title == "T");
    BOOST_TEST(std::get<feishu::post::md>(post.content.at(0).at(0)).text == "**x**");
    BOOST_TEST(post.find(feishu::post::at{}) == nullptr);
}

BOOST_AUTO_TEST_CASE(every_other_msg_type_is_read) {
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

BOOST_AUTO_TEST_CASE(sent_content_is_read_back_as_the_same_type) {
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
    auto const divider = std::get<feishu::system_content>(back(feishu::system_message::line("x")));
    BOOST_TEST(divider.type == "divider");
    BOOST_TEST(divider.plain() == "x");
}

BOOST_AUTO_TEST_CASE(unknown_kinds_keep_the_document) {
    for (auto const* type : {"", "vote", "hongbao", "of_tomorrow"}) {
        auto const content = as<feishu::unknown_content>(type, "{not json");
        BOOST_TEST(content.msg_type == type);
        BOOST_TEST(content.document == "{not json");
        BOOST_TEST(content.problem == "");
    }
}

BOOST_AUTO_TEST_CASE(malformed_content_keeps_the_document_and_the_reason) {
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
        {"post", R"([[{"tag":"text","text":"x"}]])"},
        {"system", "{not json"},
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

// Case 01: files beside the content of a post.

BOOST_AUTO_TEST_CASE(files_of_a_post_are_read_as_attachments) {
    auto const post = as<feishu::post_content>(
        "post", R"({"title":"","content":[[{"tag":"text","text":"see the log","style":[]}]],)"
                R"("content_v2":[[{"tag":"md","text":"see the log"}]],)"
                R"("files":[{"file_key":"file_v3_aa","file_name":"日志.txt","is_folder":false},)"
                R"({"file_key":"file_v3_bb","file_name":"src","is_folder":true,"size":12}]})");
    BOOST_TEST(post.plain() == "see the log");
    BOOST_TEST_REQUIRE(post.attachments.size() == 2u);
    BOOST_TEST(post.attachments[0].file_key == "file_v3_aa");
    BOOST_TEST(post.attachments[0].file_name == "日志.txt");
    BOOST_TEST(!post.attachments[0].is_folder);
    BOOST_TEST(post.attachments[1].is_folder);
    BOOST_TEST(post.attachments[1].unknown.members.at("size") == 12);
    BOOST_TEST(post.unknown.members.contains("content_v2"));
    BOOST_TEST(!post.unknown.members.contains("files"));
}

BOOST_AUTO_TEST_CASE(a_post_of_files_only_is_a_post) {
    for (auto const* document :
         {R"({"title":"","content":[[]],"content_v2":[[]],"files":[{"file_key":"file_v3_cc","file_name":"note.py"}]})",
          R"({"files":[{"key":"file_v3_cc","name":"note.py"}]})",
          R"({"content":null,"files":["odd",{"key":"file_v3_cc","name":"note.py"}]})"}) {
        auto const post = as<feishu::post_content>("post", document);
        BOOST_TEST(post.content.empty());
        BOOST_TEST_REQUIRE(post.attachments.size() == 1u);
        BOOST_TEST(post.attachments[0].file_key == "file_v3_cc");
        BOOST_TEST(post.attachments[0].file_name == "note.py");
    }
}

BOOST_AUTO_TEST_CASE(a_post_with_languages_may_have_files_beside_or_inside_them) {
    for (auto const* document :
         {R"({"zh_cn":{"title":"","content":[[{"tag":"text","text":"x"}]]},"files":[{"key":"file_1","name":"a.pdf"}]})",
          R"({"files":[{"key":"file_1","name":"a.pdf"}],"zh_cn":{"content":[[{"tag":"text","text":"x"}]]}})",
          R"({"zh_cn":{"content":[[{"tag":"text","text":"x"}]],"files":[{"key":"file_1","name":"a.pdf"}]}})"}) {
        auto const post = as<feishu::post_content>("post", document);
        BOOST_TEST(post.plain() == "x");
        BOOST_TEST(post.language == "zh_cn");
        BOOST_TEST_REQUIRE(post.attachments.size() == 1u);
        BOOST_TEST(post.attachments[0].file_name == "a.pdf");
    }
}

BOOST_AUTO_TEST_CASE(of_several_languages_the_first_of_the_document_is_read_and_the_others_are_kept) {
    auto const post = as<feishu::post_content>("post", R"({"zh_cn":{"title":"Z","content":[]},"en_us":{"title":"E"}})");
    BOOST_TEST(post.title == "Z");
    BOOST_TEST(post.unknown.members.contains("en_us"));
}

// Case 02: invalid elements and paragraphs.

BOOST_AUTO_TEST_CASE(a_flat_list_of_elements_is_one_paragraph) {
    auto const post = as<feishu::post_content>(
        "post", R"({"title":"","content":[{"tag":"text","text":"first "},{"tag":"text","text":"second"}]})");
    BOOST_TEST(post.content.size() == 1u);
    BOOST_TEST(post.plain() == "first second");
}

BOOST_AUTO_TEST_CASE(an_invalid_element_or_paragraph_does_not_affect_the_rest) {
    struct {
        char const* content;
        char const* plain;
    } const table[] = {
        {R"([[{"tag":"text","text":"ok","style":"bold"}]])", "ok"},
        {R"([[{"tag":"text","text":"ok","style":{"bold":true}}]])", "ok"},
        {R"([[{"tag":"text","text":"a"}],{"tag":"text","text":"b"},[{"tag":"text","text":"c"}]])", "a\nb\nc"},
        {R"([[{"tag":"text","text":"a"},"b",5,null,{"tag":"later","text":"c"},[1],{"tag":"text","text":{}}]])", "abc"},
        {R"(["a","b"])", "ab"},
        {R"([null,[{"tag":"text","text":"a"}]])", "a"},
        {R"({"tag":"text","text":"a"})", "a"},
        {R"([[{"text":"a"}],[{"tag":5,"text":"b"}]])", "a\nb"},
        {R"([[{"tag":"text","text":5},{"tag":"a","href":7,"text":"x"}]])", "5[x](7)"},
        {R"("x")", ""},
    };
    for (auto const& [content, plain] : table) {
        auto const post = as<feishu::post_content>("post", R"({"title":"","content":)" + std::string(content) + "}");
        BOOST_TEST(post.plain() == plain, content);
    }
    BOOST_TEST(as<feishu::post_content>("post", R"({"title":{},"content":[[{"tag":"text","text":"a"}]]})").plain() == "a");
    auto const bold =
        as<feishu::post_content>("post", R"({"content":[[{"tag":"text","text":"ok","style":"bold"}]]})");
    BOOST_TEST((std::get<feishu::post::text>(bold.content.at(0).at(0)).style.at(0) == feishu::post::style::bold));
}

BOOST_AUTO_TEST_CASE(unknown_members_of_elements_are_kept_and_written_back) {
    auto const* const source =
        R"({"content":[[{"tag":"img","image_key":"img_1","width":300}],)"
        R"([{"tag":"text","text":"a","href":"https://x","style":[5],"un_escape":false},)"
        R"({"tag":"at","user_id":"ou_1","user_name":"Ann","x":{}}],[{"tag":"hr","x":1}]]})";
    auto const read = as<feishu::post_content>("post", source);
    auto const written = feishu::field::json_text(feishu::post("en_us", "", read.content)).document();
    BOOST_TEST(boost::json::parse(written).at("en_us") == boost::json::parse(source));
}

BOOST_AUTO_TEST_CASE(escaped_text_of_a_post_is_unescaped_if_un_escape_is_set) {
    auto const text = [](char const* flag) {
        auto const post = as<feishu::post_content>(
            "post", R"({"content":[[{"tag":"text","text":"a &lt;b&gt;")" + std::string(flag) + "}]]}");
        return std::get<feishu::post::text>(post.content.at(0).at(0)).value;
    };
    BOOST_TEST(text(R"(,"un_escape":true)") == "a <b>");
    BOOST_TEST(text("") == "a &lt;b&gt;");
}

// Case 34: URLs in plain text.

BOOST_AUTO_TEST_CASE(links_of_a_post_keep_their_url_in_plain_text) {
    auto const post = as<feishu::post_content>(
        "post", R"({"title":"","content":[[{"tag":"text","text":"see "},{"tag":"a","text":"the logs",)"
                R"("href":"https://example.com/logs"}],[{"tag":"a","text":"","href":"https://example.com/bare"}],)"
                R"([{"tag":"a","text":"https://x","href":"https://x"},{"tag":"a","text":"no target"}]]})");
    BOOST_TEST(post.plain() == "see [the logs](https://example.com/logs)\nhttps://example.com/bare\nhttps://xno target");
}

// Mentions of everyone.

BOOST_AUTO_TEST_CASE(mentions_of_everyone_are_resolved) {
    auto const text = as<feishu::text_content>("text", R"({"text":"@_all look, @_allen @_user_1"})",
                                               {someone("@_user_1", "ou_bot", "alerts")});
    BOOST_TEST(text.plain() == "@all look, @_allen @alerts");
    BOOST_TEST(text.without("ou_bot") == "@all look, @_allen");
    BOOST_TEST(text.mentions_all());
    BOOST_TEST(!as<feishu::text_content>("text", R"({"text":"@_allen @all"})").mentions_all());
    auto const named = as<feishu::text_content>("text", R"({"text":"@_all!"})", {someone("@_all", "", "所有人")});
    BOOST_TEST(named.plain() == "@所有人!");
    for (auto const* element : {R"({"tag":"at","user_id":"@_all"})", R"({"tag":"at","user_id":"all","user_name":"x"})",
                                R"({"tag":"text","text":"@_all"})"}) {
        auto const post = as<feishu::post_content>("post", R"({"content":[[)" + std::string(element) + "]]}");
        BOOST_TEST(post.plain() == "@all", element);
        BOOST_TEST(post.mentions_all(), element);
    }
}

// Members of another JSON type, in every type of content.

BOOST_AUTO_TEST_CASE(a_member_of_another_json_type_does_not_affect_the_rest_of_any_content) {
    auto const file = as<feishu::file_content>("file", R"({"file_key":"f","file_name":["a"],"size":3})");
    BOOST_TEST(file.file_key == "f");
    BOOST_TEST(file.file_name == "");
    BOOST_TEST(file.unknown.members.size() == 2u);
    auto const audio = as<feishu::audio_content>("audio", R"({"file_key":"f","duration":"long"})");
    BOOST_TEST(audio.duration == 0);
    BOOST_TEST(audio.unknown.members.at("duration") == "long");
    auto const media = as<feishu::media_content>("media", R"({"file_key":"f","image_key":{},"duration":{},"file_name":7})");
    BOOST_TEST(media.file_name == "7");
    BOOST_TEST(media.unknown.members.size() == 2u);
    BOOST_TEST(as<feishu::image_content>("image", R"({"image_key":"i","width":1})").unknown.members.size() == 1u);
    BOOST_TEST(as<feishu::text_content>("text", R"({"text":"a","x":[]})").unknown.members.size() == 1u);
    BOOST_TEST(as<feishu::unknown_content>("image", R"({"image_key":{}})").problem == "has no image_key");
}

BOOST_AUTO_TEST_CASE(a_merged_forward_reads_the_text_inside) {
    BOOST_TEST(as<feishu::merge_forward_content>("merge_forward", R"({"content":"Merged and Forwarded Message"})").text ==
               "Merged and Forwarded Message");
    BOOST_TEST(as<feishu::merge_forward_content>("merge_forward", R"({"content":5})").text == R"({"content":5})");
}

BOOST_AUTO_TEST_CASE(a_system_message_fills_in_its_template) {
    auto const invited = as<feishu::system_content>(
        "system", R"({"template":"{from_user} invited {to_chatters} to {chat}{","from_user":["Ann"],)"
                  R"("to_chatters":["Ben","Cid"]})");
    BOOST_TEST(invited.template_ == "{from_user} invited {to_chatters} to {chat}{");
    BOOST_TEST(invited.plain() == "Ann invited Ben, Cid to {chat}{");
    BOOST_TEST(invited.unknown.members.size() == 2u);
    BOOST_TEST(as<feishu::system_content>("system", "{}").plain() == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
