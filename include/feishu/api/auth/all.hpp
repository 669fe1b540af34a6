#pragma once
// Everything of auth. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/auth/v3/app_access_token.hpp>
#include <feishu/api/auth/v3/app_ticket.hpp>
#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::auth {

/// Every endpoint.
using all = catalog<feishu::auth::v3::app_access_token::create, feishu::auth::v3::app_access_token::internal,
                    feishu::auth::v3::app_ticket::resend, feishu::auth::v3::tenant_access_token::create,
                    feishu::auth::v3::tenant_access_token::internal>;

/// Every event.
using all_events = event_catalog<feishu::auth::v3::app_ticket::pushed>;

} // namespace feishu::auth
