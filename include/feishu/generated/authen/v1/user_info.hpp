#pragma once
// Feishu authen v1: user_info. Generated from codegen/specs/authen/v1/user_info.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::authen::v1::user_info {

/// Gets the user that a user access token belongs to.
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
        /// Name.
        std::string name;
        /// English name.
        std::string en_name;
        /// Avatar URL.
        std::string avatar_url;
        /// Avatar URL, 72 x 72 pixels.
        std::string avatar_thumb;
        /// Avatar URL, 240 x 240 pixels.
        std::string avatar_middle;
        /// Avatar URL, 640 x 640 pixels.
        std::string avatar_big;
        /// Open id.
        feishu::open_id open_id;
        /// Union id.
        feishu::union_id union_id;
        /// Email address.
        feishu::email email;
        /// Enterprise email address.
        feishu::email enterprise_email;
        /// User id.
        feishu::user_id user_id;
        /// Phone number.
        std::string mobile;
        /// Tenant of the user.
        feishu::tenant_key tenant_key;
        /// Employee number.
        std::string employee_no;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), ())
BOOST_DESCRIBE_STRUCT(get::response, (),
                      (name, en_name, avatar_url, avatar_thumb, avatar_middle, avatar_big, open_id, union_id,
                       email, enterprise_email, user_id, mobile, tenant_key, employee_no))

} // namespace feishu::authen::v1::user_info
