#include "types.hpp"

#include <algorithm>
#include <array>

#include <boost/json/serialize.hpp>

namespace codegen {
namespace {

constexpr std::string_view id_formats[] = {
    "app_id",   "batch_message_id", "card_id",     "chat_id",   "department_id", "element_id",   "email",
    "event_id", "feed_card_id",     "file_key",    "image_key", "menu_item_id",  "message_id",   "open_id",
    "reaction_id", "tab_id",        "tenant_key",  "thread_id", "union_id",      "user_id"};

// Formats of JSON Schema and OpenAPI that mean a plain string to us.
constexpr std::string_view plain_formats[] = {"uri", "date-time", "date", "time", "password", "byte", "uuid"};

bool any_of(auto const& list, std::string_view name) { return std::ranges::find(list, name) != std::end(list); }

std::string limits(std::optional<std::int64_t> low, std::optional<std::int64_t> high, std::string const& lowest) {
    std::string out;
    if (low || high)
        out += ", " + (low ? std::to_string(*low) : lowest);
    if (high)
        out += ", " + std::to_string(*high);
    return out;
}

cpp_type string_type(openapi::schema const& s, place const& at, type_context const& context) {
    auto const& format = s.format;
    auto const size = limits(s.minLength, s.maxLength, "0");
    if (any_of(id_formats, format)) {
        auto const plain = context.root + "::" + format;
        return {.name = size.empty() ? plain : "field::id<" + plain + size + ">"};
    }
    if (format == "json")
        return {.name = size.empty() ? "field::json_text" : "field::json_text_of<" + size.substr(2) + ">"};
    if (format == "binary")
        return {.name = "field::upload"};
    if (format == "unix-millis")
        return {.name = "unix_millis", .absent = absence::by_itself};
    if (format == "unix-seconds")
        return {.name = "unix_seconds", .absent = absence::by_itself};
    if (!format.empty() && !any_of(plain_formats, format))
        throw spec_error(at / "format", "\"" + format + "\" is not a format this generator knows");
    if (!size.empty())
        return {.name = "field::text<" + size.substr(2) + ">"};
    context.includes.insert("<string>");
    return {.name = "std::string"};
}

cpp_type number_type(openapi::schema const& s, place const& at, type_context const& context) {
    std::string type = "double";
    if (s.type == "integer") {
        if (!s.format.empty() && s.format != "int32" && s.format != "int64")
            throw spec_error(at / "format", "\"" + s.format + "\" is not int32 or int64");
        type = s.format == "int64" ? "std::int64_t" : "int";
        if (s.format == "int64")
            context.includes.insert("<cstdint>");
    }
    if (!s.minimum && !s.maximum)
        return {.name = type, .scalar = true};
    auto const lowest = "std::numeric_limits<" + type + ">::lowest()";
    if (!s.minimum)
        context.includes.insert("<limits>");
    return {.name = "field::number<" + type + limits(s.minimum, s.maximum, lowest) + ">"};
}

cpp_type list_type(openapi::schema const& s, place const& at, std::string const& nested, role r,
                   type_context const& context) {
    if (!s.items)
        throw spec_error(at, "an array needs items");
    auto const item = type_of(*s.items, at / "items", nested, r, context);
    auto const size = limits(s.minItems, s.maxItems, "0");
    if (r == role::request || !size.empty())
        return {.name = "field::list<" + item.name + size + ">", .absent = absence::by_itself};
    context.includes.insert("<vector>");
    return {.name = "std::vector<" + item.name + ">", .absent = absence::by_itself};
}

cpp_type object_type(openapi::schema const& s, place const& at, std::string const& nested, role r,
                     type_context const& context) {
    if (!s.properties.empty())
        return {.name = nested};
    if (s.additionalProperties) {
        context.includes.insert("<map>");
        context.includes.insert("<string>");
        auto const item = type_of(*s.additionalProperties, at / "additionalProperties", nested, r, context);
        return {.name = "std::map<std::string, " + item.name + ">"};
    }
    context.includes.insert("<boost/json/value.hpp>");
    return {.name = "boost::json::value"};
}

} // namespace

cpp_type type_of(openapi::schema const& s, place const& at, std::string const& nested, role r,
                 type_context const& context) {
    if (!s.ref.empty()) {
        auto const target = context.specs.resolve(s.ref, {context.from.file, at.pointer});
        bool const named = !target.schema->enum_.empty() || !target.schema->properties.empty();
        if (!named)
            return type_of(*target.schema, target.at(), nested, r, context);
        if (target.file != context.from.file)
            context.includes.insert(target.file);
        auto const name = type_name(target, context.from, context.root);
        if (target.schema->enum_.empty())
            return {.name = name};
        return {.name = "open<" + name + ">",
                .absent = absence::by_itself,
                .enumeration = target.schema,
                .enum_name = name};
    }
    if (!s.enum_.empty())
        throw spec_error(at / "enum", "give the enum a name: move it to components/schemas and refer to it");
    if (s.type == "string")
        return string_type(s, at, context);
    if (s.type == "integer" || s.type == "number")
        return number_type(s, at, context);
    if (s.type == "boolean")
        return {.name = "bool", .scalar = true};
    if (s.type == "array")
        return list_type(s, at, nested, r, context);
    if (s.type == "object" || s.type.empty())
        return object_type(s, at, nested, r, context);
    throw spec_error(at / "type", "\"" + s.type + "\" is not a type of JSON Schema");
}

openapi::schema const& follow(openapi::schema const& s, place const& at, library const& specs) {
    return s.ref.empty() ? s : *specs.resolve(s.ref, at).schema;
}

openapi::schema const* inline_object(openapi::schema const& s) {
    if (!s.ref.empty())
        return nullptr;
    if (s.items)
        return inline_object(*s.items);
    if (s.additionalProperties)
        return inline_object(*s.additionalProperties);
    return s.properties.empty() ? nullptr : &s;
}

std::vector<std::string> enum_symbols(openapi::schema const& s, place const& at) {
    if (!s.enum_names.empty() && s.enum_names.size() != s.enum_.size())
        throw spec_error(at / "x-feishu-enum-names", "has " + std::to_string(s.enum_names.size()) + " names for " +
                                                         std::to_string(s.enum_.size()) + " values");
    std::vector<std::string> out;
    for (std::size_t i = 0; i < s.enum_.size(); ++i) {
        auto value = s.enum_names.empty() ? json_text_of(s.enum_[i]) : s.enum_names[i];
        if (value.size() > 1 && value.ends_with('_')) // a name may be given as C++ writes it
            value.pop_back();
        out.push_back(identifier(value, at / "enum"));
        if (std::ranges::count(out, out.back()) > 1)
            throw spec_error(at / "enum", "\"" + value + "\" stands twice");
    }
    return out;
}

std::string json_text_of(boost::json::value const& value) {
    if (auto const* text = value.if_string())
        return {text->data(), text->size()};
    return boost::json::serialize(value);
}

} // namespace codegen
