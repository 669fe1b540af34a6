#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

#include <feishu/emulator/handlers/contact/v3/common.hpp>
#include <feishu/emulator/handlers/contact/v3/impl/paging.hpp>
#include <feishu/emulator/handlers/contact/v3/scope.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator {

FEISHU_DECL result<contact::v3::scope::list::response> handle(state& tenant, caller const& who,
                                                              contact::v3::scope::list const& request) {
    contact::v3::scope::list::response out;
    auto const* profile = tenant.find_app_profile(who.app.app_id);
    if (profile == nullptr)
        return out;
    auto const page = detail::page_of("scopes", request, (std::numeric_limits<std::uint32_t>::max)());
    if (!page)
        return page.error();
    auto listed =
        page_of_contacts(tenant, *profile, page->first, page->last - page->first, id_types::of(request));
    out.department_ids = std::move(listed.department_ids);
    out.user_ids = std::move(listed.user_ids);
    out.group_ids = std::move(listed.group_ids);
    out.has_more = listed.next != 0;
    if (out.has_more)
        out.page_token = make_page_token("scopes", listed.next);
    return out;
}

} // namespace feishu::emulator
