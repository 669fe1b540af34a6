#pragma once

#include <string>
#include <string_view>

#include <feishu/http/impl/build.hpp>
#include <feishu/http/impl/multipart.hpp>
#include <feishu/http/impl/parameter_text.hpp>
#include <feishu/http/impl/random.hpp>
#include <feishu/http/target.hpp>
#include <feishu/json/write.hpp>

namespace feishu::http::detail {

inline constexpr std::string_view json_type = "application/json; charset=utf-8";

inline void build_multipart(request& out, request_table const& table, void const* endpoint) {
    multipart_builder form("feishu-" + random_hex(24));
    for_each_in(table, location::multipart, endpoint, [&](json::member_encoder const& member, void const* value) {
        for_each_upload(*member.type, value, [&](field::upload const& file) { form.add_file(member.name, file); });
        for_each_text(*member.type, value, [&](std::string_view text) { form.add_field(member.name, text); });
    });
    out.headers.push_back({"Content-Type", form.content_type()});
    out.source = form.finish();
}

// The body is the value of one member.
inline void build_single(request& out, request_table const& table, void const* endpoint) {
    bool const as_json = table.spec->body == body_format::value;
    for_each_in(table, location::body, endpoint, [&](json::member_encoder const& member, void const* value) {
        if (!json::detail::is_sent(*member.type, value))
            return;
        if (as_json) {
            json::detail::append_value(out.body, *member.type, value, json::level::plain, {});
        } else {
            for_each_upload(*member.type, value, [&](field::upload const& file) { out.source = whole_file(file); });
            for_each_text(*member.type, value, [&](std::string_view text) { out.body += text; });
        }
        out.headers.push_back({"Content-Type", as_json ? json_type : table.spec->content_type});
    });
}

FEISHU_DECL request build(request_table const& table, void const* endpoint) {
    request out;
    out.host = table.spec->host;
    out.method = table.spec->method;
    out.target = target_of(table, endpoint);
    for_each_in(table, location::header, endpoint, [&](json::member_encoder const& member, void const* value) {
        // a list is one field for each entry
        for_each_text(*member.type, value, [&](std::string_view text) { out.headers.push_back({member.name, text}); });
    });
    switch (table.body) {
    case body_kind::none: break;
    case body_kind::single: build_single(out, table, endpoint); break;
    case body_kind::multipart: build_multipart(out, table, endpoint); break;
    case body_kind::form:
        append_pairs(out.body, table, location::form, endpoint);
        out.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
        break;
    case body_kind::json:
        json::detail::append_located(out.body, *table.type, endpoint, table.locations, location::body);
        out.headers.push_back({"Content-Type", json_type});
        break;
    case body_kind::empty_object:
        out.body = "{}";
        out.headers.push_back({"Content-Type", json_type});
        break;
    }
    return out;
}

} // namespace feishu::http::detail
