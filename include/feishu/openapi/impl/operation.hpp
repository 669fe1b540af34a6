#pragma once
// OpenAPI operations of endpoint and event structs.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/endpoint.hpp>
#include <feishu/core/event.hpp>
#include <feishu/core/impl/static_list.hpp>
#include <feishu/openapi/impl/schema.hpp>

namespace feishu::openapi::detail {

template <std::size_t N>
json::array strings(feishu::static_list<std::string_view, N> const& list) {
    json::array out;
    for (auto const item : list)
        out.emplace_back(text(item));
    return out;
}

inline json::array app_types(feishu::app_type types) {
    json::array out;
    if (types != feishu::app_type::store)
        out.emplace_back("custom");
    if (types != feishu::app_type::custom)
        out.emplace_back("store");
    return out;
}

// Every combination of one scope from each group.
template <std::size_t N>
std::vector<std::vector<std::string_view>>
alternatives_of(feishu::static_list<feishu::scope_group, N> const& groups) {
    std::vector<std::vector<std::string_view>> alternatives{{}};
    for (auto const& group : groups) {
        std::vector<std::vector<std::string_view>> longer;
        for (auto const& head : alternatives)
            for (auto const scope : group) {
                longer.push_back(head);
                longer.back().push_back(scope);
            }
        alternatives = std::move(longer);
    }
    return alternatives;
}

inline constexpr std::pair<feishu::token, std::string_view> token_names[] = {
    {feishu::token::tenant, "tenant_access_token"},
    {feishu::token::user, "user_access_token"},
    {feishu::token::app, "app_access_token"}};

// The alternatives of each token; `groups_for` gives its groups.
template <class Groups>
json::array security(feishu::token tokens, Groups const& groups_for) {
    json::array out;
    for (auto const& [kind, name] : token_names) {
        if (!feishu::accepts(tokens, kind))
            continue;
        for (auto const& alternative : alternatives_of(groups_for(kind))) {
            json::array scopes;
            for (auto const scope : alternative)
                scopes.emplace_back(text(scope));
            out.emplace_back(json::object{{text(name), std::move(scopes)}});
        }
    }
    return out;
}

inline void add_rate(json::object& operation, feishu::rate_limit const& rate) {
    if (rate.special) {
        operation["x-feishu-rate-limit"] = "special";
        return;
    }
    json::object limits;
    if (rate.per_minute != 0)
        limits["per_minute"] = rate.per_minute;
    if (rate.per_second != 0)
        limits["per_second"] = rate.per_second;
    if (!limits.empty())
        operation["x-feishu-rate-limit"] = std::move(limits);
}

/// Path with `{name}` for `:name`.
inline std::string template_of(std::string_view path) {
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        auto const begin = at;
        auto const name = feishu::detail::next_placeholder(path, at);
        auto const end = name.empty() ? at : at - name.size() - 1;
        out += path.substr(begin, end - begin);
        if (!name.empty())
            out += "{" + std::string(name) + "}";
    }
    return out;
}

/// The servers of an operation that the document's own do not serve.
inline json::array servers_of(feishu::host host) {
    if (host == feishu::host::api)
        return {};
    return {{{"url", "https://accounts.feishu.cn"}, {"description", "Feishu"}},
            {{"url", "https://accounts.larksuite.com"}, {"description", "Lark"}}};
}

template <feishu::endpoint E>
constexpr std::string_view media_type() {
    if (feishu::detail::has_upload<E>)
        return "multipart/form-data";
    return E::spec.body == feishu::body_format::form ? "application/x-www-form-urlencoded"
                                                     : "application/json";
}

template <feishu::endpoint E>
void add_request(json::object& operation) {
    auto const whole = struct_schema<E>(side::request);
    auto const* all = whole.if_contains("properties");
    if (all == nullptr)
        return;
    auto const* required_list = whole.if_contains("required");
    json::array parameters;
    json::object body;
    json::array body_required;
    for (auto const& member : all->get_object()) {
        std::string_view const name{member.key().data(), member.key().size()};
        auto const where = feishu::location_of<E>(name);
        bool const required = required_list != nullptr &&
                              std::ranges::count(required_list->get_array(), json::value(member.key())) != 0;
        bool const in_header = where == feishu::location::header;
        if (where == feishu::location::path || where == feishu::location::query || in_header) {
            bool const in_path = where == feishu::location::path;
            auto schema = member.value().get_object();
            if (in_path && schema["type"] == "string") // what validate() adds
                schema.emplace("minLength", 1);
            json::object parameter{{"name", member.key()},
                                   {"in", in_path     ? "path"
                                          : in_header ? "header"
                                                      : "query"},
                                   {"schema", std::move(schema)}};
            if (required)
                parameter["required"] = true;
            parameters.emplace_back(std::move(parameter));
        } else {
            body[member.key()] = member.value();
            if (required)
                body_required.emplace_back(member.key());
        }
    }
    if (!parameters.empty())
        operation["parameters"] = std::move(parameters);
    if (body.empty())
        return;
    auto schema = typed("object");
    schema["properties"] = std::move(body);
    if (!body_required.empty())
        schema["required"] = std::move(body_required);
    operation["requestBody"] = {{"required", true},
                                {"content", {{text(media_type<E>()), {{"schema", std::move(schema)}}}}}};
}

template <feishu::endpoint E>
json::value response_of() {
    if (E::spec.envelope == feishu::envelope::redirect)
        return json::object();
    if (E::spec.envelope == feishu::envelope::binary)
        return {{"content", {{"application/octet-stream", json::object()}}}};
    auto data = struct_schema<typename E::response>(side::response);
    if (E::spec.envelope == feishu::envelope::none)
        return {{"content", {{"application/json", {{"schema", std::move(data)}}}}}};
    json::object properties{{"code", typed("integer", "int32")}, {"msg", typed("string")}};
    if (E::spec.envelope == feishu::envelope::data)
        properties["data"] = std::move(data);
    else if (auto* fields = data.if_contains("properties"))
        for (auto& member : fields->get_object())
            properties[member.key()] = std::move(member.value());
    json::object whole = typed("object");
    whole["properties"] = std::move(properties);
    return {{"content", {{"application/json", {{"schema", std::move(whole)}}}}}};
}

/// One operation.
template <feishu::endpoint E>
json::object operation_of() {
    constexpr auto const& spec = E::spec;
    auto const groups_for = [&](feishu::token kind) -> auto const& { return spec.scopes_for(kind); };
    json::object out{{"operationId", text(spec.id)}, {"security", security(spec.tokens, groups_for)}};
    if (spec.basic_auth)
        out["security"] = {{{"app_credentials", json::array()}}};
    if (!spec.doc.empty())
        out["externalDocs"] = {{"url", text(spec.doc)}};
    if (auto servers = servers_of(spec.host); !servers.empty())
        out["servers"] = std::move(servers);
    add_request<E>(out);
    out["responses"] = {{spec.envelope == feishu::envelope::redirect ? "302" : "200", response_of<E>()}};
    add_rate(out, spec.rate);
    out["x-feishu-app-types"] = app_types(spec.app_types);
    if (!spec.errors.empty()) {
        json::array errors;
        for (int const code : spec.errors)
            errors.emplace_back(code);
        out["x-feishu-errors"] = std::move(errors);
    }
    if (!spec.field_scopes.empty())
        out["x-feishu-field-scopes"] = strings(spec.field_scopes);
    return out;
}

inline std::string_view method_key(feishu::verb v) {
    constexpr std::string_view names[] = {"get", "post", "put", "patch", "delete"};
    return names[static_cast<std::size_t>(v)];
}

/// Adds an endpoint to the operations of its path. Endpoints of one method and path are one operation, that of the
/// first one; the others are further media types of its request body.
template <feishu::endpoint E>
void add_operation(json::object& path_item) {
    auto const method = text(method_key(E::spec.method));
    auto operation = operation_of<E>();
    if (auto* first = path_item.if_contains(method))
        for (auto& [media, body] : operation["requestBody"].at("content").get_object())
            first->at("requestBody").at("content").get_object()[media] = std::move(body);
    else
        path_item[method] = std::move(operation);
}

/// One event, as a webhook operation.
template <feishu::event E>
json::object webhook_of() {
    constexpr auto const& spec = E::spec;
    json::object out{{"operationId", text(spec.id)}, {"security", json::array()}};
    json::object response;
    if constexpr (requires { typename E::response; })
        response["content"] = {
            {"application/json", {{"schema", struct_schema<typename E::response>(side::response)}}}};
    out["responses"] = {{"200", std::move(response)}};
    if (!spec.scopes.empty())
        out["security"] = security(
            feishu::token::tenant, [&](feishu::token) -> auto const& { return spec.scopes; });
    if (!spec.doc.empty())
        out["externalDocs"] = {{"url", text(spec.doc)}};
    out["requestBody"] = {
        {"content", {{"application/json", {{"schema", struct_schema<E>(side::response)}}}}}};
    out["x-feishu-app-types"] = app_types(spec.app_types);
    if (!spec.field_scopes.empty())
        out["x-feishu-field-scopes"] = strings(spec.field_scopes);
    return out;
}

} // namespace feishu::openapi::detail
