#pragma once
// trimmed: a text without the blanks around it.

#include <string_view>

namespace feishu::detail {

/// `text` without the characters of `blanks` at its beginning and its end.
constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n") {
    auto const begin = text.find_first_not_of(blanks);
    return begin == text.npos ? std::string_view()
                              : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

} // namespace feishu::detail
