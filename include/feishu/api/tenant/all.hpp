#pragma once
// Everything of tenant. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/tenant/v2/tenant.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::tenant {

/// Every endpoint.
using all = catalog<feishu::tenant::v2::tenant::query>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::tenant
