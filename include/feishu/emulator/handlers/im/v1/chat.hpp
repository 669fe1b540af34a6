#pragma once
// The endpoints of im.v1.chat: groups. All return 232025 without the bot ability. Those of one chat return 232006
// for an unknown chat, and 232011 for one that the caller is not in.

#include <feishu/api/im/v1/chat.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Creates a group with the calling bot in it, who is the owner by default. The same uuid within ten hours returns
/// the first group. Errors: 232001 unknown avatar or mode, 232013 too many members, 232021 unknown bot, 232022
/// resigned user, 232030 unknown owner, 232033 no external groups, 232042 a public group without a name of two
/// characters, 232043 unknown or unavailable users, 232069 a public external group.
FEISHU_DECL result<im::v1::chat::create::response> handle(state& tenant, caller const& who,
                                                          im::v1::chat::create const& request);

/// Of a public group, others see a part. Dissolved chats are shown.
FEISHU_DECL result<im::v1::chat::get::response> handle(state& tenant, caller const& who,
                                                       im::v1::chat::get const& request);

/// Members may change name, description and avatar unless edit_permission forbids it; owner, managers and the
/// creator bot everything; the owner and the creator bot the owner. Errors: 232001 a short name of a public
/// group, 232002 only managers may edit, 232008 not a group, 232009 dissolved, 232012 the new owner is not in the
/// group, 232016 not a manager, 232026 the name of another public group, 232031 a new owner who resigned, 232035
/// unknown owner, 232041 unknown avatar, 232069 a public external group.
FEISHU_DECL result<im::v1::chat::update::response> handle(state& tenant, caller const& who,
                                                          im::v1::chat::update const& request);

/// Errors: 232008 not a group, 232009 dissolved, 232017 not the owner.
FEISHU_DECL result<im::v1::chat::delete_::response> handle(state& tenant, caller const& who,
                                                           im::v1::chat::delete_ const& request);

/// Errors: 232009 dissolved, 232062 a one-to-one chat, 232064 only managers may share it.
FEISHU_DECL result<im::v1::chat::link::response> handle(state& tenant, caller const& who,
                                                        im::v1::chat::link const& request);

/// Errors: 232001 invalid page_token or types.
FEISHU_DECL result<im::v1::chat::list::response> handle(state& tenant, caller const& who,
                                                        im::v1::chat::list const& request);

/// Groups that the caller is in, and public ones. Without a query, or with one of more than 64 characters, there
/// are none. A page may have fewer groups than its size although there are more. Errors: 232001 invalid
/// page_token.
FEISHU_DECL result<im::v1::chat::search::response> handle(state& tenant, caller const& who,
                                                          im::v1::chat::search const& request);

/// Chats that the caller may not see are left out.
FEISHU_DECL result<im::v1::chat::batch_query::response> handle(state& tenant, caller const& who,
                                                               im::v1::chat::batch_query const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat.ipp>
#include <feishu/emulator/handlers/im/v1/impl/chat_list.ipp>
#include <feishu/emulator/handlers/im/v1/impl/chat_update.ipp>
#endif
