#pragma once
// The whole library: the client, bots, coroutines, all endpoints and events, webhooks, the long connection.
// Convenient, but slower to compile than only the headers that a file needs. The emulator is separate:
// <feishu/emulator/server.hpp>.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/all.hpp>
#include <feishu/async.hpp>
#include <feishu/bot.hpp>
#include <feishu/bot/action_value.hpp>
#include <feishu/bot/bot_executor.hpp>
#include <feishu/client.hpp>
#include <feishu/client/card_stream.hpp>
#include <feishu/client/custom_bot.hpp>
#include <feishu/client/download.hpp>
#include <feishu/client/send_all.hpp>
#include <feishu/content/card.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/content/media.hpp>
#include <feishu/content/post.hpp>
#include <feishu/content/text.hpp>
#include <feishu/core/scopes.hpp>
#include <feishu/core/version.hpp>
#include <feishu/event/awaitable.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/webhook.hpp>
#include <feishu/event/webhook_server.hpp>
#include <feishu/store/async_store.hpp>
#include <feishu/store/memory_store.hpp>

#ifdef FEISHU_WITH_PROTOZERO
#include <feishu/event/long_connection.hpp>
#endif

#ifdef FEISHU_WITH_MD4C
#include <feishu/content/markdown.hpp>
#endif

#ifdef FEISHU_WITH_SQLITE
#include <feishu/store/sqlite_store.hpp>
#endif

#ifdef FEISHU_WITH_HIREDIS
#include <feishu/store/redis_store.hpp>
#endif
