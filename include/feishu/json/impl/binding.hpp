#pragma once
// binding: how JSON reaches an object of a C++ type, as a table of functions made by reflection. The parser is one
// non-template engine over these tables, compiled once; a new struct costs a few small functions, not a parser.

#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/json/fwd.hpp>

#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/timestamp.hpp>

namespace feishu::json {

struct binding;

/// One member of an object.
struct member_binding {
    std::string_view name;        ///< on the wire
    binding const* type;          ///< of the member
    void* (*get)(void* object);   ///< the member's address; null to skip what comes
};

/// What a value of some type accepts. A null function means "not this kind of JSON value".
/// The bool results say whether the value could be taken; `false` is a decode error that names the path.
struct binding {
    std::string_view kind{}; ///< for error messages: "a number", "a list", …
    bool (*on_string)(void* self, std::string_view text) = nullptr;
    bool (*on_integer)(void* self, std::int64_t value) = nullptr;
    bool (*on_unsigned)(void* self, std::uint64_t value) = nullptr; ///< only values above int64's range
    bool (*on_double)(void* self, double value) = nullptr;
    bool (*on_bool)(void* self, bool value) = nullptr;
    void (*clear)(void* self) = nullptr; ///< for null, and before a list or map is read again

    void* (*inner)(void* self) = nullptr;               ///< optional, required: makes and returns the value inside
    void* (*append)(void* self) = nullptr;              ///< list: makes and returns a new last entry
    void* (*insert)(void* self, std::string_view key) = nullptr; ///< map: makes and returns the entry
    binding const* element = nullptr;                   ///< of inner, append, insert

    std::span<member_binding const> members{}; ///< object
    bool is_object = false;
    void (*assign)(void* self, boost::json::value&& value) = nullptr; ///< free-form JSON of any kind

    binding const* base = nullptr;          ///< a second set of members …
    void* (*base_object)(void*) = nullptr;  ///< … and whose they are (flat envelopes); null as above
};

namespace detail {

FEISHU_DECL void assign_json(boost::json::value& to, boost::json::value&& from);
FEISHU_DECL void assign_json(boost::json::object& to, boost::json::value&& from);

/// The whole text as a number; false when it is none, or not a finite one.
FEISHU_DECL bool parse_double(std::string_view text, double& out);

template <class T>
T& as(void* self) {
    return *static_cast<T*>(self);
}

template <class T, class From>
bool assign_number(T& out, From value) {
    if constexpr (std::is_integral_v<T> && std::is_integral_v<From>) {
        if (!std::in_range<T>(value))
            return false;
    } else if constexpr (std::is_integral_v<T>) {
        // A double for an integer is fine when it is one. `high` is one above the largest T, which a double holds
        // exactly: for 64 bits the largest T itself rounds up to it.
        constexpr auto low = static_cast<double>(std::numeric_limits<T>::min());
        constexpr auto high = static_cast<double>(std::numeric_limits<T>::max() / 2 + 1) * 2;
        if (!(value >= low && value < high) || value != static_cast<double>(static_cast<T>(value)))
            return false;
    } else if constexpr (std::is_floating_point_v<From>) {
        constexpr auto most = static_cast<From>(std::numeric_limits<T>::max());
        if (!(value >= -most && value <= most))
            return false;
    }
    out = static_cast<T>(value);
    return true;
}

// Digits in a string, a number in a string: the platform sends both forms for numeric fields.
template <class T>
bool parse_number(std::string_view text, T& out) {
    if (text.empty()) { // how the platform says "none"
        out = T{};
        return true;
    }
    if constexpr (std::is_floating_point_v<T>) {
        double number = 0;
        return parse_double(text, number) && assign_number(out, number);
    } else {
        auto const result = std::from_chars(text.data(), text.data() + text.size(), out);
        return result.ec == std::errc{} && result.ptr == text.data() + text.size();
    }
}

// Numbers: T is arithmetic, or something that `store` makes from Raw.
template <class T, class Raw, T (*make)(Raw)>
constexpr binding number_binding() {
    binding b;
    b.kind = "a number";
    b.on_string = [](void* self, std::string_view text) {
        Raw raw{};
        if (!parse_number(text, raw))
            return false;
        as<T>(self) = make(raw);
        return true;
    };
    b.on_integer = [](void* self, std::int64_t value) {
        Raw raw{};
        if (!assign_number(raw, value))
            return false;
        as<T>(self) = make(raw);
        return true;
    };
    b.on_unsigned = [](void* self, std::uint64_t value) {
        Raw raw{};
        if (!assign_number(raw, value))
            return false;
        as<T>(self) = make(raw);
        return true;
    };
    b.on_double = [](void* self, double value) {
        Raw raw{};
        if (!assign_number(raw, value))
            return false;
        as<T>(self) = make(raw);
        return true;
    };
    b.clear = [](void* self) { as<T>(self) = make(Raw{}); };
    return b;
}

constexpr binding bool_binding() {
    binding b;
    b.kind = "true or false";
    b.on_bool = [](void* self, bool value) {
        as<bool>(self) = value;
        return true;
    };
    b.on_string = [](void* self, std::string_view text) {
        as<bool>(self) = text == "true" || text == "1";
        return text.empty() || text == "true" || text == "false" || text == "0" || text == "1";
    };
    b.on_integer = [](void* self, std::int64_t value) {
        as<bool>(self) = value != 0;
        return value == 0 || value == 1;
    };
    b.clear = [](void* self) { as<bool>(self) = false; };
    return b;
}

// Strings and what is made from one. Numbers are taken by their digits: some fields change sides between API
// versions.
template <class T, T (*make)(std::string_view)>
constexpr binding string_binding() {
    binding b;
    b.kind = "a string";
    b.on_string = [](void* self, std::string_view text) {
        as<T>(self) = make(text);
        return true;
    };
    b.on_integer = [](void* self, std::int64_t value) {
        char buffer[24];
        auto const end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
        as<T>(self) = make({buffer, static_cast<std::size_t>(end - buffer)});
        return true;
    };
    b.on_unsigned = [](void* self, std::uint64_t value) {
        char buffer[24];
        auto const end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
        as<T>(self) = make({buffer, static_cast<std::size_t>(end - buffer)});
        return true;
    };
    b.clear = [](void* self) { as<T>(self) = make({}); };
    return b;
}

template <class T>
constexpr T from_raw(T value) {
    return value;
}
template <class T>
constexpr T from_number(typename T::value_type value) {
    return T(value);
}
template <class T>
constexpr T from_count(std::int64_t value) {
    return T(value);
}
template <class T>
T from_text(std::string_view text) {
    if constexpr (is_open<T>)
        return T::from_wire(text);
    else
        return T(std::string(text));
}

template <class T>
constexpr binding make_binding();

} // namespace detail

/// The binding of T.
template <class T>
inline constexpr binding binding_of = detail::make_binding<T>();

namespace detail {

// Owner differs from the descriptor's class when members are inherited, hence a lambda over both.
template <class T, class D>
constexpr member_binding bind_member() {
    using member = reflect::member_type<T, D>;
    return {reflect::member_name<T, D>(), &binding_of<member>,
            [](void* object) -> void* { return &(as<T>(object).*D::pointer); }};
}

template <class T, template <class...> class List, class... D>
constexpr auto bind_members(List<D...>) {
    return std::array<member_binding, sizeof...(D)>{bind_member<T, D>()...};
}

template <class T>
inline constexpr auto members_of = bind_members<T>(reflect::detail::member_list<T>{});

template <class T>
constexpr binding object_binding() {
    binding b;
    b.kind = "an object";
    b.is_object = true;
    if constexpr (reflect::member_count<T> != 0)
        b.members = members_of<T>;
    return b;
}

template <class T>
constexpr binding wrapper_binding() {
    binding b;
    using value = typename T::value_type;
    b.element = &binding_of<value>;
    b.kind = "a value";
    if constexpr (requires(T t) { t.reset(); }) {
        b.inner = [](void* self) -> void* {
            if (!as<T>(self))
                as<T>(self) = feishu::detail::unchecked_construct::make<value>();
            return &*as<T>(self);
        };
        b.clear = [](void* self) { as<T>(self).reset(); };
    } else {
        b.inner = [](void* self) -> void* { return field::field_access<T>::emplace(as<T>(self)); };
        b.clear = [](void*) {};
    }
    return b;
}

template <class T>
auto& items_of(T& list) {
    if constexpr (field::is_list<T>)
        return list.values();
    else
        return list;
}

template <class T>
constexpr binding list_binding() {
    binding b;
    b.kind = "a list";
    b.element = &binding_of<typename T::value_type>;
    b.append = [](void* self) -> void* {
        auto& items = items_of(as<T>(self));
        items.push_back(feishu::detail::unchecked_construct::make<typename T::value_type>());
        return &items.back();
    };
    b.clear = [](void* self) { items_of(as<T>(self)).clear(); };
    return b;
}

template <class T>
constexpr binding map_binding() {
    binding b;
    b.kind = "an object";
    b.element = &binding_of<typename T::mapped_type>;
    b.insert = [](void* self, std::string_view key) -> void* { return &as<T>(self)[std::string(key)]; };
    b.clear = [](void* self) { as<T>(self).clear(); };
    return b;
}

template <class T>
constexpr binding any_binding() {
    binding b;
    b.kind = "JSON";
    b.assign = [](void* self, boost::json::value&& value) { assign_json(as<T>(self), std::move(value)); };
    return b;
}

// Reads itself from a document: `void assign_json(boost::json::value&&)`.
template <class T>
concept self_reading = requires(T& t, boost::json::value&& value) { t.assign_json(std::move(value)); };

template <class T>
constexpr binding self_reading_binding() {
    binding b;
    b.kind = "JSON";
    b.assign = [](void* self, boost::json::value&& value) { as<T>(self).assign_json(std::move(value)); };
    return b;
}

template <class T>
inline constexpr bool is_std_vector = false;
template <class T>
inline constexpr bool is_std_vector<std::vector<T>> = true;
// std::map, and maps that keep the order of the document.
template <class T>
concept string_map = requires(T t) {
    typename T::mapped_type;
    t[std::string()];
    t.clear();
};
// std::optional, and boxes for recursive types.
template <class T>
concept resettable = requires(T t) {
    typename T::value_type;
    t.reset();
    *t;
};

template <class T>
constexpr binding make_binding() {
    if constexpr (self_reading<T>)
        return self_reading_binding<T>();
    else if constexpr (std::same_as<T, bool>)
        return bool_binding();
    else if constexpr (std::is_arithmetic_v<T>)
        return number_binding<T, T, &from_raw<T>>();
    else if constexpr (field::is_number<T>)
        return number_binding<T, typename T::value_type, &from_number<T>>();
    else if constexpr (is_unix_time<T>)
        return number_binding<T, std::int64_t, &from_count<T>>();
    else if constexpr (std::same_as<T, std::string> || is_id<T> || field::is_text<T> || is_open<T> ||
                       field::is_json_text<T>)
        return string_binding<T, &from_text<T>>();
    else if constexpr (field::is_required<T> || field::is_deduced<T> || resettable<T>)
        return wrapper_binding<T>();
    else if constexpr (field::is_list<T> || is_std_vector<T>)
        return list_binding<T>();
    else if constexpr (string_map<T>)
        return map_binding<T>();
    else if constexpr (std::same_as<T, boost::json::value> || std::same_as<T, boost::json::object>)
        return any_binding<T>();
    else {
        static_assert(reflect::described<T>, "describe this type with BOOST_DESCRIBE_STRUCT");
        return object_binding<T>();
    }
}

} // namespace detail
} // namespace feishu::json
