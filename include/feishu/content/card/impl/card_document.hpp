#pragma once
// Conversion of a card to a JSON value, for checks and outlines.

#include <boost/json/value.hpp>

#include <feishu/content/card/impl/card_checker.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::card {

struct card;

namespace detail {

/// The JSON of a card.
FEISHU_DECL boost::json::value document_of(card const& value);

/// Checks a card; `document` must outlive the result.
FEISHU_DECL card_checker check_document(boost::json::value const& document);

} // namespace detail
} // namespace feishu::card
