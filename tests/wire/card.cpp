// Cards: those that one user sees, updates after a callback, and cards kept by the platform (cardkit).

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include <feishu/api/cardkit/v1/card.hpp>
#include <feishu/api/cardkit/v1/card_element.hpp>
#include <feishu/api/ephemeral/v1/message.hpp>
#include <feishu/api/interactive/v1/card.hpp>

#include "wire.hpp"

using feishu::rule;
namespace ephemeral = feishu::ephemeral::v1;
namespace interactive = feishu::interactive::v1;
namespace cardkit = feishu::cardkit::v1;
namespace card_element = cardkit::card_element;

BOOST_AUTO_TEST_CASE(ephemeral_v1_message_send_sends_and_reads_what_the_page_says) {
    wire::sends(
        ephemeral::message::send{
            .chat_id = "oc_dfdaa1d1cc6d4ba6bf0a1f8a7dbd3d5f",
            .open_id = "ou_88553eda9014c201e6969b478895c223",
            .msg_type = ephemeral::msg_type::interactive,
            .card =
                wire::json(R"({"elements":[{"tag":"div","text":{"tag":"plain_text","content":"\"hi\""}}]})")},
        "POST /open-apis/ephemeral/v1/send", R"({
                    "chat_id": "oc_dfdaa1d1cc6d4ba6bf0a1f8a7dbd3d5f",
                    "open_id": "ou_88553eda9014c201e6969b478895c223",
                    "msg_type": "interactive",
                    "card": {"elements": [{"tag": "div", "text": {"tag": "plain_text", "content": "\"hi\""}}]}
                })");
    auto const reply =
        wire::reads<ephemeral::message::send>(R"({"message_id": "om_dc13264520392913993dd051dba21dcf"})");
    BOOST_TEST(reply.message_id == "om_dc13264520392913993dd051dba21dcf");
}

BOOST_AUTO_TEST_CASE(ephemeral_v1_message_send_takes_other_kinds_of_receiver) {
    wire::sends(ephemeral::message::send{.chat_id = "oc_1",
                                         .user_id = "3e3cf96b",
                                         .msg_type = ephemeral::msg_type::interactive,
                                         .card = wire::json("{}")},
                "POST /open-apis/ephemeral/v1/send",
                R"({"chat_id": "oc_1", "user_id": "3e3cf96b", "msg_type": "interactive", "card": {}})");
    wire::sends(ephemeral::message::send{.chat_id = "oc_1",
                                         .email = "tom@example.com",
                                         .msg_type = ephemeral::msg_type::interactive,
                                         .card = wire::json("{}")},
                "POST /open-apis/ephemeral/v1/send",
                R"({"chat_id": "oc_1", "email": "tom@example.com", "msg_type": "interactive", "card": {}})");
}

BOOST_AUTO_TEST_CASE(ephemeral_v1_message_delete_sends_what_the_page_says) {
    wire::sends(ephemeral::message::delete_{.message_id = "om_dc13264520392913993dd051dba21dcf"},
                "POST /open-apis/ephemeral/v1/delete",
                R"({"message_id": "om_dc13264520392913993dd051dba21dcf"})");
    wire::reads<ephemeral::message::delete_>("{}");
}

BOOST_AUTO_TEST_CASE(interactive_v1_card_update_sends_what_the_page_says) {
    wire::sends(
        interactive::card::update{.token = "c-295ee57216a5dc9de90fefd0aadb4b1d7d2f0c2f",
                                  .card = wire::json(R"({"open_ids":["ou_1"],"elements":[{"tag":"hr"}]})")},
        "POST /open-apis/interactive/v1/card/update", R"({
                    "token": "c-295ee57216a5dc9de90fefd0aadb4b1d7d2f0c2f",
                    "card": {"open_ids": ["ou_1"], "elements": [{"tag": "hr"}]}
                })");
    wire::reads<interactive::card::update>("{}");
}

BOOST_AUTO_TEST_CASE(cardkit_v1_card_create_sends_and_reads_what_the_page_says) {
    wire::sends(cardkit::card::create{.type = cardkit::card_type::card_json,
                             .data = R"({"schema":"2.0","body":{"elements":[{"content":"a\nb"}]}})"},
                "POST /open-apis/cardkit/v1/cards", R"({
                    "type": "card_json",
                    "data": "{\"schema\":\"2.0\",\"body\":{\"elements\":[{\"content\":\"a\\nb\"}]}}"
                })");
    wire::sends(cardkit::card::create{.type = cardkit::card_type::template_, .data = R"({"template_id":"AAqk1"})"},
                "POST /open-apis/cardkit/v1/cards",
                R"({"type": "template", "data": "{\"template_id\":\"AAqk1\"}"})");
    BOOST_TEST(wire::reads<cardkit::card::create>(R"({"card_id": "7355439197428236291"})").card_id ==
               "7355439197428236291");
}

BOOST_AUTO_TEST_CASE(cardkit_v1_card_update_sends_what_the_page_says) {
    wire::sends(cardkit::card::update{.card_id = "7355439197428236291",
                             .card = cardkit::model::card_data{.type = cardkit::full_card_type::card_json,
                                                               .data = R"({"schema":"2.0"})"},
                             .uuid = "a0d69e20-1dd1-458b-k525-dfeca4015204",
                             .sequence = 1},
                "PUT /open-apis/cardkit/v1/cards/7355439197428236291", R"({
                    "card": {"type": "card_json", "data": "{\"schema\":\"2.0\"}"},
                    "uuid": "a0d69e20-1dd1-458b-k525-dfeca4015204",
                    "sequence": 1
                })");
    wire::reads<cardkit::card::update>("{}");
}

BOOST_AUTO_TEST_CASE(cardkit_v1_card_settings_sends_what_the_page_says) {
    wire::sends(cardkit::card::settings{.card_id = "7355439197428236291",
                               .settings = R"({"config":{"streaming_mode":true}})",
                               .uuid = "a0d69e20",
                               .sequence = 2},
                "PATCH /open-apis/cardkit/v1/cards/7355439197428236291/settings", R"({
                    "settings": "{\"config\":{\"streaming_mode\":true}}",
                    "uuid": "a0d69e20",
                    "sequence": 2
                })");
    wire::reads<cardkit::card::settings>("{}");
}

BOOST_AUTO_TEST_CASE(cardkit_v1_card_batch_update_sends_what_the_page_says) {
    wire::sends(
        cardkit::card::batch_update{.card_id = "7355439197428236291",
                           .uuid = "191857678434",
                           .sequence = 1000000001,
                           .actions =
                               R"([{"action":"delete_elements","params":{"element_ids":["text_1"]}}])"},
        "POST /open-apis/cardkit/v1/cards/7355439197428236291/batch_update", R"({
                    "uuid": "191857678434",
                    "sequence": 1000000001,
                    "actions": "[{\"action\":\"delete_elements\",\"params\":{\"element_ids\":[\"text_1\"]}}]"
                })");
    wire::reads<cardkit::card::batch_update>("{}");
}

BOOST_AUTO_TEST_CASE(cardkit_v1_card_element_create_sends_what_the_page_says) {
    wire::sends(card_element::create{.card_id = "7355439197428236291",
                                     .type = cardkit::insert_position::insert_before,
                                     .target_element_id = "markdown_1",
                                     .uuid = "a0d69e20",
                                     .sequence = 3,
                                     .elements = R"([{"tag":"markdown","element_id":"md_2"}])"},
                "POST /open-apis/cardkit/v1/cards/7355439197428236291/elements", R"({
                    "type": "insert_before",
                    "target_element_id": "markdown_1",
                    "uuid": "a0d69e20",
                    "sequence": 3,
                    "elements": "[{\"tag\":\"markdown\",\"element_id\":\"md_2\"}]"
                })");
    wire::reads<card_element::create>("{}");
}

BOOST_AUTO_TEST_CASE(cardkit_v1_card_element_update_sends_what_the_page_says) {
    wire::sends(card_element::update{.card_id = "7355439197428236291",
                                     .element_id = "markdown_1",
                                     .uuid = "a0d69e20",
                                     .element = R"({"tag":"markdown","content":"x"})",
                                     .sequence = 4},
                "PUT /open-apis/cardkit/v1/cards/7355439197428236291/elements/markdown_1", R"({
                    "uuid": "a0d69e20",
                    "element": "{\"tag\":\"markdown\",\"content\":\"x\"}",
                    "sequence": 4
                })");
    wire::reads<card_element::update>("{}");
}

BOOST_AUTO_TEST_CASE(cardkit_v1_card_element_patch_sends_what_the_page_says) {
    wire::sends(card_element::patch{.card_id = "7355439197428236291",
                                    .element_id = "markdown_1",
                                    .partial_element = R"({"content":"更新"})",
                                    .uuid = "a0d69e20",
                                    .sequence = 5},
                "PATCH /open-apis/cardkit/v1/cards/7355439197428236291/elements/markdown_1", R"({
                    "partial_element": "{\"content\":\"更新\"}",
                    "uuid": "a0d69e20",
                    "sequence": 5
                })");
    wire::reads<card_element::patch>("{}");
}

BOOST_AUTO_TEST_CASE(cardkit_v1_card_element_content_sends_what_the_page_says) {
    wire::sends(card_element::content{.card_id = "7355439197428236291",
                                      .element_id = "a/b c",
                                      .uuid = "a0d69e20",
                                      .content = "Line 1\n\t\"Line\" 2 \xF0\x9F\x9A\x80",
                                      .sequence = 6},
                "PUT /open-apis/cardkit/v1/cards/7355439197428236291/elements/a%2Fb%20c/content", R"({
                    "uuid": "a0d69e20",
                    "content": "Line 1\n\t\"Line\" 2 🚀",
                    "sequence": 6
                })");
    wire::reads<card_element::content>("{}");
}

BOOST_AUTO_TEST_CASE(cardkit_v1_card_element_delete_sends_what_the_page_says) {
    wire::sends(
        card_element::delete_{
            .card_id = "7355439197428236291", .element_id = "markdown_1", .uuid = "a0d69e20", .sequence = 7},
        "DELETE /open-apis/cardkit/v1/cards/7355439197428236291/elements/markdown_1",
        R"({"uuid": "a0d69e20", "sequence": 7})");
    wire::reads<card_element::delete_>("{}");
}

namespace {

// Checks the limits that all changes of a card share; `Change` has no other limits that this could break.
template <class Change>
void check_change(Change const& good, std::string_view document) {
    wire::accepts(good);
    auto bad = good;
    bad.card_id = std::string();
    wire::refuses(bad, "card_id", rule::min_characters);
    bad = good;
    bad.card_id = std::string(21, '7');
    wire::refuses(bad, "card_id", rule::max_characters);
    bad = good;
    bad.uuid = std::string();
    wire::refuses(bad, "uuid", rule::min_characters);
    bad = good;
    bad.uuid = std::string(65, 'x');
    wire::refuses(bad, "uuid", rule::max_characters);
    if constexpr (requires { bad.element_id; }) {
        bad = good;
        bad.element_id = std::string(21, 'x');
        wire::refuses(bad, "element_id", rule::max_characters);
    }
    if (!document.empty())
        wire::refuses(feishu::detail::unchecked_construct::make<Change>(), document, rule::required);
}

} // namespace

BOOST_AUTO_TEST_CASE(cardkit_v1_endpoints_have_the_documented_limits) {
    check_change(cardkit::card::batch_update{.card_id = "1", .sequence = 1, .actions = "[]"}, "actions");
    check_change(cardkit::card::settings{.card_id = "1", .settings = "{}", .sequence = 1}, "settings");
    check_change(cardkit::card::update{.card_id = "1",
                              .card = cardkit::model::card_data{.type = "card_json", .data = "{}"},
                              .sequence = 1},
                 "card");
    check_change(card_element::create{.card_id = "1", .type = "append", .sequence = 1, .elements = "[]"},
                 "elements");
    check_change(card_element::update{.card_id = "1", .element_id = "e", .element = "{}", .sequence = 1},
                 "element");
    check_change(
        card_element::patch{.card_id = "1", .element_id = "e", .partial_element = "{}", .sequence = 1},
        "partial_element");
    check_change(card_element::content{.card_id = "1", .element_id = "e", .content = "x", .sequence = 1},
                 "content");
    check_change(card_element::delete_{.card_id = "1", .element_id = "e", .sequence = 1}, "");
}

BOOST_AUTO_TEST_CASE(cardkit_v1_documents_have_the_documented_limits) {
    cardkit::card::create create{.type = "card_json", .data = std::string(3000000, 'x')};
    wire::accepts(create);
    create.data = std::string(3000001, 'x');
    wire::refuses(create, "data", rule::max_characters);
    create.data = std::string();
    wire::refuses(create, "data", rule::min_characters);

    wire::refuses(cardkit::card::batch_update{.card_id = "1", .sequence = 1, .actions = std::string(1000001, 'x')},
                  "actions", rule::max_characters);
    wire::refuses(cardkit::card::settings{.card_id = "1", .settings = std::string(100001, 'x'), .sequence = 1},
                  "settings", rule::max_characters);
    wire::refuses(cardkit::card::update{.card_id = "1",
                               .card = cardkit::model::card_data{.type = "card_json",
                                                                 .data = std::string(1000001, 'x')},
                               .sequence = 1},
                  "card.data", rule::max_characters);
    wire::refuses(
        card_element::create{
            .card_id = "1", .type = "append", .sequence = 1, .elements = std::string(1000001, 'x')},
        "elements", rule::max_characters);
    wire::refuses(card_element::create{.card_id = "1",
                                       .type = "append",
                                       .target_element_id = std::string(21, 'x'),
                                       .sequence = 1,
                                       .elements = "[]"},
                  "target_element_id", rule::max_characters);
    wire::refuses(
        card_element::update{
            .card_id = "1", .element_id = "e", .element = std::string(1000001, 'x'), .sequence = 1},
        "element", rule::max_characters);
    wire::refuses(
        card_element::patch{
            .card_id = "1", .element_id = "e", .partial_element = std::string(1000001, 'x'), .sequence = 1},
        "partial_element", rule::max_characters);
    wire::refuses(
        card_element::content{
            .card_id = "1", .element_id = "e", .content = std::string(100001, 'x'), .sequence = 1},
        "content", rule::max_characters);
}
