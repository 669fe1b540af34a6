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
BOOST_DESCRIBE_STRUCT(batch_query, (), (user_id_type, queries, page_size_per_message, reaction_type))
BOOST_DESCRIBE_STRUCT(batch_query::response, (),
                      (success_msg_reaction_details, success_msg_reaction_counts, fail_msg_reaction_details))

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
BOOST_DESCRIBE_STRUCT(list, (), (message_id, reaction_type, page_token, page_size, user_id_type))
BOOST_DESCRIBE_STRUCT(list::response, (), (items, has_more, page_token))

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
BOOST_DESCRIBE_STRUCT(create, (), (message_id, reaction_type))
BOOST_DESCRIBE_STRUCT(create::response, (model::reaction), ())

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
BOOST_DESCRIBE_STRUCT(delete_, (), (message_id, reaction_id))
BOOST_DESCRIBE_STRUCT(delete_::response, (model::reaction), ())

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
BOOST_DESCRIBE_STRUCT(created_v1, (), (schema, header, event))

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
BOOST_DESCRIBE_STRUCT(deleted_v1, (), (schema, header, event))

} // namespace feishu::im::v1::message_reaction
