#pragma once
// Elements that show something: text, images, people, charts, tables.

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

namespace feishu::card {

/// Rich text in Markdown. Text that is not yours goes through escape_markdown().
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/rich-text
struct markdown {
    static constexpr std::string_view tag = "markdown";

    field::required<std::string> content;
    std::optional<std::string> text_size{}; ///< as text_style's
    open<align> text_align{};
    std::optional<feishu::card::icon> icon{};
    std::optional<translations> i18n_content{};
    std::optional<std::string> margin{};
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(markdown, (), (content, text_size, text_align, icon, i18n_content, margin, element_id))

/// Text with an icon before it.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/plain-text
struct div {
    static constexpr std::string_view tag = "div";

    std::optional<feishu::card::text> text{};
    std::optional<feishu::card::icon> icon{};
    /// `fill` (the default), `auto`, or 16px to 999px.
    std::optional<std::string> width{};
    std::optional<std::string> margin{};
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(div, (), (text, icon, width, margin, element_id))

/// How an image fills its place.
enum class scale_type { crop_center, crop_top, fit_horizontal };
BOOST_DESCRIBE_ENUM(scale_type, crop_center, crop_top, fit_horizontal)

/// An image.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/image
struct img {
    static constexpr std::string_view tag = "img";

    field::required<feishu::image_key> img_key;
    /// What the pointer over it shows.
    std::optional<text> alt{};
    std::optional<text> title{};
    open<feishu::card::scale_type> scale_type{};
    /// Of an image that is cropped: a name or `100px 100px`.
    std::optional<std::string> size{};
    std::optional<std::string> corner_radius{};
    std::optional<bool> transparent{};
    /// Whether a click enlarges it; yes by default.
    std::optional<bool> preview{};
    std::optional<translations> i18n_img_key{};
    std::optional<std::string> margin{};
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(img, (),
                      (img_key, alt, title, scale_type, size, corner_radius, transparent, preview, i18n_img_key, margin,
                       element_id))

/// Arrangements of images: at most 2, 3, 6 and 9 of them show.
enum class combination_mode { double_, triple, bisect, trisect };
BOOST_DESCRIBE_ENUM(combination_mode, double_, triple, bisect, trisect)

/// One image of several.
struct combined_img {
    field::required<feishu::image_key> img_key;
    std::optional<bool> transparent{};
    std::optional<translations> i18n_img_key{};
};
BOOST_DESCRIBE_STRUCT(combined_img, (), (img_key, transparent, i18n_img_key))

/// Several images.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/multi-image-laylout
struct img_combination {
    static constexpr std::string_view tag = "img_combination";

    field::required<open<feishu::card::combination_mode>> combination_mode;
    field::required<field::list<combined_img, 1, 9>> img_list;
    std::optional<bool> combination_transparent{};
    std::optional<std::string> corner_radius{};
    std::optional<std::string> margin{};
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(img_combination, (),
                      (combination_mode, img_list, combination_transparent, corner_radius, margin, element_id))
FEISHU_DECL void rules(img_combination const& value, violations& found);

/// How large a portrait is.
enum class avatar_size { extra_small, small, medium, large };
BOOST_DESCRIBE_ENUM(avatar_size, extra_small, small, medium, large)

/// How a person is shown.
enum class person_style { normal, capsule };
BOOST_DESCRIBE_ENUM(person_style, normal, capsule)

/// One person; they are not notified.
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
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(person, (), (user_id, size, show_avatar, show_name, style, margin, element_id))

/// One of several people; a string becomes one.
struct listed_person {
    listed_person() = default;
    listed_person(std::string user) : id(std::move(user)) {}
    listed_person(char const* user) : id(user) {}

    /// An open_id, user_id or union_id.
    field::text<1> id{};
};
BOOST_DESCRIBE_STRUCT(listed_person, (), (id))

/// Looks of a library icon.
struct ud_icon_style {
    std::optional<std::string> color{};
};
BOOST_DESCRIBE_STRUCT(ud_icon_style, (), (color))

/// An icon of the platform's library.
struct ud_icon {
    std::optional<std::string> token{};
    std::optional<ud_icon_style> style{};
};
BOOST_DESCRIBE_STRUCT(ud_icon, (), (token, style))

/// Several people.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/user-list
struct person_list {
    static constexpr std::string_view tag = "person_list";

    field::required<field::list<listed_person>> persons;
    open<avatar_size> size{};
    std::optional<bool> show_name{};
    std::optional<bool> show_avatar{};
    /// At most so many lines; no limit by default.
    std::optional<field::number<int, 1>> lines{};
    /// Whether an id that is not valid is left out instead of being an error.
    std::optional<bool> drop_invalid_user_id{};
    std::optional<feishu::card::icon> icon{};
    std::optional<feishu::card::ud_icon> ud_icon{};
    std::optional<std::string> margin{};
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(person_list, (),
                      (persons, size, show_name, show_avatar, lines, drop_invalid_user_id, icon, ud_icon, margin,
                       element_id))

/// Colours of a chart.
enum class color_theme { brand, rainbow, complementary, converse, primary };
BOOST_DESCRIBE_ENUM(color_theme, brand, rainbow, complementary, converse, primary)

/// A chart. The platform advises at most five in a card.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/chart
struct chart {
    static constexpr std::string_view tag = "chart";

    /// A VChart specification, an object.
    field::required<boost::json::value> chart_spec;
    /// 1:1, 2:1, 4:3 or 16:9
    std::optional<std::string> aspect_ratio{};
    open<feishu::card::color_theme> color_theme{};
    /// Whether it opens in a window of its own; yes by default.
    std::optional<bool> preview{};
    /// `auto` (the default), or 1px to 999px.
    std::optional<std::string> height{};
    std::optional<std::string> margin{};
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(chart, (), (chart_spec, aspect_ratio, color_theme, preview, height, margin, element_id))
FEISHU_DECL void rules(chart const& value, violations& found);

/// What a column of a table holds.
enum class data_type { text, lark_md, options, number, persons, date, markdown };
BOOST_DESCRIBE_ENUM(data_type, text, lark_md, options, number, persons, date, markdown)

/// How a column's numbers are written.
struct number_format {
    std::optional<field::text<0, 1>> symbol{}; ///< a currency
    std::optional<field::number<int, 0, 10>> precision{};
    std::optional<bool> separator{}; ///< a comma every three digits
};
BOOST_DESCRIBE_STRUCT(number_format, (), (symbol, precision, separator))

/// A column of a table.
struct table_column {
    /// The key of its values in the rows.
    field::required<field::text<1>> name;
    field::required<open<feishu::card::data_type>> data_type;
    std::optional<std::string> display_name{};
    /// `auto` (the default), or so many pixels or percent.
    std::optional<std::string> width{};
    open<feishu::card::vertical_align> vertical_align{};
    open<align> horizontal_align{};
    /// Of numbers.
    std::optional<number_format> format{};
    /// Of dates: YYYY/MM/DD
    std::optional<std::string> date_format{};
};
BOOST_DESCRIBE_STRUCT(table_column, (),
                      (name, data_type, display_name, width, vertical_align, horizontal_align, format, date_format))

/// Looks of the line of names above a table.
struct table_header_style {
    open<align> text_align{};
    std::optional<std::string> text_size{};
    std::optional<std::string> background_style{};
    std::optional<std::string> text_color{};
    std::optional<bool> bold{};
    std::optional<field::number<int, 1>> lines{};
};
BOOST_DESCRIBE_STRUCT(table_header_style, (), (text_align, text_size, background_style, text_color, bold, lines))

/// A row of a table, values by column name: `card::row{{"host", "db-1"}, {"load", 0.7}}`.
using row = boost::json::object;

/// A table. It stands in the card's body itself; at most five in a card.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/table
struct table {
    static constexpr std::string_view tag = "table";

    field::required<field::list<table_column, 1, 50>> columns;
    field::required<field::list<row>> rows;
    std::optional<field::number<int, 1, 10>> page_size{};
    /// low (the default), middle, high, auto, or 32px to 124px
    std::optional<std::string> row_height{};
    /// For `auto`: 32px to 999px
    std::optional<std::string> row_max_height{};
    std::optional<bool> freeze_first_column{};
    std::optional<table_header_style> header_style{};
    std::optional<std::string> margin{};
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(table, (),
                      (columns, rows, page_size, row_height, row_max_height, freeze_first_column, header_style, margin,
                       element_id))
FEISHU_DECL void rules(table const& value, violations& found);

/// How an audio element looks: a triangle, or a voice message.
enum class audio_style { normal, speak };
BOOST_DESCRIBE_ENUM(audio_style, normal, speak)

/// Sound.
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
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(audio, (),
                      (file_key, audio_id, show_time, style, background_color, fill_color, margin, element_id))

/// A line.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/divider
struct hr {
    static constexpr std::string_view tag = "hr";

    std::optional<std::string> margin{};
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(hr, (), (margin, element_id))

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/element.ipp>
#endif
