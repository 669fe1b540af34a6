#pragma once
// Handler of message.v4.batch_send: sending a message to many users.

#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Sends a message to users, in the one-to-one chat of each with the bot, at the rate of settings::batch_rate. Receivers
/// that are unknown, have resigned or are not in the app's availability are returned as invalid. Errors: 11205 no bot,
/// 11203 and 11204 without the scope for users or departments, 11246 invalid content, 11227 unknown image, 11231
/// unknown chat, 11247 daily quota (settings::batch_quota) used up.
FEISHU_DECL result<feishu::message::v4::batch_send::create::response>
handle(state& tenant, caller const& who, feishu::message::v4::batch_send::create const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/message/v4/impl/batch_send.ipp>
#endif
