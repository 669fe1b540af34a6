#include <feishu/http/impl/web_socket.hpp>

#include <memory>
#include <optional>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/core/version.hpp>
#include <feishu/http/impl/connector.hpp>

#include "scripted_server.hpp"

using namespace test;
namespace http = feishu::http;

BOOST_AUTO_TEST_SUITE(http_web_socket)

BOOST_AUTO_TEST_CASE(the_handshake_names_the_user_agent_and_hands_out_a_rejection) {
    scripted_server server(
        {{expect_request(),
          send("HTTP/1.1 403 Forbidden\r\nHandshake-Status: 514\r\nContent-Length: 0\r\n\r\n")}});
    auto const url = http::parse_web_socket_url("ws://" + server.authority() + "/ws?id=1").value();
    auto const target = http::detail::make_endpoint_config(
                            url.server, {.base_url = server.base_url(), .user_agent = "my-bot/1"})
                            .value();
    asio::io_context io;
    std::optional<http::detail::error_code> failed;
    http::detail::web_socket::upgrade_response rejected;
    asio::co_spawn(
        io,
        [&]() -> asio::awaitable<void> {
            auto const connector = std::make_shared<http::detail::connector>(io.get_executor(), target);
            auto made = co_await connector->run(http::detail::time_limit::in(std::chrono::seconds(20)));
            http::detail::web_socket socket(std::move(made).value(), 1u << 20, target.user_agent);
            failed = co_await socket.handshake(url, rejected);
        },
        asio::detached);
    io.run();
    BOOST_TEST_REQUIRE(failed.has_value());
    BOOST_TEST((*failed == boost::beast::websocket::error::upgrade_declined));
    BOOST_TEST(rejected["Handshake-Status"] == "514");
    BOOST_TEST_REQUIRE(server.requests().size() == 1u);
    auto const request = server.requests()[0];
    BOOST_TEST(request.starts_with("GET /ws?id=1 HTTP/1.1\r\n"));
    BOOST_TEST(request.find("\r\nUser-Agent: feishu-cpp/" FEISHU_VERSION " my-bot/1\r\n") !=
               std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
