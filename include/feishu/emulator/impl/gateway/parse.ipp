#pragma once

#include <algorithm>

#include <feishu/emulator/impl/gateway/parse.hpp>
#include <feishu/emulator/impl/net/multipart_reader.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/http/impl/percent.hpp>
#include <feishu/json/read.hpp>

namespace feishu::emulator {

FEISHU_DECL std::string const* incoming::find(std::string_view name) const {
    for (auto const* list : {&path, &query})
        for (auto const& [key, value] : *list)
            if (key == name)
                return &value;
    return nullptr;
}

namespace detail {

inline bool is_json(std::string_view content_type) {
    auto const essence = content_type.substr(0, content_type.find_first_of("; "));
    return content_type.empty() || essence == "application/json" || essence == "text/json";
}

// Reads the body into the object. A malformed body is an error of the gateway, before any field is checked.
inline result<void> read_body(void* object, request_table const& table, incoming const& in) {
    if (table.body->members.empty() || in.body.empty())
        return {};
    auto const& only = table.body->members[0];
    if (table.spec->body == body_format::raw) {
        json::assign_text(only.get(object), *only.type, in.body);
        return {};
    }
    if (!is_json(in.content_type))
        return refuse(9499, "Content-Type is not application/json");
    bool const single = table.spec->body == body_format::value;
    json::reader reader(single ? only.get(object) : object, single ? *only.type : *table.body,
                        {.max_depth = 64, .max_bytes = in.body.size(), .strict = true});
    reader.feed(in.body);
    auto done = reader.finish();
    if (done)
        return {};
    auto const& problem = done.error();
    if (table.spec->errors.contains(20063))
        return refuse(20063, problem.message);
    auto refused = refuse(9499);
    refused.message = problem.field.empty() ? "Invalid JSON in the request body: " + problem.message
                                            : "Invalid parameter type in json: " + problem.message;
    refused.field = problem.field;
    return refused;
}

inline void read_header(void* object, parameter const& one, incoming const& in, violations& found) {
    for (auto const& [name, value] : in.headers)
        if (http::iequals(name, one.name) && !value.empty() &&
            !json::assign_text(one.of(object), *one.type, value))
            found.add(one.name, "is not of the right type");
}

// The parts of a form, each with its bytes.
inline bool parse_form(incoming const& in, std::vector<std::pair<part_head, std::string>>& parts) {
    constexpr std::size_t step = 64u << 10; // what the reader keeps
    multipart_reader reader(
        multipart_boundary(in.content_type), [&](part_head const& head) { parts.emplace_back(head, std::string()); },
        [&](std::string_view bytes) { parts.back().second += bytes; });
    for (std::size_t at = 0; at < in.body.size(); at += step)
        if (!reader.feed(in.body.substr(at, step)))
            return false;
    return reader.complete();
}

// Reads a form into the object. Parts that no member describes are skipped.
inline result<void> read_form(void* object, request_table const& table, incoming const& in, violations& found) {
    std::vector<std::pair<part_head, std::string>> parts;
    if (!parse_form(in, parts))
        return refuse(table.spec->errors.contains(234001) ? 234001 : 9499, "malformed multipart/form-data");
    for (auto& [head, bytes] : parts)
        for (auto const& parameter : table.parameters) {
            if (parameter.where != location::multipart || parameter.name != head.name)
                continue;
            if (parameter.add_file != nullptr) // some official SDKs send no file name
                parameter.add_file(parameter.of(object), from_bytes(std::move(bytes), head.file_name));
            else if (!json::assign_text(parameter.of(object), *parameter.type, bytes))
                found.add(parameter.name, "is not of the right type");
        }
    return {};
}

inline result<violations> read_request(void* object, request_table const& table, incoming const& in) {
    if (auto ok = read_body(object, table, in); !ok)
        return ok.error();
    std::vector<std::pair<std::string, std::string>> form;
    if (table.spec->body == body_format::form && !http::parse_query(in.body, form))
        return refuse(9499);
    violations found;
    if (std::any_of(table.parameters.begin(), table.parameters.end(),
                    [](parameter const& p) { return p.where == location::multipart; }))
        if (auto ok = read_form(object, table, in, found); !ok)
            return ok.error();
    for (auto const& parameter : table.parameters) {
        if (parameter.where == location::body || parameter.where == location::multipart)
            continue;
        if (parameter.where == location::header) {
            read_header(object, parameter, in, found);
            continue;
        }
        auto const& list = parameter.where == location::path    ? in.path
                           : parameter.where == location::query ? in.query
                                                                : form;
        for (auto const& [key, value] : list)
            if (key == parameter.name && !value.empty() &&
                !json::assign_text(parameter.of(object), *parameter.type, value))
                found.add(parameter.name, "is not of the right type");
    }
    for (auto const& parameter : table.parameters)
        if (parameter.is_missing(object))
            found.add(violation{.field = std::string(parameter.name), .rule = rule::required});
    return found;
}

// The code depends on the layer of the platform that reports the violation: the gateway checks single fields,
// the service rules across fields.
inline int refusal_code(endpoint_spec const& spec, violation const& problem, bool mistyped) {
    if (spec.tokens == token::none && spec.errors.contains(20001)) // OAuth 2.0
        return problem.field == "grant_type" && problem.rule != rule::required ? 20036 : 20001;
    if (spec.tokens == token::none)
        return 10003;
    auto const has = [&](int code) { return spec.errors.contains(code); };
    if (problem.rule == rule::max_bytes && has(230025))
        return 230025;
    return problem.rule == rule::other && !mistyped && has(230001) ? 230001 : 99992402;
}

inline error refuse_fields(endpoint_spec const& spec, violations found);

// Nothing if there are only sizes that the tenant's settings limit.
inline std::optional<error> refuse_form(endpoint_spec const& spec, violations found) {
    bool const checks_sizes = spec.errors.contains(234006);
    violations rest;
    for (auto const& problem : found)
        if (!checks_sizes || problem.rule != rule::max_bytes)
            rest.add(problem);
    if (rest.empty())
        return std::nullopt;
    if (!spec.errors.contains(234001))
        return refuse_fields(spec, std::move(rest));
    if (rest[0].text == "is empty")
        return refuse(234010);
    return refuse(234001, rest[0].field + " " + rest[0].message());
}

inline error refuse_fields(endpoint_spec const& spec, violations found) {
    violations once; // one per field: the reader, the field's type and rules across fields may all report it
    for (auto const& problem : found) {
        bool known = false;
        for (auto const& earlier : once)
            known = known || earlier.field == problem.field;
        if (!known)
            once.add(problem);
    }
    // The gateway's errors come first.
    auto const mistyped = [](violation const& v) { return v.text == "is not of the right type"; };
    int code = 0;
    for (auto const& problem : once) {
        auto const own = refusal_code(spec, problem, mistyped(problem));
        if (code == 0 || own == 99992402)
            code = own;
    }
    auto refused = refuse(code);
    if (code == 230001)
        refused.message += ", ext=invalid " + once[0].field + ": " + once[0].field + " " + once[0].message();
    refused.field = once[0].field;
    refused.violations = std::move(once).take();
    return refused;
}

FEISHU_DECL std::optional<error> parse_object(void* object, request_table const& table, incoming const& in) {
    auto found = read_request(object, table, in);
    if (!found)
        return std::move(found).error();
    for (auto const& problem : table.check(object))
        found->add(problem);
    if (table.is_form) // only the service checks it
        return refuse_form(*table.spec, std::move(*found));
    if (found->empty())
        return std::nullopt;
    return refuse_fields(*table.spec, std::move(*found));
}

} // namespace detail
} // namespace feishu::emulator
