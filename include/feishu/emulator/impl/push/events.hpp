#pragma once
// From changes in the tenant to the platform's events, as the structs that a program receives: which apps get one, and
// what it contains. An app gets the events that its scopes allow, if `app::scopes` is set.

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

/// Bots in the chat receive what users say, as their scopes allow: in groups everything, or what mentions them.
FEISHU_DECL void sent(state& tenant, message const& what);
/// A bot is notified that its messages were read in a one-to-one chat.
FEISHU_DECL void read(state& tenant, user const& reader, std::vector<message const*> const& messages);
FEISHU_DECL void recalled(state& tenant, message const& what, im::v1::recall_type type);
FEISHU_DECL void reaction_added(state& tenant, message const& what, reaction const& added);
FEISHU_DECL void reaction_removed(state& tenant, message const& what, reaction const& removed);

FEISHU_DECL void member_added(state& tenant, chat const& where, user const& who, feishu::open_id const& by);
FEISHU_DECL void member_deleted(state& tenant, chat const& where, user const& who, feishu::open_id const& by);
/// Only the bot itself is notified.
FEISHU_DECL void bot_added(state& tenant, chat const& where, feishu::app_id const& bot,
                           feishu::open_id const& by);
FEISHU_DECL void bot_deleted(state& tenant, chat const& where, feishu::app_id const& bot,
                             feishu::open_id const& by);
FEISHU_DECL void renamed(state& tenant, chat const& where, std::string const& before,
                         feishu::open_id const& by);
FEISHU_DECL void dissolved(state& tenant, chat const& where, feishu::open_id const& by);

FEISHU_DECL void entered(state& tenant, chat const& where, feishu::app_id const& bot, user const& who);
FEISHU_DECL void menu_tapped(state& tenant, feishu::app_id const& bot, user const& who,
                             std::string event_key);
/// The most recent ticket of a store app; schema 1.0.
FEISHU_DECL void app_ticket(state& tenant, app const& store_app);

/// The callback when a user interacts with a card of `sender`.
FEISHU_DECL outbound_event card_action(state& tenant, app const& sender, message const& card, user const& who,
                                       callback::v1::model::card_action action);
/// The callback when a user's client displays a link in a chat.
FEISHU_DECL outbound_event link_preview(state& tenant, app const& to, chat const& where, user const& who,
                                        std::string url);

} // namespace events
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/events.ipp>
#endif
