#pragma once
// The webhook of custom bots. Every response has HTTP status 200.

#include <feishu/api/bot/v2/hook.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Sends a message to the group of the bot. Errors: 19001 no such token, or the group was dissolved; 19007 disabled;
/// 11232 more than 5 a second or 100 a minute (settings::documented_rates); 19022 address not allowed; 19021 signature
/// or time wrong; 19002 msg_type missing or unknown; 9499 content of another shape, or longer than 20 KB; 19024 no
/// keyword; 11246 a card that is not valid.
FEISHU_DECL result<bot_::v2::hook::send::response> handle(state& tenant, caller const& who,
                                                          bot_::v2::hook::send const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/bot/v2/impl/hook.ipp>
#endif
