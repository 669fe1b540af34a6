#pragma once
// A part of <feishu/emulator/src.hpp>: what is around messages. The parts may be compiled in separate files.

#include <feishu/emulator/handlers/im/v1/impl/batch_message.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_follow_up.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_forward.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_reaction.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_receipts.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_search.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_urgent.ipp>
#include <feishu/emulator/handlers/im/v1/impl/pin.ipp>
#include <feishu/emulator/handlers/im/v1/impl/thread.ipp>
#include <feishu/emulator/handlers/message/v4/impl/batch_send.ipp>
#include <feishu/emulator/impl/gateway/supported/messages.ipp>
#include <feishu/emulator/impl/people_messages.ipp>
#include <feishu/emulator/impl/state/batch_store.ipp>
#include <feishu/emulator/impl/state/pin_store.ipp>
