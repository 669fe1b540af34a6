#pragma once
// Feishu im v1: chat. Generated from codegen/specs/im/v1/chat.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat {

/// Lists the groups that the caller is in.
struct list {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat.list",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats",
        .query = {"user_id_type", "sort_type", "page_token", "page_size"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat:readonly", "im:chat:read", "im:chat.group_info:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232004, 232025, 232034},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/list",
    };

    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    open<v1::chat_sort_type> sort_type = v1::chat_sort_type::ByCreateTimeAsc;
    /// Where to go on: from the answer before; left out on the first page.
    std::optional<std::string> page_token{};
    /// Entries a page.
    field::number<int, 1, 100> page_size = 20;

    struct response {
        std::vector<model::chat_summary> items;
        /// Pass it to get the next page.
        std::string page_token;
        /// Whether there is another page.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(list, (), (user_id_type, sort_type, page_token, page_size))
BOOST_DESCRIBE_STRUCT(list::response, (), (items, page_token, has_more))

/// Makes a group.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat.create",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats",
        .query = {"user_id_type", "set_bot_manager", "uuid"},
        .tokens = token::tenant,
        .scopes = {any_of("im:chat", "im:chat:create")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232004, 232019, 232020, 232021, 232022, 232023, 232025, 232030, 232032, 232033,
                   232034, 232037, 232042, 232043, 232057, 232068, 232069, 232078, 232079, 232091, 232095},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/create",
    };

    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// True to make the creating bot an administrator when it is not the owner.
    bool set_bot_manager = false;
    /// Within ten hours at most one group is made for the same uuid.
    std::optional<field::text<0, 50>> uuid{};
    /// The picture: an image uploaded as avatar.
    std::optional<feishu::image_key> avatar{};
    /// The name.
    std::optional<std::string> name{};
    /// What it is about.
    std::optional<std::string> description{};
    /// The name by language.
    std::optional<feishu::model::i18n_names> i18n_names{};
    /// The owner, left out: the creating bot; its kind is what user_id_type says.
    std::optional<std::string> owner_id{};
    /// Who is in it from the start; their kind is what user_id_type says.
    field::list<std::string, 0, 50> user_id_list{};
    /// Bots that are in it from the start, besides the creating one.
    field::list<feishu::app_id, 0, 5> bot_id_list{};
    /// Whether it holds a conversation or threads.
    open<v1::group_message_type> group_message_type = v1::group_message_type::chat;
    /// The kind of chat.
    open<v1::chat_mode> chat_mode = v1::chat_mode::group;
    /// Whether everyone can find and join it.
    open<v1::chat_privacy> chat_type = v1::chat_privacy::private_;
    /// Who sees the notice when someone joins.
    open<v1::message_visibility> join_message_visibility = v1::message_visibility::all_members;
    /// Who sees the notice when someone leaves.
    open<v1::message_visibility> leave_message_visibility = v1::message_visibility::all_members;
    /// Whether joining needs an approval.
    open<v1::membership_approval> membership_approval = v1::membership_approval::no_approval_required;
    /// Keeps content from leaving the group.
    std::optional<model::restricted_mode_setting> restricted_mode_setting{};
    /// Who may buzz.
    open<v1::chat_permission> urgent_setting = v1::chat_permission::all_members;
    /// Who may start a video conference.
    open<v1::chat_permission> video_conference_setting = v1::chat_permission::all_members;
    /// Who may change the group's settings.
    open<v1::chat_permission> edit_permission = v1::chat_permission::all_members;
    /// Who sees how many members there are.
    open<v1::chat_permission> hide_member_count_setting = v1::chat_permission::all_members;

    struct response : model::chat {};
};
BOOST_DESCRIBE_STRUCT(create, (),
                      (user_id_type, set_bot_manager, uuid, avatar, name, description, i18n_names, owner_id,
                       user_id_list, bot_id_list, group_message_type, chat_mode, chat_type,
                       join_message_visibility, leave_message_visibility, membership_approval,
                       restricted_mode_setting, urgent_setting, video_conference_setting, edit_permission,
                       hide_member_count_setting))
BOOST_DESCRIBE_STRUCT(create::response, (model::chat), ())

/// Reads a chat's settings.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat.get",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats/:chat_id",
        .query = {"user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat:read", "im:chat:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232004, 232006, 232010, 232011, 232025, 232033, 232034},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/get",
    };

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response : model::chat {};
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, user_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (model::chat), ())

/// Changes a group's settings.
struct update {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat.update",
        .method = verb::put,
        .path = "/open-apis/im/v1/chats/:chat_id",
        .query = {"user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat:update")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232002, 232004, 232006, 232008, 232009, 232010, 232011, 232012,
                   232016, 232019, 232023, 232025, 232026, 232030, 232031, 232033, 232034,
                   232035, 232037, 232041, 232047, 232057, 232069, 232078, 232091, 232093},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/update",
    };

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// The picture: an image uploaded as avatar.
    std::optional<feishu::image_key> avatar{};
    /// The name.
    std::optional<std::string> name{};
    /// What it is about.
    std::optional<std::string> description{};
    /// The name by language.
    std::optional<feishu::model::i18n_names> i18n_names{};
    /// Who may add members.
    open<v1::chat_permission> add_member_permission{};
    /// Whether the group's card may be shared.
    open<v1::share_card_permission> share_card_permission{};
    /// Who may mention everyone.
    open<v1::chat_permission> at_all_permission{};
    /// Who may change the group's settings.
    open<v1::chat_permission> edit_permission{};
    /// The new owner; its kind is what user_id_type says.
    std::optional<std::string> owner_id{};
    /// Who sees the notice when someone joins.
    open<v1::message_visibility> join_message_visibility{};
    /// Who sees the notice when someone leaves.
    open<v1::message_visibility> leave_message_visibility{};
    /// Whether joining needs an approval.
    open<v1::membership_approval> membership_approval{};
    /// Keeps content from leaving the group.
    std::optional<model::restricted_mode_setting> restricted_mode_setting{};
    /// Whether everyone can find and join it.
    open<v1::chat_privacy> chat_type{};
    /// Whether it holds a conversation or threads.
    open<v1::group_message_type> group_message_type{};
    /// Who may buzz.
    open<v1::chat_permission> urgent_setting{};
    /// Who may start a video conference.
    open<v1::chat_permission> video_conference_setting{};
    /// Who sees how many members there are.
    open<v1::chat_permission> hide_member_count_setting{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(update, (),
                      (chat_id, user_id_type, avatar, name, description, i18n_names, add_member_permission,
                       share_card_permission, at_all_permission, edit_permission, owner_id,
                       join_message_visibility, leave_message_visibility, membership_approval,
                       restricted_mode_setting, chat_type, group_message_type, urgent_setting,
                       video_conference_setting, hide_member_count_setting))
BOOST_DESCRIBE_STRUCT(update::response, (), ())

/// Dissolves a group.
struct delete_ {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat.delete",
        .method = verb::delete_,
        .path = "/open-apis/im/v1/chats/:chat_id",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat:delete")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232004, 232006, 232008, 232009, 232010, 232011, 232017, 232024, 232025, 232033, 232034},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/delete",
    };

    /// The chat.
    field::required<feishu::chat_id> chat_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(delete_, (), (chat_id))
BOOST_DESCRIBE_STRUCT(delete_::response, (), ())

/// Makes a link that lets people join a group.
struct link {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat.link",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/:chat_id/link",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat:read", "im:chat:readonly")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232006, 232009, 232010, 232011, 232019, 232024, 232025, 232033, 232034, 232061,
                   232062, 232063, 232064, 232065},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/link",
    };

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// How long the link works.
    open<v1::chat_link_validity> validity_period = v1::chat_link_validity::week;

    struct response {
        std::string share_link;
        unix_seconds expire_time;
        bool is_permanent = false;
    };
};
BOOST_DESCRIBE_STRUCT(link, (), (chat_id, validity_period))
BOOST_DESCRIBE_STRUCT(link::response, (), (share_link, expire_time, is_permanent))

/// Finds groups that the caller can see, by name.
struct search {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat.search",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats/search",
        .query = {"user_id_type", "query", "page_token", "page_size"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat:readonly", "im:chat:read", "im:chat.group_info:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232004, 232025, 232034},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/search",
    };

    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Words of the name; more than 64 characters find nothing.
    std::optional<std::string> query{};
    /// Where to go on: from the answer before; left out on the first page.
    std::optional<std::string> page_token{};
    /// Entries a page.
    field::number<int, 1, 100> page_size = 20;

    struct response {
        std::vector<model::chat_summary> items;
        /// Pass it to get the next page.
        std::string page_token;
        /// Whether there is another page.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(search, (), (user_id_type, query, page_token, page_size))
BOOST_DESCRIBE_STRUCT(search::response, (), (items, page_token, has_more))

/// A group was dissolved.
struct disbanded_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.chat.disbanded_v1",
        .type = "im.chat.disbanded_v1",
        .scopes = {any_of("im:chat", "im:chat:read", "im:chat:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/events/disbanded",
    };

    std::string schema;
    feishu::model::event_header header;
    model::chat_event event;
};
BOOST_DESCRIBE_STRUCT(disbanded_v1, (), (schema, header, event))

/// A group's settings changed.
struct updated_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.chat.updated_v1",
        .type = "im.chat.updated_v1",
        .scopes = {any_of("im:chat", "im:chat:read", "im:chat:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/events/updated",
    };

    struct event_data {
        /// The chat.
        feishu::chat_id chat_id;
        /// Who did it.
        feishu::model::user_ids operator_id;
        /// Whether people of other tenants can be in it.
        bool external = false;
        /// The tenant of who did it.
        feishu::tenant_key operator_tenant_key;
        model::chat_change after_change;
        model::chat_change before_change;
        model::moderator_changes moderator_list;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(updated_v1::event_data, (),
                      (chat_id, operator_id, external, operator_tenant_key, after_change, before_change,
                       moderator_list))
BOOST_DESCRIBE_STRUCT(updated_v1, (), (schema, header, event))

} // namespace feishu::im::v1::chat
