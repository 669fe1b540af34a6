#pragma once
// Everything of interactive. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/interactive/v1/card.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::interactive {

/// Every endpoint.
using all = catalog<feishu::interactive::v1::card::update>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::interactive
