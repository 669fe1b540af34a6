#pragma once
// Percent-decoding of paths, queries, forms and the credentials of proxies. target.hpp encodes.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/impl/hex.hpp>

namespace feishu::http {

/// Appends `text` with `%E4%BD%A0`, and `+` when `plus_is_space`, decoded. False when a `%` is not followed
/// by two hexadecimal digits.
inline bool percent_decode(std::string_view text, bool plus_is_space, std::string& out) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += plus_is_space && text[i] == '+' ? ' ' : text[i];
            continue;
        }
        if (text.size() - i < 3)
            return false;
        auto const high = feishu::detail::hex_value(text[i + 1]);
        auto const low = feishu::detail::hex_value(text[i + 2]);
        if (high < 0 || low < 0)
            return false;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return true;
}

/// Names and values in order, decoded.
using query_pairs = std::vector<std::pair<std::string, std::string>>;

/// Splits and decodes `a=1&b=2`; false if the percent-encoding is malformed.
inline bool parse_query(std::string_view text, query_pairs& out) {
    while (!text.empty()) {
        auto const pair = text.substr(0, text.find('&'));
        text.remove_prefix(pair.size() == text.size() ? pair.size() : pair.size() + 1);
        if (pair.empty())
            continue;
        auto const equals = pair.find('=');
        auto& [key, value] = out.emplace_back();
        if (!percent_decode(pair.substr(0, equals), true, key))
            return false;
        if (equals != std::string_view::npos && !percent_decode(pair.substr(equals + 1), true, value))
            return false;
    }
    return true;
}

} // namespace feishu::http
