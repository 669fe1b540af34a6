#pragma once
// Feishu im v1: chat_moderation. Generated from codegen/specs/im/v1/chat_moderation.json: edit that, then run codegen/run.

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_moderation {

/// Gets the moderation settings of a group: who can send messages.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_moderation.get",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats/:chat_id/moderation",
        .query = {"user_id_type", "page_size", "page_token"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.moderation:read", "im:chat:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232004, 232006, 232009, 232010, 232011, 232025, 232033, 232034},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-moderation/get",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Page size.
    std::optional<field::number<int, std::numeric_limits<int>::lowest(), 100>> page_size{};
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};

    struct response {
        /// Who can send messages.
        open<v1::moderation_permission> moderation_setting;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
        std::vector<model::moderator> items;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, user_id_type, page_size, page_token))
BOOST_DESCRIBE_STRUCT(get::response, (), (moderation_setting, page_token, has_more, items))

/// Updates the moderation settings of a group: who can send messages.
struct update {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_moderation.update",
        .method = verb::put,
        .path = "/open-apis/im/v1/chats/:chat_id/moderation",
        .query = {"user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat:moderation:write_only")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232004, 232006, 232009, 232010, 232011, 232015, 232017, 232019, 232025, 232033,
                   232034, 232060, 232092},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-moderation/update",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Who can send messages.
    open<v1::moderation_permission> moderation_setting{};
    /// Moderators to add; requires moderation_setting moderator_list.
    field::list<std::string> moderator_added_list{};
    /// Moderators to remove; requires moderation_setting moderator_list.
    field::list<std::string> moderator_removed_list{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(update, (),
                      (chat_id, user_id_type, moderation_setting, moderator_added_list,
                       moderator_removed_list))
BOOST_DESCRIBE_STRUCT(update::response, (), ())

} // namespace feishu::im::v1::chat_moderation
