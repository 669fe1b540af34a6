// The cost of an operation while something grows: `threads` that share a client, `tenants` of a store app, `messages`
// in an emulated chat; `held`, what a tenant takes. A line of JSON per size; --most is the largest.

#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/auth/app_tickets.hpp>
#include <feishu/client.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/state.hpp>

#include "bench.hpp"

namespace {

namespace im = feishu::im::v1;
namespace emulator = feishu::emulator;

im::message::create message() {
    return im::message::send(feishu::chat_id{bench::chat}, feishu::text{bench::text});
}

template <class T>
void check(feishu::result<T> const& outcome) {
    if (!outcome)
        bench::fail(outcome.error().to_string());
}

// --- threads

void call_on_threads(feishu::client const& client, std::size_t threads, std::size_t calls) {
    std::vector<std::jthread> running;
    for (std::size_t at = 0; at < threads; ++at)
        running.emplace_back([&client, mine = calls / threads] {
            for (std::size_t left = mine; left > 0; --left)
                check(client.call(message()));
        });
}

void measure_threads(bench::arguments const& args) {
    auto const calls = args.number("operations", 12'800);
    for (std::size_t threads = 1; threads <= args.number("most", 64); threads *= 2) {
        feishu::client const client{
            {.app_id = "cli_1", .app_secret = "secret", .base_url = args.text("url")}};
        auto const used =
            bench::measure(calls, 4 * threads, [&](std::size_t n) { call_on_threads(client, threads, n); });
        bench::print("threads", used, {{"size", threads}});
    }
}

// --- tenants

// Responds at once: what is left is what the client does itself.
class immediate final : public feishu::http::transport {
public:
    feishu::result<void> exchange(feishu::http::request const& req, feishu::http::response_sink& sink,
                                  feishu::http::exchange_options const&) override {
        bool const token = req.target.find("/auth/v3/") != req.target.npos;
        if (sink.on_head({.status = 200, .headers = {}}))
            sink.on_body(
                token
                    ? R"({"code":0,"msg":"ok","app_access_token":"a-1","tenant_access_token":"t-1","expire":7200})"
                    : R"({"code":0,"msg":"success","data":{"message_id":"om_1"}})");
        return {};
    }
};

void measure_tenants(bench::arguments const& args) {
    auto const calls = args.number("operations", 20'000);
    for (std::size_t tenants = 1; tenants <= args.number("most", 10'000); tenants *= 10) {
        auto const tickets = std::make_shared<feishu::auth::app_tickets>();
        tickets->set("cli_1", "ticket");
        feishu::client const app{{.app_id = "cli_1",
                                  .app_secret = "secret",
                                  .app_type = feishu::app_type::store,
                                  .app_tickets = tickets,
                                  .transport = std::make_shared<immediate>()}};
        std::vector<feishu::client> clients;
        for (std::size_t at = 0; at < tenants; ++at)
            clients.push_back(app.for_tenant("tenant-" + std::to_string(at)));
        std::size_t next = 0;
        auto const used = bench::measure(calls, tenants, [&](std::size_t n) {
            for (; n > 0; --n)
                check(clients[next++ % tenants].call(message()));
        });
        bench::print("tenants", used, {{"size", tenants}});
    }
}

// --- messages

class emulated_chat {
public:
    void grow_to(std::size_t messages) {
        while (ids_.size() < messages)
            send();
    }
    void send() {
        auto sent = emulator::handle(tenant_, bot_,
                                     im::message::create{.receive_id_type = im::receive_id_type::chat_id,
                                                         .receive_id = chat_.str(),
                                                         .content = R"({"text":"disk full on db-1"})",
                                                         .msg_type = im::msg_type::text,
                                                         .uuid = "0f8fad5b-d9cb-469f-" + std::to_string(ids_.size())});
        check(sent);
        ids_.push_back(sent->message_id);
    }
    // One of the newest, as a bot does that was notified of it.
    void get_newest() { get(ids_.size() - 1 - next_++ % std::min<std::size_t>(100, ids_.size())); }
    void get_any() { get(next_++ * 7919 % ids_.size()); }
    void list(im::sort_type order) {
        check(emulator::handle(tenant_, bot_,
                               im::message::list{.container_id_type = im::container_id_type::chat,
                                                 .container_id = chat_.str(),
                                                 .sort_type = order,
                                                 .page_size = 50}));
    }

private:
    void get(std::size_t at) {
        check(emulator::handle(tenant_, bot_, im::message::get{.message_id = ids_[at]}));
    }

    emulator::state tenant_{
        1, emulator::clock{emulator::clock::time_point{std::chrono::seconds(1'700'000'000)}}};
    emulator::app app_ = tenant_.add_app("alerts");
    feishu::chat_id chat_ = tenant_.add_chat("ops", {tenant_.add_user("Ann")});
    emulator::caller bot_{.kind = feishu::token::tenant, .app = app_, .user = {}};
    std::vector<feishu::message_id> ids_{};
    std::size_t next_ = 0;
};

void measure_messages(bench::arguments const& args) {
    emulated_chat chat;
    auto const operations = args.number("operations", 1'000);
    for (std::size_t messages = 1; messages <= args.number("most", 100'000); messages *= 10) {
        chat.grow_to(messages);
        auto const measure = [&](char const* name, auto operation) {
            auto const used = bench::measure(operations, 10, [&](std::size_t n) {
                for (; n > 0; --n)
                    operation();
            });
            bench::print(name, used, {{"size", messages}});
        };
        measure("messages_get_newest", [&] { chat.get_newest(); });
        measure("messages_get_any", [&] { chat.get_any(); });
        if (messages >= 50) { // a full page
            measure("messages_list_oldest", [&] { chat.list(im::sort_type::ByCreateTimeAsc); });
            measure("messages_list_newest", [&] { chat.list(im::sort_type::ByCreateTimeDesc); });
        }
    }
}

// --- held: the memory of an emulated tenant, with a user for every ten messages

std::size_t bytes_in_use() {
    auto const now = mallinfo2();
    return now.uordblks + now.hblkhd;
}

void measure_held(bench::arguments const& args) {
    auto const messages = args.number("most", 1'000'000);
    auto const user_count = args.number("users", messages / 10);
    auto const empty = bytes_in_use();
    emulator::state tenant{1, emulator::clock{emulator::clock::time_point{std::chrono::seconds(1'700'000'000)}}};
    auto const app = tenant.add_app("alerts");
    std::vector<feishu::open_id> members;
    for (std::size_t at = 0; at < user_count; ++at)
        members.push_back(tenant.add_user("User " + std::to_string(at)).open_id);
    auto const users = bytes_in_use();
    members.resize((std::min)(members.size(), std::size_t(500)));
    auto const chat = tenant.add_chat("ops", members);
    emulator::caller const bot{.kind = feishu::token::tenant, .app = app, .user = {}};
    for (std::size_t at = 0; at < messages; ++at)
        check(emulator::handle(tenant, bot,
                               im::message::create{.receive_id_type = im::receive_id_type::chat_id,
                                                   .receive_id = chat.str(),
                                                   .content = R"({"text":"disk full on db-1"})",
                                                   .msg_type = im::msg_type::text,
                                                   .uuid = "0f8fad5b-d9cb-469f-a165-" + std::to_string(at)}));
    std::printf(R"({"case":"held","messages":%zu,"bytes_per_message":%zu,"bytes_per_user":%zu,"mebibytes":%zu})"
                "\n",
                messages, (bytes_in_use() - users) / messages, (users - empty) / user_count, bytes_in_use() >> 20);
}

} // namespace

int main(int count, char** values) {
    bench::arguments const args(count, values);
    if (args.name() == "threads")
        measure_threads(args);
    else if (args.name() == "tenants")
        measure_tenants(args);
    else if (args.name() == "messages")
        measure_messages(args);
    else if (args.name() == "held")
        measure_held(args);
    else
        bench::fail("usage: bench_scale threads|tenants|messages|held [--url URL] [--most N] [--operations N]");
}
