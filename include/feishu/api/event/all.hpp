#pragma once
// Everything of event. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/event/v1/connection.hpp>
#include <feishu/api/event/v1/outbound_ip.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::event_ {

/// Every endpoint.
using all = catalog<feishu::event_::v1::connection::get, feishu::event_::v1::outbound_ip::list>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::event_
