#pragma once
// The title of a card: `card::header{.title = "Deploy 1.4", .template_ = card::template_color::green}`.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <feishu/content/card/text.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/open_enum.hpp>

namespace feishu::card {

/// Colours of a title.
enum class template_color {
    blue, wathet, turquoise, green, yellow, orange, red, carmine, violet, purple, indigo, grey, default_
};
BOOST_DESCRIBE_ENUM(template_color, blue, wathet, turquoise, green, yellow, orange, red, carmine, violet, purple,
                    indigo, grey, default_)

/// Colours of a tag beside the title.
enum class tag_color {
    neutral, blue, turquoise, lime, orange, violet, indigo, wathet, green, yellow, red, purple, carmine
};
BOOST_DESCRIBE_ENUM(tag_color, neutral, blue, turquoise, lime, orange, violet, indigo, wathet, green, yellow, red,
                    purple, carmine)

/// A tag beside the title.
struct text_tag {
    static constexpr std::string_view tag = "text_tag";

    field::required<feishu::card::text> text;
    open<tag_color> color{}; ///< blue by default
    std::optional<own_id> element_id{};
};
BOOST_DESCRIBE_STRUCT(text_tag, (), (text, color, element_id))

/// The title of a card.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/title
struct header {
    field::required<feishu::card::text> title;
    std::optional<feishu::card::text> subtitle{};
    open<template_color> template_{};
    field::list<text_tag, 0, 3> text_tag_list{};
    /// The same by language; it wins over text_tag_list.
    std::optional<std::map<std::string, field::list<text_tag, 0, 3>>> i18n_text_tag_list{};
    std::optional<feishu::card::icon> icon{};
    /// `12px 8px 12px 8px`
    std::optional<std::string> padding{};
};
BOOST_DESCRIBE_STRUCT(header, (), (title, subtitle, template_, text_tag_list, i18n_text_tag_list, icon, padding))

} // namespace feishu::card
