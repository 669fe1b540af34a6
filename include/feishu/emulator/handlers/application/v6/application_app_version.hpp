#pragma once
// Handlers of application.v6.application_app_version: the versions of an app.

#include <feishu/api/application/v6/application_app_version.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Lists the versions, by default the newest first. Errors: 210514 order, 210500 page_token malformed, 210501
/// page_token of another query; 210503, 210504, 210505, 210506, 210508 as for application.get.
FEISHU_DECL result<application::v6::application_app_version::list::response>
handle(state& tenant, caller const& who, application::v6::application_app_version::list const& request);

/// Gets a version. Errors: 211002 unknown, 211003 of another app; 210503, 210504, 210505, 210506, 210508 as for
/// application.get.
FEISHU_DECL result<application::v6::application_app_version::get::response>
handle(state& tenant, caller const& who, application::v6::application_app_version::get const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/application/v6/impl/application_app_version.ipp>
#endif
