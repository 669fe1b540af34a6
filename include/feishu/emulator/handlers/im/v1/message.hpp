#pragma once
// Rules of im.v1.message: who may send where, edit what, recall when, buzz whom.

#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Errors: 230001 unknown receiver or bad content, 230002 not in the chat, 230013 user out of the app's
/// availability, 230018 muted chat, 230029 user gone, 232009 chat gone. The same uuid within an hour returns
/// the first message.
FEISHU_DECL result<im::v1::message::create::response> handle(state& tenant, caller const& who,
                                                             im::v1::message::create const& request);

/// Errors: those of create, and 230011 for a recalled message.
FEISHU_DECL result<im::v1::message::reply::response> handle(state& tenant, caller const& who,
                                                            im::v1::message::reply const& request);

/// A recalled message is returned as such. Errors: 230001 unknown, 230002 not in the chat, 230110 deleted.
FEISHU_DECL result<im::v1::message::get::response> handle(state& tenant, caller const& who,
                                                          im::v1::message::get const& request);

/// A chat shows a thread by its first message; the rest is in the thread. Errors: 230001 unknown container
/// or a page_token of another query, 230002 not in the chat.
FEISHU_DECL result<im::v1::message::list::response> handle(state& tenant, caller const& who,
                                                           im::v1::message::list const& request);

/// Errors: 230071 not one's own, 230054 neither text nor post, 230072 edited 20 times, 230075 too late,
/// 230011 recalled, 230110 deleted.
FEISHU_DECL result<im::v1::message::update::response> handle(state& tenant, caller const& who,
                                                             im::v1::message::update const& request);

/// Errors: 230026 not one's own and not in charge of the group, 230009 too late, 230110 recalled or deleted.
FEISHU_DECL result<im::v1::message::delete_::response> handle(state& tenant, caller const& who,
                                                              im::v1::message::delete_ const& request);

/// Errors: 230012 not one's own, 230001 no valid receiver at all, 230023 too many unread, 230024 quota used
/// up, 230110 recalled or deleted.
FEISHU_DECL result<im::v1::message::urgent_app::response> handle(state& tenant, caller const& who,
                                                                 im::v1::message::urgent_app const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/message.ipp>
#endif
