#pragma once
// Feishu im v1: chat_member_bot. Generated from codegen/specs/im/v1/chat_member_bot.json: edit that, then run codegen/run.

#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_member_bot {

/// The bot was added to a group.
struct added_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.chat_member_bot.added_v1",
        .type = "im.chat.member.bot.added_v1",
        .scopes = {any_of("im:chat", "im:chat.members:bot_access", "im:chat:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-member-bot/events/"
               "added",
    };

    std::string schema;
    feishu::model::event_header header;
    model::chat_event event;
};
BOOST_DESCRIBE_STRUCT(added_v1, (), (schema, header, event))

/// The bot was removed from a group.
struct deleted_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.chat_member_bot.deleted_v1",
        .type = "im.chat.member.bot.deleted_v1",
        .scopes = {any_of("im:chat", "im:chat.members:bot_access", "im:chat:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-member-bot/events/"
               "deleted",
    };

    std::string schema;
    feishu::model::event_header header;
    model::chat_event event;
};
BOOST_DESCRIBE_STRUCT(deleted_v1, (), (schema, header, event))

} // namespace feishu::im::v1::chat_member_bot
