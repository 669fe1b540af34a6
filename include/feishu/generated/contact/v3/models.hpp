#pragma once
// Feishu contact v3: shared types. Generated from codegen/specs/contact/v3/models.json: edit that, then run codegen/run.

#include <cstdint>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::contact::v3 {

using feishu::user_id_type;

/// Kinds of custom attribute.
enum class custom_attr_type { TEXT, HREF, ENUMERATION, PICTURE_ENUM, GENERIC_USER };
BOOST_DESCRIBE_ENUM(custom_attr_type, TEXT, HREF, ENUMERATION, PICTURE_ENUM, GENERIC_USER)

/// Which kind of department id a request or answer uses.
enum class department_id_type { department_id, open_department_id };
BOOST_DESCRIBE_ENUM(department_id_type, department_id, open_department_id)

/// Kinds of employment; tenants can define more.
enum class employee_type : int { regular = 1, intern = 2, outsourced = 3, contractor = 4, consultant = 5 };
BOOST_DESCRIBE_ENUM(employee_type, regular, intern, outsourced, contractor, consultant)
constexpr bool feishu_wire_is_number(employee_type) { return true; }

/// A user's gender.
enum class gender : int { undisclosed = 0, male = 1, female = 2, other = 3 };
BOOST_DESCRIBE_ENUM(gender, undisclosed, male, female, other)
constexpr bool feishu_wire_is_number(gender) { return true; }

namespace model {

/// Addresses of a user's picture, by size.
struct avatar {
    std::string avatar_72;
    std::string avatar_240;
    std::string avatar_640;
    std::string avatar_origin;
};
BOOST_DESCRIBE_STRUCT(avatar, (), (avatar_72, avatar_240, avatar_640, avatar_origin))

/// A user as the value of a custom attribute.
struct custom_attr_user {
    std::string id;
    int type = 0;
};
BOOST_DESCRIBE_STRUCT(custom_attr_user, (), (id, type))

/// The name of a department.
struct department_name {
    std::string name;
    feishu::model::i18n_names i18n_name;
};
BOOST_DESCRIBE_STRUCT(department_name, (), (name, i18n_name))

/// The departments from the top down to one.
struct department_path {
    std::vector<std::string> department_ids;
    model::department_name department_path_name;
};
BOOST_DESCRIBE_STRUCT(department_path, (), (department_ids, department_path_name))

/// A department of a user, with the way to it.
struct department_detail {
    std::string department_id;
    model::department_name department_name;
    model::department_path department_path;
};
BOOST_DESCRIBE_STRUCT(department_detail, (), (department_id, department_name, department_path))

/// Whether an account is in use.
struct user_status {
    bool is_frozen = false;
    bool is_resigned = false;
    bool is_activated = false;
    bool is_exited = false;
    bool is_unjoin = false;
};
BOOST_DESCRIBE_STRUCT(user_status, (), (is_frozen, is_resigned, is_activated, is_exited, is_unjoin))

/// Where a user stands in a department.
struct user_order {
    std::string department_id;
    int user_order = 0;
    int department_order = 0;
    bool is_primary_dept = false;
};
BOOST_DESCRIBE_STRUCT(user_order, (), (department_id, user_order, department_order, is_primary_dept))

/// The value of a custom attribute; the members that fit its type.
struct user_custom_attr_value {
    std::string text;
    std::string url;
    std::string pc_url;
    std::string option_value;
    std::string name;
    std::string picture_url;
    model::custom_attr_user generic_user;
};
BOOST_DESCRIBE_STRUCT(user_custom_attr_value, (),
                      (text, url, pc_url, option_value, name, picture_url, generic_user))

/// A custom attribute of a user.
struct user_custom_attr {
    open<v3::custom_attr_type> type;
    std::string id;
    model::user_custom_attr_value value;
};
BOOST_DESCRIBE_STRUCT(user_custom_attr, (), (type, id, value))

/// A licence that a user holds.
struct user_license {
    std::string subscription_id;
    std::string license_plan_key;
    std::string product_name;
    feishu::model::i18n_names i18n_name;
    /// When it begins.
    unix_seconds start_time;
    /// When it ends.
    unix_seconds end_time;
};
BOOST_DESCRIBE_STRUCT(user_license, (),
                      (subscription_id, license_plan_key, product_name, i18n_name, start_time, end_time))

/// A user.
struct user {
    feishu::union_id union_id;
    feishu::user_id user_id;
    feishu::open_id open_id;
    std::string name;
    std::string en_name;
    std::string nickname;
    feishu::email email;
    std::string mobile;
    bool mobile_visible = false;
    open<v3::gender> gender;
    model::avatar avatar;
    model::user_status status;
    std::vector<std::string> department_ids;
    std::string leader_user_id;
    std::string city;
    std::string country;
    std::string work_station;
    /// When they joined the company, in seconds.
    std::int64_t join_time = 0;
    bool is_tenant_manager = false;
    std::string employee_no;
    open<v3::employee_type> employee_type;
    std::vector<model::user_order> orders;
    std::vector<model::user_custom_attr> custom_attrs;
    feishu::email enterprise_email;
    std::string job_title;
    std::string geo;
    std::string job_level_id;
    std::string job_family_id;
    std::vector<model::user_license> assign_info;
    std::vector<model::department_detail> department_path;
    std::vector<std::string> dotted_line_leader_user_ids;
};
BOOST_DESCRIBE_STRUCT(user, (),
                      (union_id, user_id, open_id, name, en_name, nickname, email, mobile, mobile_visible,
                       gender, avatar, status, department_ids, leader_user_id, city, country, work_station,
                       join_time, is_tenant_manager, employee_no, employee_type, orders, custom_attrs,
                       enterprise_email, job_title, geo, job_level_id, job_family_id, assign_info,
                       department_path, dotted_line_leader_user_ids))

/// A user found by e-mail address or phone number.
struct user_contact_info {
    std::string user_id;
    std::string mobile;
    feishu::email email;
    model::user_status status;
};
BOOST_DESCRIBE_STRUCT(user_contact_info, (), (user_id, mobile, email, status))

} // namespace model

} // namespace feishu::contact::v3
