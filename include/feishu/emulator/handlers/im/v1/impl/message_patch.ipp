#pragma once

#include <chrono>
#include <utility>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/impl/cards/card_document.hpp>
#include <feishu/emulator/impl/cards/card_update.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<im::v1::message::patch::response> handle(state& tenant, caller const& who,
                                                            im::v1::message::patch const& request) {
    using request_type = im::v1::message::patch;
    auto const found =
        find_visible_message(tenant, who, request_type::spec, request.message_id, recalled::refuse);
    if (!found)
        return found.error();
    auto& message = **found;
    if (message.msg_type != im::v1::msg_type::interactive)
        return refuse(230001, "this message is not a card");
    if (!sent_by(who, message))
        return refuse(230027);
    if (tenant.now() - message.create_time > detail::card_lifetime)
        return refuse(230031);
    auto const& where = *tenant.find_chat(message.chat_id);
    if (where.mode == chat_mode::p2p)
        for (auto const& id : where.members)
            if (auto ok = require_available(who, *tenant.find_user(id)); !ok)
                return ok.error();
    if (tenant.settings.documented_rates &&
        !tenant.cards().take(message.message_id.str(), 5, 300, tenant.now()))
        return refuse(230020);
    auto content = store_content(tenant, "interactive", request.content->document(), who.app.app_id);
    if (!content)
        return content.error();
    auto const before = detail::parse_card(message.content);
    auto const after = detail::parse_card(content->document);
    if (!detail::is_shared(before) || !detail::is_shared(after))
        return detail::card_error({300090, "update_multi must be true", "config.update_multi", {}});
    if (detail::is_card_2(before) && !detail::is_card_2(after))
        return detail::card_error({200830, "a card of schema 2.0 cannot become one of 1.0", "schema", {}});
    detail::show_card(tenant, message, std::move(content->document));
    return request_type::response{};
}

} // namespace feishu::emulator
