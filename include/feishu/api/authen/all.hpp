#pragma once
// Everything of authen. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/authen/v1/authorize.hpp>
#include <feishu/api/authen/v1/user_info.hpp>
#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::authen {

/// Every endpoint.
using all = catalog<feishu::authen::v1::authorize::get, feishu::authen::v1::user_info::get,
                    feishu::authen::v2::oauth::token, feishu::authen::v2::oauth::device_token>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::authen
