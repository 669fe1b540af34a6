#pragma once
// Feishu bot v3: shared types. Generated from codegen/specs/bot/v3/models.json: edit that, then run codegen/run.

#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::bot_::v3 {

using feishu::user_id_type;

/// Activation status of an app in a tenant.
enum class bot_activate_status : int {
    initialized = 0,
    disabled = 1,
    enabled = 2,
    pending_activation = 3,
    pending_upgrade = 4,
    license_expired = 5,
    plan_expired = 6
};
BOOST_DESCRIBE_ENUM(bot_activate_status, initialized, disabled, enabled, pending_activation, pending_upgrade,
                    license_expired, plan_expired)
constexpr bool feishu_wire_is_number(bot_activate_status) { return true; }

namespace model {

/// Basic information about a bot.
struct bot_basic {
    /// Bot name.
    std::string name;
    /// Localized names.
    feishu::model::i18n_names i18n_names;
};
BOOST_DESCRIBE_STRUCT(bot_basic, (), (name, i18n_names))

/// Information about a bot.
struct bot_info {
    /// Activation status.
    open<v3::bot_activate_status> activate_status;
    /// App name.
    std::string app_name;
    /// Avatar URL.
    std::string avatar_url;
    /// IP addresses from which the app may call.
    std::vector<std::string> ip_white_list;
    /// Open id of the bot.
    feishu::open_id open_id;
};
BOOST_DESCRIBE_STRUCT(bot_info, (), (activate_status, app_name, avatar_url, ip_white_list, open_id))

} // namespace model

} // namespace feishu::bot_::v3
