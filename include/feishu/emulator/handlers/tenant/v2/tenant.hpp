#pragma once
// Handlers of tenant.v2.tenant; `state::tenant_info` is what it shows.

#include <feishu/api/tenant/v2/tenant.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Gets the tenant; the domain only with the scope tenant:tenant.domain:read. Errors: 1184001 the app is not installed.
FEISHU_DECL result<feishu::tenant::v2::tenant::query::response>
handle(state& tenant, caller const& who, feishu::tenant::v2::tenant::query const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/tenant/v2/impl/tenant.ipp>
#endif
