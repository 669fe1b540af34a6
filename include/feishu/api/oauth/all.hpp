#pragma once
// Everything of oauth. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/oauth/v1/app.hpp>
#include <feishu/api/oauth/v1/device_authorization.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::oauth {

/// Every endpoint.
using all = catalog<feishu::oauth::v1::app::registration, feishu::oauth::v1::device_authorization::create>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::oauth
