#pragma once
// Handlers of im.v2.feed_card: time-sensitive chats.

#include <feishu/api/im/v2/feed_card.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Sets whether a chat is time-sensitive in the feeds of members. Returned as failed: users who are not in the
/// chat. Errors: 230001 unknown chat or no users, 230027 the bot is not in the chat.
FEISHU_DECL result<im::v2::feed_card::patch::response> handle(state& tenant, caller const& who,
                                                              im::v2::feed_card::patch const& request);

/// The same for the one-to-one chats with the bot, which are created on first use. Errors: 230001 no users, or
/// another bot's bot_id.
FEISHU_DECL result<im::v2::feed_card::bot_time_sentive::response>
handle(state& tenant, caller const& who, im::v2::feed_card::bot_time_sentive const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v2/impl/feed_card.ipp>
#endif
