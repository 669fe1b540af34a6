#pragma once

#include <algorithm>
#include <cstddef>

#include <feishu/emulator/handlers/event/v1/event.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<event_::v1::connection::get::response> handle(state& tenant, caller const& who,
                                                                 event_::v1::connection::get const&) {
    auto const count = tenant.count_connections ? tenant.count_connections(who.app.app_id) : 0;
    return event_::v1::connection::get::response{.online_instance_cnt = static_cast<int>(count)};
}

FEISHU_DECL result<event_::v1::outbound_ip::list::response>
handle(state& tenant, caller const&, event_::v1::outbound_ip::list const& request) {
    auto const& all = tenant.tenant_info.outbound_ips;
    int const size = request.page_size ? static_cast<int>(*request.page_size) : 10;
    if (size < 1)
        return refuse(1810001);
    std::size_t i = 0;
    if (request.page_token && !request.page_token->empty()) {
        auto const position = read_page_token("outbound_ips", *request.page_token);
        if (!position)
            return refuse(1810001);
        i = static_cast<std::size_t>(*position);
    }
    event_::v1::outbound_ip::list::response out;
    auto const end = (std::min)(all.size(), i + static_cast<std::size_t>(size));
    for (; i < end; ++i)
        out.ip_list.push_back(all[i]);
    out.has_more = i < all.size();
    if (out.has_more)
        out.page_token = make_page_token("outbound_ips", i);
    return out;
}

} // namespace feishu::emulator
