#pragma once
// Container elements: column sets, forms, interactive containers, collapsible panels.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <feishu/content/card/behavior.hpp>
#include <feishu/content/card/element.hpp>
#include <feishu/content/card/text.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/json/unknown_members.hpp>

namespace feishu::card {

// Spacings are `small` (4 px), `medium` (8 px), `large` (12 px), `extra_large` (16 px) or 0px to 99px.
// Paddings are 0px to 99px, margins -99px to 99px: one value for all sides, two for top/bottom and
// left/right, or four clockwise from the top.

/// Layout direction.
enum class direction { vertical, horizontal };
BOOST_DESCRIBE_ENUM(direction, vertical, horizontal)

/// Column layout on narrow screens.
enum class flex_mode { none, stretch, flow, bisect, trisect };
BOOST_DESCRIBE_ENUM(flex_mode, none, stretch, flow, bisect, trisect)

/// Action for a click on columns.
struct click_action {
    std::optional<link> multi_url{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(click_action, (), (multi_url, unknown))

/// One column.
struct column {
    static constexpr std::string_view tag = "column";

    /// Any elements except tables and forms.
    field::list<element> elements{};
    /// `auto` (the default), `weighted`, or 16px to 600px.
    std::optional<std::string> width{};
    /// Share of the width if width is `weighted`; 1 to 5.
    std::optional<field::number<int, 1, 5>> weight{};
    std::optional<std::string> background_style{};
    open<feishu::card::direction> direction{};
    std::optional<std::string> horizontal_spacing{};
    open<align> horizontal_align{};
    std::optional<std::string> vertical_spacing{};
    open<feishu::card::vertical_align> vertical_align{};
    std::optional<std::string> padding{};
    std::optional<std::string> margin{};
    std::optional<click_action> action{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(column, (),
                      (elements, width, weight, background_style, direction, horizontal_spacing, horizontal_align,
                       vertical_spacing, vertical_align, padding, margin, action, element_id, unknown))

/// Columns side by side.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/column-set
struct column_set {
    static constexpr std::string_view tag = "column_set";

    field::required<field::list<column>> columns;
    open<feishu::card::flex_mode> flex_mode{};
    std::optional<std::string> background_style{};
    std::optional<std::string> horizontal_spacing{};
    open<align> horizontal_align{};
    std::optional<std::string> margin{};
    std::optional<click_action> action{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(column_set, (),
                      (columns, flex_mode, background_style, horizontal_spacing, horizontal_align, margin, action,
                       element_id, unknown))

/// Fields that are submitted together. A form must be a direct child of the card body; its interactive
/// elements need names that are unique in the card, and one of its buttons must submit.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/form-container
struct form_container {
    static constexpr std::string_view tag = "form";

    field::required<field::text<1>> name;
    /// Any elements except tables and forms.
    field::required<field::list<element, 1>> elements;
    open<feishu::card::direction> direction{};
    std::optional<std::string> horizontal_spacing{};
    open<align> horizontal_align{};
    std::optional<std::string> vertical_spacing{};
    open<feishu::card::vertical_align> vertical_align{};
    std::optional<std::string> padding{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(form_container, (),
                      (name, elements, direction, horizontal_spacing, horizontal_align, vertical_spacing,
                       vertical_align, padding, margin, element_id, unknown))

/// A clickable area.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/interactive-container
struct interactive_container {
    static constexpr std::string_view tag = "interactive_container";

    /// Any elements except tables and forms.
    field::required<field::list<element>> elements;
    field::required<field::list<behavior>> behaviors;
    /// `fill` (the default), `auto`, or 16px to 999px.
    std::optional<std::string> width{};
    /// `auto` (the default), or 10px to 999px.
    std::optional<std::string> height{};
    std::optional<std::string> background_style{};
    std::optional<bool> has_border{};
    std::optional<std::string> border_color{};
    std::optional<std::string> corner_radius{};
    open<feishu::card::direction> direction{};
    std::optional<std::string> horizontal_spacing{};
    open<align> horizontal_align{};
    std::optional<std::string> vertical_spacing{};
    open<feishu::card::vertical_align> vertical_align{};
    std::optional<std::string> padding{};
    std::optional<std::string> margin{};
    std::optional<text> hover_tips{};
    std::optional<bool> disabled{};
    std::optional<text> disabled_tips{};
    std::optional<feishu::card::confirm> confirm{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(interactive_container, (),
                      (elements, behaviors, width, height, background_style, has_border, border_color, corner_radius,
                       direction, horizontal_spacing, horizontal_align, vertical_spacing, vertical_align, padding,
                       margin, hover_tips, disabled, disabled_tips, confirm, element_id, unknown))

/// Width of a panel title.
enum class title_width { fill, auto_, auto_when_fold };
BOOST_DESCRIBE_ENUM(title_width, fill, auto_, auto_when_fold)

/// Position of the icon in a panel title.
enum class icon_position { left, right, follow_text };
BOOST_DESCRIBE_ENUM(icon_position, left, right, follow_text)

/// Panel title.
struct panel_header {
    /// Plain text, or markdown_text("…").
    std::optional<text> title{};
    std::optional<std::string> background_color{};
    open<title_width> width{};
    open<feishu::card::vertical_align> vertical_align{};
    std::optional<std::string> padding{};
    std::optional<feishu::card::icon> icon{};
    open<feishu::card::icon_position> icon_position{};
    /// Icon rotation when the panel expands: -180, -90, 90 or 180 degrees.
    std::optional<int> icon_expanded_angle{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(panel_header, (),
                      (title, background_color, width, vertical_align, padding, icon, icon_position,
                       icon_expanded_angle, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(panel_header const& value, violations& found);

/// Panel border.
struct border {
    std::optional<std::string> color{};
    std::optional<std::string> corner_radius{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(border, (), (color, corner_radius, unknown))

/// A collapsible panel.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/collapsible-panel
struct collapsible_panel {
    static constexpr std::string_view tag = "collapsible_panel";

    field::required<panel_header> header;
    /// Any elements except forms.
    field::list<element> elements{};
    std::optional<bool> expanded{};
    std::optional<std::string> background_color{};
    std::optional<feishu::card::border> border{};
    open<feishu::card::direction> direction{};
    std::optional<std::string> horizontal_spacing{};
    open<align> horizontal_align{};
    std::optional<std::string> vertical_spacing{};
    open<feishu::card::vertical_align> vertical_align{};
    std::optional<std::string> padding{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(collapsible_panel, (),
                      (header, elements, expanded, background_color, border, direction, horizontal_spacing,
                       horizontal_align, vertical_spacing, vertical_align, padding, margin, element_id, unknown))

} // namespace feishu::card
