#pragma once
// Feishu im v1: chat_moderation. Generated from codegen/specs/im/v1/chat_moderation.json: edit that, then run codegen/run.

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_moderation {

/// Reads who may speak in a group.
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

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Entries a page.
    std::optional<field::number<int, std::numeric_limits<int>::lowest(), 100>> page_size{};
    /// Where to go on: from the answer before; left out on the first page.
    std::optional<std::string> page_token{};

    struct response {
        /// Who may speak.
        open<v1::moderation_permission> moderation_setting;
        /// Pass it to get the next page.
        std::string page_token;
        /// Whether there is another page.
        bool has_more = false;
        std::vector<model::moderator> items;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, user_id_type, page_size, page_token))
BOOST_DESCRIBE_STRUCT(get::response, (), (moderation_setting, page_token, has_more, items))

/// Sets who may speak in a group.
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

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Who may speak.
    open<v1::moderation_permission> moderation_setting{};
    /// Who may newly speak; needs moderator_list.
    field::list<std::string> moderator_added_list{};
    /// Who may no longer speak; needs moderator_list.
    field::list<std::string> moderator_removed_list{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(update, (),
                      (chat_id, user_id_type, moderation_setting, moderator_added_list,
                       moderator_removed_list))
BOOST_DESCRIBE_STRUCT(update::response, (), ())

} // namespace feishu::im::v1::chat_moderation
