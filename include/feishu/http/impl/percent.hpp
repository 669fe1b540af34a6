#pragma once
// Percent-encoding taken back, as in paths, queries and the user names of proxies. Encoding is in target.hpp.

#include <cstddef>
#include <string>
#include <string_view>

namespace feishu::http {

/// Appends `text` with `%E4%BD%A0`, and if wanted `+`, decoded; false when a `%` is not
/// followed by two hexadecimal digits.
inline bool percent_decode(std::string_view text, bool plus_is_space, std::string& out) {
    auto const digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += plus_is_space && text[i] == '+' ? ' ' : text[i];
            continue;
        }
        if (text.size() - i < 3)
            return false;
        auto const high = digit(text[i + 1]);
        auto const low = digit(text[i + 2]);
        if (high < 0 || low < 0)
            return false;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return true;
}

} // namespace feishu::http
