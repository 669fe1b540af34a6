// An echo bot behind a webhook, on the library's own server. The emulator in this program pushes to it.

#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/webhook_server.hpp>

#include "echo_bot.hpp"

int main() {
    feishu::emulator::server platform;
    feishu::client const client{platform.config()};
    feishu::event_dispatcher on{echo_bot::keys()};
    echo_bot::listen(on, client);
    feishu::webhook_server server{{.address = "127.0.0.1"}, on};
    server.start(); // a program that does nothing else calls run()
    return echo_bot::talk(platform, server.port());
}
