// webhook_server over loopback sockets.

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/emulator/impl/net/certificate.hpp>
#include <feishu/event/impl/crypto.hpp>
#include <feishu/event/webhook_server.hpp>

#include "dispatching.hpp"

using namespace dispatching;
namespace asio = boost::asio;
using receive_v1 = feishu::im::v1::message::receive_v1;

namespace {

// A connection on which the test sends raw HTTP.
class peer {
public:
    explicit peer(std::uint16_t port) : socket_(context_) {
        socket_.connect({asio::ip::address_v4::loopback(), port});
    }
    void send(std::string_view bytes) { asio::write(socket_, asio::buffer(bytes.data(), bytes.size())); }
    // Reads until the server closes the connection.
    std::string rest() {
        std::string out;
        boost::system::error_code ended;
        asio::read(socket_, asio::dynamic_buffer(out), ended);
        return out;
    }
    std::string until(std::string_view mark) {
        std::string out;
        asio::read_until(socket_, asio::dynamic_buffer(out), std::string(mark));
        return out;
    }
    asio::ip::tcp::socket& socket() { return socket_; }

private:
    asio::io_context context_;
    asio::ip::tcp::socket socket_;
};

std::string post(std::string const& body, std::string const& path = "/webhook/event",
                 std::string const& more = "Connection: close\r\n") {
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + more +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

// A running server; handlers run on the dispatcher's own threads.
struct running {
    explicit running(feishu::webhook_server_params params = {}) {
        params.address = "127.0.0.1";
        on.handle<receive_v1>([this](auto const&) {
            if (gate.valid())
                gate.wait();
        });
        server = std::make_unique<feishu::webhook_server>(std::move(params), on);
        server->start();
    }
    std::string exchange(std::string const& bytes) const {
        peer one(server->port());
        one.send(bytes);
        return one.rest();
    }

    std::shared_future<void> gate{}; // handlers wait for it
    feishu::event_dispatcher on{{.verification_token = "v-token", .log = [](std::string_view) {}}};
    std::unique_ptr<feishu::webhook_server> server;
};

bool starts_with(std::string const& text, std::string_view start) { return text.starts_with(start); }

} // namespace

BOOST_AUTO_TEST_SUITE(webhook_server)

BOOST_AUTO_TEST_CASE(a_push_is_handled_and_has_its_response) {
    running it;
    auto const response = it.exchange(post(message_event("e1")));
    BOOST_TEST(starts_with(response, "HTTP/1.1 200 OK\r\n"));
    BOOST_TEST(response.ends_with("\r\n\r\n{}"));
    BOOST_TEST(it.on.stats().handled == 1u);
}

BOOST_AUTO_TEST_CASE(a_connection_carries_several_requests) {
    running it;
    peer one(it.server->port());
    for (auto const* id : {"e1", "e2", "e3"}) {
        one.send(post(message_event(id), "/webhook/event?from=x", ""));
        BOOST_TEST(starts_with(one.until("{}"), "HTTP/1.1 200 OK\r\n"));
    }
    BOOST_TEST(it.on.stats().handled == 3u);
}

BOOST_AUTO_TEST_CASE(unverified_requests_get_a_status_without_a_reason) {
    running it;
    auto const response = it.exchange(post(message_event("e1", "om_1", "w-token")));
    BOOST_TEST(starts_with(response, "HTTP/1.1 403 Forbidden\r\n"));
    BOOST_TEST(response.ends_with("\r\n\r\n"));
    BOOST_TEST(starts_with(it.exchange(post("{}", "/other")), "HTTP/1.1 404 "));
    BOOST_TEST(starts_with(it.exchange("GET /webhook/event HTTP/1.1\r\nConnection: close\r\n\r\n"),
                           "HTTP/1.1 405 "));
    auto const garbage = it.exchange("what is this\r\n\r\n");
    BOOST_TEST(starts_with(garbage, "HTTP/1.1 400 "));
    BOOST_TEST(garbage.ends_with("\r\n\r\n"));
}

BOOST_AUTO_TEST_CASE(health_checks_use_get) {
    running it;
    auto const response = it.exchange("GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n");
    BOOST_TEST(starts_with(response, "HTTP/1.1 200 OK\r\n"));
    BOOST_TEST(response.ends_with("ok\n"));
    BOOST_TEST(starts_with(it.exchange(post("", "/healthz")), "HTTP/1.1 405 "));
    running without({.health_path = ""});
    BOOST_TEST(
        starts_with(without.exchange("GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n"), "HTTP/1.1 404 "));
}

BOOST_AUTO_TEST_CASE(headers_and_bodies_above_their_limits_are_rejected) {
    running it({.max_header_bytes = 1000, .checks = {.max_body_bytes = 1000}});
    BOOST_TEST(starts_with(it.exchange("POST / HTTP/1.1\r\nX: " + std::string(2000, 'x') + "\r\n\r\n"),
                           "HTTP/1.1 431 "));
    BOOST_TEST(starts_with(it.exchange(post(std::string(1001, ' '))), "HTTP/1.1 413 "));
    std::string const chunked = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n";
    BOOST_TEST(starts_with(it.exchange(chunked + std::string(2000, ' ') + "\r\n0\r\n\r\n"), "HTTP/1.1 413 "));
}

BOOST_AUTO_TEST_CASE(a_sender_that_expects_100_continue_gets_it) {
    running it;
    peer one(it.server->port());
    auto const whole =
        post(message_event("e1"), "/webhook/event", "Expect: 100-continue\r\nConnection: close\r\n");
    auto const body = whole.find("\r\n\r\n") + 4;
    one.send(whole.substr(0, body));
    BOOST_TEST(one.until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    one.send(whole.substr(body));
    BOOST_TEST(starts_with(one.rest(), "HTTP/1.1 200 OK\r\n"));
}

BOOST_AUTO_TEST_CASE(a_peer_that_sends_too_slowly_or_nothing_is_disconnected) {
    running it({.header_timeout = 50ms, .body_timeout = 50ms, .idle_timeout = 50ms});
    BOOST_TEST(it.exchange("") == "");
    BOOST_TEST(it.exchange("POST / HTTP/1.1\r\nX: y\r\n") == "");
    BOOST_TEST(it.exchange("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n12345") == "");
}

BOOST_AUTO_TEST_CASE(connections_above_the_limit_are_closed_at_once) {
    running it({.max_connections = 1});
    peer first(it.server->port());
    BOOST_TEST(it.exchange("") == "");
    first.send(post(message_event("e1")));
    BOOST_TEST(starts_with(first.rest(), "HTTP/1.1 200 OK\r\n"));
}

BOOST_AUTO_TEST_CASE(https_needs_a_certificate_and_its_key) {
    auto const identity = feishu::emulator::make_loopback_identity().value();
    running it({.certificate_pem = identity.certificate, .key_pem = identity.key});
    asio::ssl::context trust(asio::ssl::context::tls_client);
    trust.add_certificate_authority(asio::buffer(identity.ca));
    trust.set_verify_mode(asio::ssl::verify_peer);
    peer one(it.server->port());
    asio::ssl::stream<asio::ip::tcp::socket&> secure(one.socket(), trust);
    secure.handshake(asio::ssl::stream_base::client);
    asio::write(secure, asio::buffer(post(message_event("e1"))));
    std::string response;
    boost::system::error_code ended;
    asio::read(secure, asio::dynamic_buffer(response), ended);
    BOOST_TEST(starts_with(response, "HTTP/1.1 200 OK\r\n"));
}

BOOST_AUTO_TEST_CASE(a_server_that_cannot_listen_throws) {
    running it;
    auto const another = [&](feishu::webhook_server_params params) {
        feishu::webhook_server const server(std::move(params), it.on);
    };
    auto const of_kind = [](feishu::error_kind kind, std::string field) {
        return [=](feishu::exception const& e) { return e.error().kind == kind && e.error().field == field; };
    };
    using kind = feishu::error_kind;
    BOOST_CHECK_EXCEPTION(another({.port = it.server->port(), .address = "127.0.0.1"}), feishu::exception,
                          of_kind(kind::transport, ""));
    BOOST_CHECK_EXCEPTION(another({.address = "nowhere"}), feishu::exception, of_kind(kind::transport, ""));
    BOOST_CHECK_EXCEPTION(another({.certificate_pem = "x", .key_pem = "x"}), feishu::exception,
                          of_kind(kind::validation, "certificate_pem"));
    BOOST_CHECK_EXCEPTION(another({.certificate_file = "/nonexistent"}), feishu::exception,
                          of_kind(kind::validation, "certificate_file"));
    auto const identity = feishu::emulator::make_loopback_identity().value();
    BOOST_CHECK_EXCEPTION(another({.certificate_pem = identity.certificate}), feishu::exception,
                          of_kind(kind::validation, "key_pem"));
}

BOOST_AUTO_TEST_CASE(a_stopped_server_finishes_the_requests_in_progress) {
    running it;
    std::promise<void> proceed;
    it.gate = proceed.get_future().share();
    peer busy(it.server->port()), idle(it.server->port());
    busy.send(post(message_event("e1"), "/webhook/event", ""));
    while (it.on.stats().received == 0)
        std::this_thread::yield();
    it.server->stop();
    BOOST_TEST(idle.rest() == "");
    proceed.set_value();
    auto const response = busy.rest();
    BOOST_TEST(starts_with(response, "HTTP/1.1 200 OK\r\n"));
    BOOST_TEST((response.find("Connection: close") != std::string::npos));
    it.server.reset();
}

BOOST_AUTO_TEST_CASE(run_returns_when_the_server_is_stopped) {
    feishu::event_dispatcher on{{.verification_token = "v-token"}};
    feishu::webhook_server server({.address = "127.0.0.1"}, on);
    std::thread other([&] {
        peer one(server.port()); // the server listens before run()
        one.send("GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n");
        one.rest();
        server.stop();
    });
    server.run();
    other.join();
}

BOOST_AUTO_TEST_CASE(an_exception_while_handling_a_request_is_a_500_and_the_server_continues) {
    running it({.checks = {.now = []() -> std::chrono::system_clock::time_point { throw 7; }}});
    std::string const card =
        R"({"open_id":"ou_1","token":"c-1","action":{}})"; // signed, so that the clock is read
    auto const signature = feishu::event_crypto::card_signature("1", "nonce", "v-token", card);
    BOOST_TEST(starts_with(it.exchange(post(card, "/webhook/event",
                                            "Connection: close\r\nX-Lark-Request-Timestamp: 1\r\n"
                                            "X-Lark-Request-Nonce: nonce\r\nX-Lark-Signature: " +
                                                signature + "\r\n")),
                           "HTTP/1.1 500 "));
    BOOST_TEST(starts_with(it.exchange(post(message_event("e2"))), "HTTP/1.1 200 "));
    it.server.reset();
}

BOOST_AUTO_TEST_CASE(a_dropped_job_is_a_500_and_the_server_can_stop) {
    feishu::event_dispatcher on{{.verification_token = "v-token",
                                 .log = [](std::string_view) {},
                                 .executor = [](std::function<void()>) {}}};
    on.handle<receive_v1>([](auto const&) {});
    feishu::webhook_server server({.address = "127.0.0.1"}, on);
    server.start();
    peer one(server.port());
    one.send(post(message_event("e1")));
    BOOST_TEST(starts_with(one.rest(), "HTTP/1.1 500 "));
}

BOOST_AUTO_TEST_CASE(a_server_that_never_ran_can_be_destroyed) {
    feishu::event_dispatcher on{{.verification_token = "v-token"}};
    feishu::webhook_server server({.address = "127.0.0.1"}, on);
    BOOST_TEST(server.port() != 0);
    server.stop();
}

BOOST_AUTO_TEST_SUITE_END()
