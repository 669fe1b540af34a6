#pragma once
// What the token endpoints have in common: credentials.

#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu::emulator {

/// The app with these credentials. Errors: 10003 an app_id that cannot be one, or an app of the other kind;
/// 10014 an unknown app or a wrong secret.
FEISHU_DECL result<emulator::app*> require_credentials(state& tenant, feishu::app_id const& id,
                                                       std::string_view secret, bool store);

/// Seconds until a token ends, as answers say it.
FEISHU_DECL int seconds_left(state const& tenant, issued_token const& token);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/auth/v3/impl/common.ipp>
#endif
