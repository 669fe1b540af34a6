#pragma once
// Separate compilation of stores: the one on a Redis server, if there is hiredis.

#ifdef FEISHU_WITH_HIREDIS
#include <feishu/store/impl/redis_client.ipp>
#include <feishu/store/impl/redis_connection.ipp>
#include <feishu/store/impl/redis_protocol.ipp>
#include <feishu/store/impl/redis_store.ipp>
#include <feishu/store/impl/redis_url.ipp>
#endif
