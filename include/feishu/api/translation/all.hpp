#pragma once
// Everything of translation. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/translation/v1/text.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::translation {

/// Every endpoint.
using all = catalog<feishu::translation::v1::text::detect, feishu::translation::v1::text::translate>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::translation
