#pragma once
// Text without regard to case, for searches and e-mail addresses. Only ASCII letters have a case here.

#include <cstddef>
#include <string>
#include <string_view>

namespace feishu::emulator {

namespace detail {

constexpr char folded_character(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace detail

/// Equal for texts that differ in case only.
inline std::string folded(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = detail::folded_character(c);
    return out;
}

/// Where a text contains a folded one; npos if it does not.
constexpr std::size_t find_folded(std::string_view text, std::string_view folded_query) {
    for (std::size_t at = 0; at + folded_query.size() <= text.size(); ++at) {
        std::size_t same = 0;
        while (same < folded_query.size() && detail::folded_character(text[at + same]) == folded_query[same])
            ++same;
        if (same == folded_query.size())
            return at;
    }
    return std::string_view::npos;
}

/// The text with the first match of a query in `<h>`.
inline std::string highlighted(std::string const& text, std::string_view query) {
    auto const at = query.empty() ? std::string::npos : find_folded(text, folded(query));
    if (at == std::string::npos)
        return text;
    return text.substr(0, at) + "<h>" + text.substr(at, query.size()) + "</h>" + text.substr(at + query.size());
}

} // namespace feishu::emulator
