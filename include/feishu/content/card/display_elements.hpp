#pragma once
// Display elements: text, images, people, charts, tables.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/card/element.hpp>
#include <feishu/content/card/text.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/json/unknown_members.hpp>

namespace feishu::card {

/// Rich text in Markdown. Pass untrusted text through escape_markdown(). Markdown tables count toward the
/// card's five tables.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/rich-text
struct markdown {
    static constexpr std::string_view tag = "markdown";

    field::required<std::string> content;
    std::optional<std::string> text_size{}; ///< see text_style
    open<align> text_align{};
    std::optional<feishu::card::icon> icon{};
    std::optional<translations> i18n_content{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(markdown, (), (content, text_size, text_align, icon, i18n_content, margin, element_id, unknown))

/// Text with an optional icon.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/plain-text
struct div {
    static constexpr std::string_view tag = "div";

    std::optional<feishu::card::text> text{};
    std::optional<feishu::card::icon> icon{};
    /// `fill` (the default), `auto`, or 16px to 999px.
    std::optional<std::string> width{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(div, (), (text, icon, width, margin, element_id, unknown))

/// Image scaling.
enum class scale_type { crop_center, crop_top, fit_horizontal };
BOOST_DESCRIBE_ENUM(scale_type, crop_center, crop_top, fit_horizontal)

/// An image.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/image
struct img {
    static constexpr std::string_view tag = "img";

    field::required<feishu::image_key> img_key;
    /// Hover text; required by the platform, may be empty.
    std::optional<text> alt{};
    std::optional<text> title{};
    open<feishu::card::scale_type> scale_type{};
    /// Size of a cropped image: a documented name or `100px 100px`.
    std::optional<std::string> size{};
    std::optional<std::string> corner_radius{};
    std::optional<bool> transparent{};
    /// Whether a click enlarges it; defaults to true.
    std::optional<bool> preview{};
    std::optional<translations> i18n_img_key{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(img, (),
                      (img_key, alt, title, scale_type, size, corner_radius, transparent, preview, i18n_img_key, margin,
                       element_id, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(img const& value, violations& found);

/// Image layouts; at most 2, 3, 6 and 9 images are displayed.
enum class combination_mode { double_, triple, bisect, trisect };
BOOST_DESCRIBE_ENUM(combination_mode, double_, triple, bisect, trisect)

/// One image of a combination.
struct combined_img {
    field::required<feishu::image_key> img_key;
    std::optional<bool> transparent{};
    std::optional<translations> i18n_img_key{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(combined_img, (), (img_key, transparent, i18n_img_key, unknown))

/// Several images.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/multi-image-laylout
struct img_combination {
    static constexpr std::string_view tag = "img_combination";

    field::required<open<feishu::card::combination_mode>> combination_mode;
    field::required<field::list<combined_img, 1>> img_list;
    std::optional<bool> combination_transparent{};
    std::optional<std::string> corner_radius{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(img_combination, (),
                      (combination_mode, img_list, combination_transparent, corner_radius, margin, element_id, unknown))

/// Avatar size.
enum class avatar_size { extra_small, small, medium, large };
BOOST_DESCRIBE_ENUM(avatar_size, extra_small, small, medium, large)

/// Person style.
enum class person_style { normal, capsule };
BOOST_DESCRIBE_ENUM(person_style, normal, capsule)

/// One person. The user is not notified.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/user-profile
struct person {
    static constexpr std::string_view tag = "person";

    /// An open_id, user_id or union_id.
    field::required<field::text<1>> user_id;
    open<avatar_size> size{};
    std::optional<bool> show_avatar{};
    std::optional<bool> show_name{};
    open<person_style> style{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(person, (), (user_id, size, show_avatar, show_name, style, margin, element_id, unknown))

/// One entry of a person list; converts from a string.
struct listed_person {
    listed_person() = default;
    listed_person(std::string user) : id(std::move(user)) {}
    listed_person(char const* user) : id(user) {}

    /// An open_id, user_id or union_id.
    field::text<1> id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(listed_person, (), (id, unknown))

/// Style of a library icon.
struct ud_icon_style {
    std::optional<std::string> color{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(ud_icon_style, (), (color, unknown))

/// An icon from the platform's library.
struct ud_icon {
    std::optional<std::string> token{};
    std::optional<ud_icon_style> style{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(ud_icon, (), (token, style, unknown))

/// Several people.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/user-list
struct person_list {
    static constexpr std::string_view tag = "person_list";

    field::required<field::list<listed_person>> persons;
    open<avatar_size> size{};
    std::optional<bool> show_name{};
    std::optional<bool> show_avatar{};
    /// Maximum number of lines; unlimited by default.
    std::optional<field::number<int, 1>> lines{};
    /// Whether invalid ids are skipped instead of failing the request.
    std::optional<bool> drop_invalid_user_id{};
    std::optional<feishu::card::icon> icon{};
    std::optional<feishu::card::ud_icon> ud_icon{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(person_list, (),
                      (persons, size, show_name, show_avatar, lines, drop_invalid_user_id, icon, ud_icon, margin,
                       element_id, unknown))

/// Chart color themes.
enum class color_theme { brand, rainbow, complementary, converse, primary };
BOOST_DESCRIBE_ENUM(color_theme, brand, rainbow, complementary, converse, primary)

/// A chart. The platform recommends at most five per card.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/chart
struct chart {
    static constexpr std::string_view tag = "chart";

    /// A VChart specification, an object.
    field::required<boost::json::value> chart_spec;
    /// 1:1, 2:1, 4:3 or 16:9
    std::optional<std::string> aspect_ratio{};
    open<feishu::card::color_theme> color_theme{};
    /// Whether it can be opened in a separate window; defaults to true.
    std::optional<bool> preview{};
    /// `auto` (the default), or 1px to 999px.
    std::optional<std::string> height{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(chart, (), (chart_spec, aspect_ratio, color_theme, preview, height, margin, element_id, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(chart const& value, violations& found);

/// Data type of a table column.
enum class data_type { text, lark_md, options, number, persons, date, markdown };
BOOST_DESCRIBE_ENUM(data_type, text, lark_md, options, number, persons, date, markdown)

/// Number format of a column.
struct number_format {
    std::optional<field::text<0, 1>> symbol{}; ///< currency symbol
    std::optional<field::number<int, 0, 10>> precision{};
    std::optional<bool> separator{}; ///< thousands separators
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(number_format, (), (symbol, precision, separator, unknown))

/// A column of a table.
struct table_column {
    /// Key of its values in the rows.
    field::required<field::text<1>> name;
    field::required<open<feishu::card::data_type>> data_type;
    std::optional<std::string> display_name{};
    /// `auto` (the default), pixels (`80px`) or percent (`25%`).
    std::optional<std::string> width{};
    open<feishu::card::vertical_align> vertical_align{};
    open<align> horizontal_align{};
    /// For data_type number.
    std::optional<number_format> format{};
    /// For data_type date: YYYY/MM/DD
    std::optional<std::string> date_format{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(table_column, (),
                      (name, data_type, display_name, width, vertical_align, horizontal_align, format, date_format, unknown))

/// Style of a table header.
struct table_header_style {
    open<align> text_align{};
    std::optional<std::string> text_size{};
    std::optional<std::string> background_style{};
    std::optional<std::string> text_color{};
    std::optional<bool> bold{};
    std::optional<field::number<int, 1>> lines{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(table_header_style, (), (text_align, text_size, background_style, text_color, bold, lines, unknown))

/// A row of a table, values by column name: `card::row{{"host", "db-1"}, {"load", 0.7}}`.
using row = boost::json::object;

/// A table. Must be a direct child of the card body; at most five per card. Columns beyond the 50th are not
/// displayed.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/table
struct table {
    static constexpr std::string_view tag = "table";

    field::required<field::list<table_column, 1>> columns;
    field::required<field::list<row>> rows;
    std::optional<field::number<int, 1, 10>> page_size{};
    /// low (the default), middle, high, auto, or 32px to 124px
    std::optional<std::string> row_height{};
    /// Maximum height if row_height is `auto`: 32px to 999px
    std::optional<std::string> row_max_height{};
    std::optional<bool> freeze_first_column{};
    std::optional<table_header_style> header_style{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(table, (),
                      (columns, rows, page_size, row_height, row_max_height, freeze_first_column, header_style, margin,
                       element_id, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(table const& value, violations& found);

/// Audio style: a play button, or a voice message.
enum class audio_style { normal, speak };
BOOST_DESCRIBE_ENUM(audio_style, normal, speak)

/// An audio player.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/audio
struct audio {
    static constexpr std::string_view tag = "audio";

    field::required<feishu::file_key> file_key;
    /// Unique in the card.
    std::optional<std::string> audio_id{};
    std::optional<bool> show_time{};
    open<audio_style> style{};
    std::optional<std::string> background_color{};
    std::optional<std::string> fill_color{};
    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(audio, (),
                      (file_key, audio_id, show_time, style, background_color, fill_color, margin, element_id, unknown))

/// A horizontal rule.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/divider
struct hr {
    static constexpr std::string_view tag = "hr";

    std::optional<std::string> margin{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(hr, (), (margin, element_id, unknown))

} // namespace feishu::card
