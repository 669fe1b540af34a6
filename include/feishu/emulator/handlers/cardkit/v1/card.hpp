#pragma once
// Handlers of cardkit.v1.card: card entities, which are changed by operations in sequence.

#include <feishu/api/cardkit/v1/card.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Creates an entity. Errors: those of the card: 300307 empty, 300303 not JSON 2.0, 300302 update_multi false, 200860
/// longer than 30 KB, 300301 element_id repeated, 300305 more than 200 elements, 200220 otherwise not valid.
FEISHU_DECL result<cardkit::v1::card::create::response> handle(state& tenant, caller const& who,
                                                               cardkit::v1::card::create const& request);

/// Replaces the card. Errors: those of operations: 200740 no such entity, 300311 of another app, 200750 older than 14
/// days, 200770 the uuid of another request, 300317 a sequence that is not greater than the last one, 200810 a click
/// is being handled, 99991400 more than ten a second (settings::documented_rates); and those of the card.
FEISHU_DECL result<cardkit::v1::card::update::response> handle(state& tenant, caller const& who,
                                                               cardkit::v1::card::update const& request);

/// Changes `config` and `card_link`, streaming mode included. Errors: those of operations, 300122 not settings.
FEISHU_DECL result<cardkit::v1::card::settings::response> handle(state& tenant, caller const& who,
                                                                 cardkit::v1::card::settings const& request);

/// All of the actions, or none. Errors: those of operations, 10002 not a list of known actions, and those of the
/// actions, as of cardkit.v1.card_element.
FEISHU_DECL result<cardkit::v1::card::batch_update::response>
handle(state& tenant, caller const& who, cardkit::v1::card::batch_update const& request);

/// The entity of a card message of the app, which is created if there is none. Errors: 10002 no such card, 300303 not
/// JSON 2.0, 200750 older than 14 days.
FEISHU_DECL result<cardkit::v1::card::id_convert::response>
handle(state& tenant, caller const& who, cardkit::v1::card::id_convert const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/cardkit/v1/impl/card.ipp>
#endif
