#pragma once
// The endpoints of im.v1.chat_managers.

#include <feishu/api/im/v1/chat_managers.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Ids that are not of members, and that of the owner, are ignored. Errors: 232001 unknown chat, not a group, or
/// more than 5 bots; 232009 dissolved, 232011 the caller is not in it, 232025 no bot ability, 232027 no usable id,
/// 232038 not the owner, 232040 too many managers.
FEISHU_DECL result<im::v1::chat_managers::add_managers::response>
handle(state& tenant, caller const& who, im::v1::chat_managers::add_managers const& request);

/// Errors: as above, without 232040.
FEISHU_DECL result<im::v1::chat_managers::delete_managers::response>
handle(state& tenant, caller const& who, im::v1::chat_managers::delete_managers const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_managers.ipp>
#endif
