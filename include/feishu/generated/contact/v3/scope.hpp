#pragma once
// Feishu contact v3: scope. Generated from codegen/specs/contact/v3/scope.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/contact/v3/models.hpp>

namespace feishu::contact::v3::scope {

/// Lists the contact scope of the app: the departments, users and user groups that it may access.
struct list {
    static constexpr endpoint_spec spec{
        .id = "contact.v3.scope.list",
        .method = verb::get,
        .path = "/open-apis/contact/v3/scopes",
        .query = {"user_id_type", "department_id_type", "page_token", "page_size"},
        .tokens = token::tenant,
        .scopes = {any_of("contact:contact.base:readonly", "contact:contact:access_as_app",
                          "contact:contact:readonly_as_app")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {40011, 40012},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/scope/list",
    };

    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Type of department ids in the response.
    open<v3::department_id_type> department_id_type = v3::department_id_type::open_department_id;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Page size.
    field::number<int, 1, 100> page_size = 50;

    struct response {
        /// Department ids of the type given by department_id_type.
        std::vector<std::string> department_ids;
        /// User ids of the type given by user_id_type.
        std::vector<std::string> user_ids;
        /// User group ids.
        std::vector<std::string> group_ids;
        /// Whether there are more pages.
        bool has_more = false;
        /// Token of the next page.
        std::string page_token;
    };
};
BOOST_DESCRIBE_STRUCT(list, (), (user_id_type, department_id_type, page_token, page_size))
BOOST_DESCRIBE_STRUCT(list::response, (), (department_ids, user_ids, group_ids, has_more, page_token))

/// The contact scope of the app was changed.
struct updated_v3 {
    static constexpr event_spec spec{
        .id = "contact.v3.scope.updated_v3",
        .type = "contact.scope.updated_v3",
        .scopes = {any_of("contact:contact.base:readonly", "contact:contact:readonly_as_app",
                          "contact:contact:access_as_app")},
        .field_scopes = {"contact:contact:readonly_as_app", "contact:department.base:readonly",
                         "contact:department.organize:readonly", "contact:user.assign_info:read",
                         "contact:user.base:readonly", "contact:user.department:readonly",
                         "contact:user.department_path:readonly", "contact:user.employee:readonly",
                         "contact:user.employee_number:read", "contact:user.gender:readonly",
                         "contact:user.subscription_ids:write", "contact:user.employee_id:readonly",
                         "contact:user.phone:readonly", "contact:user.email:readonly",
                         "contact:user.job_family:readonly", "contact:user.job_level:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly"},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/scope/events/updated",
    };

    struct event_data {
        /// Added part.
        model::scope_change added;
        /// Removed part.
        model::scope_change removed;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(updated_v3::event_data, (), (added, removed))
BOOST_DESCRIBE_STRUCT(updated_v3, (), (schema, header, event))

} // namespace feishu::contact::v3::scope
