#pragma once
// What the handlers of application.v6 and the events of apps share.

#include <set>
#include <string>
#include <vector>

#include <feishu/api/application/v6/models.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/app_profile.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// The app that a request is about: `me`, or an app_id. Errors, if the endpoint documents them: 210503 no app_id,
/// 210506 unknown, 210504 not installed, 210505 a store app although the endpoint serves custom apps, 210508 another
/// app without the scope to query others. Otherwise 210001.
FEISHU_DECL result<app*> find_queried_app(state& tenant, caller const& who, endpoint_spec const& spec,
                                          feishu::app_id const& id);

/// The version that was published last; null if there is none.
FEISHU_DECL app_version const* online_version(app_profile const& of);
/// The newest version under review; null if there is none.
FEISHU_DECL app_version const* pending_version(app_profile const& of);

/// A version as responses show it.
FEISHU_DECL application::v6::model::application_version
shown_version(state& tenant, app const& of, app_version const& what, user_id_type type);
/// Name and description in the app's primary language.
FEISHU_DECL application::v6::model::app_i18n_info shown_text(app const& of, app_profile const& profile);
/// Scopes as responses show them.
FEISHU_DECL std::vector<application::v6::model::app_scope> shown_scopes(std::set<std::string> const& scopes);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/application/v6/impl/common.ipp>
#endif
