#include <feishu/http/impl/server.hpp>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <atomic>
#include <csignal>
#include <future>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <boost/test/unit_test.hpp>

#include "test_certificate.hpp"

using namespace std::chrono_literals;
namespace asio = boost::asio;
namespace http = feishu::http;
using asio::ip::tcp;
using feishu::error_kind;
using http::detail::served_request;
using http::detail::served_response;

namespace {

/// A connection on which the test sends raw bytes.
class peer {
public:
    explicit peer(std::uint16_t port) : peer() { connect(port); }
    peer() { socket_.open(tcp::v4()); }

    void connect(std::uint16_t port) { socket_.connect({asio::ip::address_v4::loopback(), port}); }
    void send(std::string const& text) { asio::write(socket_, asio::buffer(text)); }
    /// Reads until the server closes the connection.
    std::string rest() {
        std::string out;
        boost::system::error_code ended;
        asio::read(socket_, asio::dynamic_buffer(out), ended);
        return out;
    }
    /// The head of a response without a body.
    std::string head() {
        std::string out;
        boost::system::error_code ended;
        asio::read_until(socket_, asio::dynamic_buffer(out), "\r\n\r\n", ended);
        return out;
    }
    int descriptor() { return socket_.native_handle(); }

private:
    asio::io_context context_;
    tcp::socket socket_{context_};
};

std::string const get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
std::string const last_get = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

/// Responds with 204 unless it is made to fail.
struct test_service : http::detail::service {
    asio::awaitable<served_response> respond(served_request request) override {
        if (request.target() == "/throw")
            throw std::runtime_error("broken handler");
        if (request.target() == "/split")
            co_return http::detail::make_response(200, {{"X-Name", "a\r\nSet-Cookie: b"}}, {});
        if (request.target() == "/throw-int")
            throw 42;
        co_return http::detail::make_response(204, {}, {});
    }
    bool is_upgrade(served_request const& request) override { return request.target() == "/upgrade"; }
    asio::awaitable<void> upgrade(http::detail::byte_stream&, served_request const&) override {
        throw std::runtime_error("broken upgrade");
        co_return;
    }
    void drain() override { ++drained; }
    std::atomic<int> drained = 0;
};

struct log_lines {
    void add(std::string const& line) {
        std::lock_guard const lock(mutex);
        lines.push_back(line);
    }
    bool mentions(std::string const& text) const {
        std::lock_guard const lock(mutex);
        return std::ranges::any_of(lines, [&](auto const& line) { return line.find(text) != line.npos; });
    }
    mutable std::mutex mutex;
    std::vector<std::string> lines;
};

struct running {
    explicit running(http::detail::server_params params = {}) : server(with_log(std::move(params)), service) {
        server.start();
    }
    http::detail::server_params with_log(http::detail::server_params params) {
        if (!params.log)
            params.log = [this](std::string const& line) { log.add(line); };
        return params;
    }
    bool serves() {
        peer one(server.port());
        one.send(last_get);
        return one.rest().starts_with("HTTP/1.1 204");
    }

    log_lines log;
    test_service service;
    http::detail::server server;
};

} // namespace

BOOST_AUTO_TEST_SUITE(server)

BOOST_AUTO_TEST_CASE(a_connection_carries_several_requests) {
    running here;
    peer one(here.server.port());
    for (int i = 0; i < 3; ++i) {
        one.send(get);
        BOOST_TEST(one.head().starts_with("HTTP/1.1 204"));
    }
}

BOOST_AUTO_TEST_CASE(a_request_handler_that_throws_is_a_500_and_the_connection_goes_on) {
    running here;
    peer one(here.server.port());
    for (std::string const target : {"/throw", "/throw-int"}) {
        one.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
        BOOST_TEST(one.head().starts_with("HTTP/1.1 500"));
    }
    one.send(last_get);
    BOOST_TEST(one.rest().starts_with("HTTP/1.1 204"));
    BOOST_TEST(here.log.mentions("broken handler"));
    BOOST_TEST(here.log.mentions("unknown exception"));
}

BOOST_AUTO_TEST_CASE(a_response_field_that_would_inject_others_is_a_500) {
    running here;
    peer one(here.server.port());
    one.send("GET /split HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    auto const text = one.rest();
    BOOST_TEST(text.starts_with("HTTP/1.1 500"));
    BOOST_TEST(text.find("Set-Cookie") == std::string::npos);
    BOOST_TEST(here.log.mentions("malformed name or value"));
}

BOOST_AUTO_TEST_CASE(an_upgrade_that_throws_ends_only_its_connection) {
    running here;
    peer one(here.server.port());
    one.send("GET /upgrade HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(one.rest() == "");
    BOOST_TEST(here.serves());
    BOOST_TEST(here.log.mentions("broken upgrade"));
}

BOOST_AUTO_TEST_CASE(a_log_that_throws_is_ignored) {
    running here({.log = [](std::string const&) { throw std::runtime_error("log"); }});
    peer one(here.server.port());
    one.send("GET /throw HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    BOOST_TEST(one.rest().starts_with("HTTP/1.1 500"));
    BOOST_TEST(here.serves());
}

BOOST_AUTO_TEST_CASE(a_handler_in_the_context_that_throws_does_not_end_a_thread) {
    running here({.threads = 1});
    asio::post(here.server.context(), [] { throw std::runtime_error("stray handler"); });
    BOOST_TEST(here.serves());
    BOOST_TEST(here.log.mentions("stray handler"));
}

BOOST_AUTO_TEST_CASE(connections_above_the_limit_are_closed_and_the_next_ones_are_served) {
    running here({.max_connections = 1});
    {
        peer first(here.server.port());
        first.send(get);
        BOOST_TEST(first.head().starts_with("HTTP/1.1 204"));
        BOOST_TEST(peer(here.server.port()).rest() == "");
        first.send(last_get);
        BOOST_TEST(first.rest().starts_with("HTTP/1.1 204"));
    }
    while (!here.serves()) // the session ends a moment after its last byte
        std::this_thread::yield();
}

BOOST_AUTO_TEST_CASE(a_failed_tls_handshake_ends_only_its_connection) {
    auto const identity = test::make_certificate("IP:127.0.0.1");
    running here({.identity = {.certificate_pem = identity.pem, .key_pem = identity.key_pem}});
    for (int i = 0; i < 3; ++i) {
        peer plain(here.server.port());
        plain.send(get);
        BOOST_TEST(plain.rest().find("HTTP/1.1 204") == std::string::npos);
    }
    asio::io_context context;
    asio::ssl::context tls(asio::ssl::context::tls_client);
    asio::ssl::stream<tcp::socket> client(context, tls);
    client.next_layer().connect({asio::ip::address_v4::loopback(), here.server.port()});
    client.handshake(asio::ssl::stream_base::client);
    asio::write(client, asio::buffer(last_get));
    std::string text;
    boost::system::error_code ended;
    asio::read(client, asio::dynamic_buffer(text), ended);
    BOOST_TEST(text.starts_with("HTTP/1.1 204"));
}

// --- accepting

namespace {

/// A listener with a thread.
struct listening {
    template <class Start>
    explicit listening(Start start) {
        listener.open("127.0.0.1", 0).value();
        listener.accept(std::move(start), [this](std::string const& line) { log.add(line); });
        thread = std::thread([this] { context.run(); });
    }
    ~listening() {
        listener.close();
        thread.join();
    }
    log_lines log;
    asio::io_context context;
    http::detail::listener listener{context};
    std::thread thread;
};

// Every descriptor that this process may have is in use.
class no_descriptors {
public:
    explicit no_descriptors(int open) {
        getrlimit(RLIMIT_NOFILE, &before_);
        rlimit few = before_;
        few.rlim_cur = 64; // more than this program has open, less than takes a while to use up
        setrlimit(RLIMIT_NOFILE, &few);
        for (int copy = dup(open); copy >= 0; copy = dup(open))
            copies_.push_back(copy);
    }
    ~no_descriptors() {
        setrlimit(RLIMIT_NOFILE, &before_);
        for (auto const copy : copies_)
            close(copy);
    }
    no_descriptors(no_descriptors const&) = delete;
    no_descriptors& operator=(no_descriptors const&) = delete;

private:
    rlimit before_{};
    std::vector<int> copies_;
};

} // namespace

BOOST_AUTO_TEST_CASE(a_connection_whose_start_throws_is_closed_and_accepting_goes_on) {
    int started = 0;
    std::promise<void> third;
    listening here([&](tcp::socket) {
        ++started;
        if (started == 1)
            throw std::runtime_error("no memory for a session");
        if (started == 2)
            throw 1;
        third.set_value();
    });
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(peer(here.listener.port()).rest() == "");
    third.get_future().wait();
    BOOST_TEST(started == 3);
    BOOST_TEST(here.log.mentions("no memory for a session"));
}

BOOST_AUTO_TEST_CASE(running_out_of_descriptors_delays_connections_and_loses_none) {
    std::promise<void> accepted;
    auto connection = accepted.get_future();
    listening here([&](tcp::socket) { accepted.set_value(); });
    auto const reason = http::detail::error_code(EMFILE, boost::system::system_category()).message();
    peer early; // has its descriptor
    {
        no_descriptors const none(early.descriptor());
        early.connect(here.listener.port());
        while (!here.log.mentions("cannot accept connections: " + reason)) {
            BOOST_REQUIRE(connection.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
            std::this_thread::yield();
        }
    }
    connection.wait();
    std::lock_guard const lock(here.log.mutex);
    BOOST_TEST(here.log.lines.size() == 1u); // not one for each attempt
}

// --- durations

BOOST_AUTO_TEST_CASE(the_longest_limits_serve_as_no_limits) {
    constexpr auto forever = std::chrono::milliseconds::max();
    auto here = std::make_unique<running>(http::detail::server_params{
        .limits = {.idle_time = forever, .header_time = forever, .body_time = forever},
        .drain_time = forever});
    BOOST_TEST(here->serves());
    peer idle(here->server.port());
    idle.send(get);
    BOOST_TEST(idle.head().starts_with("HTTP/1.1 204"));
    here.reset(); // closes the idle connection instead of waiting for it
    BOOST_TEST(idle.rest() == "");
}

BOOST_AUTO_TEST_CASE(a_negative_limit_is_over_at_once) {
    running here({.limits = {.idle_time = std::chrono::milliseconds::min()},
                  .drain_time = std::chrono::milliseconds::min()});
    BOOST_TEST(peer(here.server.port()).rest() == "");
}

// --- lifetime

BOOST_AUTO_TEST_CASE(a_server_that_never_started_can_be_destroyed) {
    test_service what;
    { http::detail::server const idle({}, what); }
    BOOST_TEST(what.drained == 1);
}

BOOST_AUTO_TEST_CASE(run_returns_after_stop_and_the_port_is_free) {
    test_service what;
    http::detail::server here({}, what);
    auto const ended = std::async(std::launch::async, [&] { here.run(); });
    peer one(here.port());
    one.send(get);
    BOOST_TEST(one.head().starts_with("HTTP/1.1 204"));
    here.stop();
    ended.wait();
    BOOST_TEST(one.rest() == "");
    BOOST_TEST(what.drained >= 1);
    BOOST_CHECK_NO_THROW(http::detail::server({.port = here.port()}, what));
}

BOOST_AUTO_TEST_CASE(the_port_is_free_after_finish_even_if_no_thread_ran_the_context) {
    test_service what;
    http::detail::server here({}, what);
    here.stop();
    here.finish();
    BOOST_CHECK_NO_THROW(http::detail::server({.port = here.port()}, what));
}

BOOST_AUTO_TEST_CASE(sigterm_stops_a_server_that_watches_signals) {
    test_service what;
    http::detail::server here({.stop_on_signals = true}, what);
    here.start();
    std::raise(SIGTERM);
    here.run(); // returns: it was stopped
    BOOST_TEST(what.drained == 1);
}

BOOST_AUTO_TEST_CASE(a_server_that_cannot_listen_is_an_error) {
    running here;
    test_service what;
    BOOST_CHECK_EXCEPTION(http::detail::server({.port = here.server.port()}, what), feishu::exception,
                          [](auto const& e) { return e.error().kind == error_kind::transport; });
    BOOST_CHECK_EXCEPTION(http::detail::server({.address = "nowhere"}, what), feishu::exception,
                          [](auto const& e) { return e.error().kind == error_kind::transport; });
}

BOOST_AUTO_TEST_SUITE_END()
