#pragma once
// Delayed updates of cards, with the token of a callback.

#include <feishu/api/interactive/v1/card.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Errors: 10002 not a card; 300020 no such token; 300030 older than 30 minutes; 300040 used twice; 200310 a card of
/// another app; 200000 recalled; 100000 more than 100 KB; 11311 not valid; 300090 not shared and without open_ids;
/// 200320 no users.
FEISHU_DECL result<interactive::v1::card::update::response>
handle(state& tenant, caller const& who, interactive::v1::card::update const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/interactive/v1/impl/card.ipp>
#endif
