#pragma once
// The values of request members outside of JSON: as text, and the files among them.

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include <feishu/core/upload.hpp>
#include <feishu/http/impl/request_table.hpp>
#include <feishu/json/impl/encoder.hpp>

namespace feishu::http::detail {

/// Calls `f(type, value)` with the value inside of wrappers: never if it is not sent, once per entry for a list.
template <class F>
void for_each_entry(json::encoder const& type, void const* value, F const& f) {
    using enum reflect::member_kind;
    if (!json::detail::is_sent(type, value))
        return;
    switch (type.kind) {
    case wrapper:
    case optional: return for_each_entry(*type.element, type.inner(value), f);
    case list:
    case limited_list:
        return json::detail::for_each_entry(
            type, value, [&](std::string_view, void const* item) { for_each_entry(*type.element, item, f); });
    default: return f(type, value);
    }
}

/// Calls `f(text)` with each entry as text.
template <class F>
void for_each_text(json::encoder const& type, void const* value, F const& f) {
    auto const digits = [&f](auto number) {
        char buffer[32];
        auto const* end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
        f(std::string_view(buffer, static_cast<std::size_t>(end - buffer)));
    };
    for_each_entry(type, value, [&](json::encoder const& one, void const* entry) {
        using enum reflect::member_kind;
        switch (one.kind) {
        case boolean: return f(std::string_view(json::detail::encoded<bool>(entry) ? "true" : "false"));
        case number:
        case limited_number: return json::detail::visit_number(one, entry, digits);
        case time: return digits(json::detail::encoded<std::int64_t>(entry));
        case enumeration: return one.is_number ? f(std::string_view(one.digits(entry))) : f(one.text(entry));
        case document: return f(std::string_view(one.document(entry)->document()));
        case text:
        case limited_text: return f(one.text(entry));
        default: return; // an upload; request_table.hpp refuses all others
        }
    });
}

/// Calls `f(upload)` with each file.
template <class F>
void for_each_upload(json::encoder const& type, void const* value, F const& f) {
    for_each_entry(type, value, [&](json::encoder const& one, void const* entry) {
        if (one.kind == reflect::member_kind::upload)
            f(json::detail::encoded<field::upload>(entry));
    });
}

/// Calls `f(member, value)` with each member that `where` carries.
template <class F>
void for_each_in(request_table const& table, location where, void const* request, F const& f) {
    for (std::size_t i = 0; i < table.type->member_count; ++i)
        if (table.locations[i] == where)
            f(table.type->members[i], table.type->members[i].of(request));
}

} // namespace feishu::http::detail
