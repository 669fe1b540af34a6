// A bot that answers with a text that grows, as language models produce it: a card in streaming mode, updated a few
// times a second, whose text ends complete whatever happens on the way. A text too long for one card continues in others.
//
// On the real platform: write to the bot in a one-to-one chat.
// Scopes: im:message, im:message.p2p_msg:readonly, cardkit:card:write. Event, over a long connection:
// im.message.receive_v1.

#include <feishu/content/card.hpp>

#include "bot_stage.hpp"

namespace card = feishu::card;

namespace {

// A language model, as far as a bot sees it: the answer comes in pieces, over minutes.
std::vector<std::string> model_answer(std::string const& question) {
    return {"You ask: *", question,        "*.\n\n",        "The answer ",  "has **three** ",
            "parts:\n",   "1. to think\n", "2. to write\n", "3. to check\n"};
}

// What is appended is displayed in the background; an update that fails is repeated.
feishu::task answer(feishu::conversation c, feishu::incoming const& m) {
    auto reply = co_await c.stream(m);
    for (auto const& piece : model_answer(m.text()))
        co_await reply.append(piece);
    (co_await reply.finish()).value(); // waits until all is displayed, and ends streaming
}

} // namespace

int main() try {
    tutorial::stage stage;
    feishu::bot bot{{.client = stage.config()}};
    bot.on_message(answer);

    if (auto* const platform = stage.emulator()) {
        auto const ann = platform->users().front();
        auto const chat = platform->state()->enter(ann, platform->app().app_id);
        stage.script({[=](auto& everyone) { everyone.state()->say(ann, chat, "why?").value(); },
                      [=](auto& everyone) {
                          auto const answer = everyone.state()->messages_of(chat).back()->message_id;
                          auto const shown = card::read(everyone.state()->card_of(answer, ann)).value();
                          auto const& text = *shown.body.elements[0].template get_if<card::markdown>();
                          std::cout << "Ann sees:\n" << *text.content;
                          std::cout << "(streaming: " << std::boolalpha << *shown.config->streaming_mode
                                    << ")\n";
                      }});
    }
    tutorial::run(stage, bot);
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
