#pragma once
// Feishu passport v1: shared types. Generated from codegen/specs/passport/v1/models.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::passport::v1 {

/// Logout reason shown to the user.
enum class logout_reason : int { password_changed = 34, session_invalid = 35, password_expired = 36 };
BOOST_DESCRIBE_ENUM(logout_reason, password_changed, session_invalid, password_expired)
constexpr bool feishu_wire_is_number(logout_reason) { return true; }

/// How the session to end is identified.
enum class logout_type : int { by_user_id = 1, by_idp_credential = 2, by_session = 3 };
BOOST_DESCRIBE_ENUM(logout_type, by_user_id, by_idp_credential, by_session)
constexpr bool feishu_wire_is_number(logout_type) { return true; }

/// Client type.
enum class terminal_type : int {
    unknown = 0,
    pc = 1,
    web = 2,
    android = 3,
    ios = 4,
    server = 5,
    old_mini_program = 6,
    other_mobile = 8
};
BOOST_DESCRIBE_ENUM(terminal_type, unknown, pc, web, android, ios, server, old_mini_program, other_mobile)
constexpr bool feishu_wire_is_number(terminal_type) { return true; }

namespace model {

/// Login session of a user.
struct mask_session {
    /// Creation time.
    std::string create_time;
    /// Client type.
    open<v1::terminal_type> terminal_type;
    /// User id.
    std::string user_id;
    /// Session id.
    std::string sid;
};
BOOST_DESCRIBE_STRUCT(mask_session, (), (create_time, terminal_type, user_id, sid))

} // namespace model

} // namespace feishu::passport::v1
