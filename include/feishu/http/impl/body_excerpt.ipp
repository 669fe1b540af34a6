#pragma once

#include <algorithm>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/http/impl/body_excerpt.hpp>
#include <feishu/http/impl/url_parts.hpp>

namespace feishu::http::detail {

/// Replaces control characters and what is not UTF-8, and omits a last character that is cut off; adds the number
/// of replaced ones to `replaced`.
inline std::string printable_text(std::string_view bytes, std::size_t& replaced) {
    std::string out;
    auto const replace = [&](std::string_view) {
        out += '?';
        ++replaced;
    };
    auto const append = [&](std::string_view text) {
        for (char const c : text)
            if (c == '\n' || c == '\r' || c == '\t')
                out += ' ';
            else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                replace({});
            else
                out += c;
    };
    utf8::split(utf8::without_truncated_end(bytes), append, replace);
    return out;
}

FEISHU_DECL std::string printable_beginning(std::string_view text, std::size_t most) {
    std::size_t ignored = 0;
    return printable_text(text.substr(0, most), ignored);
}

FEISHU_DECL bool is_secret_name(std::string_view name) {
    auto const text = lower(name);
    constexpr std::string_view words[] = {"token", "secret", "ticket", "password", "authorization"};
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// Position of the closing quote of the JSON string that begins at the quote `at`, or the end of `text`.
inline std::size_t string_end(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at)
        at += text[at] == '\\' ? 1u : 0u;
    return (std::min)(at, text.size());
}

/// Replaces the value in "name": value by *** if the name is that of a secret. A list or an object as the value ends the
/// text, for its own end may be missing.
inline std::string redacted_members(std::string_view text) {
    enum class after { anything, secret_name, its_colon };
    std::string out;
    auto state = after::anything;
    for (std::size_t at = 0; at < text.size();) {
        char const c = text[at];
        if (c == '"') {
            auto const end = string_end(text, at);
            auto const content = text.substr(at + 1, end - at - 1);
            bool const hidden = state == after::its_colon;
            out.append("\"").append(hidden ? "***" : content).append(end < text.size() ? "\"" : "");
            state = !hidden && is_secret_name(content) ? after::secret_name : after::anything;
            at = end + 1;
        } else if (state == after::its_colon && c != ' ') {
            out += "***";
            if (c == '[' || c == '{')
                return out;
            at = (std::min)(text.find_first_of(",}]", at), text.size());
            state = after::anything;
        } else {
            if (c == ':' && state == after::secret_name)
                state = after::its_colon;
            else if (c != ' ')
                state = after::anything;
            out += c;
            ++at;
        }
    }
    return out;
}

/// The same for name=value, as in addresses and forms.
inline std::string redacted(std::string_view text) {
    auto out = redacted_members(text);
    for (auto at = out.find('='); at != out.npos; at = out.find('=', at + 1)) {
        auto const name = out.find_last_of(" \t&?;,\"'<>{}()/", at) + 1; // npos + 1 is the beginning
        if (is_secret_name(std::string_view(out).substr(name, at - name)))
            out.replace(at + 1, (std::min)(out.find_first_of(" \t&;,\"'<>{}()", at + 1), out.size()) - at - 1, "***");
    }
    return out;
}

FEISHU_DECL std::string body_excerpt(std::string_view beginning, std::string_view content_type) {
    if (beginning.empty())
        return ", empty body";
    std::size_t replaced = 0;
    auto const text = printable_text(beginning, replaced);
    auto const type = content_type.empty() ? std::string() : " (" + printable_beginning(content_type, 100) + ")";
    bool const binary = text.empty() || beginning.find('\0') != beginning.npos || replaced * 2 > text.size();
    return type + (binary ? ": a body that is not text" : ": " + redacted(text));
}

} // namespace feishu::http::detail
