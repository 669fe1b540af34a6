#pragma once
// The title of a card: `card::header{.title = "Deploy 1.4", .template_ = card::template_color::green}`.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <feishu/content/card/text.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/json/unknown_members.hpp>

namespace feishu::card {

/// Title colors.
enum class template_color {
    blue, wathet, turquoise, green, yellow, orange, red, carmine, violet, purple, indigo, grey, default_
};
BOOST_DESCRIBE_ENUM(template_color, blue, wathet, turquoise, green, yellow, orange, red, carmine, violet, purple,
                    indigo, grey, default_)

/// Tag colors.
enum class tag_color {
    neutral, blue, turquoise, lime, orange, violet, indigo, wathet, green, yellow, red, purple, carmine
};
BOOST_DESCRIBE_ENUM(tag_color, neutral, blue, turquoise, lime, orange, violet, indigo, wathet, green, yellow, red,
                    purple, carmine)

/// A tag beside the title.
struct text_tag {
    static constexpr std::string_view tag = "text_tag";

    field::required<feishu::card::text> text;
    open<tag_color> color{}; ///< defaults to blue
    std::optional<element_id_field> element_id{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(text_tag, (), (text, color, element_id, unknown))

/// The title of a card. Tags beyond the third are not displayed.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/title
struct header {
    std::optional<feishu::card::text> title{};
    std::optional<feishu::card::text> subtitle{};
    open<template_color> template_{};
    field::list<text_tag> text_tag_list{};
    /// Tags by language; takes precedence over text_tag_list.
    std::optional<std::map<std::string, field::list<text_tag>>> i18n_text_tag_list{};
    std::optional<feishu::card::icon> icon{};
    /// `12px 8px 12px 8px`
    std::optional<std::string> padding{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(header, (), (title, subtitle, template_, text_tag_list, i18n_text_tag_list, icon, padding, unknown))

} // namespace feishu::card
