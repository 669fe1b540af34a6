// A message to a group through its custom bot, which needs no app. FEISHU_WEBHOOK_URL is the bot's webhook,
// FEISHU_WEBHOOK_SECRET its signing secret, if it has one. Without them a webhook in the embedded emulator prints
// what it receives.

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>

#include <feishu/client/custom_bot.hpp>
#include <feishu/emulator/server.hpp>

namespace hook = feishu::bot_::v2::hook;

static std::string environment(char const* name) {
    char const* const value = std::getenv(name);
    return value != nullptr ? value : "";
}

static feishu::result<hook::send::response> print(feishu::emulator::caller const&,
                                                  hook::send const& message) {
    std::cout << (message.sign ? "signed: " : "unsigned: ")
              << message.content.value_or(nullptr).at("text").as_string().c_str() << '\n';
    return hook::send::response{};
}

int main() {
    feishu::custom_bot_config config{.url = environment("FEISHU_WEBHOOK_URL"),
                                     .secret = environment("FEISHU_WEBHOOK_SECRET")};
    std::optional<feishu::emulator::server> platform;
    if (config.url.empty()) {
        platform.emplace().serve<hook::send>(print);
        config.url = platform->base_url() + "/open-apis/bot/v2/hook/1a2b";
        config.secret = "testsecret";
    }
    feishu::custom_bot const bot(config);
    auto const sent = bot.send(feishu::text{"disk full on db-1"});
    if (!sent)
        std::cerr << sent.error() << '\n';
    return sent ? 0 : 1;
}
