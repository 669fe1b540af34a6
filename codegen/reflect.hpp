#pragma once
// reflect: endpoint and event structs, back to OpenAPI 3.1 by reflection. What a struct says is all there is: method,
// path, parameters, types, limits, defaults, enums, tokens, scopes, rate limits, error codes. Shared structs are
// written out where they are used.

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/catalog.hpp>
#include <feishu/core/endpoint.hpp>
#include <feishu/core/event.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/core/impl/presence.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/timestamp.hpp>
#include <feishu/json/write.hpp>

namespace codegen {

namespace json = boost::json;
namespace field = feishu::field;
namespace reflection = feishu::reflect;

/// A request says what may be left out and what is then assumed; a response does not.
enum class side { request, response };

inline json::string text(std::string_view s) { return json::string(s.data(), s.size()); }

inline json::object typed(std::string_view type, std::string_view format = {}) {
    json::object out{{"type", text(type)}};
    if (!format.empty())
        out["format"] = text(format);
    return out;
}

template <class T>
json::object schema_of(side s);

template <class E>
json::object enum_schema() {
    constexpr bool numeric = feishu::wire_is_number<E>;
    json::array values;
    json::array names;
    bool named = numeric;
    using symbols = reflection::enumerator_descriptors<E>;
    std::size_t i = 0;
    boost::mp11::mp_for_each<symbols>([&](auto d) {
        auto const& e = reflection::enumerators<E>[i++];
        auto const symbol = reflection::wire_name(d.name);
        if constexpr (numeric)
            values.emplace_back(static_cast<std::int64_t>(e.value));
        else
            values.emplace_back(text(e.name));
        names.emplace_back(text(symbol));
        named = named || symbol != e.name;
    });
    auto out = numeric ? typed("integer", "int32") : typed("string");
    out["enum"] = std::move(values);
    if (named)
        out["x-feishu-enum-names"] = std::move(names);
    return out;
}

template <class T>
json::object number_schema() {
    if constexpr (std::same_as<T, double>)
        return typed("number", "double");
    else
        return typed("integer", sizeof(T) == 8 ? "int64" : "int32");
}

template <class T>
json::object list_schema(side s, std::size_t min, std::size_t max) {
    auto out = typed("array");
    out["items"] = schema_of<T>(s);
    if (min != 0)
        out["minItems"] = min;
    if (max != field::unlimited)
        out["maxItems"] = max;
    return out;
}

// The value that a member has if it is omitted from a request, when it has one.
template <class T>
json::value default_of(T const& value) {
    using enum reflection::member_kind;
    constexpr auto kind = reflection::kind_of<T>;
    if constexpr (kind == enumeration || kind == boolean || kind == number || kind == limited_number ||
                  std::same_as<T, std::string>)
        return reflection::will_be_sent(value) ? json::parse(feishu::json::to_string(value)) : json::value();
    else
        return {};
}

template <class T>
json::object struct_schema(side s) {
    auto out = typed("object");
    json::object properties;
    json::array required;
    auto const defaults = feishu::detail::unchecked_construct::make<T>();
    reflection::for_each_member<T>([&](auto d) {
        using member = reflection::member_type<T, decltype(d)>;
        if constexpr (reflection::kind_of<member> != reflection::member_kind::unknown_members) {
            auto schema = schema_of<member>(s);
            if (s == side::request)
                if (auto value = default_of(defaults.*d.pointer); !value.is_null())
                    schema["default"] = std::move(value);
            auto const name = text(reflection::member_name<T, decltype(d)>());
            properties[name] = std::move(schema);
            if (reflection::kind_of<member> == reflection::member_kind::wrapper)
                required.emplace_back(name);
        }
    });
    if (!properties.empty())
        out["properties"] = std::move(properties);
    if (!required.empty())
        out["required"] = std::move(required);
    return out;
}

template <class T>
void add_size(json::object& schema) {
    if (T::min != 0)
        schema["minLength"] = T::min;
    if (T::max != field::unlimited)
        schema["maxLength"] = T::max;
    if constexpr (requires { T::expression; })
        schema["pattern"] = text(T::expression);
}

template <class Tag>
json::object id_schema(std::type_identity<feishu::basic_id<Tag>>) {
    return typed("string", Tag::name);
}

template <class T>
json::object text_schema() {
    if constexpr (requires { typename T::id_type; })
        return text_schema<typename T::id_type>();
    else if constexpr (feishu::is_id<T>)
        return id_schema(std::type_identity<T>{});
    else
        return typed("string");
}

template <class T>
json::object limited_number_schema() {
    using value = typename T::value_type;
    auto out = number_schema<value>();
    if (T::min != std::numeric_limits<value>::lowest())
        out["minimum"] = T::min;
    if (T::max != (std::numeric_limits<value>::max)())
        out["maximum"] = T::max;
    if constexpr (requires { T::divisor; })
        out["multipleOf"] = T::divisor;
    return out;
}

/// The JSON Schema of a C++ type.
template <class T>
json::object schema_of(side s) {
    using enum reflection::member_kind;
    constexpr auto kind = reflection::kind_of<T>;
    if constexpr (kind == wrapper || kind == optional)
        return schema_of<typename T::value_type>(s);
    else if constexpr (kind == text)
        return text_schema<T>();
    else if constexpr (kind == limited_text) {
        auto out = text_schema<T>();
        add_size<T>(out);
        return out;
    } else if constexpr (kind == limited_number)
        return limited_number_schema<T>();
    else if constexpr (kind == enumeration)
        return enum_schema<typename T::enum_type>();
    else if constexpr (kind == time)
        return typed("string", std::same_as<T, feishu::unix_millis> ? "unix-millis" : "unix-seconds");
    else if constexpr (kind == document) {
        auto out = typed("string", "json");
        if constexpr (requires { T::max; })
            add_size<T>(out);
        return out;
    } else if constexpr (kind == upload)
        return typed("string", "binary");
    else if constexpr (kind == boolean)
        return typed("boolean");
    else if constexpr (kind == number)
        return number_schema<T>();
    else if constexpr (kind == json_value)
        return {};
    else if constexpr (kind == json_object)
        return typed("object");
    else if constexpr (kind == limited_list)
        return list_schema<typename T::value_type>(s, T::min, T::max);
    else if constexpr (kind == list)
        return list_schema<typename T::value_type>(s, 0, field::unlimited);
    else if constexpr (kind == map) {
        auto out = typed("object");
        out["additionalProperties"] = schema_of<typename T::mapped_type>(s);
        return out;
    } else
        return struct_schema<T>(s);
}

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
std::vector<std::vector<std::string_view>> alternatives_of(
    feishu::static_list<feishu::scope_group, N> const& groups) {
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

// The alternatives of each token; `groups_for` gives its groups.
template <class Groups>
json::array security(feishu::token tokens, Groups const& groups_for) {
    json::array out;
    constexpr std::pair<feishu::token, std::string_view> kinds[] = {{feishu::token::tenant, "tenant_access_token"},
                                                                    {feishu::token::user, "user_access_token"},
                                                                    {feishu::token::app, "app_access_token"}};
    for (auto const& [kind, name] : kinds) {
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
    return E::spec.body == feishu::body_format::form ? "application/x-www-form-urlencoded" : "application/json";
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
        bool const required =
            required_list != nullptr && std::ranges::count(required_list->get_array(), json::value(member.key())) != 0;
        bool const in_header = where == feishu::location::header;
        if (where == feishu::location::path || where == feishu::location::query || in_header) {
            bool const in_path = where == feishu::location::path;
            auto schema = member.value().get_object();
            if (in_path && schema["type"] == "string") // what validate() adds
                schema.emplace("minLength", 1);
            json::object parameter{
                {"name", member.key()}, {"in", in_path ? "path" : in_header ? "header" : "query"}, {"schema", std::move(schema)}};
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
    json::object properties{{"code", typed("integer", "int32")}, {"msg", typed("string")}};
    auto data = struct_schema<typename E::response>(side::response);
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
        response["content"] = {{"application/json", {{"schema", struct_schema<typename E::response>(side::response)}}}};
    out["responses"] = {{"200", std::move(response)}};
    if (!spec.scopes.empty())
        out["security"] = security(feishu::token::tenant, [&](feishu::token) -> auto const& { return spec.scopes; });
    if (!spec.doc.empty())
        out["externalDocs"] = {{"url", text(spec.doc)}};
    out["requestBody"] = {{"content", {{"application/json", {{"schema", struct_schema<E>(side::response)}}}}}};
    out["x-feishu-app-types"] = app_types(spec.app_types);
    if (!spec.field_scopes.empty())
        out["x-feishu-field-scopes"] = strings(spec.field_scopes);
    return out;
}

/// The document of a catalog of endpoints and one of events.
template <class Endpoints, class Events>
json::object document_of() {
    json::object paths;
    Endpoints::for_each([&]<class E>() {
        auto& item = paths[template_of(E::spec.path)];
        if (!item.is_object())
            item = json::object();
        add_operation<E>(item.get_object());
    });
    json::object webhooks;
    Events::for_each([&]<class E>() { webhooks[text(E::spec.type)] = {{"post", webhook_of<E>()}}; });
    json::object out{{"openapi", "3.1.0"},
                     {"info", {{"title", "Feishu Open Platform: messaging"}, {"version", "1.0.0"}}},
                     {"paths", std::move(paths)},
                     {"webhooks", std::move(webhooks)}};
    json::object schemes;
    for (auto const* name : {"tenant_access_token", "user_access_token", "app_access_token"})
        schemes[name] = {{"type", "http"}, {"scheme", "bearer"}};
    schemes["app_credentials"] = {{"type", "http"}, {"scheme", "basic"}};
    out["components"] = {{"securitySchemes", std::move(schemes)}};
    return out;
}

} // namespace codegen
