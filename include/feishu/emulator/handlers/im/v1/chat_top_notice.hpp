#pragma once
// Handlers of im.v1.chat_top_notice: what is pinned to the top of a group. Both refuse with 232025 no bot
// ability, 232001 unknown chat or not a group, 232009 dissolved chat, 232011 not in the chat, 232014 if only
// managers may pin.

#include <feishu/api/im/v1/chat_top_notice.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Pins a message or the announcement; of several the last one is shown. Errors: 232001 nothing to pin, or a
/// message that is recalled, deleted, or not in the group.
FEISHU_DECL result<im::v1::chat_top_notice::put_top_notice::response>
handle(state& tenant, caller const& who, im::v1::chat_top_notice::put_top_notice const& request);

/// Removes the top notice; succeeds if there is none.
FEISHU_DECL result<im::v1::chat_top_notice::delete_top_notice::response>
handle(state& tenant, caller const& who, im::v1::chat_top_notice::delete_top_notice const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_top_notice.ipp>
#endif
