#pragma once
// Handlers of application.v6.application and application_visibility: what the consoles know about apps.

#include <feishu/api/application/v6/application.hpp>
#include <feishu/api/application/v6/application_visibility.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Gets an app, without its secrets. Errors: 210503 no app_id, 210504 not installed, 210505 a store app, 210506
/// unknown, 210508 another app without the scope admin:app.info:readonly.
FEISHU_DECL result<application::v6::application::get::response>
handle(state& tenant, caller const& who, application::v6::application::get const& request);

/// Gets the contact scope of an app. Errors: 210500 page_token malformed, 210501 page_token of another query, 210503,
/// 210504, 210505, 210506 as for get.
FEISHU_DECL result<application::v6::application::contacts_range_configuration::response>
handle(state& tenant, caller const& who,
       application::v6::application::contacts_range_configuration const& request);

/// Checks the availability of an app: users by its lists; departments and groups are available if everyone is. Errors:
/// 210001 no id, an unknown one, or an unknown app.
FEISHU_DECL result<application::v6::application_visibility::check_white_black_list::response>
handle(state& tenant, caller const& who,
       application::v6::application_visibility::check_white_black_list const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/application/v6/impl/application.ipp>
#endif
