#pragma once

#include <utility>

#include <feishu/emulator/impl/cards/card_document.hpp>
#include <feishu/emulator/impl/cards/card_update.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL message* find_card_message(state& tenant, feishu::message_id const& id) {
    auto* ephemeral = tenant.cards().find_ephemeral(id);
    return ephemeral != nullptr ? &ephemeral->message : tenant.find_message(id);
}

FEISHU_DECL void show_card(state& tenant, message& in, std::string document) {
    if (auto* entity = tenant.cards().find_sent(in.message_id))
        entity->document = document;
    tenant.cards().drop_copies(in.message_id);
    in.content = std::move(document);
    in.updated = true;
    in.update_time = tenant.now();
}

FEISHU_DECL void show_card(state& tenant, message& in, feishu::open_id const& user, std::string document) {
    tenant.cards().set_copy(in.message_id, user, std::move(document));
    in.updated = true;
    in.update_time = tenant.now();
}

} // namespace feishu::emulator::detail
