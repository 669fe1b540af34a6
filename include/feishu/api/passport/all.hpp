#pragma once
// Everything of passport. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/passport/v1/session.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::passport {

/// Every endpoint.
using all = catalog<feishu::passport::v1::session::logout, feishu::passport::v1::session::query>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::passport
