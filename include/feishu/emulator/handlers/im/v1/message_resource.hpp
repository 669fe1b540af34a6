#pragma once
// Handler of im.v1.message_resource: downloading what a message contains.

#include <feishu/api/im/v1/message_resource.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/resource.hpp>

namespace feishu::emulator {

class state;

/// Downloads a file or an image of a message. Errors: 234001 unknown message, or the wrong type; 234003 not in that
/// message, 234004 not in the chat, 234037 too large, 234043 a card, a sticker, or a child of a merged forward, 230110 deleted.
FEISHU_DECL result<resource> handle(state& tenant, caller const& who,
                                    im::v1::message_resource::get const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/message_resource.ipp>
#endif
