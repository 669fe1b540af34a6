#pragma once
// Feishu contact v3: user. Generated from codegen/specs/contact/v3/user.json: edit that, then run codegen/run.

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/contact/v3/models.hpp>

namespace feishu::contact::v3::user {

/// Gets the names of users.
struct basic_batch {
    static constexpr endpoint_spec spec{
        .id = "contact.v3.user.basic_batch",
        .method = verb::post,
        .path = "/open-apis/contact/v3/users/basic_batch",
        .query = {"user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("contact:user.basic_profile:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_second = 5},
        .errors = {40001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/basic_batch",
    };

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// User ids of the type given by user_id_type.
    field::required<field::list<std::string, 1, 10>> user_ids;

    struct response {
        /// Users.
        std::vector<model::basic_user> users;
    };
};
BOOST_DESCRIBE_STRUCT(basic_batch, (), (user_id_type, user_ids))
BOOST_DESCRIBE_STRUCT(basic_batch::response, (), (users))

/// Gets users.
struct batch {
    static constexpr endpoint_spec spec{
        .id = "contact.v3.user.batch",
        .method = verb::get,
        .path = "/open-apis/contact/v3/users/batch",
        .query = {"user_ids", "user_id_type", "department_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("contact:contact.base:readonly")},
        .field_scopes = {"contact:user.assign_info:read", "contact:user.base:readonly",
                         "contact:user.department:readonly", "contact:user.department_path:readonly",
                         "contact:user.dotted_line_leader_info.read", "contact:user.employee:readonly",
                         "contact:user.employee_id:readonly", "contact:user.employee_number:read",
                         "contact:user.gender:readonly", "contact:user.user_geo",
                         "contact:user.phone:readonly", "contact:user.subscription_ids:write",
                         "contact:user.email:readonly", "contact:user.job_family:readonly",
                         "contact:user.job_level:readonly", "contact:contact:access_as_app",
                         "contact:contact:readonly", "contact:contact:readonly_as_app"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {40001, 40004, 41050},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/batch",
    };

    /// User ids of the type given by user_id_type.
    field::required<field::list<std::string>> user_ids;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Type of department ids in the response.
    open<v3::department_id_type> department_id_type = v3::department_id_type::open_department_id;

    struct response {
        /// Users.
        std::vector<model::user> items;
    };
};
BOOST_DESCRIBE_STRUCT(batch, (), (user_ids, user_id_type, department_id_type))
BOOST_DESCRIBE_STRUCT(batch::response, (), (items))

/// Looks up user ids by email address or phone number.
struct batch_get_id {
    static constexpr endpoint_spec spec{
        .id = "contact.v3.user.batch_get_id",
        .method = verb::post,
        .path = "/open-apis/contact/v3/users/batch_get_id",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("contact:user.id:readonly")},
        .field_scopes = {"contact:user.employee:readonly", "contact:user.employee_id:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly",
                         "contact:contact:readonly_as_app"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/batch_get_id",
    };

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Email addresses to look up; addresses of the enterprise mail service are not supported.
    field::list<feishu::email, 0, 50> emails{};
    /// Phone numbers to look up; with country code outside mainland China.
    field::list<std::string, 0, 50> mobiles{};
    /// Whether to include users who have left. Default: false.
    std::optional<bool> include_resigned{};

    struct response {
        /// One entry per address and number; user_id is empty if no user matches.
        std::vector<model::user_contact_info> user_list;
    };
};
BOOST_DESCRIBE_STRUCT(batch_get_id, (), (user_id_type, emails, mobiles, include_resigned))
BOOST_DESCRIBE_STRUCT(batch_get_id::response, (), (user_list))

/// Lists the direct members of a department.
struct find_by_department {
    static constexpr endpoint_spec spec{
        .id = "contact.v3.user.find_by_department",
        .method = verb::get,
        .path = "/open-apis/contact/v3/users/find_by_department",
        .query = {"user_id_type", "department_id_type", "department_id", "page_size", "page_token"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("contact:contact.base:readonly", "contact:department.organize:readonly",
                          "contact:contact:access_as_app", "contact:contact:readonly",
                          "contact:contact:readonly_as_app")},
        .field_scopes = {"contact:user.base:readonly", "contact:user.department:readonly",
                         "contact:user.department_path:readonly", "contact:user.dotted_line_leader_info.read",
                         "contact:user.employee:readonly", "contact:user.employee_number:read",
                         "contact:user.gender:readonly", "contact:user.email:readonly",
                         "contact:user.phone:readonly", "contact:user.employee_id:readonly",
                         "contact:user.user_geo", "contact:user.job_level:readonly",
                         "contact:user.job_family:readonly", "contact:contact:access_as_app",
                         "contact:contact:readonly", "contact:contact:readonly_as_app"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {40004, 40011, 40012, 41050},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/"
               "find_by_department",
    };

    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Type of department ids in the request and the response.
    open<v3::department_id_type> department_id_type = v3::department_id_type::open_department_id;
    /// Department id of the type given by department_id_type; 0 for the root department.
    field::required<std::string> department_id;
    /// Page size.
    field::number<int, std::numeric_limits<int>::lowest(), 50> page_size = 10;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};

    struct response {
        /// Users.
        std::vector<model::user> items;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(find_by_department, (),
                      (user_id_type, department_id_type, department_id, page_size, page_token))
BOOST_DESCRIBE_STRUCT(find_by_department::response, (), (items, page_token, has_more))

/// Gets a user.
struct get {
    static constexpr endpoint_spec spec{
        .id = "contact.v3.user.get",
        .method = verb::get,
        .path = "/open-apis/contact/v3/users/:user_id",
        .query = {"user_id_type", "department_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("contact:contact.base:readonly", "contact:contact:access_as_app",
                          "contact:contact:readonly", "contact:contact:readonly_as_app")},
        .field_scopes = {"contact:user.assign_info:read", "contact:user.base:readonly",
                         "contact:user.department:readonly", "contact:user.department_path:readonly",
                         "contact:user.dotted_line_leader_info.read", "contact:user.employee:readonly",
                         "contact:user.employee_number:read", "contact:user.gender:readonly",
                         "contact:user.email:readonly", "contact:user.user_geo",
                         "contact:user.employee_id:readonly", "contact:user.job_level:readonly",
                         "contact:user.phone:readonly", "contact:user.job_family:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly",
                         "contact:contact:readonly_as_app"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {40001, 40003, 41012, 41050},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/get",
    };

    /// User id of the type given by user_id_type.
    field::required<std::string> user_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Type of department ids in the response.
    open<v3::department_id_type> department_id_type = v3::department_id_type::open_department_id;

    struct response {
        /// User.
        model::user user;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (user_id, user_id_type, department_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (), (user))

/// A user joined the organization.
struct created_v3 {
    static constexpr event_spec spec{
        .id = "contact.v3.user.created_v3",
        .type = "contact.user.created_v3",
        .scopes = {any_of("contact:contact.base:readonly", "contact:contact:readonly_as_app",
                          "contact:contact:access_as_app")},
        .field_scopes = {"contact:contact:readonly_as_app", "contact:user.base:readonly",
                         "contact:user.department:readonly", "contact:user.dotted_line_leader_info.read",
                         "contact:user.employee:readonly", "contact:user.employee_number:read",
                         "contact:user.gender:readonly", "contact:user.job_level:readonly",
                         "contact:user.employee_id:readonly", "contact:user.phone:readonly",
                         "contact:user.email:readonly", "contact:user.job_family:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly"},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/events/created",
    };

    struct event_data {
        /// User.
        model::user_event object;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(created_v3::event_data, (), (object))
BOOST_DESCRIBE_STRUCT(created_v3, (), (schema, header, event))

/// A user left the organization.
struct deleted_v3 {
    static constexpr event_spec spec{
        .id = "contact.v3.user.deleted_v3",
        .type = "contact.user.deleted_v3",
        .scopes = {any_of("contact:contact.base:readonly", "contact:contact:readonly_as_app",
                          "contact:contact:access_as_app")},
        .field_scopes = {"contact:contact:readonly_as_app", "contact:user.base:readonly",
                         "contact:user.department:readonly", "contact:user.dotted_line_leader_info.read",
                         "contact:user.employee:readonly", "contact:user.employee_number:read",
                         "contact:user.gender:readonly", "contact:user.job_level:readonly",
                         "contact:user.employee_id:readonly", "contact:user.phone:readonly",
                         "contact:user.email:readonly", "contact:user.job_family:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly"},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/events/deleted",
    };

    struct event_data {
        /// User.
        model::user_event object;
        /// Previous state.
        model::deleted_user old_object;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(deleted_v3::event_data, (), (object, old_object))
BOOST_DESCRIBE_STRUCT(deleted_v3, (), (schema, header, event))

/// Information about a user was changed.
struct updated_v3 {
    static constexpr event_spec spec{
        .id = "contact.v3.user.updated_v3",
        .type = "contact.user.updated_v3",
        .scopes = {any_of("contact:contact.base:readonly", "contact:contact:readonly_as_app",
                          "contact:contact:access_as_app")},
        .field_scopes = {"contact:contact:readonly_as_app", "contact:user.base:readonly",
                         "contact:user.department:readonly", "contact:user.dotted_line_leader_info.read",
                         "contact:user.employee:readonly", "contact:user.employee_number:read",
                         "contact:user.gender:readonly", "contact:user.job_level:readonly",
                         "contact:user.employee_id:readonly", "contact:user.phone:readonly",
                         "contact:user.email:readonly", "contact:user.job_family:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly"},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/events/updated",
    };

    struct event_data {
        /// User.
        model::user_event object;
        /// Previous values of the changed members.
        model::user_changes old_object;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(updated_v3::event_data, (), (object, old_object))
BOOST_DESCRIBE_STRUCT(updated_v3, (), (schema, header, event))

} // namespace feishu::contact::v3::user
