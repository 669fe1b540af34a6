// An echo bot in a custom server, here a minimal one on Beast: `respond` is all that a server has to add. The
// emulator in this program pushes to it.

#include <cstdint>
#include <string>
#include <thread>
#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/webhook.hpp>

#include "echo_bot.hpp"

namespace {

namespace http = boost::beast::http;
using boost::asio::ip::tcp;

// The adapter between Beast and the webhook.
http::response<http::string_body> respond(feishu::webhook& hook, http::request<http::string_body> const& in) {
    feishu::webhook_request request{.method = std::string(in.method_string()), .body = in.body()};
    for (auto const& field : in)
        request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    auto const response = hook.handle(std::move(request));
    http::response<http::string_body> out(static_cast<http::status>(response.status), in.version(),
                                          response.body);
    for (auto const& header : response.headers)
        out.set(header.name, header.value);
    out.prepare_payload();
    return out;
}

// The server: handles one request per connection, one connection at a time, until a request for `/quit`.
class small_server {
public:
    explicit small_server(feishu::webhook& hook)
        : hook_(hook), acceptor_(context_, {boost::asio::ip::address_v4::loopback(), 0}),
          thread_([this] { run(); }) {}
    ~small_server() {
        tcp::socket last(context_);
        last.connect(acceptor_.local_endpoint());
        http::request<http::empty_body> const quit(http::verb::get, "/quit", 11);
        http::write(last, quit);
        thread_.join();
    }
    std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

private:
    void run() {
        while (serve(acceptor_.accept())) {
        }
    }

    bool serve(tcp::socket socket) {
        boost::beast::flat_buffer buffer;
        boost::system::error_code failed;
        http::request<http::string_body> request;
        http::read(socket, buffer, request, failed);
        if (failed)
            return true;
        if (request.target() == "/quit")
            return false;
        auto response = respond(hook_, request);
        response.keep_alive(false);
        http::write(socket, response, failed);
        return true;
    }

    feishu::webhook& hook_;
    boost::asio::io_context context_;
    tcp::acceptor acceptor_;
    std::thread thread_;
};

} // namespace

int main() {
    feishu::emulator::server platform;
    feishu::client const client{platform.config()};
    feishu::event_dispatcher on{echo_bot::keys()};
    echo_bot::listen(on, client);
    feishu::webhook hook{on};
    small_server const server{hook};
    return echo_bot::talk(platform, server.port());
}
