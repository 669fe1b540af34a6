#pragma once
// Feishu ephemeral v1: message. Generated from codegen/specs/ephemeral/v1/message.json: edit that, then run codegen/run.

#include <optional>

#include <boost/json/value.hpp>

#include <feishu/generated/common.hpp>
#include <feishu/generated/ephemeral/v1/models.hpp>

namespace feishu::ephemeral::v1::message {

/// Takes back a card that only one user sees.
struct delete_ {
    static constexpr endpoint_spec spec{
        .id = "ephemeral.v1.message.delete",
        .method = verb::post,
        .path = "/open-apis/ephemeral/v1/delete",
        .tokens = token::tenant,
        .scopes = {any_of("im:message", "im:message:send_as_bot", "im:message:update")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .envelope = envelope::flat,
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uITOyYjLykjM24iM5IjN",
    };

    /// The message.
    field::required<feishu::message_id> message_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(delete_, (), (message_id))
BOOST_DESCRIBE_STRUCT(delete_::response, (), ())

/// Shows a card to one user in a group.
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

    /// A group, not one of threads.
    field::required<feishu::chat_id> chat_id;
    /// Who sees it: one of open_id, user_id, email.
    std::optional<feishu::open_id> open_id{};
    /// Who sees it: one of open_id, user_id, email.
    std::optional<feishu::user_id> user_id{};
    /// Who sees it: one of open_id, user_id, email.
    std::optional<feishu::email> email{};
    /// Always interactive.
    field::required<open<v1::msg_type>> msg_type;
    /// The card.
    field::required<boost::json::value> card;

    struct response {
        /// The message.
        feishu::message_id message_id;
    };
};
BOOST_DESCRIBE_STRUCT(send, (), (chat_id, open_id, user_id, email, msg_type, card))
BOOST_DESCRIBE_STRUCT(send::response, (), (message_id))

} // namespace feishu::ephemeral::v1::message
