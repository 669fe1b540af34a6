#include "types.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <set>
#include <utility>

#include <boost/json/serialize.hpp>

#include <feishu/core/impl/pattern.hpp>
#include <feishu/core/impl/utf8.hpp>

#include "text.hpp"

namespace codegen {
namespace {

// Shared types may refer to each other, but not for ever.
constexpr int max_references = 32;

constexpr std::string_view id_formats[] = {
    "app_id",      "batch_message_id", "card_id",    "chat_id",   "department_id", "element_id", "email",
    "event_id",    "feed_card_id",     "file_key",   "image_key", "menu_item_id",  "message_id", "open_id",
    "reaction_id", "tab_id",           "tenant_key", "thread_id", "union_id",      "user_id"};

// Formats that have a type of their own, beside those of ids.
constexpr std::string_view other_formats[] = {"json", "binary", "unix-millis", "unix-seconds"};

bool any_of(auto const& list, std::string_view name) {
    return std::ranges::find(list, name) != std::end(list);
}

// The C++ type of integers of a format; a smaller one is its limits.
struct integer_format {
    std::string_view name;
    std::string_view type;
    std::int64_t low;
    std::int64_t high;
};
constexpr integer_format integer_formats[] = {
    {"int32", "int", INT32_MIN, INT32_MAX},       {"int64", "std::int64_t", INT64_MIN, INT64_MAX},
    {"int8", "int", INT8_MIN, INT8_MAX},          {"int16", "int", INT16_MIN, INT16_MAX},
    {"uint8", "int", 0, UINT8_MAX},               {"uint16", "int", 0, UINT16_MAX},
    {"uint32", "std::int64_t", 0, UINT32_MAX},    {"uint64", "std::uint64_t", 0, INT64_MAX},
};

integer_format const& format_of(openapi::schema const& s) {
    auto const found = std::ranges::find(integer_formats, s.format, &integer_format::name);
    return found == std::end(integer_formats) ? integer_formats[0] : *found;
}

bool is_int(openapi::schema const& s, std::int64_t value) {
    auto const& format = format_of(s);
    return value >= format.low && value <= format.high;
}

// With a point or an exponent, and as short as it can be.
std::string double_text(double value) {
    char buffer[32];
    auto const end = std::to_chars(std::begin(buffer), std::end(buffer), value).ptr;
    std::string text(std::begin(buffer), end);
    return text + (text.find_first_of(".e") == std::string::npos ? ".0" : "");
}

// Of texts and lists.
std::string size_limits(std::optional<std::int64_t> low, std::optional<std::int64_t> high, place const& at) {
    if ((low && *low < 0) || (high && *high < 0))
        throw spec_error(at, "a size is not negative");
    if (low && high && *low > *high)
        throw spec_error(at, "the lower limit is above the upper one");
    if (!low && !high)
        return {};
    return ", " + std::to_string(low.value_or(0)) + (high ? ", " + std::to_string(*high) : "");
}

constexpr auto constraints = "<feishu/core/constraints.hpp>";

// A string that is checked for its pattern; `size` is ", min, max" or empty.
cpp_type pattern_type(openapi::schema const& s, place const& at, std::string const& size,
                      type_context const& context) {
    if (auto const* why = feishu::detail::pattern_problem(s.pattern))
        throw spec_error(at / "pattern", std::string(why) + ", and cannot be checked; remove it and describe "
                                                            "it in `description`");
    context.includes.insert(constraints);
    return {.name = library_name("field", context) + "::pattern<" + string_literal(s.pattern) + size + ">"};
}

cpp_type string_type(openapi::schema const& s, place const& at, role r, type_context const& context) {
    auto const& format = s.format;
    if (!s.pattern.empty() && is_own_format(format))
        throw spec_error(at / "pattern", "is not supported beside the format " + format +
                                             "; remove one of the two");
    auto const size = size_limits(s.minLength, s.maxLength, at);
    auto const field = library_name("field", context) + "::";
    if (any_of(id_formats, format)) {
        auto const plain = "feishu::" + format;
        return {.name = size.empty() ? plain : field + "id<" + plain + size + ">"};
    }
    if (format == "json")
        return {.name = field + (size.empty() ? "json_text" : "json_text_of<" + size.substr(2) + ">")};
    if (format == "binary")
        return {.name = field + "upload"};
    if (format == "unix-millis")
        return {.name = library_name("unix_millis", context), .absent = absence::by_itself};
    if (format == "unix-seconds")
        return {.name = library_name("unix_seconds", context), .absent = absence::by_itself};
    if (!s.pattern.empty() && r == role::request) // nothing checks responses
        return pattern_type(s, at, size, context);
    if (!size.empty())
        return {.name = field + "text<" + size.substr(2) + ">"};
    context.includes.insert("<string>");
    return {.name = "std::string"};
}

// A limit as C++ writes it; empty when there is none.
std::string limit_text(openapi::schema const& s, boost::json::value const& limit, place const& at) {
    if (limit.is_null())
        return {};
    if (s.type != "integer")
        return double_text(limit.to_number<double>());
    auto const* whole = limit.if_int64();
    if (whole == nullptr)
        throw spec_error(at, json_text_of(limit) + " is not an int64, as the limit of an integer");
    if (!is_int(s, *whole))
        throw spec_error(at, "the limits of an " + std::string(format_of(s).name) + " are " +
                                 std::string(format_of(s).name) + " themselves");
    return *whole == INT64_MIN ? "-9223372036854775807 - 1" : std::to_string(*whole);
}

bool is_below(boost::json::value const& a, boost::json::value const& b) {
    if (a.is_int64() && b.is_int64())
        return a.as_int64() < b.as_int64();
    return a.to_number<double>() < b.to_number<double>();
}

// The divisor as C++ writes it.
std::string divisor_text(openapi::schema const& s, place const& at) {
    auto const here = at / "multipleOf";
    auto const text = limit_text(s, s.multipleOf, here);
    if (s.multipleOf.to_number<double>() <= 0)
        throw spec_error(here, "is a positive number");
    return text;
}

cpp_type number_type(openapi::schema const& s, place const& at, role r, type_context const& context) {
    std::string type = "double";
    if (s.type == "integer") {
        type = format_of(s).type;
        if (type != "int")
            context.includes.insert("<cstdint>");
    }
    bool const multiple = !s.multipleOf.is_null() && s.multipleOf != 1 && r == role::request;
    auto const divisor = s.multipleOf.is_null() ? std::string() : divisor_text(s, at);
    auto low = limit_text(s, s.minimum, at);
    auto high = limit_text(s, s.maximum, at);
    if (auto const& format = format_of(s); s.type == "integer" && format.name != "int32" && format.name != "int64") {
        if (low.empty() && format.name != "uint64")
            low = std::to_string(format.low);
        if (high.empty() && format.name != "uint64")
            high = std::to_string(format.high);
    }
    if (low.empty() && high.empty() && !multiple)
        return {.name = type, .scalar = true};
    if (!s.minimum.is_null() && !s.maximum.is_null() && is_below(s.maximum, s.minimum))
        throw spec_error(at, "the lower limit is above the upper one");
    if (low.empty() && !high.empty()) {
        context.includes.insert("<limits>");
        low = "std::numeric_limits<" + type + ">::lowest()";
    }
    auto const range = (low.empty() ? "" : ", " + low) + (high.empty() ? "" : ", " + high);
    if (multiple)
        context.includes.insert(constraints);
    return {.name = library_name("field", context) + (multiple ? "::multiple_of<" : "::number<") + type +
                    (multiple ? ", " + divisor : "") + range + ">"};
}

// Entries of a list whose repetition is found: numbers, texts, enums.
bool can_be_compared(openapi::schema const& s, place const& at, library const& specs) {
    auto const& plain = *follow(s, at, specs).schema;
    if (plain.type == "string")
        return plain.format != "json" && plain.format != "binary" && !plain.format.starts_with("unix-");
    return plain.type == "integer" || plain.type == "number" || plain.type == "boolean";
}

cpp_type list_type(openapi::schema const& s, place const& at, std::string const& nested, role r,
                   type_context const& context) {
    static openapi::schema const anything{};
    auto const& items = s.items ? *s.items : anything;
    auto inner = context;
    inner.boxed = nullptr;
    auto const item = type_of(items, at / "items", nested, r, inner);
    auto const size = size_limits(s.minItems, s.maxItems, at);
    if (s.uniqueItems && r == role::request && can_be_compared(items, at / "items", context.specs)) {
        context.includes.insert(constraints);
        return {.name = library_name("field", context) + "::unique_list<" + item.name + size + ">",
                .absent = absence::by_itself};
    }
    if (r == role::request || !size.empty())
        return {.name = library_name("field", context) + "::list<" + item.name + size + ">",
                .absent = absence::by_itself};
    context.includes.insert("<vector>");
    return {.name = "std::vector<" + item.name + ">", .absent = absence::by_itself};
}

cpp_type object_type(openapi::schema const& s, place const& at, std::string const& nested, role r,
                     type_context const& context) {
    if (!s.properties.empty()) {
        if (nested.empty())
            throw spec_error(at,
                             "an object inside a shared type needs a name: move it to components/schemas");
        return {.name = nested};
    }
    if (s.additionalProperties) {
        context.includes.insert("<map>");
        context.includes.insert("<string>");
        auto inner = context;
        inner.boxed = nullptr;
        auto const item = type_of(*s.additionalProperties, at / "additionalProperties", nested, r, inner);
        return {.name = "std::map<std::string, " + item.name + ">"};
    }
    context.includes.insert("<boost/json/value.hpp>");
    return {.name = "boost::json::value"};
}

// A value of one of several types.
cpp_type alternatives_type(openapi::schema const& s, place const& at, role r, type_context const& context) {
    auto inner = context;
    std::string list;
    bool boxed = false;
    for (std::size_t i = 0; i < s.oneOf.size(); ++i) {
        auto const type = type_of(s.oneOf[i], at / "oneOf" / std::to_string(i), "", r, inner);
        boxed = boxed || type.name.find("::box<") != std::string::npos;
        list += (list.empty() ? "" : ", ") +
                (s.discriminator.empty()
                     ? type.name
                     : library_name("json", context) + "::tagged<" + string_literal(s.tags[i]) + ", " + type.name + ">");
    }
    if (boxed) { // an alternative is the struct itself
        context.includes.insert("<boost/json/value.hpp>");
        return {.name = "boost::json::value"};
    }
    context.includes.insert("<feishu/json/one_of.hpp>");
    return {.name = library_name("json", context) +
                    (s.discriminator.empty() ? "::one_of<" : "::discriminated<" + string_literal(s.discriminator) + ", ") +
                    list + ">"};
}

cpp_type type_of_reference(openapi::schema const& s, place const& at, role r, type_context const& context) {
    auto const target = context.specs.resolve(s.ref, at);
    bool const named = !target.schema->enum_.empty() || !target.schema->properties.empty();
    if (!named) {
        if (context.depth == max_references)
            throw spec_error(at / "$ref",
                             "leads through too many types; does " + target.name + " contain itself?");
        auto inner = context;
        ++inner.depth;
        return type_of(*target.schema, target.at(), "", r, inner);
    }
    if (target.file != context.from.file)
        context.includes.insert(target.file);
    bool const enumeration = !target.schema->enum_.empty();
    auto const name = type_name(target, context.from, context.root, context.hidden);
    if (!enumeration && context.boxed != nullptr && target.file == context.from.file &&
        context.boxed->contains(target.name)) {
        context.includes.insert("<feishu/core/box.hpp>");
        return {.name = library_name("field", context) + "::box<" + name + ">", .absent = absence::by_itself};
    }
    if (!enumeration)
        return {.name = name};
    return {.name = library_name("open", context) + "<" + name + ">",
            .absent = absence::by_itself,
            .enumeration = target.schema,
            .enum_name = name};
}

std::optional<std::string> duplicate(std::vector<std::string> list) {
    std::ranges::sort(list);
    auto const twice = std::ranges::adjacent_find(list);
    return twice != list.end() ? std::optional(*twice) : std::nullopt;
}

void check_enum(openapi::schema const& s, place const& at) {
    if (s.type != "string" && s.type != "integer")
        throw spec_error(at / "type", "an enum is of type string or integer");
    std::vector<std::string> values;
    for (auto const& value : s.enum_) {
        auto const* number = value.if_int64();
        if (s.type == "string" ? !value.is_string() : number == nullptr || !std::in_range<int>(*number))
            throw spec_error(at / "enum", boost::json::serialize(value) + " is not a" +
                                              (s.type == "string" ? " string" : "n int32"));
        values.push_back(json_text_of(value));
    }
    if (auto const twice = duplicate(std::move(values)))
        throw spec_error(at / "enum", "\"" + *twice + "\" is a duplicate");
    if (!s.enum_names.empty() && s.enum_names.size() != s.enum_.size())
        throw spec_error(at / "x-feishu-enum-names", "has " + std::to_string(s.enum_names.size()) +
                                                         " names for " + std::to_string(s.enum_.size()) +
                                                         " values");
}

bool has_size(std::string const& text, openapi::schema const& s) {
    auto const size = static_cast<std::int64_t>(feishu::utf8::scan(text).characters);
    return size >= s.minLength.value_or(0) && size <= s.maxLength.value_or(size);
}

std::string number_default(openapi::schema const& s, place const& at) {
    auto const& value = s.default_;
    auto const* whole = value.if_int64();
    bool const fits = whole != nullptr ? is_int(s, *whole) : s.type == "number" && value.is_double();
    if (!fits)
        throw spec_error(at, json_text_of(value) + " is not " +
                                 (s.type == "number" ? "a number" : "an " + std::string(format_of(s).name)));
    if ((!s.minimum.is_null() && is_below(value, s.minimum)) ||
        (!s.maximum.is_null() && is_below(s.maximum, value)))
        throw spec_error(at, json_text_of(value) + " is outside the limits");
    return json_text_of(value);
}

} // namespace

bool is_own_format(std::string_view format) {
    return any_of(id_formats, format) || any_of(other_formats, format);
}

std::string similar_format(std::string_view format) {
    for (auto const known : id_formats)
        if (edit_distance(known, format) == 1)
            return std::string(known);
    for (auto const known : other_formats)
        if (edit_distance(known, format) <= 2)
            return std::string(known);
    return {};
}

std::string library_name(std::string_view name, type_context const& context) {
    bool const within = context.root == "feishu" || context.root.starts_with("feishu::");
    return (within && !context.hidden.contains(std::string(name)) ? "" : "feishu::") + std::string(name);
}

cpp_type type_of(openapi::schema const& s, place const& at, std::string const& nested, role r,
                 type_context const& context) {
    if (!s.ref.empty())
        return type_of_reference(s, at, r, context);
    if (!s.oneOf.empty())
        return alternatives_type(s, at, r, context);
    if (!s.enum_.empty())
        throw spec_error(at / "enum", "an enum inside another type that has no name; move it to components/schemas");
    if (s.type == "string")
        return string_type(s, at, r, context);
    if (s.type == "integer" || s.type == "number")
        return number_type(s, at, r, context);
    if (s.type == "boolean")
        return {.name = "bool", .scalar = true};
    if (s.type == "array")
        return list_type(s, at, nested, r, context);
    if (s.type == "object" || s.type.empty())
        return object_type(s, at, nested, r, context);
    throw spec_error(at / "type", "\"" + s.type + "\" is not a type of JSON Schema");
}

located follow(openapi::schema const& s, place const& at, library const& specs) {
    located found{&s, at};
    for (int i = 0; !found.schema->ref.empty(); ++i) {
        if (i == max_references)
            throw spec_error(at / "$ref", "leads through too many references");
        auto const target = specs.resolve(found.schema->ref, found.at);
        found = {target.schema, target.at()};
    }
    return found;
}

std::string default_text(openapi::schema const& s, place const& at, cpp_type const& type,
                         library const& specs) {
    auto const& value = s.default_;
    auto const here = at / "default";
    if (type.enumeration != nullptr) {
        auto const symbols = enum_symbols(*type.enumeration, at);
        for (std::size_t i = 0; i < symbols.size(); ++i)
            if (type.enumeration->enum_[i] == value)
                return type.enum_name + "::" + symbols[i];
        throw spec_error(here, boost::json::serialize(value) + " is not one of the enum's values");
    }
    auto target = *follow(s, at, specs).schema;
    target.default_ = value;
    if (target.type == "integer" || target.type == "number")
        return number_default(target, here);
    if (target.type.empty() || (value.is_array() && target.type == "array") ||
        (value.is_object() && target.type == "object"))
        return boost::json::serialize(value);
    bool const plain = !is_own_format(target.format);
    bool const fits = (target.type == "boolean" && value.is_bool()) ||
                      (target.type == "string" && plain && value.is_string());
    if (!fits)
        throw spec_error(here, boost::json::serialize(value) + " cannot be the default of this type");
    if (value.is_string() && !has_size(json_text_of(value), target))
        throw spec_error(here, boost::json::serialize(value) + " is outside the limits");
    return boost::json::serialize(value);
}

std::string list_default(openapi::schema const& s, place const& at, type_context const& context) {
    auto const here = at / "default";
    auto const list = follow(s, at, context.specs);
    if (!list.schema->items)
        throw spec_error(here, boost::json::serialize(s.default_) + " cannot be the default of this type");
    auto const inner = list.at / "items";
    auto const type = type_of(*list.schema->items, inner, "", role::request, context);
    std::vector<std::string> out;
    for (auto const& value : s.default_.as_array()) {
        auto item = *list.schema->items;
        item.default_ = value;
        if (value.is_structured() || type.name == "boost::json::value")
            throw spec_error(here, "cannot be the default of a parameter; describe it in `description`");
        try {
            out.push_back(default_text(item, inner, type, context.specs));
        } catch (spec_error const& e) {
            throw spec_error(here, e.report().message);
        }
    }
    return "{" + comma_list(out) + "}";
}

openapi::schema const* inline_object(openapi::schema const& s) {
    if (!s.ref.empty())
        return nullptr;
    if (s.type == "array")
        return s.items ? inline_object(*s.items) : nullptr;
    if (s.type != "object" && !s.type.empty())
        return nullptr;
    if (!s.properties.empty())
        return &s;
    return s.additionalProperties ? inline_object(*s.additionalProperties) : nullptr;
}

std::vector<std::string> enum_symbols(openapi::schema const& s, place const& at) {
    check_enum(s, at);
    bool const given = !s.enum_names.empty();
    std::vector<std::string> out;
    std::set<std::string> taken;
    for (auto const& value : s.enum_) // those that need no other name keep theirs
        if (auto const text = json_text_of(value); !given && is_plain_identifier(text))
            taken.insert(text);
    for (std::size_t i = 0; i < s.enum_.size(); ++i) {
        auto symbol = given ? s.enum_names[i] : json_text_of(s.enum_[i]);
        if (given && symbol.size() > 1 && symbol.ends_with('_')) // a name may be given as C++ writes it
            symbol.pop_back();
        if (!given && !is_plain_identifier(symbol)) {
            auto const base = readable(symbol);
            symbol = base;
            for (int n = 2; !taken.insert(symbol).second; ++n)
                symbol = base + "_" + std::to_string(n);
        }
        out.push_back(identifier(symbol, at / (given ? "x-feishu-enum-names" : "enum")));
    }
    if (auto const twice = duplicate(out))
        throw spec_error(at / (given ? "x-feishu-enum-names" : "enum"), "\"" + *twice + "\" is a duplicate");
    return out;
}

std::string json_text_of(boost::json::value const& value) {
    if (auto const* text = value.if_string())
        return {text->data(), text->size()};
    return boost::json::serialize(value);
}

} // namespace codegen
