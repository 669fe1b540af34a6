#pragma once
// The syntax of HTTP header fields (RFC 9110 5.1 and 5.5).

#include <algorithm>
#include <string_view>

#include <feishu/http/impl/url_parts.hpp>

namespace feishu::http::detail {

/// True for a valid field name.
constexpr bool is_token(std::string_view text) {
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return !text.empty() &&
           std::ranges::all_of(text, [&](char c) { return is_alnum(c) || others.find(c) != others.npos; });
}

/// False for a value with line breaks or other control characters, which could inject header fields or
/// messages.
constexpr bool is_field_value(std::string_view text) {
    return std::ranges::none_of(text, [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7f;
    });
}

} // namespace feishu::http::detail
