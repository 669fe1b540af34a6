#pragma once
// What the handlers of im.v1.chat_menu_tree and im.v1.chat_menu_item share.

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/handlers/im/v1/chat_access.hpp>

namespace feishu::emulator {

/// Finds a group whose menu the caller may edit. Errors: those of find_own_group, 232055.
FEISHU_DECL result<chat_with_parts> find_editable_menu(state& tenant, caller const& who,
                                                       endpoint_spec const& spec, feishu::chat_id const& id);

/// Checks an item of a menu, `is_parent` if it has items below it. Errors: 232078, 232001, 232056.
FEISHU_DECL result<void> check_menu_item(state& tenant, caller const& who,
                                         im::v1::model::chat_menu_item const& item, bool is_parent);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_menu_checks.ipp>
#endif
