#pragma once
// What changes the card of a message that was sent.

#include <string>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/message.hpp>

namespace feishu::emulator {

class state;

namespace detail {

/// The message of a card, an ephemeral one included; null if there is none.
FEISHU_DECL message* find_card_message(state& tenant, feishu::message_id const& id);

/// Replaces the card for all users. `document` was checked.
FEISHU_DECL void show_card(state& tenant, message& in, std::string document);

/// Replaces the card for one user, who sees a copy of their own from now on.
FEISHU_DECL void show_card(state& tenant, message& in, feishu::open_id const& user, std::string document);

} // namespace detail
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/cards/card_update.ipp>
#endif
