#pragma once
// Handlers of im.v1.message_reaction: emoji reactions to messages.

#include <feishu/api/im/v1/message_reaction.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Adds a reaction; repeating it returns the first one. Errors: 231001 unknown emoji, 231003 unknown message, 231002 not
/// in the chat, 231017 a system message, 231018 a child of a merged forward, 231022 user not in the app's availability,
/// 230110 recalled or deleted, 232009 chat dissolved.
FEISHU_DECL result<im::v1::message_reaction::create::response>
handle(state& tenant, caller const& who, im::v1::message_reaction::create const& request);

/// Removes the caller's own reaction. Errors: those of create, 231011 unknown reaction, 231010 of another message,
/// 231007 of another.
FEISHU_DECL result<im::v1::message_reaction::delete_::response>
handle(state& tenant, caller const& who, im::v1::message_reaction::delete_ const& request);

/// Lists the reactions to a message. Errors: 231003 unknown message, 231008 not in the chat, 231012 a page_token of
/// another query, 231018 a child of a merged forward, 230110 recalled or deleted.
FEISHU_DECL result<im::v1::message_reaction::list::response>
handle(state& tenant, caller const& who, im::v1::message_reaction::list const& request);

/// Gets the reactions to several messages; those of which there are none to get are returned with the reason. Errors:
/// 230006 no bot, 230001 a query without message_id.
FEISHU_DECL result<im::v1::message_reaction::batch_query::response>
handle(state& tenant, caller const& who, im::v1::message_reaction::batch_query const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/message_reaction.ipp>
#endif
