#pragma once
// The echo bot that the examples share, and a conversation with it in the emulator.

#include <cstdint>
#include <iostream>
#include <string>
#include <variant>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>

namespace echo_bot {

/// The keys that the developer console shows for an app; a real program reads them from its configuration.
inline feishu::event_options keys() {
    return {.encrypt_key = "an encrypt key", .verification_token = "a token"};
}

/// The bot: replies to each text message with the same text. `value()` throws if the reply fails: the
/// dispatcher then reports the event as failed, and the platform pushes it again.
inline void listen(feishu::event_dispatcher& on, feishu::client const& client) {
    namespace im = feishu::im::v1;
    on.handle<im::message::receive_v1>([&client](auto const& e) {
        auto const content = feishu::content_of(e.event.message);
        auto const* const received = std::get_if<feishu::text_content>(&content);
        if (received == nullptr)
            return;
        feishu::text const reply{"you said " + received->plain()};
        client.call(im::message::reply(e.event.message.message_id, reply)).value();
    });
}

/// A user says hello in the group. Returns the exit status of an example: 0 if the bot has replied.
inline int talk(feishu::emulator::server& platform) {
    auto const chat = platform.chat_id();
    platform.state()->say(platform.users().front().open_id, chat, "hello").value();
    platform.wait_idle();
    bool replied = false;
    for (auto const& content : platform.state()->contents_of(chat)) {
        std::cout << content << '\n';
        replied = replied || content == R"({"text":"you said hello"})";
    }
    return replied ? 0 : 1;
}

/// The same, with events pushed to a webhook on this port.
inline int talk(feishu::emulator::server& platform, std::uint16_t port) {
    feishu::emulator::webhook_subscription const bot{
        .app = platform.app(),
        .url = "http://127.0.0.1:" + std::to_string(port) + "/webhook/event",
        .encrypt_key = keys().encrypt_key,
        .verification_token = keys().verification_token};
    platform.push_to(bot).value();
    return talk(platform);
}

} // namespace echo_bot
