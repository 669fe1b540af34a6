#pragma once

#include <chrono>
#include <cstdio>
#include <utility>

#include <feishu/api/application/v6/app.hpp>
#include <feishu/api/application/v6/app_version.hpp>
#include <feishu/api/application/v6/application.hpp>
#include <feishu/api/application/v6/feedback.hpp>
#include <feishu/api/application/v6/order.hpp>
#include <feishu/api/application/v6/visibility.hpp>
#include <feishu/emulator/handlers/application/v6/common.hpp>
#include <feishu/emulator/impl/push/application_events.hpp>
#include <feishu/emulator/impl/push/publish.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator::events {
namespace detail {

namespace app6 = feishu::application::v6;

template <event E, class Describe>
void publish_to_apps(state& tenant, Describe describe) {
    if (!tenant.on_event)
        return;
    for (auto const& to : tenant.apps())
        publish<E>(tenant, to.app_id, describe);
}

// An event in the envelope of schema 1.0.
template <event E, class Describe>
void publish_to_store_app(state& tenant, app const& which, Describe describe) {
    if (!tenant.on_event || !which.store)
        return;
    E what;
    auto const millis = tenant.now().time_since_epoch().count();
    char ts[40];
    std::snprintf(ts, sizeof ts, "%lld.%03lld000", static_cast<long long>(millis / 1000),
                  static_cast<long long>(millis % 1000));
    what.uuid = tenant.make_id("");
    what.ts = ts;
    what.type = "event_callback";
    what.event.type = std::string(E::spec.type);
    what.event.app_id = which.app_id;
    what.event.tenant_key = tenant.tenant_key();
    describe(what.event);
    auto const id = what.uuid;
    tenant.on_event({.app = which.app_id,
                     .id = id,
                     .type = std::string(E::spec.type),
                     .document = [what = std::move(what)](std::string_view token) mutable {
                         what.token = token;
                         return json::to_string(what, {.omit_empty = true});
                     }});
}

// yyyy-mm-dd hh:mm:ss
inline std::string date_text(clock::time_point when) {
    auto const time = std::chrono::floor<std::chrono::seconds>(when);
    auto const day = std::chrono::floor<std::chrono::days>(time);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const hours{time - day};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(hours.hours().count()), static_cast<int>(hours.minutes().count()),
                  static_cast<int>(hours.seconds().count()));
    return text;
}

inline app6::model::app_version reported(state& tenant, app const& of, app_version const& what) {
    auto const seen = shown_version(tenant, of, what, user_id_type::open_id);
    app6::model::app_version out;
    out.app_id = seen.app_id;
    out.version = seen.version;
    out.version_id = seen.version_id;
    out.app_name = seen.app_name;
    out.avatar_url = seen.avatar_url;
    out.description = seen.description;
    out.scopes = seen.scopes;
    out.i18n = seen.i18n;
    out.events = seen.events;
    out.status = seen.status;
    out.create_time = seen.create_time;
    out.publish_time = seen.publish_time;
    out.ability = seen.ability;
    out.remark.remark = seen.remark.remark;
    out.remark.update_remark = seen.remark.update_remark;
    out.remark.visibility.is_all = !of.available_to.has_value();
    return out;
}

} // namespace detail

FEISHU_DECL void app_created(state& tenant, app const& what, feishu::open_id const& by) {
    using event_type = application::v6::application::created_v6;
    detail::publish_to_apps<event_type>(tenant, [&](app const& to) {
        auto const& profile = *tenant.find_app_profile(what.app_id);
        event_type::event_data out;
        out.operator_id = detail::ids_of(tenant, to, by);
        out.app_id = what.app_id;
        out.name = what.name;
        out.description = profile.description;
        out.avatar = profile.avatar_url;
        out.app_scene_type =
            what.store ? application::v6::app_scene_type::store : application::v6::app_scene_type::custom;
        out.primary_language = profile.primary_language;
        out.create_source = application::v6::app_create_source::developer_console;
        return out;
    });
}

FEISHU_DECL void version_submitted(state& tenant, app const& of, app_version const& what,
                                   feishu::open_id const& by) {
    using event_type = application::v6::app_version::publish_apply_v6;
    detail::publish_to_apps<event_type>(tenant, [&](app const& to) {
        auto const& profile = *tenant.find_app_profile(of.app_id);
        event_type::event_data out;
        out.operator_id = detail::ids_of(tenant, to, by);
        if (auto const* online = online_version(profile))
            out.online_version = detail::reported(tenant, of, *online);
        out.under_audit_version = detail::reported(tenant, of, what);
        out.app_status =
            profile.enabled ? application::v6::app_status::enabled : application::v6::app_status::disabled;
        return out;
    });
}

FEISHU_DECL void version_withdrawn(state& tenant, app const& of, app_version const& what,
                                   feishu::open_id const& by) {
    using event_type = application::v6::app_version::publish_revoke_v6;
    detail::publish_to_apps<event_type>(tenant, [&](app const& to) {
        return event_type::event_data{.operator_id = detail::ids_of(tenant, to, by),
                                      .creator_id = detail::ids_of(tenant, to, what.creator),
                                      .app_id = of.app_id,
                                      .version_id = what.version_id};
    });
}

FEISHU_DECL void version_reviewed(state& tenant, app const& of, app_version const& what,
                                  feishu::open_id const& by, std::string const& remark) {
    using event_type = application::v6::app_version::audit_v6;
    detail::publish_to_apps<event_type>(tenant, [&](app const& to) {
        event_type::event_data out;
        out.operator_id = detail::ids_of(tenant, to, by);
        out.version_id = what.version_id;
        out.creator_id = detail::ids_of(tenant, to, what.creator);
        out.app_id = of.app_id;
        out.operation = what.status == review_status::approved ? application::v6::audit_operation::audited
                                                               : application::v6::audit_operation::reject;
        out.remark = remark;
        out.audit_source = application::v6::audit_source::administrator;
        return out;
    });
}

FEISHU_DECL void feedback_created(state& tenant, app const& of, app_feedback const& what) {
    using event_type = application::v6::feedback::created_v6;
    detail::publish<event_type>(tenant, of.app_id, [&](app const& to) {
        event_type::event_data out;
        out.user_id = detail::ids_of(tenant, to, what.user);
        out.app_id = of.app_id;
        out.feedback_time = detail::date_text(tenant.now());
        out.tenant_name = tenant.tenant_info.name;
        out.feedback_type = open<application::v6::feedback_type>::from_wire(std::to_string(what.type));
        for (auto const fault : what.faults)
            out.fault_type.push_back(open<application::v6::fault_type>::from_wire(std::to_string(fault)));
        if (what.fault_time != clock::time_point{})
            out.fault_time = detail::date_text(what.fault_time);
        out.source = open<application::v6::feedback_source>::from_wire(std::to_string(what.source));
        out.contact = what.contact;
        out.description = what.description;
        out.images = what.images;
        out.feedback_id = what.feedback_id;
        out.feedback_path = what.path;
        return out;
    });
}

FEISHU_DECL void feedback_updated(state& tenant, app const& of, std::vector<std::string> const& ids,
                                  int status, feishu::open_id const& by) {
    using event_type = application::v6::feedback::updated_v6;
    detail::publish<event_type>(tenant, of.app_id, [&](app const& to) {
        event_type::event_data out;
        out.feedback_ids = ids;
        out.status = open<application::v6::feedback_status>::from_wire(std::to_string(status));
        out.app_id = of.app_id;
        out.update_time = detail::date_text(tenant.now());
        out.operator_id = detail::ids_of(tenant, to, by);
        return out;
    });
}

FEISHU_DECL void visibility_added(state& tenant, app const& of, user const& who) {
    using event_type = application::v6::visibility::added_v6;
    detail::publish<event_type>(tenant, of.app_id, [&](app const& to) {
        event_type::event_data out;
        out.users.push_back({.user_id = detail::ids_of(to, who)});
        return out;
    });
}

FEISHU_DECL void app_opened(state& tenant, app const& which, feishu::open_id const& by) {
    detail::publish_to_store_app<application::v6::app::opened>(tenant, which, [&](auto& out) {
        out.applicants.push_back({.open_id = by});
        out.installer.emplace().open_id = by;
    });
}

FEISHU_DECL void app_status_changed(state& tenant, app const& which, std::string_view status,
                                    feishu::open_id const& by) {
    detail::publish_to_store_app<application::v6::app::status_changed>(tenant, which, [&](auto& out) {
        out.status = open<application::v6::app_status_change>(status);
        if (out.status == application::v6::app_status_change::start_by_tenant)
            out.operator_ = detail::ids_of(tenant, which, by);
    });
}

FEISHU_DECL void app_uninstalled(state& tenant, app const& which) {
    detail::publish_to_store_app<application::v6::app::uninstalled>(tenant, which, [](auto&) {});
}

FEISHU_DECL void order_paid(state& tenant, app const& which, app_order const& order) {
    detail::publish_to_store_app<application::v6::order::paid>(tenant, which, [&](auto& out) {
        auto const now = unix_seconds(std::chrono::floor<std::chrono::seconds>(tenant.now()));
        out.order_id = order.order_id;
        out.price_plan_id = order.price_plan_id;
        out.price_plan_type = order.price_plan_type;
        out.seats = order.seats;
        out.buy_count = order.buy_count;
        out.create_time = now;
        out.pay_time = now;
        out.buy_type = open<application::v6::buy_type>(order.buy_type);
        out.src_order_id = order.src_order_id;
        out.order_pay_price = order.pay_price;
    });
}

} // namespace feishu::emulator::events
