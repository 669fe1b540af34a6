#pragma once
// required_scopes<E...>(): what an administrator must approve for a program that calls these endpoints, at compile
// time. Where an endpoint accepts any of several scopes, the smallest set that serves all endpoints is chosen.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/endpoint.hpp>

namespace feishu {

/// A sorted list of scopes.
template <std::size_t Capacity>
using scope_set = static_list<std::string_view, Capacity>;

namespace detail {

/// Picks scopes until every group has one: exact for few groups (iterative deepening), which is what programs have.
template <std::size_t Groups>
class scope_picker {
public:
    constexpr explicit scope_picker(std::array<scope_group, Groups> const& groups) : groups_(groups) {}

    constexpr scope_set<Groups> run() {
        for (std::size_t budget = 0; budget <= Groups; ++budget)
            if (search(budget))
                break;
        return sorted();
    }

private:
    constexpr bool satisfied(scope_group const& group) const {
        for (auto const scope : group)
            if (chosen_.contains(scope))
                return true;
        return group.empty();
    }

    // Every solution has one scope of the first open group, so those are the only branches.
    constexpr bool search(std::size_t budget) {
        for (auto const& group : groups_) {
            if (satisfied(group))
                continue;
            if (budget == 0)
                return false;
            for (auto const scope : group) {
                auto const before = chosen_;
                chosen_.push_back(scope);
                if (search(budget - 1))
                    return true;
                chosen_ = before;
            }
            return false;
        }
        return true;
    }

    constexpr scope_set<Groups> sorted() const {
        scope_set<Groups> out;
        std::string_view last;
        for (std::size_t n = 0; n < chosen_.size(); ++n) {
            std::string_view next;
            for (auto const scope : chosen_)
                if (scope > last && (next.empty() || scope < next))
                    next = scope;
            out.push_back(next);
            last = next;
        }
        return out;
    }

    std::array<scope_group, Groups> groups_;
    scope_set<Groups> chosen_{};
};

} // namespace detail

/// The smallest set of scopes with which all of `E...` may be called, sorted by name.
template <endpoint... E>
consteval auto required_scopes() {
    constexpr std::size_t count = (E::spec.scopes.size() + ... + 0);
    if constexpr (count == 0) {
        return scope_set<1>{};
    } else {
        std::array<scope_group, count> groups{};
        std::size_t at = 0;
        auto const take = [&](endpoint_spec const& spec) {
            for (auto const& group : spec.scopes)
                groups[at++] = group;
        };
        (take(E::spec), ...);
        return detail::scope_picker<count>(groups).run();
    }
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

/// The JSON that the developer console takes under "Permissions & Scopes", batch import: scopes for the app itself
/// (tenant_access_token) and for acting on users' behalf (user_access_token).
template <class Tenant, class User = scope_set<1>>
std::string console_import(Tenant const& tenant, User const& user = {}) {
    std::string out = "{\n  \"scopes\": {\n";
    detail::append_scope_list(out, "tenant", tenant);
    out += ",\n";
    detail::append_scope_list(out, "user", user);
    return out + "\n  }\n}\n";
}

} // namespace feishu
