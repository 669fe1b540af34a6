// Writing and reading of every card element.

#include <string>

#include <boost/test/unit_test.hpp>

#include "../cards.hpp"

using namespace cards;

BOOST_AUTO_TEST_SUITE(card_elements)

BOOST_AUTO_TEST_CASE(markdown_is_written_and_read_back) {
    travels(card::markdown{"**hi**"}, R"({"tag": "markdown", "content": "**hi**"})");
    travels(card::markdown{.content = "hi",
                           .text_size = "heading",
                           .text_align = card::align::center,
                           .icon = card::standard_icon("chat_outlined", "blue"),
                           .i18n_content = card::translations{{"en_us", "hi"}},
                           .margin = "0px 4px",
                           .element_id = "intro"},
            R"({"tag": "markdown", "content": "hi", "text_size": "heading", "text_align": "center",
                "icon": {"tag": "standard_icon", "token": "chat_outlined", "color": "blue"},
                "i18n_content": {"en_us": "hi"}, "margin": "0px 4px", "element_id": "intro"})");
}

BOOST_AUTO_TEST_CASE(div_is_written_and_read_back) {
    travels(card::div{.text = "plain"}, R"({"tag": "div", "text": {"tag": "plain_text", "content": "plain"}})");
    travels(card::div{.text = card::text("red", {.text_size = "normal",
                                                 .text_color = "red",
                                                 .text_align = card::align::right,
                                                 .lines = 2}),
                      .icon = card::custom_icon("img_1"),
                      .width = "auto",
                      .margin = "4px",
                      .element_id = "d1"},
            R"({"tag": "div", "text": {"tag": "plain_text", "content": "red", "text_size": "normal",
                "text_color": "red", "text_align": "right", "lines": 2},
                "icon": {"tag": "custom_icon", "img_key": "img_1"}, "width": "auto", "margin": "4px",
                "element_id": "d1"})");
    travels(card::div{.text = card::lark_md("**x**")}, R"({"tag": "div", "text": {"tag": "lark_md", "content": "**x**"}})");
}

BOOST_AUTO_TEST_CASE(img_is_written_and_read_back) {
    travels(card::img{.img_key = "img_v3_1",
                      .alt = "a graph",
                      .title = "CPU",
                      .scale_type = card::scale_type::crop_top,
                      .size = "100px 100px",
                      .corner_radius = "5px",
                      .transparent = false,
                      .preview = true,
                      .i18n_img_key = card::translations{{"en_us", "img_v3_2"}},
                      .margin = "4px -12px",
                      .element_id = "i1"},
            R"({"tag": "img", "img_key": "img_v3_1", "alt": {"tag": "plain_text", "content": "a graph"},
                "title": {"tag": "plain_text", "content": "CPU"}, "scale_type": "crop_top", "size": "100px 100px",
                "corner_radius": "5px", "transparent": false, "preview": true,
                "i18n_img_key": {"en_us": "img_v3_2"}, "margin": "4px -12px", "element_id": "i1"})");
}

BOOST_AUTO_TEST_CASE(img_combination_is_written_and_read_back) {
    travels(card::img_combination{.combination_mode = card::combination_mode::double_,
                                  .img_list = {card::combined_img{.img_key = "img_1", .transparent = true},
                                               card::combined_img{.img_key = "img_2"}},
                                  .combination_transparent = false,
                                  .corner_radius = "12px"},
            R"({"tag": "img_combination", "combination_mode": "double", "combination_transparent": false,
                "corner_radius": "12px", "img_list": [{"img_key": "img_1", "transparent": true}, {"img_key": "img_2"}]})");
}

BOOST_AUTO_TEST_CASE(person_is_written_and_read_back) {
    travels(card::person{.user_id = "ou_1",
                         .size = card::avatar_size::extra_small,
                         .show_avatar = true,
                         .show_name = false,
                         .style = card::person_style::capsule},
            R"({"tag": "person", "user_id": "ou_1", "size": "extra_small", "show_avatar": true, "show_name": false,
                "style": "capsule"})");
}

BOOST_AUTO_TEST_CASE(person_list_is_written_and_read_back) {
    travels(card::person_list{.persons = {"ou_1", "ou_2"},
                              .size = card::avatar_size::large,
                              .show_name = true,
                              .show_avatar = true,
                              .lines = 1,
                              .drop_invalid_user_id = false,
                              .icon = card::standard_icon("group_outlined"),
                              .ud_icon = card::ud_icon{.token = "chat_outlined",
                                                       .style = card::ud_icon_style{.color = "red"}}},
            R"({"tag": "person_list", "persons": [{"id": "ou_1"}, {"id": "ou_2"}], "size": "large", "show_name": true,
                "show_avatar": true, "lines": 1, "drop_invalid_user_id": false,
                "icon": {"tag": "standard_icon", "token": "group_outlined"},
                "ud_icon": {"token": "chat_outlined", "style": {"color": "red"}}})");
}

BOOST_AUTO_TEST_CASE(chart_is_written_and_read_back) {
    travels(card::chart{.chart_spec = json(R"({"type": "line", "data": {"values": [{"x": 1, "y": 2.5}]}})"),
                        .aspect_ratio = "16:9",
                        .color_theme = card::color_theme::brand,
                        .preview = false,
                        .height = "auto"},
            R"({"tag": "chart", "chart_spec": {"type": "line", "data": {"values": [{"x": 1, "y": 2.5}]}},
                "aspect_ratio": "16:9", "color_theme": "brand", "preview": false, "height": "auto"})");
}

BOOST_AUTO_TEST_CASE(table_is_written_and_read_back) {
    travels(card::table{.columns = {card::table_column{.name = "customer",
                                                       .data_type = card::data_type::text,
                                                       .display_name = "Customer",
                                                       .width = "auto",
                                                       .vertical_align = card::vertical_align::top,
                                                       .horizontal_align = card::align::left},
                                    card::table_column{.name = "arr",
                                                       .data_type = card::data_type::number,
                                                       .format = card::number_format{.symbol = "¥",
                                                                                     .precision = 2,
                                                                                     .separator = true}},
                                    card::table_column{.name = "met",
                                                       .data_type = card::data_type::date,
                                                       .date_format = "YYYY/MM/DD"}},
                        .rows = {card::row{{"customer", "Lark"}, {"arr", 168}, {"met", 1699341315000}}},
                        .page_size = 5,
                        .row_height = "low",
                        .row_max_height = "50px",
                        .freeze_first_column = true,
                        .header_style = card::table_header_style{.text_align = card::align::left,
                                                                 .text_size = "normal",
                                                                 .background_style = "none",
                                                                 .text_color = "grey",
                                                                 .bold = true,
                                                                 .lines = 1}},
            R"({"tag": "table", "page_size": 5, "row_height": "low", "row_max_height": "50px",
                "freeze_first_column": true, "header_style": {"text_align": "left", "text_size": "normal",
                "background_style": "none", "text_color": "grey", "bold": true, "lines": 1},
                "columns": [{"name": "customer", "display_name": "Customer", "width": "auto", "data_type": "text",
                "vertical_align": "top", "horizontal_align": "left"},
                {"name": "arr", "data_type": "number", "format": {"symbol": "¥", "precision": 2, "separator": true}},
                {"name": "met", "data_type": "date", "date_format": "YYYY/MM/DD"}],
                "rows": [{"customer": "Lark", "arr": 168, "met": 1699341315000}]})");
}

BOOST_AUTO_TEST_CASE(audio_is_written_and_read_back) {
    travels(card::audio{.file_key = "file_v3_1",
                        .audio_id = "a1",
                        .show_time = true,
                        .style = card::audio_style::speak,
                        .background_color = "default",
                        .fill_color = "blue"},
            R"({"tag": "audio", "file_key": "file_v3_1", "audio_id": "a1", "show_time": true, "style": "speak",
                "background_color": "default", "fill_color": "blue"})");
}

BOOST_AUTO_TEST_CASE(hr_is_written_and_read_back) {
    travels(card::hr{}, R"({"tag": "hr"})");
    travels(card::hr{.margin = "0px", .element_id = "line"}, R"({"tag": "hr", "margin": "0px", "element_id": "line"})");
}

BOOST_AUTO_TEST_CASE(column_set_is_written_and_read_back) {
    travels(card::column_set{
                .columns = {card::column{.elements = {card::markdown{"left"}, card::hr{}},
                                         .width = "weighted",
                                         .weight = 1,
                                         .background_style = "default",
                                         .direction = card::direction::vertical,
                                         .horizontal_spacing = "large",
                                         .horizontal_align = card::align::left,
                                         .vertical_spacing = "4px",
                                         .vertical_align = card::vertical_align::center,
                                         .padding = "8px",
                                         .margin = "4px",
                                         .action = card::click_action{.multi_url = card::link{.url = "https://a.com"}},
                                         .element_id = "c1"},
                            card::column{}},
                .flex_mode = card::flex_mode::none,
                .background_style = "grey",
                .horizontal_spacing = "8px",
                .horizontal_align = card::align::right,
                .margin = "4px",
                .action = card::click_action{.multi_url = card::link{.android_url = "https://a.com/a",
                                                                     .ios_url = "lark://msgcard/unsupported_action",
                                                                     .pc_url = "https://a.com/p"}},
                .element_id = "s1"},
            R"({"tag": "column_set", "flex_mode": "none", "background_style": "grey", "horizontal_spacing": "8px",
                "horizontal_align": "right", "margin": "4px", "element_id": "s1",
                "action": {"multi_url": {"android_url": "https://a.com/a", "pc_url": "https://a.com/p",
                "ios_url": "lark://msgcard/unsupported_action"}},
                "columns": [{"tag": "column", "width": "weighted", "weight": 1, "background_style": "default",
                "direction": "vertical", "horizontal_spacing": "large", "horizontal_align": "left",
                "vertical_spacing": "4px", "vertical_align": "center", "padding": "8px", "margin": "4px",
                "action": {"multi_url": {"url": "https://a.com"}}, "element_id": "c1",
                "elements": [{"tag": "markdown", "content": "left"}, {"tag": "hr"}]}, {"tag": "column"}]})");
}

BOOST_AUTO_TEST_CASE(form_is_written_and_read_back) {
    travels(card::form_container{.name = "form_1",
                       .elements = {card::input{.name = "reason", .required = true},
                                    card::button{.text = "Send",
                                                 .form_action_type = card::form_action::submit,
                                                 .name = "send"}},
                       .direction = card::direction::horizontal,
                       .horizontal_spacing = "8px",
                       .horizontal_align = card::align::left,
                       .vertical_spacing = "8px",
                       .vertical_align = card::vertical_align::top,
                       .padding = "4px 0px",
                       .margin = "0px",
                       .element_id = "f1"},
            R"({"tag": "form", "name": "form_1", "direction": "horizontal", "horizontal_spacing": "8px",
                "horizontal_align": "left", "vertical_spacing": "8px", "vertical_align": "top", "padding": "4px 0px",
                "margin": "0px", "element_id": "f1", "elements": [
                {"tag": "input", "name": "reason", "required": true},
                {"tag": "button", "text": {"tag": "plain_text", "content": "Send"}, "form_action_type": "submit",
                 "name": "send"}]})");
}

BOOST_AUTO_TEST_CASE(interactive_container_is_written_and_read_back) {
    travels(card::interactive_container{.elements = {card::markdown{"open"}},
                                        .behaviors = {card::open_url("https://a.com"), card::callback({{"k", 1}})},
                                        .width = "fill",
                                        .height = "auto",
                                        .background_style = "laser",
                                        .has_border = true,
                                        .border_color = "grey",
                                        .corner_radius = "8px",
                                        .direction = card::direction::vertical,
                                        .padding = "4px 12px",
                                        .hover_tips = "opens it",
                                        .disabled = false,
                                        .disabled_tips = "not now",
                                        .confirm = card::confirm{.title = "Sure?", .text = "It opens."}},
            R"({"tag": "interactive_container", "width": "fill", "height": "auto", "background_style": "laser",
                "has_border": true, "border_color": "grey", "corner_radius": "8px", "direction": "vertical",
                "padding": "4px 12px", "behaviors": [{"type": "open_url", "default_url": "https://a.com"},
                {"type": "callback", "value": {"k": 1}}], "disabled": false,
                "hover_tips": {"tag": "plain_text", "content": "opens it"},
                "disabled_tips": {"tag": "plain_text", "content": "not now"},
                "confirm": {"title": {"tag": "plain_text", "content": "Sure?"},
                "text": {"tag": "plain_text", "content": "It opens."}},
                "elements": [{"tag": "markdown", "content": "open"}]})");
}

BOOST_AUTO_TEST_CASE(collapsible_panel_is_written_and_read_back) {
    travels(card::collapsible_panel{
                .header = card::panel_header{.title = card::markdown_text("**more**"),
                                             .background_color = "grey",
                                             .width = card::title_width::auto_when_fold,
                                             .vertical_align = card::vertical_align::center,
                                             .padding = "4px",
                                             .icon = card::icon{.token = "down-small-ccm_outlined",
                                                                .size = "16px 16px"},
                                             .icon_position = card::icon_position::follow_text,
                                             .icon_expanded_angle = -180},
                .elements = {card::markdown{"a long text"}},
                .expanded = false,
                .background_color = "grey",
                .border = card::border{.color = "grey", .corner_radius = "5px"},
                .vertical_spacing = "8px",
                .padding = "8px"},
            R"({"tag": "collapsible_panel", "expanded": false, "background_color": "grey", "header": {
                "title": {"tag": "markdown", "content": "**more**"}, "background_color": "grey",
                "width": "auto_when_fold", "vertical_align": "center", "padding": "4px",
                "icon": {"tag": "standard_icon", "token": "down-small-ccm_outlined", "size": "16px 16px"},
                "icon_position": "follow_text", "icon_expanded_angle": -180},
                "border": {"color": "grey", "corner_radius": "5px"}, "vertical_spacing": "8px", "padding": "8px",
                "elements": [{"tag": "markdown", "content": "a long text"}]})");
}

BOOST_AUTO_TEST_CASE(button_is_written_and_read_back) {
    travels(card::button{.text = "Approve",
                         .type = card::button_type::primary_filled,
                         .behaviors = {card::callback({{"action", "approve"}})},
                         .size = card::button_size::medium,
                         .width = "default",
                         .icon = card::standard_icon("yes_outlined"),
                         .hover_tips = "says yes",
                         .disabled = false,
                         .disabled_tips = "too late",
                         .confirm = card::confirm{.title = "Sure?", .text = "Yes."},
                         .form_action_type = card::form_action::reset,
                         .name = "approve",
                         .margin = "0px",
                         .element_id = "b1"},
            R"({"tag": "button", "text": {"tag": "plain_text", "content": "Approve"}, "type": "primary_filled",
                "behaviors": [{"type": "callback", "value": {"action": "approve"}}], "size": "medium",
                "width": "default", "icon": {"tag": "standard_icon", "token": "yes_outlined"},
                "hover_tips": {"tag": "plain_text", "content": "says yes"}, "disabled": false,
                "disabled_tips": {"tag": "plain_text", "content": "too late"},
                "confirm": {"title": {"tag": "plain_text", "content": "Sure?"},
                "text": {"tag": "plain_text", "content": "Yes."}}, "form_action_type": "reset", "name": "approve",
                "margin": "0px", "element_id": "b1"})");
    travels(card::button{.type = card::button_type::default_,
                         .behaviors = {card::behavior{.type = card::behavior_type::open_url,
                                                      .default_url = "https://a.com",
                                                      .android_url = "myapp://x",
                                                      .ios_url = "lark://msgcard/unsupported_action",
                                                      .pc_url = "https://a.com/pc"}}},
            R"({"tag": "button", "type": "default", "behaviors": [{"type": "open_url", "default_url": "https://a.com",
                "android_url": "myapp://x", "ios_url": "lark://msgcard/unsupported_action",
                "pc_url": "https://a.com/pc"}]})");
}

BOOST_AUTO_TEST_CASE(input_is_written_and_read_back) {
    travels(card::input{.name = "reason",
                        .label = "Why",
                        .label_position = card::label_position::left,
                        .placeholder = "because",
                        .default_value = "x",
                        .i18n_default_value = card::translations{{"zh_cn", "因为"}},
                        .required = false,
                        .input_type = card::input_type::multiline_text,
                        .max_length = 5,
                        .rows = 1,
                        .auto_resize = true,
                        .max_rows = 5,
                        .show_icon = false,
                        .width = "default",
                        .disabled = false,
                        .disabled_tips = "no",
                        .behaviors = {card::callback({{"k", "v"}})}},
            R"({"tag": "input", "name": "reason", "label": {"tag": "plain_text", "content": "Why"},
                "label_position": "left", "placeholder": {"tag": "plain_text", "content": "because"},
                "default_value": "x", "i18n_default_value": {"zh_cn": "因为"}, "required": false,
                "input_type": "multiline_text", "max_length": 5, "rows": 1, "auto_resize": true, "max_rows": 5,
                "show_icon": false, "width": "default", "disabled": false,
                "disabled_tips": {"tag": "plain_text", "content": "no"},
                "behaviors": [{"type": "callback", "value": {"k": "v"}}]})");
}

BOOST_AUTO_TEST_CASE(select_static_is_written_and_read_back) {
    travels(card::select_static{.options = {card::option{.text = "One",
                                                         .value = "1",
                                                         .icon = card::standard_icon("one_outlined")},
                                            card::option{.text = "Two", .value = "2"}},
                                .placeholder = "choose",
                                .name = "n",
                                .type = card::menu_type::text,
                                .required = false,
                                .disabled = false,
                                .initial_option = "One",
                                .initial_index = 1,
                                .width = "fill",
                                .behaviors = {card::callback({})}},
            R"({"tag": "select_static", "options": [{"text": {"tag": "plain_text", "content": "One"}, "value": "1",
                "icon": {"tag": "standard_icon", "token": "one_outlined"}},
                {"text": {"tag": "plain_text", "content": "Two"}, "value": "2"}],
                "placeholder": {"tag": "plain_text", "content": "choose"}, "name": "n", "type": "text",
                "required": false, "disabled": false, "initial_option": "One", "initial_index": 1, "width": "fill",
                "behaviors": [{"type": "callback", "value": {}}]})");
}

BOOST_AUTO_TEST_CASE(multi_select_static_is_written_and_read_back) {
    travels(card::multi_select_static{.options = {card::option{.text = "One", .value = "1"}},
                                      .placeholder = "choose",
                                      .name = "n",
                                      .type = card::menu_type::default_,
                                      .required = true,
                                      .selected_values = {"1"},
                                      .width = "default"},
            R"({"tag": "multi_select_static", "options": [{"text": {"tag": "plain_text", "content": "One"},
                "value": "1"}], "placeholder": {"tag": "plain_text", "content": "choose"}, "name": "n",
                "type": "default", "required": true, "selected_values": ["1"], "width": "default"})");
}

BOOST_AUTO_TEST_CASE(select_person_is_written_and_read_back) {
    travels(card::select_person{.options = {"ou_1", "ou_2"},
                                .placeholder = "who",
                                .name = "n",
                                .type = card::menu_type::text,
                                .required = true,
                                .disabled = false,
                                .initial_option = "ou_1",
                                .width = "default",
                                .behaviors = {card::callback({{"k", "v"}})}},
            R"({"tag": "select_person", "options": [{"value": "ou_1"}, {"value": "ou_2"}],
                "placeholder": {"tag": "plain_text", "content": "who"}, "name": "n", "type": "text", "required": true,
                "disabled": false, "initial_option": "ou_1", "width": "default",
                "behaviors": [{"type": "callback", "value": {"k": "v"}}]})");
}

BOOST_AUTO_TEST_CASE(multi_select_person_is_written_and_read_back) {
    travels(card::multi_select_person{.options = {"ou_1"},
                                      .placeholder = "who",
                                      .name = "n",
                                      .required = true,
                                      .selected_values = {"ou_1"}},
            R"({"tag": "multi_select_person", "options": [{"value": "ou_1"}],
                "placeholder": {"tag": "plain_text", "content": "who"}, "name": "n", "required": true,
                "selected_values": ["ou_1"]})");
}

BOOST_AUTO_TEST_CASE(date_and_time_pickers_are_written_and_read_back) {
    travels(card::date_picker{.placeholder = "when",
                              .initial_date = "2024-01-31",
                              .name = "d",
                              .required = false,
                              .disabled = false,
                              .width = "default",
                              .behaviors = {card::callback({{"k", "v"}})}},
            R"({"tag": "date_picker", "placeholder": {"tag": "plain_text", "content": "when"},
                "initial_date": "2024-01-31", "name": "d", "required": false, "disabled": false, "width": "default",
                "behaviors": [{"type": "callback", "value": {"k": "v"}}]})");
    travels(card::picker_time{.initial_time = "11:30", .name = "t"},
            R"({"tag": "picker_time", "initial_time": "11:30", "name": "t"})");
    travels(card::picker_datetime{.placeholder = "when", .initial_datetime = "2024-01-01 11:30"},
            R"({"tag": "picker_datetime", "placeholder": {"tag": "plain_text", "content": "when"},
                "initial_datetime": "2024-01-01 11:30"})");
}

BOOST_AUTO_TEST_CASE(overflow_is_written_and_read_back) {
    travels(card::overflow{.options = {card::overflow_option{.text = "Open",
                                                             .multi_url = card::link{.url = "https://a.com"},
                                                             .value = "document"}},
                           .width = "fill",
                           .behaviors = {card::callback({{"k", "v"}})},
                           .confirm = card::confirm{.title = "t", .text = "c"}},
            R"({"tag": "overflow", "width": "fill", "options": [{"text": {"tag": "plain_text", "content": "Open"},
                "multi_url": {"url": "https://a.com"}, "value": "document"}],
                "behaviors": [{"type": "callback", "value": {"k": "v"}}],
                "confirm": {"title": {"tag": "plain_text", "content": "t"},
                "text": {"tag": "plain_text", "content": "c"}}})");
}

BOOST_AUTO_TEST_CASE(select_img_is_written_and_read_back) {
    travels(card::select_img{.options = {card::image_option{.img_key = "img_1",
                                                            .value = "first",
                                                            .disabled = false,
                                                            .disabled_tips = "no",
                                                            .hover_tips = "the first"}},
                             .multi_select = false,
                             .layout = card::image_layout::bisect,
                             .name = "choice",
                             .required = false,
                             .can_preview = false,
                             .aspect_ratio = "16:9",
                             .disabled = false,
                             .disabled_tips = "none",
                             .behaviors = {card::callback({{"k", "v"}})}},
            R"({"tag": "select_img", "options": [{"img_key": "img_1", "value": "first", "disabled": false,
                "disabled_tips": {"tag": "plain_text", "content": "no"},
                "hover_tips": {"tag": "plain_text", "content": "the first"}}], "multi_select": false,
                "layout": "bisect", "name": "choice", "required": false, "can_preview": false, "aspect_ratio": "16:9",
                "disabled": false, "disabled_tips": {"tag": "plain_text", "content": "none"},
                "behaviors": [{"type": "callback", "value": {"k": "v"}}]})");
}

BOOST_AUTO_TEST_CASE(checker_is_written_and_read_back) {
    travels(card::checker{.text = card::lark_md("done"),
                          .checked = false,
                          .name = "check_1",
                          .overall_checkable = true,
                          .button_area = card::button_area{.pc_display_rule = card::display_rule::on_hover,
                                                           .buttons = {card::button{.text = "x",
                                                                                    .type = card::button_type::text}}},
                          .checked_style = card::checked_style{.show_strikethrough = true, .opacity = 0.5},
                          .behaviors = {card::callback({{"k", "v"}})},
                          .hover_tips = "tick it",
                          .disabled = false,
                          .padding = "2px"},
            R"({"tag": "checker", "text": {"tag": "lark_md", "content": "done"}, "checked": false, "name": "check_1",
                "overall_checkable": true, "button_area": {"pc_display_rule": "on_hover", "buttons": [
                {"tag": "button", "text": {"tag": "plain_text", "content": "x"}, "type": "text"}]},
                "checked_style": {"show_strikethrough": true, "opacity": 0.5},
                "behaviors": [{"type": "callback", "value": {"k": "v"}}],
                "hover_tips": {"tag": "plain_text", "content": "tick it"}, "disabled": false, "padding": "2px"})");
}

BOOST_AUTO_TEST_CASE(get_if_returns_null_for_another_type) {
    card::element const element = card::hr{};
    BOOST_TEST((element.get_if<card::hr>() != nullptr));
    BOOST_TEST((element.get_if<card::markdown>() == nullptr));
    BOOST_TEST((element.get_if<card::raw_element>() == nullptr));
}

BOOST_AUTO_TEST_CASE(unknown_elements_are_read_and_written_unchanged) {
    std::string const later = R"({"tag":"hologram","depth":3,"elements":[{"tag":"hr"}]})";
    auto const element = feishu::json::read<card::element>(later);
    BOOST_REQUIRE(element.has_value());
    BOOST_TEST(element->tag() == "hologram");
    BOOST_TEST((element->get_if<card::raw_element>() != nullptr));
    BOOST_TEST(feishu::json::to_string(*element) == later);
}

BOOST_AUTO_TEST_CASE(a_member_that_does_not_fit_its_struct_is_kept_as_JSON) {
    std::string const odd = R"({"tag":"markdown","content":["not","a","string"]})";
    auto const element = feishu::json::read<card::element>(odd);
    BOOST_REQUIRE(element.has_value());
    BOOST_TEST_REQUIRE((element->get_if<card::markdown>() != nullptr));
    BOOST_TEST(element->get_if<card::markdown>()->unknown.members.contains("content"));
    BOOST_TEST(feishu::json::to_string(*element) == odd);
}

BOOST_AUTO_TEST_CASE(a_value_that_an_enum_does_not_list_survives_reading_and_writing) {
    std::string const later = R"({"tag":"button","type":"holographic"})";
    auto const element = feishu::json::read<card::element>(later);
    BOOST_REQUIRE(element.has_value());
    BOOST_TEST((element->get_if<card::button>() != nullptr));
    BOOST_TEST(feishu::json::to_string(*element) == later);
}

BOOST_AUTO_TEST_CASE(raw_and_typed_elements_can_be_mixed) {
    auto const value = with(card::markdown{"a"}, card::raw_element(R"({"tag": "hologram", "element_id": "h1"})"));
    accepts(value);
    BOOST_TEST(json(document(value)) ==
               json(R"({"schema": "2.0", "body": {"elements": [{"tag": "markdown", "content": "a"},
                        {"tag": "hologram", "element_id": "h1"}]}})"));
}

BOOST_AUTO_TEST_CASE(markdown_is_escaped_with_numeric_character_references) {
    BOOST_TEST(card::escape_markdown("a*b <at id=all></at> _x_") ==
               "a&#42;b &#60;at id=all&#62;&#60;/at&#62; &#95;x&#95;");
    BOOST_TEST(card::escape_markdown("plain, 中文 & more") == "plain, 中文 &#38; more");
}

BOOST_AUTO_TEST_SUITE_END()
