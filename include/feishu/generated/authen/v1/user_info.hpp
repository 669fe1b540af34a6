#pragma once
// Feishu authen v1: user_info. Generated from codegen/specs/authen/v1/user_info.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::authen::v1::user_info {

/// Tells who a user token belongs to.
struct get {
    static constexpr endpoint_spec spec{
        .id = "authen.v1.user_info.get",
        .method = verb::get,
        .path = "/open-apis/authen/v1/user_info",
        .tokens = token::user,
        .field_scopes = {"contact:user.employee:readonly", "contact:user.employee_id:readonly",
                         "contact:user.phone:readonly", "contact:user.email:readonly",
                         "contact:contact:access_as_app", "contact:contact:readonly",
                         "contact:contact:readonly_as_app"},
        .rate = {.special = true},
        .errors = {20001, 20005, 20008, 20021, 20022, 20023, 20050},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/authen-v1/user_info/get",
    };

    struct response {
        std::string name;
        std::string en_name;
        std::string avatar_url;
        std::string avatar_thumb;
        std::string avatar_middle;
        std::string avatar_big;
        feishu::open_id open_id;
        feishu::union_id union_id;
        feishu::email email;
        feishu::email enterprise_email;
        feishu::user_id user_id;
        std::string mobile;
        /// The tenant they belong to.
        feishu::tenant_key tenant_key;
        std::string employee_no;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), ())
BOOST_DESCRIBE_STRUCT(get::response, (),
                      (name, en_name, avatar_url, avatar_thumb, avatar_middle, avatar_big, open_id, union_id,
                       email, enterprise_email, user_id, mobile, tenant_key, employee_no))

} // namespace feishu::authen::v1::user_info
