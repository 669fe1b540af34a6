#pragma once
// Feishu im v1: chat_member_user. Generated from codegen/specs/im/v1/chat_member_user.json: edit that, then run codegen/run.

#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_member_user {

/// Users joined a group.
struct added_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.chat_member_user.added_v1",
        .type = "im.chat.member.user.added_v1",
        .scopes = {any_of("im:chat", "im:chat.members:read", "im:chat:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-member-user/"
               "events/added",
    };

    std::string schema;
    feishu::model::event_header header;
    model::chat_users_event event;
};
BOOST_DESCRIBE_STRUCT(added_v1, (), (schema, header, event))

/// Users left a group or were removed from it.
struct deleted_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.chat_member_user.deleted_v1",
        .type = "im.chat.member.user.deleted_v1",
        .scopes = {any_of("im:chat", "im:chat.members:read", "im:chat:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-member-user/"
               "events/deleted",
    };

    std::string schema;
    feishu::model::event_header header;
    model::chat_users_event event;
};
BOOST_DESCRIBE_STRUCT(deleted_v1, (), (schema, header, event))

/// The invitation of users to a group was withdrawn.
struct withdrawn_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.chat_member_user.withdrawn_v1",
        .type = "im.chat.member.user.withdrawn_v1",
        .scopes = {any_of("im:chat", "im:chat.members:read", "im:chat:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-member-user/"
               "events/withdrawn",
    };

    std::string schema;
    feishu::model::event_header header;
    model::chat_users_event event;
};
BOOST_DESCRIBE_STRUCT(withdrawn_v1, (), (schema, header, event))

} // namespace feishu::im::v1::chat_member_user
