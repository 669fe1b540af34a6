#pragma once
// Feishu im v1: chat_announcement. Generated from codegen/specs/im/v1/chat_announcement.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_announcement {

/// Gets the announcement of a group; legacy announcements only.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_announcement.get",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats/:chat_id/announcement",
        .query = {"user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.announcement:read", "im:chat:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232003, 232010, 232011, 232019, 232024, 232025, 232033, 232034, 232066, 232097},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-announcement/get",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        field::json_text content;
        std::string revision;
        unix_seconds create_time;
        unix_seconds update_time;
        /// Type of owner_id.
        open<v1::member_id_type> owner_id_type;
        /// Id of the owner; absent if the owner is a bot.
        std::string owner_id;
        open<v1::member_id_type> modifier_id_type;
        std::string modifier_id;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, user_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (),
                      (content, revision, create_time, update_time, owner_id_type, owner_id, modifier_id_type,
                       modifier_id))

/// Updates the announcement of a group; legacy announcements only.
struct patch {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_announcement.patch",
        .method = verb::patch,
        .path = "/open-apis/im/v1/chats/:chat_id/announcement",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.announcement:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232002, 232003, 232009, 232010, 232011, 232018, 232019, 232024, 232025, 232033,
                   232034, 232066, 232097},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-announcement/patch",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Revision to which the changes apply.
    field::required<std::string> revision;
    /// Changes, each a JSON document in a string.
    field::list<field::json_text> requests{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(patch, (), (chat_id, revision, requests))
BOOST_DESCRIBE_STRUCT(patch::response, (), ())

} // namespace feishu::im::v1::chat_announcement
