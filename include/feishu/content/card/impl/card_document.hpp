#pragma once
// A card as JSON, for the checks and the outline.

#include <boost/json/value.hpp>

#include <feishu/content/card/impl/card_checker.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::card {

struct card;

namespace detail {

/// What the card is written as.
FEISHU_DECL boost::json::value document_of(card const& value);

/// Looks through a card; `document` outlives the result.
FEISHU_DECL card_checker check_document(boost::json::value const& document);

} // namespace detail
} // namespace feishu::card
