#pragma once
// The endpoint concept: the requirements on a struct that the library calls, serves, validates and documents.
// A struct with a `spec` that violates one of them gets a static_assert that states what to change.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/member_kind.hpp>

namespace feishu {

/// The part of a request that carries a member.
enum class location { path, query, body, form, multipart, header };

namespace detail {

/// The next `:name` in a path template at or after `from`; empty if there is none. Advances `from` past it.
constexpr std::string_view next_placeholder(std::string_view path, std::size_t& from) {
    auto const colon = path.find("/:", from);
    if (colon == std::string_view::npos) {
        from = path.size();
        return {};
    }
    auto const end = path.find('/', colon + 2);
    from = end == std::string_view::npos ? path.size() : end;
    return path.substr(colon + 2, from - colon - 2);
}

constexpr bool is_placeholder(std::string_view path, std::string_view name) {
    for (std::size_t at = 0; at < path.size();)
        if (next_placeholder(path, at) == name)
            return true;
    return false;
}

constexpr std::size_t count_placeholders(std::string_view path) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < path.size();)
        count += next_placeholder(path, at).empty() ? 0u : 1u;
    return count;
}

template <class E>
constexpr bool placeholders_are_members() {
    for (std::size_t at = 0; at < E::spec.path.size();)
        if (auto const name = next_placeholder(E::spec.path, at); !name.empty() && !reflect::has_member<E>(name))
            return false;
    return true;
}

template <class E>
constexpr bool query_names_are_members() {
    for (auto const name : E::spec.query)
        if (!reflect::has_member<E>(name))
            return false;
    return true;
}

template <class E>
constexpr bool header_names_are_members() {
    for (auto const name : E::spec.headers)
        if (!reflect::has_member<E>(name))
            return false;
    return true;
}

// An upload, or a list of them.
template <class T>
constexpr bool holds_upload() {
    if constexpr (reflect::is_wrapping<T> || reflect::is_sequence<T>)
        return holds_upload<typename T::value_type>();
    else
        return reflect::kind_of<T> == reflect::member_kind::upload;
}
template <class T>
inline constexpr bool is_upload = holds_upload<T>();

// The body is multipart/form-data.
template <class E>
inline constexpr bool has_upload =
    E::spec.body != body_format::raw && []<template <class...> class List, class... D>(List<D...>) {
        return (is_upload<reflect::member_type<E, D>> || ...);
    }(reflect::member_descriptors<E>{});

template <class E>
concept has_spec = requires {
    { E::spec } -> std::convertible_to<endpoint_spec const&>;
};

// One static_assert per requirement, so that the compiler's message is the one line a user needs.
template <class E>
constexpr bool check_endpoint() {
    static_assert(reflect::described<E>, "describe the endpoint's members: BOOST_DESCRIBE_STRUCT(name, (), (members…))");
    static_assert(E::spec.path.starts_with("/"), "an endpoint's path begins with /");
    static_assert(count_placeholders(E::spec.path) <= max_placeholders, "an endpoint's path has at most 6 :placeholders");
    static_assert(!E::spec.id.empty(), "an endpoint needs an id, project.version.resource.method");
    if constexpr (reflect::described<E>) {
        static_assert(placeholders_are_members<E>(), "every :placeholder of the path must be a described member");
        static_assert(query_names_are_members<E>(), "every name in spec.query must be a described member");
        static_assert(header_names_are_members<E>(), "every name in spec.headers must be a described member");
    }
    static_assert(E::spec.tokens != token::none || E::spec.scopes.empty(),
                  "scopes belong to a token: give spec.tokens at least one token type");
    static_assert(!E::spec.basic_auth || E::spec.tokens == token::none,
                  "spec.basic_auth and spec.tokens exclude each other: both are the Authorization header");
    static_assert(requires { typename E::response; }, "an endpoint needs a nested struct named response");
    if constexpr (requires { typename E::response; })
        static_assert(reflect::described<typename E::response>,
                      "describe the response: BOOST_DESCRIBE_STRUCT(name::response, (), (members…))");
    return true;
}

} // namespace detail

/// A struct with a `spec`, described members and a described `response`.
template <class E>
concept endpoint = std::is_class_v<E> && detail::has_spec<E> && detail::check_endpoint<E>();

/// The part of a request that carries the member with this wire name.
template <endpoint E>
constexpr location location_of(std::string_view name) {
    if (detail::is_placeholder(E::spec.path, name))
        return location::path;
    if (E::spec.query.contains(name))
        return location::query;
    if (E::spec.headers.contains(name))
        return location::header;
    if (detail::has_upload<E>)
        return location::multipart;
    return E::spec.body == body_format::form ? location::form : location::body;
}

/// The part of a request that carries the member with descriptor `D`. An endpoint with a member of the body that has
/// the name of a parameter says which is which: `static constexpr feishu::location member_location(std::string_view
/// member, feishu::location usual)`, by names in C++.
template <endpoint E, class D>
constexpr location location_of() {
    constexpr auto usual = location_of<E>(reflect::member_name<E, D>());
    if constexpr (requires { E::member_location(std::string_view(), usual); })
        return E::member_location(D::name, usual);
    else
        return usual;
}

namespace detail {

template <class E, template <class...> class List, class... D>
constexpr std::array<location, sizeof...(D)> locate_members(List<D...>) {
    std::array<location, sizeof...(D)> found{};
    for (std::size_t i = 0; i < found.size(); ++i)
        found[i] = location_of<E>(reflect::member_names<E>[i]);
    if constexpr (requires { E::member_location(std::string_view(), location()); }) {
        std::size_t i = 0;
        ((found[i] = E::member_location(D::name, found[i]), ++i), ...);
    }
    return found;
}

// Of each member.
template <endpoint E>
inline constexpr auto locations_of = locate_members<E>(reflect::member_descriptors<E>{});

template <endpoint E>
constexpr std::size_t count_members_in(location where) {
    std::size_t count = 0;
    for (auto const each : locations_of<E>)
        count += each == where ? 1u : 0u;
    return count;
}

template <endpoint E>
constexpr bool has_member_in(location where) {
    return count_members_in<E>(where) != 0;
}

} // namespace detail

/// True when the endpoint has a JSON body, that is, a member carried by it.
template <endpoint E>
constexpr bool has_json_body() {
    return detail::has_member_in<E>(location::body);
}

/// True when the endpoint has an application/x-www-form-urlencoded body, that is, a member carried by it.
template <endpoint E>
constexpr bool has_form_body() {
    return detail::has_member_in<E>(location::form);
}

} // namespace feishu
