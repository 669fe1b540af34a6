#include "keywords.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "text.hpp"

namespace codegen {
namespace {

enum class shape {
    any,
    boolean,
    integer,
    number,
    string,
    list,
    strings,
    integers,
    map,
    schema,
    ignored,
    refused
};

struct keyword {
    std::string_view name;
    codegen::shape shape;
    std::string_view advice{}; // of refused ones
};

using enum shape;

constexpr std::string_view free_json = "make the schema free JSON ({}), or describe it in `description`";
constexpr std::string_view not_checked = "values are not checked for it; describe it in `description`";
constexpr std::string_view no_ids = "refer to schemas by their place: #/components/schemas/NAME";

constexpr keyword of_document[] = {
    {"openapi", any},          {"info", map},
    {"servers", list},         {"paths", map},
    {"webhooks", map},         {"components", map},
    {"security", list},        {"tags", ignored},
    {"externalDocs", ignored}, {"jsonSchemaDialect", ignored},
};

constexpr keyword of_info[] = {
    {"title", string},           {"description", string}, {"version", ignored}, {"summary", ignored},
    {"termsOfService", ignored}, {"contact", ignored},    {"license", ignored},
};

constexpr keyword of_components[] = {
    {"schemas", map},
    {"parameters", map},
    {"requestBodies", map},
    {"responses", map},
    {"pathItems", map},
    {"examples", ignored},
    {"headers", ignored},
    {"links", ignored},
    {"securitySchemes", ignored},
    {"callbacks", refused, "describe the events as `webhooks`"},
};

constexpr std::string_view other_methods =
    "only get, post, put, patch and delete are methods of the platform";

constexpr keyword of_path_item[] = {
    {"$ref", string},
    {"parameters", list},
    {"servers", list},
    {"get", map},
    {"post", map},
    {"put", map},
    {"patch", map},
    {"delete", map},
    {"summary", ignored},
    {"description", ignored},
    {"head", refused, other_methods},
    {"options", refused, other_methods},
    {"trace", refused, other_methods},
};

constexpr keyword of_operation[] = {
    {"operationId", string},
    {"summary", string},
    {"description", string},
    {"externalDocs", map},
    {"servers", list},
    {"parameters", list},
    {"requestBody", map},
    {"responses", map},
    {"security", list},
    {"deprecated", boolean},
    {"x-feishu-rate-limit", any},
    {"x-feishu-app-types", strings},
    {"x-feishu-errors", integers},
    {"x-feishu-field-scopes", strings},
    {"tags", ignored},
    {"callbacks", refused, "describe the events as `webhooks`"},
};

constexpr keyword of_parameter[] = {
    {"$ref", string},
    {"name", string},
    {"in", string},
    {"description", string},
    {"required", boolean},
    {"schema", schema},
    {"style", string},
    {"explode", boolean},
    {"deprecated", boolean},
    {"x-feishu-name", string},
    {"allowEmptyValue", ignored},
    {"example", ignored},
    {"examples", ignored},
    {"allowReserved", refused, "values are always percent-encoded"},
    {"content", refused, "give the parameter a `schema`; JSON in a parameter is a string of format json"},
};

constexpr keyword of_request_body[] = {
    {"$ref", string}, {"description", ignored}, {"content", map}, {"required", boolean}};

constexpr keyword of_response[] = {
    {"$ref", string}, {"description", ignored}, {"content", map}, {"headers", ignored}, {"links", ignored}};

constexpr keyword of_media_type[] = {
    {"schema", schema},
    {"example", ignored},
    {"examples", ignored},
    {"encoding", refused, "each property is encoded by its type: uploads as files, the rest as text"},
};

constexpr keyword of_schema[] = {
    {"$ref", string},
    {"title", string},
    {"type", any},
    {"format", string},
    {"description", string},
    {"enum", list},
    {"const", any},
    {"default", any},
    {"nullable", boolean},
    {"minLength", integer},
    {"maxLength", integer},
    {"minItems", integer},
    {"maxItems", integer},
    {"uniqueItems", boolean},
    {"pattern", string},
    {"minimum", number},
    {"maximum", number},
    {"exclusiveMinimum", any},
    {"exclusiveMaximum", any},
    {"multipleOf", number},
    {"required", strings},
    {"properties", map},
    {"items", schema},
    {"additionalProperties", schema},
    {"allOf", list},
    {"anyOf", list},
    {"oneOf", list},
    {"readOnly", boolean},
    {"writeOnly", boolean},
    {"deprecated", boolean},
    {"x-feishu-enum-names", strings},
    {"x-enum-varnames", strings},
    {"x-feishu-optional", boolean},
    {"x-feishu-name", string},
    {"example", ignored},
    {"examples", ignored},
    {"externalDocs", ignored},
    {"xml", ignored},
    {"discriminator", map},
    {"contentMediaType", ignored},
    {"contentEncoding", ignored},
    {"$comment", ignored},
    {"$schema", ignored},
    {"minProperties", refused, not_checked},
    {"maxProperties", refused, not_checked},
    {"propertyNames", refused, not_checked},
    {"contains", refused, not_checked},
    {"minContains", refused, not_checked},
    {"maxContains", refused, not_checked},
    {"dependentRequired", refused, not_checked},
    {"dependentSchemas", refused, not_checked},
    {"unevaluatedProperties", refused, "use additionalProperties"},
    {"unevaluatedItems", refused, "use items"},
    {"patternProperties", refused, "use additionalProperties with the schema of the values"},
    {"prefixItems", refused, free_json},
    {"additionalItems", refused, free_json},
    {"not", refused, free_json},
    {"if", refused, free_json},
    {"then", refused, free_json},
    {"else", refused, free_json},
    {"$defs", refused, "move the schemas to components/schemas"},
    {"definitions", refused, "move the schemas to components/schemas"},
    {"$id", refused, no_ids},
    {"$anchor", refused, no_ids},
    {"$dynamicRef", refused, no_ids},
    {"$dynamicAnchor", refused, no_ids},
};

constexpr keyword of_external_docs[] = {{"url", string}, {"description", ignored}};

constexpr keyword of_server[] = {{"url", string}, {"description", ignored}, {"variables", ignored}};

std::span<keyword const> table_of(object_kind kind) {
    constexpr std::span<keyword const> tables[] = {
        of_document,     of_info,     of_components, of_path_item, of_operation,     of_parameter,
        of_request_body, of_response, of_media_type, of_schema,    of_external_docs, of_server};
    return tables[static_cast<std::size_t>(kind)];
}

bool all_of(node const& n, node::kind k) {
    return n.is(node::kind::list) && std::ranges::all_of(n.items, [&](node const& i) { return i.is(k); });
}

bool is_integer(node const& n) { return n.is(node::kind::number) && n.scalar.is_int64(); }

bool fits(node const& n, shape s) {
    switch (s) {
    case boolean: return n.is(node::kind::boolean);
    case integer: return is_integer(n);
    case number: return n.is(node::kind::number);
    case string: return n.is(node::kind::string);
    case list: return n.is(node::kind::list);
    case strings: return all_of(n, node::kind::string);
    case integers: return n.is(node::kind::list) && std::ranges::all_of(n.items, is_integer);
    case map: return n.is(node::kind::map);
    case schema: return n.is(node::kind::map) || n.is(node::kind::boolean);
    default: return true;
    }
}

std::string_view name_of(shape s) {
    switch (s) {
    case boolean: return "true or false";
    case integer: return "an integer";
    case number: return "a number";
    case string: return "a string";
    case list: return "a list";
    case strings: return "a list of strings";
    case integers: return "a list of integers";
    case map: return "an object";
    case schema: return "a schema";
    default: return "another value";
    }
}

std::string similar(std::span<keyword const> table, std::string_view name) {
    if (name.size() > 64)
        return {};
    keyword const* best = nullptr;
    for (auto const& k : table)
        if (k.shape != refused && edit_distance(k.name, name) <= 2 &&
            (best == nullptr || edit_distance(k.name, name) < edit_distance(best->name, name)))
            best = &k;
    return best == nullptr ? "" : "; is `" + std::string(best->name) + "` meant?";
}

} // namespace

bool check_keywords(object_kind kind, node const& n, diagnostics& wrong) {
    if (!n.is(node::kind::map)) {
        wrong.add(n.at, "an object is needed here, not " + std::string(codegen::name_of(n.type)));
        return false;
    }
    auto const table = table_of(kind);
    for (auto const& [name, value] : n.members) {
        auto const known = std::ranges::find(table, name, &keyword::name);
        if (known == table.end()) {
            if (!name.starts_with("x-") || name.starts_with("x-feishu-"))
                wrong.add(value.at, "is not a keyword that is known here" + similar(table, name));
        } else if (known->shape == refused) {
            wrong.add(value.at, "is not supported; " + std::string(known->advice));
        } else if (!fits(value, known->shape)) {
            wrong.add(value.at, std::string(name_of(known->shape)) + " is needed here, not " +
                                    std::string(codegen::name_of(value.type)));
        }
    }
    return true;
}

void drop_ignored(object_kind kind, node& n) {
    auto const table = table_of(kind);
    std::erase_if(n.members, [&](node::member const& m) {
        auto const known = std::ranges::find(table, m.key, &keyword::name);
        return known == table.end() || known->shape == ignored || known->shape == refused;
    });
}

} // namespace codegen
