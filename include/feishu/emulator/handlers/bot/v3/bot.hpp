#pragma once
// Handlers of bot.v3: information about bots.

#include <feishu/api/bot/v3/bot.hpp>
#include <feishu/api/bot/v3/info.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Gets the bot of the calling app. Errors: 11205 no bot ability.
FEISHU_DECL result<bot_::v3::info::get::response> handle(state& tenant, caller const& who,
                                                         bot_::v3::info::get const& request);

/// Gets names of bots by their open ids; unknown ones are left out.
FEISHU_DECL result<bot_::v3::bot::basic_batch::response> handle(state& tenant, caller const& who,
                                                                bot_::v3::bot::basic_batch const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/bot/v3/impl/bot.ipp>
#endif
