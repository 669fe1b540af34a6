// The text of a server's response.

#include <stdexcept>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include <feishu/http/impl/served_response.hpp>

using feishu::http::detail::append_response;
using feishu::http::detail::make_response;
using response = feishu::http::detail::served_response;

namespace {

std::string text_of(response const& one, unsigned version = 11, bool keep_alive = true) {
    std::string out;
    append_response(out, one, version, keep_alive);
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(server_response)

BOOST_AUTO_TEST_CASE(a_response_has_its_status_its_fields_and_the_length_of_its_body) {
    BOOST_TEST(text_of({.headers = {{"Content-Type", "text/plain"}, {"X-A", ""}}, .body = "ok\n"}) ==
               "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-A: \r\nContent-Length: 3\r\n\r\nok\n");
    BOOST_TEST(text_of({.status = 404}) == "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    BOOST_TEST(text_of({.status = 599}).starts_with("HTTP/1.1 599 "));
}

BOOST_AUTO_TEST_CASE(a_field_may_be_repeated) {
    BOOST_TEST(text_of({.headers = {{"Set-Cookie", "a=1"}, {"Set-Cookie", "b=2"}}})
                   .find("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(whether_the_connection_is_kept_is_stated_where_the_version_has_another_default) {
    struct {
        unsigned version;
        bool keep_alive;
        std::string_view field;
    } const table[] = {
        {11, true, ""},
        {11, false, "Connection: close\r\n"},
        {10, true, "Connection: keep-alive\r\n"},
        {10, false, ""},
    };
    for (auto const& row : table) {
        auto const version = row.version == 10 ? std::string("1.0") : std::string("1.1");
        BOOST_TEST(text_of({}, row.version, row.keep_alive) ==
                   "HTTP/" + version + " 200 OK\r\nContent-Length: 0\r\n" + std::string(row.field) + "\r\n");
    }
}

BOOST_AUTO_TEST_CASE(a_service_cannot_contradict_the_length_or_the_connection) {
    BOOST_TEST(text_of({.headers = {{"content-length", "7"}, {"CONNECTION", "close"}}, .body = "{}"}) ==
               "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
}

BOOST_AUTO_TEST_CASE(a_malformed_field_is_an_error) {
    BOOST_CHECK_THROW(make_response(200, {{"X-A", "a\r\nX-B: b"}}, {}), std::invalid_argument);
    BOOST_CHECK_THROW(make_response(200, {{"X A", "a"}}, {}), std::invalid_argument);
    BOOST_CHECK_THROW(make_response(200, {{"", "a"}}, {}), std::invalid_argument);
    BOOST_TEST(make_response(200, {{"X-A", "a"}}, "b").headers.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
