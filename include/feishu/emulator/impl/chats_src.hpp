#pragma once
// A part of <feishu/emulator/src.hpp>: groups, their members and their events. It may be compiled in a separate
// file.

#include <feishu/emulator/handlers/im/v1/impl/chat.ipp>
#include <feishu/emulator/handlers/im/v1/impl/chat_list.ipp>
#include <feishu/emulator/handlers/im/v1/impl/chat_managers.ipp>
#include <feishu/emulator/handlers/im/v1/impl/chat_members.ipp>
#include <feishu/emulator/handlers/im/v1/impl/chat_members_read.ipp>
#include <feishu/emulator/handlers/im/v1/impl/chat_moderation.ipp>
#include <feishu/emulator/handlers/im/v1/impl/chat_p2p.ipp>
#include <feishu/emulator/handlers/im/v1/impl/chat_update.ipp>
#include <feishu/emulator/handlers/im/v1/impl/chat_view.ipp>
#include <feishu/emulator/handlers/im/v2/impl/chat.ipp>
#include <feishu/emulator/impl/gateway/supported/chats.ipp>
#include <feishu/emulator/impl/group_changes.ipp>
#include <feishu/emulator/impl/people_chats.ipp>
#include <feishu/emulator/impl/push/chat_events.ipp>
#include <feishu/emulator/impl/state/chat_store.ipp>
