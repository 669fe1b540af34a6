#pragma once
// JSON Schemas of C++ types.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>

#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/core/impl/presence.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/timestamp.hpp>
#include <feishu/json/write.hpp>

namespace feishu::openapi::detail {

namespace json = boost::json;

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
    using symbols = reflect::enumerator_descriptors<E>;
    std::size_t i = 0;
    boost::mp11::mp_for_each<symbols>([&](auto d) {
        auto const& e = reflect::enumerators<E>[i++];
        auto const symbol = reflect::wire_name(d.name);
        if constexpr (numeric)
            values.emplace_back(e.value);
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
    using enum reflect::member_kind;
    constexpr auto kind = reflect::kind_of<T>;
    if constexpr (kind == enumeration || kind == boolean || kind == number || kind == limited_number ||
                  std::same_as<T, std::string>)
        return reflect::will_be_sent(value) ? json::parse(feishu::json::to_string(value)) : json::value();
    else
        return {};
}

template <class T>
json::object struct_schema(side s) {
    auto out = typed("object");
    json::object properties;
    json::array required;
    auto const defaults = feishu::detail::unchecked_construct::make<T>();
    reflect::for_each_member<T>([&](auto d) {
        using member = reflect::member_type<T, decltype(d)>;
        if constexpr (reflect::kind_of<member> != reflect::member_kind::unknown_members) {
            auto schema = schema_of<member>(s);
            if (s == side::request)
                if (auto value = default_of(defaults.*d.pointer); !value.is_null())
                    schema["default"] = std::move(value);
            auto const name = text(reflect::member_name<T, decltype(d)>());
            properties[name] = std::move(schema);
            if (reflect::kind_of<member> == reflect::member_kind::wrapper)
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
    using enum reflect::member_kind;
    constexpr auto kind = reflect::kind_of<T>;
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

} // namespace feishu::openapi::detail
