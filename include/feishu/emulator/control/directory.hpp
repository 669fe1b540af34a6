#pragma once
// Control over HTTP: changes to the directory by its administrators, and logins of users.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/control/no_content.hpp>
#include <feishu/emulator/control/tenant.hpp>
#include <feishu/emulator/department.hpp>

namespace feishu::emulator::control {

/// A user joins the organization, which causes an event, unlike emulator.users.create. Empty ids are generated.
struct hire {
    static constexpr endpoint_spec spec{.id = "emulator.users.hire",
                                        .method = verb::post,
                                        .path = "/_emulator/users/hired",
                                        .envelope = envelope::flat};
    field::required<std::string> name;
    feishu::open_id open_id{};
    feishu::union_id union_id{};
    feishu::user_id user_id{};
    feishu::email email{};
    /// Phone number with country code.
    std::string mobile{};
    /// Open ids of departments, the primary one first.
    std::vector<feishu::department_id> departments{};
    using response = user_entry;
};
BOOST_DESCRIBE_STRUCT(hire, (), (name, open_id, union_id, user_id, email, mobile, departments))

/// Changes a user; what is absent stays. Departments replace those that the user was in.
struct change_user {
    static constexpr endpoint_spec spec{.id = "emulator.users.change",
                                        .method = verb::patch,
                                        .path = "/_emulator/users/:open_id",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    std::optional<std::string> name{};
    std::optional<feishu::email> email{};
    std::optional<std::string> mobile{};
    /// Open ids of departments, the primary one first.
    std::optional<std::vector<feishu::department_id>> departments{};
    using response = user_entry;
};
BOOST_DESCRIBE_STRUCT(change_user, (), (open_id, name, email, mobile, departments))

/// A user leaves the organization.
struct resign {
    static constexpr endpoint_spec spec{.id = "emulator.users.resign",
                                        .method = verb::delete_,
                                        .path = "/_emulator/users/:open_id",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(resign, (), (open_id))

/// Creates a department. Empty ids are generated.
struct create_department {
    static constexpr endpoint_spec spec{.id = "emulator.departments.create",
                                        .method = verb::post,
                                        .path = "/_emulator/departments",
                                        .envelope = envelope::flat};
    field::required<std::string> name;
    feishu::department_id open_department_id{};
    /// Custom id.
    std::string department_id{};
    /// Open id of the parent department; the root department if empty.
    feishu::department_id parent{};
    feishu::open_id leader{};
    /// Among sibling departments.
    int order = 0;
    using response = department;
};
BOOST_DESCRIBE_STRUCT(create_department, (), (name, open_department_id, department_id, parent, leader, order))

/// Lists the departments of the tenant, without the root department.
struct list_departments {
    static constexpr endpoint_spec spec{.id = "emulator.departments.list",
                                        .method = verb::get,
                                        .path = "/_emulator/departments",
                                        .envelope = envelope::flat};
    struct response {
        std::vector<emulator::department> items{};
    };
};
BOOST_DESCRIBE_STRUCT(list_departments, (), ())
BOOST_DESCRIBE_STRUCT(list_departments::response, (), (items))

/// Renames or moves a department, or changes its leader; what is absent stays.
struct change_department {
    static constexpr endpoint_spec spec{.id = "emulator.departments.change",
                                        .method = verb::patch,
                                        .path = "/_emulator/departments/:open_department_id",
                                        .envelope = envelope::flat};
    field::required<feishu::department_id> open_department_id;
    std::optional<std::string> name{};
    std::optional<feishu::department_id> parent{};
    std::optional<feishu::open_id> leader{};
    std::optional<int> order{};
    using response = department;
};
BOOST_DESCRIBE_STRUCT(change_department, (), (open_department_id, name, parent, leader, order))

/// Deletes a department, which must have neither members nor children.
struct delete_department {
    static constexpr endpoint_spec spec{.id = "emulator.departments.delete",
                                        .method = verb::delete_,
                                        .path = "/_emulator/departments/:open_department_id",
                                        .envelope = envelope::flat};
    field::required<feishu::department_id> open_department_id;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(delete_department, (), (open_department_id))

/// A user opens the authorization page at this URL, and approves or refuses.
struct log_in {
    static constexpr endpoint_spec spec{.id = "emulator.people.log_in",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/logins",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<std::string> url;
    bool approved = true;
    struct response {
        /// URL that the browser is redirected to, with the code.
        std::string redirect{};
    };
};
BOOST_DESCRIBE_STRUCT(log_in, (), (open_id, url, approved))
BOOST_DESCRIBE_STRUCT(log_in::response, (), (redirect))

/// A user enters the code that a device shows, and approves or refuses.
struct decide_device {
    static constexpr endpoint_spec spec{.id = "emulator.people.decide_device",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/devices",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<std::string> user_code;
    bool approved = true;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(decide_device, (), (open_id, user_code, approved))

/// Revokes a refresh token; access tokens stay valid.
struct revoke_refresh_token {
    static constexpr endpoint_spec spec{.id = "emulator.tokens.revoke",
                                        .method = verb::post,
                                        .path = "/_emulator/revoked_tokens",
                                        .envelope = envelope::flat};
    field::required<std::string> refresh_token;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(revoke_refresh_token, (), (refresh_token))

} // namespace feishu::emulator::control
