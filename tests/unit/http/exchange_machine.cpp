#include <feishu/http/impl/exchange_machine.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "recording_sink.hpp"

using namespace feishu::http::detail;
using feishu::error_kind;
using feishu::verb;
namespace http = feishu::http;

namespace {

endpoint_config const& target() {
    static endpoint_config const made =
        make_endpoint_config(http::parse_base_url("http://127.0.0.1:8080").value(), {}).value();
    return made;
}

constexpr std::string_view response = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

/// A machine and the driver of a test, which knows no socket.
struct driven_exchange {
    explicit driven_exchange(http::request r = {.target = "/x"}, http::exchange_options const& options = {})
        : request(std::move(r)), machine(target(), true, request, sink, options) {}

    void connect(bool reused = false) {
        BOOST_TEST_REQUIRE((machine.next() == exchange_action::connect));
        machine.on_connected(buffers, reused);
    }
    /// Sends everything in pieces of up to `piece` bytes, and returns it.
    std::string send_all(std::size_t piece = 1u << 20) {
        std::string out;
        while (machine.next() == exchange_action::send) {
            auto const [first, second] = machine.unsent();
            auto const both = std::string(first) + std::string(second);
            BOOST_TEST_REQUIRE(!both.empty());
            auto const sent = both.substr(0, piece);
            out += sent;
            machine.on_sent({{}, sent.size()});
        }
        return out;
    }
    void receive(std::string_view text, error_code failed = {}) {
        BOOST_TEST_REQUIRE((machine.next() == exchange_action::receive));
        auto const space = machine.space();
        BOOST_TEST_REQUIRE(text.size() <= space.size());
        text.copy(static_cast<char*>(space.data()), text.size());
        machine.on_received({failed, text.size()});
    }
    feishu::error failure() {
        BOOST_TEST_REQUIRE((machine.next() == exchange_action::done));
        BOOST_TEST_REQUIRE(machine.outcome().has_error());
        BOOST_TEST(!machine.reusable());
        return machine.outcome().error();
    }

    http::request request;
    test::recording_sink sink{};
    exchange_buffers buffers{};
    exchange_machine machine;
};

struct endless_source : http::body_source {
    std::uint64_t size() const override { return 200'000; }
    std::size_t read(std::uint64_t offset, char* out, std::size_t n) const override {
        for (std::size_t i = 0; i < n; ++i)
            out[i] = static_cast<char>('a' + (offset + i) % 26);
        return n;
    }
};

error_code const was_reset = boost::system::errc::make_error_code(boost::system::errc::connection_reset);
error_code const end = boost::asio::error::eof;

} // namespace

BOOST_AUTO_TEST_SUITE(exchange_machine_)

BOOST_AUTO_TEST_CASE(a_small_request_is_one_piece) {
    driven_exchange one({.method = verb::post, .target = "/x", .body = "body"});
    one.connect();
    BOOST_TEST_REQUIRE((one.machine.next() == exchange_action::send));
    auto const [first, second] = one.machine.unsent();
    BOOST_TEST(first.ends_with("\r\n\r\nbody"));
    BOOST_TEST(second.empty());
}

BOOST_AUTO_TEST_CASE(a_large_body_is_sent_from_its_place) {
    driven_exchange one({.method = verb::post, .target = "/x", .body = std::string(100'000, 'x')});
    one.connect();
    BOOST_TEST_REQUIRE((one.machine.next() == exchange_action::send));
    auto const [first, second] = one.machine.unsent();
    BOOST_TEST(first.ends_with("\r\n\r\n"));
    BOOST_TEST((second.data() == one.request.body.data()));
    BOOST_TEST(second.size() == one.request.body.size());
}

BOOST_AUTO_TEST_CASE(a_body_that_changes_while_it_is_sent_is_never_completed) {
    struct changing_source final : endless_source {
        std::string problem() const override { return changed ? "a.pdf has been modified" : ""; }
        bool changed = false;
    };
    auto const source = std::make_shared<changing_source>();
    driven_exchange one({.method = verb::post, .target = "/x", .source = source});
    one.connect();
    BOOST_TEST_REQUIRE((one.machine.next() == exchange_action::send));
    source->changed = true;
    auto const sent = one.send_all();
    BOOST_TEST(sent.size() < 200'000u);
    auto const e = one.failure();
    BOOST_TEST((e.kind == error_kind::file));
    BOOST_TEST(e.message == "body source changed (a.pdf has been modified) while sending the request to 127.0.0.1:8080");
    BOOST_TEST(!e.may_have_executed);
}

BOOST_AUTO_TEST_CASE(a_request_is_the_same_whatever_the_size_of_writes) {
    auto source = std::make_shared<endless_source>();
    for (http::request const& request :
         {http::request{.target = "/x"}, http::request{.method = verb::post, .target = "/x", .body = "body"},
          http::request{.method = verb::post, .target = "/x", .body = std::string(30'000, 'x')},
          http::request{.method = verb::post, .target = "/x", .source = source}}) {
        std::optional<std::string> whole;
        for (std::size_t piece :
             {std::size_t(1'000'000), std::size_t(65'536), std::size_t(1'000), std::size_t(7)}) {
            driven_exchange one(request);
            one.connect();
            auto const sent = one.send_all(piece);
            if (!whole)
                whole = sent;
            BOOST_TEST((sent == *whole));
            one.receive(response);
            BOOST_TEST((one.machine.next() == exchange_action::done));
            BOOST_TEST(one.machine.reusable());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_connection_serves_one_exchange_after_the_other) {
    exchange_buffers buffers;
    for (int i = 0; i < 3; ++i) {
        driven_exchange one;
        BOOST_TEST_REQUIRE((one.machine.next() == exchange_action::connect));
        one.machine.on_connected(buffers, i != 0);
        one.send_all();
        auto const space = one.machine.space();
        std::string const text =
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nX-N: " + std::to_string(i) + "\r\n" +
            (i == 1 ? "" : "X-Long: 0123456789012345678901234567890123456789\r\n") + "\r\na";
        text.copy(static_cast<char*>(space.data()), text.size());
        one.machine.on_received({{}, text.size()});
        BOOST_TEST((one.machine.next() == exchange_action::done));
        BOOST_TEST(one.machine.reusable());
        BOOST_TEST(http::find_header(one.sink.head.headers, "X-N") == std::to_string(i));
        BOOST_TEST(one.sink.head.headers.size() == (i == 1 ? 2u : 3u));
    }
}

BOOST_AUTO_TEST_CASE(a_request_whose_first_write_fails_on_a_reused_connection_is_repeated_on_a_new_one) {
    driven_exchange one({.method = verb::post, .target = "/x", .body = "body"});
    BOOST_TEST(one.machine.may_reuse());
    one.connect(true);
    BOOST_TEST_REQUIRE((one.machine.next() == exchange_action::send));
    one.machine.on_sent({was_reset, 0});
    BOOST_TEST_REQUIRE((one.machine.next() == exchange_action::connect));
    BOOST_TEST(!one.machine.may_reuse());
    one.machine.on_connected(one.buffers, false);
    BOOST_TEST(one.send_all().ends_with("body"));
    one.receive(response);
    BOOST_TEST((one.machine.next() == exchange_action::done));
    BOOST_TEST(one.machine.outcome().has_value());
}

BOOST_AUTO_TEST_CASE(only_a_get_without_a_response_is_repeated_once_a_byte_was_sent) {
    struct {
        verb method;
        bool reused;
        std::string_view received;
        bool repeated;
    } const cases[] = {{verb::get, true, "", true},
                       {verb::get, true, "H", false},
                       {verb::get, false, "", false},
                       {verb::post, true, "", false},
                       {verb::put, true, "", false}};
    for (auto const& c : cases) {
        for (auto const& how : {was_reset, end}) {
            driven_exchange one({.method = c.method, .target = "/x"});
            one.connect(c.reused);
            one.send_all();
            one.receive(c.received, how);
            BOOST_TEST((one.machine.next() == exchange_action::connect) == c.repeated);
            if (!c.repeated)
                BOOST_TEST(one.failure().may_have_executed);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_failure_to_connect_after_a_byte_was_sent_may_have_been_executed) {
    driven_exchange one;
    one.connect(true);
    one.send_all();
    one.receive("", end);
    BOOST_TEST_REQUIRE((one.machine.next() == exchange_action::connect));
    one.machine.on_connect_failed({.message = "Connection refused", .may_have_executed = false});
    BOOST_TEST(one.failure().may_have_executed);
}

BOOST_AUTO_TEST_CASE(an_interruption_ends_the_exchange_at_every_step_and_names_the_step) {
    struct {
        interruption why;
        error_kind kind;
        std::string_view text;
    } const reasons[] = {{interruption::timeout, error_kind::timeout, "timeout (50 ms)"},
                         {interruption::idle, error_kind::timeout, "idle timeout (20 ms)"},
                         {interruption::canceled, error_kind::canceled, "canceled"}};
    constexpr std::string_view steps[] = {"while sending the request to", "while sending the request to",
                                          "while waiting for the response of",
                                          "while receiving the response of"};
    for (auto const& reason : reasons) {
        for (std::size_t step = 0; step < std::size(steps); ++step) {
            driven_exchange one({.target = "/x"}, {.timeout = std::chrono::milliseconds(50),
                                               .idle_timeout = std::chrono::milliseconds(20)});
            if (step > 0)
                one.connect(true);
            if (step > 1)
                one.send_all();
            if (step > 2)
                one.receive("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe");
            one.machine.interrupt(reason.why);
            auto const e = one.failure();
            BOOST_TEST((e.kind == reason.kind));
            BOOST_TEST(e.message ==
                       std::string(reason.text) + " " + std::string(steps[step]) + " 127.0.0.1:8080");
            BOOST_TEST(e.may_have_executed == (step > 1));
            BOOST_TEST(e.http_status == (step > 2 ? 200 : 0));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_first_byte_of_a_response_may_have_a_limit_of_its_own) {
    using std::chrono::milliseconds;
    driven_exchange one({.target = "/x"}, {.idle_timeout = milliseconds(50), .first_byte_timeout = milliseconds(20)});
    one.connect();
    BOOST_TEST((one.machine.transfer_timeout() == milliseconds(50)));
    one.send_all();
    BOOST_TEST((one.machine.transfer_timeout() == milliseconds(20)));
    one.receive("HTTP/1.1 200 OK\r\n");
    BOOST_TEST((one.machine.transfer_timeout() == milliseconds(50)));
    driven_exchange late({.target = "/x"}, {.first_byte_timeout = milliseconds(20)});
    late.connect();
    BOOST_TEST(late.machine.may_idle());
    late.send_all();
    BOOST_TEST(!late.machine.may_idle());
    late.machine.interrupt(interruption::idle);
    BOOST_TEST(late.failure().message == "timeout (20 ms) while waiting for the response of 127.0.0.1:8080");
}

BOOST_AUTO_TEST_CASE(a_cancellation_takes_precedence_over_a_timeout) {
    for (bool const first : {true, false}) {
        driven_exchange one;
        one.machine.interrupt(first ? interruption::canceled : interruption::timeout);
        one.machine.interrupt(first ? interruption::timeout : interruption::canceled);
        BOOST_TEST((one.failure().kind == error_kind::canceled));
    }
}

BOOST_AUTO_TEST_CASE(an_invalid_request_is_reported_rather_than_the_lack_of_time) {
    driven_exchange one({.target = "no slash"});
    one.machine.interrupt(interruption::timeout);
    BOOST_TEST((one.failure().kind == error_kind::validation));
}

BOOST_AUTO_TEST_CASE(an_early_response_to_an_upload_is_better_than_the_error_of_the_upload) {
    for (bool const responds : {true, false}) {
        driven_exchange one({.method = verb::post, .target = "/x", .body = std::string(100'000, 'x')});
        one.connect();
        BOOST_TEST_REQUIRE((one.machine.next() == exchange_action::send));
        one.machine.on_sent({{}, 1'000});
        BOOST_TEST_REQUIRE((one.machine.next() == exchange_action::send));
        one.machine.on_sent({was_reset, 0});
        one.receive(responds ? response : "", responds ? error_code() : end);
        BOOST_TEST_REQUIRE((one.machine.next() == exchange_action::done));
        BOOST_TEST(one.machine.outcome().has_value() == responds);
        BOOST_TEST(!one.machine.reusable());
        if (!responds)
            BOOST_TEST(one.failure().message ==
                       was_reset.message() + " while sending the request to 127.0.0.1:8080");
    }
}

BOOST_AUTO_TEST_CASE(an_exception_ends_the_exchange_and_its_connection) {
    driven_exchange one;
    one.connect(true);
    one.send_all();
    one.machine.on_exception(std::make_exception_ptr(std::runtime_error("disk full")));
    BOOST_TEST(one.failure().message.starts_with("exception (disk full)"));
}

BOOST_AUTO_TEST_SUITE_END()
