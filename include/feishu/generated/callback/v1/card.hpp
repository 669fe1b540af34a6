#pragma once
// Feishu callback v1: card. Generated from codegen/specs/callback/v1/card.json: edit that, then run codegen/run.

#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/callback/v1/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::callback::v1::card {

/// A user acted on a card; what they see next is answered within 3 seconds.
struct action_trigger {
    static constexpr event_spec spec{
        .id = "callback.v1.card.action_trigger",
        .type = "card.action.trigger",
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication",
    };

    struct event_data {
        /// Who did it.
        model::callback_operator operator_;
        /// Lets the card be updated later: for 30 minutes, twice.
        std::string token;
        /// What they did.
        model::card_action action;
        /// Where it was shown.
        open<v1::callback_host> host;
        /// How the card got there: url_preview, or empty.
        std::string delivery_type;
        /// Where it was.
        model::callback_context context;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;

    struct response : model::card_action_answer {};
};
BOOST_DESCRIBE_STRUCT(action_trigger::event_data, (),
                      (operator_, token, action, host, delivery_type, context))
BOOST_DESCRIBE_STRUCT(action_trigger, (), (schema, header, event))
BOOST_DESCRIBE_STRUCT(action_trigger::response, (model::card_action_answer), ())

} // namespace feishu::callback::v1::card
