#pragma once
// Writes described structs as JSON, directly into a string; keys are constants made at compile time.
//
//     std::string body = feishu::json::to_string(value);
//
// Values are not checked: `validate()` reports invalid ones (such as text that is not UTF-8). A type may
// write itself: `void append_json(std::string& out, feishu::json::level) const`.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <vector>

#include <boost/json/fwd.hpp>

#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/core/impl/presence.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/json/impl/escape.hpp>

namespace feishu::json {

/// Which members are omitted besides absent ones.
struct write_options {
    bool omit_empty = false; ///< also empty strings, lists, maps, times and null, as the platform
};

template <class T, level Level = level::plain>
void write(std::string& out, T const& value, write_options options = {});

namespace detail {

FEISHU_DECL void append_json(std::string& out, boost::json::value const& value, bool embedded);
FEISHU_DECL void append_json(std::string& out, boost::json::object const& value, bool embedded);

// Whether the described member of a name is written, in which case append_unknown omits the unknown one.
struct described_members {
    void const* object;
    bool (*written)(void const* object, std::string_view name);
};
FEISHU_DECL bool has_member(boost::json::object const& members, std::string_view name);
FEISHU_DECL void append_unknown(std::string& out, boost::json::object const& members, described_members described,
                                bool first, bool embedded);

template <level Level>
constexpr std::string_view quote = Level == level::plain ? std::string_view("\"") : std::string_view("\\\"");

// `,"name":` as a constant.
template <class T, class Descriptor, level Level>
inline constexpr auto key_storage = [] {
    constexpr auto name = reflect::member_name<T, Descriptor>();
    std::array<char, name.size() + 6> bytes{};
    std::size_t n = 0;
    auto const put = [&](std::string_view s) {
        for (char const c : s)
            bytes[n++] = c;
    };
    put(",");
    put(quote<Level>);
    put(name);
    put(quote<Level>);
    put(":");
    return std::pair{bytes, n};
}();

template <class T, class Descriptor, level Level>
inline constexpr std::string_view key{key_storage<T, Descriptor, Level>.first.data(),
                                      key_storage<T, Descriptor, Level>.second};

// Begins an object; a new document gets room for what most requests need.
FEISHU_DECL void open_object(std::string& out);

template <class T>
void append_number(std::string& out, T value) {
    char buffer[32];
    if constexpr (std::is_floating_point_v<T>) {
        if (!std::isfinite(value)) { // JSON cannot represent it
            out += "null";
            return;
        }
        // Integral values are `100000`, not `1e+05`: parsers of integers reject an exponent.
        constexpr auto exact = static_cast<T>(std::uint64_t{1} << (std::min)(std::numeric_limits<T>::digits, 53));
        if (value == std::trunc(value) && std::abs(value) <= exact && !(value == 0 && std::signbit(value)))
            return append_number(out, static_cast<std::int64_t>(value));
    }
    auto const end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    out.append(buffer, end);
}

// The value of an enum that is a number on the wire.
FEISHU_DECL void append_number_or_string(std::string& out, std::string_view text, level at);

template <class E>
void append_enum(std::string& out, open<E> const& value, level at) {
    auto const text = value.str();
    if constexpr (wire_is_number<E>)
        append_number_or_string(out, text, at);
    else
        append_string(out, text, at);
}

FEISHU_DECL void append_json_text(std::string& out, field::json_text const& value, level at);

// True when a member is omitted.
template <class T>
constexpr bool is_omitted(T const& value, write_options options) {
    return !reflect::will_be_sent(value) || (options.omit_empty && reflect::is_empty(value));
}

// A type that writes itself.
template <class T>
concept self_writing = requires(T const& t, std::string& out, level at) { t.append_json(out, at); };

// A struct with a constant member `static constexpr std::string_view tag = "hr"`, which is written first.
template <class T>
concept tagged = requires { typename std::bool_constant<!std::string_view(T::tag).empty()>; };

/// The filter of append_members that keeps every member.
struct all_members {
    template <class Descriptor>
    static constexpr bool keep = true;
};

// The undescribed members of a value; null for types without unknown_members.
template <class T>
boost::json::object const* unknown_members_of(T const& value) {
    boost::json::object const* out = nullptr;
    if constexpr (reflect::described<T>)
        reflect::for_each_member<T>([&](auto d) {
            if constexpr (reflect::kind_of<reflect::member_type<T, decltype(d)>> ==
                          reflect::member_kind::unknown_members)
                out = &(value.*d.pointer).members;
        });
    return out;
}

// True when this member has the value that it has in a new object.
template <class T, class Descriptor>
bool is_untouched(T const& value) {
    using enum reflect::member_kind;
    using member = reflect::member_type<T, Descriptor>;
    constexpr auto kind = reflect::kind_of<member>;
    auto const& held = value.*Descriptor::pointer;
    if constexpr (kind == boolean || kind == number || kind == limited_number) {
        return held == feishu::detail::unchecked_construct::make<T>().*Descriptor::pointer;
    } else if constexpr (kind == unknown_members) {
        return held.members.empty();
    } else if constexpr (kind == object && reflect::described<member>) {
        bool untouched = true;
        reflect::for_each_member<member>(
            [&](auto d) { untouched = untouched && is_untouched<member, decltype(d)>(held); });
        return untouched;
    } else {
        return kind == object || reflect::is_empty(held);
    }
}

// True when the value of another kind that was read for this member is written instead: it is kept in
// unknown_members, and the member has not been set since.
template <class T, class Descriptor>
bool gives_way(T const& value) {
    if constexpr (reflect::keeps_unknown<T>)
        return has_member(*unknown_members_of(value), reflect::member_name<T, Descriptor>()) &&
               is_untouched<T, Descriptor>(value);
    else
        return false;
}

// True when the described member of this name is written.
template <class T>
bool writes_member(void const* object, std::string_view name) {
    auto const& value = *static_cast<T const*>(object);
    bool written = false;
    reflect::for_each_member<T>([&](auto d) {
        using descriptor = decltype(d);
        using member = reflect::member_type<T, descriptor>;
        if constexpr (reflect::kind_of<member> != reflect::member_kind::unknown_members)
            if (reflect::member_name<T, descriptor>() == name)
                written = reflect::will_be_sent(value.*d.pointer) && !gives_way<T, descriptor>(value);
    });
    return written;
}

template <level Level, class Filter, class T>
void append_members(std::string& out, T const& value, write_options options) {
    bool first = true;
    open_object(out);
    if constexpr (tagged<T>) {
        append_string(out, "tag", Level);
        out += ':';
        append_string(out, T::tag, Level);
        first = false;
    }
    reflect::for_each_member<T>([&](auto d) {
        using descriptor = decltype(d);
        using member = reflect::member_type<T, descriptor>;
        if constexpr (Filter::template keep<descriptor> &&
                      reflect::kind_of<member> != reflect::member_kind::unknown_members) {
            auto const& held = value.*d.pointer;
            if (is_omitted(held, options) || gives_way<T, descriptor>(value))
                return;
            out += key<T, descriptor, Level>.substr(first ? 1 : 0);
            first = false;
            write<member, Level>(out, held, options);
        }
    });
    if constexpr (reflect::keeps_unknown<T>)
        append_unknown(out, *unknown_members_of(value), {&value, &writes_member<T>}, first, Level == level::embedded);
    out += '}';
}

template <level Level, class T>
void append_sequence(std::string& out, T const& items, write_options options) {
    out += '[';
    bool first = true;
    for (auto const& item : items) {
        if (!first)
            out += ',';
        first = false;
        write<typename T::value_type, Level>(out, item, options);
    }
    out += ']';
}

template <level Level, class T>
void append_map(std::string& out, T const& items, write_options options) {
    out += '{';
    bool first = true;
    for (auto const& [name, item] : items) {
        if (!first)
            out += ',';
        first = false;
        append_string(out, name, Level);
        out += ':';
        write<typename T::mapped_type, Level>(out, item, options);
    }
    out += '}';
}

} // namespace detail

/// Appends `value` as JSON; `Level` is `embedded` for JSON inside a JSON string. Thread safety: stateless.
template <class T, level Level>
void write(std::string& out, T const& value, write_options options) {
    using enum reflect::member_kind;
    constexpr auto kind = reflect::kind_of<T>;
    if constexpr (detail::self_writing<T>)
        value.append_json(out, Level);
    else if constexpr (kind == boolean)
        out += value ? "true" : "false";
    else if constexpr (kind == number)
        detail::append_number(out, value);
    else if constexpr (kind == limited_number)
        detail::append_number(out, static_cast<typename T::value_type>(value));
    else if constexpr (kind == enumeration)
        detail::append_enum(out, value, Level);
    else if constexpr (kind == time) {
        out += detail::quote<Level>;
        detail::append_number(out, value.count());
        out += detail::quote<Level>;
    } else if constexpr (kind == document)
        detail::append_json_text(out, value, Level);
    else if constexpr (kind == wrapper)
        write<typename T::value_type, Level>(out, value.value(), options);
    else if constexpr (kind == text || kind == limited_text)
        detail::append_string(out, std::string_view(value), Level);
    else if constexpr (kind == json_value || kind == json_object)
        detail::append_json(out, value, Level == level::embedded);
    else if constexpr (kind == map)
        detail::append_map<Level>(out, value, options);
    else if constexpr (kind == list || kind == limited_list)
        detail::append_sequence<Level>(out, value, options);
    else if constexpr (kind == optional) {
        if (value.has_value())
            write<typename T::value_type, Level>(out, *value, options);
        else
            out += "null";
    } else {
        static_assert(kind == object, "describe this type with BOOST_DESCRIBE_STRUCT");
        detail::append_members<Level, detail::all_members>(out, value, options);
    }
}

/// `value` as a JSON document.
template <class T>
std::string to_string(T const& value, write_options options = {}) {
    std::string out;
    write(out, value, options);
    return out;
}

} // namespace feishu::json

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/json/impl/write.ipp>
#endif
