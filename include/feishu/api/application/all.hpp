#pragma once
// Everything of application. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/application/v6/app.hpp>
#include <feishu/api/application/v6/app_badge.hpp>
#include <feishu/api/application/v6/app_version.hpp>
#include <feishu/api/application/v6/application.hpp>
#include <feishu/api/application/v6/application_app_version.hpp>
#include <feishu/api/application/v6/application_visibility.hpp>
#include <feishu/api/application/v6/bot.hpp>
#include <feishu/api/application/v6/feedback.hpp>
#include <feishu/api/application/v6/order.hpp>
#include <feishu/api/application/v6/scope.hpp>
#include <feishu/api/application/v6/visibility.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::application {

/// Every endpoint.
using all = catalog<feishu::application::v6::app_badge::set, feishu::application::v6::application::get,
                    feishu::application::v6::application::contacts_range_configuration,
                    feishu::application::v6::application_app_version::list,
                    feishu::application::v6::application_app_version::get,
                    feishu::application::v6::application_visibility::check_white_black_list,
                    feishu::application::v6::scope::list, feishu::application::v6::scope::apply>;

/// Every event.
using all_events =
    event_catalog<feishu::application::v6::app::opened, feishu::application::v6::app::status_changed,
                  feishu::application::v6::app::uninstalled, feishu::application::v6::app_version::audit_v6,
                  feishu::application::v6::app_version::publish_apply_v6,
                  feishu::application::v6::app_version::publish_revoke_v6,
                  feishu::application::v6::application::created_v6, feishu::application::v6::bot::menu_v6,
                  feishu::application::v6::feedback::created_v6,
                  feishu::application::v6::feedback::updated_v6, feishu::application::v6::order::paid,
                  feishu::application::v6::visibility::added_v6>;

} // namespace feishu::application
