#pragma once
// The endpoints of im.v1.chat_members. All return 232025 without the bot ability. Except where said otherwise they
// return 232006 for an unknown chat, 232009 for a dissolved one, and 232011 for one that the caller is not in.

#include <feishu/api/im/v1/chat_members.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/chat.hpp>

namespace feishu::emulator {

class state;

/// Errors: 232001 invalid page_token.
FEISHU_DECL result<im::v1::chat_members::get::response> handle(state& tenant, caller const& who,
                                                               im::v1::chat_members::get const& request);

/// Members may add others unless add_member_permission forbids it. If the group requires approval, users whom an
/// ordinary member adds wait for it. Errors: 232001 more than 50 users or 5 bots, 232013 full, 232017 only
/// managers may add, 232024 users outside the app's availability, 232027 nobody left to add, 232043 unusable ids
/// with succeed_type 2, 232090 not a group, 99992351, 99992360 or 99992364 unknown open_ids, user_ids or
/// union_ids.
FEISHU_DECL result<im::v1::chat_members::create::response>
handle(state& tenant, caller const& who, im::v1::chat_members::create const& request);

/// Everyone may leave; owner, managers and the creator bot may remove others. Errors: 232001 not a group, or more
/// than 50 users or 5 bots, 232014 not permitted, 232027 none of the ids is of a member, 232029 nobody could
/// become the owner, 232076 the owner.
FEISHU_DECL result<im::v1::chat_members::delete_::response>
handle(state& tenant, caller const& who, im::v1::chat_members::delete_ const& request);

/// Errors: 232006.
FEISHU_DECL result<im::v1::chat_members::is_in_chat::response>
handle(state& tenant, caller const& who, im::v1::chat_members::is_in_chat const& request);

/// The caller need not be in the chat. Errors: 232008 not a public group, 232013 full, 232075 approval required, for
/// which a user then waits.
FEISHU_DECL result<im::v1::chat_members::me_join::response>
handle(state& tenant, caller const& who, im::v1::chat_members::me_join const& request);

FEISHU_DECL result<im::v1::chat_members::bots::response> handle(state& tenant, caller const& who,
                                                                im::v1::chat_members::bots const& request);

/// Users before bots. Errors: 102021 the caller is not in the chat, 232001 invalid page_token.
FEISHU_DECL result<im::v1::chat_members::list::response> handle(state& tenant, caller const& who,
                                                                im::v1::chat_members::list const& request);

/// A user joins a group of their own accord. Errors: 232013, 232075.
FEISHU_DECL result<void> join_group(state& tenant, chat& where, user const& who);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_members.ipp>
#include <feishu/emulator/handlers/im/v1/impl/chat_members_read.ipp>
#endif
