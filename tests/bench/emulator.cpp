// The emulator, or the limit beside it: a bare Beast server that sends fixed bytes. Prints a line of JSON with what a client
// needs, then the CPU time that it has used so far, in microseconds, for each line of its standard input.
//
//     bench_emulator emulator|beast

#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <feishu/emulator/server.hpp>

#include "bench.hpp"

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

constexpr std::string_view fixed =
    R"({"code":0,"msg":"success","data":{"message_id":"om_dc13264520392913993dd051dba21dcf","msg_type":"text",)"
    R"("create_time":"1615380573411","update_time":"1615380573411","deleted":false,"updated":false,)"
    R"("chat_id":"oc_84983ff6516d731e5b5f68d4ea2e1da5","sender":{"id":"cli_9f427eec54ae901b","id_type":"app_id",)"
    R"("sender_type":"app","tenant_key":"736588c9260f175e"},"body":{"content":"{\"text\":\"disk full on db-1\"}"}}})";

void serve(tcp::socket connection) {
    boost::beast::flat_buffer buffer;
    boost::system::error_code ended;
    while (!ended) {
        http::request<http::string_body> request;
        http::read(connection, buffer, request, ended);
        if (ended)
            return;
        http::response<http::string_body> response(http::status::ok, 11);
        response.set(http::field::content_type, "application/json; charset=utf-8");
        response.body() = fixed;
        response.prepare_payload();
        http::write(connection, response, ended);
    }
}

void report(std::string_view token, std::string const& chat, std::uint16_t port) {
    std::cout << R"({"port":)" << port << R"(,"token":")" << token << R"(","chat":")" << chat << "\"}"
              << std::endl;
    for (std::string line; std::getline(std::cin, line);)
        std::cout << bench::usage::now().cpu_ns() / 1e3 << std::endl;
}

void run_beast() {
    asio::io_context context;
    tcp::acceptor acceptor(context, {asio::ip::address_v4::loopback(), 0});
    auto const port = acceptor.local_endpoint().port();
    std::thread accepting([&] {
        boost::system::error_code closed;
        while (!closed) {
            auto connection = acceptor.accept(closed);
            if (!closed)
                serve(std::move(connection));
        }
    });
    report("t-1", bench::chat, port);
    std::_Exit(0); // the thread waits for a connection
}

void run_emulator() {
    feishu::emulator::server platform;
    auto const token = platform.state()->tenant_token(platform.app()).value;
    auto const url = platform.base_url();
    report(token, platform.chat_id().str(),
           static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1))));
}

} // namespace

int main(int count, char** values) {
    bench::arguments const args(count, values);
    args.name() == "beast" ? run_beast() : run_emulator();
}
