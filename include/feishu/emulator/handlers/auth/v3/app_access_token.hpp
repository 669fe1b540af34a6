#pragma once
// Handlers of auth.v3.app_access_token: the app token of a store app or a custom app, the same one while it has 30
// minutes left.

#include <feishu/api/auth/v3/app_access_token.hpp>
#include <feishu/core/error.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator {

/// Issues the app token of a store app. Errors: 10012 not the most recent ticket; 10003 a malformed app_id,
/// or a custom app's; 10014 an unknown app or a wrong secret.
FEISHU_DECL result<auth::v3::app_access_token::create::response>
handle(state& tenant, caller const& who, auth::v3::app_access_token::create const& request);

/// Issues the app token of a custom app, and its tenant token. Errors: 10003 a malformed app_id, or a store app's; 10014
/// an unknown app or a wrong secret.
FEISHU_DECL result<auth::v3::app_access_token::internal::response>
handle(state& tenant, caller const& who, auth::v3::app_access_token::internal const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/auth/v3/impl/app_access_token.ipp>
#endif
