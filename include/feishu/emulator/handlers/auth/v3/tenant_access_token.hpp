#pragma once
// Handlers of auth.v3.tenant_access_token: the same token while it has 30 minutes left, then a new one.

#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/core/error.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator {

/// Issues the tenant token of a custom app. Errors: 10003 a malformed app_id, or a store app's; 10014 an
/// unknown app or a wrong secret.
FEISHU_DECL result<auth::v3::tenant_access_token::internal::response>
handle(state& tenant, caller const& who, auth::v3::tenant_access_token::internal const& request);

/// Issues the tenant token of a store app. Errors: 99991664 not an app token, 10003 another tenant.
FEISHU_DECL result<auth::v3::tenant_access_token::create::response>
handle(state& tenant, caller const& who, auth::v3::tenant_access_token::create const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/auth/v3/impl/tenant_access_token.ipp>
#endif
