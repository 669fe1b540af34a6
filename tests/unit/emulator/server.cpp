#include <feishu/emulator/server.hpp>

#include <algorithm>
#include <atomic>
#include <future>
#include <random>
#include <thread>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/batch_message.hpp>
#include <feishu/api/im/v1/message_reaction.hpp>
#include <feishu/api/im/v1/pin.hpp>
#include <feishu/api/im/v1/thread.hpp>
#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/client.hpp>
#include <feishu/client/custom_bot.hpp>
#include <feishu/emulator/impl/net/certificate.hpp>

#include "world.hpp"

using namespace test;
namespace asio = boost::asio;

namespace my {

/// A custom endpoint.
struct wait {
    static constexpr feishu::endpoint_spec spec{
        .id = "my.v1.wait",
        .method = feishu::verb::get,
        .path = "/open-apis/my/v1/wait",
    };
    std::optional<std::string> note{};
    struct response {
        std::string text;
    };
};
BOOST_DESCRIBE_STRUCT(wait, (), (note))
BOOST_DESCRIBE_STRUCT(wait::response, (), (text))

} // namespace my

namespace {

/// A minimal HTTP client that shows bytes.
class raw_client {
public:
    explicit raw_client(emulator::server const& platform) {
        auto const url = platform.base_url();
        auto const port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
        socket_.connect({asio::ip::address_v4::loopback(), port});
    }

    void send(std::string_view bytes) {
        boost::system::error_code ignored;
        asio::write(socket_, asio::buffer(bytes.data(), bytes.size()), ignored);
    }
    /// Status line, headers and body of the next response; what has arrived if the connection ended.
    std::string read() {
        while (text_.find("\r\n\r\n") == std::string::npos)
            if (!read_more())
                return std::exchange(text_, {});
        auto const end = text_.find("\r\n\r\n") + 4;
        auto const length = text_.find("Content-Length: ");
        auto const size = end + (length < end ? std::stoul(text_.substr(length + 16)) : 0);
        while (text_.size() < size)
            if (!read_more())
                return std::exchange(text_, {});
        auto const reply = text_.substr(0, size);
        text_.erase(0, size);
        return reply;
    }
    std::string exchange(std::string_view bytes) {
        send(bytes);
        return read();
    }
    bool closed() {
        while (read_more()) {
        }
        return true;
    }
    void hang_up() { socket_.close(); }

private:
    bool read_more() {
        char bytes[4096];
        boost::system::error_code failed;
        auto const n = socket_.read_some(asio::buffer(bytes), failed);
        text_.append(bytes, n);
        return !failed;
    }

    asio::io_context context_;
    asio::ip::tcp::socket socket_{context_};
    std::string text_;
};

std::string const not_found = "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n";

std::string token_body(emulator::server const& platform) {
    return R"({"app_id":")" + platform.app().app_id.str() + R"(","app_secret":")" +
           platform.app().app_secret + R"("})";
}

std::string token_head = "POST /open-apis/auth/v3/tenant_access_token/internal HTTP/1.1\r\nHost: x\r\n"
                         "Content-Type: application/json\r\n";

std::string token_request(emulator::server const& platform, std::string const& more = {}) {
    auto const body = token_body(platform);
    return token_head + more + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

bool is(std::string const& reply, int status) {
    return reply.starts_with("HTTP/1.1 " + std::to_string(status) + ' ') ||
           reply.starts_with("HTTP/1.0 " + std::to_string(status) + ' ');
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_server)

BOOST_AUTO_TEST_CASE(three_lines_start_a_platform_and_send_a_message) {
    emulator::server platform;
    feishu::client client{platform.config()};
    auto const sent = client.call(im::message::send(platform.chat_id(), feishu::text{"hello"})).value();
    BOOST_TEST(sent.chat_id == platform.chat_id());
    auto const contents = platform.state()->contents_of(platform.chat_id());
    BOOST_TEST_REQUIRE(contents.size() == 1u);
    BOOST_TEST(contents[0] == R"({"text":"hello"})");
}

BOOST_AUTO_TEST_CASE(the_same_works_over_https_with_a_generated_authority) {
    emulator::server platform{{.https = true}};
    BOOST_TEST(platform.base_url().starts_with("https://127.0.0.1:"));
    BOOST_TEST(platform.ca_pem().starts_with("-----BEGIN CERTIFICATE-----"));
    feishu::client client{platform.config()};
    BOOST_TEST(client.call(im::message::send(platform.chat_id(), feishu::text{"hello"})).has_value());

    auto config = platform.config();
    config.ca_pem.clear(); // not signed by an authority of the system
    auto const refused =
        feishu::client{config}.call(im::message::send(platform.chat_id(), feishu::text{"hello"}));
    BOOST_TEST_REQUIRE(refused.has_error());
    BOOST_TEST((refused.error().kind == feishu::error_kind::transport));
}

BOOST_AUTO_TEST_CASE(every_https_server_has_its_own_authority) {
    auto const one = emulator::make_loopback_identity().value();
    auto const other = emulator::make_loopback_identity().value();
    BOOST_TEST(one.ca != other.ca);
    BOOST_TEST(one.key != other.key);
    BOOST_TEST(one.certificate != one.ca);
}

BOOST_AUTO_TEST_CASE(a_refusal_reaches_the_client_with_code_log_id_and_troubleshooter) {
    emulator::server platform;
    feishu::client client{platform.config()};
    auto const refused = client.call(im::message::get{.message_id = "om_unknown"});
    BOOST_TEST_REQUIRE(refused.has_error());
    BOOST_TEST(refused.error().code == 230001);
    BOOST_TEST(refused.error().http_status == 400);
    BOOST_TEST(refused.error().log_id == platform.requests().back().log_id);
    BOOST_TEST(refused.error().troubleshooter.find("https://") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_first_two_users_are_in_the_group_and_the_third_is_not) {
    emulator::server platform;
    auto const users = platform.users();
    BOOST_TEST_REQUIRE(users.size() == 3u);
    feishu::client client{platform.config()};
    auto const sent = client.call(im::message::send(platform.chat_id(), feishu::text{"fire"})).value();
    auto const urged = client.call(im::message::urgent_app{
        .message_id = sent.message_id,
        .user_id_list = {users[0].open_id.str(), users[1].open_id.str(), users[2].open_id.str()}});
    BOOST_TEST(urged.value().invalid_user_id_list == std::vector{users[2].open_id.str()},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_happens_around_messages_travels_to_the_client_and_back) {
    emulator::server platform;
    feishu::client client{platform.config()};
    auto const ann = platform.users()[0];
    auto const id = client.call(im::message::send(platform.chat_id(), feishu::text{"hello"})).value().message_id;

    using feishu::im::v1::emoji_type;
    auto const reacted =
        client.call(im::message_reaction::create{.message_id = id, .reaction_type = im::model::reaction_emoji{.emoji_type = emoji_type::OK}})
            .value();
    auto const reactions = client.call(im::message_reaction::list{.message_id = id}).value().items;
    BOOST_TEST(reactions.at(0).reaction_id == reacted.reaction_id);

    BOOST_TEST(client.call(im::pin::create{.message_id = id}).value().pin.chat_id == platform.chat_id());
    BOOST_TEST(client.call(im::pin::list{.chat_id = platform.chat_id()}).value().items.size() == 1u);

    auto const merged = client.call(im::message::merge_forward{.receive_id_type = im::forward_receive_id_type::open_id,
                                                               .receive_id = ann.open_id.str(),
                                                               .message_id_list = {id}})
                            .value()
                            .message.message_id;
    auto const items = client.call(im::message::get{.message_id = merged}).value().items;
    BOOST_TEST_REQUIRE(items.size() == 2u);
    BOOST_TEST(items[1].upper_message_id == merged);
    auto const thread = client.call(im::message::reply{.message_id = id, .content = feishu::text{"a"}, .reply_in_thread = true})
                            .value()
                            .thread_id;
    BOOST_TEST(client.call(im::thread::forward{.thread_id = thread,
                                               .receive_id_type = im::forward_receive_id_type::open_id,
                                               .receive_id = ann.open_id.str()})
                   .has_value());

    namespace batch_send = feishu::message::v4::batch_send;
    auto const batch = client.call(batch_send::send({.open_ids = {ann.open_id}}, feishu::text{"news"})).value();
    auto const progress = client.call(im::batch_message::get_progress{.batch_message_id = batch.message_id}).value();
    BOOST_TEST(progress.batch_message_send_progress.success_user_ids_count == 1);

    auto const token = platform.state()->user_token(platform.state()->apps().front(), ann).value;
    auto const found = client.as(feishu::user_token{token}).call(im::message::search{.query = "hello"});
    BOOST_TEST(found.value().items.at(0).id == id.str());
    record(platform.requests());
}

BOOST_AUTO_TEST_CASE(when_the_clock_moves_on_the_client_fetches_a_new_token) {
    emulator::server platform;
    feishu::client client{platform.config()};
    auto const say = [&] { return client.call(im::message::send(platform.chat_id(), feishu::text{"x"})); };
    BOOST_TEST(say().has_value());
    platform.clear_requests();
    platform.advance(3h);
    BOOST_TEST(say().has_value());
    auto const log = platform.requests();
    BOOST_TEST_REQUIRE(log.size() == 3u);
    BOOST_TEST(log[0].code == 99991663);
    BOOST_TEST(log[1].endpoint == "auth.v3.tenant_access_token.internal");
    BOOST_TEST(log[2].code == 0);
}

BOOST_AUTO_TEST_CASE(durations_of_any_length_are_taken) {
    using std::chrono::milliseconds;
    emulator::server platform{{.idle_timeout = milliseconds::max(),
                               .drain_time = milliseconds::max(),
                               .push = {.ack_deadline = milliseconds::max(),
                                        .challenge_deadline = milliseconds::max()}}};
    feishu::client client{platform.config()};
    BOOST_TEST(client.call(im::message::send(platform.chat_id(), feishu::text{"now"})).has_value());
    platform.advance(milliseconds::max());
    platform.advance(milliseconds::max());
    BOOST_TEST(client.call(im::message::send(platform.chat_id(), feishu::text{"at the end"})).has_value());
    BOOST_TEST(platform.wait_idle(milliseconds::max()));
    BOOST_TEST(platform.wait_connections(platform.app(), 0, milliseconds::max()));
    BOOST_TEST(!platform.wait_connections(platform.app(), static_cast<std::size_t>(-1), milliseconds::min()));
}

BOOST_AUTO_TEST_CASE(an_unpopulated_platform_is_filled_by_the_test) {
    emulator::server platform{{.populate = false}};
    BOOST_TEST(platform.users().empty());
    auto const app = platform.state()->add_app("mine", std::set<std::string>{"im:message:readonly"});
    auto const zoe = platform.state()->add_user("Zoe");
    auto const chat = platform.state()->add_chat("room", {zoe});
    feishu::client client{platform.config(app)};
    auto const refused = client.call(im::message::send(chat, feishu::text{"x"}));
    BOOST_TEST(refused.error().code == 99991672);
}

BOOST_AUTO_TEST_CASE(a_custom_endpoint_is_served_and_may_block_without_delaying_the_rest) {
    emulator::server platform;
    std::promise<void> entered, leave;
    platform.serve<my::wait>(
        [&](emulator::caller const&, my::wait const&) -> feishu::result<my::wait::response> {
            entered.set_value();
            leave.get_future().wait();
            return my::wait::response{"done"};
        });
    raw_client slow(platform), quick(platform);
    slow.send("GET /open-apis/my/v1/wait HTTP/1.1\r\nHost: x\r\n\r\n");
    entered.get_future().wait();
    BOOST_TEST(is(quick.exchange(token_request(platform)), 200));
    leave.set_value();
    BOOST_TEST(slow.read().ends_with(R"("data":{"text":"done"}})"));
}

BOOST_AUTO_TEST_CASE(a_connection_serves_one_request_after_the_other) {
    emulator::server platform;
    raw_client client(platform);
    for (int i = 0; i < 3; ++i) {
        auto const reply = client.exchange(token_request(platform));
        BOOST_TEST(is(reply, 200));
        BOOST_TEST(reply.find("X-Tt-Logid: ") != std::string::npos);
        BOOST_TEST(reply.find("Content-Type: application/json; charset=utf-8") != std::string::npos);
    }
    client.send(token_request(platform) + not_found + token_request(platform)); // pipelined
    BOOST_TEST(is(client.read(), 200));
    BOOST_TEST(is(client.read(), 404));
    BOOST_TEST(is(client.read(), 200));
    BOOST_TEST(is(client.exchange("GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), 404));
    BOOST_TEST(client.closed());
}

BOOST_AUTO_TEST_CASE(a_chunked_request_is_read) {
    emulator::server platform;
    raw_client client(platform);
    auto const body = token_body(platform);
    auto const part = [](std::string const& text) {
        char size[8];
        std::snprintf(size, sizeof size, "%zx", text.size());
        return size + ("\r\n" + text) + "\r\n";
    };
    auto const reply = client.exchange(token_head + "Transfer-Encoding: chunked\r\n\r\n" +
                                        part(body.substr(0, 5)) + part(body.substr(5)) + "0\r\n\r\n");
    BOOST_TEST(is(reply, 200));
    BOOST_TEST(reply.find("\"code\":0") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_request_may_arrive_byte_by_byte) {
    emulator::server platform;
    raw_client client(platform);
    for (char const c : token_request(platform))
        client.send({&c, 1});
    BOOST_TEST(is(client.read(), 200));
}

BOOST_AUTO_TEST_CASE(a_client_that_expects_100_continue_gets_it) {
    emulator::server platform;
    raw_client client(platform);
    auto const body = token_body(platform);
    BOOST_TEST(is(client.exchange(token_head + "Expect: 100-continue\r\nContent-Length: " +
                                  std::to_string(body.size()) + "\r\n\r\n"),
                  100));
    BOOST_TEST(is(client.exchange(body), 200));
}

BOOST_AUTO_TEST_CASE(an_http_1_0_request_gets_a_response_and_the_connection_is_closed) {
    emulator::server platform;
    raw_client client(platform);
    BOOST_TEST(is(client.exchange("GET /nowhere HTTP/1.0\r\n\r\n"), 404));
    BOOST_TEST(client.closed());
}

BOOST_AUTO_TEST_CASE(a_head_request_gets_no_body) {
    emulator::server platform;
    raw_client client(platform);
    auto const reply = client.exchange("HEAD /open-apis/im/v1/messages HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(is(reply, 405));
    BOOST_TEST(reply.ends_with("\r\n\r\n"));
    BOOST_TEST(client.closed());
}

BOOST_AUTO_TEST_CASE(a_request_that_is_too_long_is_refused_and_the_response_arrives) {
    emulator::server platform{{.max_body_bytes = 1000, .max_header_bytes = 2000}};
    {
        raw_client client(platform);
        client.send(token_head + "Content-Length: 1001\r\n\r\n" + std::string(1001, 'x'));
        BOOST_TEST(is(client.read(), 413));
    }
    {
        raw_client client(platform);
        client.send(token_head + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + std::string(1001, 'x') +
                    "\r\n0\r\n\r\n");
        BOOST_TEST(is(client.read(), 413));
    }
    raw_client client(platform);
    client.send("GET / HTTP/1.1\r\nX: " + std::string(3000, 'x') + "\r\n\r\n");
    BOOST_TEST(is(client.read(), 431));
    BOOST_TEST(is(raw_client(platform).exchange(not_found), 404));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_a_request_get_400_and_the_connection_is_closed) {
    emulator::server platform;
    for (auto const* bytes :
         {"\r\n\r\nhello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n",
          "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n", "\x16\x03\x01\x02\x00\x01"}) {
        raw_client client(platform);
        client.send(bytes);
        client.send("\r\n\r\n");
        auto const reply = client.read();
        BOOST_TEST((reply.empty() || is(reply, 400)), bytes << " -> " << reply);
    }
    BOOST_TEST(is(raw_client(platform).exchange(not_found), 404));
}

BOOST_AUTO_TEST_CASE(random_bytes_and_broken_connections_do_no_harm) {
    std::mt19937 random(5);
    for (bool const https : {false, true}) {
        emulator::server platform{{.https = https}};
        for (int i = 0; i < 200; ++i) {
            raw_client client(platform);
            auto bytes = random() % 2 ? token_request(platform) : std::string(random() % 300, ' ');
            for (auto n = random() % 8; n != 0 && !bytes.empty(); --n)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            client.send(std::string_view(bytes).substr(0, random() % (bytes.size() + 1)));
            client.hang_up();
        }
        feishu::client client{platform.config()};
        BOOST_TEST(
            client.call(im::message::send(platform.chat_id(), feishu::text{"still here"})).has_value());
    }
}

BOOST_AUTO_TEST_CASE(many_connections_at_once_are_served) {
    emulator::server platform;
    feishu::client client{platform.config()};
    std::vector<std::thread> threads;
    std::atomic<int> sent = 0;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i)
                sent +=
                    client.call(im::message::send(platform.chat_id(), feishu::text{"x"})).has_value() ? 1 : 0;
        });
    for (auto& thread : threads)
        thread.join();
    BOOST_TEST(sent == 160);
    BOOST_TEST(platform.state()->messages().size() == 160u);
    auto const log = platform.requests();
    BOOST_TEST(std::ranges::count(log, "auth.v3.tenant_access_token.internal",
                                  &emulator::request_log_entry::endpoint) == 1);
}

BOOST_AUTO_TEST_CASE(an_idle_connection_is_closed_after_a_while) {
    emulator::server platform{{.idle_timeout = 300ms}};
    raw_client client(platform);
    BOOST_TEST(is(client.exchange(not_found), 404));
    BOOST_TEST(client.closed());
}

BOOST_AUTO_TEST_CASE(the_destructor_closes_idle_connections_at_once) {
    auto platform = std::make_unique<emulator::server>(emulator::options{.drain_time = 60s});
    raw_client used(*platform), fresh(*platform);
    BOOST_TEST(is(used.exchange(not_found), 404));
    auto const before = std::chrono::steady_clock::now();
    platform.reset();
    BOOST_TEST((std::chrono::steady_clock::now() - before < 10s));
    BOOST_TEST(used.closed());
    BOOST_TEST(fresh.closed());
}

BOOST_AUTO_TEST_CASE(the_destructor_lets_a_running_request_finish) {
    auto platform = std::make_unique<emulator::server>(emulator::options{.drain_time = 60s});
    std::promise<void> entered, leave;
    platform->serve<my::wait>(
        [&](emulator::caller const&, my::wait const&) -> feishu::result<my::wait::response> {
            entered.set_value();
            leave.get_future().wait();
            return my::wait::response{"done"};
        });
    raw_client client(*platform);
    client.send("GET /open-apis/my/v1/wait HTTP/1.1\r\nHost: x\r\n\r\n");
    entered.get_future().wait();
    std::thread stop([&] { platform.reset(); });
    leave.set_value();
    BOOST_TEST(client.read().find("done") != std::string::npos);
    BOOST_TEST(client.closed());
    stop.join();
}

BOOST_AUTO_TEST_CASE(the_destructor_does_not_wait_for_half_a_request_forever) {
    auto platform = std::make_unique<emulator::server>(emulator::options{.drain_time = 20ms});
    raw_client client(*platform);
    client.send(token_head + "Content-Length: 100\r\n\r\nhalf");
    platform.reset();
    BOOST_TEST(client.closed());
}

BOOST_AUTO_TEST_CASE(a_port_that_is_taken_is_an_error_of_the_constructor) {
    emulator::server platform;
    auto const url = platform.base_url();
    auto const port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
    BOOST_CHECK_THROW(emulator::server({.port = port}), feishu::exception);
}

BOOST_AUTO_TEST_CASE(a_custom_bot_sends_through_its_webhook) {
    emulator::server platform;
    auto const chat = platform.chat_id();
    auto const made = platform.state()->add_custom_bot(chat, {.keywords = {"disk"}, .secret = "testsecret"});
    auto const url = platform.base_url() + "/open-apis/bot/v2/hook/" + made.token;
    feishu::custom_bot const bot({.url = url, .secret = "testsecret"});
    bot.send(feishu::text{"disk full"}).value();
    BOOST_TEST(platform.state()->contents_of(chat).back() == text_of("disk full"));
    BOOST_TEST(bot.send(feishu::text{"hello"}).error().code == 19024);
    feishu::custom_bot const stranger({.url = url, .secret = "another"});
    auto const refused = stranger.send(feishu::text{"disk full"});
    BOOST_TEST(refused.error().code == 19021);
    BOOST_TEST(refused.error().http_status == 200);
    record(platform.requests());
}

BOOST_AUTO_TEST_SUITE_END()
