#include <feishu/emulator/impl/push/callbacks.hpp>
#include <feishu/emulator/card_template.hpp>

#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include "world.hpp"

using namespace test;

namespace {

std::string const card_2 = R"({"schema":"2.0","body":{"elements":[
    {"tag":"markdown","content":"Deploy?"},
    {"tag":"button","text":{"tag":"plain_text","content":"Docs"},"behaviors":[{"type":"open_url","default_url":"https://example.com"}]},
    {"tag":"button","element_id":"yes","text":{"tag":"plain_text","content":"Go"},"behaviors":[{"type":"callback","value":{"go":true}}]},
    {"tag":"form","name":"f","elements":[
        {"tag":"input","name":"why","behaviors":[{"type":"callback","value":{"in":1}}]},
        {"tag":"button","name":"send","form_action_type":"submit","text":{"tag":"plain_text","content":"Send"}}]},
    {"tag":"column_set","columns":[{"tag":"column","elements":[
        {"tag":"select_static","name":"where","options":[{"value":"eu"}],"behaviors":[{"type":"callback"}]},
        {"tag":"checker","name":"sure","behaviors":[{"type":"callback"}]}]}]}]}})";

std::string const card_1 = R"({"elements":[{"tag":"action","actions":[
    {"tag":"button","text":{"tag":"plain_text","content":"Yes"},"value":{"n":1}},
    {"tag":"button","text":{"tag":"plain_text","content":"Yes"},"value":{"n":2}}]}]})";

auto on(std::string const& card, emulator::card_interaction const& what) {
    return emulator::action_on(card, what).value();
}

emulator::push_outcome replied(int status, std::string body) {
    return {.channel = emulator::delivery_channel::webhook, .status = status, .response = std::move(body)};
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_callbacks)

BOOST_AUTO_TEST_CASE(a_button_is_found_by_its_text_its_id_or_its_name) {
    for (auto const* name : {"Go", "yes"}) {
        auto const action = on(card_2, {.element = name});
        BOOST_TEST(action.tag == "button");
        BOOST_TEST(boost::json::serialize(action.value) == R"({"go":true})");
    }
    BOOST_TEST(on(card_2, {.element = "send"}).name == "send");
}

BOOST_AUTO_TEST_CASE(of_several_matching_elements_one_is_chosen_by_its_position) {
    BOOST_TEST(boost::json::serialize(on(card_1, {.element = "Yes"}).value) == R"({"n":1})");
    BOOST_TEST(boost::json::serialize(on(card_1, {.element = "Yes", .nth = 1}).value) == R"({"n":2})");
    BOOST_TEST(boost::json::serialize(on(card_1, {.nth = 1}).value) == R"({"n":2})");
    BOOST_TEST(emulator::action_on(card_1, {.nth = 2}).error().code == 230001);
}

BOOST_AUTO_TEST_CASE(a_form_submits_its_values) {
    auto const action = on(card_2, {.element = "Send", .form = {{"why", "because"}}});
    BOOST_TEST(boost::json::serialize(action.form_value) == R"({"why":"because"})");
}

BOOST_AUTO_TEST_CASE(text_selection_and_check_mark_are_in_the_action) {
    auto const typed = on(card_2, {.element = "why", .text = "because"});
    BOOST_TEST(typed.input_value == "because");
    BOOST_TEST(typed.option == "");
    BOOST_TEST(on(card_2, {.element = "where", .option = "eu"}).option == "eu");
    BOOST_TEST(on(card_2, {.element = "sure", .checked = true}).checked);
}

BOOST_AUTO_TEST_CASE(a_button_that_only_opens_a_page_has_no_callback) {
    BOOST_TEST(emulator::action_on(card_2, {.element = "Docs"}).error().code == 230001);
    BOOST_TEST(emulator::action_on(card_2, {.element = "Stop"}).error().code == 230001);
    BOOST_TEST(emulator::action_on("no card", {}).error().code == 230001);
}

BOOST_AUTO_TEST_CASE(a_response_is_a_toast_and_a_card_or_nothing) {
    auto const reply =
        emulator::read_card_response(replied(200, R"({"toast":{"type":"info","content":"saved"}})")).value();
    BOOST_TEST(*reply.toast->content == "saved");
    BOOST_TEST(!emulator::read_card_response(replied(200, "{}"))->toast.has_value());
    BOOST_TEST(!emulator::read_card_response(replied(200, ""))->toast.has_value());
}

BOOST_AUTO_TEST_CASE(a_missing_or_malformed_response_has_the_platforms_code) {
    BOOST_TEST(emulator::read_card_response(replied(0, "timed out")).error().code == 200341);
    BOOST_TEST(emulator::read_card_response(replied(302, "")).error().code == 200671);
    BOOST_TEST(emulator::read_card_response(replied(200, "saved")).error().code == 200672);
    BOOST_TEST(emulator::read_preview_response(replied(200, "[1]")).error().code == 200672);
}

BOOST_AUTO_TEST_CASE(the_response_to_a_legacy_callback_is_the_card_itself) {
    auto const read = [](std::string body) { return emulator::read_legacy_card_response(replied(200, std::move(body))); };
    BOOST_TEST(!read("")->response.card.has_value());
    BOOST_TEST(!read("{}")->response.card.has_value());
    auto const toast = read(R"({"toast":{"type":"info","content":"saved"}})").value();
    BOOST_TEST(*toast.response.toast->content == "saved");
    BOOST_TEST(!toast.response.card.has_value());
    auto const card = read(R"({"elements":[],"open_ids":["ou_1","ou_2"]})").value();
    BOOST_TEST(boost::json::serialize(*card.response.card->data) == R"({"elements":[]})");
    BOOST_TEST(card.users.size() == 2u);
    auto const published = read(R"({"type":"template","data":{"template_id":"AAq1"}})").value();
    BOOST_TEST(boost::json::serialize(*published.response.card->data) == R"({"template_id":"AAq1"})");
    for (auto const* wrong : {"[1]", "saved", R"({"toast":1})", R"({"open_ids":{}})"})
        BOOST_TEST(read(wrong).error().code == 200672, wrong);
}

BOOST_AUTO_TEST_CASE(only_options_that_an_element_offers_can_be_selected) {
    std::string const card = R"({"schema":"2.0","body":{"elements":[
        {"tag":"overflow","element_id":"more","options":[{"value":"a"}],"behaviors":[{"type":"callback"}]},
        {"tag":"select_static","element_id":"one","options":[{"value":"x"}],"behaviors":[{"type":"callback"}]},
        {"tag":"button","element_id":"off","disabled":true,"behaviors":[{"type":"callback"}]}]}})";
    BOOST_TEST(on(card, {.element = "more", .option = "a"}).option == "a");
    BOOST_TEST(emulator::action_on(card, {.element = "more", .option = "b"}).error().code == 230001);
    BOOST_TEST(emulator::action_on(card, {.element = "one", .options = {"y"}}).error().code == 230001);
    BOOST_TEST(emulator::action_on(card, {.element = "off"}).error().code == 230001);
}

BOOST_AUTO_TEST_CASE(a_form_submits_initial_values_and_needs_the_required_ones) {
    std::string const card = R"({"schema":"2.0","body":{"elements":[{"tag":"form","name":"f","elements":[
        {"tag":"input","name":"why","required":true},
        {"tag":"date_picker","name":"day","initial_date":"2024-01-01"},
        {"tag":"button","name":"send","form_action_type":"submit"}]}]}})";
    auto const sent = on(card, {.element = "send", .form = {{"why", "so"}}});
    BOOST_TEST(boost::json::serialize(sent.form_value) == R"({"why":"so","day":"2024-01-01"})");
    BOOST_TEST(emulator::action_on(card, {.element = "send"}).error().code == 230001);
    BOOST_TEST(
        emulator::action_on(card, {.element = "send", .form = {{"why", "so"}, {"who", "me"}}}).error().code == 230001);
}

BOOST_AUTO_TEST_CASE(the_card_of_a_response_replaces_the_one_that_was_clicked) {
    world w;
    auto const id = w.run(w.to_chat(R"({"elements":[]})", im::msg_type::interactive)).value().message_id;
    auto const answer = [&](std::string card, feishu::open_id const& user = {}) {
        auto const reply = emulator::read_card_response(replied(200, R"({"card":)" + card + "}")).value();
        auto const done = emulator::apply(w.tenant, id, reply, user);
        return done ? 0 : done.error().code;
    };
    auto const shown = [&](emulator::user const& user) { return w.tenant.card_of(id, user.open_id); };
    BOOST_TEST(answer(R"({"type":"raw","data":{"header":{}}})", w.ann.open_id) == 0);
    BOOST_TEST(shown(w.ann) == R"({"header":{}})"); // a card that is not shared changes for one user
    BOOST_TEST(shown(w.ben) == R"({"elements":[]})");
    BOOST_TEST(emulator::apply(w.tenant, id, {}).has_value());
    BOOST_TEST(answer(R"({"type":"template","data":{"template_id":"t"}})") == 200673);
    BOOST_TEST(answer(R"({"type":"raw","data":"no card"})") == 200673);
    w.tenant.add_card_template({.template_id = "t", .version = "1", .document = R"({"schema":"2.0"})"});
    BOOST_TEST(answer(R"({"type":"template","data":{"template_id":"t"}})", w.ann.open_id) == 0);
    BOOST_TEST(shown(w.ben) == R"({"schema":"2.0"})");
    BOOST_TEST(answer(R"({"type":"raw","data":{"elements":[]}})") == 200830);
    w.tenant.advance(15 * 24h);
    BOOST_TEST(answer(R"({"type":"raw","data":{"schema":"2.0","body":{}}})") == 0);
    BOOST_TEST(shown(w.ben) == R"({"schema":"2.0"})");
}

BOOST_AUTO_TEST_SUITE_END()
