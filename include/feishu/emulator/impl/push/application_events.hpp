#pragma once
// Creates the events of apps: versions, feedback, availability, and the life of store apps in the tenant.

#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/app_profile.hpp>
#include <feishu/emulator/directory.hpp>

namespace feishu::emulator {

class state;

namespace events {

// For every app that may know about the others.

FEISHU_DECL void app_created(state& tenant, app const& what, feishu::open_id const& by);
FEISHU_DECL void version_submitted(state& tenant, app const& of, app_version const& what,
                                   feishu::open_id const& by);
FEISHU_DECL void version_withdrawn(state& tenant, app const& of, app_version const& what,
                                   feishu::open_id const& by);
FEISHU_DECL void version_reviewed(state& tenant, app const& of, app_version const& what,
                                  feishu::open_id const& by, std::string const& remark);

// For the app itself.

FEISHU_DECL void feedback_created(state& tenant, app const& of, app_feedback const& what);
FEISHU_DECL void feedback_updated(state& tenant, app const& of, std::vector<std::string> const& ids,
                                  int status, feishu::open_id const& by);
FEISHU_DECL void visibility_added(state& tenant, app const& of, user const& who);

// For the store app itself; schema 1.0.

FEISHU_DECL void app_opened(state& tenant, app const& which, feishu::open_id const& by);
/// `status` is the platform's: start_by_tenant, stop_by_tenant.
FEISHU_DECL void app_status_changed(state& tenant, app const& which, std::string_view status,
                                    feishu::open_id const& by);
FEISHU_DECL void app_uninstalled(state& tenant, app const& which);
FEISHU_DECL void order_paid(state& tenant, app const& which, app_order const& order);

} // namespace events
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/application_events.ipp>
#endif
