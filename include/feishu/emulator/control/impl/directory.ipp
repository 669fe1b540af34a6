#pragma once

#include <string>
#include <utility>

#include <feishu/emulator/control/impl/changed.hpp>
#include <feishu/emulator/control/impl/entries.hpp>
#include <feishu/emulator/control/impl/handlers.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/server.hpp>

namespace feishu::emulator::control {
namespace detail {

inline result<void> require_departments(state& tenant, std::vector<feishu::department_id> const& ids) {
    for (auto const& id : ids)
        if (tenant.find_department(id) == nullptr)
            return refuse(230001, "departments: unknown department " + id.str());
    return {};
}

// Refuses what another user has: ids, an e-mail address, a mobile number.
inline result<void> require_unique(state& tenant, user const& one, bool is_new) {
    auto const taken = [&](std::string_view value, user const* by) {
        return !value.empty() && by != nullptr && (is_new || by->open_id != one.open_id);
    };
    if (taken(one.open_id.str(), tenant.find_user(one.open_id)))
        return refuse(230001, "open_id: another user has it");
    if (taken(one.union_id.str(), tenant.find_user(user_id_type::union_id, one.union_id.str())))
        return refuse(230001, "union_id: another user has it");
    if (taken(one.user_id.str(), tenant.find_user(user_id_type::user_id, one.user_id.str())))
        return refuse(230001, "user_id: another user has it");
    if (taken(one.email.str(), tenant.find_user(one.email)))
        return refuse(230001, "email: another user has it");
    if (taken(one.mobile, tenant.find_user_by_mobile(one.mobile)))
        return refuse(230001, "mobile: another user has it");
    return {};
}

inline result<user_entry> user_of(state& tenant, feishu::open_id const& id) {
    return entry_of(*tenant.find_user(id));
}

// A department that is new or changed: its parent and its leader must exist.
inline result<void> require_relations(state& tenant, department const& one) {
    if (tenant.find_department(one.parent) == nullptr)
        return refuse(230001, "parent: unknown department " + one.parent.str());
    if (!one.leader.empty() && tenant.find_user(one.leader) == nullptr)
        return refuse(230001, "leader: unknown open_id " + one.leader.str());
    return {};
}

} // namespace detail

FEISHU_DECL result<user_entry> handle(server& platform, hire const& request) {
    emulator::user hired;
    hired.name = *request.name;
    hired.open_id = request.open_id;
    hired.union_id = request.union_id;
    hired.user_id = request.user_id;
    hired.email = request.email;
    hired.mobile = request.mobile;
    hired.departments = request.departments;
    return platform.state().with([&](state& tenant) -> result<user_entry> {
        if (auto ok = detail::require_unique(tenant, hired, true); !ok)
            return ok.error();
        if (auto ok = detail::require_departments(tenant, hired.departments); !ok)
            return ok.error();
        return detail::entry_of(tenant.hire(std::move(hired)));
    });
}

FEISHU_DECL result<user_entry> handle(server& platform, change_user const& request) {
    return platform.state().with([&](state& tenant) -> result<user_entry> {
        if (auto ok = detail::require_user(tenant, *request.open_id); !ok)
            return ok.error();
        auto const& current = *tenant.find_user(*request.open_id);
        if (current.resigned)
            return refuse(230001, "the user has resigned");
        auto changed = current;
        changed.name = request.name.value_or(changed.name);
        changed.email = request.email.value_or(changed.email);
        changed.mobile = request.mobile.value_or(changed.mobile);
        changed.departments = request.departments.value_or(changed.departments);
        if (auto ok = detail::require_unique(tenant, changed, false); !ok)
            return ok.error();
        if (auto ok = detail::require_departments(tenant, changed.departments); !ok)
            return ok.error();
        bool const moves = changed.departments != current.departments;
        if (changed.name != current.name || changed.email != current.email ||
            changed.mobile != current.mobile)
            tenant.change_user(std::move(changed));
        else if (!moves || !tenant.move_user(*request.open_id, std::move(changed.departments)))
            return refuse(230001, "the user is so already");
        return detail::user_of(tenant, *request.open_id);
    });
}

FEISHU_DECL result<no_content> handle(server& platform, resign const& request) {
    return detail::changed(platform.state()->resign(*request.open_id),
                           "unknown open_id, or the user has resigned before");
}

FEISHU_DECL result<department> handle(server& platform, create_department const& request) {
    emulator::department created;
    created.name = *request.name;
    created.open_department_id = request.open_department_id;
    created.department_id = request.department_id;
    if (!request.parent.empty())
        created.parent = request.parent;
    created.leader = request.leader;
    created.order = request.order;
    return platform.state().with([&](state& tenant) -> result<department> {
        if (!created.open_department_id.empty() &&
            tenant.find_department(created.open_department_id) != nullptr)
            return refuse(230001, "open_department_id: another department has it");
        if (!created.department_id.empty() &&
            tenant.departments().find_custom(created.department_id) != nullptr)
            return refuse(230001, "department_id: another department has it");
        if (auto ok = detail::require_relations(tenant, created); !ok)
            return ok.error();
        return tenant.create_department(std::move(created));
    });
}

FEISHU_DECL result<list_departments::response> handle(server& platform, list_departments const&) {
    return platform.state().with([](state& tenant) {
        list_departments::response out;
        for (auto const& one : tenant.departments().all())
            if (!one.deleted && one.open_department_id != feishu::department_id("0"))
                out.items.push_back(one);
        return out;
    });
}

FEISHU_DECL result<department> handle(server& platform, change_department const& request) {
    return platform.state().with([&](state& tenant) -> result<department> {
        auto const* current = tenant.find_department(*request.open_department_id);
        if (current == nullptr || current->open_department_id == feishu::department_id("0"))
            return refuse(230001, "unknown open_department_id");
        auto changed = *current;
        changed.name = request.name.value_or(changed.name);
        changed.parent = request.parent.value_or(changed.parent);
        changed.leader = request.leader.value_or(changed.leader);
        changed.order = request.order.value_or(changed.order);
        if (auto ok = detail::require_relations(tenant, changed); !ok)
            return ok.error();
        if (changed == *current)
            return refuse(230001, "the department is so already");
        if (!tenant.change_department(std::move(changed)))
            return refuse(230001, "parent: a department below this one, or this one");
        return *current;
    });
}

FEISHU_DECL result<no_content> handle(server& platform, delete_department const& request) {
    return detail::changed(
        platform.state()->delete_department(*request.open_department_id),
        "unknown open_department_id, the root department, or one with members or children");
}

FEISHU_DECL result<log_in::response> handle(server& platform, log_in const& request) {
    auto const redirect = request.approved ? platform.state()->log_in(*request.open_id, *request.url)
                                           : platform.state()->deny_login(*request.url);
    if (!redirect)
        return redirect.error();
    return log_in::response{.redirect = *redirect};
}

FEISHU_DECL result<no_content> handle(server& platform, decide_device const& request) {
    return detail::changed(request.approved
                               ? platform.state()->approve_device(*request.open_id, *request.user_code)
                               : platform.state()->deny_device(*request.user_code));
}

FEISHU_DECL result<no_content> handle(server& platform, revoke_refresh_token const& request) {
    return detail::changed(platform.state()->revoke_refresh_token(*request.refresh_token),
                           "unknown refresh_token");
}

} // namespace feishu::emulator::control
