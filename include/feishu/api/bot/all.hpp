#pragma once
// Everything of bot. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/bot/v2/hook.hpp>
#include <feishu/api/bot/v3/bot.hpp>
#include <feishu/api/bot/v3/info.hpp>
#include <feishu/api/bot/v4/bot.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::bot_ {

/// Every endpoint.
using all = catalog<feishu::bot_::v2::hook::send, feishu::bot_::v3::bot::basic_batch,
                    feishu::bot_::v3::info::get, feishu::bot_::v4::bot::search>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::bot_
