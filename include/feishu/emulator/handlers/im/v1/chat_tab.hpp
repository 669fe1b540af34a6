#pragma once
// Handlers of im.v1.chat_tab: the tabs of a chat. All refuse with 232025 no bot ability, 232006 unknown chat,
// 232011 not in the chat; changes also with 232009 dissolved chat, and 232055 if only managers may edit tabs.

#include <feishu/api/im/v1/chat_tab.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Adds tabs at the end. Errors: 232001 of another type than doc and url, 232046 more than 20, 232047 name of
/// more than 60 characters, 232048 no http address, 232051 a document of settings::private_documents, 232056
/// an icon of another app.
FEISHU_DECL result<im::v1::chat_tab::create::response> handle(state& tenant, caller const& who,
                                                              im::v1::chat_tab::create const& request);

/// Updates the given fields of tabs, all or none. Errors: 232001 unknown tab, 232049 a built-in one, and those
/// of create.
FEISHU_DECL result<im::v1::chat_tab::update_tabs::response>
handle(state& tenant, caller const& who, im::v1::chat_tab::update_tabs const& request);

/// Deletes tabs, all or none. Errors: 232001 unknown tab, 232049 a built-in one.
FEISHU_DECL result<im::v1::chat_tab::delete_tabs::response>
handle(state& tenant, caller const& who, im::v1::chat_tab::delete_tabs const& request);

/// Sorts tabs; the tab of the messages stays the first, and those that are not listed follow. Errors: 232001
/// an unknown or repeated tab, or the tab of the messages is not listed.
FEISHU_DECL result<im::v1::chat_tab::sort_tabs::response> handle(state& tenant, caller const& who,
                                                                 im::v1::chat_tab::sort_tabs const& request);

/// Lists tabs.
FEISHU_DECL result<im::v1::chat_tab::list_tabs::response> handle(state& tenant, caller const& who,
                                                                 im::v1::chat_tab::list_tabs const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_tab.ipp>
#endif
