#pragma once

#include <utility>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/impl/forwarding.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<im::v1::message::forward::response> handle(state& tenant, caller const& who,
                                                              im::v1::message::forward const& request) {
    using response_type = im::v1::message::forward::response;
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    auto const* source = tenant.find_message(request.message_id);
    if (auto const problem = detail::forward_problem(tenant, who, source); problem != 0)
        return refuse(problem);
    if (!detail::can_forward(source->msg_type))
        return refuse(230061);
    auto const target = detail::find_forward_target(tenant, who, request);
    if (!target)
        return target.error();
    if (auto const* first = detail::find_forwarded(tenant, who, request))
        return to_response<response_type>(tenant, *first);
    if (auto ok = require_rate(tenant, *target->where); !ok)
        return ok.error();
    auto draft = detail::copy_of(*source, who, *target);
    detail::reply_to_thread(tenant, draft, target->thread);
    auto& sent = tenant.add_message(std::move(draft));
    tenant.share_children(source->message_id, sent.message_id);
    detail::record_forwarded(tenant, who, request, sent);
    return to_response<response_type>(tenant, sent);
}

FEISHU_DECL result<im::v1::message::merge_forward::response>
handle(state& tenant, caller const& who, im::v1::message::merge_forward const& request) {
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    im::v1::message::merge_forward::response response;
    auto const sources = detail::collect_sources(tenant, who, request.message_id_list->values(),
                                                 response.invalid_message_id_list);
    if (!sources)
        return sources.error();
    if (auto ok = detail::require_mergeable(*sources); !ok)
        return ok.error();
    auto const target = detail::find_forward_target(tenant, who, request);
    if (!target)
        return target.error();
    if (auto const* first = detail::find_forwarded(tenant, who, request)) {
        response.message = shown(tenant, *first);
        return response;
    }
    if (auto ok = require_rate(tenant, *target->where); !ok)
        return ok.error();
    auto& merged = detail::send_merged(tenant, who, *target, *sources);
    detail::record_forwarded(tenant, who, request, merged);
    response.message = shown(tenant, merged);
    return response;
}

} // namespace feishu::emulator
