// Cards: their checks, patches and delayed updates, ephemeral cards, entities of cardkit, and custom bots.

#include <string>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/emulator/card_template.hpp>
#include <feishu/emulator/handlers/bot/v2/hook.hpp>
#include <feishu/emulator/handlers/cardkit/v1/card.hpp>
#include <feishu/emulator/handlers/cardkit/v1/card_element.hpp>
#include <feishu/emulator/handlers/ephemeral/v1/message.hpp>
#include <feishu/emulator/handlers/interactive/v1/card.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

#include "../world.hpp"

using namespace test;

namespace {

namespace kit = feishu::cardkit::v1;
using hook = feishu::bot_::v2::hook::send;
using ephemeral_card = feishu::ephemeral::v1::message::send;
using delayed_update = feishu::interactive::v1::card::update;

std::string body(std::string const& elements) {
    return R"({"schema":"2.0","body":{"elements":[)" + elements + "]}}";
}
std::string const ping = body(R"({"tag":"markdown","element_id":"text","content":"ping"})");
std::string const own_1 = R"({"elements":[{"tag":"div","text":{"tag":"plain_text","content":"1"}}]})";
std::string const shared_1 = R"({"config":{"update_multi":true},"elements":[]})";

struct cards_world : world {
    feishu::message_id send_card(std::string const& document) {
        return run(to_chat(document, im::msg_type::interactive)).value().message_id;
    }
    int card_code(std::string const& document) { return code(to_chat(document, im::msg_type::interactive)); }
    std::string card_error(std::string const& document) {
        return run(to_chat(document, im::msg_type::interactive)).error().message;
    }
    std::string shown(feishu::message_id const& id) { return tenant.card_of(id, ann.open_id); }
    emulator::app other = tenant.add_app("other");
    emulator::caller as_other() const { return {.kind = feishu::token::tenant, .app = other, .user = {}}; }
    template <class E>
    int other_code(E const& request) {
        auto const out = run_with(as_other(), request);
        return out ? 0 : out.error().code;
    }

    feishu::card_id entity(std::string const& document = ping) {
        return run(kit::card::create{.type = kit::card_type::card_json, .data = document}).value().card_id;
    }
    int create_code(std::string const& document) {
        return code(kit::card::create{.type = kit::card_type::card_json, .data = document});
    }
    std::string document(feishu::card_id const& id) { return tenant.cards().find(id)->document; }
    std::string token_of(feishu::message_id const& id) {
        auto const event = emulator::events::card_action(tenant, bot, *tenant.find_message(id), ann, {});
        return std::string(boost::json::parse(event.document("")).at("event").at("token").as_string());
    }
    int hook_code(emulator::custom_bot const& to, std::string_view text) {
        return code(hook{.token = to.token,
                         .msg_type = feishu::bot_::v2::hook_msg_type::text,
                         .content = boost::json::object{{"text", text}}});
    }
};

kit::card::settings streaming(feishu::card_id id, bool on, int sequence) {
    return {.card_id = id,
            .settings = std::string(R"({"config":{"streaming_mode":)") + (on ? "true" : "false") + "}}",
            .sequence = sequence};
}
kit::card_element::content typed(feishu::card_id id, std::string text, int sequence,
                                 std::string element = "text") {
    return {.card_id = id, .element_id = element, .content = std::move(text), .sequence = sequence};
}
kit::card::batch_update batch(feishu::card_id id, std::string actions, int sequence) {
    return {.card_id = id, .sequence = sequence, .actions = std::move(actions)};
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_cards)

BOOST_AUTO_TEST_CASE(a_card_is_refused_with_the_sub_code_of_its_first_problem) {
    cards_world w;
    std::string many;
    for (int i = 0; i < 201; ++i)
        many += std::string(i == 0 ? "" : ",") + R"({"tag":"hr"})";
    std::string const table = R"({"tag":"table","columns":[{"name":"a"}],"rows":[{"a":"1"}]})";
    std::pair<std::string, std::string> const refused[] = {
        {R"({"schema":"2.0","elements":[]})", "200621"},
        {body(R"({"tag":"hr","glitter":1})"), "200621"},
        {body(R"({"tag":"note"})"), "200861"},
        {body(many), "11310"},
        {body(table + "," + table + "," + table + "," + table + "," + table + "," + table), "11310"},
        {body(R"({"tag":"table","columns":[{"name":"a"}],"rows":[{"b":"1"}]})"), "200915"},
        {body(R"({"tag":"table","columns":[{"name":"a"}],"rows":[1]})"), "200914"},
        {body(R"({"tag":"chart","chart_spec":"bar"})"), "200550"},
        {body(R"({"tag":"img","img_key":"img_unknown","alt":{"tag":"plain_text","content":""}})"), "200570"},
        {body(R"({"tag":"markdown","content":"<at id=ou_nobody></at>"})"), "100290"},
        {body(R"({"tag":"person","user_id":"ou_nobody"})"), "100290"},
        {body(R"({"tag":"form","name":"f","elements":[{"tag":"input"},
               {"tag":"button","name":"s","form_action_type":"submit"}]})"),
         "200530"},
        {body(R"({"tag":"hr","element_id":"a"},{"tag":"hr","element_id":"a"})"), "300301"},
        {R"({"type":"template","data":{"template_id":"none"}})", "200380"},
        {R"({"type":"card","data":{"card_id":"none"}})", "200740"},
        {R"({"elements":[{"tag":"img","img_key":"img_unknown"}]})", "200570"}};
    for (auto const& [document, sub_code] : refused) {
        BOOST_TEST_CONTEXT(document.substr(0, 120)) {
            BOOST_TEST(w.card_code(document) == 230099);
            BOOST_TEST(w.card_error(document).find("ErrCode: " + sub_code + ";") != std::string::npos,
                       w.card_error(document));
        }
    }
    BOOST_TEST(w.card_code(body(R"({"tag":"markdown","content":")" + std::string(31'000, 'x') + "\"}")) ==
               230025);
    BOOST_TEST(w.card_error(body(R"({"tag":"hr","glitter":1})")).find("ErrPath: body.elements[0].glitter") !=
               std::string::npos);
    BOOST_TEST(w.card_code(body(R"({"tag":"markdown","content":"<at id=)" + w.ann.open_id.str() +
                                R"(></at>"})")) == 0);
    BOOST_TEST(w.card_code(R"({"elements":[],"glitter":1})") == 0); // JSON 1.0 ignores what it does not know
}

BOOST_AUTO_TEST_CASE(a_template_is_filled_with_its_variables) {
    cards_world w;
    w.tenant.add_card_template({.template_id = "t",
                                .version = "1.0.0",
                                .document = body(R"({"tag":"markdown","content":"${who} has ${count}"})"),
                                .variables = {{"who", "nobody"}, {"count", 0}}});
    w.tenant.add_card_template(
        {.template_id = "closed", .document = ping, .variables = {}, .apps = {{w.other.app_id}}});
    auto const of = [](std::string rest) { return R"({"type":"template","data":{)" + rest + "}}"; };
    auto const id = w.send_card(of(R"("template_id":"t","template_variable":{"who":"Ann","count":2})"));
    BOOST_TEST(w.shown(id) == body(R"({"tag":"markdown","content":"Ann has 2"})"));
    BOOST_TEST(w.card_error(of(R"("template_id":"closed")")).find("200381") != std::string::npos);
    BOOST_TEST(w.card_error(of(R"("template_id":"t","template_version_name":"2")")).find("200380") !=
               std::string::npos);
    BOOST_TEST(w.card_error(of(R"("template_id":"t","template_variable":{"who":1})")).find("200732") !=
               std::string::npos);
    BOOST_TEST(w.card_error(of(R"("template_id":"t","template_variable":[])")).find("200737") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_shared_card_is_patched_by_its_sender_for_14_days) {
    cards_world w;
    auto const id = w.send_card(ping);
    auto const pong = body(R"({"tag":"hr"})");
    im::message::patch const change{.message_id = id, .content = pong};
    BOOST_TEST(w.code(change) == 0);
    BOOST_TEST(w.shown(id) == pong);
    BOOST_TEST(w.tenant.find_message(id)->updated);
    BOOST_TEST(w.code(im::message::patch{.message_id = id, .content = body("1")}) == 230099);
    BOOST_TEST(w.code(im::message::patch{.message_id = id, .content = shared_1}) == 230099);
    BOOST_TEST(w.code(im::message::patch{.message_id = w.send_card(own_1), .content = shared_1}) == 230099);
    BOOST_TEST(w.code(im::message::patch{.message_id = w.send_card(shared_1), .content = own_1}) == 230099);
    BOOST_TEST(w.code(im::message::patch{.message_id = w.send_card(shared_1), .content = shared_1}) == 0);
    BOOST_TEST(w.code(im::message::patch{.message_id = id,
                                         .content = body(R"({"tag":"markdown","content":")" +
                                                         std::string(31'000, 'x') + "\"}")}) == 230025);
    BOOST_TEST(w.code(im::message::patch{.message_id = w.sent(), .content = pong}) == 230001);
    BOOST_TEST(w.run_as(w.ann, change).error().code == 230027);
    w.tenant.settings.documented_rates = true;
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(w.code(change) == 0);
    BOOST_TEST(w.code(change) == 230020);
    w.tenant.advance(1s);
    BOOST_TEST(w.code(change) == 0);
    w.tenant.advance(14 * 24h);
    BOOST_TEST(w.code(change) == 230031);
    BOOST_TEST(w.code(im::message::delete_{.message_id = id}) == 230009);
}

BOOST_AUTO_TEST_CASE(a_card_is_patched_only_where_its_bot_still_is_and_its_receiver_available) {
    cards_world w;
    auto const gone = w.send_card(ping);
    BOOST_TEST(w.code(im::message::delete_{.message_id = gone}) == 0);
    BOOST_TEST(w.code(im::message::patch{.message_id = gone, .content = ping}) == 230011);
    BOOST_TEST(w.code(im::message::patch{.message_id = "om_x", .content = ping}) == 230001);
    auto to_ann = w.to_user(w.ann, "");
    to_ann.content = ping;
    to_ann.msg_type = im::msg_type::interactive;
    auto const sent = w.run(to_ann).value().message_id;
    w.bot.available_to.emplace();
    BOOST_TEST(w.code(im::message::patch{.message_id = sent, .content = ping}) == 230013);
    auto const removed = w.send_card(ping);
    w.tenant.remove_message(removed);
    BOOST_TEST(w.code(im::message::patch{.message_id = removed, .content = ping}) == 230110);
    auto const last = w.send_card(ping);
    w.bot.bot = false;
    BOOST_TEST(w.code(im::message::patch{.message_id = last, .content = ping}) == 230006);
    w.bot.bot = true;
    w.tenant.dissolve(w.ops);
    BOOST_TEST(w.code(im::message::patch{.message_id = last, .content = ping}) == 232009);
}

BOOST_AUTO_TEST_CASE(the_token_of_a_callback_updates_a_card_twice_within_30_minutes) {
    cards_world w;
    auto const id = w.send_card(ping);
    delayed_update update{.token = w.token_of(id), .card = boost::json::parse(body(R"({"tag":"hr"})"))};
    BOOST_TEST(w.other_code(update) == 200310);
    BOOST_TEST(w.code(update) == 0);
    BOOST_TEST(w.shown(id) == body(R"({"tag":"hr"})"));
    BOOST_TEST(w.code(update) == 0);
    BOOST_TEST(w.code(update) == 300040);
    BOOST_TEST(w.code(delayed_update{.token = "c-unknown", .card = update.card}) == 300020);
    BOOST_TEST(w.code(delayed_update{.token = "x", .card = update.card}) == 300020);
    update.token = w.token_of(id);
    BOOST_TEST(w.code(delayed_update{.token = update.token, .card = boost::json::object{}}) == 10002);
    BOOST_TEST(w.code(delayed_update{.token = update.token,
                                     .card = boost::json::object{{"elements", {1}}}}) == 11311);
    BOOST_TEST(w.code(delayed_update{.token = update.token,
                                     .card = boost::json::object{{"x", std::string(110'000, 'x')}}}) ==
               100000);
    w.tenant.advance(31min);
    BOOST_TEST(w.code(update) == 300030);
    update.token = w.token_of(id);
    BOOST_TEST(w.code(im::message::delete_{.message_id = id}) == 0);
    BOOST_TEST(w.code(update) == 200000);
}

BOOST_AUTO_TEST_CASE(a_card_that_is_not_shared_is_updated_for_the_users_in_open_ids) {
    cards_world w;
    auto const id = w.send_card(own_1);
    delayed_update update{.token = w.token_of(id),
                          .card = boost::json::object{{"elements", boost::json::array{}}}};
    BOOST_TEST(w.code(update) == 300090);
    update.card = boost::json::object{{"elements", boost::json::array{}}, {"open_ids", {"ou_nobody"}}};
    BOOST_TEST(w.code(update) == 200320);
    update.card =
        boost::json::object{{"elements", boost::json::array{}}, {"open_ids", {w.ben.open_id.str()}}};
    BOOST_TEST(w.code(update) == 0);
    BOOST_TEST(w.shown(id) == own_1);
    BOOST_TEST(w.tenant.card_of(id, w.ben.open_id) == R"({"elements":[]})");
}

BOOST_AUTO_TEST_CASE(an_ephemeral_card_is_seen_by_one_member_of_a_group) {
    cards_world w;
    ephemeral_card request{.chat_id = w.ops,
                           .open_id = w.ann.open_id,
                           .msg_type = feishu::ephemeral::v1::msg_type::interactive,
                           .card = boost::json::parse(ping)};
    auto const id = w.run(request).value().message_id;
    BOOST_TEST(w.shown(id) == ping);
    BOOST_TEST(w.tenant.card_of(id, w.ben.open_id) == "");
    BOOST_TEST(w.tenant.messages_of(w.ops).empty());
    using removal = feishu::ephemeral::v1::message::delete_;
    BOOST_TEST(w.other_code(removal{.message_id = id}) == 10003);
    BOOST_TEST(w.code(removal{.message_id = id}) == 0);
    BOOST_TEST(w.shown(id) == "");
    BOOST_TEST(w.code(removal{.message_id = id}) == 18051);
    request.open_id = w.eve.open_id;
    BOOST_TEST(w.code(request) == 10003);
    request.open_id = {};
    request.email = w.ben.email;
    BOOST_TEST(w.code(request) == 0);
    request.card = boost::json::parse(body("1"));
    BOOST_TEST(w.code(request) == 230099);
    BOOST_TEST(w.other_code(request) == 230002);
    request.chat_id = w.tenant.enter(w.ann.open_id, w.bot.app_id);
    BOOST_TEST(w.code(request) == 10003);
    request.chat_id = w.ops;
    w.group().muted = true;
    BOOST_TEST(w.code(request) == 230018);
}

BOOST_AUTO_TEST_CASE(an_entity_is_created_from_a_valid_card_in_json_2) {
    cards_world w;
    BOOST_TEST(w.document(w.entity()) == ping);
    BOOST_TEST(w.create_code("{}") == 300307);
    BOOST_TEST(w.create_code(own_1) == 300303);
    BOOST_TEST(w.create_code(R"({"schema":"2.0","config":{"update_multi":false}})") == 300302);
    BOOST_TEST(w.create_code(body(R"({"tag":"markdown","content":")" + std::string(31'000, 'x') + "\"}")) ==
               200860);
    BOOST_TEST(w.create_code(body(R"({"tag":"hr","element_id":"a"},{"tag":"hr","element_id":"a"})")) ==
               300301);
    std::string many = R"({"tag":"hr"})";
    for (int i = 0; i < 200; ++i)
        many += R"(,{"tag":"hr"})";
    BOOST_TEST(w.create_code(body(many)) == 300305);
    BOOST_TEST(w.create_code(body(R"({"tag":"note"})")) == 200220);
    w.tenant.add_card_template({.template_id = "t", .version = "1", .document = ping, .variables = {}});
    BOOST_TEST(
        w.code(kit::card::create{.type = kit::card_type::template_, .data = R"({"template_id":"t"})"}) == 0);
    BOOST_TEST(w.code(kit::card::create{.type = kit::card_type::template_,
                                        .data = R"({"template_id":"u"})"}) == 200220);
}

BOOST_AUTO_TEST_CASE(an_entity_is_sent_once_and_its_message_follows_it) {
    cards_world w;
    auto const card = w.entity();
    auto const reference = R"({"type":"card","data":{"card_id":")" + card.str() + R"("}})";
    auto const id = w.send_card(reference);
    BOOST_TEST(w.shown(id) == ping);
    BOOST_TEST(w.card_error(reference).find("11310") != std::string::npos);
    BOOST_TEST(w.code(typed(card, "pong", 1)) == 300309);
    BOOST_TEST(w.code(streaming(card, true, 1)) == 0);
    BOOST_TEST(w.code(typed(card, "pong", 2)) == 0);
    BOOST_TEST(w.shown(id).find("pong") != std::string::npos);
    BOOST_TEST(w.run(kit::card::id_convert{.message_id = id}).value().card_id == card);
    BOOST_TEST(w.code(kit::card::id_convert{.message_id = w.send_card(ping)}) == 0);
    BOOST_TEST(w.code(kit::card::id_convert{.message_id = w.send_card(own_1)}) == 300303);
    BOOST_TEST(w.code(kit::card::id_convert{.message_id = w.sent()}) == 10002);
    auto const old = w.send_card(ping);
    w.tenant.advance(15 * 24h);
    BOOST_TEST(w.code(kit::card::id_convert{.message_id = old}) == 200750);
    BOOST_TEST(w.code(typed(card, "late", 3)) == 200750);
}

BOOST_AUTO_TEST_CASE(streaming_mode_ends_after_ten_minutes_until_it_is_opened_again) {
    cards_world w;
    auto const card = w.entity(
        R"({"schema":"2.0","config":{"streaming_mode":true},"body":{"elements":[{"tag":"markdown","element_id":"text","content":""},{"tag":"hr","element_id":"line"}]}})");
    BOOST_TEST(w.code(typed(card, "a", 1)) == 0);
    BOOST_TEST(w.code(typed(card, "a", 2, "line")) == 300310);
    BOOST_TEST(w.code(typed(card, "a", 2, "none")) == 300313);
    BOOST_TEST(w.code(typed(card, std::string(31'000, 'x'), 2)) == 200860);
    w.tenant.advance(10min);
    BOOST_TEST(w.code(typed(card, "ab", 2)) == 200850);
    BOOST_TEST(w.code(kit::card_element::create{.card_id = card,
                                                .type = kit::insert_position::append,
                                                .sequence = 2,
                                                .elements = R"([{"tag":"hr"}])"}) == 200510);
    BOOST_TEST(w.code(streaming(card, true, 2)) == 0);
    BOOST_TEST(w.code(typed(card, "ab", 3)) == 0);
    BOOST_TEST(w.code(streaming(card, false, 4)) == 0);
    BOOST_TEST(w.code(typed(card, "abc", 5)) == 300309);
}

BOOST_AUTO_TEST_CASE(operations_are_in_sequence_and_a_uuid_repeats_none) {
    cards_world w;
    auto const card = w.entity();
    kit::card_element::patch change{.card_id = card,
                                    .element_id = "text",
                                    .partial_element = R"({"content":"a"})",
                                    .uuid = "u",
                                    .sequence = 5};
    BOOST_TEST(w.code(change) == 0);
    BOOST_TEST(w.code(change) == 0); // repeated
    change.partial_element = R"({"content":"b"})";
    BOOST_TEST(w.code(change) == 200770);
    change.uuid = {};
    BOOST_TEST(w.code(change) == 300317);
    BOOST_TEST(w.other_code(change) == 300311);
    change.sequence = 6;
    w.tenant.cards().find(card)->interactions = 1;
    BOOST_TEST(w.code(change) == 200810);
    w.tenant.cards().find(card)->interactions = 0;
    change.card_id = "none";
    BOOST_TEST(w.code(change) == 200740);
    w.tenant.settings.documented_rates = true;
    for (int i = 0; i < 10; ++i)
        BOOST_TEST(w.code(streaming(card, true, 10 + i)) == 0);
    BOOST_TEST(w.code(streaming(card, true, 30)) == 99991400);
}

BOOST_AUTO_TEST_CASE(elements_are_added_replaced_patched_and_deleted) {
    cards_world w;
    auto const card = w.entity();
    int sequence = 0;
    auto const add = [&](kit::insert_position where, std::string target, std::string elements) {
        kit::card_element::create request{
            .card_id = card, .type = where, .sequence = ++sequence, .elements = std::move(elements)};
        if (!target.empty())
            request.target_element_id = target;
        return w.code(request);
    };
    using enum kit::insert_position;
    BOOST_TEST(add(append, "", R"([{"tag":"hr","element_id":"last"}])") == 0);
    BOOST_TEST(add(insert_before, "text", R"([{"tag":"hr","element_id":"first"}])") == 0);
    BOOST_TEST(add(insert_after, "none", R"([{"tag":"hr"}])") == 300315);
    BOOST_TEST(add(append, "", R"([{"tag":"hr","element_id":"last"}])") == 300301);
    BOOST_TEST(add(append, "", "[]") == 300307);
    auto const replace = [&](std::string id, std::string element) {
        return w.code(kit::card_element::update{
            .card_id = card, .element_id = id, .element = std::move(element), .sequence = ++sequence});
    };
    BOOST_TEST(replace("last", R"({"tag":"markdown","element_id":"last","content":"end"})") == 0);
    BOOST_TEST(replace("none", R"({"tag":"hr"})") == 300121);
    auto const patch = [&](std::string id, std::string members) {
        return w.code(kit::card_element::patch{.card_id = card,
                                               .element_id = id,
                                               .partial_element = std::move(members),
                                               .sequence = ++sequence});
    };
    BOOST_TEST(patch("last", R"({"content":"END"})") == 0);
    BOOST_TEST(patch("none", "{}") == 300313);
    BOOST_TEST(patch("last", R"({"tag":"hr"})") == 300312);
    auto const remove = [&](std::string id) {
        return w.code(kit::card_element::delete_{.card_id = card, .element_id = id, .sequence = ++sequence});
    };
    BOOST_TEST(remove("text") == 0);
    BOOST_TEST(remove("text") == 300314);
    BOOST_TEST(
        w.document(card) ==
        body(R"({"tag":"hr","element_id":"first"},{"tag":"markdown","element_id":"last","content":"END"})"));
}

BOOST_AUTO_TEST_CASE(a_card_that_grows_too_deep_to_be_read_is_refused) {
    cards_world w;
    auto const card = w.entity();
    std::string deep = "1";
    for (int i = 0; i < 30; ++i)
        deep = "[" + deep + "]";
    kit::card_element::patch const change{
        .card_id = card, .element_id = "text", .partial_element = R"({"value":)" + deep + "}", .sequence = 1};
    BOOST_TEST(w.code(change) == 200220);
    BOOST_TEST(w.document(card) == ping);
}

BOOST_AUTO_TEST_CASE(a_card_is_replaced_and_a_batch_is_all_or_nothing) {
    cards_world w;
    auto const card = w.entity();
    auto const replacement = body(R"({"tag":"hr","element_id":"line"})");
    auto const replace = [&](std::string document, int sequence) {
        return w.code(kit::card::update{.card_id = card,
                                        .card = kit::model::card_data{.type = kit::full_card_type::card_json,
                                                                      .data = std::move(document)},
                                        .sequence = sequence});
    };
    BOOST_TEST(replace(replacement, 1) == 0);
    BOOST_TEST(w.document(card) == replacement);
    BOOST_TEST(replace(own_1, 2) == 300303);
    BOOST_TEST(w.code(batch(card, R"([{"action":"delete_elements","params":{"element_ids":["line"]}},
        {"action":"delete_elements","params":{"element_ids":["line"]}}])",
                            2)) == 300314);
    BOOST_TEST(w.document(card) == replacement);
    BOOST_TEST(w.code(batch(card, R"([
        {"action":"add_elements","params":{"type":"append","elements":[{"tag":"markdown","element_id":"m","content":""}]}},
        {"action":"partial_update_element","params":{"element_id":"m","partial_element":{"content":"x"}}},
        {"action":"update_element","params":{"element_id":"line","element":{"tag":"hr"}}},
        {"action":"partial_update_setting","params":{"settings":{"config":{"summary":{"content":"s"}}}}}])",
                            2)) == 0);
    BOOST_TEST(w.document(card).find(R"("content":"x")") != std::string::npos);
    BOOST_TEST(w.code(batch(card, R"([{"action":"paint","params":{}}])", 3)) == 10002);
    BOOST_TEST(w.code(batch(card, "{}", 3)) == 10002);
    BOOST_TEST(w.code(kit::card::settings{.card_id = card, .settings = R"({"body":{}})", .sequence = 3}) ==
               300122);
}

BOOST_AUTO_TEST_CASE(a_custom_bot_sends_to_its_group) {
    cards_world w;
    auto const to = w.tenant.add_custom_bot(w.ops);
    BOOST_TEST(w.hook_code(to, "hello") == 0);
    BOOST_TEST(w.tenant.contents_of(w.ops).back() == text_of("hello"));
    BOOST_TEST(w.hook_code({.token = "none"}, "hello") == 19001);
    auto const send = [&](feishu::bot_::v2::hook_msg_type type, std::string const& content) {
        hook request{.token = to.token, .msg_type = type};
        (type == feishu::bot_::v2::hook_msg_type::interactive ? request.card : request.content) =
            boost::json::parse(content);
        return w.code(request);
    };
    using enum feishu::bot_::v2::hook_msg_type;
    BOOST_TEST(send(interactive, ping) == 0);
    BOOST_TEST(send(interactive, body("1")) == 11246);
    BOOST_TEST(send(post, R"({"post":{"zh_cn":{"title":"t","content":[[{"tag":"text","text":"x"}]]}}})") ==
               0);
    BOOST_TEST(send(share_chat, R"({"share_chat_id":"oc_1"})") == 0);
    BOOST_TEST(send(image, R"({"image_key":"img_1"})") == 0);
    BOOST_TEST(send(image, "{}") == 9499);
    BOOST_TEST(w.hook_code(to, std::string(21'000, 'x')) == 9499);
    BOOST_TEST(w.code(hook{.token = to.token,
                           .msg_type = feishu::open<feishu::bot_::v2::hook_msg_type>("dance")}) == 19002);
    w.tenant.settings.documented_rates = true;
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(w.hook_code(to, "again") == 0);
    BOOST_TEST(w.hook_code(to, "again") == 11232);
}

BOOST_AUTO_TEST_CASE(a_custom_bot_has_keywords_addresses_and_a_secret) {
    cards_world w;
    BOOST_TEST(w.hook_code(w.tenant.add_custom_bot(w.ops, {.keywords = {"alarm"}}), "hello") == 19024);
    BOOST_TEST(w.hook_code(w.tenant.add_custom_bot(w.ops, {.keywords = {"alarm"}}), "an alarm") == 0);
    BOOST_TEST(w.hook_code(w.tenant.add_custom_bot(w.ops, {.addresses = {"10.0.0.*", "10.1.0.1"}}), "x") ==
               19022);
    BOOST_TEST(w.hook_code(w.tenant.add_custom_bot(w.ops, {.addresses = {"127.0.0.0/8"}}), "x") == 0);
    BOOST_TEST(w.hook_code(w.tenant.add_custom_bot(w.ops, {.enabled = false}), "x") == 19007);
    auto const secured = w.tenant.add_custom_bot(w.ops, {.secret = "testsecret"});
    BOOST_TEST(w.hook_code(secured, "x") == 19021);
    hook request{.token = secured.token,
                 .timestamp = feishu::unix_seconds(1'599'360'473),
                 .sign = "363UeKLKin0EeG+hrOQd23TNUSH+orqAFf6mWFdhcD4=",
                 .msg_type = feishu::bot_::v2::hook_msg_type::text,
                 .content = boost::json::object{{"text", "x"}}};
    BOOST_TEST(w.code(request) == 19021); // far too old
    auto const now = std::chrono::floor<std::chrono::seconds>(w.tenant.now().time_since_epoch()).count();
    w.tenant = emulator::state{7, emulator::clock{emulator::clock::time_point{1'599'360'500s}}};
    w.saved.begin();
    BOOST_TEST(now > 1'599'360'473);
    w.bot = w.tenant.add_app("alerts");
    request.token = w.tenant.add_custom_bot(w.tenant.add_chat("ops", {}), {.secret = "testsecret"}).token;
    BOOST_TEST(w.code(request) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
