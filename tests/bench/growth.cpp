// 100,000 calls of one client, half of them blocking, half in 32 coroutines, must leave nothing behind: after a warm-up,
// neither the live bytes of the heap nor the open files grow. Exit status 1 if they do.

#include <malloc.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/async.hpp>
#include <feishu/client.hpp>

namespace {

namespace asio = boost::asio;
namespace im = feishu::im::v1;

constexpr std::size_t warm_up = 2'000;
constexpr std::size_t half = 50'000;
constexpr std::size_t in_flight = 32;
constexpr std::size_t tolerated = 16'384; // bytes: what the C library rounds and caches

[[noreturn]] void fail(std::string const& why) {
    std::printf("%s\n", why.c_str());
    std::exit(1);
}

std::string response(std::string_view body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + std::string(body);
}

// One request at a time, each in one segment: the same response to all but the token's.
void serve(int connection) {
    static auto const token = response(R"({"code":0,"msg":"ok","tenant_access_token":"t-1","expire":7200})");
    static auto const message = response(R"({"code":0,"msg":"success","data":{"message_id":"om_1","chat_id":"oc_1"}})");
    char bytes[8192];
    for (ssize_t n; (n = ::recv(connection, bytes, sizeof bytes, 0)) > 0;) {
        std::string_view const request(bytes, static_cast<std::size_t>(n));
        auto const& out = request.find("/auth/v3/") != request.npos ? token : message;
        if (::send(connection, out.data(), out.size(), MSG_NOSIGNAL) < 0)
            break;
    }
    ::close(connection);
}

// In a process of its own, whose memory does not count. Returns its id; `url` is where it listens.
pid_t start_server(std::string& url) {
    asio::io_context context;
    asio::ip::tcp::acceptor acceptor(context, {asio::ip::make_address("127.0.0.1"), 0});
    url = "http://127.0.0.1:" + std::to_string(acceptor.local_endpoint().port());
    auto const child = ::fork();
    if (child != 0)
        return child;
    for (;;) {
        auto const connection = ::accept(acceptor.native_handle(), nullptr, nullptr);
        if (connection < 0)
            std::_Exit(1);
        std::thread(serve, connection).detach();
    }
}

im::message::create hello() { return im::message::send(feishu::chat_id{"oc_1"}, feishu::text{"hello"}); }

void check(feishu::result<im::message::create::response> const& sent) {
    if (!sent)
        fail(sent.error().to_string());
}

asio::awaitable<void> sender(feishu::client const& client, std::size_t& left) {
    while (left > 0) {
        --left;
        auto const request = hello();
        check(co_await client.async_call(request));
    }
}

void run(feishu::client const& client, asio::io_context& context, std::size_t calls) {
    for (std::size_t i = 0; i < calls; ++i)
        check(client.call(hello()));
    auto left = calls;
    for (std::size_t i = 0; i < in_flight; ++i)
        asio::co_spawn(context, sender(client, left), asio::detached);
    context.restart();
    context.run();
}

struct held {
    std::size_t bytes = ::mallinfo2().uordblks;
    std::ptrdiff_t files = std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
};

int measure(std::string const& url) {
    asio::io_context context(1);
    feishu::client const client{{.app_id = "cli_1", .app_secret = "secret", .base_url = url}};
    run(client, context, warm_up);
    held const before;
    run(client, context, half);
    held const after;
    std::printf("bytes on the heap: %zu, then %zu; open files: %td, then %td\n", before.bytes, after.bytes,
                before.files, after.files);
    return after.bytes > before.bytes + tolerated || after.files > before.files;
}

} // namespace

int main() {
    std::string url;
    auto const server = start_server(url);
    auto const status = measure(url);
    ::kill(server, SIGKILL);
    ::waitpid(server, nullptr, 0);
    return status;
}
