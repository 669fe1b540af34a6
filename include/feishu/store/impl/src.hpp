#pragma once
// Separate compilation of stores: the bodies of this folder. <feishu/src.hpp> gathers all folders.

#include <feishu/store/impl/memory_log.ipp>
#include <feishu/store/impl/memory_store.ipp>
#include <feishu/store/impl/store.ipp>

#ifdef FEISHU_WITH_SQLITE
#include <feishu/store/impl/sqlite_database.ipp>
#include <feishu/store/impl/sqlite_log.ipp>
#include <feishu/store/impl/sqlite_store.ipp>
#endif

#ifdef FEISHU_WITH_HIREDIS
#include <feishu/store/impl/redis_client.ipp>
#include <feishu/store/impl/redis_connection.ipp>
#include <feishu/store/impl/redis_protocol.ipp>
#include <feishu/store/impl/redis_store.ipp>
#include <feishu/store/impl/redis_url.ipp>
#endif
