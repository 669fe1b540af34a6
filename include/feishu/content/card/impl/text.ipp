#pragma once

#include <string>
#include <string_view>

#include <feishu/content/card/text.hpp>

namespace feishu::card {

// Numeric character references, which the platform's Markdown displays as the character. Line breaks are
// kept, since they cannot be escaped.
FEISHU_DECL std::string escape_markdown(std::string_view text) {
    static constexpr std::string_view special = "\\`*_{}[]()<>#+-!|~&$:\"'";
    std::string out;
    out.reserve(text.size());
    for (char const c : text) {
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
