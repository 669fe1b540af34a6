// A bot that alerts people on duty until somebody acknowledges.
#include <feishu/api/contact/v3/user.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/pin.hpp>
#include <feishu/content/card.hpp>
#include <feishu/event/card_callback.hpp>

#include "tutorial.hpp"

using namespace test;
namespace card = feishu::card;
namespace im = feishu::im::v1;

namespace {

card::card incident(std::string const& acknowledged_by = {}) {
    card::card out{.header = card::header{.title = "db-1: disk 97 % full"},
                   .body = {.elements = {card::markdown{"/var grows"}}}};
    if (acknowledged_by.empty())
        out.body.elements.push_back(
            card::button{.text = "Acknowledge", .behaviors = {card::callback({{"incident", "db-1"}})}});
    else
        out.body.elements.push_back(card::markdown{"taken care of by <at id=" + acknowledged_by + "></at>"});
    return card::patchable(std::move(out));
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_tutorial_alert_bot)

BOOST_AUTO_TEST_CASE(people_are_urged_in_three_ways_until_one_acknowledges) {
    tutorial_stage stage;
    auto& platform = stage.platform;
    auto const dan = platform.state()->add_user(emulator::user{.name = "Dan", .mobile = "+8613011111111"});

    // The bot finds them by e-mail address and mobile number; an unknown address has an entry without an id.
    auto const found =
        stage.client
            .call(feishu::contact::v3::user::batch_get_id{
                .emails = {stage.people[0].email, "nobody@example.com"}, .mobiles = {dan.mobile}})
            .value()
            .user_list;
    BOOST_TEST(found.size() == 3u);
    std::vector<std::string> on_duty;
    for (auto const& one : found)
        if (!one.user_id.empty())
            on_duty.push_back(one.user_id);
    BOOST_TEST(on_duty == (std::vector{stage.ann.str(), dan.open_id.str()}),
               boost::test_tools::per_element());

    feishu::chat_id chat;
    feishu::event_dispatcher on;
    on.handle<card::action_trigger>([&](card::action_trigger const& e) {
        stage.client.call(im::chat::update{.chat_id = chat, .name = "Incident (in work)"}).value();
        return card::callback_response{.toast = card::toast{"thank you"},
                                       .card = incident(e.event.operator_.open_id.str())};
    });
    tutorial_listener const listening(stage, on);

    chat = stage.client.call(im::chat::create{.name = "Incident", .user_id_list = on_duty}).value().chat_id;
    BOOST_TEST(stage.group(chat).has(dan.open_id));
    BOOST_TEST(stage.group(chat).name == "Incident");
    auto const id = stage.client.call(im::message::send(chat, incident())).value().message_id;
    stage.client.call(im::pin::create{.message_id = id}).value();
    BOOST_TEST(shows(stage.card(id, dan.open_id), "Acknowledge"));
    BOOST_TEST(!shows(stage.card(id, stage.eve), "Acknowledge"));

    // In the app, by SMS, by phone.
    auto const unread = [&] {
        return platform.state().with(
            [&](emulator::state& tenant) { return tenant.find_user(dan.open_id)->unread_urgent; });
    };
    BOOST_TEST(stage.client.call(im::message::urgent_app{.message_id = id, .user_id_list = on_duty})
                   .value()
                   .invalid_user_id_list.empty());
    BOOST_TEST(unread() == 1);
    stage.wait(std::chrono::minutes(5));
    stage.client.call(im::message::urgent_sms{.message_id = id, .user_id_list = on_duty}).value();
    stage.wait(std::chrono::minutes(5));
    stage.client.call(im::message::urgent_phone{.message_id = id, .user_id_list = on_duty}).value();
    BOOST_TEST(unread() >= 1);
    platform.state()->read_all(dan.open_id);
    BOOST_TEST(unread() == 0);

    auto const reply = platform.click(dan.open_id, id, "Acknowledge").value();
    BOOST_TEST(*reply.toast->content == "thank you");
    for (auto const& who : {stage.ann, dan.open_id}) // update_multi: everybody sees the same
        BOOST_TEST(shows(stage.card(id, who), "taken care of by"));
    BOOST_TEST(stage.group(chat).name == "Incident (in work)");
    BOOST_TEST(platform.click(stage.ann, id, "Acknowledge").error().code == 230001); // the button is gone
    BOOST_TEST(stage.client.call(im::pin::list{.chat_id = chat}).value().items.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
