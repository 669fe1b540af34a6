#pragma once

#include <feishu/emulator/handlers/im/v1/chat.hpp>
#include <feishu/emulator/handlers/im/v1/chat_managers.hpp>
#include <feishu/emulator/handlers/im/v1/chat_members.hpp>
#include <feishu/emulator/handlers/im/v1/chat_moderation.hpp>
#include <feishu/emulator/handlers/im/v1/chat_p2p.hpp>
#include <feishu/emulator/handlers/im/v2/chat.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/gateway/supported/chats.hpp>

namespace feishu::emulator {

FEISHU_DECL void serve_chats(dispatcher& platform) { platform.serve(chat_endpoints{}); }

} // namespace feishu::emulator
