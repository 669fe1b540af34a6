#pragma once
// Checks that the handlers of a chat's tabs, menu, announcement and top notice share.

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/chat.hpp>
#include <feishu/emulator/chat_parts.hpp>

namespace feishu::emulator {

class state;

/// A chat with what hangs on it.
struct chat_with_parts {
    chat* where = nullptr;
    chat_parts* parts = nullptr;
};

/// Finds a chat that the caller is in. Errors: 232025 no bot ability; 232006 or 232001, whichever the endpoint
/// documents, unknown; 232009 or 232011 dissolved; 232011 not in the chat.
FEISHU_DECL result<chat_with_parts> find_own_chat(state& tenant, caller const& who, endpoint_spec const& spec,
                                                  feishu::chat_id const& id);

/// The same for a group. Errors: also 232008 or 232001 for a one-to-one chat.
FEISHU_DECL result<chat_with_parts> find_own_group(state& tenant, caller const& who,
                                                   endpoint_spec const& spec, feishu::chat_id const& id);

/// Whether the caller is the owner or a manager of a group, or the bot that created it with the scope
/// im:chat:operate_as_owner.
FEISHU_DECL bool acts_as_manager(caller const& who, chat const& where);

/// Requires the permission to change tabs and menu. Errors: 232055.
FEISHU_DECL result<void> require_tab_editor(caller const& who, chat_with_parts const& found);

/// Requires an image that the calling app uploaded. Errors: 232001 unknown, 232056 another app's.
FEISHU_DECL result<void> require_own_image(state& tenant, caller const& who, feishu::image_key const& key);

/// Whether a URL begins with http:// or https://.
FEISHU_DECL bool is_web_url(std::string_view url);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_access.ipp>
#endif
