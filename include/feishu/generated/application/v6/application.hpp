#pragma once
// Feishu application v6: application. Generated from codegen/specs/application/v6/application.json: edit that, then run codegen/run.

#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::application::v6::application {

/// An app was made in the tenant.
struct created_v6 {
    static constexpr event_spec spec{
        .id = "application.v6.application.created_v6",
        .type = "application.application.created_v6",
        .scopes = {any_of("admin:app.info:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .app_types = app_type::custom,
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application/events/created",
    };

    struct event_data {
        /// Who did it.
        feishu::model::user_ids operator_id;
        /// The app.
        feishu::app_id app_id;
        std::string name;
        std::string description;
        std::string avatar;
        open<v6::app_scene_type> app_scene_type;
        std::string primary_language;
        open<v6::app_create_source> create_source;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(created_v6::event_data, (),
                      (operator_id, app_id, name, description, avatar, app_scene_type, primary_language,
                       create_source))
BOOST_DESCRIBE_STRUCT(created_v6, (), (schema, header, event))

} // namespace feishu::application::v6::application
