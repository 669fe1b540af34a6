#pragma once
// Interactive elements: buttons, inputs, menus, pickers. Inside a form each needs a name that is unique in
// the card; outside a form, `behaviors` define the action.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <feishu/content/card/behavior.hpp>
#include <feishu/content/card/element.hpp>
#include <feishu/content/card/text.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/json/unknown_members.hpp>

namespace feishu::card {

// Widths are `default`, `fill`, or 100px and more.

/// Button styles.
enum class button_type {
    default_, primary, danger, text, primary_text, danger_text, primary_filled, danger_filled, laser
};
BOOST_DESCRIBE_ENUM(button_type, default_, primary, danger, text, primary_text, danger_text, primary_filled,
                    danger_filled, laser)

/// Button sizes.
enum class button_size { tiny, small, medium, large };
BOOST_DESCRIBE_ENUM(button_size, tiny, small, medium, large)

/// Form action of a button.
enum class form_action { submit, reset };
BOOST_DESCRIBE_ENUM(form_action, submit, reset)

/// A button.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/button
struct button {
    static constexpr std::string_view tag = "button";

    std::optional<feishu::card::text> text{};
    open<button_type> type{};
    field::list<behavior> behaviors{};
    open<button_size> size{};
    std::optional<std::string> width{};
    std::optional<feishu::card::icon> icon{};
    std::optional<feishu::card::text> hover_tips{};
    std::optional<bool> disabled{};
    std::optional<feishu::card::text> disabled_tips{};
    std::optional<feishu::card::confirm> confirm{};
    /// Allowed only inside a form.
    open<form_action> form_action_type{};
    std::optional<std::string> name{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(button, (),
                      (text, type, behaviors, size, width, icon, hover_tips, disabled, disabled_tips, confirm,
                       form_action_type, name, margin, element_id, unknown))

/// Input types.
enum class input_type { text, multiline_text, password };
BOOST_DESCRIBE_ENUM(input_type, text, multiline_text, password)

/// Label position.
enum class label_position { top, left };
BOOST_DESCRIBE_ENUM(label_position, top, left)

/// A text input.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/input
struct input {
    static constexpr std::string_view tag = "input";

    std::optional<std::string> name{};
    std::optional<text> label{};
    open<feishu::card::label_position> label_position{};
    std::optional<text> placeholder{};
    std::optional<std::string> default_value{};
    std::optional<translations> i18n_default_value{};
    /// Whether a value is required; only inside a form.
    std::optional<bool> required{};
    open<feishu::card::input_type> input_type{};
    std::optional<field::number<int, 1, 1000>> max_length{};
    /// Visible lines of a multi-line input.
    std::optional<field::number<int, 1>> rows{};
    std::optional<bool> auto_resize{};
    std::optional<double> max_rows{};
    /// For input_type password.
    std::optional<bool> show_icon{};
    std::optional<std::string> width{};
    std::optional<bool> disabled{};
    std::optional<text> disabled_tips{};
    field::list<behavior> behaviors{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(input, (),
                      (name, label, label_position, placeholder, default_value, i18n_default_value, required, input_type,
                       max_length, rows, auto_resize, max_rows, show_icon, width, disabled, disabled_tips, behaviors,
                       confirm, margin, element_id, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(input const& value, violations& found);

/// Menu styles: with a border, or plain text.
enum class menu_type { default_, text };
BOOST_DESCRIBE_ENUM(menu_type, default_, text)

/// A menu option. Values must be unique in the menu.
struct option {
    field::required<feishu::card::text> text;
    /// Value reported in the callback.
    field::required<std::string> value;
    std::optional<feishu::card::icon> icon{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(option, (), (text, value, icon, unknown))

/// A single-select menu.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/single-select-dropdown-menu
struct select_static {
    static constexpr std::string_view tag = "select_static";

    field::list<option> options{};
    std::optional<text> placeholder{};
    std::optional<std::string> name{};
    open<menu_type> type{};
    std::optional<bool> required{};
    std::optional<bool> disabled{};
    std::optional<std::string> initial_option{};
    /// Index of the initial option, counted from 1; 0 for none.
    std::optional<field::number<int, 0>> initial_index{};
    std::optional<std::string> width{};
    field::list<behavior> behaviors{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(select_static, (),
                      (options, placeholder, name, type, required, disabled, initial_option, initial_index, width,
                       behaviors, confirm, margin, element_id, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(select_static const& value, violations& found);

/// A multi-select menu; only inside a form.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/multi-select-dropdown-menu
struct multi_select_static {
    static constexpr std::string_view tag = "multi_select_static";

    field::list<option> options{};
    std::optional<text> placeholder{};
    std::optional<std::string> name{};
    open<menu_type> type{};
    std::optional<bool> required{};
    std::optional<bool> disabled{};
    field::list<std::string> selected_values{};
    std::optional<std::string> width{};
    field::list<behavior> behaviors{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(multi_select_static, (),
                      (options, placeholder, name, type, required, disabled, selected_values, width, behaviors, confirm,
                       margin, element_id, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(multi_select_static const& value, violations& found);

/// A person option; converts from a string.
struct person_option {
    person_option() = default;
    person_option(std::string user) : value(std::move(user)) {}
    person_option(char const* user) : value(user) {}

    /// An open_id.
    std::string value{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(person_option, (), (value, unknown))

/// A single-select person picker; without options, all members of the chat can be selected.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/single-select-user-picker
struct select_person {
    static constexpr std::string_view tag = "select_person";

    field::list<person_option> options{};
    std::optional<text> placeholder{};
    std::optional<std::string> name{};
    open<menu_type> type{};
    std::optional<bool> required{};
    std::optional<bool> disabled{};
    std::optional<std::string> initial_option{};
    std::optional<std::string> width{};
    field::list<behavior> behaviors{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(select_person, (),
                      (options, placeholder, name, type, required, disabled, initial_option, width, behaviors, confirm,
                       margin, element_id, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(select_person const& value, violations& found);

/// A multi-select person picker; only inside a form.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/multi-select-user-picker
struct multi_select_person {
    static constexpr std::string_view tag = "multi_select_person";

    field::list<person_option> options{};
    std::optional<text> placeholder{};
    std::optional<std::string> name{};
    open<menu_type> type{};
    std::optional<bool> required{};
    std::optional<bool> disabled{};
    field::list<std::string> selected_values{};
    std::optional<std::string> width{};
    field::list<behavior> behaviors{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(multi_select_person, (),
                      (options, placeholder, name, type, required, disabled, selected_values, width, behaviors, confirm,
                       margin, element_id, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(multi_select_person const& value, violations& found);

/// A date picker.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/date-picker
struct date_picker {
    static constexpr std::string_view tag = "date_picker";

    /// Required without initial_date; at most 100 characters.
    std::optional<text> placeholder{};
    /// yyyy-MM-dd
    std::optional<std::string> initial_date{};
    std::optional<std::string> name{};
    std::optional<bool> required{};
    std::optional<bool> disabled{};
    std::optional<std::string> width{};
    field::list<behavior> behaviors{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(date_picker, (),
                      (placeholder, initial_date, name, required, disabled, width, behaviors, confirm, margin,
                       element_id, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(date_picker const& value, violations& found);

/// A time picker.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/time-selector
struct picker_time {
    static constexpr std::string_view tag = "picker_time";

    /// Required without initial_time; at most 100 characters.
    std::optional<text> placeholder{};
    /// HH:mm
    std::optional<std::string> initial_time{};
    std::optional<std::string> name{};
    std::optional<bool> required{};
    std::optional<bool> disabled{};
    std::optional<std::string> width{};
    field::list<behavior> behaviors{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(picker_time, (),
                      (placeholder, initial_time, name, required, disabled, width, behaviors, confirm, margin,
                       element_id, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(picker_time const& value, violations& found);

/// A date and time picker.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/date-time-picker
struct picker_datetime {
    static constexpr std::string_view tag = "picker_datetime";

    /// Required without initial_datetime; at most 100 characters.
    std::optional<text> placeholder{};
    /// yyyy-MM-dd HH:mm
    std::optional<std::string> initial_datetime{};
    std::optional<std::string> name{};
    std::optional<bool> required{};
    std::optional<bool> disabled{};
    std::optional<std::string> width{};
    field::list<behavior> behaviors{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(picker_datetime, (),
                      (placeholder, initial_datetime, name, required, disabled, width, behaviors, confirm, margin,
                       element_id, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(picker_datetime const& value, violations& found);

/// An option of an overflow menu.
struct overflow_option {
    /// At most 100 characters.
    std::optional<feishu::card::text> text{};
    std::optional<link> multi_url{};
    /// Value reported in the callback.
    std::optional<std::string> value{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(overflow_option, (), (text, multi_url, value, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(overflow_option const& value, violations& found);

/// An overflow menu ("…").
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/overflow
struct overflow {
    static constexpr std::string_view tag = "overflow";

    field::required<field::list<overflow_option, 1>> options;
    std::optional<std::string> width{};
    field::list<behavior> behaviors{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(overflow, (), (options, width, behaviors, confirm, margin, element_id, unknown))

/// Image picker layouts.
enum class image_layout { stretch, bisect, trisect };
BOOST_DESCRIBE_ENUM(image_layout, stretch, bisect, trisect)

/// An image option.
struct image_option {
    field::required<feishu::image_key> img_key;
    /// Value reported in the callback.
    std::optional<std::string> value{};
    std::optional<bool> disabled{};
    std::optional<text> disabled_tips{};
    std::optional<text> hover_tips{};
    std::optional<translations> i18n_img_key{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(image_option, (), (img_key, value, disabled, disabled_tips, hover_tips, i18n_img_key, unknown))

/// An image picker; multi-select only inside a form.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/image-picker
struct select_img {
    static constexpr std::string_view tag = "select_img";

    field::required<field::list<image_option, 1>> options;
    std::optional<bool> multi_select{};
    open<image_layout> layout{};
    std::optional<std::string> name{};
    std::optional<bool> required{};
    /// Whether a click enlarges the image; inside a form.
    std::optional<bool> can_preview{};
    /// 1:1, 16:9 or 4:3
    std::optional<std::string> aspect_ratio{};
    std::optional<bool> disabled{};
    std::optional<text> disabled_tips{};
    field::list<behavior> behaviors{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(select_img, (),
                      (options, multi_select, layout, name, required, can_preview, aspect_ratio, disabled,
                       disabled_tips, behaviors, confirm, margin, element_id, unknown))

/// When the buttons of a checker are displayed on desktop clients.
enum class display_rule { always, on_hover };
BOOST_DESCRIBE_ENUM(display_rule, always, on_hover)

/// The buttons of a checker.
struct button_area {
    open<display_rule> pc_display_rule{};
    field::list<button, 0, 3> buttons{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(button_area, (), (pc_display_rule, buttons, unknown))

/// Style of the checked state.
struct checked_style {
    std::optional<bool> show_strikethrough{};
    std::optional<double> opacity{}; ///< 0 to 1
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(checked_style, (), (show_strikethrough, opacity, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(checked_style const& value, violations& found);

/// A checker (task check box).
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/checker
struct checker {
    static constexpr std::string_view tag = "checker";

    std::optional<feishu::card::text> text{};
    std::optional<bool> checked{};
    std::optional<std::string> name{};
    std::optional<bool> overall_checkable{};
    std::optional<feishu::card::button_area> button_area{};
    std::optional<feishu::card::checked_style> checked_style{};
    /// Without them the checked state stays local to the user's client.
    field::list<behavior> behaviors{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<feishu::card::text> hover_tips{};
    std::optional<bool> disabled{};
    std::optional<feishu::card::text> disabled_tips{};
    std::optional<std::string> padding{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(checker, (),
                      (text, checked, name, overall_checkable, button_area, checked_style, behaviors, confirm, hover_tips,
                       disabled, disabled_tips, padding, margin, element_id, unknown))

} // namespace feishu::card
