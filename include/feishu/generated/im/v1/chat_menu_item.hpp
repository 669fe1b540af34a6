#pragma once
// Feishu im v1: chat_menu_item. Generated from codegen/specs/im/v1/chat_menu_item.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_menu_item {

/// Updates an item of a chat menu.
struct patch {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_menu_item.patch",
        .method = verb::patch,
        .path = "/open-apis/im/v1/chats/:chat_id/menu_items/:menu_item_id",
        .tokens = token::tenant,
        .scopes = {any_of("im:chat", "im:chat.menu_tree:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232009, 232011, 232014, 232024, 232025, 232033, 232034, 232055, 232073, 232078},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-menu_item/patch",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    field::required<feishu::menu_item_id> menu_item_id;
    /// Fields to update; all other fields are left unchanged.
    field::required<field::list<open<v1::chat_menu_field>>> update_fields;
    field::required<model::chat_menu_item> chat_menu_item;

    struct response {
        model::chat_menu_item chat_menu_item;
    };
};
BOOST_DESCRIBE_STRUCT(patch, (), (chat_id, menu_item_id, update_fields, chat_menu_item))
BOOST_DESCRIBE_STRUCT(patch::response, (), (chat_menu_item))

} // namespace feishu::im::v1::chat_menu_item
