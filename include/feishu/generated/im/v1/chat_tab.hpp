#pragma once
// Feishu im v1: chat_tab. Generated from codegen/specs/im/v1/chat_tab.json: edit that, then run codegen/run.

#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_tab {

/// Adds tabs to a chat.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_tab.create",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/:chat_id/chat_tabs",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.tabs:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232006, 232009, 232010, 232011, 232024, 232025, 232033, 232034, 232046, 232047,
                   232048, 232050, 232051, 232055, 232056},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-tab/create",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    field::required<field::list<model::new_chat_tab>> chat_tabs;

    struct response {
        std::vector<model::chat_tab> chat_tabs;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (chat_id, chat_tabs))
BOOST_DESCRIBE_STRUCT(create::response, (), (chat_tabs))

/// Deletes tabs of a chat.
struct delete_tabs {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_tab.delete_tabs",
        .method = verb::delete_,
        .path = "/open-apis/im/v1/chats/:chat_id/chat_tabs/delete_tabs",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.tabs:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232006, 232009, 232010, 232011, 232024, 232025, 232033, 232034, 232049, 232050,
                   232055},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-tab/delete_tabs",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    field::required<field::list<feishu::tab_id>> tab_ids;

    struct response {
        std::vector<model::chat_tab> chat_tabs;
    };
};
BOOST_DESCRIBE_STRUCT(delete_tabs, (), (chat_id, tab_ids))
BOOST_DESCRIBE_STRUCT(delete_tabs::response, (), (chat_tabs))

/// Lists the tabs of a chat.
struct list_tabs {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_tab.list_tabs",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats/:chat_id/chat_tabs/list_tabs",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.tabs:read", "im:chat:readonly")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232006, 232010, 232011, 232024, 232025, 232033, 232034, 232050},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-tab/list_tabs",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;

    struct response {
        std::vector<model::chat_tab> chat_tabs;
    };
};
BOOST_DESCRIBE_STRUCT(list_tabs, (), (chat_id))
BOOST_DESCRIBE_STRUCT(list_tabs::response, (), (chat_tabs))

/// Sorts the tabs of a chat.
struct sort_tabs {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_tab.sort_tabs",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/:chat_id/chat_tabs/sort_tabs",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.tabs:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232006, 232009, 232010, 232011, 232024, 232025, 232033, 232034, 232050, 232055},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-tab/sort_tabs",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    field::list<feishu::tab_id> tab_ids{};

    struct response {
        std::vector<model::chat_tab> chat_tabs;
    };
};
BOOST_DESCRIBE_STRUCT(sort_tabs, (), (chat_id, tab_ids))
BOOST_DESCRIBE_STRUCT(sort_tabs::response, (), (chat_tabs))

/// Updates tabs of a chat.
struct update_tabs {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_tab.update_tabs",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/:chat_id/chat_tabs/update_tabs",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.tabs:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232006, 232009, 232010, 232011, 232024, 232025, 232033, 232034, 232047, 232048,
                   232049, 232050, 232051, 232055, 232056},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-tab/update_tabs",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    field::list<model::chat_tab_update> chat_tabs{};

    struct response {
        std::vector<model::chat_tab> chat_tabs;
    };
};
BOOST_DESCRIBE_STRUCT(update_tabs, (), (chat_id, chat_tabs))
BOOST_DESCRIBE_STRUCT(update_tabs::response, (), (chat_tabs))

} // namespace feishu::im::v1::chat_tab
