#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include <feishu/emulator/handlers/contact/v3/common.hpp>
#include <feishu/emulator/handlers/contact/v3/impl/paging.hpp>
#include <feishu/emulator/handlers/contact/v3/user.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// The entry for one address or number: with an id if the app may find the user by it.
inline contact::v3::model::user_contact_info found_contact(state& tenant, caller const& who,
                                                           user const* found,
                                                           contact::v3::user::batch_get_id const& request) {
    contact::v3::model::user_contact_info out;
    if (found == nullptr || !is_visible(tenant, who, *found))
        return out;
    if (found->resigned && !request.include_resigned.value_or(false))
        return out;
    out.user_id = found->id(id_types::of(request).user);
    if (may_read(who.app, "contact:user.employee:readonly"))
        out.status = status_of(*found);
    return out;
}

} // namespace detail

FEISHU_DECL result<contact::v3::user::get::response> handle(state& tenant, caller const& who,
                                                            contact::v3::user::get const& request) {
    auto const types = id_types::of(request);
    auto const* found = tenant.find_user(types.user, *request.user_id);
    if (found == nullptr)
        return refuse(41012);
    if (!is_visible(tenant, who, *found))
        return refuse(41050);
    return contact::v3::user::get::response{.user = shown(tenant, who.app, *found, types)};
}

FEISHU_DECL result<contact::v3::user::batch::response> handle(state& tenant, caller const& who,
                                                              contact::v3::user::batch const& request) {
    constexpr std::size_t most = 50;
    auto const types = id_types::of(request);
    if (request.user_ids->size() == 0 || request.user_ids->size() > most)
        return refuse(40001);
    contact::v3::user::batch::response out;
    bool outside = false;
    for (auto const& id : *request.user_ids) {
        auto const* found = tenant.find_user(types.user, id);
        if (found != nullptr && is_visible(tenant, who, *found))
            out.items.push_back(shown(tenant, who.app, *found, types));
        outside = outside || found != nullptr;
    }
    if (out.items.empty() && outside)
        return refuse(41050);
    return out;
}

FEISHU_DECL result<contact::v3::user::basic_batch::response>
handle(state& tenant, caller const&, contact::v3::user::basic_batch const& request) {
    auto const types = id_types::of(request);
    contact::v3::user::basic_batch::response out;
    for (auto const& id : *request.user_ids) {
        if (id.empty())
            return refuse(40001);
        auto const* found = tenant.find_user(types.user, id);
        if (found == nullptr)
            continue;
        auto& one = out.users.emplace_back();
        one.user_id = id;
        one.name = found->name;
        one.i18n_name.zh_cn = found->name;
        if (!found->profile->en_name.empty())
            one.i18n_name.en_us = found->profile->en_name;
    }
    return out;
}

FEISHU_DECL result<contact::v3::user::batch_get_id::response>
handle(state& tenant, caller const& who, contact::v3::user::batch_get_id const& request) {
    contact::v3::user::batch_get_id::response out;
    for (auto const& email : request.emails) {
        out.user_list.push_back(detail::found_contact(tenant, who, tenant.find_user(email), request));
        out.user_list.back().email = email;
    }
    for (auto const& mobile : request.mobiles) {
        out.user_list.push_back(
            detail::found_contact(tenant, who, tenant.find_user_by_mobile(mobile), request));
        out.user_list.back().mobile = mobile;
    }
    return out;
}

FEISHU_DECL result<contact::v3::user::find_by_department::response>
handle(state& tenant, caller const& who, contact::v3::user::find_by_department const& request) {
    using request_type = contact::v3::user::find_by_department;
    auto const types = id_types::of(request);
    auto const where =
        find_visible_department(tenant, who, request_type::spec, types.department, *request.department_id);
    if (!where)
        return where.error();
    auto const& members = tenant.departments().members_of(**where);
    auto const page =
        detail::page_of("members/" + (*where)->open_department_id.str(), request, members.size());
    if (!page)
        return page.error();
    request_type::response out;
    for (auto i = page->first; i != page->last; ++i)
        out.items.push_back(shown(tenant, who.app, tenant.users()[members[i]], types));
    detail::show_page(out, *page);
    return out;
}

} // namespace feishu::emulator
