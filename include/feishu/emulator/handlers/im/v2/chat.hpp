#pragma once
// The endpoint of im.v2.chat: a search with conditions.

#include <feishu/api/im/v2/chat.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Of very many chats and members, only a part is searched, which the notice says. Errors: 232001 neither query nor
/// member_ids, an unknown member, or an invalid page_token; 232025 no bot ability.
FEISHU_DECL result<im::v2::chat::search::response> handle(state& tenant, caller const& who,
                                                          im::v2::chat::search const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v2/impl/chat.ipp>
#endif
