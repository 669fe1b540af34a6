#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

#include <boost/json/string.hpp>

#include <feishu/content/card/impl/card_values.hpp>

namespace feishu::card::detail {

// Whether a number or boolean type accepts a scalar. Such types are trivial, so a buffer replaces the object.
template <class Value>
bool takes(bool (*store)(void*, Value), Value value) {
    alignas(std::max_align_t) std::array<unsigned char, 64> scratch{};
    return store != nullptr && store(scratch.data(), value);
}

FEISHU_DECL fit fit_of(json::binding const& type, boost::json::value const& value) {
    if (value.is_null() || (type.assign != nullptr && !type.is_object))
        return fit::exact;
    bool const number = type.on_double != nullptr;
    bool const boolean = type.on_bool != nullptr;
    auto const as = [](bool fits, fit how) { return fits ? how : fit::none; };
    switch (value.kind()) {
    case boost::json::kind::object: return as(type.is_object || type.insert != nullptr, fit::exact);
    case boost::json::kind::array: return as(type.append != nullptr, fit::exact);
    case boost::json::kind::bool_: return as(boolean, fit::exact);
    case boost::json::kind::double_: return as(takes(type.on_double, value.get_double()), fit::exact);
    case boost::json::kind::int64:
        if (number)
            return as(takes(type.on_integer, value.get_int64()), fit::exact);
        return as(boolean ? takes(type.on_integer, value.get_int64()) : type.digits, fit::converted);
    case boost::json::kind::uint64:
        return as(number && takes(type.on_unsigned, value.get_uint64()), fit::exact);
    case boost::json::kind::string: {
        std::string_view const text(value.get_string().data(), value.get_string().size());
        if (number || boolean)
            return as(takes(type.on_string, text), fit::converted);
        return type.on_string != nullptr ? fit::exact : as(text.empty(), fit::converted);
    }
    default: return fit::exact;
    }
}

FEISHU_DECL std::string_view kind_of_json(boost::json::value const& value) {
    switch (value.kind()) {
    case boost::json::kind::object: return "an object";
    case boost::json::kind::array: return "a list";
    case boost::json::kind::string: return "a string";
    case boost::json::kind::bool_: return "a boolean";
    case boost::json::kind::null: return "null";
    default: return "a number";
    }
}

FEISHU_DECL std::string misfit_detail(boost::json::value const& value) {
    if (value.is_double() && value.get_double() != std::floor(value.get_double()))
        return " without a fraction";
    return ", is " + std::string(kind_of_json(value));
}

// Parses one length in px; false if it is not one.
inline bool parse_length(std::string_view word, double& out) {
    if (word.ends_with("px"))
        word.remove_suffix(2);
    if (word.empty() || word.find_first_not_of("+-.0123456789") != word.npos)
        return false;
    return json::detail::parse_double(word, out);
}

FEISHU_DECL void check_lengths(std::string_view value, int least, feishu::detail::field_path const& at,
                               violations& errors, violations& notices) {
    static constexpr std::string_view names[] = {"small", "medium", "large", "extra_large"};
    bool documented = value.find_first_not_of(' ') != value.npos;
    std::size_t words = 0;
    for (auto rest = value; !rest.empty();) {
        auto const end = (std::min)(rest.find(' '), rest.size());
        auto const word = rest.substr(0, end);
        rest.remove_prefix((std::min)(end + 1, rest.size()));
        if (word.empty())
            continue;
        double length = 0;
        if (!parse_length(word, length))
            documented = documented && std::ranges::find(names, word) != std::end(names);
        else if (length < least || length > 99)
            return feishu::detail::report(errors, at,
                                          violation{.rule = rule::other,
                                                    .text = "must be from " + std::to_string(least) + "px to 99px"});
        ++words;
    }
    if (!value.empty() && (!documented || words > 4))
        feishu::detail::report(
            notices, at, violation{.rule = rule::other, .text = "is not one to four lengths, such as 4px 8px"});
}

FEISHU_DECL void check_scheme(std::string_view url, feishu::detail::field_path const& at, violations& notices) {
    auto const scheme = url.substr(0, (std::min)(url.find(':'), url.size()));
    if (std::ranges::any_of(scheme, [](char c) { return c >= 'A' && c <= 'Z'; }))
        feishu::detail::report(notices, at,
                               violation{.rule = rule::other, .text = "has a scheme that is not in lower case"});
}

FEISHU_DECL bool is_color(std::string_view name) {
    static constexpr std::string_view names[] = {
        "blue", "wathet", "turquoise", "lime", "green", "yellow", "orange", "red", "carmine", "violet",
        "purple", "indigo", "grey", "neutral", "sunflower", "default", "white", "bg-white", "none", "laser"};
    if (name.starts_with("rgba(") || name.starts_with("rgb("))
        return name.ends_with(')');
    auto const dash = name.rfind('-');
    auto const shade = dash != name.npos ? name.substr(dash + 1) : std::string_view();
    if (!shade.empty() && shade.find_first_not_of("0123456789") == shade.npos)
        name = name.substr(0, dash);
    return std::ranges::find(names, name) != std::end(names);
}

FEISHU_DECL bool is_text_size(std::string_view name) {
    static constexpr std::string_view names[] = {
        "heading-0", "heading-1", "heading-2", "heading-3", "heading-4", "heading", "normal", "notation",
        "xxxx-large", "xxx-large", "xx-large", "x-large", "large", "medium", "small", "x-small"};
    return std::ranges::find(names, name) != std::end(names);
}

// The next line of `text`, without its end and its indentation.
inline std::string_view next_line(std::string_view& text) {
    auto const end = (std::min)(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix((std::min)(end + 1, text.size()));
    line.remove_prefix((std::min)(line.find_first_not_of(" \t>"), line.size()));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    return line;
}

// `|---|:-:|`, with or without the bars at its ends; at least one bar.
inline bool is_delimiter_row(std::string_view line) {
    return line.find_first_not_of("|-: \t") == line.npos && line.find('|') != line.npos &&
           line.find('-') != line.npos;
}

// The cells of a row: bars that are not escaped, those at its ends aside.
inline std::size_t cells_of(std::string_view line) {
    if (line.starts_with('|'))
        line.remove_prefix(1);
    if (line.ends_with('|') && !line.ends_with("\\|"))
        line.remove_suffix(1);
    std::size_t cells = 1;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] == '\\')
            ++i;
        else if (line[i] == '|')
            ++cells;
    return cells;
}

// GitHub Flavored Markdown: a row, and below it a delimiter row of as many cells.
FEISHU_DECL std::size_t count_markdown_tables(std::string_view text) {
    std::size_t tables = 0;
    std::string_view previous;
    std::string_view fence; // open code fence
    while (!text.empty()) {
        auto const line = next_line(text);
        auto const mark = line.substr(0, (std::min)(line.find_first_not_of(line.empty() ? ' ' : line[0]), line.size()));
        bool const fences = mark.size() >= 3 && (mark[0] == '`' || mark[0] == '~');
        if (!fence.empty()) {
            if (fences && mark[0] == fence[0] && mark.size() >= fence.size() && mark.size() == line.size())
                fence = {};
        } else if (fences) {
            fence = mark;
        } else if (is_delimiter_row(line) && previous.find('|') != previous.npos &&
                   !is_delimiter_row(previous) && cells_of(previous) == cells_of(line)) {
            ++tables;
        }
        previous = fence.empty() && !fences ? line : std::string_view();
    }
    return tables;
}

} // namespace feishu::card::detail
