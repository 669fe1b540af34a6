#pragma once
// Everything of message. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::message {

/// Every endpoint.
using all = catalog<feishu::message::v4::batch_send::create>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::message
