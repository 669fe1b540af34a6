// An echo bot in a server of another framework, cpp-httplib (Debian: libcpp-httplib-dev): the handler of
// `Post` is all that a server has to add. The emulator in this program pushes to it.

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

// The adapter between cpp-httplib and the webhook.
void serve(httplib::Server& server, feishu::webhook& hook) {
    server.Post("/webhook/event", [&hook](httplib::Request const& in, httplib::Response& out) {
        feishu::webhook_request request{.method = in.method, .body = in.body};
        for (auto const& [name, value] : in.headers)
            request.headers.push_back({name, value});
        auto const response = hook.handle(std::move(request));
        out.status = response.status;
        out.set_content(response.body, "application/json");
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
    server.set_keep_alive_timeout(1); // seconds; stop() waits for idle connections
    serve(server, hook);
    auto const port = static_cast<std::uint16_t>(server.bind_to_any_port("127.0.0.1"));
    std::thread listening([&] { server.listen_after_bind(); });
    auto const status = echo_bot::talk(platform, port);
    server.stop();
    listening.join();
    return status;
}
