// An echo bot over a long connection: needs neither a public address nor keys. The emulator in this program
// pushes to it.

#include <iostream>

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
    feishu::long_connection connection{client, on};
    connection.start(); // a program that does nothing else calls run()
    if (!platform.wait_connections(platform.app())) {
        std::cerr << "no connection\n";
        return 1;
    }
    return echo_bot::talk(platform);
}
