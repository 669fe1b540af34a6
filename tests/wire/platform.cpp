// Endpoints besides messaging that bots use: events, tenant, search for users, speech, images, translation.

#include <boost/test/unit_test.hpp>

#include <feishu/api/event/v1/connection.hpp>
#include <feishu/api/event/v1/outbound_ip.hpp>
#include <feishu/api/optical_char_recognition/v1/image.hpp>
#include <feishu/api/search/v1/user.hpp>
#include <feishu/api/speech_to_text/v1/speech.hpp>
#include <feishu/api/tenant/v2/tenant.hpp>
#include <feishu/api/translation/v1/text.hpp>

#include "wire.hpp"

namespace {

using feishu::rule;

BOOST_AUTO_TEST_CASE(event_v1_connection_get_counts_connections) {
    namespace connection = feishu::event_::v1::connection;
    wire::sends(connection::get{}, "GET /open-apis/event/v1/connection");
    BOOST_TEST(wire::reads<connection::get>(R"({"online_instance_cnt": 2})").online_instance_cnt == 2);
}

BOOST_AUTO_TEST_CASE(event_v1_outbound_ip_list_sends_and_reads_what_the_page_says) {
    namespace outbound_ip = feishu::event_::v1::outbound_ip;
    wire::sends(outbound_ip::list{.page_size = 10, .page_token = "p"},
                "GET /open-apis/event/v1/outbound_ip?page_size=10&page_token=p");
    wire::sends(outbound_ip::list{}, "GET /open-apis/event/v1/outbound_ip");
    BOOST_TEST(
        wire::reads<outbound_ip::list>(R"({"ip_list": ["1.2.3.4"], "page_token": "p", "has_more": true})")
            .ip_list.at(0) == "1.2.3.4");
}

BOOST_AUTO_TEST_CASE(tenant_v2_tenant_query_reads_what_the_page_says) {
    namespace tenant = feishu::tenant::v2;
    wire::sends(tenant::tenant::query{}, "GET /open-apis/tenant/v2/tenant/query");
    auto const reply = wire::reads<tenant::tenant::query>(R"({"tenant": {
        "name": "企业名称", "display_id": "F123456789", "tenant_tag": 2, "tenant_key": "abcdefghi",
        "avatar": {"avatar_origin": "https://foo.icon.com/xxxx", "avatar_72": "https://foo.icon.com/xxxx"},
        "domain": "abcd.feishu.cn"
    }})");
    BOOST_TEST((reply.tenant.tenant_tag == tenant::tenant_tag::personal));
    BOOST_TEST(reply.tenant.tenant_key == "abcdefghi");
}

BOOST_AUTO_TEST_CASE(search_v1_user_get_sends_and_reads_what_the_page_says) {
    using feishu::search::v1::user::get;
    wire::sends(get{.query = "zhang"}, "GET /open-apis/search/v1/user?query=zhang&page_size=20");
    auto const reply = wire::reads<get>(R"({"has_more": true, "page_token": "20", "users": [{
        "avatar": {"avatar_72": "https://x"}, "department_ids": ["od-1"], "name": "zhang", "open_id": "ou_1",
        "user_id": "b1"}]})");
    BOOST_TEST(reply.users.at(0).department_ids.at(0) == "od-1");
    wire::refuses(get{.query = "a", .page_size = 201}, "page_size", rule::maximum);
}

BOOST_AUTO_TEST_CASE(speech_images_and_texts_are_recognized_and_translated) {
    using feishu::speech_to_text::v1::speech::file_recognize;
    wire::sends(file_recognize{.speech = file_recognize::audio{.speech = "PdmrfE267Cd/Z9KpmNFh71A2PSJZxSp7"},
                               .config = file_recognize::file_config{.file_id = "qwe12dd34567890w",
                                                                     .format = "pcm",
                                                                     .engine_type = "16k_auto"}},
                "POST /open-apis/speech_to_text/v1/speech/file_recognize", R"({
        "speech": {"speech": "PdmrfE267Cd/Z9KpmNFh71A2PSJZxSp7"},
        "config": {"file_id": "qwe12dd34567890w", "format": "pcm", "engine_type": "16k_auto"}
    })");
    BOOST_TEST(wire::reads<file_recognize>(R"({"recognition_text": "你好"})").recognition_text == "你好");

    using feishu::optical_char_recognition::v1::image::basic_recognize;
    wire::sends(basic_recognize{.image = "aGVsbG8="},
                "POST /open-apis/optical_char_recognition/v1/image/basic_recognize",
                R"({"image": "aGVsbG8="})");
    BOOST_TEST(wire::reads<basic_recognize>(R"({"text_list": ["hello"]})").text_list.at(0) == "hello");

    namespace text = feishu::translation::v1::text;
    wire::sends(text::detect{.text = "你好"}, "POST /open-apis/translation/v1/text/detect",
                R"({"text": "你好"})");
    BOOST_TEST(wire::reads<text::detect>(R"({"language": "zh"})").language == "zh");
    wire::sends(text::translate{.source_language = "zh",
                                .text = "飞书",
                                .target_language = "en",
                                .glossary = {text::translate::term{.from = "飞书", .to = "Lark"}}},
                "POST /open-apis/translation/v1/text/translate", R"({
        "source_language": "zh", "text": "飞书", "target_language": "en", "glossary": [{"from": "飞书", "to": "Lark"}]
    })");
    BOOST_TEST(wire::reads<text::translate>(R"({"text": "Lark"})").text == "Lark");
}

} // namespace
