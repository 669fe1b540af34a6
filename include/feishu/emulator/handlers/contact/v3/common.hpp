#pragma once
// What the handlers of contact.v3 and the events of the directory share: what an app may access, and what its scopes
// show of it.

#include <string>
#include <string_view>
#include <vector>

#include <feishu/api/contact/v3/models.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/app_profile.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/handlers/user_ids.hpp>
#include <feishu/emulator/department.hpp>

namespace feishu::emulator {

class state;

/// How ids are shown in a response.
struct id_types {
    feishu::user_id_type user = feishu::user_id_type::open_id;
    contact::v3::department_id_type department = contact::v3::department_id_type::open_department_id;

    /// Of a request; a type that does not exist is the default one.
    template <class Request>
    static id_types of(Request const& request) {
        id_types out;
        if constexpr (requires { request.user_id_type; })
            out.user = request.user_id_type.value_or(out.user);
        if constexpr (requires { request.department_id_type; })
            out.department = request.department_id_type.value_or(out.department);
        return out;
    }
};

/// Whether the app has one of the scopes; `legacy` counts those that once allowed access to the whole directory.
FEISHU_DECL bool may_read(app const& who, std::string_view scope, bool legacy = true);

/// Whether the contact scope of the app contains the user or the department.
FEISHU_DECL bool is_in_contacts(state& tenant, app const& who, user const& whom);
FEISHU_DECL bool is_in_contacts(state& tenant, app const& who, department const& what);
/// Likewise for the caller: with a user token, everything is visible.
FEISHU_DECL bool is_visible(state& tenant, caller const& who, user const& whom);
FEISHU_DECL bool is_visible(state& tenant, caller const& who, department const& what);

/// Null if there is no such department.
FEISHU_DECL department* find_department(state& tenant, contact::v3::department_id_type type,
                                        std::string_view id);
/// A department in the contact scope. Errors: 40008 or 40004, whichever the endpoint documents, unknown; 40004 outside.
FEISHU_DECL result<department*> find_visible_department(state& tenant, caller const& who,
                                                        endpoint_spec const& spec,
                                                        contact::v3::department_id_type type,
                                                        std::string_view id);

/// Ids in responses; empty for an unknown one.
FEISHU_DECL std::string shown_id(state& tenant, feishu::department_id const& department,
                                 contact::v3::department_id_type type);
FEISHU_DECL std::vector<std::string> shown_departments(state& tenant, user const& whom,
                                                       contact::v3::department_id_type type);

FEISHU_DECL contact::v3::model::avatar avatar_of(user const& whom);
FEISHU_DECL contact::v3::model::user_status status_of(user const& whom);
/// A user and a department as responses and events show them to an app.
FEISHU_DECL contact::v3::model::user shown(state& tenant, app const& to, user const& whom, id_types types);
FEISHU_DECL contact::v3::model::department shown(state& tenant, app const& to, department const& what,
                                                 id_types types);

/// A page of the contact scope: departments, then users.
struct contacts_page {
    std::vector<std::string> department_ids{};
    std::vector<std::string> user_ids{};
    std::vector<std::string> group_ids{};
    std::size_t next = 0; ///< 0 on the last page
};
/// The page of `size` entries from `position`. Of the whole directory, the departments and users below the root.
FEISHU_DECL contacts_page page_of_contacts(state& tenant, app_profile const& of, std::size_t position,
                                           std::size_t size, id_types types);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/contact/v3/impl/common.ipp>
#endif
