#pragma once
// Feishu im v1: chat_members. Generated from codegen/specs/im/v1/chat_members.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_members {

/// Lists the members of a chat, without bots.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_members.get",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats/:chat_id/members",
        .query = {"member_id_type", "page_size", "page_token"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat:readonly", "im:chat.members:read",
                          "im:chat.group_info:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232004, 232006, 232009, 232010, 232011, 232025, 232033, 232034},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-members/get",
    };

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// Which kind of id the members have.
    open<feishu::user_id_type> member_id_type = feishu::user_id_type::open_id;
    /// Entries a page.
    field::number<int, 1, 100> page_size = 20;
    /// Where to go on: from the answer before; left out on the first page.
    std::optional<std::string> page_token{};

    struct response {
        std::vector<model::chat_member> items;
        /// Pass it to get the next page.
        std::string page_token;
        /// Whether there is another page.
        bool has_more = false;
        int member_total = 0;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, member_id_type, page_size, page_token))
BOOST_DESCRIBE_STRUCT(get::response, (), (items, page_token, has_more, member_total))

/// Adds users and bots to a group.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_members.create",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/:chat_id/members",
        .query = {"member_id_type", "succeed_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.members:write_only")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232004, 232006, 232009, 232010,   232011,   232013,
                   232017, 232019, 232024, 232025, 232027,   232028,   232033,
                   232034, 232043, 232044, 232090, 99992351, 99992360, 99992364},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-members/create",
    };

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// Which kind of id the members have.
    open<v1::member_id_type> member_id_type = v1::member_id_type::open_id;
    /// What happens when some of the ids cannot be added.
    open<v1::add_members_mode> succeed_type = v1::add_members_mode::reject_unknown;
    /// The members; their kind is what member_id_type says; at most five bots.
    field::list<std::string> id_list{};

    struct response {
        /// Ids that are not valid.
        std::vector<std::string> invalid_id_list;
        /// Ids that do not exist.
        std::vector<std::string> not_existed_id_list;
        /// Ids that wait for the approval of the owner.
        std::vector<std::string> pending_approval_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (chat_id, member_id_type, succeed_type, id_list))
BOOST_DESCRIBE_STRUCT(create::response, (), (invalid_id_list, not_existed_id_list, pending_approval_id_list))

/// Removes users and bots from a group.
struct delete_ {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_members.delete",
        .method = verb::delete_,
        .path = "/open-apis/im/v1/chats/:chat_id/members",
        .query = {"member_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.members:write_only")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232004, 232006, 232007, 232009, 232010, 232011, 232014, 232019, 232025, 232027,
                   232029, 232033, 232034, 232076},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-members/delete",
    };

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// Which kind of id the members have.
    open<v1::member_id_type> member_id_type = v1::member_id_type::open_id;
    /// The members; their kind is what member_id_type says; at most five bots.
    field::list<std::string> id_list{};

    struct response {
        /// Ids that are not valid.
        std::vector<std::string> invalid_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(delete_, (), (chat_id, member_id_type, id_list))
BOOST_DESCRIBE_STRUCT(delete_::response, (), (invalid_id_list))

/// Tells whether the caller is in a chat.
struct is_in_chat {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_members.is_in_chat",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats/:chat_id/members/is_in_chat",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat:readonly", "im:chat.members:read",
                          "im:chat.group_info:readonly")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232004, 232006, 232010, 232025, 232033, 232034},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-members/is_in_chat",
    };

    /// The chat.
    field::required<feishu::chat_id> chat_id;

    struct response {
        bool is_in_chat = false;
    };
};
BOOST_DESCRIBE_STRUCT(is_in_chat, (), (chat_id))
BOOST_DESCRIBE_STRUCT(is_in_chat::response, (), (is_in_chat))

/// Lets the caller join a public group.
struct me_join {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_members.me_join",
        .method = verb::patch,
        .path = "/open-apis/im/v1/chats/:chat_id/members/me_join",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat.members:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232004, 232006, 232008, 232009, 232010, 232013, 232019, 232025, 232027, 232034, 232075},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-members/me_join",
    };

    /// The chat.
    field::required<feishu::chat_id> chat_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(me_join, (), (chat_id))
BOOST_DESCRIBE_STRUCT(me_join::response, (), ())

} // namespace feishu::im::v1::chat_members
