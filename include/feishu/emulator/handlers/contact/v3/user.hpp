#pragma once
// Handlers of contact.v3.user. What a response shows of a user depends on the scopes of the app.

#include <feishu/api/contact/v3/user.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Gets a user. Errors: 41012 unknown, 41050 outside the contact scope.
FEISHU_DECL result<contact::v3::user::get::response> handle(state& tenant, caller const& who,
                                                            contact::v3::user::get const& request);

/// Gets users; unknown ones and those outside the contact scope are left out. Errors: 40001 no id, or more than 50;
/// 41050 all of them are outside.
FEISHU_DECL result<contact::v3::user::batch::response> handle(state& tenant, caller const& who,
                                                              contact::v3::user::batch const& request);

/// Gets names; unknown users are left out. Errors: 40001 an empty id.
FEISHU_DECL result<contact::v3::user::basic_batch::response>
handle(state& tenant, caller const& who, contact::v3::user::basic_batch const& request);

/// Looks up ids by e-mail addresses, then by phone numbers; without an id for unknown ones, for users who have left,
/// and for those outside the contact scope.
FEISHU_DECL result<contact::v3::user::batch_get_id::response>
handle(state& tenant, caller const& who, contact::v3::user::batch_get_id const& request);

/// Lists the direct members of a department. Errors: 40004 unknown department, or outside the contact scope; 40011
/// page_size, 40012 page_token of another query.
FEISHU_DECL result<contact::v3::user::find_by_department::response>
handle(state& tenant, caller const& who, contact::v3::user::find_by_department const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/contact/v3/impl/user.ipp>
#endif
