#pragma once

#include <exception>
#include <optional>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/http/impl/percent.hpp>
#include <feishu/json/impl/escape.hpp>

namespace feishu::emulator {
namespace detail {

// A refusal, and members of the answer's `error` object that only this one has.
struct refusal {
    error why{};
    std::string extra{}; // `,"name":value`
};

inline std::optional<verb> find_verb(std::string_view method) {
    for (auto const v : {verb::get, verb::post, verb::put, verb::patch, verb::delete_})
        if (to_string(v) == method)
            return v;
    return std::nullopt;
}

// `"name":"value"`. A refusal quotes the request, which may hold any bytes; the answer is UTF-8.
inline void append_string_member(std::string& out, std::string_view name, std::string_view value) {
    out += '"';
    out += name;
    out += "\":\"";
    for (;;) {
        auto const invalid_at = utf8::scan(value).invalid_at;
        json::append_escaped(out, value.substr(0, invalid_at));
        if (invalid_at == std::string_view::npos)
            break;
        out += "\uFFFD";
        value.remove_prefix(invalid_at + 1);
    }
    out += '"';
}

// The token's kind by its looks.
inline token kind_of(std::string_view value) {
    if (value.starts_with("t-"))
        return token::tenant;
    if (value.starts_with("u-"))
        return token::user;
    return value.starts_with("a-") ? token::app : token::none;
}

inline int invalid_code(token kind) {
    switch (kind) {
    case token::user: return 99991668;
    case token::app: return 99991664;
    case token::tenant:
    case token::none: break;
    }
    return 99991663;
}

inline std::string_view bearer(request const& req) {
    constexpr std::string_view scheme = "Bearer ";
    auto value = http::find_header(req.headers, "Authorization");
    if (!http::iequals(value.substr(0, scheme.size()), scheme))
        return {};
    value.remove_prefix(scheme.size());
    while (value.starts_with(' '))
        value.remove_prefix(1);
    return value;
}

// The scopes of which one is missing; empty when all groups are served.
inline scope_group missing_scopes(endpoint_spec const& spec, std::set<std::string> const& granted) {
    for (auto const& group : spec.scopes) {
        bool served = group.empty();
        for (auto const scope : group)
            served = served || granted.contains(std::string(scope));
        if (!served)
            return group;
    }
    return {};
}

inline refusal refuse_scopes(int code, scope_group const& scopes) {
    refusal out{refuse(code), {}};
    if (code == 99991672)
        out.why.message += " One of the following scopes is required: [";
    else
        out.why.message += " required one of these privileges under the user identity: [";
    out.extra = ",\"permission_violations\":[";
    std::string_view separator;
    for (auto const scope : scopes) {
        out.why.message += separator.empty() ? "" : ", ";
        out.why.message += scope;
        out.extra += separator;
        out.extra += R"({"type":"action_scope_required",)";
        append_string_member(out.extra, "subject", scope);
        out.extra += '}';
        separator = ",";
    }
    out.why.message += ']';
    out.extra += ']';
    return out;
}

// Whose token is it, and may it do this?
inline std::optional<refusal> authorize(state& tenant, endpoint_spec const& spec, request const& req,
                                        caller& who) {
    if (spec.tokens == token::none)
        return std::nullopt;
    auto const value = bearer(req);
    if (value.empty())
        return refusal{refuse(99991661), {}};
    who.kind = kind_of(value);
    if (who.kind == token::none || !accepts(spec.tokens, who.kind))
        return refusal{refuse(99991671), {}};
    auto const* issued = tenant.find_token(value);
    auto const* app = issued != nullptr ? tenant.find_app(issued->app) : nullptr;
    if (app == nullptr)
        return refusal{refuse(invalid_code(who.kind)), {}};
    who.app = *app;
    if (issued->kind == token::user)
        if (auto const* user = tenant.find_user(issued->user))
            who.user = *user;
    if (app->scopes)
        if (auto const missing = missing_scopes(spec, *app->scopes); !missing.empty())
            return refuse_scopes(99991672, missing);
    if (issued->scopes)
        if (auto const missing = missing_scopes(spec, *issued->scopes); !missing.empty())
            return refuse_scopes(99991679, missing);
    return std::nullopt;
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

inline response refused(refusal const& no, std::string const& log_id, incoming const& in) {
    response out;
    out.status = no.why.http_status;
    out.body = "{\"code\":" + std::to_string(no.why.code) + ',';
    append_string_member(out.body, "msg", no.why.message);
    out.body += ",\"error\":{";
    append_string_member(out.body, "log_id", log_id);
    out.body += ',';
    append_string_member(
        out.body, "troubleshooter",
        "排查建议查看(Troubleshooting suggestions): https://open.feishu.cn/search?from=openapi&log_id=" +
            log_id + "&code=" + std::to_string(no.why.code));
    if (!no.why.violations.empty())
        out.body += field_violations(no.why, in);
    out.body += no.extra;
    out.body += "}}";
    return out;
}

inline response accepted(endpoint_spec const& spec, std::string const& fields) {
    response out;
    if (spec.envelope == envelope::flat) {
        out.body = R"({"code":0,"msg":"ok")";
        if (fields.size() > 2) // more than {}
            out.body += ',';
        out.body += std::string_view(fields).substr(1);
    } else {
        out.body = R"({"code":0,"msg":"success","data":)" + fields + '}';
    }
    return out;
}

// Gateways answer in plain text when there is no API to answer in JSON.
inline response plain(int status, std::string text) {
    response out;
    out.status = status;
    out.headers.push_back({"Content-Type", "text/plain; charset=utf-8"});
    out.body = std::move(text);
    return out;
}

inline bool decode_path(route const& found, incoming& in) {
    for (auto const& [name, text] : found.path) {
        auto& [key, value] = in.path.emplace_back(std::string(name), std::string());
        if (!http::percent_decode(text, false, value))
            return false;
    }
    return true;
}

} // namespace detail

FEISHU_DECL void dispatcher::add(detail::operation operation) {
    auto shared = std::make_shared<detail::operation>(std::move(operation));
    std::lock_guard const lock(mutex_);
    for (std::size_t i = 0; i < specs_.size(); ++i)
        if (specs_[i]->method == shared->spec->method && specs_[i]->path == shared->spec->path) {
            specs_[i] = shared->spec;
            operations_[i] = std::move(shared);
            return;
        }
    specs_.push_back(shared->spec);
    operations_.push_back(std::move(shared));
}

FEISHU_DECL std::vector<endpoint_spec const*> dispatcher::specs() const {
    std::lock_guard const lock(mutex_);
    return specs_;
}

FEISHU_DECL route dispatcher::find(verb method, std::string_view path,
                                   std::shared_ptr<detail::operation>& found) const {
    std::lock_guard const lock(mutex_);
    auto const where = feishu::detail::find_route(specs_.data(), specs_.size(), method, path);
    if (where.found())
        found = operations_[where.index];
    return where;
}

FEISHU_DECL void dispatcher::serve_path(verb method, std::string path,
                                        std::function<response(request const&)> handler) {
    std::lock_guard const lock(mutex_);
    plain_paths_.push_back({method, std::move(path), std::move(handler)});
}

FEISHU_DECL std::function<response(request const&)> dispatcher::find_plain(std::string_view method,
                                                                           std::string_view path) const {
    std::lock_guard const lock(mutex_);
    for (auto const& one : plain_paths_)
        if (one.path == path && to_string(one.method) == method)
            return one.handler;
    return {};
}

FEISHU_DECL response dispatcher::handle_request(request const& req) {
    received log{.method = req.method, .target = req.target, .body = req.body};
    log.log_id = tenant_->make_log_id();
    auto out = answer(req, log);
    if (http::find_header(out.headers, "Content-Type").empty())
        out.headers.push_back({"Content-Type", "application/json; charset=utf-8"});
    out.headers.push_back({"X-Tt-Logid", log.log_id});
    log.status = out.status;
    std::lock_guard const lock(mutex_);
    log_.push_back(std::move(log));
    return out;
}

FEISHU_DECL response dispatcher::answer(request const& req, received& log) {
    auto const path = std::string_view(req.target).substr(0, req.target.find_first_of("?#"));
    if (auto const handler = find_plain(req.method, path))
        return handler(req);
    auto const method = detail::find_verb(req.method);
    std::shared_ptr<detail::operation> serving;
    auto const found = find(method.value_or(verb::get), path, serving);
    if (!found.found() && !found.other_method)
        return detail::plain(404, "404 page not found: the emulator does not serve " + std::string(path));
    if (!found.found() || !method)
        return detail::plain(405, "405 method not allowed: " + req.method);

    auto& operation = *serving;
    log.endpoint = operation.spec->id;
    incoming in{.content_type = http::find_header(req.headers, "Content-Type"), .body = req.body};
    auto const refuse_with = [&](detail::refusal const& no) {
        log.code = no.why.code;
        return detail::refused(no, log.log_id, in);
    };
    auto const query = path.size() < req.target.size() && req.target[path.size()] == '?'
                           ? std::string_view(req.target).substr(path.size() + 1)
                           : std::string_view{};
    if (!detail::decode_path(found, in) || !parse_query(query.substr(0, query.find('#')), in.query))
        return refuse_with({refuse(9499, "malformed percent-encoding"), {}});
    caller who;
    if (auto const no =
            tenant_.with([&](state& s) { return detail::authorize(s, *operation.spec, req, who); }))
        return refuse_with(*no);
    try {
        auto const fields = operation.run(tenant_, who, in);
        if (fields)
            return detail::accepted(*operation.spec, *fields);
        auto why = fields.error();
        if (why.http_status == 0) // an error that a handler made by hand
            why.http_status = why.code == 0 ? 500 : 400;
        if (why.code == 0)
            why.code = 2200;
        return refuse_with({std::move(why), {}});
    } catch (std::exception const& e) {
        return refuse_with({refuse(2200, e.what()), {}});
    } catch (...) {
        return refuse_with({refuse(2200), {}});
    }
}

FEISHU_DECL std::vector<received> dispatcher::requests() const {
    std::lock_guard const lock(mutex_);
    return log_;
}

FEISHU_DECL void dispatcher::clear_requests() {
    std::lock_guard const lock(mutex_);
    log_.clear();
}

} // namespace feishu::emulator
