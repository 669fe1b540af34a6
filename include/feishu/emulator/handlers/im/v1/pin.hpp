#pragma once
// Handlers of im.v1.pin: pinned messages of chats.

#include <feishu/api/im/v1/pin.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Pins a message; pinning it again returns the first pin. Errors: 230001 unknown, 230002 not in the chat, 230045
/// unknown chat, 230011 recalled or deleted, 230050 a child of a merged forward, 230054 a system message, 232009 chat
/// dissolved.
FEISHU_DECL result<im::v1::pin::create::response> handle(state& tenant, caller const& who,
                                                         im::v1::pin::create const& request);

/// Unpins a message; one that is not pinned too. Errors: 230001 unknown, 230002 not in the chat, 230045 unknown chat,
/// 232009 chat dissolved.
FEISHU_DECL result<im::v1::pin::delete_::response> handle(state& tenant, caller const& who,
                                                          im::v1::pin::delete_ const& request);

/// Lists the pinned messages of a chat, newest first. Errors: 230001 unknown chat, or a page_token of another query;
/// 230002 not in the chat.
FEISHU_DECL result<im::v1::pin::list::response> handle(state& tenant, caller const& who,
                                                       im::v1::pin::list const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/pin.ipp>
#endif
