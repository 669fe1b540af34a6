#pragma once
// Handlers of im.v1.batch_message: progress, readers and recall of batch messages.

#include <feishu/api/im/v1/batch_message.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Recalls a batch message, at the rate of settings::batch_rate. Errors: 230006 no bot, 230030 unknown, 230026 sent by
/// another app, 230009 recall window passed.
FEISHU_DECL result<im::v1::batch_message::delete_::response>
handle(state& tenant, caller const& who, im::v1::batch_message::delete_ const& request);

/// Gets the progress of sending and of the recall. Errors: 230006 no bot, 230030 unknown or older than 30 days, 230012
/// sent by another app.
FEISHU_DECL result<im::v1::batch_message::get_progress::response>
handle(state& tenant, caller const& who, im::v1::batch_message::get_progress const& request);

/// Gets how many users got and have read it. Errors: 230030 unknown or older than 30 days, 230012 sent by another app.
FEISHU_DECL result<im::v1::batch_message::read_user::response>
handle(state& tenant, caller const& who, im::v1::batch_message::read_user const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/batch_message.ipp>
#endif
