#pragma once
// Text and icons inside a card. A string literal is a plain text wherever an element takes text:
//
//     card::button{.text = "Approve"}
//     card::div{.text = card::lark_md("**3** hosts are down")}
//     card::div{.text = card::text("done", {.text_color = "green"})}

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

namespace feishu::card {

/// What an element is addressed by when the card changes: letters, digits and `_`, a letter first, unique in the card.
using own_id = field::id<feishu::element_id, 1, 20>;

/// The same by language: `{{"en_us", "Yes"}, {"zh_cn", "是"}}`.
using translations = std::map<std::string, std::string>;

/// Where text or elements stand from left to right.
enum class align { left, center, right };
BOOST_DESCRIBE_ENUM(align, left, center, right)

/// Where they stand from top to bottom.
enum class vertical_align { top, center, bottom };
BOOST_DESCRIBE_ENUM(vertical_align, top, center, bottom)

/// How text is read: as it is, or as Markdown. `lark_md` knows a part of it; `markdown` is for panel titles.
enum class text_kind { plain_text, lark_md, markdown };
BOOST_DESCRIBE_ENUM(text_kind, plain_text, lark_md, markdown)

/// Looks of a text.
struct text_style {
    /// heading-0 to heading-4, heading, normal (the default), notation, xxxx-large to x-small, or a name of
    /// config.style.text_size.
    std::optional<std::string> text_size{};
    /// A colour of the platform (`red`, `blue-500`), or a name of config.style.color. Plain text only.
    std::optional<std::string> text_color{};
    open<align> text_align{};
    /// What is longer ends in "…".
    std::optional<field::number<int, 1>> lines{};
};
BOOST_DESCRIBE_STRUCT(text_style, (), (text_size, text_color, text_align, lines))

/// A text. Strings become plain text by themselves.
struct text : text_style {
    text() = default;
    text(std::string words, text_style style = {}) : text_style(std::move(style)), content(std::move(words)) {}
    text(std::string_view words, text_style style = {}) : text(std::string(words), std::move(style)) {}
    text(char const* words, text_style style = {}) : text(std::string(words), std::move(style)) {}

    std::string content{};
    open<text_kind> tag = text_kind::plain_text;
    std::optional<translations> i18n_content{};
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(text, (text_style), (tag, content, i18n_content, element_id))

/// A text in the part of Markdown that texts know: bold, italic, strike, links, `<at id=ou_…></at>`, `<font color=…>`.
inline text lark_md(std::string words, text_style style = {}) {
    text made(std::move(words), std::move(style));
    made.tag = text_kind::lark_md;
    return made;
}

/// A text in Markdown, for the title of a collapsible panel.
inline text markdown_text(std::string words) {
    text made(std::move(words));
    made.tag = text_kind::markdown;
    return made;
}

/// Escapes what Markdown would read as its own, so that `words` show as they are in markdown and lark_md.
FEISHU_DECL std::string escape_markdown(std::string_view words);

/// Where an icon comes from.
enum class icon_kind { standard_icon, custom_icon };
BOOST_DESCRIBE_ENUM(icon_kind, standard_icon, custom_icon)

/// An icon: of the platform's library, or an uploaded image.
struct icon {
    open<icon_kind> tag = icon_kind::standard_icon;
    /// Of the library: `chat-forbidden_outlined`.
    std::optional<std::string> token{};
    /// Of a library icon that is outlined or filled.
    std::optional<std::string> color{};
    /// Of a custom icon.
    std::optional<feishu::image_key> img_key{};
    std::optional<translations> i18n_img_key{};
    /// `16px 16px`, in the title of a collapsible panel.
    std::optional<std::string> size{};
};
BOOST_DESCRIBE_STRUCT(icon, (), (tag, token, color, img_key, i18n_img_key, size))
FEISHU_DECL void rules(icon const& value, violations& found);

/// An icon of the platform's library.
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
