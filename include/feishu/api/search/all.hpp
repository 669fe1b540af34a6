#pragma once
// Everything of search. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/search/v1/user.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::search {

/// Every endpoint.
using all = catalog<feishu::search::v1::user::get>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::search
