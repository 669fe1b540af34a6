#pragma once
// member_kind: the one classification of the types that described members have. Validation, the JSON writer
// and reader, request targets, form parts, content traversal and the OpenAPI reflection all use it, so that
// they agree on what a type is.

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <boost/json/fwd.hpp>

#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/timestamp.hpp>
#include <feishu/core/upload.hpp>

namespace feishu::reflect {

/// The kind of a member's type on the wire.
enum class member_kind : std::uint8_t {
    boolean,         ///< bool
    number,          ///< an arithmetic type
    limited_number,  ///< field::number
    time,            ///< unix_time
    text,            ///< std::string, strong ids, what converts to std::string_view
    limited_text,    ///< field::text, field::id
    enumeration,     ///< open<E>
    document,        ///< field::json_text and what derives from it
    upload,          ///< field::upload
    wrapper,         ///< field::required, field::deduced
    optional,        ///< std::optional, and boxes for recursive types
    map,             ///< from strings to values, in any order
    limited_list,    ///< field::list
    list,            ///< std::vector and other sequences
    json_value,      ///< boost::json::value
    json_object,     ///< boost::json::object
    unknown_members, ///< json::unknown_members: not a member on the wire; holds those that are not described
    object,          ///< a described struct
    none             ///< cannot be serialized
};

namespace detail {

template <class T>
concept map_like = requires(T& t) {
    typename T::mapped_type;
    t[std::string()];
};

template <class T>
concept optional_like = requires(T const& t) {
    typename T::value_type;
    { t.has_value() } -> std::convertible_to<bool>;
    *t;
};

template <class T>
concept list_like = requires(T const& t) {
    typename T::value_type;
    t.begin();
    t.end();
};

// A type that collects undescribed members declares `static constexpr bool collects_unknown_members = true`.
template <class T>
concept collects_unknown = requires { requires bool(T::collects_unknown_members); };

// The usual types, whose kind needs no look at what they can do, which takes the compiler longer.
template <class T>
inline constexpr member_kind usual_kind = member_kind::none;
template <>
inline constexpr member_kind usual_kind<std::string> = member_kind::text;
template <class Tag>
inline constexpr member_kind usual_kind<basic_id<Tag>> = member_kind::text;
template <class T>
inline constexpr member_kind usual_kind<std::optional<T>> = member_kind::optional;
template <class T>
inline constexpr member_kind usual_kind<std::vector<T>> = member_kind::list;

template <class T>
constexpr member_kind classify() {
    using enum member_kind;
    if constexpr (usual_kind<T> != none)
        return usual_kind<T>;
    else if constexpr (std::same_as<T, bool>)
        return boolean;
    else if constexpr (std::is_arithmetic_v<T>)
        return number;
    else if constexpr (field::is_number<T>)
        return limited_number;
    else if constexpr (is_unix_time<T>)
        return time;
    else if constexpr (field::is_json_text<T>)
        return document;
    else if constexpr (field::is_text<T>)
        return limited_text;
    else if constexpr (is_open<T>)
        return enumeration;
    else if constexpr (std::same_as<T, field::upload>)
        return upload;
    else if constexpr (std::same_as<T, boost::json::value>)
        return json_value;
    else if constexpr (std::same_as<T, boost::json::object>)
        return json_object;
    else if constexpr (collects_unknown<T>)
        return unknown_members;
    else if constexpr (field::is_required<T> || field::is_deduced<T>)
        return wrapper;
    else if constexpr (std::convertible_to<T const&, std::string_view>)
        return text;
    else if constexpr (field::is_list<T>)
        return limited_list;
    else if constexpr (map_like<T>)
        return map;
    else if constexpr (optional_like<T>)
        return optional;
    else if constexpr (list_like<T>)
        return list;
    else if constexpr (described<T>)
        return object;
    else
        return none;
}

} // namespace detail

/// The kind of T.
template <class T>
inline constexpr member_kind kind_of = detail::classify<T>();

/// T is a string on the wire whose characters are the value itself.
template <class T>
inline constexpr bool is_textual = kind_of<T> == member_kind::text || kind_of<T> == member_kind::limited_text;

/// T holds an Only and nothing else, so that its address is that of the Only.
template <class T, class Only>
inline constexpr bool holds_only = std::is_standard_layout_v<T> && sizeof(T) == sizeof(Only);

/// T holds another value, which may be absent.
template <class T>
inline constexpr bool is_wrapping = kind_of<T> == member_kind::wrapper || kind_of<T> == member_kind::optional;

/// T is a list.
template <class T>
inline constexpr bool is_sequence = kind_of<T> == member_kind::list || kind_of<T> == member_kind::limited_list;

/// The type inside `required`, `deduced`, optionals and boxes.
template <class T>
struct unwrapped {
    using type = T;
};
template <class T>
    requires is_wrapping<T>
struct unwrapped<T> : unwrapped<typename T::value_type> {};
template <class T>
using unwrapped_t = typename unwrapped<T>::type;

/// T has a member of kind `unknown_members`: it keeps what it does not describe.
template <described T>
inline constexpr bool keeps_unknown =
    []<template <class...> class List, class... D>(List<D...>) {
        return ((kind_of<member_type<T, D>> == member_kind::unknown_members) || ...);
    }(member_descriptors<T>{});

namespace detail {

template <class T, template <class...> class List, class... D>
constexpr std::size_t find_unknown_members(List<D...>) {
    std::size_t at = 0;
    (void)((kind_of<member_type<T, D>> == member_kind::unknown_members || (++at, false)) || ...);
    return at;
}
template <class T>
inline constexpr std::size_t unknown_members_at = find_unknown_members<T>(member_descriptors<T>{});

} // namespace detail

/// The descriptor of that member.
template <described T>
    requires keeps_unknown<T>
using unknown_members_descriptor = boost::mp11::mp_at_c<member_descriptors<T>, detail::unknown_members_at<T>>;

/// `all`, an entry for each member of T, without that of the member.
template <described T, class Entry, std::size_t N>
constexpr auto without_unknown_members(std::array<Entry, N> const& all) {
    if constexpr (!keeps_unknown<T>) {
        return all;
    } else {
        std::array<Entry, N - 1> named{};
        for (std::size_t i = 0; i < named.size(); ++i)
            named[i] = all[i < detail::unknown_members_at<T> ? i : i + 1];
        return named;
    }
}

} // namespace feishu::reflect
