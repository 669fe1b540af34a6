#pragma once
// Feishu cardkit v1: card. Generated from codegen/specs/cardkit/v1/card.json: edit that, then run codegen/run.

#include <optional>

#include <feishu/generated/cardkit/v1/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::cardkit::v1::card {

/// Applies several changes to a card at once: elements and settings.
struct batch_update {
    static constexpr endpoint_spec spec{
        .id = "cardkit.v1.card.batch_update",
        .method = verb::post,
        .path = "/open-apis/cardkit/v1/cards/:card_id/batch_update",
        .tokens = token::tenant,
        .scopes = {any_of("cardkit:card:write")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {10002,  200220, 200740, 200750, 200770, 200810, 200860, 300121, 300122, 300301,
                   300302, 300303, 300305, 300307, 300311, 300312, 300313, 300314, 300315, 300317},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card/batch_update",
    };

    /// Card id.
    field::required<field::id<feishu::card_id, 1, 20>> card_id;
    /// Idempotency key: requests with the same uuid are applied at most once.
    std::optional<field::text<1, 64>> uuid{};
    /// Sequence number of the change; must be strictly increasing for each card.
    field::required<int> sequence;
    /// Changes to apply, in order, as a JSON array.
    field::required<field::json_text_of<1, 1000000>> actions;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(batch_update, (), (card_id, uuid, sequence, actions))
BOOST_DESCRIBE_STRUCT(batch_update::response, (), ())

/// Creates a card entity that can be sent and updated incrementally.
struct create {
    static constexpr endpoint_spec spec{
        .id = "cardkit.v1.card.create",
        .method = verb::post,
        .path = "/open-apis/cardkit/v1/cards",
        .tokens = token::tenant,
        .scopes = {any_of("cardkit:card:write")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {10002, 200220, 200860, 300301, 300302, 300303, 300305, 300307},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card/create",
    };

    field::required<open<v1::card_type>> type;
    /// Card data as a JSON document: card JSON, or a template with its variables, depending on type.
    field::required<field::json_text_of<1, 3000000>> data;

    struct response {
        /// Card id.
        feishu::card_id card_id;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (type, data))
BOOST_DESCRIBE_STRUCT(create::response, (), (card_id))

/// Updates the settings of a card, including streaming mode.
struct settings {
    static constexpr endpoint_spec spec{
        .id = "cardkit.v1.card.settings",
        .method = verb::patch,
        .path = "/open-apis/cardkit/v1/cards/:card_id/settings",
        .tokens = token::tenant,
        .scopes = {any_of("cardkit:card:write")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {10002, 200220, 200740, 200750, 200770, 200810, 200860, 300122, 300302, 300307, 300311,
                   300317},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card/settings",
    };

    /// Card id.
    field::required<field::id<feishu::card_id, 1, 20>> card_id;
    /// New settings as a JSON document.
    field::required<field::json_text_of<1, 100000>> settings;
    /// Idempotency key: requests with the same uuid are applied at most once.
    std::optional<field::text<1, 64>> uuid{};
    /// Sequence number of the change; must be strictly increasing for each card.
    field::required<int> sequence;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(settings, (), (card_id, settings, uuid, sequence))
BOOST_DESCRIBE_STRUCT(settings::response, (), ())

/// Replaces the entire content of a card.
struct update {
    static constexpr endpoint_spec spec{
        .id = "cardkit.v1.card.update",
        .method = verb::put,
        .path = "/open-apis/cardkit/v1/cards/:card_id",
        .tokens = token::tenant,
        .scopes = {any_of("cardkit:card:write")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {10002, 200220, 200740, 200750, 200770, 200810, 200860, 300301, 300302, 300303, 300305,
                   300307, 300311, 300317},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card/update",
    };

    /// Card id.
    field::required<field::id<feishu::card_id, 1, 20>> card_id;
    field::required<model::card_data> card;
    /// Idempotency key: requests with the same uuid are applied at most once.
    std::optional<field::text<1, 64>> uuid{};
    /// Sequence number of the change; must be strictly increasing for each card.
    field::required<int> sequence;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(update, (), (card_id, card, uuid, sequence))
BOOST_DESCRIBE_STRUCT(update::response, (), ())

/// Gets the card entity id of a card message.
struct id_convert {
    static constexpr endpoint_spec spec{
        .id = "cardkit.v1.card.id_convert",
        .method = verb::post,
        .path = "/open-apis/cardkit/v1/cards/id_convert",
        .tokens = token::tenant,
        .scopes = {any_of("cardkit:card:read")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card/id_convert",
    };

    /// Id of the card message.
    field::required<field::id<feishu::message_id, 1, 50>> message_id;

    struct response {
        /// Card entity id.
        feishu::card_id card_id;
    };
};
BOOST_DESCRIBE_STRUCT(id_convert, (), (message_id))
BOOST_DESCRIBE_STRUCT(id_convert::response, (), (card_id))

} // namespace feishu::cardkit::v1::card
