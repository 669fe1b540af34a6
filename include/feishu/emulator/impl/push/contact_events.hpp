#pragma once
// Creates the events of the directory, for the apps whose contact scope contains what changed.

#include <optional>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/app_profile.hpp>
#include <feishu/emulator/department.hpp>
#include <feishu/emulator/directory.hpp>

namespace feishu::emulator {

class state;

namespace events {

FEISHU_DECL void user_created(state& tenant, user const& who);
FEISHU_DECL void user_updated(state& tenant, user const& who, user const& before);
FEISHU_DECL void user_deleted(state& tenant, user const& who, user const& before);
FEISHU_DECL void department_created(state& tenant, department const& what);
FEISHU_DECL void department_updated(state& tenant, department const& what, department const& before);
FEISHU_DECL void department_deleted(state& tenant, department const& what);
/// For the app itself; the whole directory, if not set, is the root department.
FEISHU_DECL void contact_scope_updated(state& tenant, app const& of,
                                       std::optional<contact_scope> const& before,
                                       std::optional<contact_scope> const& after);

} // namespace events
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/contact_events.ipp>
#endif
