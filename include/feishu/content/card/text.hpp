#pragma once
// Text and icons inside a card. A string converts to plain text wherever an element takes text:
//
//     card::button{.text = "Approve"}
//     card::div{.text = card::lark_md("**3** hosts are down")}
//     card::div{.text = card::text("done", {.text_color = "green"})}

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/json/unknown_members.hpp>

namespace feishu::card {

/// Identifies an element for updates: letters, digits and `_`, beginning with a letter; unique in the card.
using element_id_field = field::id<feishu::element_id, 0, 20>;

/// Translations by language: `{{"en_us", "Yes"}, {"zh_cn", "是"}}`.
using translations = std::map<std::string, std::string>;

/// Horizontal alignment.
enum class align { left, center, right };
BOOST_DESCRIBE_ENUM(align, left, center, right)

/// Vertical alignment.
enum class vertical_align { top, center, bottom };
BOOST_DESCRIBE_ENUM(vertical_align, top, center, bottom)

/// Text formats: plain text, a Markdown subset (`lark_md`), or Markdown (`markdown`, panel titles only).
enum class text_kind { plain_text, lark_md, markdown };
BOOST_DESCRIBE_ENUM(text_kind, plain_text, lark_md, markdown)

/// Text style.
struct text_style {
    /// heading-0 to heading-4, heading, normal (the default), notation, xxxx-large to x-small, or a name of
    /// config.style.text_size.
    std::optional<std::string> text_size{};
    /// A platform color (`red`, `blue-500`), or a name of config.style.color. Plain text only.
    std::optional<std::string> text_color{};
    open<align> text_align{};
    /// Maximum number of lines; longer text is truncated with "…".
    std::optional<field::number<int, 1>> lines{};
};
BOOST_DESCRIBE_STRUCT(text_style, (), (text_size, text_color, text_align, lines))

/// A text object; converts from strings as plain text.
struct text : text_style {
    text() = default;
    text(std::string value, text_style style = {}) : text_style(std::move(style)), content(std::move(value)) {}
    text(std::string_view value, text_style style = {}) : text(std::string(value), std::move(style)) {}
    text(char const* value, text_style style = {}) : text(std::string(value), std::move(style)) {}

    std::string content{};
    open<text_kind> tag = text_kind::plain_text;
    std::optional<translations> i18n_content{};
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(text, (text_style), (tag, content, i18n_content, element_id, unknown))

/// A text in the supported Markdown subset: bold, italic, strikethrough, links, `<at id=ou_…></at>`,
/// `<font color=…>`.
inline text lark_md(std::string value, text_style style = {}) {
    text out(std::move(value), std::move(style));
    out.tag = text_kind::lark_md;
    return out;
}

/// A text in Markdown; only for the title of a collapsible panel.
inline text markdown_text(std::string value) {
    text out(std::move(value));
    out.tag = text_kind::markdown;
    return out;
}

/// Escapes Markdown syntax, so that untrusted text is displayed literally in markdown and lark_md.
FEISHU_DECL std::string escape_markdown(std::string_view text);

/// Icon sources.
enum class icon_kind { standard_icon, custom_icon };
BOOST_DESCRIBE_ENUM(icon_kind, standard_icon, custom_icon)

/// An icon: from the platform's library, or an uploaded image.
struct icon {
    open<icon_kind> tag = icon_kind::standard_icon;
    /// Name of a library icon: `chat-forbidden_outlined`.
    std::optional<std::string> token{};
    /// Color of an outlined or filled library icon.
    std::optional<std::string> color{};
    /// Image of a custom icon.
    std::optional<feishu::image_key> img_key{};
    std::optional<translations> i18n_img_key{};
    /// `16px 16px`, in the title of a collapsible panel.
    std::optional<std::string> size{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(icon, (), (tag, token, color, img_key, i18n_img_key, size, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(icon const& value, violations& found);

/// An icon from the platform's library.
inline icon standard_icon(std::string token) { return {.token = std::move(token)}; }
inline icon standard_icon(std::string token, std::string color) {
    return {.token = std::move(token), .color = std::move(color)};
}

/// An uploaded image as an icon.
inline icon custom_icon(feishu::image_key image) {
    return {.tag = icon_kind::custom_icon, .img_key = std::move(image)};
}

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/text.ipp>
#endif
