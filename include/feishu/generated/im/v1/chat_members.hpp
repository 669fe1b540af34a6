#pragma once
// Feishu im v1: chat_members. Generated from codegen/specs/im/v1/chat_members.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat_members {

/// Type of a chat member.
enum class member_type { user, bot };
BOOST_DESCRIBE_ENUM(member_type, user, bot)

/// A bot in a group.
struct bot_member {
    /// Type of member_id.
    std::string member_id_type;
    /// Member id.
    std::string member_id;
    /// Name.
    std::string name;
    /// App id.
    feishu::app_id app_id;
    /// Key of the tenant.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(bot_member, (), (member_id_type, member_id, name, app_id, tenant_key))

/// A bot in a group.
struct chat_bot {
    /// Open id of the bot.
    feishu::open_id bot_id;
    /// Name.
    std::string bot_name;
};
BOOST_DESCRIBE_STRUCT(chat_bot, (), (bot_id, bot_name))

/// A user in a group.
struct user_member {
    /// Type of member_id.
    std::string member_id_type;
    /// Member id.
    std::string member_id;
    /// Name.
    std::string name;
    /// Key of the tenant.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(user_member, (), (member_id_type, member_id, name, tenant_key))

/// Lists the members of a chat, excluding bots.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_members.get",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats/:chat_id/members",
        .query = {"member_id_type", "page_size", "page_token", "check_security_conf"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat:readonly", "im:chat.members:read",
                          "im:chat.group_info:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232004, 232006, 232009, 232010, 232011, 232025, 232033, 232034},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-members/get",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Type of member ids.
    open<feishu::user_id_type> member_id_type = feishu::user_id_type::open_id;
    /// Page size.
    field::number<int, 1, 100> page_size = 20;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Whether to apply the tenant's security limit to the member list.
    std::optional<bool> check_security_conf{};

    struct response {
        std::vector<model::chat_member> items;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
        int member_total = 0;
        /// Whether the security limit truncated the member list.
        std::optional<bool> trigger_security_conf_limit{};
        /// Security limit of the number of members returned.
        std::optional<int> security_conf_limit{};
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, member_id_type, page_size, page_token, check_security_conf))
BOOST_DESCRIBE_STRUCT(get::response, (),
                      (items, page_token, has_more, member_total, trigger_security_conf_limit,
                       security_conf_limit))

/// Adds users or bots to a group.
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

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Type of member ids.
    open<v1::member_id_type> member_id_type = v1::member_id_type::open_id;
    /// Handling of ids that cannot be added.
    open<v1::add_members_mode> succeed_type = v1::add_members_mode::reject_unknown;
    /// Member ids of the type given by member_id_type; at most five bots.
    field::list<std::string> id_list{};

    struct response {
        /// Invalid ids.
        std::vector<std::string> invalid_id_list;
        /// Ids that do not exist.
        std::vector<std::string> not_existed_id_list;
        /// Ids pending approval by the owner.
        std::vector<std::string> pending_approval_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (chat_id, member_id_type, succeed_type, id_list))
BOOST_DESCRIBE_STRUCT(create::response, (), (invalid_id_list, not_existed_id_list, pending_approval_id_list))

/// Removes users or bots from a group.
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

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Type of member ids.
    open<v1::member_id_type> member_id_type = v1::member_id_type::open_id;
    /// Member ids of the type given by member_id_type; at most five bots.
    field::list<std::string> id_list{};

    struct response {
        /// Invalid ids.
        std::vector<std::string> invalid_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(delete_, (), (chat_id, member_id_type, id_list))
BOOST_DESCRIBE_STRUCT(delete_::response, (), (invalid_id_list))

/// Checks whether the caller is a member of a chat.
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

    /// Chat id.
    field::required<feishu::chat_id> chat_id;

    struct response {
        bool is_in_chat = false;
    };
};
BOOST_DESCRIBE_STRUCT(is_in_chat, (), (chat_id))
BOOST_DESCRIBE_STRUCT(is_in_chat::response, (), (is_in_chat))

/// Joins a public group as the caller.
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

    /// Chat id.
    field::required<feishu::chat_id> chat_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(me_join, (), (chat_id))
BOOST_DESCRIBE_STRUCT(me_join::response, (), ())

/// Lists the bots in a group. Not documented by the platform; used by official tools.
struct bots {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_members.bots",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats/:chat_id/members/bots",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat.members:read")},
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;

    struct response {
        /// Bots.
        std::vector<feishu::im::v1::chat_members::chat_bot> items;
    };
};
BOOST_DESCRIBE_STRUCT(bots, (), (chat_id))
BOOST_DESCRIBE_STRUCT(bots::response, (), (items))

/// Lists the users and bots in a group. The caller must be a member. Not documented by the platform; used by
/// official tools.
struct list {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_members.list",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats/:chat_id/members/list",
        .query = {"member_types", "member_id_type", "page_size", "page_token"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat.members:read")},
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Types of members to list; defaults to all.
    field::list<open<feishu::im::v1::chat_members::member_type>> member_types{};
    /// Type of member ids.
    open<v1::member_id_type> member_id_type = v1::member_id_type::open_id;
    /// Page size.
    field::number<int, 1, 100> page_size = 20;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};

    struct response {
        /// Users.
        std::vector<feishu::im::v1::chat_members::user_member> users;
        /// Bots.
        std::vector<feishu::im::v1::chat_members::bot_member> bots;
        /// Number of users.
        int user_total = 0;
        /// Number of bots.
        int bot_total = 0;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
        /// Parts of the list that were cut off.
        boost::json::value truncations;
    };
};
BOOST_DESCRIBE_STRUCT(list, (), (chat_id, member_types, member_id_type, page_size, page_token))
BOOST_DESCRIBE_STRUCT(list::response, (),
                      (users, bots, user_total, bot_total, page_token, has_more, truncations))

} // namespace feishu::im::v1::chat_members
