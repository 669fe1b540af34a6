#pragma once
// Feishu im v1: chat_p2p. Generated from codegen/specs/im/v1/chat_p2p.json: edit that, then run codegen/run.

#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::im::v1::chat_p2p {

/// One-to-one chat.
struct p2p_chat {
    /// Chat id.
    feishu::chat_id chat_id;
};
BOOST_DESCRIBE_STRUCT(p2p_chat, (), (chat_id))

/// Gets the one-to-one chats of the user with other users. Not documented by the platform; used by official
/// tools.
struct batch_query {
    static constexpr endpoint_spec spec{
        .id = "im.v1.chat_p2p.batch_query",
        .method = verb::post,
        .path = "/open-apis/im/v1/chat_p2p/batch_query",
        .query = {"chatter_id_type"},
        .tokens = token::user,
    };

    /// Type of chatter_ids.
    open<feishu::user_id_type> chatter_id_type{};
    /// Ids of the other users, of the type given by chatter_id_type.
    field::required<field::list<std::string, 1>> chatter_ids;

    struct response {
        /// One-to-one chats.
        std::vector<feishu::im::v1::chat_p2p::p2p_chat> p2p_chats;
    };
};
BOOST_DESCRIBE_STRUCT(batch_query, (), (chatter_id_type, chatter_ids))
BOOST_DESCRIBE_STRUCT(batch_query::response, (), (p2p_chats))

/// The chat of a user with the bot was created; sent once per user and bot. Schema 1.0.
struct created {
    static constexpr event_spec spec{
        .id = "im.v1.chat_p2p.created",
        .type = "p2p_chat_create",
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/bot-events",
    };

    struct event_data {
        /// User who opened the chat; without ids if the bot did.
        struct operator_data {
            /// Open id.
            feishu::open_id open_id;
            /// User id; only for custom apps.
            feishu::user_id user_id;
        };

        /// User.
        struct user_data {
            /// Name.
            std::string name;
            /// Open id.
            feishu::open_id open_id;
            /// User id; only for custom apps.
            feishu::user_id user_id;
        };

        /// Event type.
        std::string type;
        /// App id of the receiving app.
        feishu::app_id app_id;
        /// Key of the tenant in which the event occurred.
        feishu::tenant_key tenant_key;
        /// Chat id.
        feishu::chat_id chat_id;
        /// User who opened the chat; without ids if the bot did.
        operator_data operator_;
        /// User.
        user_data user;
    };

    /// Event id; unchanged on redelivery.
    std::string uuid;
    /// Verification token of the app.
    std::string token;
    /// Event time, a Unix timestamp in seconds with a fraction.
    std::string ts;
    /// Always event_callback.
    std::string type;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(created::event_data::operator_data, (), (open_id, user_id))
BOOST_DESCRIBE_STRUCT(created::event_data::user_data, (), (name, open_id, user_id))
BOOST_DESCRIBE_STRUCT(created::event_data, (), (type, app_id, tenant_key, chat_id, operator_, user))
BOOST_DESCRIBE_STRUCT(created, (), (uuid, token, ts, type, event))

} // namespace feishu::im::v1::chat_p2p
