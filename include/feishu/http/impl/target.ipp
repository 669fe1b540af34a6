#pragma once

#include <algorithm>

#include <feishu/core/impl/hex.hpp>
#include <feishu/http/impl/parameter_text.hpp>
#include <feishu/http/target.hpp>

namespace feishu::http {

FEISHU_DECL void append_encoded(std::string& out, std::string_view text) {
    constexpr auto is_reserved = [](char c) {
        bool const unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                c == '-' || c == '.' || c == '_' || c == '~';
        return !unreserved;
    };
    while (!text.empty()) {
        auto const plain = static_cast<std::size_t>(std::ranges::find_if(text, is_reserved) - text.begin());
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty())
            return;
        feishu::detail::append_hex(out += '%', text.substr(0, 1), feishu::detail::upper_hex_digits);
        text.remove_prefix(1);
    }
}

namespace detail {

inline void append_path(std::string& out, request_table const& table, void const* request) {
    auto const path = table.spec->path;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < path.size();) {
        auto const name = feishu::detail::next_placeholder(path, at);
        if (name.empty())
            break;
        out += path.substr(copied, at - name.size() - 1 - copied);
        for_each_in(table, location::path, request, [&](json::member_encoder const& member, void const* value) {
            if (member.name == name)
                for_each_text(*member.type, value, [&](std::string_view text) { append_encoded(out, text); });
        });
        copied = at;
    }
    out += path.substr(copied);
}

FEISHU_DECL void append_pairs(std::string& out, request_table const& table, location where, void const* request) {
    std::string_view separator = where == location::query ? "?" : "";
    for_each_in(table, where, request, [&](json::member_encoder const& member, void const* value) {
        for_each_text(*member.type, value, [&](std::string_view text) {
            out += separator;
            separator = "&";
            out += member.name;
            out += '=';
            append_encoded(out, text);
        });
    });
}

FEISHU_DECL std::string target_of(request_table const& table, void const* request) {
    std::string out;
    out.reserve(table.spec->path.size() + 64); // enough for the usual parameters
    append_path(out, table, request);
    append_pairs(out, table, location::query, request);
    return out;
}

} // namespace detail
} // namespace feishu::http
