// An echo bot over a long connection: no public address, no keys. The emulator inside this program pushes to it.

#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/long_connection.hpp>

#include "echo_bot.hpp"

int main() {
    feishu::emulator::server platform;
    feishu::client const client{platform.config()};
    feishu::event_dispatcher on;
    echo_bot::listen(on, client);
    feishu::long_connection line{client, on};
    line.start(); // a program that does nothing else calls run()
    platform.wait_connections(platform.app().app_id);
    return echo_bot::talk(platform);
}
