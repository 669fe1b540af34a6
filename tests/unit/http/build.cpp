#include <feishu/http/impl/build.hpp>

#include <optional>
#include <set>
#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/text.hpp>
#include <feishu/core/validate.hpp>

namespace {

namespace im = feishu::im::v1;
namespace http = feishu::http;

struct upload_image {
    static constexpr feishu::endpoint_spec spec{
        .id = "im.v1.image.create",
        .method = feishu::verb::post,
        .path = "/open-apis/im/v1/images",
        .query = {"trace"},
        .tokens = feishu::token::tenant,
    };
    std::string image_type = "message";
    std::optional<int> duration{};
    feishu::field::required<feishu::field::upload> image;
    std::optional<std::string> trace{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(upload_image, (), (image_type, duration, image, trace))
BOOST_DESCRIBE_STRUCT(upload_image::response, (), ())

struct bodiless {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.y.z",
                                                .method = feishu::verb::post,
                                                .path = "/open-apis/x/v1/:id/close",
                                                .tokens = feishu::token::tenant};
    feishu::field::required<std::string> id;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(bodiless, (), (id))
BOOST_DESCRIBE_STRUCT(bodiless::response, (), ())

struct form_post {
    static constexpr feishu::endpoint_spec spec{.id = "oauth.v1.y.z",
                                                .method = feishu::verb::post,
                                                .host = feishu::host::accounts,
                                                .path = "/oauth/v1/:id",
                                                .query = {"q"},
                                                .body = feishu::body_format::form};
    feishu::field::required<std::string> id;
    std::optional<std::string> q{};
    std::optional<std::string> scope{};
    std::optional<int> count{};
    feishu::field::list<std::string> names{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(form_post, (), (id, q, scope, count, names))
BOOST_DESCRIBE_STRUCT(form_post::response, (), ())

// The whole request as text.
std::string text_of(http::request const& r) {
    std::string out = std::string(feishu::to_string(r.method)) + ' ' + r.target + '\n';
    for (auto const& h : r.headers)
        out.append(h.name).append(": ").append(h.value) += '\n';
    return out + '\n' + r.body;
}

template <class E>
std::string built(E const& request) {
    return text_of(http::build(request));
}

BOOST_AUTO_TEST_SUITE(build)

BOOST_AUTO_TEST_CASE(message_create) {
    auto request = im::message::send(feishu::chat_id("oc_1"), feishu::text("say \"hi\""));
    request.uuid = "u1";
    BOOST_TEST(built(request) == "POST /open-apis/im/v1/messages?receive_id_type=chat_id\n"
                                 "Content-Type: application/json; charset=utf-8\n"
                                 "\n"
                                 R"({"receive_id":"oc_1","content":"{\"text\":\"say \\\"hi\\\"\"}","uuid":"u1"})");
}

BOOST_AUTO_TEST_CASE(message_reply) {
    im::message::reply const request{
        .message_id = "om_1", .content = R"({"text":"x"})", .msg_type = im::msg_type::text, .reply_in_thread = true};
    BOOST_TEST(built(request) == "POST /open-apis/im/v1/messages/om_1/reply\n"
                                 "Content-Type: application/json; charset=utf-8\n"
                                 "\n"
                                 R"({"content":"{\"text\":\"x\"}","msg_type":"text","reply_in_thread":true})");
}

BOOST_AUTO_TEST_CASE(message_get) {
    BOOST_TEST(built(im::message::get{.message_id = "om_1"}) ==
               "GET /open-apis/im/v1/messages/om_1?user_id_type=open_id\n\n");
}

BOOST_AUTO_TEST_CASE(message_list) {
    BOOST_TEST(built(im::message::list{.container_id_type = "chat", .container_id = "oc_1"}) ==
               "GET /open-apis/im/v1/messages?container_id_type=chat&container_id=oc_1&sort_type=ByCreateTimeAsc"
               "&page_size=20\n\n");
}

BOOST_AUTO_TEST_CASE(message_update) {
    BOOST_TEST(built(im::message::update{.message_id = "om_1", .content = "{}", .msg_type = im::msg_type::post}) ==
               "PUT /open-apis/im/v1/messages/om_1\n"
               "Content-Type: application/json; charset=utf-8\n"
               "\n"
               R"({"content":"{}","msg_type":"post"})");
}

BOOST_AUTO_TEST_CASE(message_delete) {
    BOOST_TEST(built(im::message::delete_{.message_id = "om_1"}) == "DELETE /open-apis/im/v1/messages/om_1\n\n");
}

BOOST_AUTO_TEST_CASE(message_urgent_app) {
    BOOST_TEST(built(im::message::urgent_app{.message_id = "om_1", .user_id_list = {"ou_1", "ou_2"}}) ==
               "PATCH /open-apis/im/v1/messages/om_1/urgent_app?user_id_type=open_id\n"
               "Content-Type: application/json; charset=utf-8\n"
               "\n"
               R"({"user_id_list":["ou_1","ou_2"]})");
}

BOOST_AUTO_TEST_CASE(tenant_access_token) {
    BOOST_TEST(built(feishu::auth::v3::tenant_access_token::internal{.app_id = "cli_1", .app_secret = "s\""}) ==
               "POST /open-apis/auth/v3/tenant_access_token/internal\n"
               "Content-Type: application/json; charset=utf-8\n"
               "\n"
               R"({"app_id":"cli_1","app_secret":"s\""})");
}

BOOST_AUTO_TEST_CASE(a_post_without_body_members_sends_an_empty_object) {
    BOOST_TEST(built(bodiless{.id = "1"}) == "POST /open-apis/x/v1/1/close\n"
                                             "Content-Type: application/json; charset=utf-8\n\n{}");
}

BOOST_AUTO_TEST_CASE(a_form_has_the_set_members_percent_encoded) {
    BOOST_TEST(built(form_post{.id = "a/b", .q = "1", .scope = "im:message offline_access&=+", .count = 2,
                               .names = {"\u4e2d", "b"}}) ==
               "POST /oauth/v1/a%2Fb?q=1\n"
               "Content-Type: application/x-www-form-urlencoded\n"
               "\n"
               "scope=im%3Amessage%20offline_access%26%3D%2B&count=2&names=%E4%B8%AD&names=b");
    BOOST_TEST(built(form_post{.id = "1"}) == "POST /oauth/v1/1\n"
                                              "Content-Type: application/x-www-form-urlencoded\n\n");
}

BOOST_AUTO_TEST_CASE(a_request_names_the_host_of_its_endpoint) {
    BOOST_TEST((http::build(form_post{.id = "1"}).host == feishu::host::accounts));
    BOOST_TEST((http::build(bodiless{.id = "1"}).host == feishu::host::api));
}

BOOST_AUTO_TEST_CASE(an_upload_is_a_form_in_a_source) {
    auto const request = http::build(upload_image{.image = feishu::from_bytes("PNG", "a.png"), .trace = "t"});
    BOOST_TEST(request.target == "/open-apis/im/v1/images?trace=t");
    BOOST_TEST(request.body == "");
    BOOST_TEST_REQUIRE((request.source != nullptr));
    auto const type = std::string(http::find_header(request.headers, "content-type"));
    BOOST_TEST_REQUIRE(type.starts_with("multipart/form-data; boundary=feishu-"));
    auto const boundary = type.substr(type.find('=') + 1);
    std::string bytes(static_cast<std::size_t>(request.source->size()), '?');
    for (std::size_t at = 0; at < bytes.size();)
        at += request.source->read(at, bytes.data() + at, bytes.size() - at);
    BOOST_TEST(bytes == "--" + boundary +
                            "\r\nContent-Disposition: form-data; name=\"image_type\"\r\n\r\nmessage\r\n--" + boundary +
                            "\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n"
                            "Content-Type: application/octet-stream\r\n\r\nPNG\r\n--" +
                            boundary + "--\r\n");
}

std::string bytes_of(http::body_source const& source) {
    std::string bytes(static_cast<std::size_t>(source.size()), '?');
    for (std::size_t at = 0; at < bytes.size();)
        at += source.read(at, bytes.data() + at, bytes.size() - at);
    return bytes;
}

struct traced {
    static constexpr feishu::endpoint_spec spec{
        .id = "x.v1.thing.send", .method = feishu::verb::post, .path = "/v1/things", .headers = {"X-Trace", "X-Tag"}};
    static constexpr std::string_view wire_name(std::string_view member) {
        return member == "trace" ? "X-Trace" : member == "tags" ? "X-Tag" : member;
    }
    feishu::field::required<std::string> trace;
    feishu::field::list<int> tags{};
    std::optional<std::string> name{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(traced, (), (trace, tags, name))
BOOST_DESCRIBE_STRUCT(traced::response, (), ())

BOOST_AUTO_TEST_CASE(members_named_by_the_spec_are_header_fields) {
    auto const request = http::build(traced{.trace = "t1", .tags = {1, 2}, .name = "n"});
    BOOST_TEST(request.target == "/v1/things");
    BOOST_TEST(request.body == R"({"name":"n"})");
    std::string all;
    for (auto const& [name, value] : request.headers)
        all.append(name).append(": ").append(value).append("\n");
    BOOST_TEST(all == "X-Trace: t1\nX-Tag: 1\nX-Tag: 2\nContent-Type: application/json; charset=utf-8\n");
}

BOOST_AUTO_TEST_CASE(a_header_field_cannot_begin_another_one) {
    auto const refused = feishu::validate(traced{.trace = "a\r\nb: c"});
    BOOST_REQUIRE(refused.has_error());
    BOOST_TEST(refused.error().message == "X-Trace has a control character, which a header cannot carry");
    BOOST_TEST(feishu::validate(traced{.trace = "a"}).has_value());
}

struct same_name_twice {
    static constexpr feishu::endpoint_spec spec{
        .id = "x.v1.thing.move", .method = feishu::verb::post, .path = "/v1/things/:id", .query = {"id"}};
    static constexpr std::string_view wire_name(std::string_view) { return "id"; }
    static constexpr feishu::location member_location(std::string_view member, feishu::location usual) {
        return member == "query_id"  ? feishu::location::query
               : member == "body_id" ? feishu::location::body
                                     : usual;
    }
    feishu::field::required<std::string> id;
    std::optional<int> query_id{};
    std::optional<int> body_id{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(same_name_twice, (), (id, query_id, body_id))
BOOST_DESCRIBE_STRUCT(same_name_twice::response, (), ())

BOOST_AUTO_TEST_CASE(path_query_and_body_may_have_members_of_one_name) {
    auto const request = http::build(same_name_twice{.id = "a", .query_id = 1, .body_id = 2});
    BOOST_TEST(request.target == "/v1/things/a?id=1");
    BOOST_TEST(request.body == R"({"id":2})");
}

struct list_body {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.thing.batch",
                                                .method = feishu::verb::put,
                                                .path = "/v1/things",
                                                .query = {"dry"},
                                                .body = feishu::body_format::value};
    std::optional<bool> dry{};
    feishu::field::required<feishu::field::list<int, 1, 3>> items;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(list_body, (), (dry, items))
BOOST_DESCRIBE_STRUCT(list_body::response, (), ())

BOOST_AUTO_TEST_CASE(a_body_can_be_a_list) {
    auto const request = http::build(list_body{.dry = true, .items = feishu::field::list<int, 1, 3>{1, 2}});
    BOOST_TEST(request.target == "/v1/things?dry=true");
    BOOST_TEST(request.body == "[1,2]");
    BOOST_TEST(http::find_header(request.headers, "Content-Type") == "application/json; charset=utf-8");
}

struct text_body {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.note.send",
                                                .method = feishu::verb::post,
                                                .path = "/v1/notes",
                                                .body = feishu::body_format::raw,
                                                .content_type = "text/plain"};
    feishu::field::required<std::string> body;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(text_body, (), (body))
BOOST_DESCRIBE_STRUCT(text_body::response, (), ())

struct file_body {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.photo.put",
                                                .method = feishu::verb::put,
                                                .path = "/v1/photos/:id",
                                                .body = feishu::body_format::raw,
                                                .content_type = "image/png"};
    feishu::field::required<std::string> id;
    feishu::field::required<feishu::field::upload> body;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(file_body, (), (id, body))
BOOST_DESCRIBE_STRUCT(file_body::response, (), ())

BOOST_AUTO_TEST_CASE(a_body_can_be_text_or_a_file) {
    auto const note = http::build(text_body{.body = "hello"});
    BOOST_TEST(note.body == "hello");
    BOOST_TEST(http::find_header(note.headers, "Content-Type") == "text/plain");
    auto const photo = http::build(file_body{.id = "1", .body = feishu::from_bytes("PNG", "a.png")});
    BOOST_TEST(photo.target == "/v1/photos/1");
    BOOST_TEST(photo.body == "");
    BOOST_TEST_REQUIRE((photo.source != nullptr));
    BOOST_TEST(bytes_of(*photo.source) == "PNG");
    BOOST_TEST(http::find_header(photo.headers, "Content-Type") == "image/png");
}

struct upload_images {
    static constexpr feishu::endpoint_spec spec{
        .id = "x.v1.images.create", .method = feishu::verb::post, .path = "/v1/images"};
    feishu::field::list<feishu::field::upload, 1, 3> images{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(upload_images, (), (images))
BOOST_DESCRIBE_STRUCT(upload_images::response, (), ())

BOOST_AUTO_TEST_CASE(a_list_of_uploads_is_a_part_for_each) {
    upload_images const two{.images = {feishu::from_bytes("A", "a"), feishu::from_bytes("B", "b")}};
    auto const request = http::build(two);
    BOOST_TEST_REQUIRE((request.source != nullptr));
    auto const bytes = bytes_of(*request.source);
    for (std::string const part : {"name=\"images\"; filename=\"a\"", "name=\"images\"; filename=\"b\""})
        BOOST_TEST(bytes.find(part) != std::string::npos);
    BOOST_TEST(feishu::validate(upload_images{.images = {feishu::from_bytes("", "a")}}).has_error());
}

BOOST_AUTO_TEST_CASE(every_form_has_its_own_boundary) {
    upload_image const request{.image = feishu::from_bytes("PNG", "a.png")};
    auto const once = http::build(request), again = http::build(request);
    BOOST_TEST(http::find_header(once.headers, "Content-Type") != http::find_header(again.headers, "Content-Type"));
}

BOOST_AUTO_TEST_CASE(headers_are_found_in_any_case) {
    std::vector<http::header> const headers{{"X-Tt-Logid", "1"}, {"x-tt-logid", "2"}};
    BOOST_TEST(http::find_header(headers, "x-TT-logid") == "1");
    BOOST_TEST(http::find_header(headers, "x-tt-logi") == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
