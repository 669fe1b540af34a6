#pragma once
// Rules of single elements that the types of their fields do not express.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <feishu/content/card/containers.hpp>
#include <feishu/content/card/display_elements.hpp>
#include <feishu/content/card/interactive.hpp>
#include <feishu/core/impl/utf8.hpp>

namespace feishu::card {
namespace detail {

inline constexpr std::size_t max_short_text = 100;

// Placeholders and options of overflow menus.
inline void check_short(std::optional<text> const& value, std::string_view name, violations& found) {
    if (!value)
        return;
    auto const size = utf8::scan(value->content);
    if (size.valid() && size.characters > max_short_text)
        found.add({.field = std::string(name) + ".content",
                   .rule = rule::max_characters,
                   .limit = static_cast<std::int64_t>(max_short_text),
                   .actual = static_cast<std::int64_t>(size.characters)});
}

// `pattern` has a digit for each 0; everything else matches itself.
inline bool matches(std::string_view value, std::string_view pattern) {
    return std::equal(value.begin(), value.end(), pattern.begin(), pattern.end(), [](char c, char p) {
        return p == '0' ? c >= '0' && c <= '9' : c == p;
    });
}

template <class T>
void check_picker(T const& value, std::optional<std::string> const& initial, std::string_view name,
                  std::string_view pattern, std::string_view form, violations& found) {
    check_short(value.placeholder, "placeholder", found);
    if (initial && !initial->empty() && !matches(*initial, pattern))
        found.add(name, "does not have the form " + std::string(form));
    if (!initial && !value.placeholder)
        found.add("placeholder", "is required without " + std::string(name));
}

// Otherwise the callback would not identify the selected option.
inline void check_values(field::list<option> const& options, violations& found) {
    for (std::size_t i = 0; i < options.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (options[i].value.value() == options[k].value.value()) {
                found.add("options[" + std::to_string(i) + "].value", "is the value of an earlier option");
                break;
            }
}

} // namespace detail

FEISHU_DECL void rules(panel_header const& value, violations& found) {
    auto const angle = value.icon_expanded_angle.value_or(90);
    if (angle != 90 && angle != 180 && angle != -90 && angle != -180)
        found.add("icon_expanded_angle", "must be -180, -90, 90 or 180");
}

FEISHU_DECL void rules(img const& value, violations& found) {
    if (!value.alt)
        found.add("alt", "is required; it may be empty");
    if (value.size == "stretch_without_padding")
        found.add("size", "is stretch_without_padding, which JSON 2.0 withdrew");
}

FEISHU_DECL void rules(chart const& value, violations& found) {
    if (value.chart_spec.present() && !value.chart_spec->is_object())
        found.add("chart_spec", "must be an object");
}

FEISHU_DECL void rules(table const& value, violations& found) {
    std::set<std::string, std::less<>> names;
    auto const& columns = value.columns.value();
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!names.insert(columns[i].name->str()).second)
            found.add("columns[" + std::to_string(i) + "].name", "is the name of an earlier column");
    auto const& rows = value.rows.value();
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (auto const& cell : rows[i])
            if (std::string_view const name(cell.key().data(), cell.key().size()); !names.contains(name))
                found.add("rows[" + std::to_string(i) + "]." + std::string(name), "is not the name of a column");
}

FEISHU_DECL void rules(input const& value, violations& found) {
    detail::check_short(value.placeholder, "placeholder", found);
}

FEISHU_DECL void rules(select_static const& value, violations& found) {
    detail::check_values(value.options, found);
    detail::check_short(value.placeholder, "placeholder", found);
}

FEISHU_DECL void rules(multi_select_static const& value, violations& found) {
    detail::check_values(value.options, found);
    detail::check_short(value.placeholder, "placeholder", found);
}

FEISHU_DECL void rules(select_person const& value, violations& found) {
    detail::check_short(value.placeholder, "placeholder", found);
}

FEISHU_DECL void rules(multi_select_person const& value, violations& found) {
    detail::check_short(value.placeholder, "placeholder", found);
}

FEISHU_DECL void rules(date_picker const& value, violations& found) {
    detail::check_picker(value, value.initial_date, "initial_date", "0000-00-00", "yyyy-MM-dd", found);
}

FEISHU_DECL void rules(picker_time const& value, violations& found) {
    detail::check_picker(value, value.initial_time, "initial_time", "00:00", "HH:mm", found);
}

FEISHU_DECL void rules(picker_datetime const& value, violations& found) {
    detail::check_picker(value, value.initial_datetime, "initial_datetime", "0000-00-00 00:00", "yyyy-MM-dd HH:mm",
                         found);
}

FEISHU_DECL void rules(overflow_option const& value, violations& found) {
    detail::check_short(value.text, "text", found);
}

FEISHU_DECL void rules(checked_style const& value, violations& found) {
    if (value.opacity && !(*value.opacity >= 0 && *value.opacity <= 1))
        found.add("opacity", "must be from 0 to 1");
}

} // namespace feishu::card
