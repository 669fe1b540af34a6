#pragma once
// openapi: documents as described structs: what the emitter knows, in OpenAPI's own names. documents.cpp rewrites
// everything else into this.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include "containers.hpp"

namespace codegen::openapi {

/// OpenAPI's extension and reference keys are not identifiers; the others lose a trailing `_` at most.
constexpr std::string_view wire_name_of(std::string_view member) {
    constexpr std::string_view names[][2] = {
        {"ref", "$ref"},
        {"enum_names", "x-feishu-enum-names"},
        {"optional", "x-feishu-optional"},
        {"cpp_name", "x-feishu-name"},
        {"rate_limit", "x-feishu-rate-limit"},
        {"app_types", "x-feishu-app-types"},
        {"errors", "x-feishu-errors"},
        {"field_scopes", "x-feishu-field-scopes"},
    };
    for (auto const& [from, to] : names)
        if (member == from)
            return to;
    if (member.ends_with('_'))
        member.remove_suffix(1);
    return member;
}

/// A JSON Schema.
struct schema {
    std::string ref;
    std::string title;
    std::string type;
    std::string format;
    std::string description;
    std::vector<boost::json::value> enum_;
    std::vector<std::string> enum_names;
    bool optional = false; ///< a response often lacks it, so its absence can be told from an empty value
    boost::json::value default_;
    std::optional<std::int64_t> minLength;
    std::optional<std::int64_t> maxLength;
    std::optional<std::int64_t> minItems;
    std::optional<std::int64_t> maxItems;
    bool uniqueItems = false;
    std::string pattern;
    boost::json::value minimum; ///< null: none
    boost::json::value maximum;
    boost::json::value multipleOf;
    std::vector<std::string> required;
    ordered_map<schema> properties;
    box<schema> items;
    box<schema> additionalProperties;
    std::string cpp_name; ///< instead of the name on the wire
    std::vector<schema> oneOf;     ///< alternatives that can be told apart
    std::string discriminator;     ///< the member by which; empty: by the kind of JSON
    std::vector<std::string> tags; ///< the value of that member for each alternative

    static constexpr std::string_view wire_name(std::string_view m) { return wire_name_of(m); }
};
BOOST_DESCRIBE_STRUCT(schema, (),
                      (ref, title, type, format, description, enum_, enum_names, optional, default_, minLength, maxLength,
                       minItems, maxItems, uniqueItems, pattern, minimum, maximum, multipleOf, required, properties, items,
                       additionalProperties, cpp_name, oneOf, discriminator, tags))

struct parameter {
    std::string name;
    std::string in;
    std::string description;
    bool required = false;
    openapi::schema schema;
    std::string cpp_name;

    static constexpr std::string_view wire_name(std::string_view m) { return wire_name_of(m); }
};
BOOST_DESCRIBE_STRUCT(parameter, (), (name, in, description, required, schema, cpp_name))

struct media_type {
    openapi::schema schema;

    static constexpr std::string_view wire_name(std::string_view m) { return wire_name_of(m); }
};
BOOST_DESCRIBE_STRUCT(media_type, (), (schema))

/// A request body or a response.
struct payload {
    std::string description;
    bool required = false;
    ordered_map<media_type> content;

    static constexpr std::string_view wire_name(std::string_view m) { return wire_name_of(m); }
};
BOOST_DESCRIBE_STRUCT(payload, (), (description, required, content))

struct external_docs {
    std::string url;

    static constexpr std::string_view wire_name(std::string_view m) { return wire_name_of(m); }
};
BOOST_DESCRIBE_STRUCT(external_docs, (), (url))

struct server {
    std::string url;

    static constexpr std::string_view wire_name(std::string_view m) { return wire_name_of(m); }
};
BOOST_DESCRIBE_STRUCT(server, (), (url))

struct operation {
    std::string operationId;
    std::string summary;
    std::string description;
    external_docs externalDocs;
    std::vector<server> servers;
    std::vector<parameter> parameters;
    std::optional<payload> requestBody;
    ordered_map<payload> responses;
    std::vector<ordered_map<std::vector<std::string>>> security;
    boost::json::value rate_limit;
    std::vector<std::string> app_types;
    std::vector<std::int64_t> errors;
    std::vector<std::string> field_scopes;

    static constexpr std::string_view wire_name(std::string_view m) { return wire_name_of(m); }
};
BOOST_DESCRIBE_STRUCT(operation, (),
                      (operationId, summary, description, externalDocs, servers, parameters, requestBody, responses,
                       security, rate_limit, app_types, errors, field_scopes))

struct path_item {
    std::optional<operation> get;
    std::optional<operation> post;
    std::optional<operation> put;
    std::optional<operation> patch;
    std::optional<operation> delete_;

    static constexpr std::string_view wire_name(std::string_view m) { return wire_name_of(m); }
};
BOOST_DESCRIBE_STRUCT(path_item, (), (get, post, put, patch, delete_))

struct info {
    std::string title;
    std::string description;
    std::string version;

    static constexpr std::string_view wire_name(std::string_view m) { return wire_name_of(m); }
};
BOOST_DESCRIBE_STRUCT(info, (), (title, description, version))

struct components {
    ordered_map<schema> schemas;

    static constexpr std::string_view wire_name(std::string_view m) { return wire_name_of(m); }
};
BOOST_DESCRIBE_STRUCT(components, (), (schemas))

struct document {
    std::string openapi;
    openapi::info info;
    ordered_map<path_item> paths;
    ordered_map<path_item> webhooks;
    openapi::components components;

    static constexpr std::string_view wire_name(std::string_view m) { return wire_name_of(m); }
};
BOOST_DESCRIBE_STRUCT(document, (), (openapi, info, paths, webhooks, components))

} // namespace codegen::openapi
