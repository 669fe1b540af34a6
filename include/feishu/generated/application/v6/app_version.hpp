#pragma once
// Feishu application v6: app_version. Generated from codegen/specs/application/v6/app_version.json: edit that, then run codegen/run.

#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::application::v6::app_version {

/// An app version was reviewed.
struct audit_v6 {
    static constexpr event_spec spec{
        .id = "application.v6.app_version.audit_v6",
        .type = "application.application.app_version.audit_v6",
        .scopes = {any_of("application:application.app_version:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .app_types = app_type::custom,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application-app_version/"
               "events/audit",
    };

    struct event_data {
        /// User who performed the operation.
        feishu::model::user_ids operator_id;
        /// Version id.
        std::string version_id;
        /// Creator of the version.
        feishu::model::user_ids creator_id;
        /// App id.
        feishu::app_id app_id;
        /// Review result.
        open<v6::audit_operation> operation;
        /// Remarks.
        std::string remark;
        /// Source of the review.
        open<v6::audit_source> audit_source;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(audit_v6::event_data, (),
                      (operator_id, version_id, creator_id, app_id, operation, remark, audit_source))
BOOST_DESCRIBE_STRUCT(audit_v6, (), (schema, header, event))

/// A publish request for an app version was submitted.
struct publish_apply_v6 {
    static constexpr event_spec spec{
        .id = "application.v6.app_version.publish_apply_v6",
        .type = "application.application.app_version.publish_apply_v6",
        .scopes = {any_of("application:application.app_version:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .app_types = app_type::custom,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application-app_version/"
               "events/publish_apply",
    };

    struct event_data {
        /// User who performed the operation.
        feishu::model::user_ids operator_id;
        /// Published version.
        model::app_version online_version;
        /// Version under review.
        model::app_version under_audit_version;
        /// App status.
        open<v6::app_status> app_status;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(publish_apply_v6::event_data, (),
                      (operator_id, online_version, under_audit_version, app_status))
BOOST_DESCRIBE_STRUCT(publish_apply_v6, (), (schema, header, event))

/// A version publish request was withdrawn.
struct publish_revoke_v6 {
    static constexpr event_spec spec{
        .id = "application.v6.app_version.publish_revoke_v6",
        .type = "application.application.app_version.publish_revoke_v6",
        .scopes = {any_of("application:application.app_version:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .app_types = app_type::custom,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application-app_version/"
               "events/publish_revoke",
    };

    struct event_data {
        /// User who performed the operation.
        feishu::model::user_ids operator_id;
        /// Creator of the version.
        feishu::model::user_ids creator_id;
        /// App id.
        feishu::app_id app_id;
        /// Version id.
        std::string version_id;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(publish_revoke_v6::event_data, (), (operator_id, creator_id, app_id, version_id))
BOOST_DESCRIBE_STRUCT(publish_revoke_v6, (), (schema, header, event))

} // namespace feishu::application::v6::app_version
