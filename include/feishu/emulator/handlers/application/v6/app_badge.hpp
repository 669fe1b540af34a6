#pragma once
// Handlers of application.v6.app_badge: the numbers on the icon of an app.

#include <feishu/api/application/v6/app_badge.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Sets badge numbers; see app_profile::badges. Errors: 213005 version is not a positive number, 213003 neither pc nor
/// mobile, 213007 user unknown or outside the app's availability, 213006 user resigned or frozen, 213001 and 213002
/// version not newer than that of the pc or mobile badge.
FEISHU_DECL result<application::v6::app_badge::set::response>
handle(state& tenant, caller const& who, application::v6::app_badge::set const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/application/v6/impl/app_badge.ipp>
#endif
