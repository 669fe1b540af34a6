#pragma once

#include <feishu/emulator/handlers/im/v2/chat_button.hpp>
#include <feishu/emulator/handlers/im/v2/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<im::v2::chat_button::update::response> handle(state& tenant, caller const& who,
                                                                 im::v2::chat_button::update const& request) {
    if (request.user_ids.empty())
        return refuse(230001, "user_ids is required");
    if (auto ok = require_own_bot_id(who, request.bot_id); !ok)
        return ok.error();
    auto const where = find_bot_chat(tenant, who, request.chat_id);
    if (!where)
        return where.error();
    im::v2::chat_button::update::response response;
    for (auto const* member : find_chat_members(tenant, who, **where, request.user_id_type,
                                                request.user_ids.values(), response.failed_user_reasons)) {
        auto& card = tenant.feeds().of_chat(member->open_id, (*where)->chat_id);
        card.app = who.app.app_id;
        card.buttons.clear();
        if (request.buttons)
            card.buttons = request.buttons->buttons->values();
    }
    return response;
}

} // namespace feishu::emulator
