#include <boost/test/unit_test.hpp>

#include <map>
#include <string>

#include <feishu/http/impl/proxy_connect.hpp>
#include <feishu/http/proxy.hpp>
#include <feishu/http/url.hpp>

namespace http = feishu::http;
using feishu::error_kind;

namespace {

http::proxy via(std::string text) { return http::parse_proxy(text).value().value(); }
http::base_url const target = http::parse_base_url("https://open.feishu.cn").value();

feishu::result<bool> reply(std::string text, std::string proxy = "http://proxy:3128") {
    return http::detail::read_connect_response(text, via(std::move(proxy)), target);
}

std::string from(std::map<std::string, std::string> variables,
                 std::string base_url = "https://open.feishu.cn") {
    return http::proxy_from_environment(base_url, [&](char const* name) { return variables[name]; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(http_proxy)

BOOST_AUTO_TEST_CASE(no_text_is_no_proxy) { BOOST_TEST(!http::parse_proxy("").value()); }

BOOST_AUTO_TEST_CASE(host_port_user_and_password_are_read) {
    BOOST_TEST((via("http://Proxy.Example:3128") == http::proxy{.host = "proxy.example", .port = 3128}));
    BOOST_TEST((via("http://proxy/") == http::proxy{.host = "proxy", .port = 80}));
    BOOST_TEST((via("http://[::1]:8080") == http::proxy{.host = "::1", .port = 8080, .ipv6 = true}));
    BOOST_TEST((via("http://me:s%40%3A%2fcret@proxy:1") ==
                http::proxy{.host = "proxy", .port = 1, .user = "me", .password = "s@:/cret"}));
    BOOST_TEST((via("http://me@proxy:1") == http::proxy{.host = "proxy", .port = 1, .user = "me"}));
}

BOOST_AUTO_TEST_CASE(an_address_that_cannot_be_used_is_refused_without_showing_its_password) {
    for (std::string const text :
         {"proxy:3128", "https://proxy:3128", "socks5://me:secret@proxy", "http://", "http://me:secret@",
          "http://:80", "http://me:secret@proxy:99999", "http://me:secret@proxy:1/path",
          "http://me:secret@proxy:1?q", "http://me:secret%4@proxy:1", "http://:secret@proxy:1",
          "http://me%3Ayou:secret@proxy:1", "http://me:sec/ret@proxy:1", "http://pro xy:1"}) {
        auto const read = http::parse_proxy(text);
        BOOST_TEST_CONTEXT(text) {
            BOOST_REQUIRE(read.has_error());
            BOOST_TEST((read.error().kind == error_kind::validation));
            BOOST_TEST(read.error().field == "proxy");
            BOOST_TEST(read.error().to_string().find("sec") == std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_request_names_the_target) {
    BOOST_TEST(http::detail::connect_request(via("http://proxy:1"), target, "feishu-cpp/1") ==
               "CONNECT open.feishu.cn:443 HTTP/1.1\r\nHost: open.feishu.cn:443\r\nUser-Agent: "
               "feishu-cpp/1\r\n\r\n");
}

BOOST_AUTO_TEST_CASE(user_and_password_travel_in_base64) {
    BOOST_TEST(http::detail::connect_request(via("http://Aladdin:open%20sesame@proxy"), target, {})
                   .find("\r\nProxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_response_is_complete_with_its_empty_line) {
    std::string const text = "HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n";
    for (std::size_t size = 0; size < text.size(); ++size)
        BOOST_TEST(!reply(text.substr(0, size)).value());
    BOOST_TEST(reply(text).value());
    BOOST_TEST(reply("HTTP/1.0 200\r\n\r\n").value());
}

BOOST_AUTO_TEST_CASE(a_refusal_names_the_proxy_the_target_and_the_reason) {
    auto const refused = reply("HTTP/1.1 502 Bad\x01Gateway\r\n\r\n").error();
    BOOST_TEST((refused.kind == error_kind::http));
    BOOST_TEST(refused.http_status == 502);
    BOOST_TEST(refused.retryable());
    BOOST_TEST(!refused.may_have_executed);
    BOOST_TEST(refused.message == "the proxy proxy:3128 did not connect to open.feishu.cn:443: it responded "
                                  "with status 502 Bad?Gateway");
}

BOOST_AUTO_TEST_CASE(a_wrong_password_is_distinguished_from_a_missing_one_and_not_disclosed) {
    auto const missing = reply("HTTP/1.1 407 x\r\n\r\n").error();
    auto const wrong = reply("HTTP/1.1 407 x\r\n\r\n", "http://me:secret@proxy:1").error();
    BOOST_TEST(missing.message.ends_with("it requires a user name and password (status 407)"));
    BOOST_TEST(wrong.message.ends_with("it rejects the user name and password (status 407)"));
    BOOST_TEST(wrong.to_string().find("secret") == std::string::npos);
    BOOST_TEST(!wrong.retryable());
}

BOOST_AUTO_TEST_CASE(what_is_not_a_response_is_an_error) {
    for (std::string const text :
         {"SSH-2.0-x", "HTTP/2 200\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 20\r\n\r\n",
          "HTTP/1.1 2000\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\nmore"}) {
        BOOST_TEST_CONTEXT(text) BOOST_TEST((reply(text).error().kind == error_kind::transport));
    }
    BOOST_TEST(reply("HTTP/1.1 200 OK\r\nX: " + std::string(16u << 10, 'x'))
                   .error()
                   .message.ends_with("its response has more than 16384 bytes"));
}

BOOST_AUTO_TEST_CASE(the_environment_names_a_proxy_by_scheme) {
    std::map<std::string, std::string> const both{{"HTTPS_PROXY", "http://s:1"},
                                                  {"HTTP_PROXY", "http://p:1"}};
    BOOST_TEST(from(both) == "http://s:1");
    BOOST_TEST(from(both, "http://127.0.0.1:1") == "http://p:1");
    BOOST_TEST(from({{"https_proxy", "small:1"}, {"HTTPS_PROXY", "LARGE:1"}}) == "http://small:1");
    BOOST_TEST(from({}) == "");
    BOOST_TEST(from(both, "nonsense") == "");
}

BOOST_AUTO_TEST_CASE(in_a_cgi_program_the_client_of_the_web_server_does_not_choose_the_proxy) {
    std::map<std::string, std::string> variables{{"HTTP_PROXY", "http://attacker:1"},
                                                 {"REQUEST_METHOD", "GET"}};
    BOOST_TEST(from(variables, "http://127.0.0.1:1") == "");
    variables["http_proxy"] = "http://admin:1"; // a header field cannot make this name
    variables["HTTPS_PROXY"] = "http://admin:2";
    BOOST_TEST(from(variables, "http://127.0.0.1:1") == "http://admin:1");
    BOOST_TEST(from(variables) == "http://admin:2");
}

BOOST_AUTO_TEST_CASE(no_proxy_lists_hosts_and_domains_that_need_none) {
    auto const excluded = [](std::string list, std::string base_url = "https://open.feishu.cn") {
        return from({{"HTTPS_PROXY", "http://s:1"}, {"NO_PROXY", list}}, base_url).empty();
    };
    for (std::string const list :
         {"*", "open.feishu.cn", "feishu.cn", ".feishu.cn", "a.b, FEISHU.cn", "x,,feishu.cn,"})
        BOOST_TEST(excluded(list));
    for (std::string const list : {"", ",", ".", "shu.cn", "open.feishu.com", "a.open.feishu.cn"})
        BOOST_TEST(!excluded(list));
    BOOST_TEST(excluded("[::1]", "https://[::1]:80"));
}

BOOST_AUTO_TEST_CASE(an_entry_of_no_proxy_with_a_port_applies_to_that_port_only) {
    auto const excluded = [](std::string list, std::string base_url) {
        return from({{"HTTPS_PROXY", "http://s:1"}, {"HTTP_PROXY", "http://h:1"}, {"NO_PROXY", list}},
                    base_url)
            .empty();
    };
    BOOST_TEST(excluded("feishu.cn:443", "https://open.feishu.cn"));
    BOOST_TEST(excluded(".feishu.cn:8443", "https://open.feishu.cn:8443"));
    BOOST_TEST(excluded("a.b, Localhost:9000", "http://localhost:9000"));
    BOOST_TEST(excluded("localhost:80", "http://localhost"));
    BOOST_TEST(excluded("*:443", "https://open.feishu.cn"));
    BOOST_TEST(excluded("[::1]:9000", "http://[::1]:9000"));
    BOOST_TEST(excluded("::1", "http://[::1]:9000"));
    for (std::string const list :
         {"feishu.cn:80", "feishu.cn:", "feishu.cn:4430", "open.feishu.cn:x", ":443", "*:80"})
        BOOST_TEST(!excluded(list, "https://open.feishu.cn"), list);
    BOOST_TEST(!excluded("[::1]:9001", "http://[::1]:9000"));
}

BOOST_AUTO_TEST_SUITE_END()
