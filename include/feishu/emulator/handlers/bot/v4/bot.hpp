#pragma once
// Handlers of bot.v4.bot: search for bots.

#include <feishu/api/bot/v4/bot.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Searches among the bots that are available to the user for a part of the name. Errors: 99992402 page_token of
/// another query.
FEISHU_DECL result<bot_::v4::bot::search::response> handle(state& tenant, caller const& who,
                                                           bot_::v4::bot::search const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/bot/v4/impl/bot.ipp>
#endif
