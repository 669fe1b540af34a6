#pragma once

#include <utility>

#include <feishu/api/contact/v3/department.hpp>
#include <feishu/api/contact/v3/scope.hpp>
#include <feishu/api/contact/v3/user.hpp>
#include <feishu/emulator/handlers/contact/v3/common.hpp>
#include <feishu/emulator/impl/push/contact_events.hpp>
#include <feishu/emulator/impl/push/publish.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator::events {
namespace detail {

namespace contact3 = feishu::contact::v3;

// From a shown user; events have only open ids of departments and of the manager.
inline contact3::model::user_event reported(state& tenant, app const& to, user const& who) {
    auto const seen = shown(tenant, to, who, {});
    contact3::model::user_event out;
    out.open_id = seen.open_id;
    out.union_id = seen.union_id;
    out.user_id = seen.user_id;
    out.name = seen.name;
    out.en_name = seen.en_name;
    out.nickname = seen.nickname;
    out.email = seen.email;
    out.enterprise_email = seen.enterprise_email;
    out.job_title = seen.job_title;
    out.mobile = seen.mobile;
    out.gender = seen.gender;
    out.avatar = seen.avatar;
    out.status = seen.status;
    out.department_ids = seen.department_ids;
    out.leader_user_id = seen.leader_user_id;
    out.city = seen.city;
    out.country = seen.country;
    out.work_station = seen.work_station;
    out.join_time = seen.join_time;
    out.employee_no = seen.employee_no;
    out.employee_type = seen.employee_type;
    out.orders = seen.orders;
    out.job_level_id = seen.job_level_id;
    out.job_family_id = seen.job_family_id;
    return out;
}

template <class Old, class Value>
void keep_changed(Old& out, Value const& before, Value const& after) {
    if (!(before == after))
        out = before;
}

inline bool same(contact3::model::user_status const& a, contact3::model::user_status const& b) {
    return a.is_frozen == b.is_frozen && a.is_resigned == b.is_resigned && a.is_activated == b.is_activated &&
           a.is_exited == b.is_exited && a.is_unjoin == b.is_unjoin;
}

// The previous values of the members that differ.
inline contact3::model::user_changes changes_of(contact3::model::user_event const& before,
                                                contact3::model::user_event const& after) {
    contact3::model::user_changes out;
    keep_changed(out.union_id, before.union_id, after.union_id);
    keep_changed(out.user_id, before.user_id, after.user_id);
    keep_changed(out.name, before.name, after.name);
    keep_changed(out.en_name, before.en_name, after.en_name);
    keep_changed(out.nickname, before.nickname, after.nickname);
    keep_changed(out.email, before.email, after.email);
    keep_changed(out.enterprise_email, before.enterprise_email, after.enterprise_email);
    keep_changed(out.job_title, before.job_title, after.job_title);
    keep_changed(out.mobile, before.mobile, after.mobile);
    keep_changed(out.gender, before.gender, after.gender);
    if (before.avatar.avatar_origin != after.avatar.avatar_origin)
        out.avatar = before.avatar;
    if (!same(before.status, after.status))
        out.status = before.status;
    keep_changed(out.department_ids, before.department_ids, after.department_ids);
    keep_changed(out.leader_user_id, before.leader_user_id, after.leader_user_id);
    keep_changed(out.city, before.city, after.city);
    keep_changed(out.country, before.country, after.country);
    keep_changed(out.work_station, before.work_station, after.work_station);
    keep_changed(out.join_time, before.join_time, after.join_time);
    keep_changed(out.employee_no, before.employee_no, after.employee_no);
    keep_changed(out.employee_type, before.employee_type, after.employee_type);
    if (before.department_ids != after.department_ids)
        out.orders = before.orders;
    keep_changed(out.job_level_id, before.job_level_id, after.job_level_id);
    keep_changed(out.job_family_id, before.job_family_id, after.job_family_id);
    return out;
}

inline contact3::model::department_event reported(state& tenant, app const& to, department const& what) {
    auto const seen = shown(tenant, to, what, {});
    contact3::model::department_event out;
    out.name = seen.name;
    out.parent_department_id = seen.parent_department_id;
    out.department_id = seen.department_id;
    out.open_department_id = seen.open_department_id;
    out.leader_user_id = seen.leader_user_id;
    out.chat_id = seen.chat_id;
    out.order = what.order;
    out.status = seen.status;
    out.leaders = seen.leaders;
    if (may_read(to, "contact:department.hrbp:readonly", false))
        for (auto const& one : what.hrbps)
            out.department_hrbps.push_back(ids_of(tenant, to, one));
    return out;
}

inline contact3::model::department_changes changes_of(contact3::model::department_event const& before,
                                                      contact3::model::department_event const& after,
                                                      bool leaders_changed, bool hrbps_changed) {
    contact3::model::department_changes out;
    out.open_department_id = after.open_department_id;
    keep_changed(out.name, before.name, after.name);
    keep_changed(out.parent_department_id, before.parent_department_id, after.parent_department_id);
    keep_changed(out.department_id, before.department_id, after.department_id);
    keep_changed(out.leader_user_id, before.leader_user_id, after.leader_user_id);
    keep_changed(out.chat_id, before.chat_id, after.chat_id);
    keep_changed(out.order, before.order, after.order);
    if (leaders_changed)
        out.leaders = before.leaders;
    if (hrbps_changed)
        out.department_hrbps = before.department_hrbps;
    return out;
}

template <event E, class What, class Describe>
void publish_to_viewers(state& tenant, What const& what, Describe describe) {
    if (!tenant.on_event)
        return;
    for (auto const& to : tenant.apps())
        if (is_in_contacts(tenant, to, what))
            publish<E>(tenant, to.app_id, describe);
}

// What `a` allows and `b` does not.
inline contact3::model::scope_change difference(state& tenant, app const& to,
                                                std::optional<contact_scope> const& a,
                                                std::optional<contact_scope> const& b) {
    contact_scope const everything{.users = {}, .departments = {feishu::department_id("0")}, .groups = {}};
    auto const& more = a ? *a : everything;
    auto const& less = b ? *b : everything;
    contact3::model::scope_change out;
    for (auto const& id : more.departments)
        if (auto const* one = tenant.find_department(id); one != nullptr && !less.departments.contains(id))
            out.departments.push_back(shown(tenant, to, *one, {}));
    for (auto const& id : more.users)
        if (auto const* one = tenant.find_user(id); one != nullptr && !less.users.contains(id))
            out.users.push_back(shown(tenant, to, *one, {}));
    for (auto const& id : more.groups)
        if (std::ranges::find(less.groups, id) == less.groups.end())
            out.user_groups.emplace_back().user_group_id = id;
    return out;
}

} // namespace detail

FEISHU_DECL void user_created(state& tenant, user const& who) {
    using event_type = contact::v3::user::created_v3;
    detail::publish_to_viewers<event_type>(tenant, who, [&](app const& to) {
        return event_type::event_data{.object = detail::reported(tenant, to, who)};
    });
}

FEISHU_DECL void user_updated(state& tenant, user const& who, user const& before) {
    using event_type = contact::v3::user::updated_v3;
    detail::publish_to_viewers<event_type>(tenant, who, [&](app const& to) {
        event_type::event_data out;
        out.object = detail::reported(tenant, to, who);
        out.old_object = detail::changes_of(detail::reported(tenant, to, before), out.object);
        return out;
    });
}

FEISHU_DECL void user_deleted(state& tenant, user const& who, user const& before) {
    using event_type = contact::v3::user::deleted_v3;
    detail::publish_to_viewers<event_type>(tenant, before, [&](app const& to) {
        event_type::event_data out;
        out.object = detail::reported(tenant, to, who);
        out.old_object.open_id = who.open_id;
        if (may_read(to, "contact:user.department:readonly"))
            out.old_object.department_ids =
                shown_departments(tenant, before, contact::v3::department_id_type::open_department_id);
        return out;
    });
}

FEISHU_DECL void department_created(state& tenant, department const& what) {
    using event_type = contact::v3::department::created_v3;
    detail::publish_to_viewers<event_type>(tenant, what, [&](app const& to) {
        return event_type::event_data{.object = detail::reported(tenant, to, what)};
    });
}

FEISHU_DECL void department_updated(state& tenant, department const& what, department const& before) {
    using event_type = contact::v3::department::updated_v3;
    detail::publish_to_viewers<event_type>(tenant, what, [&](app const& to) {
        event_type::event_data out;
        out.object = detail::reported(tenant, to, what);
        out.old_object = detail::changes_of(detail::reported(tenant, to, before), out.object,
                                            what.leader != before.leader || what.deputies != before.deputies,
                                            what.hrbps != before.hrbps);
        return out;
    });
}

FEISHU_DECL void department_deleted(state& tenant, department const& what) {
    using event_type = contact::v3::department::deleted_v3;
    detail::publish_to_viewers<event_type>(tenant, what, [&](app const& to) {
        event_type::event_data out;
        out.object = detail::reported(tenant, to, what);
        out.old_object.open_department_id = what.open_department_id;
        return out;
    });
}

FEISHU_DECL void contact_scope_updated(state& tenant, app const& of,
                                       std::optional<contact_scope> const& before,
                                       std::optional<contact_scope> const& after) {
    using event_type = contact::v3::scope::updated_v3;
    detail::publish<event_type>(tenant, of.app_id, [&](app const& to) {
        return event_type::event_data{.added = detail::difference(tenant, to, after, before),
                                      .removed = detail::difference(tenant, to, before, after)};
    });
}

} // namespace feishu::emulator::events
