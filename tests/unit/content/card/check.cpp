// Minimal cards with the expected findings (case 39): documented as valid, as invalid, or undocumented.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/content/card/check.hpp>

#include "../cards.hpp"

using namespace cards;

namespace {

struct valid_card {
    char const* name;
    char const* document;
};
struct invalid_card {
    char const* name;
    char const* document;
    char const* path;
    char const* message;
};
struct noted_card {
    char const* name;
    char const* document;
    char const* path;
};

valid_card const valid[] = {
    {"ok_applink",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"button","text":{"tag":"plain_text","content":"x"},")json"
     R"json(behaviors":[{"type":"open_url","default_url":"https://applink.feishu.cn/client/chat/open?openId)json"
     R"json(=ou_x"}]}]}})json"},
    {"ok_behaviors_empty_container",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"interactive_container","behaviors":[],"elements":[])json"
     R"json(}]}})json"},
    {"ok_button_hist",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"button","text":{"tag":"plain_text","content":"prima)json"
     R"json(ry"},"url":"https://open.larksuite.com/document","type":"primary","value":{"key":"value"}}]}})json"},
    {"ok_cardlink_3",
     R"json({"schema":"2.0","card_link":{"url":"","android_url":"https://a.example","ios_url":"lark://msgca)json"
     R"json(rd/unsupported_action","pc_url":"https://b.example"},"body":{"elements":[]}})json"},
    {"ok_column_text",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"column_set","columns":[{"tag":"column","elements":[)json"
     R"json({"tag":"plain_text","content":"x"}]}]}]}})json"},
    {"ok_confirm_empty",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"interactive_container","confirm":{},"behaviors":[{")json"
     R"json(type":"callback","value":{"k":"v"}}],"elements":[]}]}})json"},
    {"ok_confirm_titleonly",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"button","text":{"tag":"plain_text","content":"x"},")json"
     R"json(confirm":{"title":{"tag":"plain_text","content":"y"}}}]}})json"},
    {"ok_datetime_value",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"picker_datetime","placeholder":{"tag":"plain_text",)json"
     R"json("content":"p"},"value":{"k":"v"}}]}})json"},
    {"ok_empty",
     R"json({})json"},
    {"ok_empty_id",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"hr","element_id":""}]}})json"},
    {"ok_empty_name",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"button","name":"","text":{"tag":"plain_text","conte)json"
     R"json(nt":"x"}}]}})json"},
    {"ok_icon_both",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"div","icon":{"tag":"standard_icon","token":"chat_ou)json"
     R"json(tlined","color":"orange","img_key":"img_v2_x"},"text":{"tag":"plain_text","content":"x"}}]}})json"},
    {"ok_img_hist",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"img","img_key":"img_v3_x","alt":{"tag":"plain_text")json"
     R"json(,"content":""},"mode":"fit_horizontal","custom_width":300,"compact_width":false}]}})json"},
    {"ok_imgcomb_over",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"img_combination","combination_mode":"double","img_l)json"
     R"json(ist":[{"img_key":"img_v2_x"},{"img_key":"img_v2_x"},{"img_key":"img_v2_x"}]}]}})json"},
    {"ok_input_value",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"input","name":"i","value":{"k":"v"},"behaviors":[{")json"
     R"json(type":"callback","value":{"k":"v"}}]}]}})json"},
    {"ok_margin0",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"hr","margin":"4px 0"}]}})json"},
    {"ok_max_rows0",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"input","name":"i","input_type":"multiline_text","au)json"
     R"json(to_resize":true,"max_rows":0}]}})json"},
    {"ok_md_in_div_larkmd",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"div","text":{"tag":"lark_md","content":"<at id=all>)json"
     R"json(</at>"}}]}})json"},
    {"ok_null",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"markdown","content":"x","icon":null}]}})json"},
    {"ok_open_url_empty_default",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"button","text":{"tag":"plain_text","content":"x"},")json"
     R"json(behaviors":[{"type":"open_url","default_url":"","android_url":"https://a.example","ios_url":"ht)json"
     R"json(tps://a.example","pc_url":"https://a.example"}]}]}})json"},
    {"ok_overflow_value",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"overflow","options":[{"text":{"tag":"plain_text","c)json"
     R"json(ontent":"p"},"value":"1"}],"value":{"k":"v"}}]}})json"},
    {"ok_schema_num",
     R"json({"schema":2.0,"body":{"elements":[{"tag":"hr"}]}})json"},
    {"ok_schema_only",
     R"json({"schema":"2.0"})json"},
    {"ok_subtitle_only",
     R"json({"schema":"2.0","header":{"subtitle":{"tag":"plain_text","content":"x"}},"body":{"elements":[]})json"
     R"json(})json"},
    {"ok_tables5",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"table","columns":[{"name":"a","data_type":"text"}],)json"
     R"json("rows":[]},{"tag":"table","columns":[{"name":"a","data_type":"text"}],"rows":[]},{"tag":"table")json"
     R"json(,"columns":[{"name":"a","data_type":"text"}],"rows":[]},{"tag":"table","columns":[{"name":"a",")json"
     R"json(data_type":"text"}],"rows":[]},{"tag":"table","columns":[{"name":"a","data_type":"text"}],"rows)json"
     R"json(":[]}]}})json"},
    {"ok_text_tag4",
     R"json({"schema":"2.0","header":{"title":{"tag":"plain_text","content":"x"},"text_tag_list":[{"tag":"t)json"
     R"json(ext_tag","text":{"tag":"plain_text","content":"t"},"color":"blue"},{"tag":"text_tag","text":{"t)json"
     R"json(ag":"plain_text","content":"t"},"color":"blue"},{"tag":"text_tag","text":{"tag":"plain_text","c)json"
     R"json(ontent":"t"},"color":"blue"},{"tag":"text_tag","text":{"tag":"plain_text","content":"t"},"color)json"
     R"json(":"blue"}]},"body":{"elements":[]}})json"},
    {"ok_time_value",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"picker_time","placeholder":{"tag":"plain_text","con)json"
     R"json(tent":"p"},"value":{"k":"v"}}]}})json"},
    {"ok_weight_str",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"column_set","columns":[{"tag":"column","weight":"2")json"
     R"json(,"elements":[]}]}]}})json"},
};

invalid_card const invalid[] = {
    {"fn_bad_id",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"hr","element_id":"1a"}]}})json",
     "body.elements[0].element_id",
     "must consist of letters, digits and _, beginning with a letter"},
    {"fn_button_md",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"button","text":{"tag":"lark_md","content":"**x**"}})json"
     R"json(]}})json",
     "body.elements[0].text.tag",
     "must be plain_text"},
    {"fn_cols_dup",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"table","columns":[{"name":"a","data_type":"text"},{)json"
     R"json("name":"a","data_type":"text"}],"rows":[]}]}})json",
     "body.elements[0].columns[1].name",
     "is the name of an earlier column"},
    {"fn_dup_id",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"hr","element_id":"a"},{"tag":"markdown","content":")json"
     R"json(x","element_id":"a"}]}})json",
     "body.elements[1].element_id",
     "is the element_id of an earlier element"},
    {"fn_elements_top",
     R"json({"schema":"2.0","elements":[{"tag":"hr"}]})json",
     "elements",
     "must be in body in JSON 2.0"},
    {"fn_fallback",
     R"json({"schema":"2.0","fallback":{"tag":"drop"},"body":{"elements":[{"tag":"hr"}]}})json",
     "fallback",
     "was withdrawn in JSON 2.0"},
    {"fn_form_in_form",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"form","name":"f","elements":[{"tag":"form","name":")json"
     R"json(g","elements":[{"tag":"button","name":"b","form_action_type":"submit"}]}]}]}})json",
     "body.elements[0].elements[0]",
     "is inside another element; it must be a direct child of the card body"},
    {"fn_form_no_submit",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"form","name":"f","elements":[{"tag":"input","name":)json"
     R"json("i"}]}]}})json",
     "body.elements[0].elements",
     "need a button whose form_action_type is submit"},
    {"fn_form_with_display",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"form","name":"f","elements":[{"tag":"select_img","o)json"
     R"json(ptions":[{"img_key":"img_v2_x"}]},{"tag":"button","name":"b","form_action_type":"submit","text")json"
     R"json(:{"tag":"plain_text","content":"ok"}}]}]}})json",
     "body.elements[0].elements[0].name",
     "is required"},
    {"fn_i18n_elements",
     R"json({"schema":"2.0","i18n_elements":{"zh_cn":[{"tag":"hr"}]}})json",
     "i18n_elements",
     "was withdrawn in JSON 2.0; texts have i18n_content"},
    {"fn_i18n_empty_dup",
     R"json({"schema":"2.0","header":{"title":{"tag":"plain_text","content":"x","element_id":"a"}},"body":{)json"
     R"json("elements":[{"tag":"hr","element_id":"a"}]}})json",
     "body.elements[0].element_id",
     "is the element_id of an earlier element"},
    {"fn_id21",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"hr","element_id":"aaaaaaaaaaaaaaaaaaaaa"}]}})json",
     "body.elements[0].element_id",
     "has 21 characters, at most 20 are allowed"},
    {"fn_img_noalt",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"img","img_key":"img_v3_x"}]}})json",
     "body.elements[0].alt",
     "is required; it may be empty"},
    {"fn_input_placeholder101",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"input","name":"i","placeholder":{"tag":"plain_text")json"
     R"json(,"content":"ppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp)json"
     R"json(pppppppppppppppppp"}}]}})json",
     "body.elements[0].placeholder.content",
     "has 101 characters, at most 100 are allowed"},
    {"fn_margin",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"hr","margin":"150px"}]}})json",
     "body.elements[0].margin",
     "must be from -99px to 99px"},
    {"fn_multi_outside",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"multi_select_static","options":[{"text":{"tag":"pla)json"
     R"json(in_text","content":"x"},"value":"1"}]}]}})json",
     "body.elements[0]",
     "multi-select is only allowed inside a form"},
    {"fn_nested_raw_table",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"column_set","flex_mode":"none","columns":[{"tag":"c)json"
     R"json(olumn","weight":1.5,"elements":[{"tag":"table","columns":[],"rows":[]}]}]}]}})json",
     "body.elements[0].columns[0].elements[0]",
     "is inside another element; it must be a direct child of the card body"},
    {"fn_note",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"note","elements":[{"tag":"plain_text","content":"a")json"
     R"json(}]}]}})json",
     "body.elements[0].tag",
     "is note, which JSON 2.0 withdrew"},
    {"fn_six_deep",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"interactive_container","behaviors":[{"type":"callba)json"
     R"json(ck"}],"elements":[{"tag":"interactive_container","behaviors":[{"type":"callback"}],"elements":[)json"
     R"json({"tag":"interactive_container","behaviors":[{"type":"callback"}],"elements":[{"tag":"interactiv)json"
     R"json(e_container","behaviors":[{"type":"callback"}],"elements":[{"tag":"interactive_container","beha)json"
     R"json(viors":[{"type":"callback"}],"elements":[{"tag":"interactive_container","behaviors":[{"type":"c)json"
     R"json(allback"}],"elements":[]}]}]}]}]}]}]}})json",
     "body.elements[0].elements[0].elements[0].elements[0].elements[0].elements[0]",
     "is inside more than 4 other containers"},
    {"fn_stretch",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"img","img_key":"i","size":"stretch_without_padding")json"
     R"json(}]}})json",
     "body.elements[0].size",
     "is stretch_without_padding, which JSON 2.0 withdrew"},
    {"fn_table_in_panel",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"collapsible_panel","header":{"title":{"tag":"plain_)json"
     R"json(text","content":"x"}},"elements":[{"tag":"table","columns":[{"name":"a","data_type":"text"}],"r)json"
     R"json(ows":[]}]}]}})json",
     "body.elements[0].elements[0]",
     "is inside another element; it must be a direct child of the card body"},
    {"fn_tables6",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"table","columns":[{"name":"a","data_type":"text"}],)json"
     R"json("rows":[]},{"tag":"table","columns":[{"name":"a","data_type":"text"}],"rows":[]},{"tag":"table")json"
     R"json(,"columns":[{"name":"a","data_type":"text"}],"rows":[]},{"tag":"table","columns":[{"name":"a",")json"
     R"json(data_type":"text"}],"rows":[]},{"tag":"table","columns":[{"name":"a","data_type":"text"}],"rows)json"
     R"json(":[]},{"tag":"table","columns":[{"name":"a","data_type":"text"}],"rows":[]}]}})json",
     "body.elements",
     "contain 6 tables, at most 5 are allowed"},
    {"fn_title_markdown_kind",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"div","text":{"tag":"markdown","content":"**x**"}}]})json"
     R"json(})json",
     "body.elements[0].text.tag",
     "must be plain_text or lark_md"},
    {"fn_update_multi_false",
     R"json({"schema":"2.0","config":{"update_multi":false},"body":{"elements":[{"tag":"hr"}]}})json",
     "config.update_multi",
     "must be true in a card of JSON 2.0"},
    {"fn_weight_fraction_hides_children",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"column_set","columns":[{"tag":"column","weight":1.5)json"
     R"json(,"elements":[{"tag":"button","text":{"tag":"plain_text","content":"Go"},"element_id":"b"}]}]}]})json"
     R"json(})json",
     "body.elements[0].columns[0].weight",
     "must be a number without a fraction"},
    {"fn_wide",
     R"json({"schema":"2.0","config":{"wide_screen_mode":true},"body":{"elements":[{"tag":"hr"}]}})json",
     "config.wide_screen_mode",
     "was withdrawn in JSON 2.0; use width_mode"},
};

noted_card const noted[] = {
    {"q_bad_color",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"div","text":{"tag":"plain_text","content":"x","text)json"
     R"json(_color":"pinkish"}}]}})json",
     "body.elements[0].text.text_color"},
    {"q_chart_in_form",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"form","name":"f","elements":[{"tag":"chart","chart_)json"
     R"json(spec":{"type":"line"}},{"tag":"button","name":"b","form_action_type":"submit","text":{"tag":"pl)json"
     R"json(ain_text","content":"ok"}}]}]}})json",
     "body.elements[0].elements[0]"},
    {"q_empty_header",
     R"json({"schema":"2.0","header":{},"body":{"elements":[]}})json",
     "header.title"},
    {"q_form_action_type",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"form","name":"f","elements":[{"tag":"input","name":)json"
     R"json("i"},{"tag":"button","name":"b","text":{"tag":"plain_text","content":"ok"},"action_type":"form_)json"
     R"json(submit"}]}]}})json",
     "body.elements[0].elements[1].action_type"},
    {"q_md_type",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"markdown","content":5}]}})json",
     "body.elements[0].content"},
    {"q_title_md",
     R"json({"schema":"2.0","header":{"title":{"tag":"markdown","content":"x"}},"body":{"elements":[]}})json",
     "header.title.tag"},
    {"q_unknown_tag",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"video","file_key":"x"}]}})json",
     "body.elements[0].tag"},
    {"q_upper",
     R"json({"schema":"2.0","body":{"elements":[{"tag":"button","text":{"tag":"plain_text","content":"x"},")json"
     R"json(behaviors":[{"type":"open_url","default_url":"HTTPS://example.com"}]}]}})json",
     "body.elements[0].behaviors[0].default_url"},
};

std::vector<card::finding> errors(std::vector<card::finding> all) {
    std::erase_if(all, [](card::finding const& one) { return one.severity != card::severity::error; });
    return all;
}

std::string text_of(std::vector<card::finding> const& all) {
    std::string out;
    for (auto const& one : all)
        out += one.path + " " + one.message + "\n";
    return out;
}

// Whether every member of `part` is in `whole`, with the same value.
bool contains(boost::json::value const& whole, boost::json::value const& part) {
    if (part.is_object() && whole.is_object())
        return std::ranges::all_of(part.get_object(), [&](auto const& member) {
            auto const* const found = whole.get_object().if_contains(member.key());
            return found != nullptr && contains(*found, member.value());
        });
    if (part.is_array() && whole.is_array())
        return std::ranges::equal(whole.get_array(), part.get_array(), contains);
    if (part.is_number() && whole.is_number())
        return whole.to_number<double>() == part.to_number<double>();
    return whole == part;
}

// Reads a card, and checks that it writes all of `source` back.
card::card reads_without_loss(std::string_view name, std::string_view source) {
    auto const read = card::read(source);
    BOOST_TEST_REQUIRE(read.has_value(), name);
    BOOST_TEST(contains(json(document(*read)), json(source)), name << " was written as " << document(*read));
    return *read;
}

} // namespace

BOOST_AUTO_TEST_SUITE(card_cases)

BOOST_AUTO_TEST_CASE(valid_cards_are_accepted_and_written_without_loss) {
    for (auto const& [name, source] : valid) {
        auto const value = reads_without_loss(name, source);
        BOOST_TEST(text_of(errors(card::check(source))) == "", name);
        BOOST_TEST(feishu::field::json_text(value).problems().empty(), name);
    }
}

BOOST_AUTO_TEST_CASE(invalid_cards_are_refused_with_path_and_reason) {
    for (auto const& [name, source, path, message] : invalid) {
        auto const value = reads_without_loss(name, source);
        auto const found = card::check(source);
        card::finding const expected{card::severity::error, path, message};
        BOOST_TEST((std::ranges::find(found, expected) != found.end()), name << ": " << text_of(found));
        BOOST_TEST(!feishu::field::json_text(value).problems().empty(), name);
    }
}

BOOST_AUTO_TEST_CASE(undocumented_cases_are_accepted_with_a_notice) {
    for (auto const& [name, source, path] : noted) {
        auto const value = reads_without_loss(name, source);
        auto const found = card::check(source);
        BOOST_TEST(text_of(errors(found)) == "", name);
        BOOST_TEST(feishu::field::json_text(value).problems().empty(), name);
        BOOST_TEST(std::ranges::any_of(found, [&](auto const& one) { return one.path == path; }),
                   name << ": " << text_of(found));
    }
}

BOOST_AUTO_TEST_CASE(no_violation_is_reported_twice) {
    for (auto const& [name, source, path, message] : invalid) {
        auto const found = card::check(source);
        for (auto const& one : found)
            BOOST_TEST(std::ranges::count(found, one.path + one.message, [](auto const& other) {
                return other.path + other.message;
            }) == 1, name << ": " << one.path);
    }
}

BOOST_AUTO_TEST_CASE(a_card_has_200_elements_and_30_KB_at_most) {
    auto const of = [](std::size_t count) {
        std::string out = R"({"schema":"2.0","body":{"elements":[)";
        for (std::size_t i = 0; i < count; ++i)
            out += i == 0 ? R"({"tag":"hr"})" : R"(,{"tag":"hr"})";
        return out + "]}}";
    };
    BOOST_TEST(card::check(of(200)).empty());
    BOOST_TEST(text_of(card::check(of(201))) == "body.elements has 201 items, at most 200 are allowed\n");
    auto const large = R"({"schema":"2.0","body":{"elements":[{"tag":"markdown","content":")" +
                       std::string(31000, 'x') + R"("}]}})";
    BOOST_TEST(text_of(card::check(large)) == " has 31070 bytes, at most 30720 are allowed\n");
}

// Other inputs of the same kinds.

namespace {

// A card with these elements and further members.
std::string elements(std::string const& list, std::string const& beside = "") {
    return R"({"schema":"2.0",)" + beside + R"("body":{"elements":[)" + list + "]}}";
}

} // namespace

BOOST_AUTO_TEST_CASE(unknown_members_are_kept_and_reported_at_every_position) {
    char const* const cards[] = {
        R"({"schema":"2.0","x":1})",
        R"({"schema":"2.0","config":{"x":1,"summary":{"content":"s","x":[]},"style":{"x":{},"color":{"c":{"x":1}}}}})",
        R"({"schema":"2.0","config":{"streaming_config":{"x":1,"print_step":{"x":2}}}})",
        R"({"schema":"2.0","card_link":{"url":"https://a.example","x":1}})",
        R"({"schema":"2.0","header":{"title":{"tag":"plain_text","content":"t","x":1},"x":2,
            "icon":{"tag":"standard_icon","token":"t","x":3},
            "text_tag_list":[{"tag":"text_tag","text":{"tag":"plain_text","content":"t"},"x":4}]}})",
        R"({"schema":"2.0","body":{"x":1,"elements":[]}})",
    };
    for (auto const* source : cards) {
        reads_without_loss(source, source);
        auto const found = card::check(source);
        BOOST_TEST(errors(found).empty(), text_of(found));
        BOOST_TEST(std::ranges::count_if(found, [](auto const& one) {
            return one.path.ends_with("x") && one.message.starts_with("is not documented");
        }) > 0, source);
    }
    auto const source = elements(R"({"tag":"div","fields":[{"is_short":true,"text":{"tag":"lark_md","content":"a"}}]},
        {"tag":"button","multi_url":{"url":"https://a.example"},"text":{"tag":"plain_text","content":"x"}},
        {"tag":"collapsible_panel","header":{"title":{"tag":"plain_text","content":"x"},"position":"top"},
         "border":{"x":1},"elements":[]})");
    reads_without_loss("elements", source);
    BOOST_TEST(text_of(card::check(source)) == "body.elements[0].fields is not documented for div\n"
                                               "body.elements[1].multi_url is not documented for button\n"
                                               "body.elements[2].header.position is not documented here\n"
                                               "body.elements[2].border.x is not documented here\n");
}

BOOST_AUTO_TEST_CASE(unknown_members_survive_a_change_of_the_struct) {
    auto const read = card::read(elements(
        R"({"tag":"button","text":{"tag":"plain_text","content":"x","glow":1},"url":"https://a.example","size":5})"));
    auto changed = *read->body.elements[0].get_if<card::button>();
    changed.text->content = "y";
    changed.type = card::button_type::primary;
    BOOST_TEST(json(feishu::json::to_string(card::element(changed))) ==
               json(R"({"tag":"button","text":{"tag":"plain_text","content":"y","glow":1},"type":"primary",
                        "url":"https://a.example","size":"5"})"));
}

BOOST_AUTO_TEST_CASE(a_member_of_another_json_type_does_not_affect_the_rest) {
    struct {
        char const* element;
        char const* problem;
    } const table[] = {
        {R"({"tag":"button","text":"Go","name":"n"})", "text must be an object, is a string"},
        {R"({"tag":"markdown","content":{"a":1}})", "content must be a string, is an object"},
        {R"({"tag":"hr","margin":["4px"]})", "margin must be a string, is a list"},
        {R"({"tag":"button","disabled":[]})", "disabled must be true or false, is a list"},
        {R"({"tag":"button","behaviors":{}})", "behaviors must be a list, is an object"},
        {R"({"tag":"input","max_length":2.5})", "max_length must be a number without a fraction"},
    };
    for (auto const& [element, problem] : table) {
        auto const source = elements(element);
        auto const value = reads_without_loss(element, source);
        BOOST_TEST((value.body.elements[0].get_if<card::raw_element>() == nullptr), element);
        BOOST_TEST(text_of(card::check(source)) == "body.elements[0]." + std::string(problem) + "\n");
    }
}

BOOST_AUTO_TEST_CASE(nulls_and_invalid_list_entries_are_written_as_they_were_read) {
    for (auto const* source : {
             R"({"schema":"2.0","config":null,"header":{"title":null,"text_tag_list":[null,5]},"body":{"padding":null}})",
             R"({"schema":"2.0","config":{"locales":["en_us",{}],"width_mode":null,"update_multi":null}})",
             R"({"schema":"2.0","config":[],"card_link":"https://a.example","header":"x"})",
             R"({"schema":"2.0","body":{"elements":[null,5,"x",[],{"tag":5},{}]}})",
             R"({"schema":"2.0","body":{"elements":[{"tag":"column_set","columns":["x",{"tag":"column"}]}]}})"})
        reads_without_loss(source, source);
}

BOOST_AUTO_TEST_CASE(parts_without_a_struct_are_checked_and_outlined) {
    auto const hologram = elements(R"({"tag":"hologram","element_id":"h","layers":[{"tag":"hr","element_id":"h"},
        {"tag":"table","columns":[],"rows":[]},{"tag":"img","img_key":"i"},{"tag":"note"}]})");
    BOOST_TEST(text_of(errors(card::check(hologram))) ==
               "body.elements[0].layers[0].element_id is the element_id of an earlier element\n"
               "body.elements[0].layers[1].columns must not be empty\n"
               "body.elements[0].layers[1] is inside another element; it must be a direct child of the card body\n"
               "body.elements[0].layers[2].alt is required; it may be empty\n"
               "body.elements[0].layers[3].tag is note, which JSON 2.0 withdrew\n");
    BOOST_TEST(card::outline(card::read(hologram).value()) == "hologram #h\n  hr #h\n  table\n  img\n  note");
    auto const columns = elements(R"({"tag":"column_set","columns":{"tag":"column","elements":[{"tag":"hr","element_id":"1"}]}})");
    BOOST_TEST(text_of(errors(card::check(columns))) ==
               "body.elements[0].columns must be a list, is an object\n"
               "body.elements[0].columns.elements[0].element_id must consist of letters, digits and _, beginning with a letter\n");
}

BOOST_AUTO_TEST_CASE(content_that_is_merely_not_displayed_is_accepted) {
    std::string columns;
    for (int i = 0; i < 51; ++i)
        columns += (i == 0 ? "" : ",") + (R"({"name":"c)" + std::to_string(i) + R"(","data_type":"text"})");
    std::string images = R"({"img_key":"i"})";
    for (int i = 1; i < 10; ++i)
        images += R"(,{"img_key":"i"})";
    auto const found = card::check(elements(R"({"tag":"table","columns":[)" + columns + R"(],"rows":[]},
        {"tag":"img_combination","combination_mode":"trisect","img_list":[)" + images + "]}"));
    BOOST_TEST(text_of(found) == "body.elements[0].columns has 51 items; only 50 are displayed\n"
                                 "body.elements[1].img_list has 10 items; only 9 are displayed\n");
    BOOST_TEST(errors(found).empty());
}

BOOST_AUTO_TEST_CASE(a_form_may_be_submitted_in_either_spelling) {
    for (auto const* submit : {R"("form_action_type":"submit")", R"("action_type":"form_submit")"})
        BOOST_TEST(errors(card::check(elements(R"({"tag":"form","name":"f","elements":[{"tag":"button","name":"b",)" +
                                               std::string(submit) + "}]}")))
                       .empty(),
                   submit);
}

BOOST_AUTO_TEST_CASE(documented_forms_of_values_are_accepted) {
    for (auto const* element :
         {R"({"tag":"button","behaviors":[{"type":"callback","value":"text"}]})",
          R"({"tag":"input","max_rows":2.5})", R"({"tag":"hr","margin":"-99px 99px 0 4px"})",
          R"({"tag":"interactive_container","behaviors":[],"elements":[],"padding":"0px 99px"})",
          R"({"tag":"column_set","columns":[],"horizontal_spacing":"extra_large"})",
          R"({"tag":"img","img_key":"i","alt":{"tag":"plain_text","content":""}})",
          R"({"tag":"markdown","content":"x","text_size":"own"})"})
        BOOST_TEST(text_of(card::check(elements(
                       element, R"("config":{"style":{"text_size":{"own":{"default":"medium"}}}},)"))) == "",
                   element);
}

BOOST_AUTO_TEST_CASE(lengths_stay_in_their_range) {
    for (auto const* margin : {"100px", "4px -100px", "1000", "0 0 0 99.5px"})
        BOOST_TEST(text_of(card::check(elements(R"({"tag":"hr","margin":")" + std::string(margin) + R"("})"))) ==
                       "body.elements[0].margin must be from -99px to 99px\n",
                   margin);
    BOOST_TEST(text_of(card::check(R"({"schema":"2.0","body":{"padding":"-1px"}})")) ==
               "body.padding must be from 0px to 99px\n");
    auto const odd = card::check(elements(R"({"tag":"hr","margin":"wide"})"));
    BOOST_TEST(errors(odd).empty());
    BOOST_TEST(text_of(odd) == "body.elements[0].margin is not one to four lengths, such as 4px 8px\n");
}

BOOST_AUTO_TEST_CASE(rows_have_values_of_declared_columns_only) {
    BOOST_TEST(text_of(card::check(elements(
                   R"({"tag":"table","columns":[{"name":"a","data_type":"text"}],"rows":[{"a":1},{"a":1,"b":2}]})"))) ==
               "body.elements[0].rows[1].b is not the name of a column\n");
}

BOOST_AUTO_TEST_CASE(placeholders_of_every_element_are_short) {
    for (auto const* tag : {"input", "select_static", "select_person", "date_picker", "picker_time", "picker_datetime"})
        BOOST_TEST(text_of(card::check(elements(R"({"tag":")" + std::string(tag) +
                                                R"(","placeholder":{"tag":"plain_text","content":")" +
                                                std::string(101, 'p') + R"("}})"))) ==
                       "body.elements[0].placeholder.content has 101 characters, at most 100 are allowed\n",
                   tag);
}

BOOST_AUTO_TEST_CASE(markdown_text_is_accepted_only_where_it_is_documented) {
    auto const text = [](std::string const& tag) { return R"({"tag":")" + tag + R"(","content":"x"})"; };
    auto const problems = [](std::string const& element) { return text_of(errors(card::check(elements(element)))); };
    BOOST_TEST(problems(R"({"tag":"collapsible_panel","header":{"title":)" + text("markdown") + R"(},"elements":[]})") == "");
    BOOST_TEST(problems(R"({"tag":"div","text":)" + text("lark_md") + "}") == "");
    BOOST_TEST(problems(R"({"tag":"checker","text":)" + text("markdown") + "}") ==
               "body.elements[0].text.tag must be plain_text or lark_md\n");
    BOOST_TEST(problems(R"({"tag":"input","label":)" + text("markdown") + "}") ==
               "body.elements[0].label.tag must be plain_text or lark_md\n");
}

BOOST_AUTO_TEST_CASE(withdrawn_tags_and_members_are_refused) {
    BOOST_TEST(text_of(errors(card::check(elements(R"({"tag":"action","actions":[]})")))) ==
               "body.elements[0].tag is action, which JSON 2.0 withdrew\n");
    BOOST_TEST(text_of(errors(card::check(elements("", R"("i18n_header":{},)")))) ==
               "i18n_header was withdrawn in JSON 2.0; texts have i18n_content\n");
    // A card that the program builds can carry them too.
    auto value = with(card::raw_element(R"({"tag":"note"})"));
    refuses(value, "body.elements[0].tag", "is note, which JSON 2.0 withdrew");
}

BOOST_AUTO_TEST_CASE(a_card_of_JSON_1_0_is_one_error_that_names_raw) {
    for (auto const* old : {R"({"elements":[{"tag":"hr"}]})", R"({"header":{}})", R"({"schema":"1.0"})",
                            R"({"schema":1,"body":{}})"}) {
        auto const found = card::check(old);
        BOOST_TEST_REQUIRE(found.size() == 1u, old);
        BOOST_TEST(found[0].path == "schema");
        BOOST_TEST(found[0].message == "schema is not 2.0: cards of JSON 1.0 are sent as card::raw");
    }
    BOOST_TEST(card::check("{").size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_value_that_an_enum_does_not_list_is_a_notice_when_it_was_read) {
    auto const found = card::check(elements(R"({"tag":"button","type":"holographic"})"));
    BOOST_TEST(errors(found).empty());
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].path == "body.elements[0].type");
    BOOST_TEST(found[0].message.starts_with("is \"holographic\", not one of default, primary"));
}

// Case 25: tables in Markdown.

namespace {

std::string const table = "| a | b |\n|---|---|\n| 1 | 2 |\n\n";

std::string repeated(std::string const& text, int times) {
    std::string out;
    while (times-- > 0)
        out += text;
    return out;
}

card::table const element_table{.columns = {card::table_column{.name = "a", .data_type = card::data_type::text}},
                                .rows = std::vector<card::row>{}};

} // namespace

BOOST_AUTO_TEST_CASE(tables_in_markdown_count) {
    refuses(with(card::markdown{repeated(table, 6)}), "body.elements", "contain 6 tables, at most 5 are allowed");
    refuses(with(element_table, element_table, element_table, element_table, card::markdown{repeated(table, 2)}),
            "body.elements", "contain 6 tables, at most 5 are allowed");
    accepts(with(element_table, element_table, element_table, card::markdown{repeated(table, 2)}));
}

BOOST_AUTO_TEST_CASE(tables_count_for_each_language) {
    card::markdown both{repeated(table, 3)};
    both.i18n_content = card::translations{{"en_us", repeated(table, 3)}};
    accepts(with(both));
    both.i18n_content = card::translations{{"en_us", repeated(table, 6)}};
    refuses(with(both), "body.elements", "contain 6 tables, at most 5 are allowed");
}

BOOST_AUTO_TEST_CASE(text_that_is_not_a_table_does_not_count) {
    for (std::string const& text :
         {"```\n" + repeated(table, 6) + "```\n", "~~~~ md\n" + repeated(table, 6) + "```\n~~~~\n",
          repeated("a | b\n\n---\n", 6), repeated("| a | b |\n|---|\n", 6), repeated("a\n|---|\n", 6),
          repeated("|---|---|\n", 6), std::string("```\n") + repeated(table, 6)})
        accepts(with(card::markdown{text}));
    for (auto const* text : {"a | b\n-- | --\n", "|a|b|\r\n|:-:|--:|\r\n", "> |a|\n> |-|\n", "```\nx\n```\n|a|\n|-|\n"})
        refuses(with(element_table, element_table, element_table, element_table, element_table, card::markdown{text}),
                "body.elements", "contain 6 tables, at most 5 are allowed");
}

BOOST_AUTO_TEST_SUITE_END()
