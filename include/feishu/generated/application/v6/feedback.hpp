#pragma once
// Feishu application v6: feedback. Generated from codegen/specs/application/v6/feedback.json: edit that, then run codegen/run.

#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::application::v6::feedback {

/// A user gave feedback on an app.
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
        /// The user.
        feishu::model::user_ids user_id;
        /// The app.
        feishu::app_id app_id;
        /// When it was given: yyyy-mm-dd hh:mm:ss.
        std::string feedback_time;
        std::string tenant_name;
        open<v6::feedback_type> feedback_type;
        std::vector<open<v6::fault_type>> fault_type;
        /// When it happened: yyyy-mm-dd hh:mm:ss.
        std::string fault_time;
        open<v6::feedback_source> source;
        std::string contact;
        std::string description;
        /// Addresses of pictures; good for three days.
        std::vector<std::string> images;
        std::string feedback_id;
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

/// Feedback on an app was processed.
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
        std::vector<std::string> feedback_ids;
        open<v6::feedback_status> status;
        /// The app.
        feishu::app_id app_id;
        /// When it was processed: yyyy-mm-dd hh:mm:ss.
        std::string update_time;
        /// Who did it.
        feishu::model::user_ids operator_id;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(updated_v6::event_data, (), (feedback_ids, status, app_id, update_time, operator_id))
BOOST_DESCRIBE_STRUCT(updated_v6, (), (schema, header, event))

} // namespace feishu::application::v6::feedback
