#include <feishu/content/media.hpp>

#include <string>

#include <boost/test/unit_test.hpp>

#include "said.hpp"

namespace {

using feishu::content_usage;
using feishu::field::json_text;

BOOST_AUTO_TEST_SUITE(content_media)

BOOST_AUTO_TEST_CASE(each_content_type_is_a_document_with_its_msg_type) {
    struct {
        json_text content;
        char const* type;
        char const* document;
    } const table[] = {
        {feishu::image{.image_key = "img_1"}, "image", R"({"image_key":"img_1"})"},
        {feishu::file{.file_key = "file_1"}, "file", R"({"file_key":"file_1"})"},
        {feishu::audio{.file_key = "file_1"}, "audio", R"({"file_key":"file_1"})"},
        {feishu::media{.file_key = "file_1"}, "media", R"({"file_key":"file_1"})"},
        {feishu::media{.file_key = "file_1", .image_key = "img_1"}, "media",
         R"({"file_key":"file_1","image_key":"img_1"})"},
        {feishu::sticker{.file_key = "file_1"}, "sticker", R"({"file_key":"file_1"})"},
        {feishu::share_chat{.chat_id = "oc_1"}, "share_chat", R"({"chat_id":"oc_1"})"},
        {feishu::share_user{.user_id = "ou_1"}, "share_user", R"({"user_id":"ou_1"})"},
        {feishu::system_message::line("new", true), "system",
         R"({"type":"divider","params":{"divider_text":{"text":"new"}},"options":{"need_rollup":true}})"},
    };
    for (auto const& [content, type, document] : table) {
        BOOST_TEST(content.msg_type() == type);
        BOOST_TEST(content.document() == document);
        BOOST_TEST(said::problems(content) == "ok");
    }
}

BOOST_AUTO_TEST_CASE(a_divider_may_be_in_several_languages) {
    auto const line = feishu::system_message::line("new", false, {{{"en_US", "new"}, {"zh_CN", "新"}}});
    BOOST_TEST(
        said::document(line) ==
        R"({"type":"divider","params":{"divider_text":{"text":"new","i18n_text":{"en_US":"new","zh_CN":"新"}}},)"
        R"("options":{"need_rollup":false}})");
}

BOOST_AUTO_TEST_CASE(a_key_must_not_be_empty) {
    BOOST_TEST(said::problems(feishu::image{""}) == "image_key must not be empty");
    BOOST_TEST(said::problems(feishu::file{""}) == "file_key must not be empty");
    BOOST_TEST(said::problems(feishu::audio{""}) == "file_key must not be empty");
    BOOST_TEST(said::problems(feishu::media{""}) == "file_key must not be empty");
    BOOST_TEST(said::problems(feishu::sticker{""}) == "file_key must not be empty");
    BOOST_TEST(said::problems(feishu::share_chat{""}) == "chat_id must not be empty");
    BOOST_TEST(said::problems(feishu::share_user{""}) == "user_id must not be empty");
    BOOST_TEST(said::problems(feishu::system_message::line("")) ==
               "params.divider_text.text must not be empty");
}

BOOST_AUTO_TEST_CASE(a_key_must_be_utf8) {
    BOOST_TEST(said::problems(feishu::image{"\xFF"}) == "image_key is not valid UTF-8 at byte 0");
}

BOOST_AUTO_TEST_CASE(each_content_type_declares_its_uses) {
    auto const batch = [](content_usage uses) { return allows(uses, content_usage::batch); };
    auto const reply = [](content_usage uses) { return allows(uses, content_usage::reply); };
    auto const update = [](content_usage uses) { return allows(uses, content_usage::update); };
    BOOST_TEST((batch(feishu::image::uses) && batch(feishu::share_chat::uses)));
    BOOST_TEST(!(batch(feishu::file::uses) || batch(feishu::share_user::uses) ||
                 batch(feishu::system_message::uses)));
    BOOST_TEST(
        (reply(feishu::image::uses) && reply(feishu::sticker::uses) && !reply(feishu::system_message::uses)));
    BOOST_TEST(!(update(feishu::image::uses) || update(feishu::media::uses)));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
