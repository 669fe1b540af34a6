#pragma once
// Feishu application v6: application_visibility. Generated from codegen/specs/application/v6/application_visibility.json: edit that, then run codegen/run.

#include <string>
#include <vector>

#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/contact/v3/models.hpp>

namespace feishu::application::v6::application_visibility {

/// Checks whether the allowlist or the blocklist of an app contains users, departments or user groups.
struct check_white_black_list {
    static constexpr endpoint_spec spec{
        .id = "application.v6.application_visibility.check_white_black_list",
        .method = verb::post,
        .path = "/open-apis/application/v6/applications/:app_id/visibility/check_white_black_list",
        .query = {"user_id_type", "department_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("application:application:self_manage", "admin:app.info:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {210001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application-visibility/"
               "check_white_black_list",
    };

    /// App id; me for the calling app.
    field::required<feishu::app_id> app_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Type of department ids in the request and the response.
    open<feishu::contact::v3::department_id_type> department_id_type =
        feishu::contact::v3::department_id_type::department_id;
    /// User ids of the type given by user_id_type.
    field::list<std::string, 0, 100> user_ids{};
    /// Department ids of the type given by department_id_type.
    field::list<std::string, 0, 100> department_ids{};
    /// User group ids.
    field::list<std::string, 0, 100> group_ids{};

    struct response {
        /// Users.
        std::vector<model::user_list_status> user_visibility_list;
        /// Departments.
        std::vector<model::department_list_status> department_visibility_list;
        /// User groups.
        std::vector<model::group_list_status> group_visibility_list;
    };
};
BOOST_DESCRIBE_STRUCT(check_white_black_list, (),
                      (app_id, user_id_type, department_id_type, user_ids, department_ids, group_ids))
BOOST_DESCRIBE_STRUCT(check_white_black_list::response, (),
                      (user_visibility_list, department_visibility_list, group_visibility_list))

} // namespace feishu::application::v6::application_visibility
