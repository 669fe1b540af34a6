#pragma once
// Feishu im v1: chat_managers. Generated from codegen/specs/im/v1/chat_managers.json: edit that, then run codegen/run.

#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_managers {

/// Adds administrators to a group.
struct add_managers {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_managers.add_managers",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/:chat_id/managers/add_managers",
        .query = {"member_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.managers:write_only")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232009, 232011, 232019, 232024, 232025, 232027, 232033, 232034, 232038, 232039,
                   232040},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-managers/"
               "add_managers",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Type of member ids.
    open<v1::member_id_type> member_id_type = v1::member_id_type::open_id;
    /// Ids of the administrators, of the type given by member_id_type.
    field::list<std::string, 0, 50> manager_ids{};

    struct response {
        std::vector<std::string> chat_managers;
        std::vector<feishu::app_id> chat_bot_managers;
    };
};
BOOST_DESCRIBE_STRUCT(add_managers, (), (chat_id, member_id_type, manager_ids))
BOOST_DESCRIBE_STRUCT(add_managers::response, (), (chat_managers, chat_bot_managers))

/// Removes administrators from a group.
struct delete_managers {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_managers.delete_managers",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/:chat_id/managers/delete_managers",
        .query = {"member_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.managers:write_only")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232009, 232011, 232019, 232024, 232025, 232027, 232033, 232034, 232038, 232039},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-managers/"
               "delete_managers",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Type of member ids.
    open<v1::member_id_type> member_id_type = v1::member_id_type::open_id;
    /// Ids of the administrators, of the type given by member_id_type.
    field::list<std::string, 0, 50> manager_ids{};

    struct response {
        std::vector<std::string> chat_managers;
        std::vector<feishu::app_id> chat_bot_managers;
    };
};
BOOST_DESCRIBE_STRUCT(delete_managers, (), (chat_id, member_id_type, manager_ids))
BOOST_DESCRIBE_STRUCT(delete_managers::response, (), (chat_managers, chat_bot_managers))

} // namespace feishu::im::v1::chat_managers
