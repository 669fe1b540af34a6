// An echo bot inside a server of another framework, cpp-httplib (Debian: libcpp-httplib-dev): the handler of
// `Post` is all that a server has to add. The emulator inside this program pushes to it.

#include <cstdint>
#include <thread>
#include <utility>

#include <httplib.h>

#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/webhook.hpp>

#include "echo_bot.hpp"

namespace {

// The adapter.
void serve(httplib::Server& server, feishu::webhook& hook) {
    server.Post("/webhook/event", [&hook](httplib::Request const& in, httplib::Response& out) {
        feishu::webhook_request asked{.method = in.method, .body = in.body};
        for (auto const& [name, value] : in.headers)
            asked.headers.push_back({name, value});
        auto const told = hook.handle(std::move(asked));
        out.status = told.status;
        out.set_content(told.body, "application/json");
    });
}

} // namespace

int main() {
    feishu::emulator::server platform;
    feishu::client const client{platform.config()};
    feishu::event_dispatcher on{echo_bot::keys()};
    echo_bot::listen(on, client);
    feishu::webhook hook{on};

    httplib::Server server;
    server.set_keep_alive_timeout(1); // s; it waits for idle connections when it stops
    serve(server, hook);
    auto const port = static_cast<std::uint16_t>(server.bind_to_any_port("127.0.0.1"));
    std::thread listening([&] { server.listen_after_bind(); });
    auto const status = echo_bot::talk(platform, port);
    server.stop();
    listening.join();
    return status;
}
