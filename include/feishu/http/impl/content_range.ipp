#pragma once

#include <charconv>
#include <limits>
#include <system_error>

#include <feishu/http/header_list.hpp>
#include <feishu/http/impl/content_range.hpp>

namespace feishu::http::detail {

FEISHU_DECL std::optional<std::uint64_t> parse_byte_count(std::string_view text) {
    std::uint64_t number = 0;
    auto const* const end = text.data() + text.size();
    auto const [parsed, failed] = std::from_chars(text.data(), end, number);
    if (text.empty() || failed != std::errc{} || parsed != end)
        return std::nullopt;
    return number;
}

FEISHU_DECL std::optional<content_range> parse_content_range(std::string_view text) {
    constexpr std::string_view unit = "bytes ";
    if (!iequals(text.substr(0, unit.size()), unit))
        return std::nullopt;
    text.remove_prefix(unit.size());
    auto const slash = text.find('/');
    if (slash == text.npos)
        return std::nullopt;
    auto const range = text.substr(0, slash);
    auto const total = text.substr(slash + 1);
    content_range out{.size = parse_byte_count(total)};
    if (!out.size && total != "*")
        return std::nullopt;
    if (range == "*")
        return out.size ? std::optional(out) : std::nullopt;
    auto const dash = range.find('-');
    auto const first = parse_byte_count(range.substr(0, dash));
    auto const last = dash != range.npos ? parse_byte_count(range.substr(dash + 1)) : std::nullopt;
    if (!first || !last || *first > *last || *last == (std::numeric_limits<std::uint64_t>::max)() ||
        (out.size && *last >= *out.size))
        return std::nullopt;
    out.begin = *first;
    out.end = *last + 1;
    return out;
}

} // namespace feishu::http::detail
