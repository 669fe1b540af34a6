#pragma once
// Feishu application v6: bot. Generated from codegen/specs/application/v6/bot.json: edit that, then run codegen/run.

#include <cstdint>
#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::application::v6::bot {

/// A user clicked an item of the bot menu.
struct menu_v6 {
    static constexpr event_spec spec{
        .id = "application.v6.bot.menu_v6",
        .type = "application.bot.menu_v6",
        .field_scopes = {"application:application.bot.operator_name:readonly",
                         "contact:user.employee_id:readonly"},
        .app_types = app_type::custom,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/bot/events/menu",
    };

    struct event_data {
        /// User who performed the operation.
        model::menu_operator operator_;
        /// Key of the menu item, as configured in the developer console.
        std::string event_key;
        /// Time of the click, a Unix timestamp in seconds.
        std::int64_t timestamp = 0;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(menu_v6::event_data, (), (operator_, event_key, timestamp))
BOOST_DESCRIBE_STRUCT(menu_v6, (), (schema, header, event))

} // namespace feishu::application::v6::bot
