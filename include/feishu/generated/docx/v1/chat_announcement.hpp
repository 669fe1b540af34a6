#pragma once
// Feishu docx v1: chat_announcement. Generated from codegen/specs/docx/v1/chat_announcement.json: edit that, then run codegen/run.

#include <cstdint>
#include <string>

#include <feishu/generated/common.hpp>
#include <feishu/generated/docx/v1/models.hpp>

namespace feishu::docx::v1::chat_announcement {

/// Gets the basic information of a group announcement: type, owner, creation and update time.
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

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        /// Document revision to operate on; -1 is the latest.
        std::int64_t revision_id = 0;
        /// Creation time, in seconds since the epoch.
        std::int64_t create_time = 0;
        /// Time of the last update, in seconds since the epoch.
        std::int64_t update_time = 0;
        /// Id of the owner; absent if the owner is a bot.
        std::string owner_id;
        /// Type of owner_id.
        open<feishu::user_id_type> owner_id_type;
        std::string modifier_id;
        open<feishu::user_id_type> modifier_id_type;
        open<v1::announcement_type> announcement_type;
        /// Reserved.
        unix_seconds create_time_v2;
        /// Reserved.
        unix_seconds update_time_v2;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, user_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (),
                      (revision_id, create_time, update_time, owner_id, owner_id_type, modifier_id,
                       modifier_id_type, announcement_type, create_time_v2, update_time_v2))

} // namespace feishu::docx::v1::chat_announcement
