#pragma once
// Handler of docx.v1.chat_announcement: the basic information of an announcement.

#include <feishu/api/docx/v1/chat_announcement.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Gets type, revision, owner and times; also of a legacy announcement. Errors: 1772025 no bot ability,
/// 1770002 unknown or dissolved chat, 1772003 not in the chat, 1772001 not a group.
FEISHU_DECL result<docx::v1::chat_announcement::get::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement::get const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/docx/v1/impl/chat_announcement.ipp>
#endif
