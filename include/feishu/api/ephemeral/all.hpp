#pragma once
// Everything of ephemeral. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/ephemeral/v1/message.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::ephemeral {

/// Every endpoint.
using all = catalog<feishu::ephemeral::v1::message::delete_, feishu::ephemeral::v1::message::send>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::ephemeral
