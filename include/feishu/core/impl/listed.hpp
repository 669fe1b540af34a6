#pragma once
// How generated code describes structs of more than 52 members, which is as many as BOOST_DESCRIBE_STRUCT takes.
//
//     feishu::reflect::member_list<"id, name", &user::id, &user::name> feishu_members(user**);

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace feishu::reflect {

/// Names as a declaration writes them: `"id, name"`.
template <std::size_t Size>
struct name_list {
    char text[Size]{};

    constexpr name_list(char const (&names)[Size]) {
        for (std::size_t i = 0; i < Size; ++i)
            text[i] = names[i];
    }
};

/// The members of a struct in order.
template <name_list Names, auto... Pointers>
struct member_list {};

/// A struct for which `feishu_members` is declared.
template <class T>
concept listed = std::is_class_v<T> && requires(T** type) {
    feishu_members(type);
};

namespace detail {

template <class...>
struct type_list {};

template <name_list Names>
inline constexpr std::size_t name_count = [] {
    std::size_t count = Names.text[0] == '\0' ? 0 : 1;
    for (char const c : Names.text)
        count += c == ',' ? 1u : 0u;
    return count;
}();

// The names one by one, each with its NUL.
template <name_list Names>
struct split_names {
    static constexpr std::size_t size = name_count<Names>;

    static constexpr auto ended = [] {
        auto list = Names;
        for (auto& c : list.text)
            if (c == ',')
                c = '\0';
        return list;
    }();

    static constexpr std::array<char const*, size> all = [] {
        std::array<char const*, size> names{};
        std::size_t at = 0;
        for (auto& name : names) {
            name = ended.text + at;
            while (ended.text[at] != '\0')
                ++at;
            at += 2; // its NUL and the space
        }
        return names;
    }();
};

template <class T>
using declared_members = decltype(feishu_members(static_cast<T**>(nullptr)));

template <name_list Names, auto... Pointers>
split_names<Names> names_in(member_list<Names, Pointers...>);

// Descriptors, as Boost.Describe has them. They do not have the names as a template argument: symbols would be long.
template <class T, std::size_t I, auto Pointer>
struct listed_member {
    static constexpr auto pointer = Pointer;
    static constexpr char const* name = decltype(names_in(declared_members<T>()))::all[I];
};

template <class T, name_list Names, auto... Pointers, std::size_t... I>
    requires(name_count<Names> == sizeof...(Pointers))
type_list<listed_member<T, I, Pointers>...> descriptors_in(member_list<Names, Pointers...>,
                                                           std::index_sequence<I...>);

template <class T, class Declared>
using descriptors_of =
    decltype(descriptors_in<T>(Declared(), std::make_index_sequence<decltype(names_in(Declared()))::size>()));

} // namespace detail

/// Descriptors of the members of T: `pointer` and `name`.
template <listed T>
using listed_members = detail::descriptors_of<T, detail::declared_members<T>>;


} // namespace feishu::reflect
