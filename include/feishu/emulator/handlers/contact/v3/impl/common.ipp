#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/handlers/contact/v3/common.hpp>
#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

namespace contact3 = feishu::contact::v3;

// A value of an enum that tenants can extend.
template <class E>
open<E> numbered(int value) {
    return open<E>::from_wire(std::to_string(value));
}

// The shared members of what responses and events show of a user.
template <class Out>
void show_employee(Out& out, app const& to, user const& whom) {
    auto const& profile = *whom.profile;
    if (may_read(to, "contact:user.employee:readonly")) {
        out.status = status_of(whom);
        out.job_title = profile.job_title;
        out.city = profile.city;
        out.country = profile.country;
        out.work_station = profile.work_station;
        out.join_time = profile.join_time;
        out.employee_type = numbered<contact3::employee_type>(profile.employee_type);
        out.enterprise_email = profile.enterprise_email;
    }
    if (may_read(to, "contact:user.employee_number:read"))
        out.employee_no = profile.employee_no;
    if (may_read(to, "contact:user.job_level:readonly"))
        out.job_level_id = profile.job_level_id;
    if (may_read(to, "contact:user.job_family:readonly"))
        out.job_family_id = profile.job_family_id;
}

template <class Out>
void show_person(Out& out, app const& to, user const& whom) {
    auto const& profile = *whom.profile;
    out.open_id = whom.open_id;
    out.union_id = whom.union_id;
    if (may_read(to, "contact:user.employee_id:readonly", false))
        out.user_id = whom.user_id;
    if (may_read(to, "contact:user.base:readonly")) {
        out.name = whom.name;
        out.en_name = profile.en_name;
        out.nickname = profile.nickname;
        out.avatar = avatar_of(whom);
    }
    if (may_read(to, "contact:user.email:readonly", false))
        out.email = whom.email;
    if (may_read(to, "contact:user.phone:readonly", false))
        out.mobile = whom.mobile;
    if (may_read(to, "contact:user.gender:readonly"))
        out.gender = numbered<contact3::gender>(profile.gender);
}

inline std::vector<contact3::model::user_order> orders_of(std::vector<std::string> const& departments) {
    std::vector<contact3::model::user_order> out;
    for (auto const& id : departments)
        out.push_back({.department_id = id,
                       .user_order = 0,
                       .department_order = static_cast<int>(departments.size() - out.size()),
                       .is_primary_dept = out.empty()});
    return out;
}

inline std::vector<contact3::model::department_detail> paths_of(state& tenant, user const& whom,
                                                                contact3::department_id_type type) {
    std::vector<contact3::model::department_detail> out;
    for (auto const& id : whom.departments) {
        auto const* own = tenant.find_department(id);
        if (own == nullptr)
            continue;
        auto& path = out.emplace_back();
        path.department_id = shown_id(tenant, id, type);
        path.department_name.name = own->name;
        auto above = tenant.departments().ancestors_of(id);
        std::ranges::reverse(above);
        for (auto const position : above) {
            auto const& one = tenant.departments().at(position);
            path.department_path.department_ids.push_back(shown_id(tenant, one, type));
            path.department_path.department_path_name.name += one.name + '/';
        }
        path.department_path.department_ids.push_back(path.department_id);
        path.department_path.department_path_name.name += own->name;
    }
    return out;
}

inline std::vector<contact3::model::department_leader> leaders_of(state& tenant, department const& what,
                                                                  feishu::user_id_type type) {
    std::vector<contact3::model::department_leader> out;
    if (!what.leader.empty())
        out.push_back({.leaderType = contact3::department_leader_type::primary,
                       .leaderID = shown_id(tenant, what.leader, type)});
    for (auto const& deputy : what.deputies)
        out.push_back({.leaderType = contact3::department_leader_type::deputy,
                       .leaderID = shown_id(tenant, deputy, type)});
    return out;
}

} // namespace detail

FEISHU_DECL bool may_read(app const& who, std::string_view scope, bool legacy) {
    if (!who.scopes || who.scopes->contains(std::string(scope)))
        return true;
    if (legacy)
        for (auto const* old :
             {"contact:contact:access_as_app", "contact:contact:readonly", "contact:contact:readonly_as_app"})
            if (who.scopes->contains(old))
                return true;
    return false;
}

FEISHU_DECL bool is_in_contacts(state& tenant, app const& who, department const& what) {
    auto const* profile = tenant.find_app_profile(who.app_id);
    if (profile == nullptr || !profile->contacts)
        return true;
    auto const& allowed = profile->contacts->departments;
    if (allowed.contains(feishu::department_id("0")) || allowed.contains(what.open_department_id))
        return true;
    for (auto const position : tenant.departments().ancestors_of(what))
        if (allowed.contains(tenant.departments().at(position).open_department_id))
            return true;
    return false;
}

FEISHU_DECL bool is_in_contacts(state& tenant, app const& who, user const& whom) {
    auto const* profile = tenant.find_app_profile(who.app_id);
    if (profile == nullptr || !profile->contacts || profile->contacts->users.contains(whom.open_id))
        return true;
    for (auto const& id : whom.departments)
        if (auto const* one = tenant.find_department(id); one != nullptr && is_in_contacts(tenant, who, *one))
            return true;
    return whom.departments.empty() && !whom.resigned &&
           profile->contacts->departments.contains(feishu::department_id("0"));
}

FEISHU_DECL bool is_visible(state& tenant, caller const& who, user const& whom) {
    return who.user.has_value() || is_in_contacts(tenant, who.app, whom);
}

FEISHU_DECL bool is_visible(state& tenant, caller const& who, department const& what) {
    return who.user.has_value() || is_in_contacts(tenant, who.app, what);
}

FEISHU_DECL department* find_department(state& tenant, contact::v3::department_id_type type,
                                        std::string_view id) {
    return type == contact::v3::department_id_type::department_id
               ? tenant.departments().find_custom(id)
               : tenant.find_department(feishu::department_id(std::string(id)));
}

FEISHU_DECL result<department*> find_visible_department(state& tenant, caller const& who,
                                                        endpoint_spec const& spec,
                                                        contact::v3::department_id_type type,
                                                        std::string_view id) {
    auto* found = find_department(tenant, type, id);
    if (found == nullptr)
        return refuse(documented(spec, 40008, 40004));
    if (!is_visible(tenant, who, *found))
        return refuse(40004);
    return found;
}

FEISHU_DECL std::string shown_id(state& tenant, feishu::department_id const& department,
                                 contact::v3::department_id_type type) {
    if (type == contact::v3::department_id_type::open_department_id)
        return department.str();
    auto const* found = tenant.find_department(department);
    return found != nullptr ? found->department_id : std::string();
}

FEISHU_DECL std::vector<std::string> shown_departments(state& tenant, user const& whom,
                                                       contact::v3::department_id_type type) {
    std::vector<std::string> out;
    for (auto const& id : whom.departments)
        out.push_back(shown_id(tenant, id, type));
    if (out.empty() && !whom.resigned)
        out.push_back("0");
    return out;
}

FEISHU_DECL contact::v3::model::avatar avatar_of(user const& whom) {
    auto const& key = whom.profile->avatar_key;
    auto const base = "https://internal-api-lark-file.feishu.cn/static-resource/v1/" +
                      (key.empty() ? std::string("default-avatar") : key);
    return {.avatar_72 = base + "~?image_size=72x72",
            .avatar_240 = base + "~?image_size=240x240",
            .avatar_640 = base + "~?image_size=640x640",
            .avatar_origin = base + "~?image_size=noop"};
}

FEISHU_DECL contact::v3::model::user_status status_of(user const& whom) {
    return {.is_frozen = whom.frozen,
            .is_resigned = whom.resigned,
            .is_activated = whom.activated,
            .is_exited = whom.profile->exited,
            .is_unjoin = whom.profile->unjoined};
}

FEISHU_DECL contact::v3::model::user shown(state& tenant, app const& to, user const& whom, id_types types) {
    contact::v3::model::user out;
    auto const& profile = *whom.profile;
    detail::show_person(out, to, whom);
    detail::show_employee(out, to, whom);
    if (may_read(to, "contact:user.base:readonly"))
        out.avatar_key = profile.avatar_key;
    if (may_read(to, "contact:user.phone:readonly", false))
        out.mobile_visible = profile.mobile_visible;
    if (may_read(to, "contact:user.employee:readonly")) {
        out.is_tenant_manager = profile.is_tenant_manager;
        out.is_frozen = whom.frozen;
    }
    if (may_read(to, "contact:user.department:readonly")) {
        out.department_ids = shown_departments(tenant, whom, types.department);
        out.orders = detail::orders_of(out.department_ids);
        out.leader_user_id = shown_id(tenant, whom.leader, types.user);
    }
    if (may_read(to, "contact:user.user_geo"))
        out.geo = profile.geo;
    if (may_read(to, "contact:user.department_path:readonly", false))
        out.department_path = detail::paths_of(tenant, whom, types.department);
    return out;
}

FEISHU_DECL contact::v3::model::department shown(state& tenant, app const& to, department const& what,
                                                 id_types types) {
    contact::v3::model::department out;
    auto const& tree = tenant.departments();
    out.open_department_id = what.open_department_id;
    out.department_id = what.department_id;
    bool const organization = may_read(to, "contact:department.organize:readonly");
    if (organization || may_read(to, "contact:department.base:readonly")) {
        out.name =
            what.open_department_id == feishu::department_id("0") ? tenant.tenant_info.name : what.name;
        out.status.is_deleted = what.deleted;
        out.chat_id = what.chat_id;
    }
    if (organization) {
        if (!what.parent.empty())
            out.parent_department_id = shown_id(tenant, what.parent, types.department);
        out.order = std::to_string(what.order);
        out.leader_user_id = shown_id(tenant, what.leader, types.user);
        out.leaders = detail::leaders_of(tenant, what, types.user);
        out.member_count = static_cast<int>(tree.member_count(what));
        out.primary_member_count = static_cast<int>(tree.primary_member_count(what));
    }
    if (may_read(to, "contact:department.hrbp:readonly", false))
        for (auto const& one : what.hrbps)
            out.department_hrbps.push_back(shown_id(tenant, one, types.user));
    return out;
}

FEISHU_DECL contacts_page page_of_contacts(state& tenant, app_profile const& of, std::size_t position,
                                           std::size_t size, id_types types) {
    contacts_page out;
    auto const end = position + size;
    std::size_t index = 0;
    auto const add_department = [&](feishu::department_id const& id) {
        if (index >= position && index < end)
            out.department_ids.push_back(shown_id(tenant, id, types.department));
        ++index;
    };
    auto const add_user = [&](feishu::open_id const& id) {
        if (index >= position && index < end)
            out.user_ids.push_back(shown_id(tenant, id, types.user));
        ++index;
    };
    if (of.contacts) {
        for (auto const& id : of.contacts->departments)
            add_department(id);
        for (auto const& id : of.contacts->users)
            add_user(id);
        if (position == 0)
            out.group_ids = of.contacts->groups;
    } else {
        feishu::department_id const root("0");
        for (auto const child : tenant.departments().children_of(root))
            add_department(tenant.departments().at(child));
        for (auto const member : tenant.departments().members_of(root))
            add_user(tenant.users()[member]);
    }
    out.next = index > end ? end : 0;
    return out;
}

} // namespace feishu::emulator
