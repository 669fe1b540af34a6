#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include <feishu/emulator/handlers/application/v6/application_app_version.hpp>
#include <feishu/emulator/handlers/application/v6/common.hpp>
#include <feishu/emulator/handlers/application/v6/impl/paging.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline app_version const* find_version(app_profile const& of, std::string_view version_id) {
    for (auto const& one : of.versions)
        if (one.version_id == version_id)
            return &one;
    return nullptr;
}

} // namespace detail

FEISHU_DECL result<application::v6::application_app_version::list::response>
handle(state& tenant, caller const& who, application::v6::application_app_version::list const& request) {
    using request_type = application::v6::application_app_version::list;
    auto const found = find_queried_app(tenant, who, request_type::spec, request.app_id);
    if (!found)
        return found.error();
    if (request.order != 0 && request.order != 1)
        return refuse(210514);
    auto const query = "versions/" + (*found)->app_id.str() + '/' + std::to_string(request.order);
    auto const position = detail::read_app_page(query, request.page_token);
    if (!position)
        return position.error();
    auto const& versions = tenant.find_app_profile((*found)->app_id)->versions;
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    auto const size = static_cast<std::size_t>(static_cast<int>(request.page_size));
    auto const end = (std::min)(versions.size(), *position + size);
    request_type::response out;
    for (auto i = *position; i < end; ++i)
        out.items.push_back(
            shown_version(tenant, **found, versions[request.order == 1 ? i : versions.size() - 1 - i], type));
    out.has_more = end < versions.size();
    if (out.has_more)
        out.page_token = make_page_token(query, end);
    return out;
}

FEISHU_DECL result<application::v6::application_app_version::get::response>
handle(state& tenant, caller const& who, application::v6::application_app_version::get const& request) {
    using request_type = application::v6::application_app_version::get;
    auto const found = find_queried_app(tenant, who, request_type::spec, request.app_id);
    if (!found)
        return found.error();
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    if (auto const* own =
            detail::find_version(*tenant.find_app_profile((*found)->app_id), *request.version_id))
        return request_type::response{.app_version = shown_version(tenant, **found, *own, type)};
    for (auto const& other : tenant.apps())
        if (detail::find_version(*tenant.find_app_profile(other.app_id), *request.version_id) != nullptr)
            return refuse(211003);
    return refuse(211002);
}

} // namespace feishu::emulator
