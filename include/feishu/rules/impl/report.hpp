#pragma once
// Reporting of violations for rules across fields: an entry of a list, a limit that depends on another field.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <feishu/core/violation.hpp>

namespace feishu::detail {

/// Reports `list[index].member`; `text` completes "<field> …".
constexpr void add_at(violations& found, std::string_view list, std::size_t index, std::string_view member,
                      std::string_view text) {
    violation v;
    v.field = list;
    v.field += '[';
    append_decimal(v.field, static_cast<std::int64_t>(index));
    v.field += ']';
    if (!member.empty())
        v.field += '.';
    v.field += member;
    v.rule = rule::other;
    v.text = text;
    found.add(v);
}

/// Reports that the size `actual` of `field` violates `limit`.
constexpr void add_limit(violations& found, std::string_view field, rule broken, std::size_t limit,
                         std::size_t actual) {
    violation v;
    v.field = field;
    v.rule = broken;
    v.limit = static_cast<std::int64_t>(limit);
    v.actual = static_cast<std::int64_t>(actual);
    found.add(v);
}

} // namespace feishu::detail
