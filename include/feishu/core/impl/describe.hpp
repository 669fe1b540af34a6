#pragma once
// The library's view of Boost.Describe: members of a struct and of its bases in order, their wire names, and
// the names of enumerators. The only place that knows the renaming rule: a trailing `_` is dropped, unless
// the struct maps its names itself (`member_name`).

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/list.hpp>

namespace feishu::reflect {

/// A struct or class described by BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_CLASS.
template <class T>
concept described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

/// An enum described by BOOST_DESCRIBE_ENUM.
template <class T>
concept described_enum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

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
using described_members =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
struct all_members {
    using type = described_members<T>;
};

// BOOST_DESCRIBE_STRUCT takes 52 members. A struct of more names classes that describe the others, and are derived
// from it for that purpose only: `using more_members = boost::mp11::mp_list<members_2, members_3>`.
template <class T>
    requires requires { typename T::more_members; }
struct all_members<T> {
    template <class... Parts>
    using with = boost::mp11::mp_append<described_members<T>,
                                        boost::describe::describe_members<Parts, boost::describe::mod_public>...>;
    using type = boost::mp11::mp_apply<with, typename T::more_members>;
};

template <class T>
using member_list = typename all_members<T>::type;

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

/// Calls `f(D)` for each member descriptor of T; `D::pointer` is the member pointer, `D::name` the C++ name.
template <described T, class F>
constexpr void for_each_member(F&& f) {
    detail::unpack<detail::member_list<T>>::for_each(std::forward<F>(f));
}

template <described T>
inline constexpr std::size_t member_count = detail::unpack<detail::member_list<T>>::size;

/// The type of the member with descriptor `D`.
template <class T, class D>
using member_type = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;

/// True when T has a member of this wire name.
template <described T>
constexpr bool has_member(std::string_view name) {
    return detail::unpack<detail::member_list<T>>::any_of(
        [&](auto d) { return member_name<T, decltype(d)>() == name; });
}

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
inline constexpr auto enumerators = detail::list_enumerators<E>(boost::describe::describe_enumerators<E>{});

} // namespace feishu::reflect
