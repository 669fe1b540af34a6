#pragma once
// The other half of <feishu/emulator/src.hpp>: events and how they are pushed. Each half may be compiled on its own.

#include <feishu/emulator/impl/callbacks.ipp>
#include <feishu/emulator/impl/events.ipp>
#include <feishu/emulator/impl/long_connections.ipp>
#include <feishu/emulator/impl/push_queue.ipp>
#include <feishu/emulator/impl/push_service.ipp>
#include <feishu/emulator/impl/webhook_push.ipp>
#include <feishu/emulator/impl/websocket.ipp>

// Without protozero there are no long connections.
#ifdef FEISHU_WITH_PROTOZERO
#include <feishu/emulator/impl/push_connection.ipp>
#endif
