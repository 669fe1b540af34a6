#pragma once

#include <algorithm>
#include <string_view>

#include <feishu/core/impl/invalid_argument.hpp>
#include <feishu/http/impl/field_syntax.hpp>
#include <feishu/http/impl/request_head.hpp>

namespace feishu::http::detail {

/// Header fields that only the transport sets: duplicates would enable request smuggling.
inline bool is_reserved_field(std::string_view name) {
    constexpr std::string_view names[] = {"Host", "Content-Length", "Connection", "Transfer-Encoding"};
    return std::ranges::any_of(names, [&](std::string_view n) { return iequals(n, name); });
}

FEISHU_DECL std::optional<error> check_request(request const& req) {
    auto const visible = [](char c) { return c > ' ' && c < '\x7f'; };
    if (!req.target.starts_with('/') || !std::ranges::all_of(req.target, visible))
        return feishu::detail::invalid_argument("target", "must start with '/' and be percent-encoded");
    for (auto const& field : req.headers) {
        if (!is_token(field.name))
            return feishu::detail::invalid_argument("headers", "has a field whose name is not an HTTP token");
        if (is_reserved_field(field.name))
            return feishu::detail::invalid_argument("headers", "has " + std::string(field.name) + ", which the transport adds itself");
        if (!is_field_value(field.value))
            return feishu::detail::invalid_argument("headers", "has a control character in the value of " + std::string(field.name));
    }
    if (auto const problem = req.source ? req.source->problem() : std::string(); !problem.empty())
        return feishu::detail::invalid_argument("body", "cannot be sent: " + problem);
    return std::nullopt;
}

FEISHU_DECL void append_request_head(std::string& out, request const& req, endpoint_config const& target,
                                     std::uint64_t body_size, bool keep_alive) {
    auto const add = [&out](std::string_view name, std::string_view value) {
        out.append(name).append(": ", 2).append(value).append("\r\n", 2);
    };
    out.append(to_string(req.method)).append(" ");
    out.append(req.target).append(" HTTP/1.1\r\n");
    add("Host", target.host_header);
    if (std::ranges::none_of(req.headers, [](header_view h) { return iequals(h.name, "User-Agent"); }))
        add("User-Agent", target.user_agent);
    if (body_size != 0 || (req.method != verb::get && req.method != verb::delete_))
        add("Content-Length", std::to_string(body_size));
    if (!keep_alive)
        add("Connection", "close");
    for (auto const& field : req.headers)
        add(field.name, field.value);
    out.append("\r\n");
}

} // namespace feishu::http::detail
