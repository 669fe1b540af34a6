#pragma once
// Everything of jssdk. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/jssdk/v1/ticket.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::jssdk {

/// Every endpoint.
using all = catalog<feishu::jssdk::v1::ticket::get>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::jssdk
