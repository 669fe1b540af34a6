#pragma once

#include <algorithm>
#include <cstddef>

#include <feishu/core/impl/trimmed.hpp>
#include <feishu/core/impl/utf8.hpp>
#include <feishu/http/header_list.hpp>
#include <feishu/http/impl/content_disposition.hpp>
#include <feishu/http/impl/percent.hpp>

namespace feishu::http::detail {

inline constexpr std::size_t max_file_name = 255; ///< bytes, of common file systems

inline constexpr std::string_view header_blanks = " \t";

// A quoted string from its opening quote on. A backslash escapes quotes and itself only: some servers send the
// path of a Windows file unescaped.
inline std::string take_quoted(std::string_view& rest) {
    std::string out;
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != '"') {
        if (rest.front() == '\\' && rest.size() > 1 && (rest[1] == '"' || rest[1] == '\\'))
            rest.remove_prefix(1);
        out += rest.front();
        rest.remove_prefix(1);
    }
    rest.remove_prefix((std::min)(rest.find(';'), rest.size()));
    return out;
}

FEISHU_DECL std::optional<disposition_parameter> take_parameter(std::string_view& rest) {
    auto const begin = rest.find_first_not_of("; \t");
    if (begin == rest.npos)
        return std::nullopt;
    rest.remove_prefix(begin);
    auto const name = rest.substr(0, rest.find_first_of("=;"));
    rest.remove_prefix(name.size());
    disposition_parameter out{feishu::detail::trimmed(name, header_blanks), {}};
    if (!rest.starts_with('='))
        return out;
    rest.remove_prefix((std::min)(rest.find_first_not_of(" \t", 1), rest.size()));
    if (rest.starts_with('"')) {
        out.value = take_quoted(rest);
    } else {
        auto const value = rest.substr(0, rest.find(';'));
        rest.remove_prefix(value.size());
        out.value = feishu::detail::trimmed(value, header_blanks);
    }
    return out;
}

inline bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

inline std::string from_latin_1(std::string_view text) {
    std::string out;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
        } else {
            out += static_cast<char>(0xC0 | (byte >> 6));
            out += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return out;
}

// `UTF-8'en'%E6%8A%A5.pdf`; empty if it is malformed or in another character set.
inline std::string decode_extended(std::string_view value) {
    auto const charset = value.substr(0, value.find('\''));
    auto const language_end = value.find('\'', charset.size() + 1);
    if (charset.size() == value.size() || language_end == value.npos)
        return {};
    std::string out;
    if (!percent_decode(value.substr(language_end + 1), false, out))
        return {};
    if (iequals(charset, "ISO-8859-1"))
        return from_latin_1(out);
    return iequals(charset, "UTF-8") && utf8::scan(out).valid() ? out : std::string();
}

// As browsers do: percent-encoded if it can be.
inline std::string decode_plain(std::string_view value) {
    std::string decoded;
    if (percent_decode(value, false, decoded) && utf8::scan(decoded).valid() &&
        std::ranges::none_of(decoded, is_control))
        return decoded;
    return utf8::scan(value).valid() ? std::string(value) : from_latin_1(value);
}

// Characters that make a name look like another one: U+202A to U+202E and U+2066 to U+2069.
inline bool starts_with_bidi_control(std::string_view text) {
    if (text.size() < 3 || text[0] != '\xE2')
        return false;
    auto const last = static_cast<unsigned char>(text[2]);
    return (text[1] == '\x80' && last >= 0xAA && last <= 0xAE) ||
           (text[1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

// Shortens the name before its extension, between two characters.
inline void shorten(std::string& name) {
    if (name.size() <= max_file_name)
        return;
    auto const dot = name.rfind('.');
    auto const extension = dot != name.npos && name.size() - dot <= 16 ? name.substr(dot) : std::string();
    name.resize(utf8::prefix(name, max_file_name - extension.size()).size());
    name += extension;
}

FEISHU_DECL std::string safe_file_name(std::string_view name) {
    constexpr std::string_view reserved = "<>:\"|?*";
    if (auto const slash = name.find_last_of("/\\"); slash != name.npos)
        name.remove_prefix(slash + 1);
    std::string out;
    while (!name.empty()) {
        std::size_t const skip = starts_with_bidi_control(name) ? 3 : is_control(name.front()) ? 1 : 0;
        if (skip == 0)
            out += reserved.find(name.front()) == reserved.npos ? name.front() : '_';
        name.remove_prefix((std::max)(skip, std::size_t{1}));
    }
    out = feishu::detail::trimmed(out, header_blanks);
    shorten(out);
    out = feishu::detail::trimmed(out, header_blanks);
    return out == "." || out == ".." ? std::string() : out;
}

FEISHU_DECL std::string file_name_in(std::string_view content_disposition) {
    std::string plain, extended;
    while (auto const parameter = take_parameter(content_disposition)) {
        if (iequals(parameter->name, "filename*") && extended.empty())
            extended = decode_extended(parameter->value);
        else if (iequals(parameter->name, "filename") && plain.empty())
            plain = decode_plain(parameter->value);
    }
    auto name = safe_file_name(extended);
    return name.empty() ? safe_file_name(plain) : name;
}

} // namespace feishu::http::detail
