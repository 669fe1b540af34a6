#pragma once
// Feishu cardkit v1: card. Generated from codegen/specs/cardkit/v1/card.json: edit that, then run codegen/run.

#include <optional>

#include <feishu/generated/cardkit/v1/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::cardkit::v1::card {

/// Changes parts of a card: several elements and settings at once.
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

    /// The card.
    field::required<field::id<feishu::card_id, 1, 20>> card_id;
    /// At most one change is made for the same uuid.
    std::optional<field::text<1, 64>> uuid{};
    /// Must grow with every change to the card.
    field::required<int> sequence;
    /// The changes in order, a JSON array.
    field::required<field::json_text_of<1, 1000000>> actions;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(batch_update, (), (card_id, uuid, sequence, actions))
BOOST_DESCRIBE_STRUCT(batch_update::response, (), ())

/// Makes a card that can be sent and then changed part by part.
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
    /// The card, a JSON document as type says.
    field::required<field::json_text_of<1, 3000000>> data;

    struct response {
        /// The card.
        feishu::card_id card_id;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (type, data))
BOOST_DESCRIBE_STRUCT(create::response, (), (card_id))

/// Changes a card's config, streaming mode among it.
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

    /// The card.
    field::required<field::id<feishu::card_id, 1, 20>> card_id;
    /// The new config, a JSON document.
    field::required<field::json_text_of<1, 100000>> settings;
    /// At most one change is made for the same uuid.
    std::optional<field::text<1, 64>> uuid{};
    /// Must grow with every change to the card.
    field::required<int> sequence;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(settings, (), (card_id, settings, uuid, sequence))
BOOST_DESCRIBE_STRUCT(settings::response, (), ())

/// Replaces a whole card.
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

    /// The card.
    field::required<field::id<feishu::card_id, 1, 20>> card_id;
    field::required<model::card_data> card;
    /// At most one change is made for the same uuid.
    std::optional<field::text<1, 64>> uuid{};
    /// Must grow with every change to the card.
    field::required<int> sequence;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(update, (), (card_id, card, uuid, sequence))
BOOST_DESCRIBE_STRUCT(update::response, (), ())

} // namespace feishu::cardkit::v1::card
