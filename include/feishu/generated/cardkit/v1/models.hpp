#pragma once
// Feishu cardkit v1: shared types. Generated from codegen/specs/cardkit/v1/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::cardkit::v1 {

/// Format of card data: card JSON, or a template with its variables.
enum class card_type { card_json, template_ };
reflect::enumerator_list<"card_json, template_"> feishu_enumerators(card_type**);

/// Position of new elements relative to the target element.
enum class insert_position { insert_before, insert_after, append };
reflect::enumerator_list<"insert_before, insert_after, append"> feishu_enumerators(insert_position**);

/// Format of complete card content: card JSON only.
enum class full_card_type { card_json };
reflect::enumerator_list<"card_json"> feishu_enumerators(full_card_type**);

namespace model {

/// Complete card content.
struct card_data {
    /// Format of data; only card_json is accepted.
    field::required<open<v1::full_card_type>> type;
    /// Card as a JSON document.
    field::required<field::json_text_of<1, 1000000>> data;
};

reflect::member_list<"type, data", &card_data::type, &card_data::data> feishu_members(card_data**);

} // namespace model

} // namespace feishu::cardkit::v1
