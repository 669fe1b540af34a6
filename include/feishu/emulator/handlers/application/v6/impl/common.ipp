#pragma once

#include <chrono>
#include <string>

#include <feishu/emulator/handlers/application/v6/common.hpp>
#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// Absent for a version that was not published yet.
inline unix_seconds seconds_of(clock::time_point when) {
    return when == clock::time_point{} ? unix_seconds{}
                                       : unix_seconds(std::chrono::floor<std::chrono::seconds>(when));
}

inline bool may_query_others(caller const& who) {
    return !who.app.scopes || who.app.scopes->contains("admin:app.info:readonly");
}

} // namespace detail

FEISHU_DECL result<app*> find_queried_app(state& tenant, caller const& who, endpoint_spec const& spec,
                                          feishu::app_id const& id) {
    bool const own = id.str() == "me" || id == who.app.app_id;
    if (!own && !id.str().starts_with("cli_"))
        return refuse(documented(spec, 210503, 210001));
    auto* found = tenant.find_app(own ? who.app.app_id : id);
    if (found == nullptr)
        return refuse(documented(spec, 210506, 210001));
    if (!own && spec.errors.contains(210508) && !detail::may_query_others(who))
        return refuse(210508);
    if (!tenant.find_app_profile(found->app_id)->installed)
        return refuse(documented(spec, 210504, 210001));
    if (found->store && !own)
        return refuse(documented(spec, 210505, 210001));
    return found;
}

FEISHU_DECL app_version const* online_version(app_profile const& of) {
    app_version const* newest = nullptr;
    for (auto const& one : of.versions)
        if (one.status == review_status::approved)
            newest = &one;
    return newest;
}

FEISHU_DECL app_version const* pending_version(app_profile const& of) {
    app_version const* newest = nullptr;
    for (auto const& one : of.versions)
        if (one.status == review_status::under_review)
            newest = &one;
    return newest;
}

FEISHU_DECL std::vector<application::v6::model::app_scope> shown_scopes(std::set<std::string> const& scopes) {
    std::vector<application::v6::model::app_scope> out;
    for (auto const& scope : scopes) {
        auto& one = out.emplace_back();
        one.scope = scope;
        one.level = application::v6::app_scope_level::normal;
        one.token_types = {application::v6::scope_token_type::tenant,
                           application::v6::scope_token_type::user};
    }
    return out;
}

FEISHU_DECL application::v6::model::app_i18n_info shown_text(app const& of, app_profile const& profile) {
    application::v6::model::app_i18n_info out;
    out.i18n_key = open<feishu::locale>(profile.primary_language);
    out.name = of.name;
    out.description = profile.description;
    return out;
}

FEISHU_DECL application::v6::model::application_version
shown_version(state& tenant, app const& of, app_version const& what, user_id_type type) {
    auto const& profile = *tenant.find_app_profile(of.app_id);
    application::v6::model::application_version out;
    out.app_id = of.app_id;
    out.version = what.version;
    out.version_id = what.version_id;
    out.app_name = of.name;
    out.avatar_url = profile.avatar_url;
    out.description = profile.description;
    out.scopes = shown_scopes(what.scopes);
    out.i18n = {shown_text(of, profile)};
    out.events = what.events;
    for (auto const& type_of_event : what.events)
        out.event_infos.push_back(
            {.event_type = type_of_event, .event_name = type_of_event, .event_description = {}});
    out.status = static_cast<application::v6::app_version_status>(static_cast<int>(what.status));
    out.create_time = detail::seconds_of(what.create_time);
    out.publish_time = detail::seconds_of(what.publish_time);
    out.remark.remark = what.remark;
    out.remark.update_remark = what.update_remark;
    out.remark.visibility.is_all = !of.available_to.has_value();
    if (of.available_to)
        for (auto const& id : *of.available_to)
            if (auto const* user = tenant.find_user(id))
                out.remark.visibility.visible_list.open_ids.push_back(user->id(type));
    for (auto const& id : profile.unavailable_to)
        if (auto const* user = tenant.find_user(id))
            out.remark.visibility.invisible_list.open_ids.push_back(user->id(type));
    return out;
}

} // namespace feishu::emulator
