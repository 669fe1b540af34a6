#pragma once

#include <algorithm>
#include <optional>

#include <feishu/core/impl/guard.hpp>
#include <feishu/emulator/impl/gateway/authorize.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/gateway/envelope.hpp>
#include <feishu/emulator/impl/gateway/file_response.hpp>
#include <feishu/emulator/impl/pages/html.hpp>
#include <feishu/http/impl/percent.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator {
namespace detail {

inline std::optional<verb> find_verb(std::string_view method) {
    for (auto const v : {verb::get, verb::post, verb::put, verb::patch, verb::delete_})
        if (to_string(v) == method)
            return v;
    return std::nullopt;
}

// Both endpoints would get the same requests.
inline bool same_requests(endpoint_spec const& a, endpoint_spec const& b) {
    return a.method == b.method && a.path == b.path && a.body == b.body;
}

inline body_format format_of(std::string_view content_type) {
    return content_type.starts_with("application/x-www-form-urlencoded") ? body_format::form
                                                                         : body_format::json;
}

inline std::string not_served(std::string_view path) {
    return "404 page not found: the emulator does not serve " + std::string(path) +
           "; platform.serve<E>([](emulator::caller const&, E const& request) -> result<R> { ... }) adds the endpoint E, "
           "where R is E::response, or emulator::resource if the response is a file";
}

// Pages show an error, and OAuth 2.0 has a form of its own for it, which the gateway's errors do not have.
inline response refuse_as(endpoint_spec const& spec, refusal const& why, std::string const& log_id, incoming const& in) {
    constexpr int first_of_gateway = 99990000;
    if (spec.envelope == envelope::redirect)
        return error_page(why.error);
    return speaks_oauth(spec) && why.error.code < first_of_gateway ? oauth_refusal_response(why.error)
                                                                   : refusal_response(why, log_id, in);
}

// Path and query.
inline std::pair<std::string_view, std::string_view> split_target(request const& req) {
    auto const target = std::string_view(req.target).substr(0, req.target.find('#'));
    auto const path = target.substr(0, target.find('?'));
    return {path, path.size() < target.size() ? target.substr(path.size() + 1) : std::string_view{}};
}

inline bool decode_path(route_match const& found, incoming& in) {
    for (auto const& [name, text] : found.path) {
        auto& [key, value] = in.path.emplace_back(std::string(name), std::string());
        if (!http::percent_decode(text, false, value))
            return false;
    }
    return true;
}

FEISHU_DECL reply_content write_reply(json::encoder const& type, void const* response) {
    std::string out;
    json::detail::append_value(out, type, response, json::level::plain, {.omit_empty = true});
    return out;
}

inline result<reply_content> execute(operation const& operation, shared_state& tenant, caller const& who,
                                     incoming const& in) {
    auto const& table = *operation.table;
    std::unique_ptr<void, void (*)(void*)> const request(table.make(), table.destroy);
    if (auto refused = parse_object(request.get(), table, in))
        return std::move(*refused);
    return operation.run(operation.handler.get(), tenant, who, request.get());
}

} // namespace detail

FEISHU_DECL void dispatcher::add(detail::operation operation) {
    auto shared = std::make_shared<detail::operation>(std::move(operation));
    std::lock_guard const lock(mutex_);
    for (std::size_t i = 0; i < specs_.size(); ++i)
        if (detail::same_requests(*specs_[i], *shared->table->spec)) {
            specs_[i] = shared->table->spec;
            operations_[i] = std::move(shared);
            return;
        }
    routes_.add(shared->table->spec->path, specs_.size());
    specs_.push_back(shared->table->spec);
    operations_.push_back(std::move(shared));
}

FEISHU_DECL std::vector<endpoint_spec const*> dispatcher::specs() const {
    std::lock_guard const lock(mutex_);
    return specs_;
}

FEISHU_DECL route_match dispatcher::find(verb method, std::string_view path, body_format body,
                                         std::shared_ptr<detail::operation>& found) const {
    std::lock_guard const lock(mutex_);
    auto const positions = routes_.candidates(path);
    std::vector<endpoint_spec const*> specs;
    for (auto const position : positions)
        specs.push_back(specs_[position]);
    auto where = feishu::detail::find_route(specs.data(), specs.size(), method, path, body);
    if (where.found()) {
        where.index = positions[where.index];
        found = operations_[where.index];
    }
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

FEISHU_DECL void dispatcher::protect(std::string prefix,
                                     std::function<std::optional<response>(request const&)> refuse) {
    std::lock_guard const lock(mutex_);
    protected_.push_back({std::move(prefix), std::move(refuse)});
}

FEISHU_DECL std::optional<response> dispatcher::refuse_protected(request const& req, std::string_view path) const {
    std::lock_guard const lock(mutex_);
    for (auto const& one : protected_)
        if (path.starts_with(one.prefix))
            if (auto refused = one.refuse(req))
                return refused;
    return std::nullopt;
}

FEISHU_DECL response dispatcher::handle_request(request const& req, std::string_view fault) {
    auto const begun = std::chrono::steady_clock::now();
    auto log = log_entry(req, fault);
    auto out = respond(req, log);
    if (auto const problem = tenant_.unsaved(); !problem.empty())
        out = detail::refusal_response({.error = refuse(2200, problem)}, log.log_id, {});
    return finish(std::move(out), std::move(log), begun);
}

FEISHU_DECL response dispatcher::refuse_request(request const& req, error why, std::string_view fault) {
    auto const begun = std::chrono::steady_clock::now();
    auto log = log_entry(req, fault);
    auto const method = detail::find_verb(req.method);
    std::shared_ptr<detail::operation> operation;
    auto const body = detail::format_of(http::find_header(req.headers, "Content-Type"));
    if (find(method.value_or(verb::get), detail::split_target(req).first, body, operation).found()) {
        log.endpoint = operation->table->spec->id;
        log.route = operation->table->spec->path;
    }
    log.code = why.code;
    log.message = why.message;
    auto out = detail::refusal_response({.error = std::move(why)}, log.log_id, {});
    return finish(std::move(out), std::move(log), begun);
}

FEISHU_DECL request_log_entry dispatcher::log_entry(request const& req, std::string_view fault) {
    request_log_entry log{.method = req.method, .target = req.target};
    if (!http::find_header(req.headers, "Content-Type").starts_with("multipart/"))
        log.body = req.body;
    tenant_.with([&](state& tenant) {
        log.log_id = tenant.make_log_id();
        log.time = tenant.now();
    });
    log.fault = fault;
    return log;
}

FEISHU_DECL response dispatcher::finish(response out, request_log_entry log,
                                        std::chrono::steady_clock::time_point begun) {
    if (http::find_header(out.headers, "Content-Type").empty())
        out.headers.push_back({"Content-Type", "application/json; charset=utf-8"});
    out.headers.push_back({"X-Tt-Logid", log.log_id});
    if (log.target == "/" || log.target.starts_with("/_emulator/")) // the page and what it asks, which would fill the log
        return out;
    log.status = out.status;
    log.duration =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
    std::lock_guard const lock(mutex_);
    log.sequence = ++logged_;
    log_.push_back(std::move(log));
    if (log_.size() > log_size_)
        log_.pop_front();
    return out;
}

FEISHU_DECL response dispatcher::respond(request const& req, request_log_entry& log) {
    auto const [path, query] = detail::split_target(req);
    if (auto refused = refuse_protected(req, path))
        return std::move(*refused);
    if (auto const handler = find_plain(req.method, path))
        return handler(req);
    auto const method = detail::find_verb(req.method);
    std::shared_ptr<detail::operation> operation;
    auto const body = detail::format_of(http::find_header(req.headers, "Content-Type"));
    auto const found = find(method.value_or(verb::get), path, body, operation);
    if (!found.found() && !found.other_method)
        return detail::text_response(404, detail::not_served(path));
    if (!found.found() || !method)
        return detail::text_response(405, "405 method not allowed: " + req.method);
    return run(*operation, found, query, req, log);
}

FEISHU_DECL response dispatcher::run(detail::operation& operation, route_match const& found,
                                     std::string_view query, request const& req, request_log_entry& log) {
    auto const& spec = *operation.table->spec;
    log.endpoint = spec.id;
    log.route = spec.path;
    incoming in{.content_type = http::find_header(req.headers, "Content-Type"), .body = req.body, .headers = req.headers};
    auto const refuse_with = [&](detail::refusal const& why) {
        log.code = why.error.code;
        log.message = why.error.message;
        log.field = why.error.field;
        return detail::refuse_as(spec, why, log.log_id, in);
    };
    if (!detail::decode_path(found, in) || !http::parse_query(query, in.query))
        return refuse_with({.error = refuse(9499, "malformed percent-encoding")});
    caller who;
    if (auto const why = tenant_.with([&](state& tenant) { return detail::admit(tenant, spec, req, who); }))
        return refuse_with(*why);
    log.app = who.app.app_id;
    result<detail::reply_content> content = refuse(2200);
    if (auto const thrown = feishu::detail::guard([&] { content = detail::execute(operation, tenant_, who, in); }))
        content = refuse(2200, *thrown);
    if (!content)
        return refuse_with({.error = detail::completed_error(spec, content.error())});
    if (auto* page = std::get_if<response>(&*content))
        return std::move(*page);
    if (auto const* file = std::get_if<resource>(&*content))
        return detail::file_response(*file, req);
    return detail::success_response(spec, std::get<std::string>(*content));
}

FEISHU_DECL std::vector<request_log_entry> dispatcher::requests() const {
    std::lock_guard const lock(mutex_);
    return {log_.begin(), log_.end()};
}

FEISHU_DECL std::vector<request_log_entry> dispatcher::requests_after(std::uint64_t sequence,
                                                                      std::size_t at_most) const {
    std::lock_guard const lock(mutex_);
    auto const after = sequence < logged_ ? logged_ - sequence : 0;
    auto const count = (std::min)({static_cast<std::size_t>(after), at_most, log_.size()});
    return {log_.end() - static_cast<std::ptrdiff_t>(count), log_.end()};
}

FEISHU_DECL void dispatcher::clear_requests() {
    std::lock_guard const lock(mutex_);
    log_.clear();
}

} // namespace feishu::emulator
