#pragma once
// Feishu ephemeral v1: message. Generated from codegen/specs/ephemeral/v1/message.json: edit that, then run codegen/run.

#include <optional>

#include <boost/json/value.hpp>

#include <feishu/generated/common.hpp>
#include <feishu/generated/ephemeral/v1/models.hpp>

namespace feishu::ephemeral::v1::message {

/// Deletes an ephemeral card.
struct delete_ {
    static constexpr endpoint_spec spec{
        .id = "ephemeral.v1.message.delete",
        .method = verb::post,
        .path = "/open-apis/ephemeral/v1/delete",
        .tokens = token::tenant,
        .scopes = {any_of("im:message", "im:message:send_as_bot", "im:message:update")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .envelope = envelope::flat,
        .errors = {18051},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uITOyYjLykjM24iM5IjN",
    };

    /// Message id.
    field::required<feishu::message_id> message_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(delete_, (), (message_id))
BOOST_DESCRIBE_STRUCT(delete_::response, (), ())

/// Sends an ephemeral card to a group, visible to one user only.
struct send {
    static constexpr endpoint_spec spec{
        .id = "ephemeral.v1.message.send",
        .method = verb::post,
        .path = "/open-apis/ephemeral/v1/send",
        .tokens = token::tenant,
        .scopes = {any_of("im:message", "im:message:send_as_bot", "im:message:update")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uETOyYjLxkjM24SM5IjN",
    };

    /// Chat id of a group; topic groups are not supported.
    field::required<feishu::chat_id> chat_id;
    /// User who sees the card; set one of open_id, user_id and email.
    std::optional<feishu::open_id> open_id{};
    /// User who sees the card; set one of open_id, user_id and email.
    std::optional<feishu::user_id> user_id{};
    /// User who sees the card; set one of open_id, user_id and email.
    std::optional<feishu::email> email{};
    /// Message type; only interactive is accepted.
    field::required<open<v1::msg_type>> msg_type;
    /// Card.
    field::required<boost::json::value> card;

    struct response {
        /// Message id.
        feishu::message_id message_id;
    };
};
BOOST_DESCRIBE_STRUCT(send, (), (chat_id, open_id, user_id, email, msg_type, card))
BOOST_DESCRIBE_STRUCT(send::response, (), (message_id))

} // namespace feishu::ephemeral::v1::message
