#pragma once
// Handler of im.v1.thread: forwarding a thread.

#include <feishu/api/im/v1/thread.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Forwards a thread as a merged forward of its first 100 messages. Errors: 230019 unknown thread, 230073 not in its
/// chat, 230064 without messages, and those of im.v1.message.forward for the receiver.
FEISHU_DECL result<im::v1::thread::forward::response> handle(state& tenant, caller const& who,
                                                             im::v1::thread::forward const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/thread.ipp>
#endif
