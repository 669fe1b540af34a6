#pragma once
// Feishu contact v3: shared types. Generated from codegen/specs/contact/v3/models.json: edit that, then run codegen/run.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::contact::v3 {

using feishu::user_id_type;

/// Custom attribute type.
enum class custom_attr_type { TEXT, HREF, ENUMERATION, PICTURE_ENUM, GENERIC_USER };
BOOST_DESCRIBE_ENUM(custom_attr_type, TEXT, HREF, ENUMERATION, PICTURE_ENUM, GENERIC_USER)

/// Type of department ids in requests and responses.
enum class department_id_type { department_id, open_department_id };
BOOST_DESCRIBE_ENUM(department_id_type, department_id, open_department_id)

/// Type of a department head.
enum class department_leader_type : int { primary = 1, deputy = 2 };
BOOST_DESCRIBE_ENUM(department_leader_type, primary, deputy)
constexpr bool feishu_wire_is_number(department_leader_type) { return true; }

/// Employment type; tenants can define further values.
enum class employee_type : int { regular = 1, intern = 2, outsourced = 3, contractor = 4, consultant = 5 };
BOOST_DESCRIBE_ENUM(employee_type, regular, intern, outsourced, contractor, consultant)
constexpr bool feishu_wire_is_number(employee_type) { return true; }

/// Gender.
enum class gender : int { undisclosed = 0, male = 1, female = 2, other = 3 };
BOOST_DESCRIBE_ENUM(gender, undisclosed, male, female, other)
constexpr bool feishu_wire_is_number(gender) { return true; }

/// User group type.
enum class user_group_type : int { normal = 1, dynamic = 2 };
BOOST_DESCRIBE_ENUM(user_group_type, normal, dynamic)
constexpr bool feishu_wire_is_number(user_group_type) { return true; }

namespace model {

/// Avatar URLs by size.
struct avatar {
    /// Avatar URL, 72 x 72 pixels.
    std::string avatar_72;
    /// Avatar URL, 240 x 240 pixels.
    std::string avatar_240;
    /// Avatar URL, 640 x 640 pixels.
    std::string avatar_640;
    /// Avatar URL, original size.
    std::string avatar_origin;
};
BOOST_DESCRIBE_STRUCT(avatar, (), (avatar_72, avatar_240, avatar_640, avatar_origin))

/// Basic information about a user.
struct basic_user {
    /// User id of the type given by user_id_type.
    std::string user_id;
    /// Name.
    std::string name;
    /// Localized names.
    feishu::model::i18n_names i18n_name;
};
BOOST_DESCRIBE_STRUCT(basic_user, (), (user_id, name, i18n_name))

/// A user as the value of a custom attribute.
struct custom_attr_user {
    /// Id.
    std::string id;
    /// Type.
    int type = 0;
};
BOOST_DESCRIBE_STRUCT(custom_attr_user, (), (id, type))

/// Status of a department.
struct department_status {
    /// Whether the department is deleted.
    bool is_deleted = false;
};
BOOST_DESCRIBE_STRUCT(department_status, (), (is_deleted))

/// Department before its deletion.
struct deleted_department {
    /// Status of the department.
    model::department_status status;
    /// Open id of the department.
    feishu::department_id open_department_id;
};
BOOST_DESCRIBE_STRUCT(deleted_department, (), (status, open_department_id))

/// User before the departure.
struct deleted_user {
    /// Open ids of the departments.
    std::vector<std::string> department_ids;
    /// Open id.
    feishu::open_id open_id;
};
BOOST_DESCRIBE_STRUCT(deleted_user, (), (department_ids, open_id))

/// Head of a department.
struct department_leader {
    /// Type of the head.
    open<v3::department_leader_type> leaderType;
    /// User id of the type given by user_id_type.
    std::string leaderID;
};
BOOST_DESCRIBE_STRUCT(department_leader, (), (leaderType, leaderID))

/// Department.
struct department {
    /// Department name.
    std::string name;
    /// Localized names.
    feishu::model::i18n_names i18n_name;
    /// Id of the parent department, of the type given by department_id_type; 0 for the root department.
    std::string parent_department_id;
    /// Custom id of the department.
    std::string department_id;
    /// Open id of the department.
    feishu::department_id open_department_id;
    /// Id of the department head, of the type given by user_id_type.
    std::string leader_user_id;
    /// Chat of the department.
    feishu::chat_id chat_id;
    /// Sort order among sibling departments.
    std::string order;
    /// Ids of the department units.
    std::vector<std::string> unit_ids;
    /// Number of members, including those of child departments.
    int member_count = 0;
    /// Status of the department.
    model::department_status status;
    /// Heads of the department.
    std::vector<model::department_leader> leaders;
    /// Employment types that are added to the chat of the department.
    std::vector<open<v3::employee_type>> group_chat_employee_types;
    /// Ids of the HR business partners, of the type given by user_id_type.
    std::vector<std::string> department_hrbps;
    /// Number of members whose primary department this is.
    int primary_member_count = 0;
};
BOOST_DESCRIBE_STRUCT(department, (),
                      (name, i18n_name, parent_department_id, department_id, open_department_id,
                       leader_user_id, chat_id, order, unit_ids, member_count, status, leaders,
                       group_chat_employee_types, department_hrbps, primary_member_count))

/// Changed members of a department.
struct department_changes {
    /// Department name.
    std::string name;
    /// Open id of the parent department; 0 for the root department.
    std::string parent_department_id;
    /// Custom id of the department.
    std::string department_id;
    /// Open id of the department.
    feishu::department_id open_department_id;
    /// Id of the department head.
    std::string leader_user_id;
    /// Chat of the department.
    feishu::chat_id chat_id;
    /// Sort order among sibling departments.
    std::optional<int> order{};
    /// Status of the department.
    std::optional<model::department_status> status{};
    /// Heads of the department.
    std::vector<model::department_leader> leaders;
    /// HR business partners.
    std::vector<feishu::model::user_ids> department_hrbps;
};
BOOST_DESCRIBE_STRUCT(department_changes, (),
                      (name, parent_department_id, department_id, open_department_id, leader_user_id, chat_id,
                       order, status, leaders, department_hrbps))

/// Department name.
struct department_name {
    /// Name.
    std::string name;
    /// Localized names.
    feishu::model::i18n_names i18n_name;
};
BOOST_DESCRIBE_STRUCT(department_name, (), (name, i18n_name))

/// Departments from the root down to a department.
struct department_path {
    /// Department ids.
    std::vector<std::string> department_ids;
    /// Names along the path.
    model::department_name department_path_name;
};
BOOST_DESCRIBE_STRUCT(department_path, (), (department_ids, department_path_name))

/// A user's department and its path.
struct department_detail {
    /// Department id.
    std::string department_id;
    /// Department name.
    model::department_name department_name;
    /// Department path.
    model::department_path department_path;
};
BOOST_DESCRIBE_STRUCT(department_detail, (), (department_id, department_name, department_path))

/// Department, as reported by events.
struct department_event {
    /// Department name.
    std::string name;
    /// Open id of the parent department; 0 for the root department.
    std::string parent_department_id;
    /// Custom id of the department.
    std::string department_id;
    /// Open id of the department.
    feishu::department_id open_department_id;
    /// Id of the department head.
    std::string leader_user_id;
    /// Chat of the department.
    feishu::chat_id chat_id;
    /// Sort order among sibling departments.
    int order = 0;
    /// Status of the department.
    model::department_status status;
    /// Heads of the department.
    std::vector<model::department_leader> leaders;
    /// HR business partners.
    std::vector<feishu::model::user_ids> department_hrbps;
};
BOOST_DESCRIBE_STRUCT(department_event, (),
                      (name, parent_department_id, department_id, open_department_id, leader_user_id, chat_id,
                       order, status, leaders, department_hrbps))

/// Account status.
struct user_status {
    /// Whether the account is suspended.
    bool is_frozen = false;
    /// Whether the user has left the organization.
    bool is_resigned = false;
    /// Whether the account is activated.
    bool is_activated = false;
    /// Whether the user has left the tenant on their own.
    bool is_exited = false;
    /// Whether the user has not joined the tenant yet.
    bool is_unjoin = false;
};
BOOST_DESCRIBE_STRUCT(user_status, (), (is_frozen, is_resigned, is_activated, is_exited, is_unjoin))

/// Sort order of a user in a department.
struct user_order {
    /// Department id.
    std::string department_id;
    /// Sort weight of the user among the department's members.
    int user_order = 0;
    /// Sort weight of the department among the user's departments.
    int department_order = 0;
    /// Whether it is the user's primary department.
    bool is_primary_dept = false;
};
BOOST_DESCRIBE_STRUCT(user_order, (), (department_id, user_order, department_order, is_primary_dept))

/// Value of a custom attribute; which members are present depends on its type.
struct user_custom_attr_value {
    /// Text.
    std::string text;
    /// URL.
    std::string url;
    /// URL for desktop clients.
    std::string pc_url;
    /// Option id.
    std::string option_id;
    /// Option value.
    std::string option_value;
    /// Name.
    std::string name;
    /// Image URL.
    std::string picture_url;
    /// Referenced user.
    model::custom_attr_user generic_user;
};
BOOST_DESCRIBE_STRUCT(user_custom_attr_value, (),
                      (text, url, pc_url, option_id, option_value, name, picture_url, generic_user))

/// Custom attribute of a user.
struct user_custom_attr {
    /// Type.
    open<v3::custom_attr_type> type;
    /// Id.
    std::string id;
    /// Value.
    model::user_custom_attr_value value;
};
BOOST_DESCRIBE_STRUCT(user_custom_attr, (), (type, id, value))

/// License assigned to a user.
struct user_license {
    /// License id.
    std::string subscription_id;
    /// Key of the license plan.
    std::string license_plan_key;
    /// Product name.
    std::string product_name;
    /// Localized names.
    feishu::model::i18n_names i18n_name;
    /// Start time.
    unix_seconds start_time;
    /// End time.
    unix_seconds end_time;
};
BOOST_DESCRIBE_STRUCT(user_license, (),
                      (subscription_id, license_plan_key, product_name, i18n_name, start_time, end_time))

/// Position of a user.
struct user_position {
    /// Position code.
    std::string position_code;
    /// Position name.
    std::string position_name;
    /// Department id.
    std::string department_id;
    /// Id of the manager in this position.
    std::string leader_user_id;
    /// Code of the manager's position.
    std::string leader_position_code;
    /// Whether it is the primary position.
    bool is_major = false;
};
BOOST_DESCRIBE_STRUCT(user_position, (),
                      (position_code, position_name, department_id, leader_user_id, leader_position_code,
                       is_major))

/// A user.
struct user {
    /// Union id.
    feishu::union_id union_id;
    /// User id.
    feishu::user_id user_id;
    /// Open id.
    feishu::open_id open_id;
    /// Name.
    std::string name;
    /// English name.
    std::string en_name;
    /// Alias.
    std::string nickname;
    /// Email address.
    feishu::email email;
    /// Phone number.
    std::string mobile;
    /// Whether the phone number is visible to others.
    bool mobile_visible = false;
    /// Gender.
    open<v3::gender> gender;
    /// Key of the avatar.
    std::string avatar_key;
    /// Avatar.
    model::avatar avatar;
    /// Status.
    model::user_status status;
    /// Department ids.
    std::vector<std::string> department_ids;
    /// Id of the direct manager, of the type given by user_id_type.
    std::string leader_user_id;
    /// City.
    std::string city;
    /// Country or region code.
    std::string country;
    /// Workstation.
    std::string work_station;
    /// Date of joining, a Unix timestamp in seconds.
    std::int64_t join_time = 0;
    /// Whether the user is the tenant's super administrator.
    bool is_tenant_manager = false;
    /// Employee number.
    std::string employee_no;
    /// Employment type.
    open<v3::employee_type> employee_type;
    /// Sort orders in departments.
    std::vector<model::user_order> orders;
    /// Custom attributes.
    std::vector<model::user_custom_attr> custom_attrs;
    /// Enterprise email address.
    feishu::email enterprise_email;
    /// Job title.
    std::string job_title;
    /// Whether the account is suspended.
    bool is_frozen = false;
    /// Data residency region.
    std::string geo;
    /// Job level id.
    std::string job_level_id;
    /// Job family id.
    std::string job_family_id;
    /// Ids of the assigned licenses.
    std::vector<std::string> subscription_ids;
    /// Assigned licenses.
    std::vector<model::user_license> assign_info;
    /// Department path.
    std::vector<model::department_detail> department_path;
    /// Ids of dotted-line managers, of the type given by user_id_type.
    std::vector<std::string> dotted_line_leader_user_ids;
    /// Positions. Not documented by the platform.
    std::vector<model::user_position> positions;
    /// Time zone. Not documented by the platform.
    std::optional<std::string> time_zone{};
    /// Personal signature. Not documented by the platform.
    std::optional<std::string> description{};
};
BOOST_DESCRIBE_STRUCT(user, (),
                      (union_id, user_id, open_id, name, en_name, nickname, email, mobile, mobile_visible,
                       gender, avatar_key, avatar, status, department_ids, leader_user_id, city, country,
                       work_station, join_time, is_tenant_manager, employee_no, employee_type, orders,
                       custom_attrs, enterprise_email, job_title, is_frozen, geo, job_level_id, job_family_id,
                       subscription_ids, assign_info, department_path, dotted_line_leader_user_ids, positions,
                       time_zone, description))

/// User group.
struct user_group {
    /// User group id.
    std::string user_group_id;
    /// Name.
    std::string name;
    /// Type.
    open<v3::user_group_type> type;
    /// Number of members.
    int member_count = 0;
    /// Status, from 0 to 3.
    int status = 0;
};
BOOST_DESCRIBE_STRUCT(user_group, (), (user_group_id, name, type, member_count, status))

/// Part of the contact scope that was added or removed.
struct scope_change {
    /// Departments.
    std::vector<model::department> departments;
    /// Users.
    std::vector<model::user> users;
    /// User groups.
    std::vector<model::user_group> user_groups;
};
BOOST_DESCRIBE_STRUCT(scope_change, (), (departments, users, user_groups))

/// Changed members of a user.
struct user_changes {
    /// Open id.
    feishu::open_id open_id;
    /// Union id.
    feishu::union_id union_id;
    /// User id.
    feishu::user_id user_id;
    /// Name.
    std::string name;
    /// English name.
    std::string en_name;
    /// Alias.
    std::string nickname;
    /// Email address.
    feishu::email email;
    /// Enterprise email address.
    feishu::email enterprise_email;
    /// Job title.
    std::string job_title;
    /// Phone number.
    std::string mobile;
    /// Gender.
    open<v3::gender> gender;
    /// Avatar.
    std::optional<model::avatar> avatar{};
    /// Status.
    std::optional<model::user_status> status{};
    /// Open ids of the departments.
    std::vector<std::string> department_ids;
    /// Open id of the direct manager.
    std::string leader_user_id;
    /// City.
    std::string city;
    /// Country or region code.
    std::string country;
    /// Workstation.
    std::string work_station;
    /// Date of joining, a Unix timestamp in seconds.
    std::optional<std::int64_t> join_time{};
    /// Employee number.
    std::string employee_no;
    /// Employment type.
    open<v3::employee_type> employee_type;
    /// Sort orders in departments.
    std::vector<model::user_order> orders;
    /// Custom attributes.
    std::vector<model::user_custom_attr> custom_attrs;
    /// Job level id.
    std::string job_level_id;
    /// Job family id.
    std::string job_family_id;
    /// Open ids of the dotted-line managers.
    std::vector<std::string> dotted_line_leader_user_ids;
};
BOOST_DESCRIBE_STRUCT(user_changes, (),
                      (open_id, union_id, user_id, name, en_name, nickname, email, enterprise_email,
                       job_title, mobile, gender, avatar, status, department_ids, leader_user_id, city,
                       country, work_station, join_time, employee_no, employee_type, orders, custom_attrs,
                       job_level_id, job_family_id, dotted_line_leader_user_ids))

/// A user found by email address or phone number.
struct user_contact_info {
    /// User id.
    std::string user_id;
    /// Phone number.
    std::string mobile;
    /// Email address.
    feishu::email email;
    /// Status.
    model::user_status status;
};
BOOST_DESCRIBE_STRUCT(user_contact_info, (), (user_id, mobile, email, status))

/// User, as reported by events.
struct user_event {
    /// Open id.
    feishu::open_id open_id;
    /// Union id.
    feishu::union_id union_id;
    /// User id.
    feishu::user_id user_id;
    /// Name.
    std::string name;
    /// English name.
    std::string en_name;
    /// Alias.
    std::string nickname;
    /// Email address.
    feishu::email email;
    /// Enterprise email address.
    feishu::email enterprise_email;
    /// Job title.
    std::string job_title;
    /// Phone number.
    std::string mobile;
    /// Gender.
    open<v3::gender> gender;
    /// Avatar.
    model::avatar avatar;
    /// Status.
    model::user_status status;
    /// Open ids of the departments.
    std::vector<std::string> department_ids;
    /// Open id of the direct manager.
    std::string leader_user_id;
    /// City.
    std::string city;
    /// Country or region code.
    std::string country;
    /// Workstation.
    std::string work_station;
    /// Date of joining, a Unix timestamp in seconds.
    std::int64_t join_time = 0;
    /// Employee number.
    std::string employee_no;
    /// Employment type.
    open<v3::employee_type> employee_type;
    /// Sort orders in departments.
    std::vector<model::user_order> orders;
    /// Custom attributes.
    std::vector<model::user_custom_attr> custom_attrs;
    /// Job level id.
    std::string job_level_id;
    /// Job family id.
    std::string job_family_id;
    /// Open ids of the dotted-line managers.
    std::vector<std::string> dotted_line_leader_user_ids;
};
BOOST_DESCRIBE_STRUCT(user_event, (),
                      (open_id, union_id, user_id, name, en_name, nickname, email, enterprise_email,
                       job_title, mobile, gender, avatar, status, department_ids, leader_user_id, city,
                       country, work_station, join_time, employee_no, employee_type, orders, custom_attrs,
                       job_level_id, job_family_id, dotted_line_leader_user_ids))

} // namespace model

} // namespace feishu::contact::v3
