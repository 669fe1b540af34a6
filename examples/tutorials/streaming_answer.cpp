// A bot that answers with a text that grows, as language models produce it: a card in streaming mode, updated a few
// times a second, whose text ends complete whatever happens on the way.
//
// On the real platform: write to the bot in a one-to-one chat.
// Scopes: im:message, im:message.p2p_msg:readonly, cardkit:card:write. Event, over a long connection:
// im.message.receive_v1.

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client/card_stream.hpp>
#include <feishu/content/card.hpp>
#include <feishu/content/content_of.hpp>

#include "stage.hpp"

namespace card = feishu::card;
namespace im = feishu::im::v1;

namespace {

// A language model, as far as a bot sees it: the answer comes in pieces, over minutes.
void model_answer(std::string const& question, std::function<void(std::string_view)> const& on_piece) {
    for (auto const* const piece : {"You ask: *", question.c_str(), "*.\n\n", "The answer ", "has **three** ",
                                    "parts:\n", "1. to think\n", "2. to write\n", "3. to check\n"})
        on_piece(piece);
}

card::card empty_answer() {
    return {.config = card::config{.streaming_mode = true, .summary = card::summary{.content = "writing…"}},
            .body = {.elements = {card::markdown{.content = "", .element_id = "answer"}}}};
}

class answering_bot {
public:
    explicit answering_bot(feishu::client const& client) : client_(client) {}

    void on_message(im::message::receive_v1 const& e) {
        auto const content = feishu::content_of(e.event.message);
        auto const* const question = std::get_if<feishu::text_content>(&content);
        if (question == nullptr)
            return;
        auto answer = card::stream<feishu::client>::open(client_, empty_answer()).value();
        client_.call(im::message::reply(e.event.message.message_id, answer.message())).value();
        model_answer(question->plain(), [&](std::string_view piece) {
            // An update that fails costs nothing: the text is kept, and the next update brings it along.
            if (auto const written = answer.append("answer", piece); !written)
                std::cerr << written.error() << '\n';
        });
        answer.close("answered").value(); // sends what has not been sent, and ends streaming
    }

private:
    feishu::client const& client_;
};

} // namespace

int main() try {
    tutorial::stage stage;
    feishu::client const client{stage.config()};
    answering_bot bot(client);
    feishu::event_dispatcher on;
    on.handle<im::message::receive_v1>([&](auto const& e) { bot.on_message(e); });

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
    stage.run(client, on);
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
