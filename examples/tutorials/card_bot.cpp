// A card bot: "order" makes it send a form. Submitting the form shows a toast at once; what takes longer than the three
// seconds of a callback updates the card later, with the token of the callback.
//
// On the real platform: write "order" to the bot in a one-to-one chat.
// Scopes: im:message, im:message.p2p_msg:readonly. Events, over a long connection: im.message.receive_v1,
// card.action.trigger.

#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/interactive/v1/card.hpp>
#include <feishu/content/card.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/event/card_callback.hpp>

#include "stage.hpp"

namespace card = feishu::card;
namespace im = feishu::im::v1;

namespace {

card::card form() {
    return {.header = card::header{.title = "Lunch"},
            .body = {.elements = {card::form_container{
                         .name = "lunch",
                         .elements = {card::select_static{
                                          .options = {card::option{.text = "Noodles", .value = "noodles"},
                                                      card::option{.text = "Rice", .value = "rice"}},
                                          .placeholder = "What?",
                                          .name = "dish",
                                          .required = true},
                                      card::input{.name = "wish", .placeholder = "Anything else?"},
                                      card::button{.text = "Order",
                                                   .type = card::button_type::primary,
                                                   .form_action_type = card::form_action::submit,
                                                   .name = "order"}}}}}};
}

card::card state(std::string const& text) {
    return {.header = card::header{.title = "Lunch"}, .body = {.elements = {card::markdown{text}}}};
}

class card_bot {
public:
    explicit card_bot(feishu::client const& client) : client_(client) {}

    void on_message(im::message::receive_v1 const& e) {
        auto const content = feishu::content_of(e.event.message);
        auto const* const text = std::get_if<feishu::text_content>(&content);
        if (text != nullptr && text->plain() == "order")
            client_.call(im::message::reply(e.event.message.message_id, form())).value();
    }

    // What the form contains has the names of its elements. The kitchen takes its time, so the card is updated later.
    card::callback_response on_submit(card::action_trigger const& e) {
        auto const& values = e.event.action.form_value.as_object();
        order_ = std::string(values.at("dish").as_string());
        if (auto const* const wish = values.if_contains("wish"))
            order_ += ", " + std::string(wish->as_string());
        token_ = e.event.token;
        return {.toast = card::toast{"ordered"}, .card = state("**" + order_ + "** is being cooked")};
    }

    // Within 30 minutes, and at most twice for a callback.
    void on_cooked() {
        auto const ready = card::to_value(state("**" + order_ + "** is ready"));
        client_.call(feishu::interactive::v1::card::update{.token = token_, .card = ready}).value();
    }

private:
    feishu::client const& client_;
    std::string order_;
    std::string token_;
};

void show(feishu::emulator::server& platform, feishu::message_id const& message,
          feishu::open_id const& user) {
    std::istringstream lines(card::outline(card::read(platform.state()->card_of(message, user)).value()));
    for (std::string line; std::getline(lines, line);)
        std::cout << "    " << line << '\n';
}

} // namespace

int main() try {
    tutorial::stage stage;
    feishu::client const client{stage.config()};
    card_bot bot(client);
    feishu::event_dispatcher on;
    on.handle<im::message::receive_v1>([&](auto const& e) { bot.on_message(e); });
    on.handle<card::action_trigger>([&](auto const& e) { return bot.on_submit(e); });

    if (auto* const platform = stage.emulator()) {
        auto const ann = platform->users().front();
        auto const chat = platform->state()->enter(ann, platform->app().app_id);
        auto const sent = [chat](auto& everyone) {
            return everyone.state()->messages_of(chat).back()->message_id;
        };
        stage.script({[=](auto& everyone) { everyone.state()->say(ann, chat, "order").value(); },
                      [=](auto& everyone) {
                          std::cout << "Ann sees the form:\n";
                          show(everyone, sent(everyone), ann);
                          auto const seen =
                              everyone
                                  .click(ann, sent(everyone),
                                         {.element = "order", .form = {{"dish", "noodles"}, {"wish", "hot"}}})
                                  .value();
                          std::cout << "submits it, sees \"" << seen.toast->content.value()
                                    << "\", and then:\n";
                          show(everyone, sent(everyone), ann);
                      },
                      [=, &bot](auto& everyone) {
                          bot.on_cooked();
                          std::cout << "later:\n";
                          show(everyone, sent(everyone), ann);
                      }});
    }
    stage.run(client, on);
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
