#pragma once
// Feishu cardkit v1: shared types. Generated from codegen/specs/cardkit/v1/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::cardkit::v1 {

/// Format of card data: card JSON, or a template with its variables.
enum class card_type { card_json, template_ };
BOOST_DESCRIBE_ENUM(card_type, card_json, template_)

/// Position of new elements relative to the target element.
enum class insert_position { insert_before, insert_after, append };
BOOST_DESCRIBE_ENUM(insert_position, insert_before, insert_after, append)

/// Format of complete card content: card JSON only.
enum class full_card_type { card_json };
BOOST_DESCRIBE_ENUM(full_card_type, card_json)

namespace model {

/// Complete card content.
struct card_data {
    /// Format of data; only card_json is accepted.
    field::required<open<v1::full_card_type>> type;
    /// Card as a JSON document.
    field::required<field::json_text_of<1, 1000000>> data;
};
BOOST_DESCRIBE_STRUCT(card_data, (), (type, data))

} // namespace model

} // namespace feishu::cardkit::v1
