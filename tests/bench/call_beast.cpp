// The limit: Boost.Beast alone sends the bytes that the library sends, the same ones each time, and reads the response
// without its JSON. `sync` is a loop on a blocking socket, `async` 32 coroutines with a connection and a deadline each.

#include <chrono>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include "bench.hpp"

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

constexpr auto deadline = std::chrono::minutes(5);

struct address {
    bool tls = false;
    std::string host{};
    std::string port{};
};

address parse(std::string_view url) {
    auto const scheme = url.find("://");
    auto const port = url.rfind(':');
    return {url.starts_with("https"), std::string(url.substr(scheme + 3, port - scheme - 3)),
            std::string(url.substr(port + 1))};
}

using request = http::request<http::string_body>;

request message(address const& to) {
    request out(http::verb::post, "/open-apis/im/v1/messages?receive_id_type=chat_id", 11);
    out.set(http::field::host, to.host + ':' + to.port);
    out.set(http::field::user_agent, "feishu-cpp/0.1.0");
    out.set(http::field::content_type, "application/json; charset=utf-8");
    out.set(http::field::authorization, "Bearer t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234");
    out.body() = std::string(R"({"receive_id":")") + bench::chat + R"(","content":"{\"text\":\")" +
                 bench::text + R"(\"}","msg_type":"text","uuid":"00000000000040008000000000000000"})";
    out.prepare_payload();
    return out;
}

void check(http::response<http::string_body> const& received) {
    if (received.result_int() != 200 || received.body().find(bench::message_id) == std::string::npos)
        bench::fail("another response");
}

struct setting {
    address to;
    asio::ssl::context& tls;
    asio::io_context& context;
    request what = message(to);
};

using plain_stream = beast::tcp_stream;
using tls_stream = beast::ssl_stream<beast::tcp_stream>;

void connect(plain_stream& stream, address const& to) {
    stream.connect(
        tcp::endpoint(asio::ip::make_address(to.host), static_cast<std::uint16_t>(std::stoi(to.port))));
    stream.socket().set_option(tcp::no_delay(true));
}

void connect(tls_stream& stream, address const& to) {
    connect(stream.next_layer(), to);
    stream.set_verify_callback(asio::ssl::host_name_verification(to.host));
    stream.handshake(asio::ssl::stream_base::client);
}

template <class Stream>
Stream connected(setting const& s) {
    auto stream = [&] {
        if constexpr (std::is_same_v<Stream, tls_stream>)
            return Stream(s.context, s.tls);
        else
            return Stream(s.context);
    }();
    connect(stream, s.to);
    return stream;
}

template <class Stream>
bench::usage one_by_one(setting& s, std::size_t calls) {
    auto stream = connected<Stream>(s);
    beast::flat_buffer buffer;
    return bench::measure(calls, bench::warm_up_calls, [&](std::size_t n) {
        for (; n > 0; --n) {
            http::write(stream, s.what);
            http::response<http::string_body> received;
            http::read(stream, buffer, received);
            check(received);
        }
    });
}

template <class Stream>
asio::awaitable<void> sender(Stream& stream, request const& what, std::size_t& left) {
    beast::flat_buffer buffer;
    while (left > 0) {
        --left;
        beast::get_lowest_layer(stream).expires_after(deadline);
        co_await http::async_write(stream, what, asio::use_awaitable);
        http::response<http::string_body> received;
        co_await http::async_read(stream, buffer, received, asio::use_awaitable);
        check(received);
    }
}

template <class Stream>
bench::usage in_flight(setting& s, std::size_t calls) {
    std::list<Stream> streams;
    for (std::size_t at = 0; at < bench::in_flight; ++at)
        streams.push_back(connected<Stream>(s));
    return bench::measure(calls, bench::warm_up_calls, [&](std::size_t n) {
        for (auto& stream : streams)
            asio::co_spawn(s.context, sender(stream, s.what, n), asio::detached);
        s.context.restart();
        s.context.run();
    });
}

template <class Stream>
bench::usage run(setting& s, bool async, std::size_t calls) {
    return async ? in_flight<Stream>(s, calls) : one_by_one<Stream>(s, calls);
}

} // namespace

int main(int count, char** values) {
    bench::arguments const args(count, values);
    asio::io_context context(1);
    asio::ssl::context tls(asio::ssl::context::tls_client);
    tls.set_verify_mode(asio::ssl::verify_peer);
    if (auto const ca = args.text("ca"); !ca.empty())
        tls.load_verify_file(ca);
    setting s{parse(args.text("url")), tls, context};
    auto const calls = args.number("operations", 10'000);
    bool const async = args.name() == "async";
    bench::print(args.name(),
                 s.to.tls ? run<tls_stream>(s, async, calls) : run<plain_stream>(s, async, calls));
}
