#pragma once
// Feishu passport v1: session. Generated from codegen/specs/passport/v1/session.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/passport/v1/models.hpp>

namespace feishu::passport::v1::session {

/// Logs a user out.
struct logout {
    static constexpr endpoint_spec spec{
        .id = "passport.v1.session.logout",
        .method = verb::post,
        .path = "/open-apis/passport/v1/sessions/logout",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("passport:session:logout")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.special = true},
        .app_types = app_type::custom,
        .errors = {1080001, 1084001, 1084002},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/passport-v1/session/logout",
    };

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Credential of the user at the identity provider, for by_idp_credential.
    std::optional<std::string> idp_credential_id{};
    /// How the session to end is identified.
    field::required<open<v1::logout_type>> logout_type;
    /// Client types; defaults to all.
    field::list<open<v1::terminal_type>> terminal_type{};
    /// User to log out, for by_user_id; an id of the type given by user_id_type.
    std::optional<std::string> user_id{};
    /// Reason shown to the user; by default, that the account was logged out on another device.
    open<v1::logout_reason> logout_reason{};
    /// Session to end, for by_session.
    std::optional<std::string> sid{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(logout, (),
                      (user_id_type, idp_credential_id, logout_type, terminal_type, user_id, logout_reason,
                       sid))
BOOST_DESCRIBE_STRUCT(logout::response, (), ())

/// Lists login sessions of users.
struct query {
    static constexpr endpoint_spec spec{
        .id = "passport.v1.session.query",
        .method = verb::post,
        .path = "/open-apis/passport/v1/sessions/query",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("passport:session_mask:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 10},
        .app_types = app_type::custom,
        .errors = {1080001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/passport-v1/session/query",
    };

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// User ids of the type given by user_id_type.
    field::list<std::string, 0, 100> user_ids{};

    struct response {
        /// Login sessions.
        std::vector<model::mask_session> mask_sessions;
    };
};
BOOST_DESCRIBE_STRUCT(query, (), (user_id_type, user_ids))
BOOST_DESCRIBE_STRUCT(query::response, (), (mask_sessions))

} // namespace feishu::passport::v1::session
