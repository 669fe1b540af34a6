#pragma once
// The library's view of Boost.Describe and of what generated code lists: members of a struct and of its bases in order,
// their wire names, and the names of enumerators. The only place that knows the renaming rule: a trailing `_` is dropped, unless
// the struct maps its names itself (`member_name`).

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include <boost/describe/bases.hpp>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <feishu/core/impl/listed.hpp>

namespace feishu::reflect {

/// A struct or class described by BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_CLASS, or a generated one.
template <class T>
concept described = listed<T> || (std::is_class_v<T> && boost::describe::has_describe_members<T>::value);

/// An enum described by BOOST_DESCRIBE_ENUM, or a generated one.
template <class T>
concept described_enum =
    listed_enum<T> || (std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value);

/// Drops a trailing `_`: without it, `operator_` and `delete_` would be keywords.
constexpr std::string_view wire_name(std::string_view member) {
    if (member.size() > 1 && member.back() == '_')
        member.remove_suffix(1);
    return member;
}

/// The wire name of the member of `T` with descriptor `D`. A struct whose wire names are not identifiers
/// (`$ref`, `x-rate`) maps them itself: `static constexpr std::string_view wire_name(std::string_view)`.
template <class T, class D>
constexpr std::string_view member_name() {
    if constexpr (requires { T::wire_name(std::string_view()); })
        return T::wire_name(D::name);
    else
        return wire_name(D::name);
}

namespace detail {

template <class T>
struct descriptors;

template <class D, class Members>
struct is_hidden;

template <class D, template <class...> class List, class... M>
struct is_hidden<D, List<M...>> : std::bool_constant<((std::string_view(D::name) == M::name) || ...)> {};

// Members of the bases first, without those that a member of T hides. Boost.Describe does this too, but a base may be
// listed.
template <class T>
struct descriptors {
    using own = boost::describe::describe_members<T, boost::describe::mod_public>;
    template <class... Base>
    using of_bases = boost::mp11::mp_append<type_list<>, typename descriptors<typename Base::type>::type...>;
    using inherited = boost::mp11::mp_apply<of_bases, boost::describe::describe_bases<T, boost::describe::mod_public>>;
    template <class D>
    using hidden = is_hidden<D, own>;
    using type = boost::mp11::mp_append<boost::mp11::mp_remove_if<inherited, hidden>, own>;
};

template <listed T>
struct descriptors<T> {
    using type = listed_members<T>;
};

template <class E>
struct enum_descriptors {
    using type = boost::describe::describe_enumerators<E>;
};

template <listed_enum E>
struct enum_descriptors<E> {
    using type = listed_enumerators<E>;
};

template <class List>
struct unpack;

template <template <class...> class List, class... D>
struct unpack<List<D...>> {
    static constexpr std::size_t size = sizeof...(D);
    template <class F>
    static constexpr void for_each(F&& f) {
        (f(D{}), ...);
    }
    template <class F>
    static constexpr bool any_of(F&& f) {
        return (f(D{}) || ...);
    }
};

} // namespace detail

/// Descriptors of the members of T and of its bases: `pointer` and `name`, the C++ name.
template <described T>
using member_descriptors = typename detail::descriptors<T>::type;

/// Calls `f(D)` for each member descriptor of T; `D::pointer` is the member pointer, `D::name` the C++ name.
template <described T, class F>
constexpr void for_each_member(F&& f) {
    detail::unpack<member_descriptors<T>>::for_each(std::forward<F>(f));
}

template <described T>
inline constexpr std::size_t member_count = detail::unpack<member_descriptors<T>>::size;

/// The type of the member with descriptor `D`.
template <class T, class D>
using member_type = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;

/// True when T has a member of this wire name.
template <described T>
constexpr bool has_member(std::string_view name) {
    return detail::unpack<member_descriptors<T>>::any_of(
        [&](auto d) { return member_name<T, decltype(d)>() == name; });
}

/// Descriptors of the enumerators of E: `value` and `name`, the C++ name.
template <described_enum E>
using enumerator_descriptors = typename detail::enum_descriptors<E>::type;

/// One enumerator and its name on the wire.
template <class E>
struct enumerator {
    E value;
    std::string_view name;
};

namespace detail {

template <class E>
constexpr std::string_view enumerator_name(E value, std::string_view symbol) {
    if constexpr (requires { feishu_wire_name(value); })
        return feishu_wire_name(value);
    else
        return wire_name(symbol);
}

template <class E, template <class...> class List, class... D>
constexpr std::array<enumerator<E>, sizeof...(D)> list_enumerators(List<D...>) {
    return {enumerator<E>{D::value, enumerator_name<E>(D::value, D::name)}...};
}

} // namespace detail

/// All enumerators of E with their wire names. An enum whose wire names are not identifiers maps them itself,
/// by a constexpr function `std::string_view feishu_wire_name(E)` beside it.
template <described_enum E>
inline constexpr auto enumerators = detail::list_enumerators<E>(enumerator_descriptors<E>{});

} // namespace feishu::reflect
