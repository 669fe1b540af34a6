#pragma once
// Feishu im v1: chat_top_notice. Generated from codegen/specs/im/v1/chat_top_notice.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_top_notice {

/// Removes the pinned top notice of a group.
struct delete_top_notice {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_top_notice.delete_top_notice",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/:chat_id/top_notice/delete_top_notice",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.top_notice:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232009, 232010, 232011, 232014, 232024, 232025, 232033, 232034},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-top_notice/"
               "delete_top_notice",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(delete_top_notice, (), (chat_id))
BOOST_DESCRIBE_STRUCT(delete_top_notice::response, (), ())

/// Pins a message or the announcement to the top of a group.
struct put_top_notice {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_top_notice.put_top_notice",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/:chat_id/top_notice/put_top_notice",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.top_notice:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230111, 232001, 232009, 232010, 232011, 232014, 232024, 232025, 232033, 232034},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-top_notice/"
               "put_top_notice",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    field::required<field::list<model::chat_top_notice>> chat_top_notice;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(put_top_notice, (), (chat_id, chat_top_notice))
BOOST_DESCRIBE_STRUCT(put_top_notice::response, (), ())

} // namespace feishu::im::v1::chat_top_notice
