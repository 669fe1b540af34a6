#pragma once
// Handlers of passport.v1.session: the sessions of users at their clients. A login to an app begins one on the web.

#include <feishu/api/passport/v1/session.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Lists the sessions of users; unknown ones have none.
FEISHU_DECL result<passport::v1::session::query::response>
handle(state& tenant, caller const& who, passport::v1::session::query const& request);

/// Ends sessions of a user, or the one with a sid. Errors: 1080001 the member that logout_type needs is missing, or the
/// user unknown; 1084001 an unknown sid.
FEISHU_DECL result<passport::v1::session::logout::response>
handle(state& tenant, caller const& who, passport::v1::session::logout const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/passport/v1/impl/session.ipp>
#endif
