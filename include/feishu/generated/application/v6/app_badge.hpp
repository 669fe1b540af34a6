#pragma once
// Feishu application v6: app_badge. Generated from codegen/specs/application/v6/app_badge.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::application::v6::app_badge {

/// Sets the badge number of an app for a user.
struct set {
    static constexpr endpoint_spec spec{
        .id = "application.v6.app_badge.set",
        .method = verb::post,
        .path = "/open-apis/application/v6/app_badge/set",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.special = true},
        .errors = {213001, 213002, 213003, 213004, 213005, 213006, 213007},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/app_badge/set",
    };

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// User id of the type given by user_id_type.
    field::required<std::string> user_id;
    /// Version of the badge; a badge replaces only older ones. Usually a Unix timestamp in milliseconds.
    field::required<std::string> version;
    /// Additional data.
    std::optional<std::string> extra{};
    /// Badge numbers on desktop clients.
    std::optional<model::client_badge> pc{};
    /// Badge numbers on mobile clients.
    std::optional<model::client_badge> mobile{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(set, (), (user_id_type, user_id, version, extra, pc, mobile))
BOOST_DESCRIBE_STRUCT(set::response, (), ())

} // namespace feishu::application::v6::app_badge
