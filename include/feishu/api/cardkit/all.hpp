#pragma once
// Everything of cardkit. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/cardkit/v1/card.hpp>
#include <feishu/api/cardkit/v1/card_element.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::cardkit {

/// Every endpoint.
using all = catalog<feishu::cardkit::v1::card::batch_update, feishu::cardkit::v1::card::create,
                    feishu::cardkit::v1::card::settings, feishu::cardkit::v1::card::update,
                    feishu::cardkit::v1::card::id_convert, feishu::cardkit::v1::card_element::content,
                    feishu::cardkit::v1::card_element::create, feishu::cardkit::v1::card_element::update,
                    feishu::cardkit::v1::card_element::patch, feishu::cardkit::v1::card_element::delete_>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::cardkit
