#pragma once
// The endpoint of im.v1.chat_p2p: one-to-one chats of users.

#include <feishu/api/im/v1/chat_p2p.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Users with whom there is no chat are left out. Errors: 232001 more than 200 ids.
FEISHU_DECL result<im::v1::chat_p2p::batch_query::response>
handle(state& tenant, caller const& who, im::v1::chat_p2p::batch_query const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_p2p.ipp>
#endif
