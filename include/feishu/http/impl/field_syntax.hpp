#pragma once
// The syntax of HTTP header fields (RFC 9110 5.1 and 5.5).

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include <feishu/http/impl/url_parts.hpp>

namespace feishu::http::detail {

/// By character: whether it may be in a token.
inline constexpr auto token_characters = [] {
    std::array<bool, 256> out{};
    for (std::size_t c = 0; c < out.size(); ++c)
        out[c] = is_alnum(static_cast<char>(c));
    for (char const c : std::string_view("!#$%&'*+-.^_`|~"))
        out[static_cast<unsigned char>(c)] = true;
    return out;
}();

/// True for a valid field name.
constexpr bool is_token(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return token_characters[static_cast<unsigned char>(c)]; });
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
