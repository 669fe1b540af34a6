#pragma once
// Feishu application v6: app. Generated from codegen/specs/application/v6/app.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::application::v6::app {

/// A tenant enabled the app for the first time. Schema 1.0.
struct opened {
    static constexpr event_spec spec{
        .id = "application.v6.app.opened",
        .type = "app_open",
        .app_types = app_type::store,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/app-first-enabled",
    };

    struct event_data {
        struct applicant {
            /// Open id.
            feishu::open_id open_id;
        };

        /// Administrator who installed or approved the app.
        using installer_data = opened::event_data::applicant;
        /// Member who installed the app without approval; exclusive with installer.
        using installer_employee_data = opened::event_data::applicant;
        /// Event type.
        std::string type;
        /// App id of the receiving app.
        feishu::app_id app_id;
        /// Key of the tenant in which the event occurred.
        feishu::tenant_key tenant_key;
        /// Users who requested the installation.
        std::vector<applicant> applicants;
        /// Administrator who installed or approved the app.
        std::optional<installer_data> installer{};
        /// Member who installed the app without approval; exclusive with installer.
        std::optional<installer_employee_data> installer_employee{};
    };

    /// Event id; unchanged on redelivery.
    std::string uuid;
    /// Verification token of the app.
    std::string token;
    /// Event time, a Unix timestamp in seconds with a fraction.
    std::string ts;
    /// Always event_callback.
    std::string type;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(opened::event_data::applicant, (), (open_id))
BOOST_DESCRIBE_STRUCT(opened::event_data, (),
                      (type, app_id, tenant_key, applicants, installer, installer_employee))
BOOST_DESCRIBE_STRUCT(opened, (), (uuid, token, ts, type, event))

/// The app was enabled or disabled in a tenant; also sent when an administrator installs it. Schema 1.0.
struct status_changed {
    static constexpr event_spec spec{
        .id = "application.v6.app.status_changed",
        .type = "app_status_change",
        .app_types = app_type::store,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/"
               "app-enabled-or-disabled",
    };

    struct event_data {
        /// Event type.
        std::string type;
        /// App id of the receiving app.
        feishu::app_id app_id;
        /// Key of the tenant in which the event occurred.
        feishu::tenant_key tenant_key;
        /// New status.
        open<v6::app_status_change> status;
        /// Administrator; only for start_by_tenant.
        std::optional<feishu::model::user_ids> operator_{};
    };

    /// Event id; unchanged on redelivery.
    std::string uuid;
    /// Verification token of the app.
    std::string token;
    /// Event time, a Unix timestamp in seconds with a fraction.
    std::string ts;
    /// Always event_callback.
    std::string type;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(status_changed::event_data, (), (type, app_id, tenant_key, status, operator_))
BOOST_DESCRIBE_STRUCT(status_changed, (), (uuid, token, ts, type, event))

/// A tenant uninstalled the app or was dissolved; discard its tokens. Schema 1.0.
struct uninstalled {
    static constexpr event_spec spec{
        .id = "application.v6.app.uninstalled",
        .type = "app_uninstalled",
        .app_types = app_type::store,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/app-uninstalled",
    };

    struct event_data {
        /// Event type.
        std::string type;
        /// App id of the receiving app.
        feishu::app_id app_id;
        /// Key of the tenant in which the event occurred.
        feishu::tenant_key tenant_key;
    };

    /// Event id; unchanged on redelivery.
    std::string uuid;
    /// Verification token of the app.
    std::string token;
    /// Event time, a Unix timestamp in seconds with a fraction.
    std::string ts;
    /// Always event_callback.
    std::string type;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(uninstalled::event_data, (), (type, app_id, tenant_key))
BOOST_DESCRIBE_STRUCT(uninstalled, (), (uuid, token, ts, type, event))

} // namespace feishu::application::v6::app
