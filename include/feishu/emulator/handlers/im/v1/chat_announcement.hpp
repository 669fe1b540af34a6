#pragma once
// Handlers of im.v1.chat_announcement: legacy announcements. Both refuse with 232025 no bot ability, 232001
// unknown chat, 232009 or 232011 dissolved chat, 232011 not in the chat, 232003 not a group, 232097 an
// announcement of the current type, 232066 not shared.

#include <feishu/api/im/v1/chat_announcement.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Gets the document.
FEISHU_DECL result<im::v1::chat_announcement::get::response>
handle(state& tenant, caller const& who, im::v1::chat_announcement::get const& request);

/// Changes the document, completely or not at all. Errors: 232002 only owner and managers may, 232066 read-only,
/// 232001 revision is not a number or later than the latest, 232018 a revision more than 100 ago, or a malformed
/// request.
FEISHU_DECL result<im::v1::chat_announcement::patch::response>
handle(state& tenant, caller const& who, im::v1::chat_announcement::patch const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_announcement.ipp>
#endif
