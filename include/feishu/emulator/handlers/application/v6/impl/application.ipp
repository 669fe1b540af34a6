#pragma once

#include <string>
#include <utility>

#include <feishu/emulator/handlers/application/v6/application.hpp>
#include <feishu/emulator/handlers/application/v6/common.hpp>
#include <feishu/emulator/handlers/application/v6/impl/paging.hpp>
#include <feishu/emulator/handlers/contact/v3/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

namespace app6 = feishu::application::v6;

inline app6::model::app_owner owner_of(state& tenant, app_profile const& profile, user_id_type type) {
    app6::model::app_owner out;
    auto const* owner = tenant.find_user(profile.creator);
    if (owner == nullptr)
        return out;
    out.type = app6::owner_type::member;
    out.owner_id = owner->id(type);
    out.name = owner->name;
    out.email = owner->email;
    out.phone = owner->mobile;
    return out;
}

// Of a known user, or 210001.
inline result<app6::model::user_list_status> status_in_lists(state& tenant, app const& of,
                                                             std::string const& id, user_id_type type) {
    auto const* user = tenant.find_user(type, id);
    if (user == nullptr)
        return refuse(210001);
    auto const& profile = *tenant.find_app_profile(of.app_id);
    return app6::model::user_list_status{.user_id = id,
                                         .in_white_list =
                                             !of.available_to || of.available_to->contains(user->open_id),
                                         .in_black_list = profile.unavailable_to.contains(user->open_id),
                                         .in_paid_list = false};
}

} // namespace detail

FEISHU_DECL result<application::v6::application::get::response>
handle(state& tenant, caller const& who, application::v6::application::get const& request) {
    using request_type = application::v6::application::get;
    auto const found = find_queried_app(tenant, who, request_type::spec, request.app_id);
    if (!found)
        return found.error();
    auto const& of = **found;
    auto const& profile = *tenant.find_app_profile(of.app_id);
    auto const type = id_types::of(request).user;
    request_type::response out;
    out.app.app_id = of.app_id;
    out.app.creator_id = shown_id(tenant, profile.creator, type);
    out.app.status = profile.enabled ? application::v6::application_status::enabled
                                     : application::v6::application_status::disabled;
    out.app.scene_type = of.store ? application::v6::application_scene_type::store
                                  : application::v6::application_scene_type::custom;
    out.app.payment_type = application::v6::payment_type::free;
    out.app.create_source = application::v6::app_create_source::developer_console;
    if (auto const* online = online_version(profile))
        out.app.online_version_id = online->version_id;
    if (auto const* pending = pending_version(profile))
        out.app.unaudit_version_id = pending->version_id;
    out.app.app_name = of.name;
    out.app.avatar_url = profile.avatar_url;
    out.app.description = profile.description;
    out.app.scopes = shown_scopes(of.scopes.value_or(profile.requested_scopes));
    out.app.i18n = {shown_text(of, profile)};
    out.app.primary_language = open<application::v6::app_language>(profile.primary_language);
    out.app.owner = detail::owner_of(tenant, profile, type);
    if (of.bot)
        out.app.pc_default_ability = out.app.mobile_default_ability = application::v6::ability_type::bot;
    return out;
}

FEISHU_DECL result<application::v6::application::contacts_range_configuration::response>
handle(state& tenant, caller const& who,
       application::v6::application::contacts_range_configuration const& request) {
    using request_type = application::v6::application::contacts_range_configuration;
    auto const found = find_queried_app(tenant, who, request_type::spec, request.app_id);
    if (!found)
        return found.error();
    auto const query = "contacts/" + (*found)->app_id.str();
    auto const position = detail::read_app_page(query, request.page_token);
    if (!position)
        return position.error();
    auto const& profile = *tenant.find_app_profile((*found)->app_id);
    request_type::response out;
    if (!profile.contacts) {
        out.contacts_range.contacts_scope_type = application::v6::contacts_scope_type::all;
        return out;
    }
    out.contacts_range.contacts_scope_type = application::v6::contacts_scope_type::some;
    auto listed = page_of_contacts(tenant, profile, *position,
                                   static_cast<std::size_t>(static_cast<int>(request.page_size)),
                                   id_types::of(request));
    out.contacts_range.visible_list.department_ids = std::move(listed.department_ids);
    out.contacts_range.visible_list.open_ids = std::move(listed.user_ids);
    out.contacts_range.visible_list.group_ids = std::move(listed.group_ids);
    out.has_more = listed.next != 0;
    if (out.has_more)
        out.page_token = make_page_token(query, listed.next);
    return out;
}

FEISHU_DECL result<application::v6::application_visibility::check_white_black_list::response>
handle(state& tenant, caller const& who,
       application::v6::application_visibility::check_white_black_list const& request) {
    using request_type = application::v6::application_visibility::check_white_black_list;
    auto const found = find_queried_app(tenant, who, request_type::spec, request.app_id);
    if (!found)
        return found.error();
    if (request.user_ids.size() + request.department_ids.size() + request.group_ids.size() == 0)
        return refuse(210001);
    auto const types = id_types{
        .user = id_types::of(request).user,
        .department = request.department_id_type.value_or(contact::v3::department_id_type::department_id)};
    bool const everyone = !(*found)->available_to;
    request_type::response out;
    for (auto const& id : request.user_ids) {
        auto const status = detail::status_in_lists(tenant, **found, id, types.user);
        if (!status)
            return status.error();
        out.user_visibility_list.push_back(*status);
    }
    for (auto const& id : request.department_ids) {
        if (find_department(tenant, types.department, id) == nullptr)
            return refuse(210001);
        out.department_visibility_list.push_back(
            {.department_id = id, .in_white_list = everyone, .in_black_list = false});
    }
    for (auto const& id : request.group_ids)
        out.group_visibility_list.push_back(
            {.group_id = id, .in_white_list = everyone, .in_black_list = false});
    return out;
}

} // namespace feishu::emulator
