#pragma once

#include <string>
#include <utility>

#include <feishu/emulator/control/impl/changed.hpp>
#include <feishu/emulator/control/impl/entries.hpp>
#include <feishu/emulator/control/impl/handlers.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/server.hpp>

namespace feishu::emulator::control {
namespace detail {

inline result<void> require_app_and_user(state& tenant, feishu::app_id const& app,
                                         feishu::open_id const& user, std::string_view member = "by") {
    if (auto ok = require_app(tenant, app); !ok)
        return ok;
    return require_user(tenant, user, member);
}

inline std::optional<contact_scope> scope_of(set_contact_scope const& request) {
    if (!request.users && !request.departments && !request.groups)
        return {};
    contact_scope out;
    if (request.users)
        out.users.insert(request.users->begin(), request.users->end());
    if (request.departments)
        out.departments.insert(request.departments->begin(), request.departments->end());
    out.groups = request.groups.value_or(out.groups);
    return out;
}

} // namespace detail

FEISHU_DECL result<app_entry> handle(server& platform, develop_app const& request) {
    return platform.state().with([&](state& tenant) -> result<app_entry> {
        if (auto ok = detail::require_user(tenant, *request.open_id); !ok)
            return ok.error();
        emulator::app app;
        app.name = *request.name;
        app.store = request.store;
        return detail::entry_of(tenant.create_app(std::move(app), *request.open_id));
    });
}

FEISHU_DECL result<submit_version::response> handle(server& platform, submit_version const& request) {
    return platform.state().with([&](state& tenant) -> result<submit_version::response> {
        if (auto ok = detail::require_app_and_user(tenant, *request.app_id, *request.by); !ok)
            return ok.error();
        app_version version;
        version.version = request.version;
        version.remark = request.remark;
        version.update_remark = request.update_remark;
        version.scopes.insert(request.scopes.begin(), request.scopes.end());
        version.events = request.events;
        return submit_version::response{
            .version_id = tenant.submit_version(*request.app_id, std::move(version), *request.by)};
    });
}

FEISHU_DECL result<no_content> handle(server& platform, withdraw_version const& request) {
    return platform.state().with([&](state& tenant) -> result<no_content> {
        if (auto ok = detail::require_app_and_user(tenant, *request.app_id, *request.by); !ok)
            return ok.error();
        return detail::changed(tenant.withdraw_version(*request.app_id, *request.version_id, *request.by),
                               "the app has no version with this version_id under review");
    });
}

FEISHU_DECL result<no_content> handle(server& platform, review_version const& request) {
    return platform.state().with([&](state& tenant) -> result<no_content> {
        if (auto ok = detail::require_app_and_user(tenant, *request.app_id, *request.by); !ok)
            return ok.error();
        return detail::changed(tenant.review_version(*request.app_id, *request.version_id, request.approved,
                                                     *request.by, request.remark),
                               "the app has no version with this version_id under review");
    });
}

FEISHU_DECL result<no_content> handle(server& platform, decide_scopes const& request) {
    return detail::changed(platform.state()->decide_scopes(*request.app_id, request.granted),
                           "unknown app_id, or the app has not applied for scopes");
}

FEISHU_DECL result<no_content> handle(server& platform, set_contact_scope const& request) {
    return platform.state().with([&](state& tenant) -> result<no_content> {
        if (auto ok = detail::require_app(tenant, *request.app_id); !ok)
            return ok.error();
        auto scope = detail::scope_of(request);
        if (tenant.find_app_profile(*request.app_id)->contacts == scope)
            return refuse(230001, "the app has this contact scope already");
        auto const wanted = scope.value_or(contact_scope{});
        for (auto const& user : wanted.users)
            if (auto ok = detail::require_user(tenant, user, "users"); !ok)
                return ok.error();
        for (auto const& department : wanted.departments)
            if (tenant.find_department(department) == nullptr)
                return refuse(230001, "departments: unknown department " + department.str());
        return detail::changed(tenant.set_contact_scope(*request.app_id, std::move(scope)), "unknown app_id");
    });
}

FEISHU_DECL result<submit_feedback::response> handle(server& platform, submit_feedback const& request) {
    return platform.state().with([&](state& tenant) -> result<submit_feedback::response> {
        if (auto ok = detail::require_app_and_user(tenant, *request.app_id, *request.open_id, "open_id"); !ok)
            return ok.error();
        app_feedback feedback;
        feedback.user = *request.open_id;
        feedback.type = request.type;
        feedback.description = request.description;
        feedback.contact = request.contact;
        feedback.path = request.path;
        feedback.fault_time = tenant.now();
        return submit_feedback::response{.feedback_id =
                                             tenant.submit_feedback(*request.app_id, std::move(feedback))};
    });
}

FEISHU_DECL result<no_content> handle(server& platform, change_feedback const& request) {
    return platform.state().with([&](state& tenant) -> result<no_content> {
        if (auto ok = detail::require_app_and_user(tenant, *request.app_id, *request.by); !ok)
            return ok.error();
        return detail::changed(
            tenant.change_feedback(*request.app_id, *request.feedback_ids, *request.status, *request.by),
            "feedback_ids: an id that is unknown");
    });
}

FEISHU_DECL result<no_content> handle(server& platform, install_app const& request) {
    return platform.state().with([&](state& tenant) -> result<no_content> {
        if (auto ok = detail::require_app_and_user(tenant, *request.app_id, *request.open_id, "open_id"); !ok)
            return ok.error();
        return detail::changed(tenant.install_for_self(*request.open_id, *request.app_id),
                               "the app is no store app, or is available to the user already");
    });
}

FEISHU_DECL result<no_content> handle(server& platform, enable_app const& request) {
    return platform.state().with([&](state& tenant) -> result<no_content> {
        if (auto ok = detail::require_app_and_user(tenant, *request.app_id, *request.by); !ok)
            return ok.error();
        return request.enabled ? detail::changed(tenant.enable_app(*request.app_id, *request.by),
                                                 "the app is enabled already")
                               : detail::changed(tenant.disable_app(*request.app_id, *request.by),
                                                 "the app is disabled already");
    });
}

FEISHU_DECL result<no_content> handle(server& platform, uninstall_app const& request) {
    return detail::changed(platform.state()->uninstall_app(*request.app_id),
                           "unknown app_id, or the app is not installed");
}

FEISHU_DECL result<pay::response> handle(server& platform, pay const& request) {
    auto const order = platform.state()->pay(*request.app_id, {.order_id = {},
                                                               .price_plan_id = request.price_plan_id,
                                                               .price_plan_type = request.price_plan_type,
                                                               .seats = request.seats,
                                                               .buy_count = request.buy_count,
                                                               .buy_type = request.buy_type,
                                                               .src_order_id = request.src_order_id,
                                                               .pay_price = request.pay_price});
    if (order.empty())
        return refuse(230001, "unknown app_id");
    return pay::response{.order_id = order};
}

FEISHU_DECL result<push_app_ticket::response> handle(server& platform, push_app_ticket const& request) {
    auto const ticket = platform.state()->issue_app_ticket(*request.app_id);
    if (ticket.empty())
        return refuse(230001, "unknown app_id");
    return push_app_ticket::response{.app_ticket = ticket};
}

} // namespace feishu::emulator::control
