#pragma once
// Ephemeral cards: one member of a group sees them.

#include <feishu/api/ephemeral/v1/message.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Errors: 10003 not a group, no user or not one of its members, or not a card; those of require_speaker; 230013,
/// 230029; 230025, 230099 a card that is not valid.
FEISHU_DECL result<ephemeral::v1::message::send::response>
handle(state& tenant, caller const& who, ephemeral::v1::message::send const& request);

/// Errors: 10003 no ephemeral card of the app; 18051 deleted before.
FEISHU_DECL result<ephemeral::v1::message::delete_::response>
handle(state& tenant, caller const& who, ephemeral::v1::message::delete_ const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/ephemeral/v1/impl/message.ipp>
#endif
