#pragma once
// Creates the platform's events for changes in the tenant, from the structs that programs receive: which apps
// get an event, and what it contains. If `app::scopes` is set, an app gets only the events that its scopes
// allow.

#include <string>
#include <vector>

#include <feishu/api/callback/v1/models.hpp>
#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/chat.hpp>
#include <feishu/emulator/directory.hpp>
#include <feishu/emulator/impl/push/outbound_event.hpp>
#include <feishu/emulator/message.hpp>

namespace feishu::emulator {

class state;

namespace events {

/// A message, for the bots in the chat. In groups, scopes allow all messages of users or those that mention the bot;
/// another bot's message only if it mentions the bot.
FEISHU_DECL void sent(state& tenant, message const& what);
/// Messages were read in a one-to-one chat, for the bot that sent them.
FEISHU_DECL void read(state& tenant, user const& reader, std::vector<message const*> const& messages);
FEISHU_DECL void recalled(state& tenant, message const& what, im::v1::recall_type type);
FEISHU_DECL void reaction_added(state& tenant, message const& what, reaction const& added);
FEISHU_DECL void reaction_removed(state& tenant, message const& what, reaction const& removed);

FEISHU_DECL void menu_tapped(state& tenant, feishu::app_id const& bot, user const& who,
                             std::string event_key);
/// The current ticket of a store app; schema 1.0.
FEISHU_DECL void app_ticket(state& tenant, app const& store_app);

/// The callback for a user's interaction with a card of `sender`.
FEISHU_DECL outbound_event card_action(state& tenant, app const& sender, message const& card, user const& who,
                                       callback::v1::model::card_action action);
/// The same as card.action.trigger_v1, for apps that are configured so.
FEISHU_DECL outbound_event legacy_card_action(state& tenant, app const& sender, message const& card,
                                              user const& who, callback::v1::model::card_action action);
/// The callback for a link that a user's client displays in a chat. Its preview token is a new one by
/// default.
FEISHU_DECL outbound_event link_preview(state& tenant, app const& to, chat const& where, user const& who,
                                        std::string url, std::string token = {});

} // namespace events
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/events.ipp>
#endif
