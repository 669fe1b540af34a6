#pragma once
// Feishu bot v2: hook. Generated from codegen/specs/bot/v2/hook.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <boost/json/value.hpp>

#include <feishu/generated/bot/v2/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::bot_::v2::hook {

/// Sends a message to a group through the webhook of a custom bot. The URL is the credential.
struct send {
    static constexpr endpoint_spec spec{
        .id = "bot.v2.hook.send",
        .method = verb::post,
        .path = "/open-apis/bot/v2/hook/:token",
        .rate = {.per_minute = 100, .per_second = 5},
        .envelope = envelope::flat,
        .errors = {9499, 11232, 19001, 19002, 19007, 19021, 19022, 19024},
        .doc = "https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot",
    };

    /// Token from the webhook URL; a secret.
    field::required<std::string> token;
    /// Signing time; required if the bot has a signing secret. At most one hour off the server time.
    unix_seconds timestamp{};
    /// Signature: base64 of HMAC-SHA256 over an empty message, with the key timestamp + newline + secret.
    std::optional<std::string> sign{};
    /// Message type.
    field::required<open<v2::hook_msg_type>> msg_type;
    /// Message content as an object; for all types but interactive.
    std::optional<boost::json::value> content{};
    /// Card JSON, or a template with its variables; for interactive.
    std::optional<boost::json::value> card{};

    struct response {
        /// Status code of the older response format; 0 on success.
        int StatusCode = 0;
        /// Status message of the older response format.
        std::string StatusMessage;
        /// Additional data of the older response format; usually null.
        boost::json::value Extra;
    };
};
BOOST_DESCRIBE_STRUCT(send, (), (token, timestamp, sign, msg_type, content, card))
BOOST_DESCRIBE_STRUCT(send::response, (), (StatusCode, StatusMessage, Extra))

} // namespace feishu::bot_::v2::hook
