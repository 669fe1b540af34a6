#pragma once
// Feishu im v1: chat_access_event. Generated from codegen/specs/im/v1/chat_access_event.json: edit that, then run codegen/run.

#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::im::v1::chat_access_event {

/// A user opened the one-to-one chat with the bot.
struct bot_p2p_chat_entered_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.chat_access_event.bot_p2p_chat_entered_v1",
        .type = "im.chat.access_event.bot_p2p_chat_entered_v1",
        .field_scopes = {"contact:user.employee_id:readonly"},
        .app_types = app_type::custom,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-access_event/"
               "events/bot_p2p_chat_entered",
    };

    struct event_data {
        /// Chat id.
        feishu::chat_id chat_id;
        /// Id of the operator.
        feishu::model::user_ids operator_id;
        feishu::message_id last_message_id;
        unix_millis last_message_create_time;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(bot_p2p_chat_entered_v1::event_data, (),
                      (chat_id, operator_id, last_message_id, last_message_create_time))
BOOST_DESCRIBE_STRUCT(bot_p2p_chat_entered_v1, (), (schema, header, event))

} // namespace feishu::im::v1::chat_access_event
