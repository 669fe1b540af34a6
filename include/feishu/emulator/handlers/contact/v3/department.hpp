#pragma once
// Handlers of contact.v3.department. What a response shows of a department depends on the scopes of the app.

#include <feishu/api/contact/v3/department.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Gets a department; the root department has the name of the tenant. Errors: 40015 unknown, 40004 outside the contact
/// scope.
FEISHU_DECL result<contact::v3::department::get::response>
handle(state& tenant, caller const& who, contact::v3::department::get const& request);

/// Gets departments; unknown ones and those outside the contact scope are left out. Errors: 40001 no id, or more than
/// 50; 40004 all of them are outside.
FEISHU_DECL result<contact::v3::department::batch::response>
handle(state& tenant, caller const& who, contact::v3::department::batch const& request);

/// Lists the ancestors in the contact scope, from the parent up, without the root department. Errors: 44102 no
/// department_id, 40002 the root department, 40008 unknown, 40004 outside the contact scope, 40011 page_size, 40012
/// page_token of another query.
FEISHU_DECL result<contact::v3::department::parent::response>
handle(state& tenant, caller const& who, contact::v3::department::parent const& request);

/// Lists the children, or all descendants, of which there may be `settings::max_recursive_departments`. Errors: 40008
/// unknown, 40004 outside the contact scope, 40011 page_size, 40012 page_token of another query, 43010 too many
/// descendants.
FEISHU_DECL result<contact::v3::department::children::response>
handle(state& tenant, caller const& who, contact::v3::department::children const& request);

/// Searches for a part of the name. Errors: 48001 an empty keyword, page_size or page_token.
FEISHU_DECL result<contact::v3::department::search::response>
handle(state& tenant, caller const& who, contact::v3::department::search const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/contact/v3/impl/department.ipp>
#endif
