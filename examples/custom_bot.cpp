// A message to a group through its custom bot, which needs no app. FEISHU_WEBHOOK_URL is the bot's webhook,
// FEISHU_WEBHOOK_SECRET its signing secret, if it has one. Without them it is a bot in a group of the embedded emulator.

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>

#include <feishu/client/custom_bot.hpp>
#include <feishu/emulator/server.hpp>

static std::string environment(char const* name) {
    char const* const value = std::getenv(name);
    return value != nullptr ? value : "";
}

int main() {
    feishu::custom_bot_config config{.url = environment("FEISHU_WEBHOOK_URL"),
                                     .secret = environment("FEISHU_WEBHOOK_SECRET")};
    std::optional<feishu::emulator::server> platform;
    if (config.url.empty()) {
        platform.emplace();
        auto const added = platform->state()->add_custom_bot(platform->chat_id(),
                                                             {.name = "alerts", .secret = "testsecret"});
        config.url = platform->base_url() + "/open-apis/bot/v2/hook/" + added.token;
        config.secret = added.options.secret;
    }
    feishu::custom_bot const bot(config);
    auto const sent = bot.send(feishu::text{"disk full on db-1"});
    if (!sent) {
        std::cerr << sent.error() << '\n';
        return 1;
    }
    if (platform)
        for (auto const& content : platform->state()->contents_of(platform->chat_id()))
            std::cout << "the group: " << content << '\n';
}
