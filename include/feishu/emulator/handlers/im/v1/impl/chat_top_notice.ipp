#pragma once

#include <utility>

#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/handlers/im/v1/chat_top_notice.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline result<chat_with_parts> find_top_notice(state& tenant, caller const& who, endpoint_spec const& spec,
                                               feishu::chat_id const& id) {
    auto found = find_own_group(tenant, who, spec, id);
    if (found && found->parts->only_managers_pin && !acts_as_manager(who, *found->where))
        return refuse(232014);
    return found;
}

} // namespace detail

FEISHU_DECL result<im::v1::chat_top_notice::put_top_notice::response>
handle(state& tenant, caller const& who, im::v1::chat_top_notice::put_top_notice const& request) {
    using request_type = im::v1::chat_top_notice::put_top_notice;
    auto const found = detail::find_top_notice(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    if (request.chat_top_notice->empty())
        return refuse(232001, "chat_top_notice is empty");
    top_notice shown;
    for (auto const& wanted : *request.chat_top_notice) {
        shown = {.type = wanted.action_type.value_or(im::v1::top_notice_type::announcement)};
        if (shown.type != im::v1::top_notice_type::message)
            continue;
        auto const* what = wanted.message_id ? tenant.find_message(*wanted.message_id) : nullptr;
        if (what == nullptr || what->chat_id != *request.chat_id || what->deleted || what->removed)
            return refuse(232001, "invalid message_id");
        shown.message_id = what->message_id;
    }
    if (who.user)
        shown.user = who.user->open_id;
    else
        shown.app = who.app.app_id;
    found->parts->top_notice = std::move(shown);
    return request_type::response{};
}

FEISHU_DECL result<im::v1::chat_top_notice::delete_top_notice::response>
handle(state& tenant, caller const& who, im::v1::chat_top_notice::delete_top_notice const& request) {
    using request_type = im::v1::chat_top_notice::delete_top_notice;
    auto const found = detail::find_top_notice(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    found->parts->top_notice.reset();
    return request_type::response{};
}

} // namespace feishu::emulator
