#pragma once
// Feishu contact v3: department. Generated from codegen/specs/contact/v3/department.json: edit that, then run codegen/run.

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/contact/v3/models.hpp>

namespace feishu::contact::v3::department {

/// Gets departments.
struct batch {
    static constexpr endpoint_spec spec{
        .id = "contact.v3.department.batch",
        .method = verb::get,
        .path = "/open-apis/contact/v3/departments/batch",
        .query = {"department_ids", "department_id_type", "user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("contact:contact.base:readonly")},
        .field_scopes = {"contact:department.organize:readonly", "contact:department.base:readonly",
                         "contact:user.employee_id:readonly", "contact:department.hrbp:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly",
                         "contact:contact:readonly_as_app"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {40001, 40003, 40004, 40008, 40011, 40012, 40014, 42008, 43007, 43010},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/batch",
    };

    /// Department ids of the type given by department_id_type.
    field::required<field::list<std::string>> department_ids;
    /// Type of department ids in the request and the response.
    open<v3::department_id_type> department_id_type = v3::department_id_type::open_department_id;
    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        /// Departments.
        std::vector<model::department> items;
    };
};
BOOST_DESCRIBE_STRUCT(batch, (), (department_ids, department_id_type, user_id_type))
BOOST_DESCRIBE_STRUCT(batch::response, (), (items))

/// Lists the ancestors of a department, from its parent up to the root.
struct parent {
    static constexpr endpoint_spec spec{
        .id = "contact.v3.department.parent",
        .method = verb::get,
        .path = "/open-apis/contact/v3/departments/parent",
        .query = {"user_id_type", "department_id_type", "department_id", "page_token", "page_size"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("contact:contact.base:readonly", "contact:department.organize:readonly",
                          "contact:contact:access_as_app", "contact:contact:readonly",
                          "contact:contact:readonly_as_app")},
        .field_scopes = {"contact:department.organize:readonly", "contact:department.base:readonly",
                         "contact:user.employee_id:readonly", "contact:department.hrbp:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly",
                         "contact:contact:readonly_as_app"},
        .rate = {.special = true},
        .errors = {40001, 40002, 40003, 40004, 40008, 40010, 40011, 40012, 40014, 42008, 43001, 43002,
                   43003, 43004, 43005, 43007, 43008, 43009, 43010, 43011, 43012, 43013, 44102},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/parent",
    };

    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Type of department ids in the request and the response.
    open<v3::department_id_type> department_id_type = v3::department_id_type::open_department_id;
    /// Department id of the type given by department_id_type.
    field::required<std::string> department_id;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Page size.
    field::number<int, std::numeric_limits<int>::lowest(), 50> page_size = 20;

    struct response {
        /// Departments.
        std::vector<model::department> items;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(parent, (), (user_id_type, department_id_type, department_id, page_token, page_size))
BOOST_DESCRIBE_STRUCT(parent::response, (), (items, page_token, has_more))

/// Searches for departments that are visible to the user.
struct search {
    static constexpr endpoint_spec spec{
        .id = "contact.v3.department.search",
        .method = verb::post,
        .path = "/open-apis/contact/v3/departments/search",
        .query = {"user_id_type", "department_id_type", "page_token", "page_size"},
        .tokens = token::user,
        .scopes = {any_of("contact:contact.base:readonly", "search:department:read",
                          "contact:contact:access_as_app", "contact:contact:readonly_as_app")},
        .field_scopes = {"contact:department.organize:readonly", "contact:department.base:readonly",
                         "contact:user.employee_id:readonly", "contact:department.hrbp:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly",
                         "contact:contact:readonly_as_app"},
        .rate = {.special = true},
        .errors = {48001, 48002},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/search",
    };

    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Type of department ids in the response.
    open<v3::department_id_type> department_id_type = v3::department_id_type::open_department_id;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Page size.
    field::number<int, std::numeric_limits<int>::lowest(), 50> page_size = 20;
    /// Search keyword; matches department names.
    field::required<std::string> query;

    struct response {
        /// Departments.
        std::vector<model::department> items;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(search, (), (user_id_type, department_id_type, page_token, page_size, query))
BOOST_DESCRIBE_STRUCT(search::response, (), (items, page_token, has_more))

/// Gets a department.
struct get {
    static constexpr endpoint_spec spec{
        .id = "contact.v3.department.get",
        .method = verb::get,
        .path = "/open-apis/contact/v3/departments/:department_id",
        .query = {"user_id_type", "department_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("contact:contact.base:readonly", "contact:contact:access_as_app",
                          "contact:contact:readonly", "contact:contact:readonly_as_app")},
        .field_scopes = {"contact:department.organize:readonly", "contact:department.base:readonly",
                         "contact:user.employee_id:readonly", "contact:department.hrbp:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly",
                         "contact:contact:readonly_as_app"},
        .rate = {.special = true},
        .errors = {40001, 40003, 40004, 40008, 40015, 42008, 43010},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/get",
    };

    /// Department id of the type given by department_id_type.
    field::required<field::text<1, 64>> department_id;
    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Type of department ids in the request and the response.
    open<v3::department_id_type> department_id_type = v3::department_id_type::open_department_id;

    struct response {
        /// Department.
        model::department department;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (department_id, user_id_type, department_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (), (department))

/// Lists the child departments of a department.
struct children {
    static constexpr endpoint_spec spec{
        .id = "contact.v3.department.children",
        .method = verb::get,
        .path = "/open-apis/contact/v3/departments/:department_id/children",
        .query = {"user_id_type", "department_id_type", "fetch_child", "page_size", "page_token"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("contact:contact.base:readonly", "contact:department.organize:readonly",
                          "contact:contact:access_as_app", "contact:contact:readonly",
                          "contact:contact:readonly_as_app")},
        .field_scopes = {"contact:department.organize:readonly", "contact:department.base:readonly",
                         "contact:user.employee_id:readonly", "contact:department.hrbp:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly",
                         "contact:contact:readonly_as_app"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {40003, 40004, 40008, 40011, 40012, 40014, 42008, 43007, 43010},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/children",
    };

    /// Department id of the type given by department_id_type.
    field::required<field::text<1, 64>> department_id;
    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Type of department ids in the request and the response.
    open<v3::department_id_type> department_id_type = v3::department_id_type::open_department_id;
    /// Whether to list all descendants.
    std::optional<bool> fetch_child{};
    /// Page size.
    field::number<int, std::numeric_limits<int>::lowest(), 50> page_size = 10;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};

    struct response {
        /// Departments.
        std::vector<model::department> items;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(children, (),
                      (department_id, user_id_type, department_id_type, fetch_child, page_size, page_token))
BOOST_DESCRIBE_STRUCT(children::response, (), (items, page_token, has_more))

/// A department was created.
struct created_v3 {
    static constexpr event_spec spec{
        .id = "contact.v3.department.created_v3",
        .type = "contact.department.created_v3",
        .scopes = {any_of("contact:contact.base:readonly", "contact:contact:readonly_as_app",
                          "contact:contact:access_as_app")},
        .field_scopes = {"contact:department.organize:readonly", "contact:contact:readonly_as_app",
                         "contact:department.base:readonly", "contact:department.hrbp:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/events/"
               "created",
    };

    struct event_data {
        /// Department.
        model::department_event object;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(created_v3::event_data, (), (object))
BOOST_DESCRIBE_STRUCT(created_v3, (), (schema, header, event))

/// A department was deleted.
struct deleted_v3 {
    static constexpr event_spec spec{
        .id = "contact.v3.department.deleted_v3",
        .type = "contact.department.deleted_v3",
        .scopes = {any_of("contact:contact.base:readonly", "contact:contact:readonly_as_app",
                          "contact:contact:access_as_app")},
        .field_scopes = {"contact:department.organize:readonly", "contact:contact:readonly_as_app",
                         "contact:department.base:readonly", "contact:department.hrbp:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/events/"
               "deleted",
    };

    struct event_data {
        /// Department.
        model::department_event object;
        /// Previous state.
        model::deleted_department old_object;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(deleted_v3::event_data, (), (object, old_object))
BOOST_DESCRIBE_STRUCT(deleted_v3, (), (schema, header, event))

/// A department was changed.
struct updated_v3 {
    static constexpr event_spec spec{
        .id = "contact.v3.department.updated_v3",
        .type = "contact.department.updated_v3",
        .scopes = {any_of("contact:contact.base:readonly", "contact:contact:readonly_as_app",
                          "contact:contact:access_as_app")},
        .field_scopes = {"contact:department.organize:readonly", "contact:contact:readonly_as_app",
                         "contact:department.base:readonly", "contact:department.hrbp:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/events/"
               "updated",
    };

    struct event_data {
        /// Department.
        model::department_event object;
        /// Previous values of the changed members.
        model::department_changes old_object;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(updated_v3::event_data, (), (object, old_object))
BOOST_DESCRIBE_STRUCT(updated_v3, (), (schema, header, event))

} // namespace feishu::contact::v3::department
