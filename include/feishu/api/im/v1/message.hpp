#pragma once
// im.v1.message: send, reply, read, edit, recall, buzz.

#include <optional>
#include <string>
#include <vector>

#include <feishu/api/im/v1/models.hpp>

namespace feishu::im::v1::message {

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
        .errors = {230001, 230002, 230006, 230013, 230015, 230017, 230018, 230019, 230020, 230022, 230025, 230027,
                   230028, 230029, 230034, 230035, 230036, 230038, 230049, 230053, 230054, 230055, 230075, 230099,
                   232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create",
    };

    /// What receive_id is.
    field::required<open<v1::receive_id_type>> receive_id_type;
    /// The receiver; its kind must fit receive_id_type.
    field::required<std::string> receive_id;
    /// The content, a JSON document whose shape depends on msg_type.
    field::required<field::json_text> content;
    /// Left out, it comes from typed content.
    field::deduced<open<v1::msg_type>> msg_type{};
    /// At most one message is sent for the same uuid within an hour.
    std::optional<field::text<0, 50>> uuid{};

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(create, (), (receive_id_type, receive_id, content, msg_type, uuid))
BOOST_DESCRIBE_STRUCT(create::response, (model::message), ())

/// Replies to a message.
struct reply {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.reply",
        .method = verb::post,
        .path = "/open-apis/im/v1/messages/:message_id/reply",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:send_as_bot", "im:message:send")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230011, 230013, 230015, 230017, 230018, 230019, 230020, 230022, 230025,
                   230027, 230028, 230035, 230038, 230049, 230050, 230054, 230055, 230071, 230072, 230075, 230099,
                   230111, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/reply",
    };

    /// The message to reply to.
    field::required<feishu::message_id> message_id;
    /// The content, a JSON document whose shape depends on msg_type.
    field::required<field::json_text> content;
    /// Left out, it comes from typed content.
    field::deduced<open<v1::msg_type>> msg_type{};
    /// True to open or continue a thread.
    bool reply_in_thread = false;
    /// At most one message is sent for the same uuid within an hour.
    std::optional<field::text<0, 50>> uuid{};

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(reply, (), (message_id, content, msg_type, reply_in_thread, uuid))
BOOST_DESCRIBE_STRUCT(reply::response, (model::message), ())

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

    /// The message.
    field::required<feishu::message_id> message_id;
    /// Kind of user ids in the answer.
    open<v1::user_id_type> user_id_type = v1::user_id_type::open_id;
    /// How card content is returned.
    std::optional<std::string> card_msg_content_type{};

    struct response {
        std::vector<model::message> items;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (message_id, user_id_type, card_msg_content_type))
BOOST_DESCRIBE_STRUCT(get::response, (), (items))

/// Lists the messages of a chat or thread, page by page.
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
    /// The chat or thread.
    field::required<std::string> container_id;
    /// Not older than this.
    unix_seconds start_time{};
    /// Not newer than this.
    unix_seconds end_time{};
    /// Oldest or newest first.
    open<v1::sort_type> sort_type = v1::sort_type::ByCreateTimeAsc;
    /// Messages a page.
    field::number<int, 1, 50> page_size = 20;
    /// From the previous page.
    std::optional<std::string> page_token{};
    /// How card content is returned.
    std::optional<std::string> card_msg_content_type{};

    struct response {
        bool has_more = false;
        std::string page_token;
        std::vector<model::message> items;
    };
};
BOOST_DESCRIBE_STRUCT(list, (),
                      (container_id_type, container_id, start_time, end_time, sort_type, page_size, page_token,
                       card_msg_content_type))
BOOST_DESCRIBE_STRUCT(list::response, (), (has_more, page_token, items))

/// Edits a text or post message of one's own.
struct update {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message.update",
        .method = verb::put,
        .path = "/open-apis/im/v1/messages/:message_id",
        .tokens = token::tenant,
        .scopes = {any_of("im:message", "im:message:send_as_bot", "im:message:update")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230011, 230013, 230018, 230020, 230022, 230025, 230027, 230028, 230035,
                   230038, 230050, 230054, 230055, 230071, 230072, 230073, 230074, 230075, 230110, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/update",
    };

    /// The message.
    field::required<feishu::message_id> message_id;
    /// The new content.
    field::required<field::json_text> content;
    /// Left out, it comes from typed content; text or post.
    field::deduced<open<v1::msg_type>> msg_type{};

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(update, (), (message_id, content, msg_type))
BOOST_DESCRIBE_STRUCT(update::response, (model::message), ())

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

    /// The message.
    field::required<feishu::message_id> message_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(delete_, (), (message_id))
BOOST_DESCRIBE_STRUCT(delete_::response, (), ())

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
        .errors = {230001, 230002, 230006, 230012, 230013, 230023, 230024, 230027, 230052, 230098, 230110, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/urgent_app",
    };

    /// The message, one's own.
    field::required<feishu::message_id> message_id;
    /// What user_id_list holds.
    open<v1::user_id_type> user_id_type = v1::user_id_type::open_id;
    /// Members of the message's chat.
    field::required<field::list<std::string, 1, 200>> user_id_list;

    struct response {
        std::vector<std::string> invalid_user_id_list;
    };
};
BOOST_DESCRIBE_STRUCT(urgent_app, (), (message_id, user_id_type, user_id_list))
BOOST_DESCRIBE_STRUCT(urgent_app::response, (), (invalid_user_id_list))

} // namespace feishu::im::v1::message

#include <feishu/rules/im/v1/message.hpp>
