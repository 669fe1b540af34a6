// Callbacks: what the platform asks, and the response.

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/callback/v1/profile.hpp>
#include <feishu/api/callback/v1/url_preview.hpp>
#include <feishu/event/card_callback.hpp>

#include "event.hpp"

using namespace feishu::callback::v1;

namespace {

constexpr auto an_operator = R"({
    "tenant_key": "736588c9260f175d",
    "user_id": "867ee5cc",
    "union_id": "on_8ed6aa67826108097d9ee143816345",
    "open_id": "ou_84aad35d084aa403a838cf73ee18467"
})";

constexpr auto a_context = R"({
    "url": "https://example.com/preview?a=1&b=2",
    "preview_token": "v1_preview_token",
    "open_message_id": "om_574d639e4a44e4dd646eaf628e2bc9a4",
    "open_chat_id": "oc_e4d2605ca917e695f54f11aaf56351f0"
})";

void check_operator(model::callback_operator const& who) {
    BOOST_TEST(who.tenant_key == "736588c9260f175d");
    BOOST_TEST(who.user_id == "867ee5cc");
    BOOST_TEST(who.union_id == "on_8ed6aa67826108097d9ee143816345");
    BOOST_TEST(who.open_id == "ou_84aad35d084aa403a838cf73ee18467");
}

void check_context(model::callback_context const& where) {
    BOOST_TEST(where.url == "https://example.com/preview?a=1&b=2");
    BOOST_TEST(where.preview_token == "v1_preview_token");
    BOOST_TEST(where.open_message_id == "om_574d639e4a44e4dd646eaf628e2bc9a4");
    BOOST_TEST(where.open_chat_id == "oc_e4d2605ca917e695f54f11aaf56351f0");
}

template <class Answer>
void replies(Answer const& reply, std::string_view expected) {
    BOOST_TEST(wire::json(feishu::json::to_string(reply, {.omit_empty = true})) == wire::json(expected));
}

} // namespace

BOOST_AUTO_TEST_CASE(callback_v1_card_action_trigger_reads_the_documented_payload) {
    auto const pushed =
        wire::receives_pushed<card::action_trigger>("card.action.trigger",
                                                    R"({"operator": )" + std::string(an_operator) + R"(,
            "token": "c-4d43a8fe9a6d1c0d2a8e5e0b2a7f6c3d",
            "action": {
                "value": {"key": "value", "n": [1, {"deep": true}]},
                "tag": "button",
                "timezone": "Asia/Shanghai",
                "name": "Button_ck",
                "form_value": {"Input_1": "text", "PersonSelect_1": ["ou_1", "ou_2"], "Checker_1": true},
                "input_value": "typed \"this\"",
                "option": "1",
                "options": ["1", "2"],
                "checked": true
            },
            "host": "im_message",
            "delivery_type": "url_preview",
            "context": )" + a_context + "}");
    check_operator(pushed.event.operator_);
    check_context(pushed.event.context);
    BOOST_TEST(pushed.event.token == "c-4d43a8fe9a6d1c0d2a8e5e0b2a7f6c3d");
    BOOST_TEST((pushed.event.host == callback_host::im_message));
    BOOST_TEST(pushed.event.action.value.at("n").as_array()[0].as_int64() == 1);
    BOOST_TEST(pushed.event.action.form_value.at("PersonSelect_1").as_array().size() == 2u);
    BOOST_TEST(pushed.event.action.options.at(1) == "2");
    BOOST_TEST(pushed.event.action.checked);
}

// What the element does not have is left out.
BOOST_AUTO_TEST_CASE(callback_v1_card_action_trigger_reads_a_click_on_a_button) {
    auto const pushed = wire::receives_pushed<card::action_trigger>("card.action.trigger", R"({
        "operator": {"tenant_key": "736588c9260f175d", "open_id": "ou_1"},
        "token": "c-1",
        "action": {"value": "plain", "tag": "button", "timezone": "Asia/Shanghai", "checked": false},
        "host": "im_message",
        "context": {"open_message_id": "om_1", "open_chat_id": "oc_1"}
    })");
    BOOST_TEST(pushed.event.action.value.as_string() == "plain");
    BOOST_TEST(pushed.event.action.form_value.is_null());
}

BOOST_AUTO_TEST_CASE(callback_v1_card_action_trigger_can_have_an_empty_response) {
    replies(card::action_trigger::response{}, "{}");
}

BOOST_AUTO_TEST_CASE(callback_v1_card_action_trigger_has_the_documented_response) {
    card::action_trigger::response reply;
    reply.toast = model::toast{
        .type = toast_type::success, .content = "done", .i18n = {{{"zh_cn", "完成"}, {"en_us", "done"}}}};
    replies(reply, R"({
        "toast": {"type": "success", "content": "done", "i18n": {"zh_cn": "完成", "en_us": "done"}}
    })");

    reply.card = model::callback_card{.type = callback_card_type::raw,
                                       .data = wire::json(R"({"schema":"2.0","body":{"elements":[]}})")};
    replies(reply, R"({
        "toast": {"type": "success", "content": "done", "i18n": {"zh_cn": "完成", "en_us": "done"}},
        "card": {"type": "raw", "data": {"schema": "2.0", "body": {"elements": []}}}
    })");

    card::action_trigger::response from_template;
    from_template.card =
        model::callback_card{.type = callback_card_type::template_,
                             .data = wire::json(R"({"template_id":"AAqi6xJ8rabcd","template_variable":{}})")};
    replies(from_template, R"({
        "card": {"type": "template", "data": {"template_id": "AAqi6xJ8rabcd", "template_variable": {}}}
    })");
}

BOOST_AUTO_TEST_CASE(callback_v1_card_action_trigger_v1_has_no_envelope) {
    BOOST_TEST(card::action_trigger_v1::spec.type == "card.action.trigger_v1");
    auto const pushed = wire::receives<card::action_trigger_v1>(R"({
        "open_id": "ou_sdfimx9948345", "user_id": "eu_sd923r0sdf5", "open_message_id": "om_abcdefg1234567890",
        "open_chat_id": "oc_1", "tenant_key": "d32004232", "token": "c-1", "timezone": "Asia/Shanghai",
        "action": {"value": {"tag": "button"}, "tag": "select_static", "option": "2", "timezone": "UTC"}
    })");
    BOOST_TEST(pushed.open_message_id == "om_abcdefg1234567890");
    BOOST_TEST(pushed.action.option == "2");
}

BOOST_AUTO_TEST_CASE(callback_v1_card_action_trigger_v1_has_a_toast_or_the_members_of_a_card_as_response) {
    replies(card::action_trigger_v1::response{}, "{}");
    card::action_trigger_v1::response toast;
    toast.toast = model::toast{.type = toast_type::info, .content = "done"};
    replies(toast, R"({"toast": {"type": "info", "content": "done"}})");
    card::action_trigger_v1::response replaced;
    replaced.header = wire::json(R"({"title": {"tag": "plain_text", "content": "t"}})");
    replaced.elements = wire::json("[]");
    replaced.open_ids = {"ou_1"};
    BOOST_TEST(wire::json(feishu::json::to_string(replaced)) ==
               wire::json(R"({"header": {"title": {"tag": "plain_text", "content": "t"}}, "elements": [],
                              "open_ids": ["ou_1"]})"));
}

BOOST_AUTO_TEST_CASE(callback_v1_url_preview_get_reads_the_documented_payload) {
    auto const pushed = wire::receives_pushed<url_preview::get>(
        "url.preview.get", R"({"operator": )" + std::string(an_operator) + R"(, "host": "im_top_notice",
            "context": )" + a_context +
                               "}");
    check_operator(pushed.event.operator_);
    check_context(pushed.event.context);
    BOOST_TEST((pushed.event.host == callback_host::im_top_notice));
}

BOOST_AUTO_TEST_CASE(callback_v1_url_preview_get_has_the_documented_response) {
    replies(url_preview::get::response{}, "{}");

    url_preview::get::response reply;
    reply.inline_ =
        model::url_preview_inline{.title = "Title",
                                  .i18n_title = {{{"zh_cn", "标题"}, {"en_us", "Title"}}},
                                  .image_key = "img_v2_041b28e3-5680-48c2-9af2-497ace79333g",
                                  .url = model::url_preview_url{.copy_url = "https://example.com/c",
                                                                .ios = "https://example.com/i",
                                                                .android = "https://example.com/a",
                                                                .pc = "https://example.com/p",
                                                                .web = "https://example.com/w"}};
    reply.card = model::callback_card{.type = callback_card_type::template_,
                                       .data = wire::json(R"({"template_id":"AAqk1"})")};
    replies(reply, R"({
        "inline": {
            "title": "Title",
            "i18n_title": {"zh_cn": "标题", "en_us": "Title"},
            "image_key": "img_v2_041b28e3-5680-48c2-9af2-497ace79333g",
            "url": {
                "copy_url": "https://example.com/c",
                "ios": "https://example.com/i",
                "android": "https://example.com/a",
                "pc": "https://example.com/p",
                "web": "https://example.com/w"
            }
        },
        "card": {"type": "template", "data": {"template_id": "AAqk1"}}
    })");
}

BOOST_AUTO_TEST_CASE(callback_v1_profile_get_keeps_what_it_carries) {
    auto const pushed =
        wire::receives_pushed<profile::get>("profile.view.get", R"({"anything": [1, "2", null]})");
    BOOST_TEST(pushed.event.at("anything").as_array().size() == 3u);
}
