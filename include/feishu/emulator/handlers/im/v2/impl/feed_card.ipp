#pragma once

#include <feishu/emulator/handlers/im/v2/common.hpp>
#include <feishu/emulator/handlers/im/v2/feed_card.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<im::v2::feed_card::patch::response> handle(state& tenant, caller const& who,
                                                              im::v2::feed_card::patch const& request) {
    if (request.user_ids->empty())
        return refuse(230001, "user_ids is required");
    auto const where = find_bot_chat(tenant, who, feishu::chat_id(request.feed_card_id->str()));
    if (!where)
        return where.error();
    im::v2::feed_card::patch::response response;
    for (auto const* member : find_chat_members(tenant, who, **where, request.user_id_type,
                                                request.user_ids->values(), response.failed_user_reasons))
        tenant.feeds().of_chat(member->open_id, (*where)->chat_id).time_sensitive = *request.time_sensitive;
    return response;
}

FEISHU_DECL result<im::v2::feed_card::bot_time_sentive::response>
handle(state& tenant, caller const& who, im::v2::feed_card::bot_time_sentive const& request) {
    if (request.user_ids->empty())
        return refuse(230001, "user_ids is required");
    if (auto ok = require_own_bot_id(who, request.bot_id); !ok)
        return ok.error();
    im::v2::feed_card::bot_time_sentive::response response;
    for (auto const& id : *request.user_ids) {
        im::v2::feed_card_fail_reason reason;
        auto const* whose = find_feed_owner(tenant, who, request.user_id_type, id, reason);
        // An unknown user is in no chat: the empty chat yields the reason.
        auto const& where = whose != nullptr ? tenant.p2p_chat(who, whose->open_id) : chat{};
        for (auto const* member :
             find_chat_members(tenant, who, where, request.user_id_type, {id}, response.failed_user_reasons))
            tenant.feeds().of_chat(member->open_id, where.chat_id).time_sensitive = *request.time_sensitive;
    }
    return response;
}

} // namespace feishu::emulator
