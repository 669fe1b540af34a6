#pragma once
// Feishu docx v1: chat_announcement. Generated from codegen/specs/docx/v1/chat_announcement.json: edit that, then run codegen/run.

#include <cstdint>
#include <string>

#include <feishu/generated/common.hpp>
#include <feishu/generated/docx/v1/models.hpp>

namespace feishu::docx::v1::chat_announcement {

/// Tells who made a chat's announcement, when, and of which kind it is.
struct get {
    static constexpr endpoint_spec spec{
        .id = "docx.v1.chat_announcement.get",
        .method = verb::get,
        .path = "/open-apis/docx/v1/chats/:chat_id/announcement",
        .query = {"user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat.announcement:read")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_second = 20},
        .errors = {1770001, 1770002, 1770032, 1771001, 1771002, 1771003, 1771004, 1771005, 1772001, 1772002,
                   1772003, 1772004, 1772006, 1772025, 1772034},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/"
               "chat-announcement/get",
    };

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        /// The version to work on; -1 is the newest.
        std::int64_t revision_id = 0;
        /// When it was made, in seconds.
        std::int64_t create_time = 0;
        /// When it was last changed, in seconds.
        std::int64_t update_time = 0;
        /// The owner; absent when it is a bot.
        std::string owner_id;
        /// What owner_id is.
        open<feishu::user_id_type> owner_id_type;
        std::string modifier_id;
        open<feishu::user_id_type> modifier_id_type;
        open<v1::announcement_type> announcement_type;
        /// Not in use yet.
        unix_seconds create_time_v2;
        /// Not in use yet.
        unix_seconds update_time_v2;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, user_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (),
                      (revision_id, create_time, update_time, owner_id, owner_id_type, modifier_id,
                       modifier_id_type, announcement_type, create_time_v2, update_time_v2))

} // namespace feishu::docx::v1::chat_announcement
