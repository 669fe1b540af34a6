#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>

#include <feishu/client/impl/trace_context.hpp>
#include <feishu/core/impl/trimmed.hpp>
#include <feishu/core/validate.hpp>

namespace feishu::detail {

inline bool is_lower_hex(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef") == text.npos;
}

// version "-" trace-id "-" parent-id "-" flags, of which the ids must not be zero, and ff is not a version. Fields that a
// later version may append are not known.
FEISHU_DECL bool is_traceparent(std::string_view text) {
    constexpr std::size_t fields[][2] = {{0, 2}, {3, 32}, {36, 16}, {53, 2}};
    if (text.size() != 55 || text[2] != '-' || text[35] != '-' || text[52] != '-' || text.starts_with("ff"))
        return false;
    auto const zero = [&](std::size_t at, std::size_t size) {
        return text.substr(at, size).find_first_not_of('0') == text.npos;
    };
    return std::ranges::all_of(fields,
                               [&](auto const& f) { return is_lower_hex(text.substr(f[0], f[1])); }) &&
           !zero(3, 32) && !zero(36, 16);
}

// The key begins with a letter or a digit; its vendor may follow after @.
inline bool is_tracestate_entry(std::string_view entry) {
    constexpr std::string_view first = "abcdefghijklmnopqrstuvwxyz0123456789";
    auto const equals = entry.find('=');
    if (equals == entry.npos || equals == 0 || equals > 256 || entry.size() - equals > 257)
        return false;
    auto const key = entry.substr(0, equals);
    auto const value = entry.substr(equals + 1);
    auto const in_value = [](char c) { return c >= ' ' && c <= '~' && c != '='; };
    return first.find(key.front()) != first.npos &&
           key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-*/@") == key.npos && !value.empty() &&
           std::ranges::all_of(value, in_value);
}

// Up to 32 entries key=value, separated by commas, within 512 bytes. Blanks around entries and empty ones are allowed,
// because a program may pass on what it has received.
inline bool is_tracestate(std::string_view text) {
    if (text.size() > 512 || std::ranges::count(text, ',') >= 32)
        return false;
    for (;;) {
        auto const end = text.find(',');
        if (auto const entry = trimmed(text.substr(0, end), " \t");
            !entry.empty() && !is_tracestate_entry(entry))
            return false;
        if (end == text.npos)
            return true;
        text.remove_prefix(end + 1);
    }
}

FEISHU_DECL result<void> add_trace_context(http::header_list& headers, endpoint_spec const& spec,
                                           std::string_view traceparent, std::string_view tracestate) {
    if (traceparent.empty() && tracestate.empty())
        return {};
    violations problems;
    if (!is_traceparent(traceparent))
        problems.add("traceparent",
                     "must have the form 00-<32 hex digits>-<16 hex digits>-<2 hex digits>, in lower case");
    if (!tracestate.empty() && !is_tracestate(tracestate))
        problems.add("tracestate", "must be a list of up to 32 entries key=value, within 512 bytes");
    if (!problems.empty())
        return validation_error(spec.id, std::move(problems));
    headers.push_back({"traceparent", traceparent});
    if (!tracestate.empty())
        headers.push_back({"tracestate", tracestate});
    return {};
}

} // namespace feishu::detail
