#pragma once
// The endpoints of im.v1.chat_moderation: who may speak in a group. Both return 232006 for an unknown chat, 232009
// for a dissolved one, 232011 for one that the caller is not in, 232001 for one that is not a group, and 232025
// without the bot ability.

#include <feishu/api/im/v1/chat_moderation.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Lists the moderators. Errors: 232001 invalid page_token.
FEISHU_DECL result<im::v1::chat_moderation::get::response>
handle(state& tenant, caller const& who, im::v1::chat_moderation::get const& request);

/// Errors: 232001 moderators who are not in the group, or without the setting moderator_list; 232017 not a
/// manager.
FEISHU_DECL result<im::v1::chat_moderation::update::response>
handle(state& tenant, caller const& who, im::v1::chat_moderation::update const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_moderation.ipp>
#endif
