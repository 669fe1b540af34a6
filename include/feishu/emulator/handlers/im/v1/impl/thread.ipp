#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/impl/forwarding.hpp>
#include <feishu/emulator/handlers/im/v1/thread.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<im::v1::thread::forward::response> handle(state& tenant, caller const& who,
                                                             im::v1::thread::forward const& request) {
    using response_type = im::v1::thread::forward::response;
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    auto const& thread = tenant.positions_of(*request.thread_id);
    if (thread.empty())
        return refuse(230019);
    auto const* from = tenant.find_chat(tenant.messages()[thread.front()].chat_id);
    if (from == nullptr || (!from->dissolved && !require_member(who, *from)))
        return refuse(230073);
    if (from->dissolved)
        return refuse(232009);
    constexpr std::size_t limit = 100; // as many as can be merged
    std::vector<message const*> sources;
    for (std::size_t i = 0; i < thread.size() && sources.size() < limit; ++i)
        if (auto const& one = tenant.messages()[thread[i]]; !one.deleted && !one.removed)
            sources.push_back(&one);
    if (sources.empty())
        return refuse(230064);
    auto const target = detail::find_forward_target(tenant, who, request);
    if (!target)
        return target.error();
    if (auto const* first = detail::find_forwarded(tenant, who, request))
        return to_response<response_type>(tenant, *first);
    if (auto ok = require_rate(tenant, *target->where); !ok)
        return ok.error();
    auto& merged = detail::send_merged(tenant, who, *target, std::move(sources));
    detail::record_forwarded(tenant, who, request, merged);
    return to_response<response_type>(tenant, merged);
}

} // namespace feishu::emulator
