#pragma once
// Feishu im v1: message. Generated from codegen/specs/im/v1/message.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::message {

/// Type of an attachment.
enum class attachment_type { image, video, file, link };
BOOST_DESCRIBE_ENUM(attachment_type, image, video, file, link)

/// Message type in search results; the values are not those of msg_type.
enum class found_message_type {
    unknown,
    post,
    file,
    text,
    image,
    system,
    audio,
    email,
    share_group_chat,
    sticker,
    merge_forward,
    calendar,
    cloud_file,
    card,
    media,
    share_calendar_event,
    hongbao,
    general_calendar,
    video_chat,
    location,
    commercialized_hongbao,
    share_user_card,
    todo,
    folder,
    diagnose,
    vote,
    link
};
BOOST_DESCRIBE_ENUM(found_message_type, unknown, post, file, text, image, system, audio, email,
                    share_group_chat, sticker, merge_forward, calendar, cloud_file, card, media,
                    share_calendar_event, hongbao, general_calendar, video_chat, location,
                    commercialized_hongbao, share_user_card, todo, folder, diagnose, vote, link)

/// Read status.
enum class read_status { read, unread, unexpected };
BOOST_DESCRIBE_ENUM(read_status, read, unread, unexpected)

/// Chat type of a search.
enum class searched_chat_type { group, p2p };
BOOST_DESCRIBE_ENUM(searched_chat_type, group, p2p)

/// Sender type of a search.
enum class searched_sender_type { user, bot };
BOOST_DESCRIBE_ENUM(searched_sender_type, user, bot)

/// Reason why there is no read status.
enum class unexpected_reason { invalid, no_permission, not_support };
BOOST_DESCRIBE_ENUM(unexpected_reason, invalid, no_permission, not_support)

/// Time range.
struct time_range {
    /// Earliest time (inclusive), ISO 8601 with an offset.
    std::optional<std::string> start_time{};
    /// Latest time, ISO 8601 with an offset.
    std::optional<std::string> end_time{};
};
BOOST_DESCRIBE_STRUCT(time_range, (), (start_time, end_time))

/// Conditions of a message search.
struct message_filter {
    /// Sender ids of the type given by user_id_type.
    field::list<std::string> from_ids{};
    /// Chat ids.
    field::list<feishu::chat_id> chat_ids{};
    /// Send time.
    std::optional<feishu::im::v1::message::time_range> time_range{};
    /// Only messages with these attachments.
    field::list<open<feishu::im::v1::message::attachment_type>> include_attachment_types{};
    /// Only senders of these types.
    field::list<open<feishu::im::v1::message::searched_sender_type>> from_types{};
    /// Only messages that mention these users.
    field::list<std::string> at_chatter_ids{};
    /// Only chats of this type.
    open<feishu::im::v1::message::searched_chat_type> chat_type{};
    /// Only messages that mention the user.
    std::optional<bool> is_at_me{};
    /// No senders of these types.
    field::list<open<feishu::im::v1::message::searched_sender_type>> exclude_from_types{};
};
BOOST_DESCRIBE_STRUCT(message_filter, (),
                      (from_ids, chat_ids, time_range, include_attachment_types, from_types, at_chatter_ids,
                       chat_type, is_at_me, exclude_from_types))

/// Properties of a message that was found.
struct message_meta {
    /// Message id.
    feishu::message_id message_id;
    /// Message type.
    open<feishu::im::v1::message::found_message_type> type;
    /// Send time.
    std::string create_time;
    /// Time of the last change.
    std::string update_time;
    /// Position of the message in the chat.
    int position = 0;
    /// Chat id.
    feishu::chat_id chat_id;
    /// Sender id.
    std::string from_id;
    /// Thread id.
    feishu::thread_id thread_id;
    /// Position of the message in its thread.
    int thread_position = 0;
    /// Whether the chat is a one-to-one chat.
    bool is_p2p_chat = false;
};
BOOST_DESCRIBE_STRUCT(message_meta, (),
                      (message_id, type, create_time, update_time, position, chat_id, from_id, thread_id,
                       thread_position, is_p2p_chat))

/// Read status of a message.
struct read_status_item {
    /// Message id.
    feishu::message_id message_id;
    /// Read status.
    open<feishu::im::v1::message::read_status> read_status;
    /// Reason, for unexpected.
    open<feishu::im::v1::message::unexpected_reason> unexpected_reason;
};
BOOST_DESCRIBE_STRUCT(read_status_item, (), (message_id, read_status, unexpected_reason))

/// A search result.
struct search_item {
    /// Id of the result.
    std::string id;
    /// Display text; matches are marked with <h></h>.
    std::string display_info;
    /// Properties of the message.
    feishu::im::v1::message::message_meta meta_data;
};
BOOST_DESCRIBE_STRUCT(search_item, (), (id, display_info, meta_data))

/// Lists the messages of a chat or thread. Bots need im:message.group_msg as well for messages of groups.
struct list {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.list",
        .method = verb::get,
        .path = "/open-apis/im/v1/messages",
        .query = {"container_id_type", "container_id", "start_time", "end_time", "sort_type", "page_size",
                  "page_token", "card_msg_content_type", "with_sender_name", "only_thread_root_messages"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:readonly", "im:message.history:readonly")},
        .user_scopes = {any_of("im:message", "im:message:readonly"),
                        any_of("im:message.p2p_msg:get_as_user", "im:message.group_msg:get_as_user")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230027, 230073, 230110, 231203, 231204},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/list",
    };

    /// Type of container_id.
    field::required<open<v1::container_id_type>> container_id_type;
    /// Id of the chat or thread, of the type given by container_id_type.
    field::required<std::string> container_id;
    /// Earliest time (inclusive); not supported for threads.
    unix_seconds start_time{};
    /// Latest time (inclusive); not supported for threads.
    unix_seconds end_time{};
    /// Sort order; must be the same for all pages.
    open<v1::sort_type> sort_type = v1::sort_type::ByCreateTimeAsc;
    /// Page size.
    field::number<int, 1, 50> page_size = 20;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Format of returned cards; simplified by default.
    open<v1::card_msg_content_type> card_msg_content_type{};
    /// Whether to return the sender's name.
    std::optional<bool> with_sender_name{};
    /// Whether to return only the root messages of threads.
    std::optional<bool> only_thread_root_messages{};

    struct response {
        /// Whether there are more pages.
        bool has_more = false;
        /// Token of the next page.
        std::string page_token;
        std::vector<model::message> items;
    };
};
BOOST_DESCRIBE_STRUCT(list, (),
                      (container_id_type, container_id, start_time, end_time, sort_type, page_size,
                       page_token, card_msg_content_type, with_sender_name, only_thread_root_messages))
BOOST_DESCRIBE_STRUCT(list::response, (), (has_more, page_token, items))

/// Sends a message to a user or a chat.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.create",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages",
        .query = {"receive_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:send_as_bot", "im:message:send")},
        .user_scopes = {any_of("im:message"), any_of("im:message.send_as_user")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230015, 230017, 230018, 230019, 230020,
                   230022, 230025, 230027, 230028, 230029, 230034, 230035, 230036, 230038,
                   230049, 230053, 230054, 230055, 230075, 230099, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create",
    };

    /// Type of receive_id.
    field::required<open<v1::receive_id_type>> receive_id_type;
    /// Id of the receiving user or chat, of the type given by receive_id_type.
    field::required<std::string> receive_id;
    /// Content as a JSON document; its structure depends on msg_type.
    field::required<field::content<content_usage::send>> content;
    /// Message type.
    field::deduced<open<v1::msg_type>> msg_type{};
    /// Idempotency key: at most one message is sent for the same uuid within one hour.
    std::optional<field::text<0, 50>> uuid{};

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(create, (), (receive_id_type, receive_id, content, msg_type, uuid))
BOOST_DESCRIBE_STRUCT(create::response, (model::message), ())

/// Gets a message; for a merged forward, including its child messages. Bots need im:message.group_msg as well
/// for messages of groups.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.get",
        .method = verb::get,
        .path = "/open-apis/im/v1/messages/:message_id",
        .query = {"user_id_type", "card_msg_content_type", "with_sender_name"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:readonly")},
        .user_scopes = {any_of("im:message", "im:message:readonly"),
                        any_of("im:message.p2p_msg:get_as_user", "im:message.group_msg:get_as_user")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230027, 230050, 230110},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/get",
    };

    /// Message id; for a merged forward the response also contains the child messages.
    field::required<feishu::message_id> message_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Format of returned cards; simplified by default.
    open<v1::card_msg_content_type> card_msg_content_type{};
    /// Whether to return the sender's name.
    std::optional<bool> with_sender_name{};

    struct response {
        std::vector<model::message> items;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (message_id, user_id_type, card_msg_content_type, with_sender_name))
BOOST_DESCRIBE_STRUCT(get::response, (), (items))

/// Edits a text or post message sent by the caller.
struct update {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.update",
        .method = verb::put,
        .path = "/open-apis/im/v1/messages/:message_id",
        .tokens = token::tenant,
        .scopes = {any_of("im:message", "im:message:send_as_bot", "im:message:update")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230011, 230013, 230018, 230020, 230022,
                   230025, 230027, 230028, 230035, 230038, 230050, 230054, 230055,
                   230071, 230072, 230073, 230074, 230075, 230110, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/update",
    };

    /// Id of a message sent by the caller.
    field::required<feishu::message_id> message_id;
    /// New content as a JSON document, of the same message type as before.
    field::required<field::content<content_usage::update>> content;
    /// Message type: text or post.
    field::deduced<open<v1::msg_type>> msg_type{};

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(update, (), (message_id, content, msg_type))
BOOST_DESCRIBE_STRUCT(update::response, (model::message), ())

/// Updates the content of a sent card.
struct patch {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.patch",
        .method = verb::patch,
        .path = "/open-apis/im/v1/messages/:message_id",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:send_as_bot", "im:message:update")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230006, 230011, 230013, 230020, 230025, 230027, 230028, 230031, 230099, 230110,
                   232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/patch",
    };

    /// Id of a card message sent by the caller.
    field::required<feishu::message_id> message_id;
    /// Complete new card as a JSON document, at most 30 KB.
    field::required<field::content<content_usage::patch>> content;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(patch, (), (message_id, content))
BOOST_DESCRIBE_STRUCT(patch::response, (), ())

/// Recalls a message.
struct delete_ {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.delete",
        .method = verb::delete_,
        .path = "/open-apis/im/v1/messages/:message_id",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:recall", "im:message:send_as_bot")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230009, 230013, 230026, 230027, 230050, 230054, 230110, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/delete",
    };

    /// Id of the message to recall.
    field::required<feishu::message_id> message_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(delete_, (), (message_id))
BOOST_DESCRIBE_STRUCT(delete_::response, (), ())

/// Forwards a message. User access tokens are accepted but not documented.
struct forward {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.forward",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/:message_id/forward",
        .query = {"receive_id_type", "uuid"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:send_as_bot")},
        .user_scopes = {any_of("im:message")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230018, 230019, 230020, 230027, 230029,
                   230034, 230035, 230036, 230038, 230049, 230050, 230053, 230061, 230062,
                   230063, 230064, 230065, 230066, 230070, 230074, 230110, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/forward",
    };

    /// Id of the message to forward.
    field::required<feishu::message_id> message_id;
    /// Type of receive_id.
    field::required<open<v1::forward_receive_id_type>> receive_id_type;
    /// Idempotency key: at most one forward is made for the same uuid within one hour.
    std::optional<field::text<0, 50>> uuid{};
    /// Receiver id of the type given by receive_id_type.
    field::required<std::string> receive_id;

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(forward, (), (message_id, receive_id_type, uuid, receive_id))
BOOST_DESCRIBE_STRUCT(forward::response, (model::message), ())

/// Forwards several messages merged into one.
struct merge_forward {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.merge_forward",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/merge_forward",
        .query = {"receive_id_type", "uuid"},
        .tokens = token::tenant,
        .scopes = {any_of("im:message", "im:message:send_as_bot")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230018, 230019, 230020, 230027, 230029,
                   230034, 230035, 230036, 230038, 230049, 230053, 230062, 230063, 230064,
                   230065, 230066, 230067, 230069, 230070, 230074, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/merge_forward",
    };

    /// Type of receive_id.
    field::required<open<v1::forward_receive_id_type>> receive_id_type;
    /// Idempotency key: at most one forward is made for the same uuid within one hour.
    std::optional<field::text<0, 50>> uuid{};
    /// Receiver id of the type given by receive_id_type.
    field::required<std::string> receive_id;
    /// Ids of the messages to forward, all from the same chat.
    field::required<field::list<feishu::message_id, 1, 100>> message_id_list;

    struct response {
        model::message message;
        /// Ids of messages that could not be forwarded.
        std::vector<feishu::message_id> invalid_message_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(merge_forward, (), (receive_id_type, uuid, receive_id, message_id_list))
BOOST_DESCRIBE_STRUCT(merge_forward::response, (), (message, invalid_message_id_list))

/// Adds follow-up suggestions below a message.
struct push_follow_up {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.push_follow_up",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/:message_id/push_follow_up",
        .tokens = token::tenant,
        .scopes = {any_of("im:message", "im:message:send_as_bot")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230003, 230004, 230005, 230006, 230007, 230008},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/push_follow_up",
    };

    /// Id of the latest message of a one-to-one chat, sent by the calling bot within the last ten minutes.
    field::required<feishu::message_id> message_id;
    /// Follow-up suggestions in display order.
    field::required<field::list<model::follow_up, 1, 3>> follow_ups;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(push_follow_up, (), (message_id, follow_ups))
BOOST_DESCRIBE_STRUCT(push_follow_up::response, (), ())

/// Lists the users who have read a message. User access tokens are accepted but not documented.
struct read_users {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.read_users",
        .method = verb::get,
        .path = "/open-apis/im/v1/messages/:message_id/read_users",
        .query = {"user_id_type", "page_size", "page_token"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:readonly", "im:message:basic")},
        .user_scopes = {any_of("im:message:get_as_user", "im:message:readonly", "im:message",
                               "im:message:basic")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230012, 230013, 230027, 230033, 230110},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/read_users",
    };

    /// Id of a message sent by the caller within the last seven days.
    field::required<feishu::message_id> message_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Page size.
    std::optional<field::number<int, 1, 100>> page_size{};
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};

    struct response {
        std::vector<model::message_reader> items;
        /// Whether there are more pages.
        bool has_more = false;
        /// Token of the next page.
        std::string page_token;
    };
};
BOOST_DESCRIBE_STRUCT(read_users, (), (message_id, user_id_type, page_size, page_token))
BOOST_DESCRIBE_STRUCT(read_users::response, (), (items, has_more, page_token))

/// Replies to a message.
struct reply {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.reply",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/:message_id/reply",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:send_as_bot", "im:message:send")},
        .user_scopes = {any_of("im:message"), any_of("im:message.send_as_user")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230011, 230013, 230015, 230017, 230018, 230019,
                   230020, 230022, 230025, 230027, 230028, 230035, 230038, 230049, 230050,
                   230054, 230055, 230071, 230072, 230075, 230099, 230111, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/reply",
    };

    /// Id of the message to reply to.
    field::required<feishu::message_id> message_id;
    /// Content as a JSON document; its structure depends on msg_type.
    field::required<field::content<content_usage::reply>> content;
    /// Message type.
    field::deduced<open<v1::msg_type>> msg_type{};
    /// Whether to reply in a thread; a thread is created if the message has none. Default: false.
    std::optional<bool> reply_in_thread{};
    /// Idempotency key: at most one reply is sent for the same uuid within one hour.
    std::optional<field::text<0, 50>> uuid{};

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(reply, (), (message_id, content, msg_type, reply_in_thread, uuid))
BOOST_DESCRIBE_STRUCT(reply::response, (model::message), ())

/// Sends an urgent (buzz) notification for a message in the app.
struct urgent_app {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.urgent_app",
        .method = verb::patch,
        .path = "/open-apis/im/v1/messages/:message_id/urgent_app",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("im:message.urgent", "im:message.urgent:app_send")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230012, 230013, 230023, 230024, 230027, 230052, 230098, 230110,
                   232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/urgent_app",
    };

    /// Message id.
    field::required<feishu::message_id> message_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// User ids of the type given by user_id_type.
    field::required<field::list<std::string, 1, 200>> user_id_list;

    struct response {
        /// Ids that do not exist or are not chat members.
        std::vector<std::string> invalid_user_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(urgent_app, (), (message_id, user_id_type, user_id_list))
BOOST_DESCRIBE_STRUCT(urgent_app::response, (), (invalid_user_id_list))

/// Sends an urgent (buzz) notification for a message in the app and by phone call.
struct urgent_phone {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.urgent_phone",
        .method = verb::patch,
        .path = "/open-apis/im/v1/messages/:message_id/urgent_phone",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("im:message.urgent:phone", "im:message.urgent:phone_send")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230012, 230013, 230023, 230024, 230027, 230052, 230098, 230110,
                   232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/urgent_phone",
    };

    /// Message id.
    field::required<feishu::message_id> message_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// User ids of the type given by user_id_type.
    field::required<field::list<std::string, 1, 200>> user_id_list;

    struct response {
        /// Ids that do not exist or are not chat members.
        std::vector<std::string> invalid_user_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(urgent_phone, (), (message_id, user_id_type, user_id_list))
BOOST_DESCRIBE_STRUCT(urgent_phone::response, (), (invalid_user_id_list))

/// Sends an urgent (buzz) notification for a message in the app and by SMS.
struct urgent_sms {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.urgent_sms",
        .method = verb::patch,
        .path = "/open-apis/im/v1/messages/:message_id/urgent_sms",
        .query = {"user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("im:message.urgent:sms", "im:message.urgent:sms_send")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230012, 230013, 230023, 230024, 230027, 230052, 230098, 230110,
                   232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/urgent_sms",
    };

    /// Message id.
    field::required<feishu::message_id> message_id;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// User ids of the type given by user_id_type.
    field::required<field::list<std::string, 1, 200>> user_id_list;

    struct response {
        /// Ids that do not exist or are not chat members.
        std::vector<std::string> invalid_user_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(urgent_sms, (), (message_id, user_id_type, user_id_list))
BOOST_DESCRIBE_STRUCT(urgent_sms::response, (), (invalid_user_id_list))

/// Gets whether the user has read messages. Not documented by the platform; used by official tools.
struct batch_query_read_status {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.batch_query_read_status",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/batch_query_read_status",
        .tokens = token::user,
        .scopes = {any_of("im:message.read_status:readonly")},
    };

    /// Message ids.
    field::required<field::list<feishu::message_id, 1, 50>> message_ids;

    struct response {
        /// Read status of each message.
        std::vector<feishu::im::v1::message::read_status_item> read_statuses;
    };
};
BOOST_DESCRIBE_STRUCT(batch_query_read_status, (), (message_ids))
BOOST_DESCRIBE_STRUCT(batch_query_read_status::response, (), (read_statuses))

/// Gets messages by id. Messages that the caller cannot see are omitted. Groups and one-to-one chats need the
/// same further scopes as im.v1.message.get. Not documented by the platform; used by official tools.
struct mget {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.mget",
        .method = verb::get,
        .path = "/open-apis/im/v1/messages/mget",
        .query = {"message_ids", "user_id_type", "card_msg_content_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:readonly")},
    };

    /// Message ids.
    field::required<field::list<feishu::message_id, 1, 50>> message_ids;
    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Format of returned cards; simplified by default.
    open<v1::card_msg_content_type> card_msg_content_type{};

    struct response {
        /// Messages.
        std::vector<model::message> items;
    };
};
BOOST_DESCRIBE_STRUCT(mget, (), (message_ids, user_id_type, card_msg_content_type))
BOOST_DESCRIBE_STRUCT(mget::response, (), (items))

/// Searches for messages that are visible to the user.
struct search {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.search",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/search",
        .query = {"page_size", "page_token", "user_id_type"},
        .tokens = token::user,
        .scopes = {any_of("search:message")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 100},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/search",
    };

    /// Page size.
    field::number<int, 1, 30> page_size = 15;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Search keyword.
    std::optional<std::string> query{};
    /// Search conditions.
    std::optional<feishu::im::v1::message::message_filter> filter{};

    struct response {
        /// Search results.
        std::vector<feishu::im::v1::message::search_item> items;
        /// Number of results.
        int total = 0;
        /// Notice about the results.
        std::string notice;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(search, (), (page_size, page_token, user_id_type, query, filter))
BOOST_DESCRIBE_STRUCT(search::response, (), (items, total, notice, page_token, has_more))

/// A user read messages sent by the bot in a one-to-one chat.
struct message_read_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.message.message_read_v1",
        .type = "im.message.message_read_v1",
        .scopes = {any_of("im:message", "im:message:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/"
               "message_read",
    };

    struct event_data {
        model::event_message_reader reader;
        std::vector<feishu::message_id> message_id_list;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(message_read_v1::event_data, (), (reader, message_id_list))
BOOST_DESCRIBE_STRUCT(message_read_v1, (), (schema, header, event))

/// A message was recalled.
struct recalled_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.message.recalled_v1",
        .type = "im.message.recalled_v1",
        .scopes = {any_of("im:message", "im:message:readonly")},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/recalled",
    };

    struct event_data {
        /// Message id.
        feishu::message_id message_id;
        /// Chat id.
        feishu::chat_id chat_id;
        unix_millis recall_time;
        open<v1::recall_type> recall_type;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(recalled_v1::event_data, (), (message_id, chat_id, recall_time, recall_type))
BOOST_DESCRIBE_STRUCT(recalled_v1, (), (schema, header, event))

/// The bot received a message.
struct receive_v1 {
    static constexpr event_spec spec{
        .id = "im.v1.message.receive_v1",
        .type = "im.message.receive_v1",
        .scopes = {any_of("im:message.p2p_msg:readonly", "im:message.group_at_msg:readonly",
                          "im:message.group_msg", "im:message.group_at_msg.include_bot:readonly",
                          "im:message.group_at_msg", "im:message.group_msg:readonly", "im:message.p2p_msg")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive",
    };

    struct event_data {
        model::event_sender sender;
        model::event_message message;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(receive_v1::event_data, (), (sender, message))
BOOST_DESCRIBE_STRUCT(receive_v1, (), (schema, header, event))

} // namespace feishu::im::v1::message
