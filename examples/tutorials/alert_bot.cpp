// An alert bot: finds the people on duty by e-mail address and mobile number, creates a group for the incident, sends
// a card with a button, and urges them in the app, by SMS and by phone, until somebody acknowledges. The card then
// says who did, and the group is renamed.
//
// On the real platform: DUTY_EMAILS and DUTY_MOBILES, separated by commas.
// Scopes: im:chat, im:message, im:message.urgent, im:message.urgent:sms, im:message.urgent:phone, im:message.pins:write_only,
// contact:user.id:readonly. Events: card.action.trigger, over a long connection.

#include <atomic>

#include <feishu/api/contact/v3/user.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/pin.hpp>
#include <feishu/content/card.hpp>
#include <feishu/event/card_callback.hpp>

#include "stage.hpp"

namespace card = feishu::card;
namespace im = feishu::im::v1;
using std::chrono::minutes;

namespace {

// The card has one state before and one after somebody has clicked. `update_multi` makes everybody see the same.
card::card incident_card(std::string const& acknowledged_by = {}) {
    card::card out{.header =
                       card::header{.title = "db-1: disk 97 % full", .template_ = card::template_color::red},
                   .body = {.elements = {card::markdown{"/var grows by **2 GB an hour**"}}}};
    if (acknowledged_by.empty()) {
        out.body.elements.push_back(card::button{.text = "I take care of it",
                                                 .type = card::button_type::primary,
                                                 .behaviors = {card::callback({{"incident", "db-1"}})}});
    } else {
        out.header->template_ = card::template_color::green;
        out.body.elements.push_back(card::markdown{"taken care of by <at id=" + acknowledged_by + "></at>"});
    }
    return card::patchable(std::move(out));
}

// People are known by address; endpoints want ids. An unknown address has an entry without one.
std::vector<std::string> find_people(feishu::client const& client, std::vector<std::string> const& emails,
                                     std::vector<std::string> const& mobiles) {
    feishu::contact::v3::user::batch_get_id request;
    for (auto const& one : emails)
        request.emails.push_back(feishu::email(one));
    for (auto const& one : mobiles)
        request.mobiles.push_back(one);
    std::vector<std::string> found;
    for (auto const& user : client.call(request).value().user_list)
        if (user.user_id.empty())
            std::cout << "nobody has the address " << user.email << user.mobile << '\n';
        else
            found.push_back(user.user_id);
    return found;
}

class alert_bot {
public:
    explicit alert_bot(feishu::client const& client) : client_(client) {}

    void raise(std::vector<std::string> const& people) {
        chat_ =
            client_.call(im::chat::create{.name = "Incident db-1", .user_id_list = people}).value().chat_id;
        message_ = client_.call(im::message::send(chat_, incident_card())).value().message_id;
        client_.call(im::pin::create{.message_id = message_}).value();
    }

    // The handler of the button. It has three seconds; what it returns replaces the card.
    card::callback_response acknowledge(card::action_trigger const& e) {
        if (acknowledged_.exchange(true))
            return {.toast = card::toast{"somebody was faster"}};
        client_.call(im::chat::update{.chat_id = chat_, .name = "Incident db-1 (in work)"}).value();
        return {.toast = card::toast{"thank you"}, .card = incident_card(e.event.operator_.open_id.str())};
    }

    // Each step reaches people who did not notice the one before.
    void escalate(tutorial::stage& time, std::vector<std::string> const& people) {
        std::cout << "urging " << people.size() << " people in the app\n";
        client_.call(im::message::urgent_app{.message_id = message_, .user_id_list = people}).value();
        time.wait(minutes(5));
        if (acknowledged_)
            return;
        std::cout << "nobody reacts: SMS\n";
        client_.call(im::message::urgent_sms{.message_id = message_, .user_id_list = people}).value();
        time.wait(minutes(5));
        if (acknowledged_)
            return;
        std::cout << "nobody reacts: phone\n";
        client_.call(im::message::urgent_phone{.message_id = message_, .user_id_list = people}).value();
    }

    feishu::message_id const& message() const { return message_; }
    feishu::chat_id const& chat() const { return chat_; }

private:
    feishu::client const& client_;
    feishu::chat_id chat_;
    feishu::message_id message_;
    std::atomic<bool> acknowledged_ = false; // set on a thread of the dispatcher
};

} // namespace

int main() try {
    tutorial::stage stage;
    feishu::client const client{stage.config()};
    alert_bot bot(client);
    feishu::event_dispatcher on;
    on.handle<card::action_trigger>([&](auto const& e) { return bot.acknowledge(e); });
    tutorial::listening const events(stage, client, on);

    auto emails = tutorial::split(tutorial::environment("DUTY_EMAILS"));
    auto mobiles = tutorial::split(tutorial::environment("DUTY_MOBILES"));
    if (auto* const platform = stage.emulator()) {
        auto const dan =
            platform->state()->add_user(feishu::emulator::user{.name = "Dan", .mobile = "+8613011111111"});
        emails = {platform->users().front().email.str(), "nobody@example.com"};
        mobiles = {dan.mobile};
        stage.script({[](auto&) {}, // five minutes without a reaction
                      [&bot, dan](auto& everyone) {
                          auto const seen = everyone.click(dan, bot.message(), "I take care of it").value();
                          std::cout << "Dan clicks and sees \"" << seen.toast->content.value() << "\"\n";
                      }});
    }
    auto const people = find_people(client, emails, mobiles);
    bot.raise(people);
    bot.escalate(stage, people);

    auto const group = client.call(im::chat::get{.chat_id = bot.chat()}).value();
    std::cout << "the group is now called " << group.name << '\n';
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
