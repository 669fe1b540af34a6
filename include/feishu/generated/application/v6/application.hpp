#pragma once
// Feishu application v6: application. Generated from codegen/specs/application/v6/application.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/contact/v3/models.hpp>

namespace feishu::application::v6::application {

/// Gets information about an app.
struct get {
    static constexpr endpoint_spec spec{
        .id = "application.v6.application.get",
        .method = verb::get,
        .path = "/open-apis/application/v6/applications/:app_id",
        .query = {"lang", "user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("application:application:self_manage", "admin:app.info:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_second = 50},
        .errors = {210503, 210504, 210505, 210506, 210508},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application/get",
    };

    /// App id; me for the calling app.
    field::required<feishu::app_id> app_id;
    /// Language of the app information.
    field::required<open<v6::app_language>> lang;
    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        /// App.
        model::application app;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (app_id, lang, user_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (), (app))

/// Gets the contact scope of an app.
struct contacts_range_configuration {
    static constexpr endpoint_spec spec{
        .id = "application.v6.application.contacts_range_configuration",
        .method = verb::get,
        .path = "/open-apis/application/v6/applications/:app_id/contacts_range_configuration",
        .query = {"page_size", "page_token", "department_id_type", "user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("admin:app.info:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 100},
        .app_types = app_type::custom,
        .errors = {210500, 210501, 210503, 210504, 210505, 210506},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application/"
               "contacts_range_configuration",
    };

    /// App id; me for the calling app.
    field::required<feishu::app_id> app_id;
    /// Page size.
    field::number<int, 1, 100> page_size = 50;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Type of department ids in the response.
    open<feishu::contact::v3::department_id_type> department_id_type =
        feishu::contact::v3::department_id_type::open_department_id;
    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        /// Contact scope.
        model::contacts_range contacts_range;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(contacts_range_configuration, (),
                      (app_id, page_size, page_token, department_id_type, user_id_type))
BOOST_DESCRIBE_STRUCT(contacts_range_configuration::response, (), (contacts_range, page_token, has_more))

/// An app was created in the tenant.
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
        /// User who performed the operation.
        feishu::model::user_ids operator_id;
        /// App id.
        feishu::app_id app_id;
        /// Name.
        std::string name;
        /// Description.
        std::string description;
        /// Avatar.
        std::string avatar;
        /// App type.
        open<v6::app_scene_type> app_scene_type;
        /// Primary language.
        std::string primary_language;
        /// App creation source.
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
