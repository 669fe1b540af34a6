#pragma once
// The credentials check that the token endpoints share.

#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator {

/// Finds the app with these credentials; `store` selects the type of app. Errors: 10003 a malformed app_id,
/// or an app of the other type; 10014 an unknown app or a wrong secret.
FEISHU_DECL result<emulator::app*> require_credentials(state& tenant, feishu::app_id const& id,
                                                       std::string_view secret, bool store);

/// The remaining lifetime of a token in seconds, as in responses.
FEISHU_DECL int seconds_left(state const& tenant, issued_token const& token);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/auth/v3/impl/common.ipp>
#endif
