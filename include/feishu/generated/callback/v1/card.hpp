#pragma once
// Feishu callback v1: card. Generated from codegen/specs/callback/v1/card.json: edit that, then run codegen/run.

#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/callback/v1/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::callback::v1::card {

/// A user interacted with a card; the response must be sent within 3 seconds.
struct action_trigger {
    static constexpr event_spec spec{
        .id = "callback.v1.card.action_trigger",
        .type = "card.action.trigger",
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication",
    };

    struct event_data {
        /// User who performed the operation.
        model::callback_operator operator_;
        /// Card update token, for interactive.v1.card.update; valid for 30 minutes and at most two updates.
        std::string token;
        /// Interaction.
        model::card_action action;
        /// Where the interaction took place.
        open<v1::callback_host> host;
        /// Delivery type of the card: url_preview, or empty.
        std::string delivery_type;
        /// Context of the interaction.
        model::callback_context context;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;

    struct response : model::card_action_response {};
};
BOOST_DESCRIBE_STRUCT(action_trigger::event_data, (),
                      (operator_, token, action, host, delivery_type, context))
BOOST_DESCRIBE_STRUCT(action_trigger, (), (schema, header, event))
BOOST_DESCRIBE_STRUCT(action_trigger::response, (model::card_action_response), ())

/// A user interacted with a card, in the format before schema 2.0: no envelope, by webhook only. The response
/// must be sent within 3 seconds.
struct action_trigger_v1 {
    static constexpr event_spec spec{
        .id = "callback.v1.card.action_trigger_v1",
        .type = "card.action.trigger_v1",
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uYzM3QjL2MzN04iNzcDN/configuring-card-callbacks/"
               "card-callback-structure",
    };

    /// Open id of the user.
    feishu::open_id open_id;
    /// User id of the user.
    feishu::user_id user_id;
    /// Message id.
    feishu::message_id open_message_id;
    /// Chat id.
    feishu::chat_id open_chat_id;
    /// Tenant of the user.
    feishu::tenant_key tenant_key;
    /// Card update token, for interactive.v1.card.update; valid for 30 minutes and at most two updates.
    std::string token;
    /// Time zone of the user.
    std::string timezone;
    /// Interaction.
    model::card_action action;

    struct response : model::legacy_card_response {};
};
BOOST_DESCRIBE_STRUCT(action_trigger_v1, (),
                      (open_id, user_id, open_message_id, open_chat_id, tenant_key, token, timezone, action))
BOOST_DESCRIBE_STRUCT(action_trigger_v1::response, (model::legacy_card_response), ())

} // namespace feishu::callback::v1::card
