#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include <feishu/emulator/handlers/application/v6/scope.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline std::set<std::string> missing_scopes(app const& of, app_profile const& profile) {
    std::set<std::string> out;
    if (of.scopes)
        for (auto const& scope : profile.requested_scopes)
            if (!of.scopes->contains(scope))
                out.insert(scope);
    return out;
}

} // namespace detail

FEISHU_DECL result<application::v6::scope::list::response> handle(state& tenant, caller const& who,
                                                                  application::v6::scope::list const&) {
    using application::v6::scope_grant_status;
    auto const* profile = tenant.find_app_profile(who.app.app_id);
    if (profile == nullptr || !profile->installed)
        return refuse(212100);
    application::v6::scope::list::response out;
    for (auto const& scope : who.app.scopes ? *who.app.scopes : profile->requested_scopes)
        out.scopes.push_back({.scope_name = scope, .grant_status = scope_grant_status::granted});
    for (auto const& scope : detail::missing_scopes(who.app, *profile))
        out.scopes.push_back({.scope_name = scope, .grant_status = scope_grant_status::not_granted});
    return out;
}

FEISHU_DECL result<application::v6::scope::apply::response> handle(state& tenant, caller const& who,
                                                                   application::v6::scope::apply const&) {
    auto* profile = tenant.find_app_profile(who.app.app_id);
    auto missing = profile != nullptr ? detail::missing_scopes(who.app, *profile) : std::set<std::string>{};
    if (missing.empty())
        return refuse(212002);
    for (auto const& scope : profile->sensitive_scopes)
        missing.erase(scope);
    if (missing.empty())
        return refuse(212001);
    if (std::ranges::includes(profile->applied_scopes, missing))
        return refuse(212004);
    if (profile->scope_applications >= tenant.settings.max_scope_applications)
        return refuse(212003);
    ++profile->scope_applications;
    profile->applied_scopes = std::move(missing);
    return application::v6::scope::apply::response{};
}

} // namespace feishu::emulator
