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
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/core/open_enum.hpp>

namespace feishu::json {

struct binding;

/// One member of an object.
struct member_binding {
    std::string_view name;        ///< on the wire
    binding const* type;          ///< of the member
    void* (*get)(void* object);   ///< the member's address; null to skip what comes
};

/// Members of an object, in a table that outlives this. (std::span cannot be made in a constant expression by g++ 12
/// with _GLIBCXX_DEBUG and UBSan together.)
class member_list {
public:
    constexpr member_list() = default;
    constexpr member_list(member_binding const* first, std::size_t count) : first_(first), count_(count) {}
    template <std::size_t N>
    constexpr member_list(std::array<member_binding, N> const& members) : member_list(members.data(), N) {}

    constexpr member_binding const* begin() const { return first_; }
    constexpr member_binding const* end() const { return first_ + count_; }
    constexpr std::size_t size() const { return count_; }
    constexpr bool empty() const { return count_ == 0; }
    constexpr member_binding const& operator[](std::size_t i) const { return first_[i]; }

private:
    member_binding const* first_ = nullptr;
    std::size_t count_ = 0;
};

/// What a value of some type accepts. A null function means "not this kind of JSON value".
/// The bool results say whether the value could be taken; `false` leaves the target as it was.
struct binding {
    std::string_view kind{}; ///< for error messages: "a number", "a list", …
    bool (*on_string)(void* self, std::string_view text) = nullptr;
    bool (*on_integer)(void* self, std::int64_t value) = nullptr;
    bool (*on_unsigned)(void* self, std::uint64_t value) = nullptr; ///< only values above int64's range
    bool (*on_double)(void* self, double value) = nullptr;
    bool (*on_bool)(void* self, bool value) = nullptr;
    void (*clear)(void* self) = nullptr; ///< for null, and a wrapper whose value could not be taken
    void (*open)(void* self) = nullptr;  ///< list, map: before its entries are read

    void* (*inner)(void* self) = nullptr;               ///< optional, required: makes and returns the value inside
    void* (*append)(void* self) = nullptr;              ///< list: makes and returns a new last entry
    void (*remove_last)(void* self) = nullptr;          ///< list: takes back what `append` made
    void* (*insert)(void* self, std::string_view key) = nullptr; ///< map: makes and returns the entry
    void (*erase)(void* self, std::string_view key) = nullptr;   ///< map: takes back what `insert` made
    binding const* element = nullptr;                   ///< of inner, append, insert

    member_list members{}; ///< object
    bool is_object = false;
    boost::json::object* (*unknown)(void* self) = nullptr; ///< object: where undescribed members are collected
    std::string_view constant{};                           ///< object: a member that is written but not stored
    void (*assign)(void* self, boost::json::value&& value) = nullptr; ///< free-form JSON; objects only if is_object
    std::string_view nested_id{}; ///< text: the member to take when an object of ids comes in its place

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
        constexpr auto low = static_cast<double>((std::numeric_limits<T>::min)());
        constexpr auto high = static_cast<double>((std::numeric_limits<T>::max)() / 2 + 1) * 2;
        if (!(value >= low && value < high) || value != static_cast<double>(static_cast<T>(value)))
            return false;
    } else if constexpr (std::is_floating_point_v<From>) {
        constexpr auto most = static_cast<From>((std::numeric_limits<T>::max)());
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
        bool const yes = text == "true" || text == "1";
        if (!yes && !text.empty() && text != "false" && text != "0")
            return false;
        as<bool>(self) = yes;
        return true;
    };
    b.on_integer = [](void* self, std::int64_t value) {
        if (value != 0 && value != 1)
            return false;
        as<bool>(self) = value == 1;
        return true;
    };
    b.clear = [](void* self) { as<bool>(self) = false; };
    return b;
}

// The member of {"open_id": …, "union_id": …, "user_id": …} that a text takes when the object comes in its place.
template <class T>
constexpr std::string_view nested_id_of() {
    if constexpr (requires { typename T::id_type; })
        return nested_id_of<typename T::id_type>();
    else if constexpr (is_id<T>)
        return []<class Tag>(std::type_identity<basic_id<Tag>>) { return Tag::name; }(std::type_identity<T>{});
    else
        return reflect::is_textual<T> ? std::string_view("open_id") : std::string_view();
}

// Strings and what is made from one. Numbers are taken by their digits: some fields change sides between API
// versions.
template <class T, T (*make)(std::string_view)>
constexpr binding string_binding() {
    binding b;
    b.kind = "a string";
    b.nested_id = nested_id_of<T>();
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

// The members of T that have a name on the wire.
template <class T>
inline constexpr auto members_of = [] {
    constexpr std::size_t collectors = reflect::keeps_unknown<T> ? 1 : 0;
    std::array<member_binding, reflect::member_count<T> - collectors> members{};
    std::size_t n = 0;
    reflect::for_each_member<T>([&](auto d) {
        using member = reflect::member_type<T, decltype(d)>;
        if constexpr (reflect::kind_of<member> != reflect::member_kind::unknown_members)
            members[n++] = bind_member<T, decltype(d)>();
    });
    return members;
}();

template <class T>
boost::json::object* unknown_members_of(void* object) {
    boost::json::object* out = nullptr;
    reflect::for_each_member<T>([&](auto d) {
        using member = reflect::member_type<T, decltype(d)>;
        if constexpr (reflect::kind_of<member> == reflect::member_kind::unknown_members)
            out = &(as<T>(object).*d.pointer).members;
    });
    return out;
}

template <class T>
constexpr binding object_binding() {
    binding b;
    b.kind = "an object";
    b.is_object = true;
    if constexpr (!members_of<T>.empty())
        b.members = members_of<T>;
    if constexpr (reflect::keeps_unknown<T>)
        b.unknown = &unknown_members_of<T>;
    if constexpr (requires { typename std::bool_constant<!std::string_view(T::tag).empty()>; })
        b.constant = "tag"; // as the writer has it
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
        b.clear = [](void* self) { field::field_access<T>::reset(as<T>(self)); };
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
    b.remove_last = [](void* self) { items_of(as<T>(self)).pop_back(); };
    if constexpr (field::is_list<T>)
        b.open = [](void* self) { as<T>(self) = T(std::vector<typename T::value_type>()); };
    else
        b.open = [](void* self) { as<T>(self).clear(); };
    b.clear = [](void* self) { as<T>(self) = T(); };
    return b;
}

template <class T>
constexpr binding map_binding() {
    binding b;
    b.kind = "an object";
    b.element = &binding_of<typename T::mapped_type>;
    b.insert = [](void* self, std::string_view key) -> void* { return &as<T>(self)[std::string(key)]; };
    b.erase = [](void* self, std::string_view key) { as<T>(self).erase(std::string(key)); };
    b.open = b.clear = [](void* self) { as<T>(self).clear(); };
    return b;
}

template <class T>
constexpr binding any_binding() {
    binding b;
    b.is_object = std::same_as<T, boost::json::object>;
    b.kind = b.is_object ? "an object" : "JSON";
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
constexpr binding make_binding() {
    using enum reflect::member_kind;
    constexpr auto kind = reflect::kind_of<T>;
    if constexpr (self_reading<T>)
        return self_reading_binding<T>();
    else if constexpr (kind == boolean)
        return bool_binding();
    else if constexpr (kind == number)
        return number_binding<T, T, &from_raw<T>>();
    else if constexpr (kind == limited_number)
        return number_binding<T, typename T::value_type, &from_number<T>>();
    else if constexpr (kind == time)
        return number_binding<T, std::int64_t, &from_count<T>>();
    else if constexpr (kind == text || kind == limited_text || kind == enumeration || kind == document)
        return string_binding<T, &from_text<T>>();
    else if constexpr (kind == wrapper || kind == optional)
        return wrapper_binding<T>();
    else if constexpr (kind == list || kind == limited_list)
        return list_binding<T>();
    else if constexpr (kind == map)
        return map_binding<T>();
    else if constexpr (kind == json_value || kind == json_object)
        return any_binding<T>();
    else {
        static_assert(kind == object, "describe this type with BOOST_DESCRIBE_STRUCT");
        return object_binding<T>();
    }
}

} // namespace detail
} // namespace feishu::json
