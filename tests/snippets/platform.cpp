// Runs the READMEs' snippets against the emulator. check.py generates snippets.hpp: their declarations, and
// FEISHU_SNIPPETS, a line that calls each. The parameters of a snippet are the objects below that it uses.

#include <chrono>
#include <fstream>
#include <iostream>
#include <string>

#include <boost/json/value.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/client/oauth.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/webhook.hpp>

#include "snippets.hpp"

namespace im = feishu::im::v1;

namespace {

feishu::emulator::server* running = nullptr;

} // namespace

// What snippets call, as a program's own functions.
void deploy(boost::json::value const&, feishu::open_id const&) {}
void save(feishu::oauth::user_tokens const&) {}
feishu::oauth::user_tokens load() { return {}; }
void run_the_bot() {
    feishu::client const client{running->config()};
    static_cast<void>(
        client.call(im::message::get{.message_id = "om_1"}, {.retry = feishu::retry_policy::never()}));
}

int main() {
    feishu::emulator::server platform;
    running = &platform;
    feishu::client const client{platform.config()};
    auto const chat = platform.chat_id();
    auto const ann = platform.users().front().open_id;
    feishu::event_dispatcher on{{.encrypt_key = "k"}};
    auto const sent = client.call(im::message::send(chat, feishu::text{"hello"}));
    std::ofstream("报告.pdf") << "%PDF-1.7";

    int failed = 0;
    int number = 0;
    auto const run = [&](char const* name, auto const& snippet) {
        std::string problem;
        try {
            snippet();
        } catch (std::exception const& thrown) {
            problem = thrown.what();
        }
        std::cerr << (problem.empty() ? "ok " : "not ok ") << ++number << " - " << name << '\n' << problem;
        failed += problem.empty() ? 0 : 1;
    };
    FEISHU_SNIPPETS
    return failed == 0 ? 0 : 1;
}
