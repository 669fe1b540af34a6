#pragma once
// Feishu contact v3: user. Generated from codegen/specs/contact/v3/user.json: edit that, then run codegen/run.

#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/contact/v3/models.hpp>

namespace feishu::contact::v3::user {

/// Finds users by e-mail address or phone number.
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

    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Addresses to look for, not those of the company mail service.
    field::list<feishu::email, 0, 50> emails{};
    /// Numbers to look for; with country code outside mainland China.
    field::list<std::string, 0, 50> mobiles{};
    /// Whether to look among those who have left, too.
    bool include_resigned = false;

    struct response {
        /// One entry for each address and number; user_id is empty when nobody was found.
        std::vector<model::user_contact_info> user_list;
    };
};
BOOST_DESCRIBE_STRUCT(batch_get_id, (), (user_id_type, emails, mobiles, include_resigned))
BOOST_DESCRIBE_STRUCT(batch_get_id::response, (), (user_list))

/// Reads a user.
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

    /// The user; its kind is what user_id_type says.
    field::required<std::string> user_id;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Which kind of department id the answer uses.
    open<v3::department_id_type> department_id_type = v3::department_id_type::open_department_id;

    struct response {
        model::user user;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (user_id, user_id_type, department_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (), (user))

} // namespace feishu::contact::v3::user
