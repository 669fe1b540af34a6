#pragma once
// Feishu im v1: pin. Generated from codegen/specs/im/v1/pin.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::pin {

/// Lists the pinned messages of a chat, newest first.
struct list {
    static constexpr endpoint_spec spec{
        .id = "im.v1.pin.list",
        .method = verb::get,
        .path = "/open-apis/im/v1/pins",
        .query = {"chat_id", "start_time", "end_time", "page_size", "page_token"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message.pins:read", "im:message:readonly")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230027, 230048},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/pin/list",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Earliest pin time (inclusive).
    unix_millis start_time{};
    /// Latest pin time (inclusive).
    unix_millis end_time{};
    /// Page size.
    field::number<int, 1, 50> page_size = 20;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};

    struct response {
        std::vector<model::pin> items;
        /// Whether there are more pages.
        bool has_more = false;
        /// Token of the next page.
        std::string page_token;
    };
};
BOOST_DESCRIBE_STRUCT(list, (), (chat_id, start_time, end_time, page_size, page_token))
BOOST_DESCRIBE_STRUCT(list::response, (), (items, has_more, page_token))

/// Pins a message.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v1.pin.create",
        .method = verb::post,
        .path = "/open-apis/im/v1/pins",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message.pins:write_only", "im:message:send_as_bot")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230011, 230013, 230027, 230045, 230046, 230047, 230050, 230054,
                   230111, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/pin/create",
    };

    /// Message id.
    field::required<feishu::message_id> message_id;

    struct response {
        model::pin pin;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (message_id))
BOOST_DESCRIBE_STRUCT(create::response, (), (pin))

/// Unpins a message.
struct delete_ {
    static constexpr endpoint_spec spec{
        .id = "im.v1.pin.delete",
        .method = verb::delete_,
        .path = "/open-apis/im/v1/pins/:message_id",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message.pins:write_only", "im:message:send_as_bot")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230027, 230045, 230046, 230047, 230050, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/pin/delete",
    };

    /// Message id.
    field::required<feishu::message_id> message_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(delete_, (), (message_id))
BOOST_DESCRIBE_STRUCT(delete_::response, (), ())

} // namespace feishu::im::v1::pin
