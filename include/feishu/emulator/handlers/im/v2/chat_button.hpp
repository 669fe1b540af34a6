#pragma once
// Handler of im.v2.chat_button: buttons of chats in the feeds of users.

#include <feishu/api/im/v2/chat_button.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Replaces the buttons of a chat in the feeds of members; without buttons they are removed. Returned as
/// failed: users who are not in the chat. Errors: 230001 unknown chat, no users, or another bot's bot_id;
/// 230027 the bot is not in the chat.
FEISHU_DECL result<im::v2::chat_button::update::response> handle(state& tenant, caller const& who,
                                                                 im::v2::chat_button::update const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v2/impl/chat_button.ipp>
#endif
