#pragma once
// Handler of im.v1.chat_menu_item: an item of a group's menu.

#include <feishu/api/im/v1/chat_menu_item.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Updates the listed fields of an item; its action_type cannot be changed. Errors: those of
/// im.v1.chat_menu_tree, 232001 unknown item, 232078 and 232056 as for new items.
FEISHU_DECL result<im::v1::chat_menu_item::patch::response>
handle(state& tenant, caller const& who, im::v1::chat_menu_item::patch const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_menu_item.ipp>
#endif
