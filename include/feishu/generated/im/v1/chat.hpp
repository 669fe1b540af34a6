#pragma once
// Feishu im v1: chat. Generated from codegen/specs/im/v1/chat.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::chat {

/// Basic information about a chat.
struct chat_info {
    /// Chat id.
    feishu::chat_id chat_id;
    /// Chat name.
    std::string name;
    /// Chat mode.
    std::string chat_mode;
    /// Id of the other party of a one-to-one chat.
    std::string p2p_target_id;
};
BOOST_DESCRIBE_STRUCT(chat_info, (), (chat_id, name, chat_mode, p2p_target_id))

/// Lists the groups of which the caller is a member.
struct list {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat.list",
        .method = verb::get,
        .path = "/open-apis/im/v1/chats",
        .query = {"user_id_type", "sort_type", "page_token", "page_size", "types"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat", "im:chat:readonly", "im:chat:read", "im:chat.group_info:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232001, 232004, 232025, 232034},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/list",
    };

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    open<v1::chat_sort_type> sort_type = v1::chat_sort_type::ByCreateTimeAsc;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Page size.
    field::number<int, 1, 100> page_size = 20;
    /// Chat types to list, comma-separated: group, p2p.
    std::optional<std::string> types{};

    struct response {
        std::vector<model::chat_summary> items;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(list, (), (user_id_type, sort_type, page_token, page_size, types))
BOOST_DESCRIBE_STRUCT(list::response, (), (items, page_token, has_more))

/// Creates a group.
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

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Whether the creating bot becomes an administrator if it is not the owner.
    bool set_bot_manager = false;
    /// Idempotency key: at most one group is created for the same uuid within ten hours.
    std::optional<field::text<0, 50>> uuid{};
    /// Image key of the avatar; upload the image with image_type avatar.
    std::optional<feishu::image_key> avatar{};
    /// Name.
    std::optional<std::string> name{};
    /// Description.
    std::optional<std::string> description{};
    /// Localized names.
    std::optional<feishu::model::i18n_names> i18n_names{};
    /// Owner's id of the type given by user_id_type; defaults to the creating bot.
    std::optional<std::string> owner_id{};
    /// Ids of the initial members, of the type given by user_id_type.
    field::list<std::string, 0, 50> user_id_list{};
    /// App ids of the initial bots in addition to the creating bot.
    field::list<feishu::app_id, 0, 5> bot_id_list{};
    /// Message layout: conversation or threads. Default: chat.
    open<v1::group_message_type> group_message_type{};
    /// Chat mode. Default: group.
    open<v1::chat_mode> chat_mode{};
    /// Whether the group is public: discoverable and open to join. Default: private_.
    open<v1::chat_privacy> chat_type{};
    /// Who sees the notification when a member joins. Default: all_members.
    open<v1::message_visibility> join_message_visibility{};
    /// Who sees the notification when a member leaves. Default: all_members.
    open<v1::message_visibility> leave_message_visibility{};
    /// Whether joining requires approval. Default: no_approval_required.
    open<v1::membership_approval> membership_approval{};
    /// Restricted mode settings.
    std::optional<model::restricted_mode_setting> restricted_mode_setting{};
    /// Who can send urgent (buzz) notifications. Default: all_members.
    open<v1::chat_permission> urgent_setting{};
    /// Who can start a video meeting. Default: all_members.
    open<v1::chat_permission> video_conference_setting{};
    /// Who can edit the group information. Default: all_members.
    open<v1::chat_permission> edit_permission{};
    /// Who can see the member count. Default: all_members.
    open<v1::chat_permission> hide_member_count_setting{};
    /// Who can manage pinned messages and the pinned top notice.
    open<v1::chat_permission> pin_manage_setting{};
    /// Whether to create an external group, which can include users of other tenants.
    std::optional<bool> external{};
    /// Label ids.
    field::list<std::string> labels{};
    /// Toolkit ids.
    field::list<std::string> toolkit_ids{};
    /// Group tags.
    field::list<std::string> chat_tags{};

    struct response : model::chat {};
};
BOOST_DESCRIBE_STRUCT(create, (),
                      (user_id_type, set_bot_manager, uuid, avatar, name, description, i18n_names, owner_id,
                       user_id_list, bot_id_list, group_message_type, chat_mode, chat_type,
                       join_message_visibility, leave_message_visibility, membership_approval,
                       restricted_mode_setting, urgent_setting, video_conference_setting, edit_permission,
                       hide_member_count_setting, pin_manage_setting, external, labels, toolkit_ids,
                       chat_tags))
BOOST_DESCRIBE_STRUCT(create::response, (model::chat), ())

/// Gets the settings of a chat.
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

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response : model::chat {};
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, user_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (model::chat), ())

/// Updates the settings of a group.
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

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Image key of the avatar; upload the image with image_type avatar.
    std::optional<feishu::image_key> avatar{};
    /// Name.
    std::optional<std::string> name{};
    /// Description.
    std::optional<std::string> description{};
    /// Localized names.
    std::optional<feishu::model::i18n_names> i18n_names{};
    /// Who can add members.
    open<v1::chat_permission> add_member_permission{};
    /// Whether the group card can be shared.
    open<v1::share_card_permission> share_card_permission{};
    /// Who can mention everyone.
    open<v1::chat_permission> at_all_permission{};
    /// Who can edit the group information.
    open<v1::chat_permission> edit_permission{};
    /// New owner's id of the type given by user_id_type.
    std::optional<std::string> owner_id{};
    /// Who sees the notification when a member joins.
    open<v1::message_visibility> join_message_visibility{};
    /// Who sees the notification when a member leaves.
    open<v1::message_visibility> leave_message_visibility{};
    /// Whether joining requires approval.
    open<v1::membership_approval> membership_approval{};
    /// Restricted mode settings.
    std::optional<model::restricted_mode_setting> restricted_mode_setting{};
    /// Whether the group is public: discoverable and open to join.
    open<v1::chat_privacy> chat_type{};
    /// Message layout: conversation or threads.
    open<v1::group_message_type> group_message_type{};
    /// Who can send urgent (buzz) notifications.
    open<v1::chat_permission> urgent_setting{};
    /// Who can start a video meeting.
    open<v1::chat_permission> video_conference_setting{};
    /// Who can see the member count.
    open<v1::chat_permission> hide_member_count_setting{};
    /// Who can manage pinned messages and the pinned top notice.
    open<v1::chat_permission> pin_manage_setting{};
    /// Label ids.
    field::list<std::string> labels{};
    /// Toolkit ids.
    field::list<std::string> toolkit_ids{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(update, (),
                      (chat_id, user_id_type, avatar, name, description, i18n_names, add_member_permission,
                       share_card_permission, at_all_permission, edit_permission, owner_id,
                       join_message_visibility, leave_message_visibility, membership_approval,
                       restricted_mode_setting, chat_type, group_message_type, urgent_setting,
                       video_conference_setting, hide_member_count_setting, pin_manage_setting, labels,
                       toolkit_ids))
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

    /// Chat id.
    field::required<feishu::chat_id> chat_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(delete_, (), (chat_id))
BOOST_DESCRIBE_STRUCT(delete_::response, (), ())

/// Gets a share link for joining a group.
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

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Validity period of the link. Default: week.
    open<v1::chat_link_validity> validity_period{};

    struct response {
        std::string share_link;
        unix_seconds expire_time;
        bool is_permanent = false;
    };
};
BOOST_DESCRIBE_STRUCT(link, (), (chat_id, validity_period))
BOOST_DESCRIBE_STRUCT(link::response, (), (share_link, expire_time, is_permanent))

/// Searches the groups visible to the caller by name.
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

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Search keywords; more than 64 characters match nothing.
    std::optional<std::string> query{};
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Page size.
    field::number<int, 1, 100> page_size = 20;

    struct response {
        std::vector<model::chat_summary> items;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(search, (), (user_id_type, query, page_token, page_size))
BOOST_DESCRIBE_STRUCT(search::response, (), (items, page_token, has_more))

/// Gets chats by id. Not documented by the platform; used by official tools.
struct batch_query {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat.batch_query",
        .method = verb::post,
        .path = "/open-apis/im/v1/chats/batch_query",
        .query = {"user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat:read", "im:chat:readonly")},
    };

    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Chat ids.
    field::required<field::list<feishu::chat_id, 1, 50>> chat_ids;

    struct response {
        /// Chats.
        std::vector<feishu::im::v1::chat::chat_info> items;
    };
};
BOOST_DESCRIBE_STRUCT(batch_query, (), (user_id_type, chat_ids))
BOOST_DESCRIBE_STRUCT(batch_query::response, (), (items))

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

/// The settings of a group were updated.
struct updated_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.chat.updated_v1",
        .type = "im.chat.updated_v1",
        .scopes = {any_of("im:chat", "im:chat:read", "im:chat:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/events/updated",
    };

    struct event_data {
        /// Chat id.
        feishu::chat_id chat_id;
        /// Operator.
        feishu::model::user_ids operator_id;
        /// Whether it is an external chat, which can include users of other tenants.
        bool external = false;
        /// Tenant key of the operator.
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
