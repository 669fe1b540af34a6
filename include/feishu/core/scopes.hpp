#pragma once
// required_scopes<E...>(): what an administrator must approve for a program that calls these endpoints, at compile
// time. Where an endpoint accepts any of several scopes, the smallest set that serves all endpoints is chosen.
//
//     constexpr auto app = required_scopes<im::message::list, im::message::create>();
//     constexpr auto user = required_scopes<token::user, im::message::create>();   // called with user tokens
//     std::cout << console_import(app, user);

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

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

template <token Kind, endpoint... E>
consteval auto deciding_groups_of() {
    deciding_groups<(E::spec.scopes_for(Kind).size() + ... + 1)> groups;
    [[maybe_unused]] auto const take = [&](endpoint_spec const& spec) {
        for (auto const& group : spec.scopes_for(Kind))
            if (!group.empty())
                groups.add(group);
    };
    (take(E::spec), ...);
    return groups;
}

template <token Kind, endpoint... E>
consteval auto smallest_scope_set() {
    constexpr auto groups = deciding_groups_of<Kind, E...>();
    if constexpr (groups.size() == 0)
        return scope_set<1>{};
    else
        return scope_cover<groups.size(), groups.scope_count()>(groups).run();
}

template <token Kind>
inline constexpr bool is_one_token = Kind == token::tenant || Kind == token::user || Kind == token::app;

} // namespace detail

/// A small set of scopes with which all of `E...` may be called with a token of this kind, sorted by name: the
/// smallest one, unless the groups are too many and too entangled for a compiler to search, which the endpoints of the
/// platform are not. `Kind` is one kind of token that each of `E...` accepts: a user token often needs other scopes
/// than the app's own, im:message.send_as_user to send for instance.
template <token Kind, endpoint... E>
consteval auto required_scopes() {
    static_assert(detail::is_one_token<Kind>, "name one kind of token: tenant, user or app");
    static_assert((accepts(E::spec.tokens, Kind) && ...),
                  "one of the endpoints does not accept this kind of token");
    return detail::smallest_scope_set<Kind, E...>();
}

/// The same for calls with the app's own token (tenant_access_token); endpoints that need no token or only accept
/// another kind count with the scopes that they list.
template <endpoint... E>
consteval auto required_scopes() {
    return detail::smallest_scope_set<token::tenant, E...>();
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
