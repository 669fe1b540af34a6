#pragma once
// Feishu cardkit v1: card_element. Generated from codegen/specs/cardkit/v1/card_element.json: edit that, then run codegen/run.

#include <optional>

#include <feishu/generated/cardkit/v1/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::cardkit::v1::card_element {

/// Streams text into an element with a typewriter effect.
struct content {
    static constexpr endpoint_spec spec{
        .id = "cardkit.v1.card_element.content",
        .method = verb::put,
        .path = "/open-apis/cardkit/v1/cards/:card_id/elements/:element_id/content",
        .tokens = token::tenant,
        .scopes = {any_of("cardkit:card:write")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {10002, 200220, 200740, 200750, 200770, 200810, 200850, 200860, 300120, 300302, 300307,
                   300309, 300310, 300311, 300313, 300317},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card-element/content",
    };

    /// Card id.
    field::required<field::id<feishu::card_id, 1, 20>> card_id;
    /// Element id.
    field::required<field::id<feishu::element_id, 1, 20>> element_id;
    /// Idempotency key: requests with the same uuid are applied at most once.
    std::optional<field::text<1, 64>> uuid{};
    /// Full text so far; if it extends the previous text, only the new part is animated.
    field::required<field::text<1, 100000>> content;
    /// Sequence number of the change; must be strictly increasing for each card.
    field::required<int> sequence;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(content, (), (card_id, element_id, uuid, content, sequence))
BOOST_DESCRIBE_STRUCT(content::response, (), ())

/// Adds elements to a card.
struct create {
    static constexpr endpoint_spec spec{
        .id = "cardkit.v1.card_element.create",
        .method = verb::post,
        .path = "/open-apis/cardkit/v1/cards/:card_id/elements",
        .tokens = token::tenant,
        .scopes = {any_of("cardkit:card:write")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {10002, 200220, 200510, 200740, 200750, 200770, 200810, 200860, 300120, 300301, 300302,
                   300305, 300307, 300311, 300315, 300317},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card-element/create",
    };

    /// Card id.
    field::required<field::id<feishu::card_id, 1, 20>> card_id;
    field::required<open<v1::insert_position>> type;
    /// Id of the reference element for insert_before, insert_after and append.
    std::optional<field::id<feishu::element_id, 0, 20>> target_element_id{};
    /// Idempotency key: requests with the same uuid are applied at most once.
    std::optional<field::text<1, 64>> uuid{};
    /// Sequence number of the change; must be strictly increasing for each card.
    field::required<int> sequence;
    /// Elements to add, as a JSON array.
    field::required<field::json_text_of<1, 1000000>> elements;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(create, (), (card_id, type, target_element_id, uuid, sequence, elements))
BOOST_DESCRIBE_STRUCT(create::response, (), ())

/// Replaces an element of a card.
struct update {
    static constexpr endpoint_spec spec{
        .id = "cardkit.v1.card_element.update",
        .method = verb::put,
        .path = "/open-apis/cardkit/v1/cards/:card_id/elements/:element_id",
        .tokens = token::tenant,
        .scopes = {any_of("cardkit:card:write")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {10002, 200220, 200740, 200750, 200770, 200810, 200860, 300121, 300301, 300302, 300305,
                   300307, 300311, 300317},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card-element/update",
    };

    /// Card id.
    field::required<field::id<feishu::card_id, 1, 20>> card_id;
    /// Element id.
    field::required<field::id<feishu::element_id, 1, 20>> element_id;
    /// Idempotency key: requests with the same uuid are applied at most once.
    std::optional<field::text<1, 64>> uuid{};
    /// New element as a JSON document.
    field::required<field::json_text_of<1, 1000000>> element;
    /// Sequence number of the change; must be strictly increasing for each card.
    field::required<int> sequence;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(update, (), (card_id, element_id, uuid, element, sequence))
BOOST_DESCRIBE_STRUCT(update::response, (), ())

/// Updates properties of an element.
struct patch {
    static constexpr endpoint_spec spec{
        .id = "cardkit.v1.card_element.patch",
        .method = verb::patch,
        .path = "/open-apis/cardkit/v1/cards/:card_id/elements/:element_id",
        .tokens = token::tenant,
        .scopes = {any_of("cardkit:card:write")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {10002, 200220, 200740, 200750, 200770, 200810, 200860, 300301, 300302, 300303, 300307,
                   300311, 300312, 300313, 300317},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card-element/patch",
    };

    /// Card id.
    field::required<field::id<feishu::card_id, 1, 20>> card_id;
    /// Element id.
    field::required<field::id<feishu::element_id, 1, 20>> element_id;
    /// Properties to update, as a JSON document.
    field::required<field::json_text_of<1, 1000000>> partial_element;
    /// Idempotency key: requests with the same uuid are applied at most once.
    std::optional<field::text<1, 64>> uuid{};
    /// Sequence number of the change; must be strictly increasing for each card.
    field::required<int> sequence;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(patch, (), (card_id, element_id, partial_element, uuid, sequence))
BOOST_DESCRIBE_STRUCT(patch::response, (), ())

/// Deletes an element of a card.
struct delete_ {
    static constexpr endpoint_spec spec{
        .id = "cardkit.v1.card_element.delete",
        .method = verb::delete_,
        .path = "/open-apis/cardkit/v1/cards/:card_id/elements/:element_id",
        .tokens = token::tenant,
        .scopes = {any_of("cardkit:card:write")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {10002, 200220, 200740, 200750, 200770, 200810, 300302, 300303, 300307, 300311, 300314,
                   300317},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card-element/delete",
    };

    /// Card id.
    field::required<field::id<feishu::card_id, 1, 20>> card_id;
    /// Element id.
    field::required<field::id<feishu::element_id, 1, 20>> element_id;
    /// Idempotency key: requests with the same uuid are applied at most once.
    std::optional<field::text<1, 64>> uuid{};
    /// Sequence number of the change; must be strictly increasing for each card.
    field::required<int> sequence;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(delete_, (), (card_id, element_id, uuid, sequence))
BOOST_DESCRIBE_STRUCT(delete_::response, (), ())

} // namespace feishu::cardkit::v1::card_element
