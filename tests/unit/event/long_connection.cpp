// The long connection on real sockets, against the emulator. long_connection_machine.cpp tests its timing.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/content/card.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/long_connection.hpp>
#include <feishu/http/beast_transport.hpp>

#include "../http/loopback_proxy.hpp"
#include "../mentions.hpp"

using test::mentions;
namespace asio = boost::asio;
namespace card = feishu::card;
namespace emulator = feishu::emulator;
namespace im = feishu::im::v1;
using namespace std::chrono_literals;
using feishu::error_kind;
using status = feishu::long_connection_status;

namespace {

// A queue of values from other threads. Waiting times out if something hangs.
template <class T>
class inbox {
public:
    void put(T value) {
        std::lock_guard const lock(mutex_);
        values_.push_back(std::move(value));
        changed_.notify_all();
    }
    T take() {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, 30s, [&] { return !values_.empty(); }))
            throw std::runtime_error("nothing came");
        T first = std::move(values_.front());
        values_.pop_front();
        return first;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<T> values_;
};

emulator::options impatient() {
    emulator::options out;
    out.push.reconnect_interval = 0s;
    return out;
}

// A bot that records what it receives.
struct bot {
    explicit bot(emulator::options options = impatient()) : platform(std::move(options)) {
        on.handle<im::message::receive_v1>(
            [this](im::message::receive_v1 const& e) { texts.put(e.event.message.content.document()); });
        params.on_status = [this](feishu::long_connection_state const& state) { states.put(state); };
    }

    feishu::client client() { return feishu::client{config ? *config : platform.config()}; }
    void connect() {
        line.emplace(client(), on, params);
        line->start();
        BOOST_REQUIRE(platform.wait_connections(platform.app().app_id));
    }
    void say(std::string const& text) {
        platform.state()->say(platform.users().front().open_id, platform.chat_id(), text).value();
    }
    // Waits for a status; earlier ones are discarded.
    feishu::long_connection_state until(status wanted) {
        for (;;)
            if (auto state = states.take(); state.status == wanted)
                return state;
    }
    emulator::delivery last_delivery() {
        BOOST_REQUIRE(platform.wait_idle());
        return platform.deliveries().back();
    }

    emulator::server platform;
    std::optional<feishu::client_config> config{};
    feishu::event_dispatcher on{{.log = [](std::string_view) {}}};
    feishu::long_connection_params params{};
    inbox<std::string> texts;
    inbox<feishu::long_connection_state> states;
    std::optional<feishu::long_connection> line{};
};

// A platform that sends its close frame together with its last messages.
class hasty_platform final : public feishu::http::transport {
public:
    explicit hasty_platform(int messages) : thread_([this, messages] { serve(messages); }) {}
    ~hasty_platform() override { thread_.join(); }

    feishu::result<void> exchange(feishu::http::request const&, feishu::http::response_sink& sink,
                                  feishu::http::exchange_options const&) override {
        auto const port = std::to_string(acceptor_.local_endpoint().port());
        sink.on_head({.status = 200});
        sink.on_body(R"({"code":0,"data":{"URL":"ws://127.0.0.1:)" + port + R"(/?service_id=1"}})");
        return {};
    }

private:
    void serve(int messages) {
        auto socket = acceptor_.accept();
        boost::beast::websocket::stream<asio::ip::tcp::socket&> stream(socket);
        stream.accept();
        std::string bytes;
        for (int i = 0; i < messages; ++i)
            bytes += "\x82\x01x";
        bytes += std::string("\x88\0", 2);
        asio::write(socket, asio::buffer(bytes));
        boost::system::error_code ended;
        for (char rest[64]; !ended;)
            socket.read_some(asio::buffer(rest), ended);
    }

    asio::io_context context_;
    asio::ip::tcp::acceptor acceptor_{context_, {asio::ip::address_v4::loopback(), 0}};
    std::thread thread_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(long_connection)

BOOST_AUTO_TEST_CASE(an_event_is_handled_and_acknowledged) {
    bot it;
    it.connect();
    it.say("hello");
    BOOST_TEST(it.texts.take() == R"({"text":"hello"})");
    auto const pushed = it.last_delivery();
    BOOST_TEST((pushed.channel == emulator::delivery_channel::long_connection));
    BOOST_TEST(pushed.status == 200);
    BOOST_TEST(pushed.attempt == 1);
    BOOST_TEST((it.line->status() == status::connected));
}

BOOST_AUTO_TEST_CASE(a_long_event_arrives_in_fragments_and_is_handled_once) {
    auto options = impatient();
    options.push.fragment_bytes = 100;
    bot it(options);
    it.connect();
    std::string const text(5000, 'x');
    it.say(text);
    BOOST_TEST(it.texts.take() == R"({"text":")" + text + R"("})");
    BOOST_TEST(it.last_delivery().status == 200);
    BOOST_TEST(it.on.stats().handled == 1u);
}

BOOST_AUTO_TEST_CASE(a_handler_that_fails_has_the_event_pushed_again) {
    bot it;
    feishu::event_dispatcher on{{.log = [](std::string_view) {}}};
    std::atomic<int> calls = 0;
    on.handle<im::message::receive_v1>([&](im::message::receive_v1 const&) {
        if (++calls == 1)
            throw std::runtime_error("not today");
        it.texts.put("at last");
    });
    feishu::long_connection line(it.client(), on, it.params);
    line.start();
    BOOST_REQUIRE(it.platform.wait_connections(it.platform.app().app_id));
    it.say("hello");
    auto const first = it.last_delivery();
    BOOST_TEST(first.status == 500);
    BOOST_TEST(!first.last);
    // A push that arrives while the previous one is handled shares its response.
    for (auto const pause : {15s, 300s, 3600s}) {
        it.platform.advance(pause);
        BOOST_REQUIRE(it.platform.wait_idle());
        if (calls == 2)
            break;
    }
    BOOST_TEST(it.texts.take() == "at last");
    BOOST_TEST(it.last_delivery().status == 200);
}

BOOST_AUTO_TEST_CASE(a_click_on_a_button_shows_the_response_of_the_handler) {
    bot it;
    it.on.handle<card::action_trigger>([](card::action_trigger const&) { return card::toast{"saved"}; });
    it.connect();
    card::card const ask{
        .body = {.elements = {card::button{.text = "Save", .behaviors = {card::callback({{"a", 1}})}}}}};
    auto const sent = it.client().call(im::message::send(it.platform.chat_id(), ask)).value();
    auto const shown =
        it.platform.click(it.platform.users().front().open_id, sent.message_id, "Save").value();
    BOOST_TEST(shown.toast.value().content.value() == "saved");
}

BOOST_AUTO_TEST_CASE(a_lost_connection_is_reestablished) {
    bot it;
    it.connect();
    it.until(status::connected);
    BOOST_TEST(it.platform.drop_connections(it.platform.app().app_id) == 1u);
    auto const lost = it.until(status::reconnecting);
    BOOST_TEST((lost.why.value().kind == error_kind::transport));
    it.until(status::connected);
    it.say("again");
    BOOST_TEST(it.texts.take() == R"({"text":"again"})");
}

BOOST_AUTO_TEST_CASE(tls_trusts_the_authorities_of_the_client_only) {
    auto options = impatient();
    options.https = true;
    bot it(options);
    it.connect();
    it.say("hello");
    BOOST_TEST(it.texts.take() == R"({"text":"hello"})");
    it.line.reset();

    it.config = it.platform.config();
    it.config->ca_pem.clear();
    it.line.emplace(it.client(), it.on, it.params);
    it.line->start();
    BOOST_TEST(mentions(it.until(status::reconnecting).why.value(), "certificate"));
}

BOOST_AUTO_TEST_CASE(the_web_socket_verifies_certificates_too) {
    auto options = impatient();
    options.https = true;
    bot it(options);
    it.config = it.platform.config();
    it.config->transport = feishu::http::make_beast_transport(
                               {.base_url = it.platform.base_url(), .ca_pem = it.platform.ca_pem()})
                               .value();
    it.config->ca_pem.clear(); // endpoint discovery succeeds
    it.line.emplace(it.client(), it.on, it.params);
    it.line->start();
    auto const why = it.until(status::reconnecting).why.value();
    BOOST_TEST(mentions(why, "during the TLS handshake"));
    BOOST_TEST(mentions(why, "certificate"));
}

BOOST_AUTO_TEST_CASE(a_wrong_secret_is_a_permanent_error_that_does_not_disclose_it) {
    bot it;
    it.config = it.platform.config();
    it.config->app_secret = "guessed";
    feishu::long_connection line(it.client(), it.on, it.params);
    auto const done = line.run();
    BOOST_TEST((done.error().kind == error_kind::auth));
    BOOST_TEST(done.error().code == 1000040345);
    BOOST_TEST(mentions(done.error(), "check app_id and app_secret"));
    BOOST_TEST(done.error().to_string().find("guessed") == std::string::npos);
    BOOST_TEST((line.status() == status::failed));
    BOOST_TEST(line.state().why.value().code == done.error().code);
}

BOOST_AUTO_TEST_CASE(a_refused_handshake_has_the_reason_in_its_headers) {
    bot it;
    it.platform.refuse_connection(it.platform.app().app_id,
                                  {.status = 514, .auth_code = 1000040350, .message = "51 is too many"});
    auto const done = feishu::long_connection(it.client(), it.on, it.params).run();
    BOOST_TEST(done.error().code == 1000040350);
    BOOST_TEST(mentions(done.error(), "51 is too many"));
}

BOOST_AUTO_TEST_CASE(a_temporary_refusal_is_retried) {
    bot it;
    it.platform.refuse_connection(it.platform.app().app_id, {.status = 514});
    it.platform.refuse_connection(it.platform.app().app_id, {.discovery_code = 1});
    it.connect();
    BOOST_TEST(mentions(it.until(status::reconnecting).why.value(), "refused the WebSocket"));
    BOOST_TEST(it.until(status::reconnecting).why.value().code == 1);
    it.until(status::connected);
}

BOOST_AUTO_TEST_CASE(the_response_of_a_running_handler_is_sent_before_the_connection_closes) {
    bot it;
    std::promise<void> begun, proceed;
    feishu::event_dispatcher on{{.log = [](std::string_view) {}}};
    on.handle<im::message::receive_v1>([&](im::message::receive_v1 const&) {
        begun.set_value();
        proceed.get_future().wait();
    });
    feishu::long_connection line(it.client(), on, it.params);
    line.start();
    BOOST_REQUIRE(it.platform.wait_connections(it.platform.app().app_id));
    it.say("hello");
    begun.get_future().wait();
    line.stop();
    proceed.set_value();
    BOOST_TEST(line.wait().has_value());
    BOOST_TEST((line.status() == status::stopped));
    BOOST_TEST(it.last_delivery().status == 200);
}

BOOST_AUTO_TEST_CASE(both_sides_may_close_at_once) {
    for (int messages = 1; messages <= 10; ++messages) {
        std::function<void()> stop;
        feishu::event_dispatcher on{
            {.log = [&](std::string_view) { stop(); }}}; // messages that are not frames
        feishu::client const client{
            {.app_id = "cli_1", .app_secret = "s", .transport = std::make_shared<hasty_platform>(messages)}};
        feishu::long_connection line(client, on, {.drain_time = 1h});
        stop = [&] { line.stop(); };
        BOOST_TEST(line.run().has_value());
    }
}

BOOST_AUTO_TEST_CASE(a_handler_may_stop_it) {
    bot it;
    feishu::event_dispatcher on{{.log = [](std::string_view) {}}};
    feishu::long_connection line(it.client(), on, it.params);
    on.handle<im::message::receive_v1>([&](im::message::receive_v1 const&) { line.stop(); });
    auto running = std::async(std::launch::async, [&] { return line.run(); });
    BOOST_REQUIRE(it.platform.wait_connections(it.platform.app().app_id));
    it.say("stop");
    BOOST_TEST(running.get().has_value());
    BOOST_TEST(it.last_delivery().status == 200);
}

BOOST_AUTO_TEST_CASE(a_connection_stopped_before_it_runs_never_connects) {
    bot it;
    feishu::long_connection line(it.client(), it.on, it.params);
    line.stop();
    BOOST_TEST(line.run().has_value());
    BOOST_TEST((line.status() == status::stopped));
    BOOST_TEST(it.platform.requests().empty());
}

BOOST_AUTO_TEST_CASE(a_second_run_waits_for_the_first) {
    bot it;
    it.connect();
    auto second = std::async(std::launch::async, [&] { return it.line->run(); });
    it.line->stop();
    BOOST_TEST(second.get().has_value());
}

BOOST_AUTO_TEST_CASE(it_can_be_stopped_while_it_connects) {
    test::loopback_proxy silent("");
    bot it;
    it.config = it.platform.config();
    it.config->proxy = silent.url();
    feishu::long_connection line(it.client(), it.on, it.params);
    line.start();
    it.until(status::connecting);
    line.stop();
    BOOST_TEST(line.wait().has_value());
}

BOOST_AUTO_TEST_CASE(it_uses_the_proxy_of_the_client) {
    for (bool const https : {false, true}) {
        test::loopback_proxy proxy;
        auto options = impatient();
        options.https = https;
        bot it(options);
        it.config = it.platform.config();
        it.config->proxy = proxy.url();
        it.connect();
        it.say("hello");
        BOOST_TEST(it.texts.take() == R"({"text":"hello"})");
        BOOST_TEST(proxy.requests().size() == 2u); // endpoint discovery, and the connection
        it.line.reset();
    }
}

BOOST_AUTO_TEST_CASE(a_proxy_that_requires_a_password_is_a_permanent_error) {
    test::loopback_proxy proxy("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    bot it;
    it.config = it.platform.config();
    it.config->proxy = proxy.url();
    auto const done = feishu::long_connection(it.client(), it.on, it.params).run();
    BOOST_TEST(done.error().http_status == 407);
}

BOOST_AUTO_TEST_CASE(an_invalid_configuration_is_a_permanent_error) {
    bot it;
    it.config = it.platform.config();
    it.config->base_url = "nonsense";
    auto const done = feishu::long_connection(it.client(), it.on, it.params).run();
    BOOST_TEST((done.error().kind == error_kind::validation));
    BOOST_TEST(done.error().field == "base_url");
}

BOOST_AUTO_TEST_CASE(an_exception_of_on_status_is_logged_and_the_connection_goes_on) {
    bot it;
    it.params.on_status = [](feishu::long_connection_state const&) { throw 7; };
    it.connect();
    it.say("hello");
    BOOST_TEST(it.texts.take() == R"({"text":"hello"})");
}

BOOST_AUTO_TEST_CASE(it_needs_no_client) {
    bot it;
    feishu::auth::app_connection const app = it.client().connection_settings();
    feishu::long_connection line(app, it.on, it.params);
    line.start();
    BOOST_REQUIRE(it.platform.wait_connections(it.platform.app().app_id));
    it.say("hello");
    BOOST_TEST(it.texts.take() == R"({"text":"hello"})");
}

BOOST_AUTO_TEST_CASE(an_exception_of_the_transport_is_a_failure) {
    struct throwing final : feishu::http::transport {
        feishu::result<void> exchange(feishu::http::request const&, feishu::http::response_sink&,
                                      feishu::http::exchange_options const&) override {
            throw 7;
        }
    };
    bot it;
    it.config = it.platform.config();
    it.config->transport = std::make_shared<throwing>();
    feishu::long_connection line(it.client(), it.on, it.params);
    line.start();
    BOOST_TEST(
        mentions(it.until(status::reconnecting).why.value(), "the transport threw: unknown exception"));
    line.stop();
    BOOST_TEST(line.wait().has_value());
}

BOOST_AUTO_TEST_CASE(signals_stop_it) {
    bot it;
    it.params.stop_on_signals = true;
    it.connect();
    it.until(status::connected);
    std::raise(SIGTERM);
    BOOST_TEST(it.line->wait().has_value());
    BOOST_TEST((it.line->status() == status::stopped));
}

BOOST_AUTO_TEST_CASE(signals_stop_it_while_it_is_not_connected) {
    test::loopback_proxy silent("");
    bot it;
    it.config = it.platform.config();
    it.config->proxy = silent.url();
    it.params.stop_on_signals = true;
    feishu::long_connection line(it.client(), it.on, it.params);
    line.start();
    it.until(status::connecting);
    std::raise(SIGINT);
    BOOST_TEST(line.wait().has_value());
}

BOOST_AUTO_TEST_CASE(a_lost_connection_is_logged_with_the_reason) {
    inbox<std::string> lines;
    bot it;
    feishu::event_dispatcher on{{.log = [&](std::string_view line) { lines.put(std::string(line)); }}};
    feishu::long_connection line(it.client(), on, it.params);
    line.start();
    it.until(status::connected);
    it.platform.drop_connections(it.platform.app().app_id);
    BOOST_TEST(lines.take().starts_with("long connection: reconnecting: "));
    BOOST_TEST(lines.take() == "long connection: connected again");
}

BOOST_AUTO_TEST_SUITE_END()
