#pragma once
// The library's view of Boost.Describe and of what the generator lists: members of a struct and of its bases in order,
// their wire names, and the names of enumerators. The only place that knows the renaming rule: a trailing `_` is dropped, unless
// the struct maps its names itself (`member_name`).

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <utility>

#include <boost/describe/bases.hpp>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <feishu/core/impl/listed.hpp>

namespace feishu::reflect {

/// A struct or class described by BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_CLASS, or by the generator.
template <class T>
concept described = listed<T> || (std::is_class_v<T> && boost::describe::has_describe_members<T>::value);

/// An enum described by BOOST_DESCRIBE_ENUM.
template <class T>
concept described_enum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

/// Drops a trailing `_`: without it, `operator_` and `delete_` would be keywords.
constexpr std::string_view wire_name(std::string_view member) {
    if (member.size() > 1 && member.back() == '_')
        member.remove_suffix(1);
    return member;
}

/// The wire name of a member of `T`. A struct whose wire names are not identifiers
/// (`$ref`, `x-rate`) maps them itself: `static constexpr std::string_view wire_name(std::string_view)`.
template <class T>
constexpr std::string_view wire_name_in(std::string_view member) {
    if constexpr (requires { T::wire_name(std::string_view()); })
        return T::wire_name(member);
    else
        return wire_name(member);
}

/// The same by the member's descriptor.
template <class T, class D>
constexpr std::string_view member_name() {
    return wire_name_in<T>(D::name);
}

namespace detail {

// The members of T itself, as the macros list them: describe_members filters and copies that list, which takes most of
// the time that a described struct takes to compile.
template <class T>
struct own_parts {
    using members = decltype(boost_public_member_descriptor_fn(static_cast<T**>(nullptr)));
    using bases = boost::describe::describe_bases<T, boost::describe::mod_any_access>;
};
template <listed T>
struct own_parts<T> {
    using members = listed_members<T>;
    using bases = type_list<>;
};
template <class T>
using own_members = typename own_parts<T>::members;

template <class D, class Members>
struct is_hidden;
template <class D, template <class...> class List, class... M>
struct is_hidden<D, List<M...>> : std::bool_constant<((std::string_view(D::name) == M::name) || ...)> {};

// Members of the bases first, without those that a member of T hides. Boost.Describe does this too, but does not know
// what the generator lists.
template <class T, class Own = own_members<T>, class Bases = typename own_parts<T>::bases>
struct all_members {
    using owner = T; // whose own members they are
    template <class... Base>
    using of_bases = boost::mp11::mp_append<type_list<>, typename all_members<typename Base::type>::type...>;
    using inherited = boost::mp11::mp_apply<of_bases, boost::describe::describe_bases<T, boost::describe::mod_public>>;
    template <class D>
    using hidden = is_hidden<D, Own>;
    using type = boost::mp11::mp_append<boost::mp11::mp_remove_if<inherited, hidden>, Own>;
};
template <class T, class Own, template <class...> class List>
struct all_members<T, Own, List<>> {
    using owner = T;
    using type = Own;
};
template <class T, template <class...> class Own, template <class...> class List, class Base>
struct all_members<T, Own<>, List<Base>> : all_members<typename Base::type> {};

// True when the descriptors of T are those of its own members.
template <class T>
inline constexpr bool owns_members = std::is_same_v<typename all_members<T>::type, own_members<T>>;


template <class List>
struct unpack;

template <template <class...> class List, class... D>
struct unpack<List<D...>> {
    static constexpr std::size_t size = sizeof...(D);
    template <class F>
    static constexpr void for_each(F&& f) {
        (f(D{}), ...);
    }
};

} // namespace detail

/// Descriptors of the members of T and of its bases: `pointer` and `name`, the C++ name.
template <described T>
using member_descriptors = typename detail::all_members<T>::type;

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

namespace detail {

// D::pointer is that of the class which declares the member: T, or one of its bases.
template <class T, class D>
inline constexpr member_type<T, D> T::*inherited_pointer = D::pointer;

} // namespace detail

/// Refers to the pointer to the member with descriptor `D`, as a member of T.
template <class T, class D>
constexpr void const* pointer_to() {
    static_assert(sizeof D::pointer == sizeof(std::ptrdiff_t));
    if constexpr (detail::owns_members<T>)
        return &D::pointer;
    else
        return &detail::inherited_pointer<T, D>;
}

/// The offset in T of the member for which `pointer_to` returned `pointer`.
inline std::ptrdiff_t offset_of(void const* pointer) {
    std::ptrdiff_t offset; // what a pointer to a data member is in the ABI of g++ and clang
    std::memcpy(&offset, pointer, sizeof offset);
    return offset;
}

namespace detail {

template <class T, template <class...> class List, class... D>
constexpr std::array<std::string_view, sizeof...(D)> names_of(List<D...>) {
    return {wire_name_in<T>(D::name)...};
}

} // namespace detail

/// The wire names of T's members.
template <described T>
inline constexpr auto member_names = detail::names_of<T>(member_descriptors<T>{});

/// True when T has a member of this wire name.
template <described T>
constexpr bool has_member(std::string_view name) {
    for (auto const& each : member_names<T>)
        if (each == name)
            return true;
    return false;
}

/// Descriptors of the enumerators of E: `value` and `name`, the C++ name.
template <described_enum E>
using enumerator_descriptors = boost::describe::describe_enumerators<E>;

/// One enumerator of some enum, and its name on the wire. The value is without its type, so that functions over
/// enumerators are compiled once for all enums.
struct enumerator {
    std::int64_t value;
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
constexpr std::array<enumerator, sizeof...(D)> list_enumerators(List<D...>) {
    return {enumerator{static_cast<std::int64_t>(D::value), enumerator_name<E>(D::value, D::name)}...};
}

} // namespace detail

/// All enumerators of E with their wire names. An enum whose wire names are not identifiers maps them itself,
/// by a constexpr function `std::string_view feishu_wire_name(E)` beside it.
template <described_enum E>
inline constexpr auto enumerators = detail::list_enumerators<E>(enumerator_descriptors<E>{});

} // namespace feishu::reflect
