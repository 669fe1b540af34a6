#include <feishu/http/transport.hpp>

#include <boost/test/unit_test.hpp>

#include <feishu/core/version.hpp>

#include "../mentions.hpp"
#include "deaf_port.hpp"
#include "drivers.hpp"
#include "loopback_proxy.hpp"
#include "scripted_server.hpp"
#include "test_certificate.hpp"

using namespace std::chrono_literals;
using namespace test;
using feishu::error_kind;
namespace http = feishu::http;

namespace {

} // namespace

BOOST_AUTO_TEST_SUITE(transport_proxy)

BOOST_AUTO_TEST_CASE_TEMPLATE(http_goes_through_a_tunnel_that_is_kept, Driver, drivers) {
    scripted_server server({{answer_all(ok("hello"))}});
    loopback_proxy proxy;
    auto const transport =
        Driver::make({.base_url = server.base_url(), .proxy = proxy.url()}).value();
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(reply(*transport).body == "hello");
    BOOST_TEST(server.connections() == 1);
    auto const requests = proxy.requests();
    BOOST_REQUIRE(requests.size() == 1u);
    BOOST_TEST(requests[0] ==
               "CONNECT " + server.authority() + " HTTP/1.1\r\nHost: " + server.authority() +
                   "\r\nUser-Agent: feishu-cpp/" FEISHU_VERSION "\r\n\r\n");
    BOOST_TEST(server.requests().at(0).starts_with("GET /x HTTP/1.1\r\nHost: " + server.authority()));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(https_is_encrypted_and_verified_through_the_tunnel, Driver, drivers) {
    auto const identity = make_certificate("IP:127.0.0.1");
    scripted_server server({{answer_all(ok("hello"))}}, server_tls(identity));
    loopback_proxy proxy;
    http::transport_params params{
        .base_url = server.base_url(), .ca_pem = identity.pem, .proxy = proxy.url()};
    BOOST_TEST(reply(*Driver::make(params).value()).body == "hello");
    params.ca_pem = make_certificate("IP:127.0.0.1").pem;
    BOOST_TEST(mentions(failure<Driver>(params), "certificate"));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(user_and_password_are_for_the_proxy_alone, Driver, drivers) {
    scripted_server server({{answer_all(ok("hello"))}});
    loopback_proxy proxy;
    reply(*Driver::make(
                {.base_url = server.base_url(), .proxy = proxy.url("Aladdin:open%20sesame@")})
                .value());
    BOOST_TEST(proxy.requests().at(0).find("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==") != std::string::npos);
    BOOST_TEST(server.requests().at(0).find("Basic") == std::string::npos);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_proxy_that_refuses_is_named_with_its_status, Driver, drivers) {
    loopback_proxy proxy("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n");
    auto const e = failure<Driver>({.base_url = "https://open.feishu.cn", .proxy = proxy.url("me:secret@")});
    BOOST_TEST((e.kind == error_kind::http));
    BOOST_TEST(e.http_status == 407);
    BOOST_TEST(!e.may_have_executed);
    BOOST_TEST(e.message == "the proxy " + proxy.authority() +
                                " did not connect to open.feishu.cn:443: it rejects "
                                "the user name and password (status 407)");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_proxy_that_is_not_there_or_closes_the_connection_is_named, Driver, drivers) {
    scripted_server hangs_up({{expect_head(), close()}});
    auto const e = failure<Driver>({.base_url = "https://open.feishu.cn", .proxy = hangs_up.base_url()});
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(
        mentions(e, "while connecting to open.feishu.cn:443 through the proxy " + hangs_up.authority()));
    test::deaf_port const gone;
    BOOST_TEST(mentions(failure<Driver>({.base_url = "https://open.feishu.cn", .proxy = gone.url()}),
                        "while connecting to the proxy " + gone.authority()));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_proxy_that_does_not_respond_costs_the_time_to_connect, Driver, drivers) {
    scripted_server silent({{expect_head()}});
    auto const e =
        failure<Driver>({.base_url = "https://open.feishu.cn", .proxy = silent.base_url(), .connect_timeout = 300ms});
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(mentions(e, "timeout (300 ms) while connecting to open.feishu.cn:443 through the proxy"));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_proxy_that_cannot_be_used_is_refused_before_anything_is_sent, Driver, drivers) {
    auto const made = Driver::make({.proxy = "https://me:secret@proxy"});
    BOOST_REQUIRE(made.has_error());
    BOOST_TEST((made.error().kind == error_kind::validation));
    BOOST_TEST(made.error().field == "proxy");
    BOOST_TEST(!mentions(made.error(), "secret"));
}

BOOST_AUTO_TEST_SUITE_END()
