// Responses to card interactions.

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/event/card_callback.hpp>

#include "../content/cards.hpp"

using namespace cards;

namespace {

std::string sent(card::action_trigger::response const& response) { return feishu::json::to_string(response); }

} // namespace

BOOST_AUTO_TEST_SUITE(card_callback)

BOOST_AUTO_TEST_CASE(a_toast_is_a_response) {
    BOOST_TEST(json(sent(card::toast{"saved"})) ==
               json(R"({"toast": {"type": "info", "content": "saved"}})"));
    BOOST_TEST(json(sent(card::toast{.content = "no",
                                     .type = card::toast_type::error,
                                     .i18n = card::translations{{"zh_cn", "不"}}})) ==
               json(R"({"toast": {"type": "error", "content": "no", "i18n": {"zh_cn": "不"}}})"));
}

BOOST_AUTO_TEST_CASE(a_response_replaces_the_card) {
    BOOST_TEST(json(sent(card::callback_response{.toast = card::toast{"approved"},
                                                 .card = with(card::markdown{"\"done\""})})) ==
               json(R"({"toast": {"type": "info", "content": "approved"}, "card": {"type": "raw", "data":
                        {"schema": "2.0", "body": {"elements": [{"tag": "markdown", "content": "\"done\""}]}}}})"));
    BOOST_TEST(sent(card::callback_response{}) == "{}");
}

BOOST_AUTO_TEST_CASE(a_response_replaces_the_card_by_a_template) {
    BOOST_TEST(json(sent(card::callback_response{
                   .card = card::from_template{.template_id = "AAq1", .variables = {{"a", "b"}}}})) ==
               json(R"({"card": {"type": "template", "data":
                        {"template_id": "AAq1", "template_variable": {"a": "b"}}}})"));
}

BOOST_AUTO_TEST_CASE(the_problems_of_a_response_are_those_of_its_card) {
    card::callback_response const response{.card = with(card::input{.max_length = 1001})};
    auto const problems = response.problems();
    BOOST_REQUIRE(problems.size() == 1u);
    BOOST_TEST(problems[0].field == "card.body.elements[0].max_length");
    BOOST_TEST(card::callback_response{.card = with(card::hr{})}.problems().empty());
    BOOST_TEST(card::callback_response{.toast = card::toast{"x"}}.problems().empty());
    BOOST_TEST(card::callback_response{.card = card::raw{"{"}}.problems()[0].field == "card");
    BOOST_TEST(card::callback_response{.card = card::by_id{.card_id = "7355"}}.problems().size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_interaction_is_read_from_the_callback) {
    auto const event = feishu::json::read<card::action_trigger>(R"({
        "schema": "2.0", "header": {"event_id": "f7", "event_type": "card.action.trigger"},
        "event": {"operator": {"open_id": "ou_1"}, "token": "c-1", "host": "im_message",
                  "action": {"value": {"deploy": "1.4"}, "tag": "button", "name": "go"},
                  "context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}}})");
    BOOST_REQUIRE(event.has_value());
    BOOST_TEST(event->event.action.value.at("deploy") == "1.4");
    BOOST_TEST(event->event.operator_.open_id == "ou_1");
}

BOOST_AUTO_TEST_SUITE_END()
