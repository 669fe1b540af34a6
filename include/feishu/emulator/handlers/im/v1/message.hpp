#pragma once
// Handlers of im.v1.message: sending, reading, editing and recalling messages, and urgent notifications.

#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Sends a message. A uuid that the caller used within the last hour returns the first message. Errors:
/// 230001 unknown receiver or invalid content, 230002 not in the chat, 230013 user not in the app's
/// availability, 230018 muted chat, 230029 user resigned, 232009 chat dissolved.
FEISHU_DECL result<im::v1::message::create::response> handle(state& tenant, caller const& who,
                                                             im::v1::message::create const& request);

/// Replies to a message. Errors: those of create, and 230011 for a recalled message.
FEISHU_DECL result<im::v1::message::reply::response> handle(state& tenant, caller const& who,
                                                            im::v1::message::reply const& request);

/// Gets a message; a recalled one is marked as deleted. Errors: 230001 unknown, 230002 not in the chat,
/// 230110 deleted.
FEISHU_DECL result<im::v1::message::get::response> handle(state& tenant, caller const& who,
                                                          im::v1::message::get const& request);

/// Lists the messages of a chat or thread; a chat contains only the first message of each thread. Errors:
/// 230001 unknown container, or a page_token of another query, 230002 not in the chat.
FEISHU_DECL result<im::v1::message::list::response> handle(state& tenant, caller const& who,
                                                           im::v1::message::list const& request);

/// Edits a message. Errors: 230071 sent by another, 230054 neither text nor post, 230072 edited 20 times,
/// 230075 edit window passed, 230011 recalled, 230110 deleted.
FEISHU_DECL result<im::v1::message::update::response> handle(state& tenant, caller const& who,
                                                             im::v1::message::update const& request);

/// Replaces a card for all who see it. Errors: 230001 not a card, 230027 sent by another, 230031 older than 14 days,
/// 230013 user not in the app's availability, 230020 more than five times in a second (settings::documented_rates),
/// 230025 longer than 30 KB, 230099 not valid, or not shared (update_multi), 230011 or 230110 recalled or deleted.
FEISHU_DECL result<im::v1::message::patch::response> handle(state& tenant, caller const& who,
                                                            im::v1::message::patch const& request);

/// Recalls a message. Errors: 230026 sent by another, in a group that the caller does not manage, 230009
/// recall window passed, 230110 recalled or deleted.
FEISHU_DECL result<im::v1::message::delete_::response> handle(state& tenant, caller const& who,
                                                              im::v1::message::delete_ const& request);

/// Sends urgent notifications of a message. Errors: 230012 sent by another, 230001 no valid receiver, 230023
/// a receiver has too many unread, 230024 quota exhausted, 230110 recalled or deleted.
FEISHU_DECL result<im::v1::message::urgent_app::response> handle(state& tenant, caller const& who,
                                                                 im::v1::message::urgent_app const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/message.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_patch.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_read.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_send.ipp>
#endif
