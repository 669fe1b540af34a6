#pragma once

#include <algorithm>
#include <utility>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/emulator/impl/gateway/envelope.hpp>
#include <feishu/json/impl/escape.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL void append_string_member(std::string& out, std::string_view name, std::string_view value) {
    out += '"';
    out += name;
    out += "\":\"";
    json::append_escaped(out, utf8::to_well_formed(value));
    out += '"';
}

inline std::string field_violations(error const& why, incoming const& in) {
    std::string out = ",\"field_violations\":[";
    std::string_view separator;
    for (auto const& problem : why.violations) {
        out += separator;
        separator = ",";
        out += '{';
        append_string_member(out, "field", problem.field);
        if (auto const* value = in.find(problem.field)) {
            out += ',';
            append_string_member(out, "value", *value);
        }
        out += ',';
        append_string_member(out, "description", problem.field + " " + problem.message());
        out += '}';
    }
    out += ']';
    return out;
}

FEISHU_DECL response success_response(endpoint_spec const& spec, std::string const& fields) {
    response out;
    if (spec.envelope == envelope::flat) {
        out.body = R"({"code":0,"msg":"ok")";
        if (fields.size() > 2) // more than {}
            out.body += ',';
        out.body += std::string_view(fields).substr(1);
    } else if (spec.envelope == envelope::none) {
        out.body = fields;
    } else if (spec.envelope == envelope::value) { // {"items":[…]}
        auto const colon = fields.find(':');
        out.body = colon == std::string::npos ? "null" : fields.substr(colon + 1, fields.size() - colon - 2);
    } else {
        out.body = R"({"code":0,"msg":"success","data":)" + fields + '}';
    }
    return out;
}

FEISHU_DECL response refusal_response(refusal const& why, std::string const& log_id, incoming const& in) {
    auto const code = std::to_string(why.error.code);
    response out;
    out.headers = why.headers;
    out.status = why.error.http_status;
    out.body = "{\"code\":" + code + ',';
    append_string_member(out.body, "msg", why.error.message);
    out.body += ",\"error\":{";
    append_string_member(out.body, "log_id", log_id);
    out.body += ',';
    append_string_member(
        out.body, "troubleshooter",
        "排查建议查看(Troubleshooting suggestions): https://open.feishu.cn/search?from=openapi&log_id=" +
            log_id + "&code=" + code);
    if (!why.error.violations.empty())
        out.body += field_violations(why.error, in);
    out.body += why.members;
    out.body += "}}";
    return out;
}

// The word for a code of the platform.
inline std::string_view oauth_error(int code) {
    switch (code) {
    case 20002:
    case 20048: return "invalid_client";
    case 20003:
    case 20004:
    case 20008:
    case 20010:
    case 20024:
    case 20026:
    case 20037:
    case 20049:
    case 20064:
    case 20065:
    case 20066:
    case 20071:
    case 20073: return "invalid_grant";
    case 20009:
    case 20069:
    case 20074: return "unauthorized_client";
    case 20036: return "unsupported_grant_type";
    case 20068: return "invalid_scope";
    case 2200:
    case 20050: return "server_error";
    case 20072: return "temporarily_unavailable";
    default: return "invalid_request";
    }
}

FEISHU_DECL response oauth_refusal_response(feishu::error const& why) {
    response out;
    out.status = why.http_status;
    auto description = std::string_view(why.message);
    auto word = oauth_error(why.code);
    out.body = "{";
    if (why.code != 0) {
        out.body += "\"code\":" + std::to_string(why.code) + ',';
    } else { // "word: description"
        word = description.substr(0, description.find(':'));
        description.remove_prefix((std::min)(word.size() + 2, description.size()));
    }
    append_string_member(out.body, "error", word);
    out.body += ',';
    append_string_member(out.body, "error_description", description);
    out.body += '}';
    return out;
}

FEISHU_DECL std::vector<http::header> rate_limit_headers(int limit, std::chrono::seconds reset) {
    auto const seconds = std::to_string(reset.count());
    return {{"x-ogw-ratelimit-limit", std::to_string(limit)},
            {"x-ogw-ratelimit-reset", seconds},
            {"Retry-After", seconds}};
}

FEISHU_DECL response text_response(int status, std::string text) {
    return {.status = status,
            .headers = {{"Content-Type", "text/plain; charset=utf-8"}},
            .body = std::move(text)};
}

FEISHU_DECL error completed_error(endpoint_spec const& spec, error from_handler) {
    auto& status = from_handler.http_status;
    if (status < 200 || status > 599) // not set, or not one that ends a request
        status = from_handler.code == 0 ? 500 : 400;
    if (from_handler.code == 0 && !speaks_oauth(spec) && spec.envelope != envelope::redirect)
        from_handler.code = 2200;
    return from_handler;
}

} // namespace feishu::emulator::detail
