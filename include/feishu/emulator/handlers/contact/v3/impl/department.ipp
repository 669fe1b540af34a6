#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include <feishu/emulator/handlers/contact/v3/common.hpp>
#include <feishu/emulator/handlers/contact/v3/department.hpp>
#include <feishu/emulator/handlers/contact/v3/impl/paging.hpp>
#include <feishu/emulator/impl/case_folding.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// One page of these departments.
template <class Request>
result<typename Request::response> departments_page(state& tenant, caller const& who, Request const& request,
                                                    std::string const& query,
                                                    department_store::positions const& listed) {
    auto const page = page_of(query, request, listed.size());
    if (!page)
        return page.error();
    typename Request::response out;
    for (auto i = page->first; i != page->last; ++i)
        out.items.push_back(
            shown(tenant, who.app, tenant.departments().at(listed[i]), id_types::of(request)));
    show_page(out, *page);
    return out;
}

} // namespace detail

FEISHU_DECL result<contact::v3::department::get::response>
handle(state& tenant, caller const& who, contact::v3::department::get const& request) {
    auto const types = id_types::of(request);
    auto const* found = find_department(tenant, types.department, request.department_id->str());
    if (found == nullptr)
        return refuse(40015);
    if (!is_visible(tenant, who, *found))
        return refuse(40004);
    return contact::v3::department::get::response{.department = shown(tenant, who.app, *found, types)};
}

FEISHU_DECL result<contact::v3::department::batch::response>
handle(state& tenant, caller const& who, contact::v3::department::batch const& request) {
    constexpr std::size_t most = 50;
    auto const types = id_types::of(request);
    if (request.department_ids->size() == 0 || request.department_ids->size() > most)
        return refuse(40001);
    contact::v3::department::batch::response out;
    bool outside = false;
    for (auto const& id : *request.department_ids) {
        auto const* found = find_department(tenant, types.department, id);
        if (found != nullptr && is_visible(tenant, who, *found))
            out.items.push_back(shown(tenant, who.app, *found, types));
        outside = outside || found != nullptr;
    }
    if (out.items.empty() && outside)
        return refuse(40004);
    return out;
}

FEISHU_DECL result<contact::v3::department::parent::response>
handle(state& tenant, caller const& who, contact::v3::department::parent const& request) {
    using request_type = contact::v3::department::parent;
    if (request.department_id->empty())
        return refuse(44102);
    if (*request.department_id == "0")
        return refuse(40002);
    auto const of = find_visible_department(tenant, who, request_type::spec, id_types::of(request).department,
                                            *request.department_id);
    if (!of)
        return of.error();
    detail::department_store::positions visible;
    for (auto const position : tenant.departments().ancestors_of(**of))
        if (is_visible(tenant, who, tenant.departments().at(position)))
            visible.push_back(position);
    return detail::departments_page(tenant, who, request, "parent/" + (*of)->open_department_id.str(),
                                    visible);
}

FEISHU_DECL result<contact::v3::department::children::response>
handle(state& tenant, caller const& who, contact::v3::department::children const& request) {
    using request_type = contact::v3::department::children;
    auto const of = find_visible_department(tenant, who, request_type::spec, id_types::of(request).department,
                                            request.department_id->str());
    if (!of)
        return of.error();
    auto const& id = (*of)->open_department_id;
    if (!request.fetch_child.value_or(false))
        return detail::departments_page(tenant, who, request, "children/" + id.str(),
                                        tenant.departments().children_of(id));
    auto const most = tenant.settings.max_recursive_departments;
    auto const below = tenant.departments().descendants_of(id, most + 1);
    if (below.size() > most)
        return refuse(43010);
    return detail::departments_page(tenant, who, request, "descendants/" + id.str(), below);
}

FEISHU_DECL result<contact::v3::department::search::response>
handle(state& tenant, caller const& who, contact::v3::department::search const& request) {
    if (request.query->empty())
        return refuse(48001);
    detail::department_store::positions matches;
    auto const wanted = folded(*request.query);
    auto const& all = tenant.departments().all();
    for (std::size_t i = 1; i != all.size(); ++i)
        if (!all[i].deleted && find_folded(all[i].name, wanted) != std::string::npos)
            matches.push_back(static_cast<std::uint32_t>(i));
    auto found = detail::departments_page(tenant, who, request, "search/" + *request.query, matches);
    if (!found)
        return refuse(48001); // this endpoint has one code for page_size and page_token
    return found;
}

} // namespace feishu::emulator
