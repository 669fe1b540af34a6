#pragma once
// required_scopes<E...>(): the scopes that an administrator must approve for a program that calls these
// endpoints, at compile time. Where an endpoint accepts any of several scopes, the smallest set that serves
// all endpoints is chosen.

#include <cstddef>
#include <string>
#include <string_view>

#include <feishu/core/endpoint.hpp>
#include <feishu/core/impl/scope_cover.hpp>

namespace feishu {

/// A sorted list of scopes.
template <std::size_t Capacity>
using scope_set = static_list<std::string_view, Capacity>;

namespace detail {

template <endpoint... E>
consteval auto deciding_groups_of() {
    deciding_groups<(E::spec.scopes.size() + ... + 1)> groups;
    [[maybe_unused]] auto const take = [&](endpoint_spec const& spec) {
        for (auto const& group : spec.scopes)
            if (!group.empty())
                groups.add(group);
    };
    (take(E::spec), ...);
    return groups;
}

} // namespace detail

/// A set of scopes with which all of `E...` may be called with a tenant or app token, sorted by name. (For
/// user tokens see endpoint_spec::user_scopes.) It is the smallest one, unless the search exceeds what a
/// compiler can evaluate (the endpoints of the platform do not).
///
///     constexpr auto scopes = feishu::required_scopes<im::message::create, im::chat::get>();
template <endpoint... E>
consteval auto required_scopes() {
    constexpr auto groups = detail::deciding_groups_of<E...>();
    if constexpr (groups.size() == 0)
        return scope_set<1>{};
    else
        return detail::scope_cover<groups.size(), groups.scope_count()>(groups).run();
}

namespace detail {

template <class Scopes>
void append_scope_list(std::string& out, std::string_view token, Scopes const& scopes) {
    out += "    \"" + std::string(token) + "\": [";
    std::string_view separator = "\n";
    for (auto const scope : scopes) {
        out += std::string(separator) + "      \"" + std::string(scope) + "\"";
        separator = ",\n";
    }
    out += separator == "\n" ? "]" : "\n    ]";
}

} // namespace detail

/// The JSON that the developer console accepts under "Permissions & Scopes", batch import: scopes for the app
/// itself (tenant_access_token) and for acting on users' behalf (user_access_token).
template <class Tenant, class User = scope_set<1>>
std::string console_import(Tenant const& tenant, User const& user = {}) {
    std::string out = "{\n  \"scopes\": {\n";
    detail::append_scope_list(out, "tenant", tenant);
    out += ",\n";
    detail::append_scope_list(out, "user", user);
    return out + "\n  }\n}\n";
}

} // namespace feishu
