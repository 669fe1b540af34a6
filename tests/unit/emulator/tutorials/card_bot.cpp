// A bot that asks with a form, confirms with a toast, and updates the card later.
#include <boost/json/parse.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/interactive/v1/card.hpp>
#include <feishu/content/card.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/json/read.hpp>

#include "tutorial.hpp"

using namespace test;
namespace card = feishu::card;
namespace im = feishu::im::v1;

namespace {

card::card lunch_form() {
    return {.body = {.elements = {card::form_container{
                         .name = "lunch",
                         .elements = {card::select_static{
                                          .options = {card::option{.text = "Noodles", .value = "noodles"},
                                                      card::option{.text = "Rice", .value = "rice"}},
                                          .name = "dish",
                                          .required = true},
                                      card::input{.name = "wish"},
                                      card::button{.text = "Order",
                                                   .form_action_type = card::form_action::submit,
                                                   .name = "order"}}}}}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_tutorial_card_bot)

BOOST_AUTO_TEST_CASE(a_form_is_submitted_confirmed_and_its_card_updated_later) {
    tutorial_stage stage;
    auto& platform = stage.platform;
    std::string token;
    feishu::event_dispatcher on;
    on.handle<im::message::receive_v1>([&](im::message::receive_v1 const& e) {
        auto const content = feishu::content_of(e.event.message);
        auto const* const text = std::get_if<feishu::text_content>(&content);
        if (text != nullptr && text->plain() == "order")
            stage.client.call(im::message::reply(e.event.message.message_id, lunch_form())).value();
    });
    on.handle<card::action_trigger>([&](card::action_trigger const& e) {
        token = e.event.token;
        auto const dish = std::string(e.event.action.form_value.as_object().at("dish").as_string());
        return card::callback_response{
            .toast = card::toast{"ordered"},
            .card = card::card{.body = {.elements = {card::markdown{dish + " is being cooked"}}}}};
    });
    tutorial_listener const listening(stage, on);

    auto const chat = platform.state()->enter(stage.ann, platform.app().app_id);
    platform.state()->say(stage.ann, chat, "order").value();
    stage.settle();
    auto const id = stage.last_id(chat);
    BOOST_TEST(shows(stage.card(id, stage.ann), "Noodles"));

    BOOST_TEST(platform.click(stage.ann, id, emulator::card_interaction{.element = "order"}).error().code ==
               230001); // dish is required
    auto const reply =
        platform.click(stage.ann, id, {.element = "order", .form = {{"dish", "noodles"}, {"wish", "hot"}}})
            .value();
    BOOST_TEST(*reply.toast->content == "ordered");
    BOOST_TEST(shows(stage.card(id, stage.ann), "noodles is being cooked"));

    auto const update = [&](std::string text) {
        auto const document = boost::json::value(
            {{"schema", "2.0"},
             {"body",
              {{"elements",
                boost::json::array{boost::json::object{{"tag", "markdown"}, {"content", text}}}}}}});
        auto const done =
            stage.client.call(feishu::interactive::v1::card::update{.token = token, .card = document});
        return done ? 0 : done.error().code;
    };
    stage.wait(std::chrono::minutes(10));
    BOOST_TEST(update("noodles are ready") == 0);
    BOOST_TEST(shows(stage.card(id, stage.ann), "noodles are ready"));
    BOOST_TEST(update("enjoy") == 0);
    BOOST_TEST(shows(stage.card(id, stage.ann), "enjoy"));
    BOOST_TEST(update("a third time") != 0);
    BOOST_TEST(shows(stage.card(id, stage.ann), "enjoy"));
}

BOOST_AUTO_TEST_CASE(a_token_that_is_too_old_updates_nothing) {
    tutorial_stage stage;
    std::string token;
    feishu::event_dispatcher on;
    on.handle<card::action_trigger>([&](card::action_trigger const& e) {
        token = e.event.token;
        return card::callback_response{};
    });
    tutorial_listener const listening(stage, on);
    auto const id =
        stage.client.call(im::message::send(stage.platform.chat_id(), lunch_form())).value().message_id;
    stage.platform.click(stage.ann, id, {.element = "order", .form = {{"dish", "rice"}}}).value();
    stage.wait(std::chrono::minutes(31));
    auto const document = boost::json::parse(stage.card(id, stage.ann));
    BOOST_TEST(stage.client.call(feishu::interactive::v1::card::update{.token = token, .card = document})
                   .has_error());
    BOOST_TEST(shows(stage.card(id, stage.ann), "Noodles"));
}

BOOST_AUTO_TEST_SUITE_END()
