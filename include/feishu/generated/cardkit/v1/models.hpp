#pragma once
// Feishu cardkit v1: shared types. Generated from codegen/specs/cardkit/v1/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::cardkit::v1 {

/// What card data is: a card's JSON, or a template with its values.
enum class card_type { card_json, template_ };
BOOST_DESCRIBE_ENUM(card_type, card_json, template_)

/// Where new elements go, seen from the target.
enum class insert_position { insert_before, insert_after, append };
BOOST_DESCRIBE_ENUM(insert_position, insert_before, insert_after, append)

namespace model {

/// A whole card.
struct card_data {
    /// Always card_json here.
    field::required<open<v1::card_type>> type;
    /// The card, a JSON document.
    field::required<field::json_text_of<1, 1000000>> data;
};
BOOST_DESCRIBE_STRUCT(card_data, (), (type, data))

} // namespace model

} // namespace feishu::cardkit::v1
