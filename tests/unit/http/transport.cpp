#include <feishu/http/transport.hpp>

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <future>
#include <initializer_list>
#include <limits>
#include <stdexcept>

#include <pthread.h>
#include <signal.h>

#include <boost/test/unit_test.hpp>

#include <feishu/core/version.hpp>

#include "../mentions.hpp"
#include "deaf_port.hpp"
#include "drivers.hpp"
#include "scripted_server.hpp"

using namespace std::chrono_literals;
using namespace test;
using feishu::error_kind;
namespace http = feishu::http;

namespace {

template <class Driver>
std::shared_ptr<http::transport> to(scripted_server const& server, http::transport_params params = {}) {
    params.base_url = server.base_url();
    return Driver::make(std::move(params)).value();
}

http::request get(std::string target = "/x") { return {.target = std::move(target)}; }
http::request post(std::string body) {
    return {.method = feishu::verb::post, .target = "/x", .body = std::move(body)};
}

struct text_source : http::body_source {
    explicit text_source(std::string t) : text(std::move(t)) {}
    std::uint64_t size() const override { return text.size() + missing; }
    std::size_t read(std::uint64_t offset, char* out, std::size_t n) const override {
        auto const rest = std::min(n, text.size() - static_cast<std::size_t>(offset));
        text.copy(out, std::min(rest, most), static_cast<std::size_t>(offset));
        return std::min(rest, most);
    }
    std::string text;
    std::size_t missing = 0;                                    ///< bytes promised but not there
    std::size_t most = std::numeric_limits<std::size_t>::max(); ///< bytes per read
};

} // namespace

BOOST_AUTO_TEST_SUITE(transport)

// --- requests

BOOST_AUTO_TEST_CASE_TEMPLATE(a_get_request_has_its_target_host_and_fields_and_no_length, Driver, drivers) {
    scripted_server server({{expect_request(), send(ok("hi"))}});
    auto request = get("/open-apis/x?a=%20b");
    request.headers = {{"Authorization", "Bearer t"}, {"X-Empty", ""}};
    reply(*to<Driver>(server), request);
    BOOST_TEST(server.requests().at(0) == "GET /open-apis/x?a=%20b HTTP/1.1\r\nHost: " + server.authority() +
                                              "\r\nUser-Agent: feishu-cpp/" FEISHU_VERSION "\r\nAuthorization: Bearer t\r\nX-Empty: \r\n\r\n");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_request_to_the_accounts_host_goes_to_the_accounts_url, Driver, drivers) {
    scripted_server api({{expect_request(), send(ok("api"))}});
    scripted_server accounts({{expect_request(), send(ok("accounts"))}});
    auto const transport =
        Driver::make({.base_url = api.base_url(), .accounts_url = accounts.base_url()}).value();
    auto request = get("/oauth/v1/x");
    request.host = feishu::host::accounts;
    reply(*transport, request);
    reply(*transport, get("/open-apis/x"));
    BOOST_TEST(accounts.requests().at(0).starts_with("GET /oauth/v1/x HTTP/1.1\r\nHost: " + accounts.authority()));
    BOOST_TEST(api.requests().at(0).starts_with("GET /open-apis/x HTTP/1.1\r\n"));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(without_an_accounts_url_one_server_serves_both_hosts, Driver, drivers) {
    scripted_server server({{expect_request(), send(ok(""))}});
    auto request = get("/oauth/v1/x");
    request.host = feishu::host::accounts;
    reply(*to<Driver>(server), request);
    BOOST_TEST(server.requests().at(0).starts_with("GET /oauth/v1/x HTTP/1.1\r\n"));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_accounts_url_that_cannot_be_used_is_named, Driver, drivers) {
    auto const made = Driver::make({.accounts_url = "accounts.feishu.cn"});
    BOOST_TEST_REQUIRE(made.has_error());
    BOOST_TEST((made.error().kind == feishu::error_kind::validation));
    BOOST_TEST(made.error().message == "accounts_url must start with https:// or http://");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_is_sent_with_its_length, Driver, drivers) {
    scripted_server server({{expect_request(), send(ok(""))}});
    reply(*to<Driver>(server), post("{\"a\":1}"));
    BOOST_TEST(server.requests().at(0) ==
               "POST /x HTTP/1.1\r\nHost: " + server.authority() +
                   "\r\nUser-Agent: feishu-cpp/" FEISHU_VERSION "\r\nContent-Length: 7\r\n\r\n{\"a\":1}");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_empty_post_says_that_it_is_empty, Driver, drivers) {
    scripted_server server({{expect_request(), send(ok(""))}});
    reply(*to<Driver>(server), post(""));
    BOOST_TEST(server.requests().at(0).find("Content-Length: 0\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_longer_than_one_write_arrives_whole, Driver, drivers) {
    std::string body(300'000, 'x');
    for (std::size_t i = 0; i < body.size(); ++i)
        body[i] = static_cast<char>('a' + i % 23);
    scripted_server server({{answer_all(ok(""))}});
    auto const transport = to<Driver>(server);
    reply(*transport, post(body));
    BOOST_TEST(server.requests().at(0).ends_with("\r\n\r\n" + body));
    for (std::size_t most : {std::size_t(1'000'000), std::size_t(65'536), std::size_t(777)}) {
        auto source = std::make_shared<text_source>(body);
        source->most = most;
        auto request = post("");
        request.source = source;
        reply(*transport, request);
        BOOST_TEST(server.requests().back().ends_with("\r\n\r\n" + body));
    }
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(the_users_product_follows_the_librarys_in_user_agent, Driver, drivers) {
    scripted_server server({{answer_all(ok(""))}});
    reply(*to<Driver>(server, {.user_agent = "my-bot/1.2 (ops)"}));
    BOOST_TEST(server.requests().back().find("\r\nUser-Agent: feishu-cpp/" FEISHU_VERSION " my-bot/1.2 (ops)\r\n") !=
               std::string::npos);
    auto own = get();
    own.headers = {{"user-agent", "mine"}};
    reply(*to<Driver>(server), own);
    BOOST_TEST(server.requests().back().find("feishu-cpp") == std::string::npos);
    BOOST_TEST(server.requests().back().find("\r\nuser-agent: mine\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_user_agent_that_would_inject_header_fields_is_rejected, Driver, drivers) {
    for (std::string const& agent : std::initializer_list<std::string>{"a\r\nX: y", "a\n", std::string("a\0b", 3), "\xE4\xBD\xA0", "\x7f", "\t"}) {
        auto const made = Driver::make({.user_agent = agent});
        BOOST_TEST_REQUIRE(made.has_error());
        BOOST_TEST((made.error().kind == error_kind::validation));
        BOOST_TEST(made.error().field == "user_agent");
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_source_with_a_problem_is_refused_before_a_byte_is_sent, Driver, drivers) {
    struct : text_source {
        using text_source::text_source;
        std::string problem() const override { return "report.pdf is gone"; }
    } const source("x");
    scripted_server server({{answer_all(ok(""))}});
    auto request = post("");
    request.source = std::shared_ptr<http::body_source const>(std::shared_ptr<void>(), &source);
    auto const e = failure(*to<Driver>(server), request);
    BOOST_TEST((e.kind == error_kind::validation));
    BOOST_TEST(mentions(e, "report.pdf is gone"));
    BOOST_TEST(!e.may_have_executed);
    BOOST_TEST(server.requests().empty());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_source_that_ends_early_is_an_error_and_closes_the_connection, Driver, drivers) {
    scripted_server server({{answer_all(ok(""))}});
    auto const transport = to<Driver>(server);
    reply(*transport);
    auto source = std::make_shared<text_source>(std::string(100'000, 'x'));
    source->missing = 1;
    auto request = post("");
    request.source = source;
    auto const e = failure(*transport, request);
    BOOST_TEST((e.kind == error_kind::file));
    BOOST_TEST(mentions(e, "body source ended early"));
    BOOST_TEST(!e.may_have_executed); // the server never had all of it
    reply(*transport);
    BOOST_TEST(server.connections() == 2);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(values_that_would_split_a_request_are_rejected_before_a_byte_is_sent, Driver, drivers) {
    auto const transport = Driver::make({.base_url = "http://127.0.0.1:1"}).value();
    auto const refused = [&](http::request const& request) {
        auto const e = failure(*transport, request);
        BOOST_TEST((e.kind == error_kind::validation));
        BOOST_TEST(!e.may_have_executed);
        BOOST_TEST(e.to_string().find("s3cret") == std::string::npos);
    };
    for (auto const* target : {"", "x", "/a b", "/a\r\nb", "/\x7f", "/\xE4\xBD\xA0"})
        refused(get(target));
    for (http::header const& field : {http::header{"A", "s3cret\r\nB: c"},
                                      {"A", "s3cret\n"},
                                      {"A b", "s3cret"},
                                      {"", "x"},
                                      {"A:", "s3cret"},
                                      {"Host", "s3cret"},
                                      {"content-length", "1"},
                                      {"Connection", "close"},
                                      {"TRANSFER-ENCODING", "chunked"}}) {
        auto request = get();
        request.headers = {field};
        refused(request);
    }
    auto request = get();
    request.headers = {{"A", std::string("s3cret\0", 7)}};
    refused(request);
}

// --- responses

BOOST_AUTO_TEST_CASE_TEMPLATE(a_response_with_content_length_arrives_with_status_fields_and_body, Driver, drivers) {
    scripted_server server(
        {{expect_request(),
          send("HTTP/1.1 404 Not Found\r\nX-Tt-Logid: 7\r\nContent-Length: 5\r\n\r\nhello")}});
    auto const got = reply(*to<Driver>(server));
    BOOST_TEST(got.head.status == 404);
    BOOST_TEST(http::find_header(got.head.headers, "x-tt-logid") == "7");
    BOOST_TEST(got.body == "hello");
    BOOST_TEST(got.heads == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_chunked_response_arrives_without_its_framing, Driver, drivers) {
    scripted_server server({{expect_request(),
                             send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                  "5;ext=1\r\nhello\r\n1\r\n \r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n"),
                             answer_all(ok("second"))}});
    auto const transport = to<Driver>(server);
    auto const got = reply(*transport);
    BOOST_TEST(got.body == "hello 0123456789");
    BOOST_TEST(http::find_header(got.head.headers, "trailer") == "");
    BOOST_TEST(reply(*transport).body == "second");
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_response_split_at_every_byte_is_the_same_response, Driver, drivers) {
    for (auto const& text : {ok("hello", "A: b\r\n"),
                             std::string("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n"
                                         "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")}) {
        scripted_server server({{expect_request(), send_byte_by_byte(text)}});
        auto const got = reply(*to<Driver>(server));
        BOOST_TEST(got.body == "hello");
        BOOST_TEST(http::find_header(got.head.headers, "a") == "b");
        BOOST_TEST(got.heads == 1);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_response_without_length_ends_where_the_connection_does, Driver, drivers) {
    scripted_server server({{expect_request(), send("HTTP/1.1 200 OK\r\n\r\nhel"), send("lo"), close()}});
    auto const transport = to<Driver>(server);
    BOOST_TEST(reply(*transport).body == "hello");
    BOOST_TEST(reply(*transport).body == "hello");
    BOOST_TEST(server.connections() == 2);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(interim_responses_are_skipped, Driver, drivers) {
    scripted_server server(
        {{expect_request(), send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"),
          send(ok("hello"))}});
    auto const got = reply(*to<Driver>(server));
    BOOST_TEST(got.heads == 1);
    BOOST_TEST(got.head.status == 200);
    BOOST_TEST(got.head.headers.size() == 1u);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_response_that_may_not_have_a_body_ends_with_its_head, Driver, drivers) {
    scripted_server server({{answer_all("HTTP/1.1 204 No Content\r\n\r\n")}});
    auto const transport = to<Driver>(server);
    BOOST_TEST(reply(*transport).head.status == 204);
    BOOST_TEST(reply(*transport).body == "");
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_large_body_arrives_in_chunks, Driver, drivers) {
    std::string const body(1'000'000, 'x');
    scripted_server server({{answer_all(ok(body))}});
    auto const got = reply(*to<Driver>(server));
    BOOST_TEST((got.body == body));
    BOOST_TEST(got.chunks > 1u);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_sink_that_refuses_the_head_ends_the_exchange_successfully, Driver, drivers) {
    scripted_server server({{expect_request(), send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")}});
    recording_sink sink;
    sink.want_body = false;
    BOOST_TEST(to<Driver>(server)->exchange(get(), sink, {}).has_value());
    BOOST_TEST(sink.body == "");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_sink_that_wants_no_more_of_the_body_ends_the_exchange_and_closes_the_connection, Driver, drivers) {
    scripted_server server({{answer_all(ok("hello"))}});
    auto const transport = to<Driver>(server);
    for (int i = 1; i <= 2; ++i) {
        recording_sink sink;
        sink.want_bytes = 5;
        BOOST_TEST(transport->exchange(get(), sink, {}).has_value());
        BOOST_TEST(sink.body == "hello");
        BOOST_TEST(server.connections() == i);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_exception_of_a_sink_becomes_an_error, Driver, drivers) {
    struct : recording_sink {
        bool on_body(std::string_view) override { throw std::runtime_error("disk full"); }
    } sink;
    scripted_server server({{answer_all(ok("hello"))}});
    auto const transport = to<Driver>(server);
    auto const done = transport->exchange(get(), sink, {});
    BOOST_TEST_REQUIRE(done.has_error());
    BOOST_TEST((done.error().kind == error_kind::transport));
    BOOST_TEST(mentions(done.error(), "disk full"));
    BOOST_TEST(reply(*transport).body == "hello");
    BOOST_TEST(server.connections() == 2); // the response that was not read to its end went with its connection
}

BOOST_AUTO_TEST_CASE_TEMPLATE(what_is_thrown_need_not_be_a_standard_exception, Driver, drivers) {
    struct : recording_sink {
        bool on_head(http::response_head const&) override { throw 42; }
    } sink;
    scripted_server server({{answer_all(ok("hello"))}});
    auto const transport = to<Driver>(server);
    auto const done = transport->exchange(get(), sink, {});
    BOOST_TEST_REQUIRE(done.has_error());
    BOOST_TEST((done.error().kind == error_kind::transport));
    BOOST_TEST(mentions(done.error(), "unknown exception"));
    BOOST_TEST(reply(*transport).body == "hello");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_source_that_throws_is_an_error, Driver, drivers) {
    struct : text_source {
        using text_source::text_source;
        std::size_t read(std::uint64_t, char*, std::size_t) const override { throw std::runtime_error("no disk"); }
    } const source("x");
    scripted_server server({{answer_all(ok("hello"))}});
    auto const transport = to<Driver>(server);
    auto request = post("");
    request.source = std::shared_ptr<http::body_source const>(std::shared_ptr<void>(), &source);
    BOOST_TEST(mentions(failure(*transport, request), "no disk"));
    BOOST_TEST(reply(*transport).body == "hello");
}

// --- malformed responses

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_over_the_limit_is_an_error_that_names_the_limit, Driver, drivers) {
    for (auto const& text :
         {ok(std::string(101, 'x')),
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n60\r\n" + std::string(0x60, 'x') +
              "\r\n5\r\nhello\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n" + std::string(200, 'x'),
          std::string("HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551615\r\n\r\n"),
          "HTTP/1.1 200 OK\r\n\r\n" + std::string(101, 'x')}) {
        scripted_server server({{expect_request(), send(text)}});
        auto const e = failure(*to<Driver>(server), get(), {.max_response_bytes = 100});
        BOOST_TEST((e.kind == error_kind::transport));
        BOOST_TEST(mentions(e, "max_response_bytes (100)"));
        BOOST_TEST(e.may_have_executed);
        BOOST_TEST(e.http_status == 200);
    }
    scripted_server server({{answer_all(ok(std::string(100, 'x')))}});
    recording_sink sink;
    BOOST_TEST(to<Driver>(server)->exchange(get(), sink, {.max_response_bytes = 100}).has_value());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_header_over_the_limit_is_an_error, Driver, drivers) {
    std::string many = "HTTP/1.1 200 OK\r\n";
    while (many.size() < 200'000)
        many += "X-Field: some value\r\n";
    std::string const one = "HTTP/1.1 200 OK\r\nX-Field: " + std::string(200'000, 'x');
    std::string const reason = "HTTP/1.1 200 " + std::string(200'000, 'x');
    for (auto const& text : {many, one, reason}) {
        scripted_server server({{expect_request(), send(text)}});
        auto const e = failure(*to<Driver>(server));
        BOOST_TEST((e.kind == error_kind::transport));
        BOOST_TEST(mentions(e, "response header of more than 65536 bytes"));
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_chunk_header_without_end_is_an_error, Driver, drivers) {
    scripted_server server(
        {{expect_request(),
          send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;" + std::string(400'000, 'x'))}});
    BOOST_TEST(mentions(failure(*to<Driver>(server)), "malformed response"));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(trailers_without_end_are_an_error, Driver, drivers) {
    std::string trailers;
    while (trailers.size() < 400'000)
        trailers += "X-Field: some value\r\n";
    scripted_server server(
        {{expect_request(), send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n" + trailers)}});
    auto const e = failure(*to<Driver>(server));
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(mentions(e, "malformed response"));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_length_that_is_no_number_of_bytes_is_an_error, Driver, drivers) {
    for (auto const* length : {"18446744073709551616", "99999999999999999999999999999999", "-1", "+5", "0x5", "5, 6", "5 5"}) {
        scripted_server server(
            {{expect_request(), send("HTTP/1.1 200 OK\r\nContent-Length: " + std::string(length) + "\r\n\r\nhello"), close()}});
        BOOST_TEST(mentions(failure(*to<Driver>(server)), "malformed response"), length);
    }
    for (auto const* size : {"10000000000000000", "-1", "0x5", "", "g"}) {
        scripted_server server({{expect_request(), send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" +
                                                        std::string(size) + "\r\nhello\r\n0\r\n\r\n"), close()}});
        BOOST_TEST(mentions(failure(*to<Driver>(server)), "malformed response"), size);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_redirect_is_a_response_and_its_target_sees_no_connection, Driver, drivers) {
    scripted_server other({{answer_all(ok("{}"))}});
    for (auto const* status : {"301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect",
                               "308 Permanent Redirect"})
        for (auto const& location : {other.base_url() + "/x", "//" + other.authority() + "/x"}) {
            scripted_server server({{answer_all("HTTP/1.1 " + std::string(status) + "\r\nLocation: " + location +
                                                "\r\nContent-Length: 0\r\n\r\n")}});
            auto const transport = to<Driver>(server);
            for (auto request : {get(), post("{}")}) {
                request.headers.push_back({"Authorization", "Bearer t-1"});
                BOOST_TEST(reply(*transport, request).head.status == std::stoi(status));
            }
            BOOST_TEST(server.requests().size() == 2u);
        }
    BOOST_TEST(other.connections() == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_truncated_body_is_an_error_that_names_the_received_size, Driver, drivers) {
    for (auto const* text : {"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello",
                             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"}) {
        scripted_server server({{expect_request(), send(text), close()}});
        auto const e = failure(*to<Driver>(server));
        BOOST_TEST((e.kind == error_kind::transport));
        BOOST_TEST(e.message == "connection closed by the server while receiving the response of " +
                                    server.authority() + ", after 5 bytes of its body");
        BOOST_TEST(e.may_have_executed);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_truncated_head_is_an_error, Driver, drivers) {
    scripted_server server({{expect_request(), send("HTTP/1.1 200 OK\r\nContent-Le"), close()}});
    auto const e = failure(*to<Driver>(server));
    BOOST_TEST(e.message ==
               "connection closed by the server while receiving the response of " + server.authority());
    BOOST_TEST(e.http_status == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_connection_closed_without_a_response_is_an_error, Driver, drivers) {
    scripted_server server({{expect_request(), close()}});
    auto const e = failure(*to<Driver>(server));
    BOOST_TEST(e.message ==
               "connection closed by the server while waiting for the response of " + server.authority());
    BOOST_TEST(e.may_have_executed);
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(garbage_instead_of_a_response_is_an_error, Driver, drivers) {
    using namespace std::string_literals;
    for (auto const& text :
         {"SSH-2.0-OpenSSH\r\n"s, std::string(64, 0), "HTTP/2.0 200 OK\r\n\r\n"s, "HTTP/1.1 2000 OK\r\n\r\n"s,
          "HTTP/1.1 099 No\r\n\r\n"s, "HTTP/1.1 101 Switching Protocols\r\n\r\n"s,
          "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"s,
          "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"s,
          "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"s,
          "HTTP/1.1 200 OK\r\nNo colon\r\n\r\n"s,
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"s,
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n"s}) {
        BOOST_TEST_CONTEXT(text) {
            scripted_server server({{expect_request(), send(text)}});
            auto const e = failure(*to<Driver>(server));
            BOOST_TEST((e.kind == error_kind::transport));
            BOOST_TEST(mentions(e, "malformed response"));
            BOOST_TEST(mentions(e, server.authority()));
        }
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_early_response_to_an_upload_is_delivered_although_the_upload_broke, Driver, drivers) {
    scripted_server server(
        {{expect_head(), send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig"),
          [](peer& p, scripted_server&) {
              p.shutdown(asio::socket_base::shutdown_send); // the rest of the upload is still read
              return true;
          }}});
    BOOST_TEST(reply(*to<Driver>(server), post(std::string(5'000'000, 'x'))).body == "big");
}

// --- connections

BOOST_AUTO_TEST_CASE_TEMPLATE(a_connection_is_kept_for_the_next_request, Driver, drivers) {
    scripted_server server({{answer_all(ok("a"))}});
    auto const transport = to<Driver>(server);
    reply(*transport);
    reply(*transport, post("x"));
    BOOST_TEST(server.requests().size() == 2u);
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_connection_that_the_server_will_close_is_not_kept, Driver, drivers) {
    for (auto const& text :
         {ok("a", "Connection: close\r\n"), std::string("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na"),
          ok("a") + "rubbish"}) {
        scripted_server server({{answer_all(text)}});
        auto const transport = to<Driver>(server);
        reply(*transport);
        reply(*transport);
        BOOST_TEST(server.connections() == 2);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(no_connection_is_kept_when_none_may_be, Driver, drivers) {
    scripted_server server({{answer_all(ok("a"))}});
    auto const transport = to<Driver>(server, {.max_idle = 0});
    reply(*transport);
    reply(*transport);
    BOOST_TEST(server.connections() == 2);
    BOOST_TEST(server.requests().at(0).find("Connection: close\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_connection_idle_for_too_long_is_not_reused, Driver, drivers) {
    scripted_server server({{answer_all(ok("a"))}});
    auto const transport = to<Driver>(server, {.idle_timeout = 0s});
    reply(*transport);
    std::this_thread::sleep_for(1ms);
    reply(*transport);
    BOOST_TEST(server.connections() == 2);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_call_after_the_server_closed_the_idle_connection_works, Driver, drivers) {
    for (auto const& ending : {test::close(), test::reset()}) {
        std::promise<void> closed;
        scripted_server server({{expect_request(), send(ok("a")),
                                 [&](peer& p, scripted_server& s) {
                                     ending(p, s);
                                     closed.set_value();
                                     return false;
                                 }},
                                {answer_all(ok("b"))}});
        auto const transport = to<Driver>(server);
        BOOST_TEST(reply(*transport, post("1")).body == "a");
        closed.get_future().wait();
        BOOST_TEST(reply(*transport, post("2")).body == "b");
        BOOST_TEST(server.connections() == 2);
        BOOST_TEST(server.requests().size() == 2u);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_get_that_meets_the_closing_of_a_reused_connection_is_repeated_on_a_new_one, Driver, drivers) {
    for (auto const& ending : {test::close(), test::reset()}) {
        scripted_server server(
            {{expect_request(), send(ok("a")), expect_request(), ending}, {answer_all(ok("b"))}});
        auto const transport = to<Driver>(server);
        reply(*transport);
        BOOST_TEST(reply(*transport).body == "b");
        BOOST_TEST(server.requests().size() == 3u);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_get_is_repeated_once_only, Driver, drivers) {
    scripted_server server(
        {{expect_request(), send(ok("a")), expect_request(), close()}, {expect_request(), close()}});
    auto const transport = to<Driver>(server);
    reply(*transport);
    BOOST_TEST(failure(*transport).may_have_executed);
    BOOST_TEST(server.requests().size() == 3u);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_post_that_meets_the_closing_of_a_reused_connection_is_not_repeated, Driver, drivers) {
    for (auto method : {feishu::verb::post, feishu::verb::put, feishu::verb::patch, feishu::verb::delete_}) {
        scripted_server server(
            {{expect_request(), send(ok("a")), expect_request(), close()}, {answer_all(ok("b"))}});
        auto const transport = to<Driver>(server);
        reply(*transport);
        auto request = post("x");
        request.method = method;
        auto const e = failure(*transport, request);
        BOOST_TEST((e.kind == error_kind::transport));
        BOOST_TEST(e.may_have_executed);
        BOOST_TEST(server.requests().size() == 2u);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_get_is_not_repeated_once_its_response_has_begun, Driver, drivers) {
    scripted_server server(
        {{expect_request(), send(ok("a")), expect_request(), send("H"), close()}, {answer_all(ok("b"))}});
    auto const transport = to<Driver>(server);
    reply(*transport);
    failure(*transport);
    BOOST_TEST(server.requests().size() == 2u);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_connection_that_breaks_during_an_upload_is_an_error_and_not_a_signal, Driver,
                              drivers) {
    static std::atomic<int> signals = 0;
    auto const before = std::signal(SIGPIPE, [](int) { ++signals; });
    scripted_server server({{expect_head(), reset()}});
    auto const e = failure(*to<Driver>(server), post(std::string(20'000'000, 'x')));
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(signals == 0);
    std::signal(SIGPIPE, before);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_signal_does_not_end_an_exchange, Driver, drivers) {
    struct sigaction interrupting {}, before {};
    interrupting.sa_handler = [](int) {};
    sigaction(SIGUSR1, &interrupting, &before); // without SA_RESTART
    scripted_server server({{expect_request(),
                             call([caller = pthread_self()] {
                                 for (int i = 0; i < 100; ++i)
                                     pthread_kill(caller, SIGUSR1);
                             }),
                             send(ok("hello"))}});
    BOOST_TEST(reply(*to<Driver>(server)).body == "hello");
    sigaction(SIGUSR1, &before, nullptr);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_refused_connection_is_an_error_that_names_the_address_and_was_not_processed, Driver, drivers) {
    test::deaf_port const gone;
    auto const e = failure(*Driver::make({.base_url = gone.url()}).value());
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(e.message == "Connection refused while connecting to " + gone.authority());
    BOOST_TEST(e.advice().starts_with("Check host and port in client_config::base_url, and firewalls"));
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_host_name_is_looked_up_and_its_addresses_are_tried_in_turn, Driver, drivers) {
    scripted_server server({{answer_all(ok("a"))}}); // on 127.0.0.1 only, and localhost may be ::1 first
    auto const transport = Driver::make({.base_url = server.base_url("localhost")}).value();
    BOOST_TEST(reply(*transport).body == "a");
    BOOST_TEST(reply(*transport).body == "a");
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_host_that_does_not_exist_is_an_error_of_resolving, Driver, drivers) {
    auto const transport = Driver::make({.base_url = "http://no-such-host.invalid"}).value();
    auto const e = failure(*transport);
    BOOST_TEST(mentions(e, "while resolving the host of no-such-host.invalid:80"));
    BOOST_TEST(e.advice().starts_with("Check the host in client_config::base_url, and this machine's DNS"));
    BOOST_TEST(!e.may_have_executed);
}

// --- time

BOOST_AUTO_TEST_CASE_TEMPLATE(a_host_that_drops_connection_attempts_is_a_timeout_while_connecting, Driver, drivers) {
    asio::io_context io;
    asio::ip::tcp::acceptor full(io);
    full.open(asio::ip::tcp::v4());
    full.bind({asio::ip::make_address("127.0.0.1"), 0});
    full.listen(0);
    auto const here = full.local_endpoint();
    std::list<asio::ip::tcp::socket> waiting; // the kernel accepts no more attempts than its queue holds
    for (int i = 0; i < 4; ++i)
        waiting.emplace_back(io).async_connect(here, [](boost::system::error_code) {});
    auto const url = "http://127.0.0.1:" + std::to_string(here.port());
    auto const e = failure(*Driver::make({.base_url = url, .connect_timeout = 50ms}).value());
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(e.message == "timeout (50 ms) while connecting to " + url.substr(7));
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_server_that_never_responds_is_a_timeout_while_waiting, Driver, drivers) {
    scripted_server server({{expect_request()}});
    auto const e = failure(*to<Driver>(server), post("x"), {.timeout = 300ms});
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(e.message == "timeout (300 ms) while waiting for the response of " + server.authority());
    BOOST_TEST(e.may_have_executed);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_server_that_stops_in_the_middle_of_its_response_is_a_timeout_while_receiving, Driver, drivers) {
    scripted_server server({{expect_request(), send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")}});
    auto const e = failure(*to<Driver>(server), get(), {.timeout = 300ms});
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(e.message == "timeout (300 ms) while receiving the response of " + server.authority());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_server_that_falls_silent_is_an_idle_timeout_long_before_the_other_one, Driver, drivers) {
    scripted_server server({{expect_request(), send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe")}});
    auto const e = failure(*to<Driver>(server), get(), {.timeout = 1h, .idle_timeout = 300ms});
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(e.message == "idle timeout (300 ms) while receiving the response of " + server.authority());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_server_that_does_not_begin_to_respond_is_a_first_byte_timeout, Driver, drivers) {
    for (std::size_t const size : {std::size_t(1), std::size_t(5'000'000)}) { // at once, and after waiting
        scripted_server server({{expect_request()}});
        auto const e = failure(*to<Driver>(server), post(std::string(size, 'x')),
                               {.timeout = 1h, .idle_timeout = 1h, .first_byte_timeout = 200ms});
        BOOST_TEST((e.kind == error_kind::timeout));
        BOOST_TEST(e.message == "timeout (200 ms) while waiting for the response of " + server.authority());
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_server_that_never_stops_sending_does_not_outlive_the_timeout, Driver, drivers) {
    scripted_server server({{expect_request(), [](peer& p, scripted_server&) {
                                 while (p.write("HTTP/1.1 100 Continue\r\n\r\n"))
                                     ;
                                 return false;
                             }}});
    BOOST_TEST((failure(*to<Driver>(server), get(), {.timeout = 50ms}).kind == error_kind::timeout));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_server_that_does_not_read_is_a_timeout_while_sending, Driver, drivers) {
    std::promise<void> over;
    scripted_server server({{call([done = over.get_future().share()] { done.wait(); })}});
    auto const e = failure(*to<Driver>(server), post(std::string(50'000'000, 'x')), {.timeout = 300ms});
    over.set_value();
    BOOST_TEST(e.message == "timeout (300 ms) while sending the request to " + server.authority());
    BOOST_TEST(e.may_have_executed);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_timeout_of_zero_fails_at_once_and_nothing_is_processed, Driver, drivers) {
    scripted_server server({{answer_all(ok("a"))}});
    auto const e = failure(*to<Driver>(server), get(), {.timeout = 0ms});
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_negative_timeout_fails_at_once_whatever_is_at_hand, Driver, drivers) {
    scripted_server server({{answer_all(ok("a"))}});
    auto const transport = to<Driver>(server);
    reply(*transport); // leaves an idle connection
    for (auto const timeout : {-1ms, std::chrono::milliseconds::min()}) {
        auto const e = failure(*transport, get(), {.timeout = timeout});
        BOOST_TEST((e.kind == error_kind::timeout));
        BOOST_TEST(!e.may_have_executed);
        auto const late = failure(*to<Driver>(server, {.connect_timeout = timeout}));
        BOOST_TEST((late.kind == error_kind::timeout));
        BOOST_TEST(!late.may_have_executed);
    }
    BOOST_TEST(server.requests().size() == 1u);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(the_longest_durations_are_no_limits, Driver, drivers) {
    scripted_server server({{answer_all(ok("a"))}});
    http::exchange_options const forever{.timeout = std::chrono::milliseconds::max()};
    for (auto const& url : {server.base_url(), server.base_url("localhost")}) {
        auto const transport = Driver::make({.base_url = url,
                                                           .connect_timeout = std::chrono::milliseconds::max(),
                                                           .idle_timeout = std::chrono::seconds::max()})
                                   .value();
        for (int i = 0; i < 2; ++i) {
            recording_sink sink;
            BOOST_TEST(transport->exchange(get(), sink, forever).has_value());
        }
    }
    BOOST_TEST(server.connections() == 2); // idle connections are kept
}

BOOST_AUTO_TEST_CASE_TEMPLATE(after_a_timeout_the_connection_is_not_reused, Driver, drivers) {
    scripted_server server({{expect_request(), send(ok("a")), expect_request()}, {answer_all(ok("b"))}});
    auto const transport = to<Driver>(server);
    reply(*transport);
    failure(*transport, get(), {.timeout = 50ms});
    BOOST_TEST(reply(*transport).body == "b");
}

// --- threads

BOOST_AUTO_TEST_CASE_TEMPLATE(many_threads_share_one_transport, Driver, drivers) {
    scripted_server server({{answer_all(ok("hello"))}});
    auto const transport = to<Driver>(server);
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                recording_sink sink;
                if (transport->exchange(post("x"), sink, {}) && sink.body == "hello")
                    ++good;
            }
        });
    for (auto& thread : threads)
        thread.join();
    BOOST_TEST(good == 400);
    BOOST_TEST(server.requests().size() == 400u);
    BOOST_TEST(server.connections() <= 8);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_unusable_base_url_is_a_validation_error, Driver, drivers) {
    auto const made = Driver::make({.base_url = "open.feishu.cn"});
    BOOST_TEST_REQUIRE(made.has_error());
    BOOST_TEST((made.error().kind == error_kind::validation));
    BOOST_TEST(made.error().field == "base_url");
}

BOOST_AUTO_TEST_SUITE_END()
