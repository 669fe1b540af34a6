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

    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// With by_idp_credential: the user at the identity provider.
    std::optional<std::string> idp_credential_id{};
    /// How it is said who is to be logged out.
    field::required<open<v1::logout_type>> logout_type;
    /// Which kinds of client; left out, all.
    field::list<open<v1::terminal_type>> terminal_type{};
    /// With by_user_id: the user; its kind is what user_id_type says.
    std::optional<std::string> user_id{};
    /// What the user is told; left out, that they logged out elsewhere.
    open<v1::logout_reason> logout_reason{};
    /// With by_session: the session.
    std::optional<std::string> sid{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(logout, (),
                      (user_id_type, idp_credential_id, logout_type, terminal_type, user_id, logout_reason,
                       sid))
BOOST_DESCRIBE_STRUCT(logout::response, (), ())

/// Lists users' log-ins.
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

    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// The users; their kind is what user_id_type says.
    field::list<std::string, 0, 100> user_ids{};

    struct response {
        std::vector<model::mask_session> mask_sessions;
    };
};
BOOST_DESCRIBE_STRUCT(query, (), (user_id_type, user_ids))
BOOST_DESCRIBE_STRUCT(query::response, (), (mask_sessions))

} // namespace feishu::passport::v1::session
