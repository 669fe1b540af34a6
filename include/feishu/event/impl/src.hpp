#pragma once
// Separate compilation of events: the bodies of this folder. <feishu/src.hpp> gathers all folders.

#include <feishu/event/impl/app_ticket.ipp>
#include <feishu/event/impl/card_callback.ipp>
#include <feishu/event/impl/crypto.ipp>
#include <feishu/event/impl/date_text.ipp>
#include <feishu/event/impl/dedup_store.ipp>
#include <feishu/event/impl/event_dispatcher.ipp>
#include <feishu/event/impl/event_document.ipp>
#include <feishu/event/impl/event_handler.ipp>
#include <feishu/event/impl/event_identity.ipp>
#include <feishu/event/impl/event_machine.ipp>
#include <feishu/event/impl/event_records.ipp>
#include <feishu/event/impl/event_threads.ipp>
#include <feishu/event/impl/inbox.ipp>
#include <feishu/event/impl/inbox_driver.ipp>
#include <feishu/event/impl/inbox_log.ipp>
#include <feishu/event/impl/inbox_machine.ipp>
#include <feishu/event/impl/key_hash.ipp>
#include <feishu/event/impl/raw_event.ipp>
#include <feishu/event/impl/reply_uuid.ipp>
#include <feishu/event/impl/store_dedup.ipp>
#include <feishu/event/impl/store_keys.ipp>
#include <feishu/event/impl/webhook.ipp>
#include <feishu/event/impl/webhook_server.ipp>
#include <feishu/event/impl/webhook_service.ipp>

#ifdef FEISHU_WITH_PROTOZERO
#include <feishu/event/impl/fragments.ipp>
#include <feishu/event/impl/frame.ipp>
#include <feishu/event/impl/long_connection.ipp>
#include <feishu/event/impl/long_connection_driver.ipp>
#include <feishu/event/impl/long_connection_machine.ipp>
#endif
