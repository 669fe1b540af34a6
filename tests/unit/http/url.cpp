#include <feishu/http/url.hpp>

#include <boost/test/unit_test.hpp>

using feishu::http::base_url;
using feishu::http::parse_base_url;

BOOST_AUTO_TEST_SUITE(base_urls)

BOOST_AUTO_TEST_CASE(a_base_url_splits_into_scheme_host_and_port) {
    struct row {
        char const* text;
        base_url expected;
    };
    row const table[] = {
        {"https://open.feishu.cn", {.tls = true, .host = "open.feishu.cn", .port = 443}},
        {"http://open.feishu.cn", {.tls = false, .host = "open.feishu.cn", .port = 80}},
        {"https://open.feishu.cn/", {.tls = true, .host = "open.feishu.cn", .port = 443}},
        {"HTTPS://Open.Feishu.CN:443", {.tls = true, .host = "open.feishu.cn", .port = 443}},
        {"http://127.0.0.1:8080", {.tls = false, .host = "127.0.0.1", .port = 8080}},
        {"http://localhost:65535", {.tls = false, .host = "localhost", .port = 65535}},
        {"http://h//", {.tls = false, .host = "h", .port = 80}},
        {"https://[::1]", {.tls = true, .host = "::1", .port = 443, .ipv6 = true}},
        {"https://[2001:DB8::7]:8443/", {.tls = true, .host = "2001:db8::7", .port = 8443, .ipv6 = true}},
        {"http://[::]:1", {.tls = false, .host = "::", .port = 1, .ipv6 = true}},
        {"http://[1:2:3:4:5:6:7:8]", {.tls = false, .host = "1:2:3:4:5:6:7:8", .port = 80, .ipv6 = true}},
        {"http://[1:2:3:4:5:6:7::]", {.tls = false, .host = "1:2:3:4:5:6:7::", .port = 80, .ipv6 = true}},
        {"http://[::ffff:10.0.0.255]", {.tls = false, .host = "::ffff:10.0.0.255", .port = 80, .ipv6 = true}},
        {"http://a_b.c-d.example.", {.tls = false, .host = "a_b.c-d.example.", .port = 80}},
    };
    for (auto const& [text, expected] : table) {
        BOOST_TEST_CONTEXT(text) {
            auto const url = parse_base_url(text);
            BOOST_TEST_REQUIRE(url.has_value());
            BOOST_TEST((*url == expected));
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_a_base_url_is_a_validation_error_that_names_base_url) {
    std::string const label(64, 'a');
    std::string const refused[] = {
        "",
        "open.feishu.cn",
        "https:open.feishu.cn",
        "ftp://h",
        "https//h",
        "://h",
        "https://",
        "https:///x",
        "https://:443",
        "https://h:",
        "https://h:0",
        "https://h:65536",
        "https://h:000443",
        "https://h:-1",
        "https://h:+1",
        "https://h:4x",
        "https://h:443:443",
        "https://u@h",
        "https://u:p@h",
        "https://h?x",
        "https://h#x",
        "https://h/a?x=1",
        "https://h/open-apis",
        "https://h/a/",
        "https://h/a b",
        "https://h/\xE4\xBD\xA0",
        "https://h h",
        "https://h\r\n",
        "https://\xE9\xA3\x9E",
        "https://.h",
        "https://h..x",
        "https://" + label,
        "https://a%41",
        "https://[::1",
        "https://[]",
        "https://[:]",
        "https://[:::]",
        "https://[1::2::3]",
        "https://[1:2:3:4:5:6:7]",
        "https://[1:2:3:4:5:6:7:8:9]",
        "https://[1:2:3:4:5:6:7:8::]",
        "https://[12345::]",
        "https://[::1%25lo]",
        "https://[::1.2.3]",
        "https://[::1.2.3.256]",
        "https://[1:]",
        "https://[127.0.0.1]",
        "https://[::1]x",
        "https://::1",
    };
    for (auto const& text : refused) {
        BOOST_TEST_CONTEXT(text) {
            auto const url = parse_base_url(text);
            BOOST_TEST_REQUIRE(url.has_error());
            BOOST_TEST((url.error().kind == feishu::error_kind::validation));
            BOOST_TEST(url.error().field == "base_url");
            BOOST_TEST(url.error().message.starts_with("base_url "));
            BOOST_TEST(!url.error().may_have_executed);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_password_in_a_base_url_is_not_repeated_in_the_error) {
    auto const url = parse_base_url("https://me:hunter2@h");
    BOOST_TEST(url.error().to_string().find("hunter2") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_host_header_leaves_out_the_port_of_the_scheme) {
    BOOST_TEST(parse_base_url("https://h")->host_header() == "h");
    BOOST_TEST(parse_base_url("https://h:443")->host_header() == "h");
    BOOST_TEST(parse_base_url("http://h:443")->host_header() == "h:443");
    BOOST_TEST(parse_base_url("https://h:80")->host_header() == "h:80");
    BOOST_TEST(parse_base_url("https://[::1]")->host_header() == "[::1]");
    BOOST_TEST(parse_base_url("https://[::1]:8443")->host_header() == "[::1]:8443");
}

BOOST_AUTO_TEST_CASE(the_authority_always_has_a_port) {
    BOOST_TEST(parse_base_url("https://h")->authority() == "h:443");
    BOOST_TEST(parse_base_url("http://[::1]")->authority() == "[::1]:80");
}

BOOST_AUTO_TEST_CASE(the_url_of_a_web_socket_splits_into_server_and_target) {
    using feishu::http::parse_web_socket_url;
    auto const full = parse_web_socket_url("wss://Host.example/ws/v2?device_id=1&service_id=7#x").value();
    BOOST_TEST((full.server == base_url{.tls = true, .host = "host.example", .port = 443}));
    BOOST_TEST(full.target == "/ws/v2?device_id=1&service_id=7");
    BOOST_TEST((parse_web_socket_url("ws://[::1]:80").value().server ==
                base_url{.tls = false, .host = "::1", .port = 80, .ipv6 = true}));
    BOOST_TEST(parse_web_socket_url("ws://h").value().target == "/");
    BOOST_TEST(parse_web_socket_url("WSS://h?a=b").value().target == "/?a=b");
}

BOOST_AUTO_TEST_CASE(what_is_not_a_url_of_a_web_socket_is_the_servers_fault) {
    for (auto const* text : {"", "https://h/", "wss", "wss:/h", "wss://", "wss://me:pw@h/", "wss://h:0/", "wss://h/a b",
                             "wss://h/\r\nHost: x"}) {
        auto const url = feishu::http::parse_web_socket_url(text);
        BOOST_TEST_CONTEXT(text) BOOST_TEST((url.error().kind == feishu::error_kind::decode));
    }
}

BOOST_AUTO_TEST_CASE(the_accounts_host_belongs_to_the_open_host_and_any_other_server_is_both) {
    struct row {
        char const* api;
        char const* accounts;
    };
    row const table[] = {
        {"https://open.feishu.cn", "accounts.feishu.cn:443"},
        {"https://open.larksuite.com", "accounts.larksuite.com:443"},
        {"https://open.example.com:8443", "accounts.example.com:8443"},
        {"http://127.0.0.1:9000", "127.0.0.1:9000"},
        {"https://feishu.example.com", "feishu.example.com:443"},
        {"https://openfeishu.cn", "openfeishu.cn:443"},
    };
    for (auto const& [api, accounts] : table)
        BOOST_TEST(feishu::http::accounts_url_of(parse_base_url(api).value()).authority() == accounts);
}

BOOST_AUTO_TEST_SUITE_END()
