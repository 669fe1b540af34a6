// Hostile texts in what is not a parameter of an endpoint: tokens, credentials, settings. Each is refused as a validation
// error before a byte is sent, or the server receives requests with the usual header fields and no others.

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/client/custom_bot.hpp>
#include <feishu/content/text.hpp>

#include "../http/scripted_server.hpp"
#include "fakes.hpp"

namespace {

using namespace std::string_literals;

/// Sends one call with `text` in the place that the case is about, to the server at `base_url`.
using hostile_call = std::function<feishu::error(std::string const& base_url, std::string const& text)>;

template <class T>
feishu::error error_of(feishu::result<T> const& outcome) {
    return outcome ? feishu::error{.kind = feishu::error_kind::api} : outcome.error();
}

feishu::error call_of(feishu::client_config config) {
    config.retry = feishu::retry_policy::never();
    return error_of(feishu::client(std::move(config)).call(fakes::get_one));
}

/// The names of the header fields of a request, in lines.
std::string field_names(std::string_view request) {
    std::string out;
    auto head = request.substr(0, request.find("\r\n\r\n"));
    BOOST_TEST(std::ranges::count(head, '\n') == std::ranges::count(head, '\r'));
    while (head.find("\r\n") != head.npos) {
        head.remove_prefix(head.find("\r\n") + 2);
        out += std::string(head.substr(0, head.find(':'))) + "\n";
    }
    return out;
}

std::vector<std::string> requests_with(hostile_call const& send, std::string const& text,
                                       feishu::error& failed) {
    std::string const body = R"({"code":0,"msg":"ok","tenant_access_token":"t-1","expire":7200,"data":{}})";
    test::scripted_server server({{test::answer_all(
        "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body)}});
    failed = send(server.base_url(), text);
    return server.requests();
}

void check_texts(hostile_call const& send, std::string const& ordinary = "ordinary") {
    feishu::error failed;
    auto const usual = requests_with(send, ordinary, failed);
    BOOST_REQUIRE(!usual.empty());
    for (auto const& text : {"\r\n"s,
                             "\r\nAuthorization: x"s,
                             "\r\n\r\nGET /evil HTTP/1.1\r\nHost: evil.example\r\n\r\n"s,
                             "\n"s,
                             "\r"s,
                             "a\0b"s,
                             "\x7f"s,
                             "\x1b[31m"s,
                             "\""s,
                             "\\"s,
                             "a\",\"b\":\"c"s,
                             "../.."s,
                             "%2e%2e%2f"s,
                             "%0d%0a"s,
                             "?a=b"s,
                             "#a"s,
                             "@evil.example"s,
                             "@evil.example/"s,
                             "/@evil.example/"s,
                             ":80@evil.example"s,
                             ".evil.example"s,
                             "//evil.example"s,
                             " "s,
                             "\xff"s,
                             "\xed\xa0\x80"s,
                             "\xe2\x80\xa8"s,
                             "\xf0\x9f\x98\x80"s,
                             "99999999999999999999"s}) {
        BOOST_TEST_INFO_SCOPE("text: " << text);
        auto const sent = requests_with(send, text, failed);
        if (failed.kind == feishu::error_kind::validation) {
            BOOST_TEST(!failed.field.empty());
            BOOST_TEST(sent.size() < usual.size()); // the token of the call may have been fetched
            continue;
        }
        BOOST_TEST(sent.size() == usual.size());
        for (std::size_t i = 0; i < std::min(sent.size(), usual.size()); ++i)
            BOOST_TEST(field_names(sent[i]) == field_names(usual[i]));
    }
}

BOOST_AUTO_TEST_SUITE(hostile_settings)

BOOST_AUTO_TEST_CASE(a_user_token_makes_no_other_header_field) {
    check_texts([](std::string const& url, std::string const& text) {
        feishu::client const client{{.base_url = url, .retry = feishu::retry_policy::never()}};
        return error_of(client.as(feishu::user_token{"u-" + text}).call(fakes::get_one));
    });
}

BOOST_AUTO_TEST_CASE(an_apps_credentials_are_json) {
    check_texts([](std::string const& url, std::string const& text) {
        return call_of({.app_id = "cli_" + text, .app_secret = "s", .base_url = url});
    });
    check_texts([](std::string const& url, std::string const& text) {
        return call_of({.app_id = "cli_1", .app_secret = "s" + text, .base_url = url});
    });
}

BOOST_AUTO_TEST_CASE(a_user_agent_makes_no_other_header_field) {
    check_texts([](std::string const& url, std::string const& text) {
        return call_of({.app_id = "cli_1", .app_secret = "s", .base_url = url, .user_agent = "bot" + text});
    });
}

BOOST_AUTO_TEST_CASE(a_base_url_names_the_host_that_it_seems_to_name) {
    check_texts(
        [](std::string const& url, std::string const& text) {
            return call_of({.app_id = "cli_1", .app_secret = "s", .base_url = url + text});
        },
        "/");
}

BOOST_AUTO_TEST_CASE(trace_context_makes_no_other_header_field) {
    check_texts([](std::string const& url, std::string const& text) {
        feishu::client const client{
            {.app_id = "cli_1", .app_secret = "s", .base_url = url, .retry = feishu::retry_policy::never()}};
        return error_of(client.call(fakes::get_one,
                                    {.traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                                     .tracestate = "a=" + text}));
    });
}

BOOST_AUTO_TEST_CASE(the_url_of_a_custom_bot_makes_no_other_request) {
    check_texts([](std::string const& url, std::string const& text) {
        feishu::custom_bot const hook{
            {.url = url + "/open-apis/bot/v2/hook/1a2b" + text, .secret = "s" + text}};
        return error_of(hook.send(feishu::text{"hello"}));
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
