#pragma once
// Handlers of im.v1.chat_menu_tree: the menu of a group. All refuse with 232025 no bot ability, 232001 unknown
// chat, 232011 not in the chat, 232008 or 232001 not a group; changes also with 232009 dissolved chat, and
// 232055 if only managers may edit the menu.

#include <feishu/api/im/v1/chat_menu_tree.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Gets the menu.
FEISHU_DECL result<im::v1::chat_menu_tree::get::response> handle(state& tenant, caller const& who,
                                                                 im::v1::chat_menu_tree::get const& request);

/// Adds items at the end. Errors: 232070 more than three top-level items, 232071 more than five below one,
/// 232078 an item with items below it that has a link or an icon, or an address that is not http, 232056 an
/// icon of another app.
FEISHU_DECL result<im::v1::chat_menu_tree::create::response>
handle(state& tenant, caller const& who, im::v1::chat_menu_tree::create const& request);

/// Deletes top-level items, all or none. Errors: 232001 unknown item.
FEISHU_DECL result<im::v1::chat_menu_tree::delete_::response>
handle(state& tenant, caller const& who, im::v1::chat_menu_tree::delete_ const& request);

/// Sorts the top-level items. Errors: 232072 if the request does not list each of them once.
FEISHU_DECL result<im::v1::chat_menu_tree::sort::response>
handle(state& tenant, caller const& who, im::v1::chat_menu_tree::sort const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_menu_tree.ipp>
#endif
