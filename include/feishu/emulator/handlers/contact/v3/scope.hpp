#pragma once
// Handlers of contact.v3.scope: the contact scope of the calling app.

#include <feishu/api/contact/v3/scope.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Lists departments, then users; the user groups on the first page. Errors: 40012 page_token of another query.
FEISHU_DECL result<contact::v3::scope::list::response> handle(state& tenant, caller const& who,
                                                              contact::v3::scope::list const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/contact/v3/impl/scope.ipp>
#endif
