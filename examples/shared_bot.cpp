// A bot in two processes on one store: each message gets its reply although one of them is killed. The emulator in this
// program pushes to both, over long connections; with make_redis_store, they could be on two machines.
//
//   shared_bot                                    the emulator, and this program twice more as the bot
//   shared_bot BASE_URL APP_ID SECRET STORE.db    the bot

#include <chrono>
#include <csignal>
#include <iostream>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/inbox.hpp>
#include <feishu/event/long_connection.hpp>
#include <feishu/event/reply_uuid.hpp>
#include <feishu/store/sqlite_store.hpp>

namespace im = feishu::im::v1;
using namespace std::chrono_literals;

/// The bot: an event is in the store before it is acknowledged, and handled by the one process or the other.
int run_bot(feishu::client_config config, std::string const& path) {
    auto const store = feishu::make_sqlite_store({.path = path}).value();
    config.store = store; // they share their tokens, too
    feishu::client const client{config};
    feishu::event_dispatcher on{
        {.inbox = feishu::make_inbox({.store = store, .visibility = 1s, .ordered_by_chat = true})}};
    on.handle<im::message::receive_v1>([&client](im::message::receive_v1 const& e) {
        auto const content = feishu::content_of(e.event.message);
        auto const* const received = std::get_if<feishu::text_content>(&content);
        if (received == nullptr)
            return;
        auto reply =
            im::message::reply(e.event.message.message_id, feishu::text{"you said " + received->plain()});
        reply.uuid = feishu::reply_uuid(e); // sent once, even if a process dies right after this call
        client.call(reply).value();
    });
    feishu::long_connection connection{client, on};
    connection.run().value();
    return 0;
}

pid_t start_bot(std::string const& program, feishu::client_config const& platform, std::string const& path) {
    std::vector<std::string> words{program, platform.base_url, platform.app_id.str(), platform.app_secret,
                                   path};
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t process = 0;
    return ::posix_spawn(&process, "/proc/self/exe", nullptr, nullptr, arguments.data(), environ) == 0
               ? process
               : -1;
}

void kill_bot(pid_t process) {
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
}

/// How many messages in the group are replies.
std::size_t replies(feishu::emulator::server& platform) {
    std::size_t count = 0;
    for (auto const& content : platform.state()->contents_of(platform.chat_id()))
        count += content.find("you said") != content.npos ? 1 : 0;
    return count;
}

int main(int argc, char** argv) {
    if (argc == 5)
        return run_bot({.app_id = feishu::app_id(argv[2]), .app_secret = argv[3], .base_url = argv[1]},
                       argv[4]);

    constexpr std::size_t messages = 20;
    feishu::emulator::server platform{
        {.push = {.retry_delays = std::vector<feishu::emulator::clock::duration>(100, 1s)}}};
    auto const path = "shared_bot." + std::to_string(::getpid()) + ".db";
    auto const first = start_bot(argv[0], platform.config(), path),
               second = start_bot(argv[0], platform.config(), path);
    bool const connected = platform.wait_connections(platform.app(), 2);
    for (std::size_t i = 0; connected && i < messages; ++i) {
        platform.state()
            ->say(platform.users().front().open_id, platform.chat_id(), std::to_string(i))
            .value();
        if (i == messages / 2)
            kill_bot(first);
    }
    for (int tries = 0; connected && replies(platform) < messages && tries < 600; ++tries)
        std::this_thread::sleep_for(100ms);
    auto const sent = replies(platform);
    std::cout << messages << " messages, " << sent << " replies\n";
    if (!connected)
        kill_bot(first);
    kill_bot(second);
    for (auto const* suffix : {"", "-wal", "-shm"})
        ::unlink((path + suffix).c_str());
    return sent == messages ? 0 : 1;
}
