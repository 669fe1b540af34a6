#pragma once
// Handlers of application.v6.scope: the scopes of the calling app.

#include <feishu/api/application/v6/scope.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Lists the scopes that the app has, and those that it requests without having them. Errors: 212100 not installed.
FEISHU_DECL result<application::v6::scope::list::response>
handle(state& tenant, caller const& who, application::v6::scope::list const& request);

/// Applies for the scopes that are not granted; `state::decide_scopes` decides. Errors: 212002 there are none, 212001
/// all of them are highly sensitive, 212004 applied for already, 212003 `settings::max_scope_applications` made.
FEISHU_DECL result<application::v6::scope::apply::response>
handle(state& tenant, caller const& who, application::v6::scope::apply const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/application/v6/impl/scope.ipp>
#endif
