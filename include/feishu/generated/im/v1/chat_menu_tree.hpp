#pragma once
// Feishu im v1: chat_menu_tree. Generated from codegen/specs/im/v1/chat_menu_tree.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_menu_tree {

/// Gets a chat menu.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_menu_tree.get",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats/:chat_id/menu_tree",
        .tokens = token::tenant,
        .scopes = {any_of("im:chat", "im:chat.menu_tree:read", "im:chat:readonly")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232011, 232014, 232024, 232025, 232033, 232034},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-menu_tree/get",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;

    struct response {
        model::chat_menu_tree menu_tree;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id))
BOOST_DESCRIBE_STRUCT(get::response, (), (menu_tree))

/// Adds items to a chat menu.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_menu_tree.create",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/:chat_id/menu_tree",
        .tokens = token::tenant,
        .scopes = {any_of("im:chat", "im:chat.menu_tree:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232008, 232009, 232011, 232014, 232024, 232025, 232033, 232034, 232055, 232056,
                   232070, 232071, 232073, 232078},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-menu_tree/create",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    field::required<model::new_chat_menu_tree> menu_tree;

    struct response {
        model::chat_menu_tree menu_tree;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (chat_id, menu_tree))
BOOST_DESCRIBE_STRUCT(create::response, (), (menu_tree))

/// Deletes top-level items of a chat menu.
struct delete_ {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_menu_tree.delete",
        .method = verb::delete_,
        .path = "/open-apis/im/v1/chats/:chat_id/menu_tree",
        .tokens = token::tenant,
        .scopes = {any_of("im:chat", "im:chat.menu_tree:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232008, 232009, 232011, 232014, 232024, 232025, 232033, 232034, 232055, 232073},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-menu_tree/delete",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    field::required<field::list<feishu::menu_item_id>> chat_menu_top_level_ids;

    struct response {
        model::chat_menu_tree menu_tree;
    };
};
BOOST_DESCRIBE_STRUCT(delete_, (), (chat_id, chat_menu_top_level_ids))
BOOST_DESCRIBE_STRUCT(delete_::response, (), (menu_tree))

/// Sorts the top-level items of a chat menu.
struct sort {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_menu_tree.sort",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/:chat_id/menu_tree/sort",
        .tokens = token::tenant,
        .scopes = {any_of("im:chat", "im:chat.menu_tree:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232009, 232011, 232014, 232024, 232025, 232033, 232034, 232055, 232072},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-menu_tree/sort",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    field::required<field::list<feishu::menu_item_id>> chat_menu_top_level_ids;

    struct response {
        model::chat_menu_tree menu_tree;
    };
};
BOOST_DESCRIBE_STRUCT(sort, (), (chat_id, chat_menu_top_level_ids))
BOOST_DESCRIBE_STRUCT(sort::response, (), (menu_tree))

} // namespace feishu::im::v1::chat_menu_tree
