// The cost of an encrypted webhook event: in place, on the dispatcher's threads, through
// webhook_server, and with many events remembered. The peers are the OpenSSL primitives that it cannot do without
// (SHA-256, base64, AES-256-CBC, with algorithms fetched once and contexts reused) and a bare Beast server.
//
//     bench_event events|server|remembered [--rounds N] [--operations N] [--most N]
//
// On the dispatcher's threads, events come one at a time, when each costs two switches of threads, or many at once,
// when the threads find the next one without being woken.
//
// Prints a line of JSON per result. Ours and its peer are measured in turns; the numbers are medians per event.
// --operations are the events of a round, --most is the largest number of remembered events.

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <latch>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <openssl/evp.h>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/impl/crypto.hpp>
#include <feishu/event/webhook.hpp>
#include <feishu/event/webhook_server.hpp>

#include "bench.hpp"

namespace {

namespace asio = boost::asio;
namespace beast_http = boost::beast::http;
using receive_v1 = feishu::im::v1::message::receive_v1;
using asio::ip::tcp;

constexpr std::string_view encrypt_key = "kf9ThBp5a0SU8dgNxCbyZeQmLjVw3RrH";
constexpr std::string_view token = "v-9f427eec54ae901b6g5f68d4ea2e1d";

using bench::fail;
using bench::usage;

struct plan {
    std::size_t rounds;
    std::size_t operations; // of a round: a multiple of 100
};

// --- requests

// A text message in a group, as the platform sends it.
std::string event_json(std::size_t n) {
    auto const id = std::to_string(10'000'000 + n);
    return R"({"schema":"2.0","header":{"event_id":"5e3702a84e847582be8db7fb)" + id + R"(","token":")" +
           std::string(token) +
           R"(","create_time":"1700000000000","event_type":"im.message.receive_v1","tenant_key":"736588c9260f175e",)"
           R"("app_id":"cli_9f427eec54ae901b"},"event":{"message":{"chat_id":"oc_84983ff6516d731e5b5f68d4ea2e1da5",)"
           R"("chat_type":"group","content":"{\"text\":\"@_user_1 disk full on db-1\"}","create_time":"1700000000000",)"
           R"("mentions":[{"id":{"open_id":"ou_155184d1e73cbfb8973e5a9e698e74f2","union_id":"on_76a72e86c4f5296f15a37c)"
           R"(dc67","user_id":"e33ggbyz"},"key":"@_user_1","name":"Tom","tenant_key":"736588c9260f175e"}],"message_id":)"
           R"("om_5ce6d572455d361153b7cb51)" +
           id +
           R"(","message_type":"text","update_time":"1700000000000"},"sender":{"sender_id":{"open_id":"ou_84aad35d084aa4)"
           R"(03a838cf73ee18467","union_id":"on_8ed6aa67826108097d9ee143816345","user_id":"e33ggbyz"},"sender_type":)"
           R"("user","tenant_key":"736588c9260f175e"}}})";
}

std::string now_text() {
    return std::to_string(
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
            .count());
}

feishu::webhook_request make_request(std::size_t n) {
    namespace crypto = feishu::event_crypto;
    static std::string const now = now_text();
    crypto::iv const iv{1, 2, 3, static_cast<unsigned char>(n)};
    feishu::webhook_request out{.method = "POST"};
    out.body = R"({"encrypt":")" + crypto::encrypt(encrypt_key, event_json(n), iv) + "\"}";
    out.headers = {{"Host", "127.0.0.1:9000"},
                   {"User-Agent", "Go-http-client/1.1"},
                   {"Content-Type", "application/json;charset=utf-8"},
                   {"X-Lark-Request-Timestamp", now},
                   {"X-Lark-Request-Nonce", "1648461513"},
                   {"X-Lark-Signature", crypto::signature(now, "1648461513", encrypt_key, out.body)}};
    return out;
}

// The next requests; no two are equal, since an event is handled once.
std::vector<feishu::webhook_request> next_requests(std::size_t count) {
    static std::size_t last = 0;
    std::vector<feishu::webhook_request> out;
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(make_request(++last));
    return out;
}

template <class F>
usage measure(std::size_t operations, F run) {
    return bench::measure(operations, 0, [&](std::size_t) { run(); });
}

// --- one event: primitives, in place, on threads

// SHA-256 of the request, base64 and AES-256-CBC of its body, as cheaply as OpenSSL does it.
class primitives {
public:
    primitives() {
        must(EVP_Digest(encrypt_key.data(), encrypt_key.size(), key_.data(), nullptr, sha256_, nullptr) == 1);
    }
    ~primitives() {
        EVP_MD_CTX_free(digest_);
        EVP_CIPHER_CTX_free(cipher_);
        EVP_MD_free(sha256_);
        EVP_CIPHER_free(aes_);
    }
    primitives(primitives const&) = delete;
    primitives& operator=(primitives const&) = delete;

    void run(feishu::webhook_request const& request) {
        std::array<unsigned char, 32> signature{};
        must(EVP_DigestInit_ex2(digest_, sha256_, nullptr) == 1);
        for (std::string_view const part :
             {std::string_view(request.headers[3].value), std::string_view(request.headers[4].value),
              encrypt_key, std::string_view(request.body)})
            must(EVP_DigestUpdate(digest_, part.data(), part.size()) == 1);
        must(EVP_DigestFinal_ex(digest_, signature.data(), nullptr) == 1);
        auto const text = std::string_view(request.body).substr(12, request.body.size() - 14);
        buffer_.resize(text.size());
        auto size = EVP_DecodeBlock(buffer_.data(), reinterpret_cast<unsigned char const*>(text.data()),
                                    static_cast<int>(text.size()));
        size -= text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
        int body = 0, last = 0;
        must(EVP_DecryptInit_ex2(cipher_, aes_, key_.data(), buffer_.data(), nullptr) == 1);
        must(EVP_DecryptUpdate(cipher_, buffer_.data() + 16, &body, buffer_.data() + 16, size - 16) == 1);
        must(EVP_DecryptFinal_ex(cipher_, buffer_.data() + 16 + body, &last) == 1);
        must(buffer_[16] == '{');
    }

private:
    static void must(bool done) {
        if (!done)
            fail("OpenSSL failed");
    }

    EVP_MD* sha256_ = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    EVP_CIPHER* aes_ = EVP_CIPHER_fetch(nullptr, "AES-256-CBC", nullptr);
    EVP_MD_CTX* digest_ = EVP_MD_CTX_new();
    EVP_CIPHER_CTX* cipher_ = EVP_CIPHER_CTX_new();
    std::array<unsigned char, 32> key_{};
    std::vector<unsigned char> buffer_;
};

feishu::event_options dispatcher_options() {
    return {.encrypt_key = std::string(encrypt_key), .verification_token = std::string(token)};
}

// A dispatcher with a handler that only counts.
struct receiver {
    explicit receiver(feishu::event_options options) : on(std::move(options)) {
        on.handle<receive_v1>([this](receive_v1 const& e) {
            if (e.event.message.message_id.empty())
                fail("a message without an id");
            handled.fetch_add(1, std::memory_order_relaxed);
        });
    }

    std::atomic<std::size_t> handled{0};
    feishu::event_dispatcher on;
    feishu::webhook hook{on};
};

void accepted(feishu::webhook_response const& response) {
    if (response.status != 200 || response.body != "{}")
        fail("status " + std::to_string(response.status));
}

[[gnu::noinline]] void handle_each(receiver& to, std::vector<feishu::webhook_request>& requests) {
    for (auto& one : requests)
        accepted(to.hook.handle(std::move(one)));
}

// All at once: the dispatcher's threads work while more requests are verified.
void handle_together(receiver& to, std::vector<feishu::webhook_request>& requests) {
    constexpr std::size_t in_flight = 100;
    for (std::size_t i = 0; i < requests.size(); i += in_flight) {
        std::latch open(in_flight);
        for (std::size_t j = i; j < i + in_flight; ++j)
            to.hook.handle(std::move(requests[j]), [&open](feishu::webhook_response const& response) {
                accepted(response);
                open.count_down();
            });
        open.wait();
    }
}

void measure_events(plan const& p) {
    primitives openssl;
    auto in_place_options = dispatcher_options();
    in_place_options.executor = [](std::function<void()> job) { job(); };
    receiver in_place(std::move(in_place_options)), threads(dispatcher_options()),
        together(dispatcher_options());
    std::array<std::vector<usage>, 4> samples;
    for (std::size_t round = 0; round < p.rounds; ++round) {
        auto requests = next_requests(p.operations);
        samples[0].push_back(measure(requests.size(), [&] {
            for (auto const& one : requests)
                openssl.run(one);
        }));
        auto copies = requests;
        samples[1].push_back(measure(requests.size(), [&] { handle_each(in_place, copies); }));
        copies = requests;
        samples[2].push_back(measure(requests.size(), [&] { handle_each(threads, copies); }));
        copies = requests;
        samples[3].push_back(measure(requests.size(), [&] { handle_together(together, copies); }));
    }
    bench::print("event_primitives", bench::median(samples[0]));
    bench::print("event_in_place", bench::median(samples[1]));
    bench::print("event_threads", bench::median(samples[2]));
    bench::print("event_threads_concurrent", bench::median(samples[3]));
}

// --- servers

// Reads requests and responds `{}`, with nothing in between.
asio::awaitable<void> serve_beast(tcp::socket socket) {
    boost::beast::flat_buffer buffer;
    for (;;) {
        beast_http::request<beast_http::string_body> request;
        boost::system::error_code failed;
        co_await beast_http::async_read(socket, buffer, request,
                                        asio::redirect_error(asio::use_awaitable, failed));
        if (failed)
            co_return;
        beast_http::response<beast_http::string_body> response{beast_http::status::ok, request.version()};
        response.set(beast_http::field::content_type, "application/json; charset=utf-8");
        response.body() = "{}";
        response.keep_alive(request.keep_alive());
        response.prepare_payload();
        co_await beast_http::async_write(socket, response, asio::use_awaitable);
    }
}

class beast_server {
public:
    explicit beast_server(unsigned threads) {
        asio::co_spawn(context_, accept(), asio::detached);
        for (unsigned i = 0; i < threads; ++i)
            threads_.emplace_back([this] { context_.run(); });
    }
    ~beast_server() {
        context_.stop();
        for (auto& one : threads_)
            one.join();
    }
    beast_server(beast_server const&) = delete;
    beast_server& operator=(beast_server const&) = delete;
    std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

private:
    asio::awaitable<void> accept() {
        for (;;) {
            auto socket = co_await acceptor_.async_accept(asio::make_strand(context_), asio::use_awaitable);
            socket.set_option(tcp::no_delay(true));
            auto const executor = socket.get_executor();
            asio::co_spawn(executor, serve_beast(tcp::socket(std::move(socket))), asio::detached);
        }
    }

    asio::io_context context_;
    tcp::acceptor acceptor_{context_, {asio::ip::address_v4::loopback(), 0}};
    std::vector<std::thread> threads_;
};

std::string http_text(feishu::webhook_request const& request) {
    std::string out = "POST /webhook/event HTTP/1.1\r\n";
    for (auto const& [name, value] : request.headers)
        out += name + ": " + value + "\r\n";
    return out + "Content-Length: " + std::to_string(request.body.size()) + "\r\n\r\n" + request.body;
}

constexpr std::size_t connections = 8;

// The client, in a process of its own so that the server's CPU time is the server's alone: one request in flight on
// each connection.
void run_client(std::uint16_t port, std::vector<std::string> const& requests) {
    asio::io_context context;
    std::vector<tcp::socket> sockets;
    for (std::size_t i = 0; i < connections; ++i) {
        sockets.emplace_back(context).connect({asio::ip::address_v4::loopback(), port});
        sockets.back().set_option(tcp::no_delay(true));
    }
    std::string in;
    for (std::size_t i = 0; i < requests.size(); i += connections) {
        for (std::size_t j = 0; j < connections; ++j)
            asio::write(sockets[j], asio::buffer(requests[i + j]));
        for (auto& socket : sockets) {
            in.clear();
            asio::read_until(socket, asio::dynamic_buffer(in), "\r\n\r\n{}");
            if (!in.starts_with("HTTP/1.1 200"))
                fail(in);
        }
    }
}

// The server runs in this process; its client in a child.
usage measure_server(std::uint16_t port, std::vector<std::string> const& requests) {
    return measure(requests.size(), [&] {
        auto const child = ::fork();
        if (child == 0) {
            run_client(port, requests);
            ::_exit(0);
        }
        int status = 0;
        if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0)
            fail("the client failed");
    });
}

void measure_servers(plan const& p, unsigned threads) {
    receiver to(dispatcher_options());
    feishu::webhook_server ours({.address = "127.0.0.1", .threads = threads}, to.on);
    ours.start();
    beast_server bare(threads);
    std::array<std::vector<usage>, 2> samples;
    for (std::size_t round = 0; round < p.rounds; ++round) {
        std::vector<std::string> requests;
        for (auto const& one : next_requests(4 * p.operations))
            requests.push_back(http_text(one));
        samples[0].push_back(measure_server(bare.port(), requests));
        samples[1].push_back(measure_server(ours.port(), requests));
    }
    bench::print("server_beast", bench::median(samples[0]), {{"threads", threads}});
    bench::print("server_ours", bench::median(samples[1]), {{"threads", threads}});
}

// --- remembered events

void measure_remembered(plan const& p, std::size_t most) {
    for (std::size_t size = 1; size <= most; size *= 10) {
        feishu::memory_dedup_store seen({.max_events = size});
        auto const now = feishu::clock::time_point(std::chrono::hours(1));
        std::size_t last = 0;
        auto const remember = [&](std::size_t count) {
            std::string key = "cli_9f427eec54ae901b/im.message.receive_v1/om_5ce6d572455d361153b7cb51";
            auto const prefix = key.size();
            for (std::size_t i = 0; i < count; ++i) {
                key.resize(prefix);
                key += std::to_string(10'000'000 + ++last); // as long as the one before
                seen.claim(key, now);
                seen.complete(key, "{}", now);
            }
        };
        remember(size);
        std::vector<usage> samples;
        for (std::size_t round = 0; round < p.rounds; ++round)
            samples.push_back(measure(p.operations, [&] { remember(p.operations); }));
        bench::print("remembered", bench::median(samples), {{"size", size}});
    }
}

} // namespace

int main(int count, char** values) {
    bench::arguments const args(count, values);
    plan const p{.rounds = args.number("rounds", 21), .operations = args.number("operations", 1'000)};
    if (args.name() == "events")
        measure_events(p);
    else if (args.name() == "server")
        for (unsigned const threads : {1u, 2u})
            measure_servers(p, threads);
    else if (args.name() == "remembered")
        measure_remembered(p, args.number("most", 1'000'000));
    else
        fail("usage: bench_event events|server|remembered [--rounds N] [--operations N] [--most N]");
}
