#pragma once
// Minimal receivers for pushes in tests: a scripted webhook, and a long connection that reads and writes
// single frames.

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/emulator/server.hpp>
#include <feishu/event/impl/crypto.hpp>
#include <feishu/event/impl/frame.hpp>

namespace test {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace frames = feishu::frames;
using asio::ip::tcp;

/// A webhook that responds to the challenge by itself, and to events as scripted by the test.
class hook {
public:
    struct reply {
        int status = 200;
        std::string body = "{}";
    };
    using request = beast::http::request<beast::http::string_body>;

    explicit hook(std::string key = {}) : key_(std::move(key)) {
        asio::co_spawn(context_, accept(), asio::detached);
        thread_ = std::thread([this] { context_.run(); });
    }
    ~hook() {
        context_.stop();
        thread_.join();
    }

    std::string url() const {
        return "http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()) + "/event";
    }
    /// Scripts the response to the n-th event, from 0; by default 200 and {}.
    void on_event(std::function<reply(std::size_t n, boost::json::value const& event)> how) {
        std::lock_guard const lock(mutex_);
        how_ = std::move(how);
    }
    void answer_with(int status) {
        on_event([status](std::size_t, boost::json::value const&) { return reply{.status = status}; });
    }
    void break_challenge() { challenge_works_ = false; }

    /// Events so far, in plain text, without the challenge.
    std::vector<boost::json::value> events() const {
        std::lock_guard const lock(mutex_);
        return events_;
    }
    std::vector<request> requests() const {
        std::lock_guard const lock(mutex_);
        return requests_;
    }
    std::vector<std::string> types() const {
        std::vector<std::string> out;
        for (auto const& event : events())
            out.emplace_back(event.at("header").at("event_type").as_string());
        return out;
    }

private:
    asio::awaitable<void> accept() {
        for (;;)
            asio::co_spawn(context_, serve(co_await acceptor_.async_accept(asio::use_awaitable)),
                           [](std::exception_ptr) {}); // the emulator closes the connection
    }

    asio::awaitable<void> serve(tcp::socket socket) {
        beast::flat_buffer buffer;
        for (;;) {
            request in;
            co_await beast::http::async_read(socket, buffer, in, asio::use_awaitable);
            auto const how = handle(in);
            beast::http::response<beast::http::string_body> out(static_cast<beast::http::status>(how.status),
                                                                11);
            out.body() = how.body;
            out.prepare_payload();
            co_await beast::http::async_write(socket, out, asio::use_awaitable);
        }
    }

    reply handle(request const& in) {
        std::lock_guard const lock(mutex_);
        requests_.push_back(in);
        auto body = boost::json::parse(in.body());
        if (!key_.empty())
            body = boost::json::parse(
                feishu::event_crypto::decrypt(key_, std::string(body.at("encrypt").as_string())).value());
        if (auto const* challenge = body.as_object().if_contains("challenge"))
            return {.body =
                        R"({"challenge":")" +
                        std::string(challenge_works_ ? challenge->as_string() : boost::json::string("no")) +
                        "\"}"};
        events_.push_back(body);
        return how_ ? how_(events_.size() - 1, body) : reply{};
    }

    std::string key_;
    mutable std::mutex mutex_;
    std::function<reply(std::size_t, boost::json::value const&)> how_;
    std::vector<boost::json::value> events_;
    std::vector<request> requests_;
    bool challenge_works_ = true;
    asio::io_context context_;
    tcp::acceptor acceptor_{context_, tcp::endpoint(asio::ip::address_v4::loopback(), 0)};
    std::thread thread_;
};

/// The client side of one long connection.
class line {
public:
    /// Endpoint discovery; the JSON of the response.
    static boost::json::value discover(feishu::emulator::server const& platform, std::string_view app,
                                       std::string_view secret) {
        asio::io_context context;
        tcp::socket socket(context);
        socket.connect({asio::ip::address_v4::loopback(), port_of(platform)});
        beast::http::request<beast::http::string_body> out(beast::http::verb::post, "/callback/ws/endpoint",
                                                           11);
        out.set("Host", "127.0.0.1:" + std::to_string(port_of(platform)));
        out.body() = R"({"AppID":")" + std::string(app) + R"(","AppSecret":")" + std::string(secret) + "\"}";
        out.prepare_payload();
        beast::http::write(socket, out);
        beast::flat_buffer buffer;
        beast::http::response<beast::http::string_body> in;
        beast::http::read(socket, buffer, in);
        return boost::json::parse(in.body());
    }
    static std::uint16_t port_of(feishu::emulator::server const& platform) {
        auto const url = platform.base_url();
        return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
    }

    /// Connects as the platform's first app.
    explicit line(feishu::emulator::server const& platform) : line(platform, platform.app()) {}
    line(feishu::emulator::server const& platform, feishu::emulator::app const& app) {
        auto const reply = discover(platform, app.app_id.str(), app.app_secret);
        connect(platform, std::string(reply.at("data").at("URL").as_string()));
    }
    /// Connects to a URL.
    line(feishu::emulator::server const& platform, std::string const& url) { connect(platform, url); }

    /// Headers of a refused upgrade.
    std::string refusal(std::string_view name) const { return std::string(answer_[name]); }
    bool open() const { return !failed_; }

    /// The next frame; nothing once the connection has ended.
    std::optional<frames::frame> read() {
        beast::flat_buffer buffer;
        ws_.read(buffer, failed_);
        if (failed_)
            return std::nullopt;
        return frames::decode({static_cast<char const*>(buffer.data().data()), buffer.size()}).value();
    }
    void write(frames::frame const& frame) {
        ws_.binary(true);
        ws_.write(asio::buffer(frames::encode(frame)), failed_);
    }
    void reply(frames::frame frame, int code, std::string const& base64 = {}) {
        frame.set_header("biz_rt", "1");
        frame.payload = R"({"code":)" + std::to_string(code) + R"(,"data":")" + base64 + "\"}";
        write(frame);
    }
    /// Sends bytes that are not a frame.
    void write_nonsense() {
        ws_.binary(true);
        ws_.write(asio::buffer("\xff\xff", 2), failed_);
    }
    /// Why it ended.
    boost::system::error_code why() const { return failed_; }
    int close_code() const { return ws_.reason().code; }

private:
    void connect(feishu::emulator::server const& platform, std::string const& url) {
        ws_.next_layer().connect({asio::ip::address_v4::loopback(), port_of(platform)});
        auto const path = url.find('/', url.find("://") + 3);
        ws_.handshake(answer_, url.substr(url.find("://") + 3, path - url.find("://") - 3), url.substr(path),
                      failed_);
    }

    asio::io_context context_;
    beast::websocket::stream<tcp::socket> ws_{context_};
    beast::websocket::response_type answer_;
    boost::system::error_code failed_;
};

} // namespace test
