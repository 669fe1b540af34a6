#pragma once
// Feishu application v6: feedback. Generated from codegen/specs/application/v6/feedback.json: edit that, then run codegen/run.

#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::application::v6::feedback {

/// A user submitted feedback on an app.
struct created_v6 {
    static constexpr event_spec spec{
        .id = "application.v6.feedback.created_v6",
        .type = "application.application.feedback.created_v6",
        .scopes = {any_of("application:application.feedback.feedback_info")},
        .field_scopes = {"contact:user.email:readonly", "contact:user.employee_id:readonly",
                         "contact:user.phone:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application-feedback/"
               "events/created",
    };

    struct event_data {
        /// User.
        feishu::model::user_ids user_id;
        /// App id.
        feishu::app_id app_id;
        /// Submission time, yyyy-mm-dd hh:mm:ss.
        std::string feedback_time;
        /// Tenant name.
        std::string tenant_name;
        /// Feedback type.
        open<v6::feedback_type> feedback_type;
        /// Fault types.
        std::vector<open<v6::fault_type>> fault_type;
        /// Time of the fault, yyyy-mm-dd hh:mm:ss.
        std::string fault_time;
        /// Source.
        open<v6::feedback_source> source;
        /// Contact information.
        std::string contact;
        /// Description.
        std::string description;
        /// Image URLs, valid for three days.
        std::vector<std::string> images;
        /// Feedback id.
        std::string feedback_id;
        /// Page on which the feedback was submitted.
        std::string feedback_path;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(created_v6::event_data, (),
                      (user_id, app_id, feedback_time, tenant_name, feedback_type, fault_type, fault_time,
                       source, contact, description, images, feedback_id, feedback_path))
BOOST_DESCRIBE_STRUCT(created_v6, (), (schema, header, event))

/// The status of feedback on an app changed.
struct updated_v6 {
    static constexpr event_spec spec{
        .id = "application.v6.feedback.updated_v6",
        .type = "application.application.feedback.updated_v6",
        .scopes = {any_of("application:application.feedback.feedback_info")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application-feedback/"
               "events/updated",
    };

    struct event_data {
        /// Feedback ids.
        std::vector<std::string> feedback_ids;
        /// Status.
        open<v6::feedback_status> status;
        /// App id.
        feishu::app_id app_id;
        /// Processing time, yyyy-mm-dd hh:mm:ss.
        std::string update_time;
        /// User who performed the operation.
        feishu::model::user_ids operator_id;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(updated_v6::event_data, (), (feedback_ids, status, app_id, update_time, operator_id))
BOOST_DESCRIBE_STRUCT(updated_v6, (), (schema, header, event))

} // namespace feishu::application::v6::feedback
