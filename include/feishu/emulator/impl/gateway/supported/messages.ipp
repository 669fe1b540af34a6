#pragma once

#include <feishu/emulator/handlers/im/v1/batch_message.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/handlers/im/v1/message_reaction.hpp>
#include <feishu/emulator/handlers/im/v1/pin.hpp>
#include <feishu/emulator/handlers/im/v1/thread.hpp>
#include <feishu/emulator/handlers/message/v4/batch_send.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/gateway/supported/messages.hpp>

namespace feishu::emulator {

FEISHU_DECL void serve_messages(dispatcher& platform) { platform.serve(message_endpoints{}); }

} // namespace feishu::emulator
