#pragma once
// Feishu im v1: message_reaction. Generated from codegen/specs/im/v1/message_reaction.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::message_reaction {

/// Gets the reactions to several messages.
struct batch_query {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message_reaction.batch_query",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/reactions/batch_query",
        .query = {"user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message.reactions:read", "im:message:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230006},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-reaction/"
               "batch_query",
    };

    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    field::required<field::list<model::reaction_query, 1, 20>> queries;
    /// Maximum number of reactions per message. Default: 10.
    std::optional<field::number<int, 1, 10>> page_size_per_message{};
    /// Only reactions with this emoji; all if omitted.
    open<v1::emoji_type> reaction_type{};

    struct response {
        std::vector<model::message_reactions> success_msg_reaction_details;
        std::vector<model::message_reaction_counts> success_msg_reaction_counts;
        std::vector<model::reaction_failure> fail_msg_reaction_details;
    };
};

reflect::member_list<"user_id_type, queries, page_size_per_message, reaction_type",
                     &batch_query::user_id_type, &batch_query::queries, &batch_query::page_size_per_message,
                     &batch_query::reaction_type>
feishu_members(batch_query**);
reflect::member_list<"success_msg_reaction_details, success_msg_reaction_counts, fail_msg_reaction_details",
                     &batch_query::response::success_msg_reaction_details,
                     &batch_query::response::success_msg_reaction_counts,
                     &batch_query::response::fail_msg_reaction_details>
feishu_members(batch_query::response**);

/// Lists the reactions to a message.
struct list {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message_reaction.list",
        .method = verb::get,
        .path = "/open-apis/im/v1/messages/:message_id/reactions",
        .query = {"reaction_type", "page_token", "page_size", "user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message.reactions:read", "im:message:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230110, 231001, 231003, 231008, 231012, 231013, 231014, 231018},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-reaction/list",
    };

    /// Message id.
    field::required<feishu::message_id> message_id;
    /// Only reactions with this emoji; all if omitted.
    open<v1::emoji_type> reaction_type{};
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Page size.
    field::number<int, 1, 50> page_size = 20;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        std::vector<model::reaction> items;
        /// Whether there are more pages.
        bool has_more = false;
        /// Token of the next page.
        std::string page_token;
    };
};

reflect::member_list<"message_id, reaction_type, page_token, page_size, user_id_type", &list::message_id,
                     &list::reaction_type, &list::page_token, &list::page_size, &list::user_id_type>
feishu_members(list**);
reflect::member_list<"items, has_more, page_token", &list::response::items, &list::response::has_more,
                     &list::response::page_token>
feishu_members(list::response**);

/// Adds an emoji reaction to a message.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message_reaction.create",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/:message_id/reactions",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message.reactions:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230110, 231001, 231002, 231003, 231004, 231005, 231006, 231008, 231012, 231013, 231014,
                   231015, 231017, 231018, 231019, 231020, 231021, 231022, 232009},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-reaction/create",
    };

    /// Message id.
    field::required<feishu::message_id> message_id;
    field::required<model::reaction_emoji> reaction_type;

    struct response : model::reaction {};
};

reflect::member_list<"message_id, reaction_type", &create::message_id, &create::reaction_type>
feishu_members(create**);
reflect::member_list<"reaction_id, operator_, action_time, reaction_type", &create::response::reaction_id,
                     &create::response::operator_, &create::response::action_time,
                     &create::response::reaction_type>
feishu_members(create::response**);

/// Deletes the caller's own reaction.
struct delete_ {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message_reaction.delete",
        .method = verb::delete_,
        .path = "/open-apis/im/v1/messages/:message_id/reactions/:reaction_id",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message.reactions:write_only")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230110, 231001, 231002, 231003, 231004, 231005, 231007, 231008, 231010, 231011, 231012,
                   231013, 231015, 231018, 231019, 231020, 231021, 231022, 232009},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-reaction/delete",
    };

    /// Message id.
    field::required<feishu::message_id> message_id;
    /// Reaction id.
    field::required<feishu::reaction_id> reaction_id;

    struct response : model::reaction {};
};

reflect::member_list<"message_id, reaction_id", &delete_::message_id, &delete_::reaction_id>
feishu_members(delete_**);
reflect::member_list<"reaction_id, operator_, action_time, reaction_type", &delete_::response::reaction_id,
                     &delete_::response::operator_, &delete_::response::action_time,
                     &delete_::response::reaction_type>
feishu_members(delete_::response**);

/// A reaction was added to a message.
struct created_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.message_reaction.created_v1",
        .type = "im.message.reaction.created_v1",
        .scopes = {any_of("im:message.reactions:read", "im:message:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-reaction/"
               "events/created",
    };

    std::string schema;
    feishu::model::event_header header;
    model::reaction_event event;
};

reflect::member_list<"schema, header, event", &created_v1::schema, &created_v1::header, &created_v1::event>
feishu_members(created_v1**);

/// A reaction was removed from a message.
struct deleted_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.message_reaction.deleted_v1",
        .type = "im.message.reaction.deleted_v1",
        .scopes = {any_of("im:message.reactions:read", "im:message:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-reaction/"
               "events/deleted",
    };

    std::string schema;
    feishu::model::event_header header;
    model::reaction_event event;
};

reflect::member_list<"schema, header, event", &deleted_v1::schema, &deleted_v1::header, &deleted_v1::event>
feishu_members(deleted_v1**);

} // namespace feishu::im::v1::message_reaction
