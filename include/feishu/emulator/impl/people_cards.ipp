#pragma once
// The members of class state for cards and custom bots.

#include <utility>

#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator {

FEISHU_DECL void state::add_card_template(card_template published) {
    stores_->cards.add(std::move(published));
}

FEISHU_DECL emulator::custom_bot state::add_custom_bot(feishu::chat_id const& chat,
                                                       custom_bot_options options) {
    return stores_->cards.add(emulator::custom_bot{.token = make_id(""),
                                                   .chat = chat,
                                                   .sender = stores_->ids.make("cli_", 16),
                                                   .options = std::move(options)});
}

FEISHU_DECL std::string state::card_of(feishu::message_id const& message, feishu::open_id const& user) {
    if (auto const* own = stores_->cards.find_ephemeral(message))
        return own->visible_to == user && !own->deleted ? own->message.content : std::string();
    auto const* shown = find_message(message);
    auto const* where = shown != nullptr ? find_chat(shown->chat_id) : nullptr;
    if (where == nullptr || !where->has(user) || shown->deleted || shown->removed ||
        shown->msg_type != im::v1::msg_type::interactive)
        return {};
    auto const* copy = stores_->cards.find_copy(message, user);
    return copy != nullptr ? *copy : shown->content;
}

} // namespace feishu::emulator
