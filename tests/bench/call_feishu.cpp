// Sends messages through the library: `sync`, one after the other, or `async`, 32 in flight.

#include <chrono>
#include <fstream>
#include <iterator>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/async.hpp>
#include <feishu/client.hpp>

#include "bench.hpp"

namespace {

namespace asio = boost::asio;
namespace im = feishu::im::v1;

constexpr auto patience = std::chrono::minutes(5); // valgrind takes its time for 32 handshakes

im::message::create message() {
    return im::message::send(feishu::chat_id{bench::chat}, feishu::text{bench::text});
}

void check(feishu::result<im::message::create::response> const& sent) {
    if (!sent)
        bench::fail(sent.error().message);
    if (sent->message_id != bench::message_id)
        bench::fail("another message_id");
}

void one_by_one(feishu::client const& client, std::size_t calls) {
    for (; calls > 0; --calls)
        check(client.call(message()));
}

asio::awaitable<void> sender(feishu::client const& client, std::size_t& left) {
    while (left > 0) {
        --left;
        auto const request = message();
        check(co_await client.async_call(request));
    }
}

void in_flight(asio::io_context& context, feishu::client const& client, std::size_t calls) {
    for (std::size_t at = 0; at < bench::in_flight; ++at)
        asio::co_spawn(context, sender(client, calls), asio::detached);
    context.restart();
    context.run();
}

} // namespace

int main(int count, char** values) {
    bench::arguments const args(count, values);
    std::ifstream ca(args.text("ca"));
    asio::io_context context(1);
    feishu::client const client{{.app_id = "cli_9f427eec54ae901b",
                                 .app_secret = "secret",
                                 .base_url = args.text("url"),
                                 .ca_pem = {std::istreambuf_iterator<char>(ca), {}},
                                 .timeout = patience,
                                 .connect_timeout = patience,
                                 .tls_handshake_timeout = patience}};
    auto const calls = args.number("operations", 10'000);
    auto const used = bench::measure(calls, bench::warm_up_calls, [&](std::size_t n) {
        args.name() == "async" ? in_flight(context, client, n) : one_by_one(client, n);
    });
    bench::print(args.name(), used);
}
