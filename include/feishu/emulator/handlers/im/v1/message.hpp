#pragma once
// Handlers of im.v1.message: sending, reading, editing and recalling messages, and urgent notifications.

#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Sends a message. A uuid that the caller used within the last hour returns the first message. Errors:
/// 230001 unknown receiver, file, shared chat or user, or invalid content; 230002 not in the chat, 230013 user not in
/// the app's availability, 230015 a shared one-to-one chat, 230017 a file of another app, 230018 muted chat, 230020
/// more than five messages in a second (settings::documented_rates), 230025 too long, 230029 user resigned, 230055 a
/// file of the wrong type, 232009 chat dissolved.
FEISHU_DECL result<im::v1::message::create::response> handle(state& tenant, caller const& who,
                                                             im::v1::message::create const& request);

/// Replies to a message. Errors: those of create, 230011 recalled, 230050 a child of a merged forward, 230054 a system
/// or batch message, 230072 a thread below a merged forward.
FEISHU_DECL result<im::v1::message::reply::response> handle(state& tenant, caller const& who,
                                                            im::v1::message::reply const& request);

/// Gets a message, and the children of a merged forward; a recalled one is marked as deleted. Errors: 230001 unknown,
/// 230002 not in the chat, 230027 without the scope for chats of this kind, 230110 deleted.
FEISHU_DECL result<im::v1::message::get::response> handle(state& tenant, caller const& who,
                                                          im::v1::message::get const& request);

/// Lists the messages of a chat or thread; a chat contains only the first message of each thread. Errors:
/// 230001 unknown container, or a page_token of another query, 230002 not in the chat, 230027 without the scope for
/// chats of this kind.
FEISHU_DECL result<im::v1::message::list::response> handle(state& tenant, caller const& who,
                                                           im::v1::message::list const& request);

/// Gets messages; those that the caller cannot see are left out.
FEISHU_DECL result<im::v1::message::mget::response> handle(state& tenant, caller const& who,
                                                           im::v1::message::mget const& request);

/// Searches the newest 100,000 messages of the chats that the user is in, newest first. Errors: 230001 a page_token of
/// another query.
FEISHU_DECL result<im::v1::message::search::response> handle(state& tenant, caller const& who,
                                                             im::v1::message::search const& request);

/// Forwards a message to a user, a chat or a thread. Errors: 230064 unknown, or a child of a merged forward; 230065
/// recalled, 230110 deleted, 230061 a type that cannot be forwarded, 230034 unknown user, 230063 unknown chat, 230019
/// unknown thread, 230074 not in the thread's chat, and those of create for the receiver.
FEISHU_DECL result<im::v1::message::forward::response> handle(state& tenant, caller const& who,
                                                              im::v1::message::forward const& request);

/// Forwards messages as one. Those that cannot be forwarded are returned as invalid. Errors: 230064 or 230065 none can
/// be forwarded, 230069 of several chats, 230067 of several threads, or system messages; those of forward for the
/// receiver.
FEISHU_DECL result<im::v1::message::merge_forward::response> handle(state& tenant, caller const& who,
                                                                    im::v1::message::merge_forward const& request);

/// Lists who has read a message. Errors: 230001 a page_token of another message, 230012 sent by another, 230033 older
/// than seven days, 230110 recalled or deleted.
FEISHU_DECL result<im::v1::message::read_users::response> handle(state& tenant, caller const& who,
                                                                 im::v1::message::read_users const& request);

/// Gets whether the user has read messages.
FEISHU_DECL result<im::v1::message::batch_query_read_status::response>
handle(state& tenant, caller const& who, im::v1::message::batch_query_read_status const& request);

/// Adds bubbles below a message, which the user can tap (`state::tap_follow_up`). Errors: 230003 in a group, 230004
/// out of reach, 230005 user not in the app's availability, 230001 sent by another, not the newest, or older than ten
/// minutes; 230007 a blank text, or two in one language; 230008 the message has bubbles.
FEISHU_DECL result<im::v1::message::push_follow_up::response> handle(state& tenant, caller const& who,
                                                                     im::v1::message::push_follow_up const& request);

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
/// a receiver has too many unread, 230024 quota exhausted, 230052 a batch message, 230110 recalled or deleted.
FEISHU_DECL result<im::v1::message::urgent_app::response> handle(state& tenant, caller const& who,
                                                                 im::v1::message::urgent_app const& request);
/// The same with an SMS: `message_extras::notified_by_sms`.
FEISHU_DECL result<im::v1::message::urgent_sms::response> handle(state& tenant, caller const& who,
                                                                 im::v1::message::urgent_sms const& request);
/// The same with a call: `message_extras::notified_by_phone`.
FEISHU_DECL result<im::v1::message::urgent_phone::response> handle(state& tenant, caller const& who,
                                                                   im::v1::message::urgent_phone const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/message.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_patch.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_follow_up.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_forward.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_read.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_receipts.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_search.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_send.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_urgent.ipp>
#endif
