#include <feishu/http/transport.hpp>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <future>

#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "../mentions.hpp"
#include "drivers.hpp"
#include "scripted_server.hpp"
#include "test_certificate.hpp"

using namespace std::chrono_literals;
using namespace test;
using feishu::error_kind;
namespace http = feishu::http;

namespace {

certificate const& identity() {
    static certificate const made = make_certificate("IP:127.0.0.1,DNS:localhost");
    return made;
}

template <class Driver>
feishu::result<void> exchange(http::transport_params params, recording_sink& sink) {
    return Driver::make(std::move(params)).value()->exchange({.target = "/x"}, sink, {});
}

} // namespace

BOOST_AUTO_TEST_SUITE(transport_tls)

BOOST_AUTO_TEST_CASE_TEMPLATE(a_certificate_of_the_given_authority_is_accepted_and_its_connection_kept, Driver, drivers) {
    scripted_server server({{answer_all(ok("hello"))}}, server_tls(identity()));
    auto const transport =
        Driver::make({.base_url = server.base_url(), .ca_pem = identity().pem}).value();
    for (int i = 0; i < 3; ++i) {
        recording_sink sink;
        auto const done = transport->exchange({.target = "/x"}, sink, {});
        BOOST_TEST_REQUIRE(done.has_value(), (done ? "" : done.error().to_string()));
        BOOST_TEST(sink.body == "hello");
    }
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(the_authority_may_come_from_a_file, Driver, drivers) {
    auto const path = "feishu_test_ca_" + std::to_string(::getpid()) + ".pem";
    std::ofstream(path) << identity().pem;
    scripted_server server({{answer_all(ok("hello"))}}, server_tls(identity()));
    recording_sink sink;
    BOOST_TEST(exchange<Driver>({.base_url = server.base_url(), .ca_file = path}, sink).has_value());
    std::remove(path.c_str());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(large_bodies_go_both_ways, Driver, drivers) {
    std::string const body(500'000, 'x');
    scripted_server server({{answer_all(ok(body))}}, server_tls(identity()));
    auto const transport =
        Driver::make({.base_url = server.base_url(), .ca_pem = identity().pem}).value();
    recording_sink sink;
    BOOST_TEST(transport->exchange({.method = feishu::verb::post, .target = "/x", .body = body}, sink, {})
                   .has_value());
    BOOST_TEST((sink.body == body));
    BOOST_TEST(server.requests().at(0).ends_with("\r\n\r\n" + body));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_certificate_of_an_unknown_authority_is_refused, Driver, drivers) {
    scripted_server server({{answer_all(ok("hello"))}}, server_tls(identity()));
    for (auto const& authority : {std::string(), make_certificate("IP:127.0.0.1").pem}) {
        auto const e = failure<Driver>({.base_url = server.base_url(), .ca_pem = authority});
        BOOST_TEST((e.kind == error_kind::transport));
        BOOST_TEST(mentions(e, "certificate verify failed"));
        BOOST_TEST(e.advice().find("client_config::ca_file") != e.advice().npos);
        BOOST_TEST(mentions(e, "during the TLS handshake with " + server.authority()));
        BOOST_TEST(!e.may_have_executed);
    }
    BOOST_TEST(server.requests().empty());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_certificate_for_another_name_or_address_is_refused, Driver, drivers) {
    auto const other = make_certificate("IP:127.0.0.2,DNS:other.example,DNS:*.localhost");
    scripted_server server({{answer_all(ok("hello"))}}, server_tls(other));
    auto const by_address = failure<Driver>({.base_url = server.base_url(), .ca_pem = other.pem});
    BOOST_TEST(mentions(by_address, "IP address mismatch"));
    auto const by_name = failure<Driver>({.base_url = server.base_url("localhost"), .ca_pem = other.pem});
    BOOST_TEST(mentions(by_name, "hostname mismatch"));
    BOOST_TEST(server.requests().empty());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_name_is_verified_and_sent_to_the_server, Driver, drivers) {
    std::string seen;
    auto const tls = server_tls(make_certificate("DNS:localhost"));
    SSL_CTX_set_tlsext_servername_arg(tls->native_handle(), &seen);
    SSL_CTX_set_tlsext_servername_callback(
        tls->native_handle(), +[](SSL* ssl, int*, void* out) {
            if (auto const* name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name))
                *static_cast<std::string*>(out) = name;
            return SSL_TLSEXT_ERR_OK;
        });
    scripted_server server({{answer_all(ok("hello"))}}, tls);
    std::string const pem = [&] {
        std::unique_ptr<BIO, test::detail::deleter<&BIO_free>> const out(BIO_new(BIO_s_mem()));
        PEM_write_bio_X509(out.get(), SSL_CTX_get0_certificate(tls->native_handle()));
        return test::detail::text_of(out.get());
    }();
    recording_sink sink;
    BOOST_TEST(exchange<Driver>({.base_url = server.base_url("localhost"), .ca_pem = pem}, sink).has_value());
    BOOST_TEST(seen == "localhost");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_server_without_tls_1_2_is_refused, Driver, drivers) {
    auto const tls = server_tls(identity());
    SSL_CTX_set_security_level(tls->native_handle(), 0);
    SSL_CTX_set_min_proto_version(tls->native_handle(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(tls->native_handle(), TLS1_1_VERSION);
    scripted_server server({{answer_all(ok("hello"))}}, tls);
    auto const e = failure<Driver>({.base_url = server.base_url(), .ca_pem = identity().pem});
    BOOST_TEST(mentions(e, "during the TLS handshake"));
    BOOST_TEST(server.requests().empty());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_tls_1_2_server_works, Driver, drivers) {
    auto const tls = server_tls(identity());
    SSL_CTX_set_max_proto_version(tls->native_handle(), TLS1_2_VERSION);
    scripted_server server({{answer_all(ok("hello"))}}, tls);
    recording_sink sink;
    BOOST_TEST(exchange<Driver>({.base_url = server.base_url(), .ca_pem = identity().pem}, sink).has_value());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_server_without_tls_is_an_error_of_the_handshake, Driver, drivers) {
    scripted_server server({{send("SSH-2.0-OpenSSH_9.2 and so on\r\n")}});
    auto const e = failure<Driver>({.base_url = "https" + server.base_url().substr(4)});
    BOOST_TEST(e.advice() ==
               "The server does not speak TLS at this port: check scheme and port in client_config::base_url.");
    BOOST_TEST((e.kind == error_kind::transport));
    BOOST_TEST(mentions(e, "during the TLS handshake with " + server.authority()));
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_server_silent_in_the_handshake_is_a_timeout_of_the_handshake, Driver, drivers) {
    scripted_server server({scripted_server::script()});
    auto const e = failure<Driver>({.base_url = "https" + server.base_url().substr(4), .tls_handshake_timeout = 300ms});
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST(e.message == "timeout (300 ms) during the TLS handshake with " + server.authority());
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_that_ends_without_close_notify_may_be_truncated_and_is_an_error, Driver, drivers) {
    scripted_server server({{expect_request(), send("HTTP/1.1 200 OK\r\n\r\nhello"), close()}},
                           server_tls(identity()));
    auto const e = failure<Driver>({.base_url = server.base_url(), .ca_pem = identity().pem});
    BOOST_TEST(mentions(e, "connection closed by the server"));
    BOOST_TEST(mentions(e, "after 5 bytes"));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_tls_connection_that_breaks_during_an_upload_is_an_error_and_not_a_signal, Driver,
                              drivers) {
    static std::atomic<int> signals = 0;
    auto const before = std::signal(SIGPIPE, [](int) { ++signals; });
    scripted_server server({{expect_head(), reset()}}, server_tls(identity()));
    auto const transport = Driver::make({.base_url = server.base_url(), .ca_pem = identity().pem}).value();
    recording_sink sink;
    auto const done = transport->exchange(
        {.method = feishu::verb::post, .target = "/x", .body = std::string(20'000'000, 'x')}, sink, {});
    BOOST_TEST_REQUIRE(done.has_error());
    BOOST_TEST((done.error().kind == error_kind::transport));
    BOOST_TEST(signals == 0);
    std::signal(SIGPIPE, before);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_tls_server_that_does_not_read_is_a_timeout_while_sending, Driver, drivers) {
    std::promise<void> over;
    scripted_server server({{call([done = over.get_future().share()] { done.wait(); })}}, server_tls(identity()));
    auto const transport = Driver::make({.base_url = server.base_url(), .ca_pem = identity().pem}).value();
    recording_sink sink;
    auto const done = transport->exchange(
        {.method = feishu::verb::post, .target = "/x", .body = std::string(50'000'000, 'x')}, sink,
        {.timeout = 300ms});
    over.set_value();
    BOOST_TEST_REQUIRE(done.has_error());
    BOOST_TEST(done.error().message == "timeout (300 ms) while sending the request to " + server.authority());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_tls_response_split_at_every_byte_is_the_same_response, Driver, drivers) {
    scripted_server server({{expect_request(), send_byte_by_byte(ok("hello"))}}, server_tls(identity()));
    recording_sink sink;
    BOOST_TEST(exchange<Driver>({.base_url = server.base_url(), .ca_pem = identity().pem}, sink).has_value());
    BOOST_TEST(sink.body == "hello");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_encrypted_certificate_is_refused_without_a_question_on_the_terminal, Driver,
                              drivers) {
    auto const made = Driver::make({.base_url = "https://h",
                                    .ca_pem = "-----BEGIN CERTIFICATE-----\nProc-Type: 4,ENCRYPTED\n"
                                              "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n"
                                              "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
                                              "-----END CERTIFICATE-----\n"});
    BOOST_TEST_REQUIRE(made.has_error());
    BOOST_TEST(made.error().field == "ca_pem");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_call_after_the_server_closed_the_idle_connection_works, Driver, drivers) {
    scripted_server server({{expect_request(), send(ok("a")), close()}, {answer_all(ok("b"))}},
                           server_tls(identity()));
    auto const transport =
        Driver::make({.base_url = server.base_url(), .ca_pem = identity().pem}).value();
    for (auto const* expected : {"a", "b"}) {
        recording_sink sink;
        BOOST_TEST(transport->exchange({.target = "/x"}, sink, {}).has_value());
        BOOST_TEST(sink.body == expected);
    }
}

// What a server may leave on an idle connection, in the same segment as the response or later.
BOOST_AUTO_TEST_CASE_TEMPLATE(what_arrives_on_an_idle_connection_makes_it_unusable, Driver, drivers) {
    using step = scripted_server::step;
    step const close_notify = [](peer& p, scripted_server&) { return p.close_notify(); };
    step const half_close = [](peer& p, scripted_server&) {
        p.shutdown(asio::socket_base::shutdown_send);
        return true;
    };
    std::pair<char const*, step> const cases[] = {{"close_notify", close_notify},
                                                  {"half-close", half_close},
                                                  {"close", test::close()},
                                                  {"reset", test::reset()},
                                                  {"stray bytes", send("HTTP/1.1 408 Request Timeout\r\n\r\n")}};
    for (bool const tls : {false, true}) {
        for (auto const& [name, leave] : cases) {
            if (!tls && std::string_view(name) == "close_notify")
                continue;
            BOOST_TEST_CONTEXT(name << (tls ? " over TLS" : "")) {
                std::promise<void> left;
                scripted_server server({{expect_request(), send(ok("a")),
                                         [&, leave = leave](peer& p, scripted_server& s) {
                                             leave(p, s);
                                             left.set_value();
                                             return true;
                                         }},
                                        {answer_all(ok("b"))}},
                                       tls ? server_tls(identity()) : nullptr);
                auto const transport = Driver::make({.base_url = server.base_url(), .ca_pem = identity().pem}).value();
                http::request const post{.method = feishu::verb::post, .target = "/x", .body = "x"};
                BOOST_TEST(reply(*transport, post).body == "a");
                left.get_future().wait();
                BOOST_TEST(reply(*transport, post).body == "b");
                BOOST_TEST(server.requests().size() == 2u);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_close_notify_in_the_segment_of_the_response_is_noticed, Driver, drivers) {
    scripted_server server({{expect_request(),
                             [](peer& p, scripted_server&) {
                                 p.cork(true);
                                 bool const written = p.write(ok("a")) && p.close_notify();
                                 p.cork(false);
                                 return written;
                             }},
                            {answer_all(ok("b"))}},
                           server_tls(identity()));
    auto const transport = Driver::make({.base_url = server.base_url(), .ca_pem = identity().pem}).value();
    http::request const post{.method = feishu::verb::post, .target = "/x", .body = "x"};
    BOOST_TEST(reply(*transport, post).body == "a");
    BOOST_TEST(reply(*transport, post).body == "b");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(unusable_authorities_are_validation_errors_that_name_the_setting, Driver, drivers) {
    auto const no_file = Driver::make({.base_url = "https://h", .ca_file = "no/such/file.pem"});
    BOOST_TEST_REQUIRE(no_file.has_error());
    BOOST_TEST((no_file.error().kind == error_kind::validation));
    BOOST_TEST(no_file.error().field == "ca_file");
    for (auto const* text : {"rubbish", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"}) {
        auto const no_pem = Driver::make({.base_url = "https://h", .ca_pem = text});
        BOOST_TEST_REQUIRE(no_pem.has_error());
        BOOST_TEST((no_pem.error().kind == error_kind::validation));
        BOOST_TEST(no_pem.error().field == "ca_pem");
    }
}

BOOST_AUTO_TEST_SUITE_END()
