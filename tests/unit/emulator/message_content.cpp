#include <feishu/emulator/impl/message_content.hpp>

#include "world.hpp"

using namespace test;

namespace {

struct row {
    char const* type;
    char const* document;
    int code;
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_content)

BOOST_AUTO_TEST_CASE(content_must_match_its_msg_type) {
    world w;
    row const table[] = {
        {"text", R"({"text":"hi"})", 0},
        {"text", R"({"text":""})", 230001},
        {"text", R"({"txt":"hi"})", 230001},
        {"text", R"({"text":1})", 230001},
        {"text", R"(["hi"])", 230001},
        {"text", "hi", 230001},
        {"text", "", 230001},
        {"image", R"({"image_key":"img_1"})", 0},
        {"image", R"({"file_key":"img_1"})", 230001},
        {"file", R"({"file_key":"file_1"})", 0},
        {"audio", R"({"file_key":"file_1"})", 0},
        {"media", R"({"file_key":"file_1","image_key":"img_1"})", 0},
        {"sticker", R"({})", 230001},
        {"share_chat", R"({"chat_id":"oc_1"})", 0},
        {"share_user", R"({"user_id":"ou_1"})", 0},
        {"interactive", R"({"elements":[]})", 0},
        {"interactive", R"("card")", 230099},
        {"interactive", R"({"elements":)", 230001},
        {"post", R"({"zh_cn":{"title":"t","content":[[{"tag":"text","text":"a"}]]}})", 0},
        {"post", R"({"zh_cn":{"title":"t"}})", 230001},
        {"post", R"({"zh_cn":{"content":[{"tag":"text"}]}})", 230001},
        {"post", R"({"zh_cn":{"content":[[{"tag":"blink"}]]}})", 230001},
        {"post", R"({"zh_cn":{"content":[[{"text":"no tag"}]]}})", 230001},
        {"post", R"({"zh_cn":{"content":[[{"tag":"img","image_key":"k"},{"tag":"text","text":"x"}]]}})",
         230001},
        {"post", R"({"zh_cn":{"content":[[{"tag":"at"}]]}})", 230001},
        {"post", R"({"title":"no language"})", 230001},
    };
    for (auto const& [type, document, code] : table) {
        auto const stored = emulator::store_content(w.tenant, type, document);
        BOOST_TEST((stored ? 0 : stored.error().code) == code, type << " " << document);
    }
}

BOOST_AUTO_TEST_CASE(mentions_in_a_text_become_keys) {
    world w;
    auto const document = R"({"text":"<at user_id=\")" + w.ann.open_id.str() +
                          R"(\">Ann</at> and <at user_id=\")" + w.ben.user_id.str() + R"(\"></at>: look"})";
    auto const stored = emulator::store_content(w.tenant, "text", document).value();
    BOOST_TEST(stored.document == R"({"text":"@_user_1 and @_user_2: look"})");
    BOOST_TEST_REQUIRE(stored.mentions.size() == 2u);
    BOOST_TEST(stored.mentions[0].key == "@_user_1");
    BOOST_TEST(stored.mentions[0].id == w.ann.open_id.str());
    BOOST_TEST(stored.mentions[0].id_type == "open_id");
    BOOST_TEST(stored.mentions[0].name == "Ann");
    BOOST_TEST(stored.mentions[1].id == w.ben.open_id.str());
}

BOOST_AUTO_TEST_CASE(mentioning_all_is_a_key_without_an_entry) {
    world w;
    auto const stored =
        emulator::store_content(w.tenant, "text", R"({"text":"<at user_id='all'></at> fire"})").value();
    BOOST_TEST(stored.document == R"({"text":"@_all fire"})");
    BOOST_TEST(stored.mentions.empty());
}

BOOST_AUTO_TEST_CASE(a_text_of_nothing_but_opened_mentions_is_read_in_linear_time) {
    world w;
    std::string opened;
    for (int i = 0; i < 30'000; ++i)
        opened += "<at ";
    BOOST_TEST(emulator::store_content(w.tenant, "text", text_of(opened))->document == text_of(opened));
    opened += "></at>";
    BOOST_TEST(emulator::store_content(w.tenant, "text", text_of(opened))->document == text_of(opened));
}

BOOST_AUTO_TEST_CASE(text_that_only_resembles_a_mention_is_unchanged) {
    world w;
    for (auto const* text : {"<at user_id='ou_nobody'>x</at>", "<at user_id=>", "<at ", "a <at b",
                             "<at user_id='", "<at x='1'>user_id=all</at>", "</at><at "}) {
        auto const stored = emulator::store_content(w.tenant, "text", text_of(text)).value();
        BOOST_TEST(stored.document == text_of(text));
        BOOST_TEST(stored.mentions.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_post_is_stored_in_one_language_with_its_mentions_as_keys) {
    world w;
    auto const document =
        R"({"en_us":{"content":[[{"tag":"text","text":"b"}]]},"zh_cn":{"title":"t","content":)"
        R"([[{"tag":"at","user_id":")" +
        w.ann.open_id.str() + R"("}]]}})";
    auto const stored = emulator::store_content(w.tenant, "post", document).value();
    BOOST_TEST(stored.document ==
               R"({"title":"t","content":[[{"tag":"at","user_id":"@_user_1","user_name":"Ann"}]]})");
    BOOST_TEST(stored.mentions.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
