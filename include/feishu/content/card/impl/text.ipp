#pragma once

#include <string>
#include <string_view>

#include <feishu/content/card/text.hpp>

namespace feishu::card {

// As HTML numbers, which the platform's Markdown shows as the character. A line break is left alone: there is no other
// way to write one.
FEISHU_DECL std::string escape_markdown(std::string_view words) {
    static constexpr std::string_view special = "\\`*_{}[]()<>#+-!|~&$:\"'";
    std::string out;
    out.reserve(words.size());
    for (char const c : words) {
        if (special.find(c) == std::string_view::npos) {
            out += c;
            continue;
        }
        out += "&#";
        feishu::detail::append_decimal(out, static_cast<unsigned char>(c));
        out += ';';
    }
    return out;
}

FEISHU_DECL void rules(icon const& value, violations& found) {
    if (value.tag == icon_kind::standard_icon && !value.token)
        found.add("token", "is required with a standard_icon");
    if (value.tag == icon_kind::custom_icon && !value.img_key)
        found.add("img_key", "is required with a custom_icon");
}

} // namespace feishu::card
