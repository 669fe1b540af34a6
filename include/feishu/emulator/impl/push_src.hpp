#pragma once
// A part of <feishu/emulator/src.hpp>: events and pushes. The parts may be compiled in separate
// files.

#include <feishu/emulator/impl/net/faulty_sender.ipp>
#include <feishu/emulator/impl/net/faulty_tls.ipp>
#include <feishu/emulator/impl/net/platform_service.ipp>
#include <feishu/emulator/impl/net/webhook_push.ipp>
#include <feishu/emulator/impl/net/websocket.ipp>
#include <feishu/emulator/impl/push/callbacks.ipp>
#include <feishu/emulator/impl/push/event_log.ipp>
#include <feishu/emulator/impl/push/events.ipp>
#include <feishu/emulator/impl/push/long_connections.ipp>
#include <feishu/emulator/impl/push/push_queue.ipp>
#include <feishu/emulator/impl/push/push_service.ipp>

// Without protozero there are no long connections.
#ifdef FEISHU_WITH_PROTOZERO
#include <feishu/emulator/impl/net/websocket_connection.ipp>
#include <feishu/emulator/impl/push/push_connection.ipp>
#endif
