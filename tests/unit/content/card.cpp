// Whole cards: building, reading, limits between elements, outlines, hostile text.

#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/card/check.hpp>
#include <feishu/content/text.hpp>
#include <feishu/http/impl/build.hpp>

#include "cards.hpp"

using namespace cards;
namespace im = feishu::im::v1;

BOOST_AUTO_TEST_SUITE(card_as_a_whole)

BOOST_AUTO_TEST_CASE(a_complete_card_is_written_as_documented) {
    card::card const value{
        .config = card::config{.streaming_mode = true,
                               .streaming_config =
                                   card::streaming_config{.print_frequency_ms = card::by_client{.default_ = 30, .pc = 50},
                                                          .print_step = card::by_client{.default_ = 2, .android = 3,
                                                                                        .ios = 4},
                                                          .print_strategy = card::print_strategy::fast},
                               .summary = card::summary{.content = "custom",
                                                        .i18n_content = card::translations{{"en_us", "c"}}},
                               .locales = std::vector<std::string>{"en_us", "ja_jp"},
                               .enable_forward = true,
                               .update_multi = true,
                               .width_mode = card::width_mode::fill,
                               .use_custom_translation = false,
                               .enable_forward_interaction = false,
                               .style = card::style{.text_size = {{{"cus-0", {.default_ = "medium", .pc = "medium",
                                                                              .mobile = "large"}}}},
                                                    .color = {{{"cus-0", {.light_mode = "rgba(5,157,178,0.52)",
                                                                          .dark_mode = "rgba(78,23,108,0.49)"}}}}}},
        .card_link = card::link{.url = "https://example.com"},
        .header = card::header{.title = "Title",
                               .subtitle = "Subtitle",
                               .template_ = card::template_color::blue,
                               .text_tag_list = {card::text_tag{.text = "new",
                                                                .color = card::tag_color::neutral,
                                                                .element_id = "tag1"}},
                               .icon = card::standard_icon("chat_outlined", "orange"),
                               .padding = "12px 8px"},
        .body = {.elements = {card::markdown{"hi"}},
                 .direction = card::direction::vertical,
                 .padding = "12px",
                 .horizontal_spacing = "3px",
                 .horizontal_align = card::align::left,
                 .vertical_spacing = "4px",
                 .vertical_align = card::vertical_align::center},
    };
    accepts(value);
    std::string_view const literal = R"json({
        "schema": "2.0",
        "config": {
            "streaming_mode": true,
            "streaming_config": {"print_frequency_ms": {"default": 30, "pc": 50},
                                 "print_step": {"default": 2, "android": 3, "ios": 4}, "print_strategy": "fast"},
            "summary": {"content": "custom", "i18n_content": {"en_us": "c"}},
            "locales": ["en_us", "ja_jp"], "enable_forward": true, "update_multi": true, "width_mode": "fill",
            "use_custom_translation": false, "enable_forward_interaction": false,
            "style": {"text_size": {"cus-0": {"default": "medium", "pc": "medium", "mobile": "large"}},
                      "color": {"cus-0": {"light_mode": "rgba(5,157,178,0.52)", "dark_mode": "rgba(78,23,108,0.49)"}}}
        },
        "card_link": {"url": "https://example.com"},
        "header": {
            "title": {"tag": "plain_text", "content": "Title"},
            "subtitle": {"tag": "plain_text", "content": "Subtitle"},
            "template": "blue",
            "text_tag_list": [{"tag": "text_tag", "text": {"tag": "plain_text", "content": "new"}, "color": "neutral",
                               "element_id": "tag1"}],
            "icon": {"tag": "standard_icon", "token": "chat_outlined", "color": "orange"},
            "padding": "12px 8px"
        },
        "body": {"direction": "vertical", "padding": "12px", "horizontal_spacing": "3px", "horizontal_align": "left",
                 "vertical_spacing": "4px", "vertical_align": "center",
                 "elements": [{"tag": "markdown", "content": "hi"}]}
    })json";
    BOOST_TEST(json(document(value)) == json(literal));
    auto const read = card::read(literal);
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(document(*read) == document(value));
}

BOOST_AUTO_TEST_CASE(tags_beside_a_title_have_translations) {
    card::card value = with(card::hr{});
    value.header = card::header{.title = "t"};
    value.header->i18n_text_tag_list.emplace();
    (*value.header->i18n_text_tag_list)["en_us"] = {card::text_tag{.text = "new"}};
    accepts(value);
    BOOST_TEST(json(document(value)).at("header").at("i18n_text_tag_list") ==
               json(R"({"en_us": [{"tag": "text_tag", "text": {"tag": "plain_text", "content": "new"}}]})"));
    BOOST_TEST(document(card::read(document(value)).value()) == document(value));
}

BOOST_AUTO_TEST_CASE(a_card_is_the_content_of_an_interactive_message) {
    auto request = im::message::send(feishu::chat_id{"oc_1"}, with(card::markdown{"say \"hi\""}));
    complete(request);
    BOOST_TEST(feishu::validate(request).has_value());
    BOOST_TEST((request.msg_type.value() == im::msg_type::interactive));
    auto const body = json(feishu::http::build(request).body);
    BOOST_TEST(body.at("msg_type") == "interactive");
    BOOST_TEST(json(std::string_view(body.at("content").as_string())) ==
               json(R"({"schema": "2.0", "body": {"elements": [{"tag": "markdown", "content": "say \"hi\""}]}})"));
}

BOOST_AUTO_TEST_CASE(a_problem_in_a_card_names_its_path_in_the_request) {
    auto const request = im::message::send(
        feishu::chat_id{"oc_1"},
        with(card::hr{}, card::column_set{.columns = {card::column{.elements = {card::hr{}, card::input{.max_length = 1001}}}}}));
    auto const found = feishu::check(request);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].field == "content.body.elements[1].columns[0].elements[1].max_length");
    BOOST_TEST(found[0].message() == "is 1001, must be at most 1000");
}

BOOST_AUTO_TEST_CASE(a_card_over_30_KB_is_refused_where_it_is_sent) {
    auto const sent = [](std::size_t n) {
        auto request = im::message::send(feishu::chat_id{"oc_1"}, with(card::markdown{std::string(n, 'x')}));
        complete(request);
        return request;
    };
    auto const room = 30u * 1024u - feishu::http::build(sent(0)).body.size(); // the whole body counts
    BOOST_TEST(feishu::check(sent(room)).empty());
    auto const found = feishu::check(sent(room + 1));
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].rule == feishu::rule::max_bytes));
    BOOST_TEST(!feishu::check(im::message::patch{.message_id = "om_1",
                                                 .content = with(card::markdown{std::string(30 * 1024, 'x')})})
                    .empty());
}

BOOST_AUTO_TEST_CASE(a_patch_takes_a_card_and_nothing_else) {
    BOOST_TEST(feishu::check(im::message::patch{.message_id = "om_1", .content = card::patchable(with(card::hr{}))}).empty());
    feishu::field::json_text const text = feishu::text{"hi"};
    BOOST_TEST(!feishu::check(im::message::patch{.message_id = "om_1", .content = text}).empty());
    BOOST_TEST(json(document(card::patchable(with(card::hr{})))).at("config").at("update_multi") == true);
}

// Rules between elements.

BOOST_AUTO_TEST_CASE(a_card_has_at_most_200_elements_and_texts_count) {
    card::card value;
    for (int i = 0; i < 100; ++i)
        value.body.elements.push_back(card::div{.text = "x"});
    accepts(value);
    value.body.elements.push_back(card::hr{});
    refuses(value, "body.elements", "has 201 items, at most 200 are allowed");
}

BOOST_AUTO_TEST_CASE(element_ids_must_be_unique) {
    refuses(with(card::hr{.element_id = "a"},
                 card::column_set{.columns = {card::column{.elements = {card::hr{.element_id = "a"}}}}}),
            "body.elements[1].columns[0].elements[0].element_id", "is the element_id of an earlier element");
    card::div text{.text = "x"};
    text.text->element_id = "a";
    refuses(with(card::hr{.element_id = "a"}, text), "body.elements[1].text.element_id",
            "is the element_id of an earlier element");
    accepts(with(card::hr{.element_id = "a"}, card::hr{.element_id = "A"}, card::hr{}));
}

BOOST_AUTO_TEST_CASE(an_element_id_is_of_letters_digits_and_underscores_at_most_20) {
    accepts(with(card::hr{.element_id = "a_123456789012345678"}));
    for (char const* bad : {"1a", "_a", "a-b", "ä", "a b"})
        refuses(with(card::hr{.element_id = bad}), "body.elements[0].element_id",
                "must consist of letters, digits and _, beginning with a letter");
    refuses(with(card::hr{.element_id = std::string(21, 'a')}), "body.elements[0].element_id",
            "has 21 characters, at most 20 are allowed");
}

BOOST_AUTO_TEST_CASE(audio_ids_must_be_unique) {
    refuses(with(card::audio{.file_key = "f", .audio_id = "a"}, card::audio{.file_key = "f", .audio_id = "a"}),
            "body.elements[1].audio_id", "is the audio_id of an earlier element");
}

BOOST_AUTO_TEST_CASE(a_form_must_be_a_direct_child_of_the_body) {
    accepts(with(form_of(card::input{.name = "a"})));
    refuses(with(card::collapsible_panel{.header = card::panel_header{.title = "t"}, .elements = {form_of()}}),
            "body.elements[0].elements[0]", "is inside another element; it must be a direct child of the card body");
}

BOOST_AUTO_TEST_CASE(a_form_must_have_a_submit_button) {
    refuses(with(card::form_container{.name = "f", .elements = {card::input{.name = "a"}}}), "body.elements[0].elements",
            "need a button whose form_action_type is submit");
    refuses(with(card::form_container{.name = "f",
                            .elements = {card::button{.form_action_type = card::form_action::reset, .name = "b"}}}),
            "body.elements[0].elements", "need a button whose form_action_type is submit");
    // Deeper nesting is allowed.
    accepts(with(card::form_container{
        .name = "f",
        .elements = {card::column_set{.columns = {card::column{
                         .elements = {card::button{.form_action_type = card::form_action::submit, .name = "b"}}}}}}}));
}

BOOST_AUTO_TEST_CASE(interactive_elements_of_forms_must_have_unique_names) {
    refuses(with(form_of(card::input{})), "body.elements[0].elements[0].name", "is required");
    refuses(with(form_of(card::input{.name = "a"}, card::date_picker{.placeholder = "p", .name = "a"})),
            "body.elements[0].elements[1].name", "is the name of an earlier element");
    refuses(with(form_of(card::input{.name = "a"}),
                 card::form_container{.name = "form",
                            .elements = {card::button{.form_action_type = card::form_action::submit, .name = "s2"}}}),
            "body.elements[1].name", "is the name of an earlier element");
    // Outside a form, names may be missing or repeated.
    accepts(with(card::input{}, card::input{.name = "a"}, card::input{.name = "a"}));
}

BOOST_AUTO_TEST_CASE(multi_select_is_allowed_only_inside_a_form) {
    refuses(with(card::multi_select_static{.name = "a"}), "body.elements[0]",
            "multi-select is only allowed inside a form");
    refuses(with(card::multi_select_person{.name = "a"}), "body.elements[0]",
            "multi-select is only allowed inside a form");
    refuses(with(card::select_img{.options = {card::image_option{.img_key = "i"}}, .multi_select = true}),
            "body.elements[0]", "multi-select is only allowed inside a form");
    accepts(with(form_of(card::multi_select_static{.name = "a"}, card::multi_select_person{.name = "b"})));
}

BOOST_AUTO_TEST_CASE(form_actions_are_allowed_only_inside_a_form) {
    refuses(with(card::button{.text = "x", .form_action_type = card::form_action::submit}),
            "body.elements[0].form_action_type", "is only allowed inside a form");
}

BOOST_AUTO_TEST_CASE(at_most_five_tables_are_allowed_as_direct_children_of_the_body) {
    card::table const one{.columns = {card::table_column{.name = "a", .data_type = card::data_type::text}},
                          .rows = std::vector<card::row>{}};
    accepts(with(one, one, one, one, one));
    refuses(with(one, one, one, one, one, one), "body.elements", "contain 6 tables, at most 5 are allowed");
    refuses(with(card::column_set{.columns = {card::column{.elements = {one}}}}),
            "body.elements[0].columns[0].elements[0]",
            "is inside another element; it must be a direct child of the card body");
}

BOOST_AUTO_TEST_CASE(containers_are_at_most_five_deep) {
    card::element inner = card::hr{};
    for (int i = 0; i < 5; ++i)
        inner = card::column_set{.columns = {card::column{.elements = {inner}}}};
    accepts(with(inner));
    refuses(with(card::column_set{.columns = {card::column{.elements = {inner}}}}),
            "body.elements[0].columns[0].elements[0].columns[0].elements[0].columns[0].elements[0].columns[0]."
            "elements[0].columns[0].elements[0]",
            "is inside more than 4 other containers");
}

BOOST_AUTO_TEST_CASE(update_multi_must_be_true_and_schema_must_be_2_0) {
    card::card value = with(card::hr{});
    value.config = card::config{.update_multi = false};
    refuses(value, "config.update_multi", "must be true in a card of JSON 2.0");
    value = with(card::hr{});
    value.schema = "1.0";
    refuses(value, "schema", "must be 2.0; cards of JSON 1.0 are sent as card::raw");
}

BOOST_AUTO_TEST_CASE(links_must_have_a_url_that_clients_can_open) {
    refuses(with(card::button{.behaviors = {card::open_url("javascript:alert(1)")}}),
            "body.elements[0].behaviors[0].default_url", "must begin with https:// or http://");
    refuses(with(card::button{.behaviors = {card::behavior{.type = card::behavior_type::open_url}}}),
            "body.elements[0].behaviors[0].default_url", "is required, or android_url, ios_url and pc_url");
    refuses(with(card::button{.behaviors = {card::behavior{.type = card::behavior_type::open_url,
                                                           .default_url = "https://a.com",
                                                           .ios_url = "example.com"}}}),
            "body.elements[0].behaviors[0].ios_url", "must begin with a scheme, such as https:// or that of an app");
    card::card value = with(card::hr{});
    value.card_link = card::link{.android_url = "https://a.com"};
    refuses(value, "card_link.url", "is required, or android_url, ios_url and pc_url");
    value.card_link = card::link{.url = "ftp://a.com"};
    refuses(value, "card_link.url", "must begin with https:// or http://");
}

BOOST_AUTO_TEST_CASE(a_callback_carries_an_object_or_a_string_and_a_behavior_has_a_type) {
    accepts(with(card::button{.behaviors = {card::behavior{.type = card::behavior_type::callback,
                                                           .value = boost::json::value("x")}}}));
    refuses(with(card::button{.behaviors = {card::behavior{}}}), "body.elements[0].behaviors[0].type", "is required");
}

BOOST_AUTO_TEST_CASE(an_icon_needs_a_token_or_an_image_key) {
    refuses(with(card::button{.icon = card::icon{}}), "body.elements[0].icon.token", "is required with a standard_icon");
    refuses(with(card::button{.icon = card::icon{.tag = card::icon_kind::custom_icon}}),
            "body.elements[0].icon.img_key", "is required with a custom_icon");
}

BOOST_AUTO_TEST_CASE(a_chart_is_an_object) {
    refuses(with(card::chart{.chart_spec = boost::json::value(1)}), "body.elements[0].chart_spec", "must be an object");
}

BOOST_AUTO_TEST_CASE(table_columns_must_have_unique_names) {
    card::table_column const column{.name = "a", .data_type = card::data_type::text};
    refuses(with(card::table{.columns = {column, column}, .rows = std::vector<card::row>{}}),
            "body.elements[0].columns[1].name", "is the name of an earlier column");
    refuses(with(card::table{.columns = std::vector<card::table_column>{}, .rows = std::vector<card::row>{}}),
            "body.elements[0].columns", "must not be empty");
}

BOOST_AUTO_TEST_CASE(menu_options_must_have_unique_values) {
    card::option const entry{.text = "x", .value = "1"};
    refuses(with(card::select_static{.options = {entry, entry}}), "body.elements[0].options[1].value",
            "is the value of an earlier option");
    refuses(with(form_of(card::multi_select_static{.options = {entry, entry}, .name = "n"})),
            "body.elements[0].elements[0].options[1].value", "is the value of an earlier option");
}

BOOST_AUTO_TEST_CASE(pickers_have_a_placeholder_or_a_well_formed_initial_value) {
    refuses(with(card::date_picker{}), "body.elements[0].placeholder", "is required without initial_date");
    refuses(with(card::date_picker{.initial_date = "31.1.2024"}), "body.elements[0].initial_date",
            "does not have the form yyyy-MM-dd");
    refuses(with(card::picker_time{}), "body.elements[0].placeholder", "is required without initial_time");
    refuses(with(card::picker_time{.initial_time = "9:00"}), "body.elements[0].initial_time",
            "does not have the form HH:mm");
    refuses(with(card::picker_datetime{}), "body.elements[0].placeholder", "is required without initial_datetime");
    refuses(with(card::picker_datetime{.initial_datetime = "2024-01-01T09:00"}), "body.elements[0].initial_datetime",
            "does not have the form yyyy-MM-dd HH:mm");
}

BOOST_AUTO_TEST_CASE(placeholders_and_entries_have_at_most_100_characters) {
    std::string const longer(101, 'x');
    std::string const words = "has 101 characters, at most 100 are allowed";
    refuses(with(card::date_picker{.placeholder = longer}), "body.elements[0].placeholder.content", words);
    refuses(with(card::select_person{.placeholder = longer}), "body.elements[0].placeholder.content", words);
    refuses(with(card::overflow{.options = {card::overflow_option{.text = longer}}}),
            "body.elements[0].options[0].text.content", words);
    std::string wide;
    for (int i = 0; i < 100; ++i)
        wide += "中";
    accepts(with(card::date_picker{.placeholder = wide}));
}

BOOST_AUTO_TEST_CASE(numbers_keep_their_documented_ranges) {
    refuses(with(card::column_set{.columns = {card::column{.weight = 6}}}), "body.elements[0].columns[0].weight",
            "is 6, must be at most 5");
    refuses(with(card::checker{.checked_style = card::checked_style{.opacity = 1.5}}),
            "body.elements[0].checked_style.opacity", "must be from 0 to 1");
    refuses(with(card::collapsible_panel{.header = card::panel_header{.icon_expanded_angle = 45}}),
            "body.elements[0].header.icon_expanded_angle", "must be -180, -90, 90 or 180");
}

BOOST_AUTO_TEST_CASE(a_misspelled_value_is_rejected) {
    refuses(with(card::button{.size = "huge"}), "body.elements[0].size",
            "is \"huge\", not one of tiny, small, medium, large");
}

BOOST_AUTO_TEST_CASE(a_raw_element_that_is_not_a_JSON_object_is_rejected) {
    refuses(with(card::raw_element("{not json")), "body.elements[0]", "is not a JSON object");
    refuses(with(card::raw_element("[1]")), "body.elements[0]", "is not a JSON object");
}

// Reading.

BOOST_AUTO_TEST_CASE(a_card_of_JSON_1_0_is_not_read_as_2_0) {
    auto const old = card::read(R"({"config": {}, "elements": [{"tag": "hr"}]})");
    BOOST_REQUIRE(!old.has_value());
    BOOST_TEST((old.error().kind == feishu::error_kind::decode));
    BOOST_TEST(old.error().field == "schema");
    BOOST_TEST(!card::read("{").has_value());
    for (char const* const other : {"null", "[]", "5", "\"a\"", "true"}) {
        BOOST_TEST(!card::read(other).has_value(), other);
        BOOST_TEST(!card::check(other).empty(), other);
    }
}

// References.

BOOST_AUTO_TEST_CASE(a_template_is_sent_with_its_version_and_values) {
    feishu::field::json_text const content =
        card::from_template{.template_id = "AAq1", .version = "1.0.2", .variables = {{"host", "db-1"}}};
    BOOST_TEST(content.msg_type() == "interactive");
    BOOST_TEST(content.problems().empty());
    BOOST_TEST(json(content.document()) ==
               json(R"({"type": "template", "data": {"template_id": "AAq1", "template_version_name": "1.0.2",
                        "template_variable": {"host": "db-1"}}})"));
    feishu::field::json_text const least = card::from_template{.template_id = "AAq1"};
    BOOST_TEST(json(least.document()) == json(R"({"type": "template", "data": {"template_id": "AAq1"}})"));
    feishu::field::json_text const none = card::from_template{};
    BOOST_REQUIRE(none.problems().size() == 1u);
    BOOST_TEST(none.problems()[0].field == "data.template_id");
}

BOOST_AUTO_TEST_CASE(a_card_entity_is_sent_by_its_id) {
    feishu::field::json_text const content = card::by_id{.card_id = "7355372766134157313"};
    BOOST_TEST(content.msg_type() == "interactive");
    BOOST_TEST(json(content.document()) == json(R"({"type": "card", "data": {"card_id": "7355372766134157313"}})"));
    BOOST_TEST(feishu::field::json_text(card::by_id{}).problems().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_raw_card_is_sent_as_it_is) {
    std::string const old = R"({"config": {"wide_screen_mode": true}, "elements": [{"tag": "hr", "x": "\"\n"}]})";
    feishu::field::json_text const content = card::raw{old};
    BOOST_TEST(content.msg_type() == "interactive");
    BOOST_TEST(content.problems().empty());
    BOOST_TEST(json(content.document()) == json(old));
    feishu::field::json_text const pretty = card::raw{"{\n\t\"elements\": [\r\n{\"tag\": \"hr\", \"x\": \"a\\n\"}]\n}\n"};
    BOOST_TEST(pretty.problems().empty());
    BOOST_TEST(json(pretty.document()) == json(R"({"elements": [{"tag": "hr", "x": "a\n"}]})"));
    BOOST_TEST(feishu::field::json_text(card::raw{"{"}).problems().size() == 1u);
    BOOST_TEST(feishu::field::json_text(card::raw{"[]"}).problems()[0].message() == "is not a JSON object");
}

// Outlines.

BOOST_AUTO_TEST_CASE(an_outline_has_a_line_for_each_element) {
    card::card value = with(
        card::markdown{.content = "first\nsecond", .element_id = "intro"},
        card::column_set{.columns = {card::column{.elements = {card::img{.img_key = "img_1", .alt = "a graph"}}},
                                     card::column{.elements = {card::hr{}}}}},
        form_of(card::input{.name = "reason", .label = "Why"}),
        card::raw_element(R"({"tag": "hologram"})"), card::raw_element("{}"));
    value.header = card::header{.title = "Deploy?", .subtitle = "1.4"};
    BOOST_TEST(card::outline(value) == "header: Deploy?\n"
                                       "markdown #intro: first second\n"
                                       "column_set\n"
                                       "  column\n"
                                       "    img: a graph\n"
                                       "  column\n"
                                       "    hr\n"
                                       "form form\n"
                                       "  input reason: Why\n"
                                       "  button submit\n"
                                       "hologram\n"
                                       "element without a tag");
}

BOOST_AUTO_TEST_CASE(an_outline_cuts_long_text_between_characters) {
    std::string wide;
    for (int i = 0; i < 100; ++i)
        wide += "中";
    auto const line = card::outline(with(card::markdown{"x" + wide}));
    BOOST_TEST(feishu::utf8::scan(line).valid());
    BOOST_TEST(line.size() < 110u);
    BOOST_TEST(line.ends_with("中…"));
}

// Hostile text, wherever there is text.

namespace {

std::vector<std::string> const hostile = {
    R"(quotes " and \ backslashes \" \\")",
    "lines\r\n\tand controls \x01\x1f\x7f",
    "</at><at id=all></at>",
    "emoji 😀 and U+2028 \xE2\x80\xA8 and U+2029 \xE2\x80\xA9",
    std::string("NUL \0 inside", 12),
    R"({"tag":"button"}]}})",
    std::string(150 * 1024, 'x'),
};

// Every field of a card that takes text.
card::card everywhere(std::string const& t) {
    card::card value = with(
        card::markdown{.content = t, .i18n_content = card::translations{{"en_us", t}}},
        card::div{.text = t}, card::img{.img_key = t, .alt = t, .title = t},
        card::collapsible_panel{.header = card::panel_header{.title = t}},
        card::interactive_container{.elements = {card::markdown{t}},
                                    .behaviors = {card::callback({{t, t}})},
                                    .hover_tips = t,
                                    .disabled_tips = t,
                                    .confirm = card::confirm{.title = t, .text = t}},
        card::button{.text = t}, card::checker{.text = t},
        card::table{.columns = {card::table_column{.name = t, .data_type = card::data_type::text, .display_name = t}},
                    .rows = {card::row{{t, t}}}},
        card::chart{.chart_spec = boost::json::value{{t, t}}}, card::person{.user_id = t},
        card::person_list{.persons = {t}},
        form_of(card::input{.name = t, .label = t, .placeholder = t, .default_value = t},
                card::select_static{.options = {card::option{.text = t, .value = t}}, .name = "b"}));
    value.config = card::config{.summary = card::summary{.content = t}};
    value.header = card::header{.title = t, .subtitle = t, .text_tag_list = {card::text_tag{.text = t}}};
    return value;
}

} // namespace

BOOST_AUTO_TEST_CASE(hostile_text_is_unchanged_in_every_field) {
    for (auto const& t : hostile) {
        auto const value = everywhere(t);
        feishu::field::json_text const content = value;
        for (auto const& problem : content.problems()) // only long placeholders are reported
            BOOST_TEST((problem.rule == feishu::rule::max_characters), problem.field << " " << problem.message());
        auto const read = card::read(content.document());
        BOOST_REQUIRE(read.has_value());
        BOOST_TEST((document(*read) == content.document()));
        auto const* const markdown = read->body.elements[0].get_if<card::markdown>();
        BOOST_REQUIRE(markdown != nullptr);
        BOOST_TEST((markdown->content.value() == t));
        // Also inside a request.
        auto const request = im::message::send(feishu::chat_id{"oc_1"}, value);
        auto const sent = json(feishu::http::build(request).body);
        BOOST_TEST((std::string_view(sent.at("content").as_string()) == content.document()));
        BOOST_TEST(card::outline(value).find('\0') == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(text_that_is_not_UTF8_is_refused_with_its_path) {
    auto const value = with(card::hr{}, card::button{.text = "ok \xff"});
    feishu::field::json_text const content = value;
    BOOST_REQUIRE(content.problems().size() >= 1u);
    BOOST_TEST(content.problems()[0].field == "body.elements[1].text.content");
    BOOST_TEST(content.problems()[0].message() == "is not valid UTF-8 at byte 3");
    feishu::field::json_text const broken = everywhere("\xff");
    for (auto const& problem : broken.problems())
        BOOST_TEST((problem.rule == feishu::rule::utf8 || problem.rule == feishu::rule::other));
}

BOOST_AUTO_TEST_SUITE_END()
