#pragma once
// Checks that the handlers of feed cards and chat buttons share.

#include <string>
#include <vector>

#include <feishu/api/im/v2/models.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/chat.hpp>

namespace feishu::emulator {

class state;

/// The user with this id, if the app may reach them; null otherwise, with `reason` set: unknown, or
/// no_permission if the user is not in the app's availability.
FEISHU_DECL user* find_feed_owner(state& tenant, caller const& who, open<user_id_type> const& type,
                                  std::string const& id, im::v2::feed_card_fail_reason& reason);

/// Members of a chat, by their ids. Each of the others is added to `failed`: 230001 unknown, 230013 not in the
/// app's availability, 230002 not in the chat.
FEISHU_DECL std::vector<user*> find_chat_members(state& tenant, caller const& who, chat const& where,
                                                 open<user_id_type> const& type,
                                                 std::vector<std::string> const& ids,
                                                 std::vector<im::v2::model::failed_user>& failed);

/// A chat that the calling bot is in. Errors: 230001 unknown or dissolved, 230027 the bot is not in it.
FEISHU_DECL result<chat*> find_bot_chat(state& tenant, caller const& who, feishu::chat_id const& id);

/// Requires that a bot_id, if given, is the caller's: its app_id or its open_id. Errors: 230001.
FEISHU_DECL result<void> require_own_bot_id(caller const& who, std::optional<std::string> const& bot_id);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v2/impl/common.ipp>
#endif
