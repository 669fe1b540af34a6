#pragma once
// Feishu im v1: message. Generated from codegen/specs/im/v1/message.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::message {

/// Lists the messages of a chat or thread.
struct list {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.list",
        .method = verb::get,
        .path = "/open-apis/im/v1/messages",
        .query = {"container_id_type", "container_id", "start_time", "end_time", "sort_type", "page_size",
                  "page_token", "card_msg_content_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:readonly", "im:message.history:readonly")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230027, 230073, 230110, 231203, 231204},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/list",
    };

    /// What container_id is.
    field::required<open<v1::container_id_type>> container_id_type;
    /// The chat or thread, as container_id_type says.
    field::required<std::string> container_id;
    /// Nothing older than this; not for threads.
    unix_seconds start_time{};
    /// Nothing newer than this; not for threads.
    unix_seconds end_time{};
    /// Oldest or newest first; the same on every page.
    open<v1::sort_type> sort_type = v1::sort_type::ByCreateTimeAsc;
    /// Entries a page.
    field::number<int, 1, 50> page_size = 20;
    /// Where to go on: from the answer before; left out on the first page.
    std::optional<std::string> page_token{};
    /// How cards come back; left out, as a simplified version.
    open<v1::card_msg_content_type> card_msg_content_type{};

    struct response {
        /// Whether there is another page.
        bool has_more = false;
        /// Pass it to get the next page.
        std::string page_token;
        std::vector<model::message> items;
    };
};
BOOST_DESCRIBE_STRUCT(list, (),
                      (container_id_type, container_id, start_time, end_time, sort_type, page_size,
                       page_token, card_msg_content_type))
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
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230015, 230017, 230018, 230019, 230020,
                   230022, 230025, 230027, 230028, 230029, 230034, 230035, 230036, 230038,
                   230049, 230053, 230054, 230055, 230075, 230099, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create",
    };

    /// What receive_id is.
    field::required<open<v1::receive_id_type>> receive_id_type;
    /// Who gets the message: a user or a chat, as receive_id_type says.
    field::required<std::string> receive_id;
    /// The content, a JSON document whose shape depends on msg_type.
    field::required<field::content<content_usage::send>> content;
    /// What content holds; any kind up to system.
    field::deduced<open<v1::msg_type>> msg_type{};
    /// Within an hour at most one message is sent for the same uuid.
    std::optional<field::text<0, 50>> uuid{};

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(create, (), (receive_id_type, receive_id, content, msg_type, uuid))
BOOST_DESCRIBE_STRUCT(create::response, (model::message), ())

/// Reads one message, or the children of a merged forward.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.get",
        .method = verb::get,
        .path = "/open-apis/im/v1/messages/:message_id",
        .query = {"user_id_type", "card_msg_content_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230027, 230050, 230110},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/get",
    };

    /// The message; for a merged forward the answer holds its children, too.
    field::required<feishu::message_id> message_id;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// How cards come back; left out, as a simplified version.
    open<v1::card_msg_content_type> card_msg_content_type{};

    struct response {
        std::vector<model::message> items;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (message_id, user_id_type, card_msg_content_type))
BOOST_DESCRIBE_STRUCT(get::response, (), (items))

/// Edits a text or post message of one's own.
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

    /// The message, one's own.
    field::required<feishu::message_id> message_id;
    /// The new content, of the same kind as before.
    field::required<field::content<content_usage::update>> content;
    /// What content holds: text or post.
    field::deduced<open<v1::msg_type>> msg_type{};

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(update, (), (message_id, content, msg_type))
BOOST_DESCRIBE_STRUCT(update::response, (model::message), ())

/// Replaces a card that was sent.
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

    /// The message that holds the card, one's own.
    field::required<feishu::message_id> message_id;
    /// The new card, the whole of it, at most 30 KB.
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

    /// The message to recall.
    field::required<feishu::message_id> message_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(delete_, (), (message_id))
BOOST_DESCRIBE_STRUCT(delete_::response, (), ())

/// Forwards a message.
struct forward {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.forward",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/:message_id/forward",
        .query = {"receive_id_type", "uuid"},
        .tokens = token::tenant,
        .scopes = {any_of("im:message", "im:message:send_as_bot")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230018, 230019, 230020, 230027, 230029,
                   230034, 230035, 230036, 230038, 230049, 230050, 230053, 230061, 230062,
                   230063, 230064, 230065, 230066, 230070, 230074, 230110, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/forward",
    };

    /// The message to forward.
    field::required<feishu::message_id> message_id;
    /// What receive_id is.
    field::required<open<v1::forward_receive_id_type>> receive_id_type;
    /// Within an hour at most one forward is sent for the same uuid.
    std::optional<field::text<0, 50>> uuid{};
    /// The receiver; its kind is what receive_id_type says.
    field::required<std::string> receive_id;

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(forward, (), (message_id, receive_id_type, uuid, receive_id))
BOOST_DESCRIBE_STRUCT(forward::response, (model::message), ())

/// Forwards several messages as one.
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

    /// What receive_id is.
    field::required<open<v1::forward_receive_id_type>> receive_id_type;
    /// Within an hour at most one forward is sent for the same uuid.
    std::optional<field::text<0, 50>> uuid{};
    /// The receiver; its kind is what receive_id_type says.
    field::required<std::string> receive_id;
    /// The messages, all from one chat.
    field::required<field::list<feishu::message_id, 1, 100>> message_id_list;

    struct response {
        model::message message;
        /// Messages that could not be forwarded.
        std::vector<feishu::message_id> invalid_message_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(merge_forward, (), (receive_id_type, uuid, receive_id, message_id_list))
BOOST_DESCRIBE_STRUCT(merge_forward::response, (), (message, invalid_message_id_list))

/// Puts bubbles to tap below a message.
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

    /// The newest message of a one-to-one chat, the bot's own, at most ten minutes old.
    field::required<feishu::message_id> message_id;
    /// The bubbles, in order.
    field::required<field::list<model::follow_up, 1, 3>> follow_ups;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(push_follow_up, (), (message_id, follow_ups))
BOOST_DESCRIBE_STRUCT(push_follow_up::response, (), ())

/// Lists who has read a message.
struct read_users {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.read_users",
        .method = verb::get,
        .path = "/open-apis/im/v1/messages/:message_id/read_users",
        .query = {"user_id_type", "page_size", "page_token"},
        .tokens = token::tenant,
        .scopes = {any_of("im:message", "im:message:readonly", "im:message:basic")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230012, 230013, 230027, 230033, 230110},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/read_users",
    };

    /// The message, one's own, at most seven days old.
    field::required<feishu::message_id> message_id;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Entries a page.
    std::optional<field::number<int, 1, 100>> page_size{};
    /// Where to go on: from the answer before; left out on the first page.
    std::optional<std::string> page_token{};

    struct response {
        std::vector<model::message_reader> items;
        /// Whether there is another page.
        bool has_more = false;
        /// Pass it to get the next page.
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
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230011, 230013, 230015, 230017, 230018, 230019,
                   230020, 230022, 230025, 230027, 230028, 230035, 230038, 230049, 230050,
                   230054, 230055, 230071, 230072, 230075, 230099, 230111, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/reply",
    };

    /// The message to reply to.
    field::required<feishu::message_id> message_id;
    /// The content, a JSON document whose shape depends on msg_type.
    field::required<field::content<content_usage::reply>> content;
    /// What content holds; any kind up to share_user.
    field::deduced<open<v1::msg_type>> msg_type{};
    /// True to answer in a thread, opening one if there is none.
    bool reply_in_thread = false;
    /// Within an hour at most one reply is sent for the same uuid.
    std::optional<field::text<0, 50>> uuid{};

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(reply, (), (message_id, content, msg_type, reply_in_thread, uuid))
BOOST_DESCRIBE_STRUCT(reply::response, (model::message), ())

/// Buzzes users about a message, inside the app.
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

    /// The message.
    field::required<feishu::message_id> message_id;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// The users; their kind is what user_id_type says.
    field::required<field::list<std::string, 1, 200>> user_id_list;

    struct response {
        /// Ids that do not exist or are not in the chat.
        std::vector<std::string> invalid_user_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(urgent_app, (), (message_id, user_id_type, user_id_list))
BOOST_DESCRIBE_STRUCT(urgent_app::response, (), (invalid_user_id_list))

/// Buzzes users about a message, by phone call as well.
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

    /// The message.
    field::required<feishu::message_id> message_id;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// The users; their kind is what user_id_type says.
    field::required<field::list<std::string, 1, 200>> user_id_list;

    struct response {
        /// Ids that do not exist or are not in the chat.
        std::vector<std::string> invalid_user_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(urgent_phone, (), (message_id, user_id_type, user_id_list))
BOOST_DESCRIBE_STRUCT(urgent_phone::response, (), (invalid_user_id_list))

/// Buzzes users about a message, by text message as well.
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

    /// The message.
    field::required<feishu::message_id> message_id;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// The users; their kind is what user_id_type says.
    field::required<field::list<std::string, 1, 200>> user_id_list;

    struct response {
        /// Ids that do not exist or are not in the chat.
        std::vector<std::string> invalid_user_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(urgent_sms, (), (message_id, user_id_type, user_id_list))
BOOST_DESCRIBE_STRUCT(urgent_sms::response, (), (invalid_user_id_list))

/// A user read messages of the bot in their one-to-one chat.
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
        /// The message.
        feishu::message_id message_id;
        /// The chat.
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
